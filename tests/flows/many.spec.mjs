// Tagging many at once: every occurrence, a label that is kept on, the last label again, all that are alike.

import { article, details, drag, expectDrawn, expectPicked, label, openWith, rows, selected, undo } from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const TEXT = `The regime spoke. A Regime is a regime, and regimes fall.

“We sail,” said Ada Moss. The brutal storm and the brutal sea were loud.`;

test("every occurrence of the selected words is labelled in one step", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => selected(page)).toBe("regime");
  await page.keyboard.press("Shift+T");
  const dialog = page.getByRole("dialog", { name: "Label every occurrence of “regime”" });
  await expect(dialog.getByText("It stands in 3 places.")).toBeVisible();
  await dialog.getByLabel("Capitals matter").check();
  await expect(dialog.getByText("It stands in 2 places.")).toBeVisible();
  await dialog.getByLabel("Capitals matter").uncheck();
  await dialog.getByLabel("Whole words only").uncheck();
  await expect(dialog.getByText("It stands in 4 places.")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveCount(4);
  await dialog.getByLabel("Whole words only").check();
  await dialog.getByLabel("Label", { exact: true }).selectOption("Puffery");
  await dialog.getByRole("button", { name: "Label 3 places" }).click();
  await expect(rows(page, "Puffery")).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(rows(page, "Puffery")).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await expect(rows(page, "Puffery")).toHaveCount(3);
  await page.reload();
  await expect(rows(page, "Puffery")).toHaveCount(3);
  await undo(page).click();
  await expect(rows(page, "Puffery")).toHaveCount(0);
});

test("with a label kept on, selecting is enough, by mouse and by keyboard", async ({ page }) => {
  await openWith(page, TEXT);
  const keep = page.getByRole("button", { name: "Sticky label" });
  await keep.click();
  await expect(keep).toHaveAttribute("aria-pressed", "true");
  await label(page, "Puffery").click();
  await expect(label(page, "Puffery")).toHaveAttribute("aria-pressed", "true");
  await drag(page, "spoke");
  await expectPicked(page, ["spoke"]);
  await drag(page, "loud");
  await expectPicked(page, ["loud"]);
  await article(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => selected(page)).toBe("were");
  await page.keyboard.press("Enter");
  await expectPicked(page, ["were"]);
  await expect(rows(page, "Puffery")).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(keep).toHaveAttribute("aria-pressed", "false");
  await drag(page, "fall");
  await expect(rows(page, "Puffery")).toHaveCount(3);
});

test("the last label is given again", async ({ page }) => {
  await openWith(page, TEXT);
  await drag(page, "spoke");
  await page.keyboard.press("w");
  await drag(page, "fall");
  await page.keyboard.press(".");
  await expect(rows(page, "Weasel")).toHaveCount(2);
});

test("all suggestions like the picked one are accepted at once", async ({ page }) => {
  await openWith(page, TEXT);
  await rows(page, "brutal").first().click();
  await details(page).getByRole("button", { name: "Accept all like this" }).click();
  await expect(rows(page, "brutal").getByLabel("accepted")).toHaveCount(2);
  await undo(page).click();
  await expect(rows(page, "brutal").getByLabel("suggested")).toHaveCount(2);
});

test("the suggestions are reviewed one by one, the doubtful first, with keys alone", async ({ page }) => {
  await openWith(page, ARTICLE);
  await article(page).focus();
  await page.keyboard.press("Shift+R");
  const review = details(page).getByRole("group", { name: "Review" });
  await expect(review.getByRole("progressbar")).toBeVisible();
  const left = async () => Number((await review.getByRole("status").textContent()).split(" ")[0]);
  const total = await left();
  expect(total).toBeGreaterThan(5);
  await page.keyboard.press("a");
  await expect.poll(left).toBe(total - 1);
  await page.keyboard.press("x");
  await expect.poll(left).toBe(total - 2);
  await page.keyboard.press("Control+z");
  await expect.poll(left).toBe(total - 1);
  for (let n = total - 1; n > 0; n -= 1) {
    await page.keyboard.press("a");
  }
  await expect(page.getByText("All suggestions that are shown have been judged.")).toBeVisible();
  await expect(review).toHaveCount(0);
});

test("words, sentences and paragraphs are chosen by keyboard", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect.poll(() => selected(page)).toBe("The regime spoke.");
  await page.keyboard.press("Control+ArrowRight");
  await expect.poll(() => selected(page)).toBe("A");
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+ArrowRight");
  await expect.poll(() => selected(page)).toBe("A");
  await page.keyboard.press("Control+Shift+ArrowDown");
  await expect.poll(() => selected(page)).toBe("A Regime is a regime, and regimes fall.");
});

