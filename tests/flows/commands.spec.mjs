// The palette of commands, and keys of a person's own.

import { article, expectPicked, list, open, openWith, rows } from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const dialog = (page, name) => page.getByRole("dialog", { name });
const field = (page) => page.getByRole("combobox", { name: "Command" });

test("a command is found by typing, and run with Enter", async ({ page }) => {
  await openWith(page, ARTICLE);
  await article(page).focus();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("next load");
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toHaveText(/Next loaded wording/);
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expectPicked(page, ["controversial"]);
  await expect(article(page)).toBeFocused();
});

test("the palette goes round with the arrows, says when nothing fits, and closes with Escape", async ({ page }) => {
  await openWith(page, ARTICLE);
  await list(page).focus();
  await page.keyboard.press("Control+k");
  await page.keyboard.press("ArrowUp");
  const chosen = page.getByRole("dialog").getByRole("option", { selected: true });
  await expect(chosen).toHaveText(/map of keys/);
  await expect(chosen).toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveText(/^Quote/);
  await page.keyboard.type("qqq");
  await expect(page.getByText("No command has these words in its name.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(list(page)).toBeFocused();
});

test("the next dialog opens right after Escape, and stays", async ({ page }) => {
  await openWith(page, ARTICLE);
  await article(page).focus();
  for (let time = 0; time < 5; time++) {
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(dialog(page, "Keys")).toBeVisible();
    await page.waitForTimeout(50); // a closing that is told late would close it
    await expect(dialog(page, "Keys")).toBeVisible();
    await page.keyboard.press("Escape");
  }
});

test("a command can be chosen with the mouse, and without an article only those that need none are offered", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveCount(6);
  await page.getByRole("option", { name: /map of keys/ }).click();
  await expect(dialog(page, "Keys")).toBeVisible();
});

test("a command gets another key, which stays after a reload, and its first one again", async ({ page }) => {
  await openWith(page, ARTICLE);
  await article(page).focus();
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "Next annotation: J. Change the key" }).click();
  await page.keyboard.press("g");
  await expect(page.getByRole("button", { name: "Next annotation: G. Change the key" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Generalization: none. Change the key" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await article(page).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("g");
  await expectPicked(page, ["We will open the doors on the first Sunday of May,"]);
  await page.keyboard.press("?");
  await page.getByRole("button", { name: "First keys again" }).click();
  await expect(page.getByRole("button", { name: "Next annotation: J. Change the key" })).toBeVisible();
});
