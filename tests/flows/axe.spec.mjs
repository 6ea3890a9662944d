// No accessibility violation, whatever the page shows.

import { article, box, click, details, drag, drop, label, list, open, openWith, rows } from "./desk.mjs";
import { expect, expectAccessible, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const SIZES = { narrow: { width: 360, height: 740 }, wide: { width: 1600, height: 950 } };

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      const tab = (page, name) => page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name });

      test("the empty page", async ({ page }) => {
        await open(page);
        await expectAccessible(page);
        await box(page).fill("Something typed.");
        await expectAccessible(page);
      });

      test("an article with its findings", async ({ page }) => {
        await open(page);
        await box(page).focus();
        await page.getByRole("button", { name: "Try a sample" }).click();
        await expect(article(page)).toContainText("lighthouse");
        await expect(page.getByRole("progressbar")).toHaveCount(0);
        await expectAccessible(page);
        if (size === "narrow") {
          await tab(page, "Annotations").click();
          await expect(list(page)).toBeVisible();
          await expectAccessible(page);
          await tab(page, "Summary").click();
          await expect(page.getByRole("region", { name: "Summary" })).toBeVisible();
          await expectAccessible(page);
        }
      });

      test("with something picked, words selected, all labels shown, and a message", async ({ page }) => {
        await open(page);
        await box(page).fill(ARTICLE);
        await page.keyboard.press("Control+Enter");
        await expect(article(page)).toContainText("shameless");
        await expect.poll(() => page.evaluate(() => CSS.highlights.get("loaded")?.size ?? 0)).toBeGreaterThan(0);
        await click(page, "shameless");
        await drag(page, "a single vote");
        await page.getByRole("button", { name: "More labels" }).click();
        await expect(label(page, "Weasel")).toBeVisible();
        await expectAccessible(page);
        if (size === "narrow") await tab(page, "Annotations").click();
        await rows(page, "We will open").click();
        await details(page).getByRole("button", { name: "Accept", exact: true }).click();
        await drop(page, "a.scarequote.json", "{");
        await expect(page.getByRole("alert")).toContainText("not valid JSON");
        await expectAccessible(page);
      });
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`dialogs, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("how much is marked", async ({ page }) => {
      await openWith(page, ARTICLE);
      await page.getByRole("button", { name: "Adjust" }).click();
      await expect(page.getByRole("dialog", { name: "How much is marked" })).toBeVisible();
      await expectAccessible(page);
    });

    test("the keys", async ({ page }) => {
      await open(page);
      await page.getByRole("button", { name: "Keys" }).click();
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
      await expectAccessible(page);
    });

    test("renaming a speaker", async ({ page }) => {
      await openWith(page, ARTICLE);
      await rows(page, "We will open").click();
      await details(page).getByRole("button", { name: "Rename…" }).click();
      await expect(page.getByRole("dialog", { name: "Rename speaker" })).toBeVisible();
      await expectAccessible(page);
    });

    test("the earlier articles, and deleting one", async ({ page }) => {
      await openWith(page, ARTICLE);
      await page.getByRole("button", { name: "New" }).click();
      const bin = page.getByRole("button", { name: /^Delete “Library/ });
      await expect(bin).toBeVisible();
      await expectAccessible(page);
      await bin.click();
      await expect(page.getByRole("dialog", { name: "Delete this article from the browser?" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}