test("annotations over the same words are picked in turn", async ({ page }) => {
  await openWith(page, "“We sail at dawn,” said Ada Moss. A brutal storm came.");
  await drag(page, "at dawn");
  await page.keyboard.press("5");
  await expectPicked(page, ["at dawn"]);
  await article(page).focus();
  await page.keyboard.press("Enter");
  await expectPicked(page, ["We sail at dawn,"]);
  await page.keyboard.press("Enter");
  await expectDrawn(page, "picked-part", ["at dawn"]);
});

test("ends move by a letter, of the selected words and of what is picked", async ({ page }) => {
  await openWith(page, TEXT);
  await drag(page, "spoke");
  for (let n = 0; n < 2; n += 1) await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect.poll(() => selected(page)).toBe("e spo");
  await page.keyboard.press("5");
  await expectPicked(page, ["e spo"]);
  await page.keyboard.press("Alt+ArrowRight");
  await expectPicked(page, ["e spok"]);
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expectPicked(page, ["spok"]);
});

test("with Alt held, the mouse selects exactly", async ({ page }) => {
  await openWith(page, TEXT);
  await page.keyboard.down("Alt");
  await drag(page, "ruta");
  await page.keyboard.up("Alt");
  await page.keyboard.press("5");
  await expectPicked(page, ["ruta"]);
  await drag(page, "ruta");
  await page.keyboard.press("4");
  await expectPicked(page, ["brutal"]);
});

test("a speaker is split in two, and merged again", async ({ page }) => {
  await openWith(page, "“We sail,” said Ada Moss. “We row,” said Ada Moss. “We swim,” Bo Reed told the council.");
  await rows(page, "We sail").click();
  await page.keyboard.press("Shift+Y");
  const dialog = page.getByRole("dialog", { name: "Rename speaker" });
  await dialog.getByLabel("New name").fill("Eva Moss");
  await dialog.getByRole("checkbox", { name: "We sail," }).uncheck();
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(rows(page, "Eva Moss")).toHaveCount(1);
  await expect(rows(page, "We row").filter({ hasText: "Eva Moss" })).toHaveCount(1);
  await rows(page, "We row").click();
  await page.keyboard.press("Shift+Y");
  await dialog.getByLabel("New name").fill("Ada Moss");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(rows(page, "Ada Moss")).toHaveCount(2);
  await details(page).getByLabel("To", { exact: true }).pressSequentially("the town council ");
  await expect(details(page).getByLabel("To", { exact: true })).toHaveValue("the town council ");
  await article(page).focus();
  await expect(details(page).getByLabel("To", { exact: true })).toHaveValue("the town council");
  await undo(page).click();
  await expect(details(page).getByLabel("To", { exact: true })).toHaveValue("");
});

test("more filters, which the summary follows", async ({ page }) => {
  await openWith(page, ARTICLE);
  const all = await rows(page).count();
  await drag(page, "books");
  await page.keyboard.press("5");
  await page.keyboard.press("Shift+F");
  const dialog = page.getByRole("dialog", { name: "Filter" });
  await dialog.getByLabel("Made").selectOption("by hand");
  await expect(dialog.getByText("1 pass the filter.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Summary", exact: true }).click();
  await expect(page.getByText("Of what passes the filter.")).toBeVisible();
  await expect(page.getByText("Nobody yet.")).toBeVisible();
  await page.getByRole("region", { name: "Summary" }).getByRole("button", { name: "Show all" }).click();
  await expect(page.getByText("Nobody yet.")).toBeHidden();
  expect(all).toBeGreaterThan(1);
});

test("what is picked is corrected with one key, and a search anew leaves alone what was judged", async ({ page }) => {
  await openWith(page, TEXT);
  await rows(page, "brutal").first().click();
  await page.keyboard.press("Shift+E");
  await expect(details(page).getByLabel("Category")).toBeFocused();
  await details(page).getByLabel("Category").selectOption("Puffery");
  await expect(rows(page, "Puffery")).toHaveCount(1);
  await rows(page, "brutal").last().click();
  await page.keyboard.press("x");
  const before = await rows(page).allTextContents();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("search for quotes");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  expect(await rows(page).allTextContents()).toEqual(before);
  await expect(rows(page, "brutal").last().getByLabel("rejected")).toBeVisible();
});
