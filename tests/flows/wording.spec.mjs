// How much is marked: limits, words that are ignored, and texts that are not English. By keyboard where a hand would be on it.

import { article, details, list, openWith, rows, summary, undo } from "./desk.mjs";
import { expect, test } from "./support.mjs";

const TEXT = `Council split over bridge

The brutal regime of fees ended on Monday. The mayor slammed the brutal plan, and residents mocked it.

A brutal winter may follow. Critics say the bridge is old.`;

const dialog = (page) => page.getByRole("dialog", { name: "How much is marked" });
const slider = (page, name, number = 0) => dialog(page).getByRole("slider", { name }).nth(number);

test("a limit hides markers at once, says how many are left, and is remembered for other articles", async ({ page }) => {
  await openWith(page, TEXT);
  await expect(rows(page, "brutal")).toHaveCount(3);
  await article(page).focus();
  await page.keyboard.press("o");
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toContainText("5 of 5");
  await slider(page, "Loaded language").fill("100");
  await expect(slider(page, "Loaded language")).toHaveAttribute("aria-valuetext", /from 100 %, 0 of \d+ shown/);
  await page.keyboard.press("Escape");
  await expect(rows(page, "brutal")).toHaveCount(0);
  await expect(rows(page, "regime")).toHaveCount(1);
  await page.reload();
  await expect(rows(page, "regime")).toHaveCount(1);
  await expect(rows(page, "brutal")).toHaveCount(0);
  await page.getByRole("button", { name: "Adjust" }).click();
  await dialog(page).getByRole("button", { name: "Reset" }).click();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(rows(page, "brutal")).toHaveCount(3);
});

test("words are ignored in this article with one key, and undone with one", async ({ page }) => {
  await openWith(page, TEXT);
  await rows(page, "brutal").first().click();
  await expect(details(page)).toContainText("carries a judgement");
  await page.keyboard.press("Shift+X");
  await expect(list(page).getByRole("option", { name: /rejected/ })).toHaveCount(3);
  await undo(page).click();
  await expect(page.getByText("Undone: reject all like this: 3.")).toBeVisible();
  await expect(list(page).getByRole("option", { name: /rejected/ })).toHaveCount(0);
});

test("words are ignored always, until they are marked again", async ({ page }) => {
  await openWith(page, TEXT);
  await rows(page, "brutal").first().click();
  await details(page).getByRole("button", { name: "Ignore these words always" }).click();
  await expect(rows(page, "brutal")).toHaveCount(0);
  await expect(page.getByText("“brutal” is not marked any more")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(rows(page, "brutal")).toHaveCount(3);
  await rows(page, "brutal").first().click();
  await page.keyboard.press("d");
  await expect(rows(page, "brutal")).toHaveCount(0);
  await page.getByRole("button", { name: "New" }).click();
  await openWith(page, `${TEXT}\n\nAnother line.`);
  await expect(rows(page, "regime")).toHaveCount(1);
  await expect(rows(page, "brutal")).toHaveCount(0);
  await page.getByRole("button", { name: "Adjust" }).click();
  await dialog(page).getByRole("button", { name: "Mark “brutal” again" }).click();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(rows(page, "brutal")).toHaveCount(3);
});

test("what another tab ignores is ignored here too, and not forgotten", async ({ page, context }) => {
  await openWith(page, TEXT);
  const other = await context.newPage();
  await openWith(other, TEXT);
  await rows(other, "brutal").first().click();
  await other.keyboard.press("d");
  await expect(rows(page, "brutal")).toHaveCount(0);
  await page.getByRole("button", { name: "Adjust" }).click();
  await slider(page, "Label").fill("60");
  await expect(dialog(page).getByRole("button", { name: "Mark “brutal” again" })).toBeVisible();
  await other.reload();
  await expect(rows(other, "slammed")).toHaveCount(1);
  await expect(rows(other, "brutal")).toHaveCount(0);
});

test("a marker names its evidence and a plainer wording", async ({ page }) => {
  await openWith(page, TEXT);
  await rows(page, "regime").click();
  await expect(details(page)).toContainText("neutral: “government”");
});

test("of a text in another language the page says what it does not look for", async ({ page }) => {
  await openWith(
    page,
    "Die Fähre hatte vor Mittag abgelegt, und am Kai hatte sie niemand fahren sehen. Der Hafenmeister sagte: „Wir haben die " +
      "Mannschaft gewarnt, und zwar mehrmals.“ Danach ging er nach Hause und sprach mit niemandem mehr darüber.",
  );
  await page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name: "Summary" }).click();
  await expect(summary(page)).toContainText("for English alone");
  await page.reload();
  await expect(summary(page)).toContainText("does not seem to be English");
});

test("the summary tells how much the article leans and leads to the sentences that do", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 950 }); // the summary stands beside the text
  await openWith(page, TEXT);
  const score = async () => Number(await summary(page).locator(".score strong").textContent());
  const before = await score();
  expect(before).toBeGreaterThan(30);
  await expect(summary(page).getByRole("img")).toHaveAccessibleName(/It leans most \d+ % into the article/);
  const sentence = summary(page).getByRole("button", { name: /The mayor slammed the brutal plan/ });
  await sentence.focus();
  await page.keyboard.press("Enter");
  await expect(article(page)).toBeFocused();
  await page.keyboard.press("j");
  await expect(details(page)).toContainText("slammed");
  for (const words of ["slammed", "mocked"]) {
    await rows(page, words).first().click();
    await page.keyboard.press("x");
  }
  await rows(page, "brutal").nth(1).click();
  await page.keyboard.press("x");
  await expect(sentence).toHaveCount(0);
  const after = await score();
  expect(after).toBeLessThan(before);
  await page.reload();
  await expect(summary(page).locator(".score strong")).toHaveText(String(after));
});
