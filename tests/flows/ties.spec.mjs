// What belongs together is shown for what is picked, and only for that.

import { drawn, openWith, rows } from "./desk.mjs";
import { expect, test } from "./support.mjs";

const TEXT = `“We sail at dawn,” said Ada Moss. The brutal storm was over.

“Nobody asked,” Moss told the council. It rained.`;

const line = (page, part) => page.locator(`path.tie-${part}`);

test("lines tie source and cue to the content of the picked quote, and its speaker's other mentions are marked", async ({ page }) => {
  await openWith(page, TEXT);
  await expect(line(page, "source")).not.toHaveAttribute("d", /M/);
  await rows(page, "We sail").click();
  await expect(line(page, "source")).toHaveAttribute("d", /^M\d+ \d+C\d+ \d+ \d+ \d+ \d+ \d+$/);
  await expect(line(page, "cue")).toHaveAttribute("d", /^M/);
  expect(await drawn(page, "mention")).toEqual(["Ada Moss", "Moss"]);
  const before = await line(page, "source").getAttribute("d");
  await page.setViewportSize({ width: 700, height: 700 });
  await expect(line(page, "source")).not.toHaveAttribute("d", before);
  await page.setViewportSize({ width: 1280, height: 800 });
  await rows(page, "brutal").click();
  await expect(line(page, "source")).not.toHaveAttribute("d", /M/);
  expect(await drawn(page, "mention")).toEqual([]);
});
