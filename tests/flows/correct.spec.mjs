// Correcting the text itself: annotations move with their words, and what is new is searched.

import { article, details, drawn, openWith, rows, searched, settled, undo } from "./desk.mjs";
import { expect, test } from "./support.mjs";

const TEXT = `Ferry runs again

“We waited long enough,” harbour master Mira Tol said on Monday.

“It is over, Bo Reed said. A brutal storm came.`;

const field = (page) => page.getByRole("dialog").getByRole("textbox");

test("a typo is corrected by keyboard, and the quote keeps its words", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("F2");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue(/^“We waited/);
  await field(page).fill("“We waited long enough,” harbour master Mira Toll said on Monday.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(article(page)).toContainText("Mira Toll said");
  await expect(article(page)).toBeFocused();
  await expect(rows(page, "We waited long enough")).toHaveCount(1);
  await expect(rows(page, "Mira Tol")).toHaveCount(1);
  await settled(page);
  expect(await drawn(page, "source")).toContain("harbour master Mira Toll");

  await page.keyboard.press("Control+z");
  await expect(article(page)).toContainText("Mira Tol said");
  await page.keyboard.press("Control+y");
  await expect(article(page)).toContainText("Mira Toll said");
  await page.reload();
  await searched(page);
  await expect(article(page)).toContainText("Mira Toll said");
  await expect(undo(page)).toHaveAccessibleName("Undo: Correct the text");
});

test("a mark that was missing is put in by mouse, and the quote is found; one undo takes both back", async ({ page }) => {
  await openWith(page, TEXT);
  const before = await rows(page).allTextContents();
  await article(page).getByText("A brutal storm came").click({ position: { x: 12, y: 8 } });
  await page.keyboard.press("Escape");
  await details(page).getByRole("button", { name: /Correct the text/ }).click();
  await field(page).fill("“It is over,” Bo Reed said. A brutal storm came.");
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(rows(page, "It is over,")).toHaveCount(1);
  await expect(rows(page, "Direct")).toHaveCount(2);
  await undo(page).click();
  await expect.poll(() => rows(page).allTextContents()).toEqual(before);
});

test("what is set aside loses its suggestions, and what is put back is searched", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+ArrowDown");
  const before = await rows(page).allTextContents();
  await page.keyboard.press("l");
  await expect(rows(page, "We waited long enough")).toHaveCount(0);
  await expect(undo(page)).toHaveAccessibleName("Undo: Set aside");
  await page.keyboard.press("l");
  await expect.poll(() => rows(page).allTextContents()).toEqual(before);
  await expect(undo(page)).toHaveAccessibleName("Undo: Put back");
});

test("words that are taken out take their annotations along, and the person is told", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("F2");
  await field(page).fill("A storm came.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("lost");
  await expect(rows(page, "brutal")).toHaveCount(0);
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(article(page)).toContainText("A storm came.");
});

test("what is typed in a dialog stays when something else on the page changes", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("Home");
  const told = page.getByText("There is nothing to undo.");
  /** Types while a notice is there, and waits until it goes by itself. */
  const type = async (field, words) => {
    await expect(told).toBeVisible();
    await field.fill(words);
    await expect(told).toHaveCount(0);
    await expect(field).toHaveValue(words);
  };
  await page.keyboard.press("Control+z");
  await page.keyboard.press("F2");
  await type(field(page), "Ferry runs once more");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+i");
  await type(page.getByRole("textbox", { name: "Author" }), "Tessa Quill");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.keyboard.press("Control+i");
  await expect(page.getByRole("textbox", { name: "Author" })).toHaveValue("Tessa Quill");
});
