// Finding words in the text, in speakers' names and in notes.

import { article, details, drawn, expectDrawn, expectPicked, openWith, rows, selected } from "./desk.mjs";
import { expect, test } from "./support.mjs";

const TEXT = `A storm is near. The Storm came.

“We sail,” said Ada Moss. The brutal storm was over, and she left.`;

const field = (page) => page.getByRole("searchbox", { name: /^Find/ });
const search = (page) => page.getByRole("search");

test("words are found, gone through, and chosen to be labelled, by keyboard alone", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("storm");
  await expect(search(page).getByRole("status")).toHaveText("1 of 3");
  await expectDrawn(page, "found", ["Storm", "storm"]);
  await page.keyboard.press("Enter");
  await expect(search(page).getByRole("status")).toHaveText("2 of 3");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(search(page).getByRole("status")).toHaveText("3 of 3");
  await page.keyboard.press("Escape");
  await expect(article(page)).toBeFocused();
  await expect(field(page)).toHaveValue("");
  await expect.poll(() => selected(page)).toBe("storm");
  await page.keyboard.press("5");
  await expect(rows(page, "Puffery")).toHaveCount(1);
  expect(await drawn(page, "found")).toEqual([]);
});

test("speakers and notes are found", async ({ page }) => {
  await openWith(page, TEXT);
  await rows(page, "brutal").click();
  await details(page).getByLabel("Note").fill("see page nine");
  await field(page).fill("page NINE");
  await expect(search(page).getByRole("status")).toHaveText("1 of 1");
  await expectPicked(page, ["brutal"]);
  await field(page).fill("moss");
  await expect(search(page).getByRole("status")).toHaveText("1 of 2");
  await expectPicked(page, ["We sail,"]);
  await page.getByRole("button", { name: /^Next place/ }).click();
  await expect(search(page).getByRole("status")).toHaveText("2 of 2");
  await field(page).fill("whale");
  await expect(search(page).getByRole("status")).toHaveText("not found");
});
