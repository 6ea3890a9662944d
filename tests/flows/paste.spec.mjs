// From the empty page to findings: paste, type, the sample.

import { article, box, list, open, openWith, paste, rows, said, searched, summary } from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE, AWKWARD, DIRECT } from "./texts.mjs";

// Wide enough for the summary to stand beside the text.
test.use({ viewport: { width: 1600, height: 950 } });

const layer = (page, name) => page.getByRole("group", { name: "What is shown" }).getByRole("button", { name });

test("a pasted article shows its quotes, speakers and wording within two seconds", async ({ page }) => {
  await open(page);
  await box(page).focus();
  const start = Date.now();
  await paste(page, ARTICLE);
  await searched(page);
  expect(Date.now() - start, "milliseconds from paste to findings").toBeLessThan(2_000);

  for (const [words, speaker] of DIRECT) {
    await expect(rows(page, words)).toContainText("Direct quote");
    await expect(rows(page, words)).toContainText(speaker);
    await expect(summary(page).getByRole("button", { name: speaker })).toBeVisible();
  }
  await expect(rows(page, "controversial")).toContainText("Loaded language");
  const all = await said(page);
  const quotes = all.filter((row) => /(Direct|Indirect|Mixed) quote/.test(row));
  await expect(layer(page, "Quotes")).toContainText(String(quotes.length));
  await expect(article(page)).toContainText("We will open the doors on the first Sunday of May");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Library to open on Sundays after a year of protest");
  const picture = summary(page).getByRole("img");
  await expect(picture).toHaveAccessibleName(/loaded in the article's own voice/);
});

test("Ctrl V pastes from the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await expect(box(page)).toBeFocused();
  await page.evaluate((text) => navigator.clipboard.writeText(text), ARTICLE);
  await page.keyboard.press("Control+V");
  await searched(page);
  await expect(article(page)).toContainText("shameless gift");
});

test("a paste counts wherever the focus is on the empty page", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Try a sample" }).focus();
  await paste(page, ARTICLE);
  await searched(page);
});

test("typed text is searched with Ctrl Enter, or with the button", async ({ page }) => {
  const typed = "“We are ready,” said Ada Quill.";
  await open(page);
  await expect(page.getByRole("button", { name: "Find quotes and wording" })).toHaveCount(0);
  await box(page).pressSequentially(typed);
  await page.keyboard.press("Control+Enter");
  await expect(rows(page, "We are ready")).toContainText("Ada Quill");

  await page.getByRole("button", { name: "New" }).click();
  await expect(box(page)).toHaveValue("");
  await box(page).fill(typed);
  await page.getByRole("button", { name: "Find quotes and wording" }).click();
  await expect(rows(page, "We are ready")).toContainText("Ada Quill");
});

test("a paste into text that is already there is an ordinary paste", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await box(page).fill("Before. ");
  await page.evaluate(() => navigator.clipboard.writeText("After."));
  await box(page).press("End");
  await page.keyboard.press("Control+V");
  await expect(box(page)).toHaveValue("Before. After.");
});

test("the sample shows what the page does", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Try a sample" }).click();
  await searched(page);
  await expect(layer(page, "Quotes")).toContainText(/[1-9]/);
  await expect(layer(page, "Loaded wording")).toContainText(/[1-9]/);
  await expect(layer(page, "Epistemic cues")).toContainText(/[1-9]/);
});

test("a text without words says so", async ({ page }) => {
  await open(page);
  await box(page).fill("  \n ");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("There is no text in it");
  await expect(box(page)).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByRole("alert")).toHaveText("");
});

test("markup in an article stays text", async ({ page }) => {
  await openWith(page, AWKWARD.markup);
  await expect(article(page)).toContainText("<img src=x onerror=");
  await expect(article(page).locator("img, script, b, i")).toHaveCount(0);
  await expect(list(page).locator("b, i, img")).toHaveCount(0);
  await expect(page).toHaveTitle(/Scarequote/);
});

for (const [name, text] of Object.entries(AWKWARD).filter(([name]) => name !== "markup")) {
  test(`an article of this kind is shown whole: ${name}`, async ({ page }) => {
    await open(page);
    await box(page).focus();
    await paste(page, text);
    const words = text.split(/\s+/).filter(Boolean);
    await expect.poll(() => article(page).locator("p").allTextContents().then((p) => p.join(" ").split(/\s+/))).toEqual(
      name === "oneWord" ? expect.anything() : words,
    );
    if (name === "oneWord") {
      const length = () => article(page).textContent().then((text) => text.length);
      await expect.poll(length).toBe(text.length);
    }
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await expect(page.getByRole("alert")).toHaveText("");
  });
}

test("an article in Arabic runs from right to left", async ({ page }) => {
  await open(page);
  await box(page).focus();
  await paste(page, AWKWARD.arabic);
  const paragraph = article(page).locator("p").first();
  await expect(paragraph).toBeVisible();
  await expect.poll(() => paragraph.evaluate((p) => getComputedStyle(p).direction)).toBe("rtl");
});

test("a new article leaves the first among the earlier ones", async ({ page }) => {
  await openWith(page, ARTICLE);
  await page.getByRole("button", { name: "New" }).click();
  await expect(box(page)).toBeFocused();
  const earlier = page.getByRole("region", { name: "Earlier articles in this browser" });
  await earlier.getByRole("button", { name: "Library to open on Sundays", exact: false }).first().click();
  await searched(page);
  await expect(rows(page, "controversial")).toBeVisible();
});
