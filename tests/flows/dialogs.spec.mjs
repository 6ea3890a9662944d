// Every dialog: opened by its key, accessible, within the window, left with Escape, and the focus is back where it was.

import { article, box, details, expectPicked, open, openWith, paste, rows } from "./desk.mjs";
import { SIZES } from "./sizes.mjs";
import { expect, expectAccessible, expectFits, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const DIALOGS = [
  ["Control+k", "Commands"],
  ["?", "Keys"],
  ["Shift+C", "Reading"],
  ["Shift+F", "Filter"],
  ["Shift+G", "What the labels are for"],
  ["Shift+L", "Own labels"],
  ["Shift+T", /^Label every occurrence of/],
  ["Shift+Y", "Rename speaker"],
  ["o", "How much is marked"],
  ["Control+i", "About this article"],
];

for (const [size, use] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ ...use, colorScheme });

      test("every dialog fits, is accessible, and gives the focus back", async ({ page }) => {
        await open(page);
        await box(page).focus();
        await paste(page, ARTICLE);
        await expect.poll(() => page.evaluate(() => CSS.highlights.get("source")?.size ?? 0)).toBeGreaterThan(0);
        await article(page).focus();
        await page.keyboard.press("j");
        await expectPicked(page, ["We will open the doors on the first Sunday of May,"]);
        for (const [key, name] of DIALOGS) {
          await page.keyboard.press(key);
          const dialog = page.getByRole("dialog", { name });
          await expect(dialog).toBeVisible();
          await expectAccessible(page);
          await expectFits(page);
          await page.keyboard.press("Escape");
          await expect(page.getByRole("dialog")).toHaveCount(0);
          await expect(article(page)).toBeFocused();
        }
      });
    });
  }
}

test("what is wrong is told in the dialog, where it is heard, and goes with it", async ({ page }) => {
  await openWith(page, ARTICLE);
  await rows(page, "We will open").click();
  await page.keyboard.press("Shift+Y");
  const dialog = page.getByRole("dialog", { name: "Rename speaker" });
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Type the new name first.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert")).toHaveText("");
  await expect(details(page).getByLabel("Speaker", { exact: true })).toHaveValue("Marta Lindqvist");
});
