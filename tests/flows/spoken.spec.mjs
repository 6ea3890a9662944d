// What a screen reader is told on the way through the main flow: the accessibility tree at each step, kept beside this file.
// `npx playwright test spoken --update-snapshots` writes it anew; read what has changed before it is kept.

import { article, details, open, rows, searched } from "./desk.mjs";
import { expect, test } from "./support.mjs";

const TEXT = `Ferry to run again

“We sail at dawn,” said Ada Moss. The brutal storm was over.`;

test("the page speaks: an article is pasted, a quote picked and accepted, words labelled", async ({ page }) => {
  const heard = (name) => expect(page.locator("body")).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  await open(page);
  await heard("1-start");
  await page.keyboard.insertText(TEXT);
  await page.keyboard.press("Control+Enter");
  await searched(page);
  await heard("2-found");
  await page.keyboard.press("j");
  await expect(details(page).getByRole("button", { name: "Accept", exact: true })).toBeVisible();
  await heard("3-picked");
  await page.keyboard.press("a");
  await expect(rows(page, "We sail").getByLabel("accepted")).toBeVisible();
  await article(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("5");
  await expect(rows(page, "Puffery")).toHaveCount(1);
  await heard("4-labelled");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Command" })).toBeFocused();
  await page.keyboard.type("undo");
  await heard("5-commands");
});
