// The page fits every width, does not jump, and has a dark side.

import { article, box, click, details, list, open, openWith, paste, rows, searched } from "./desk.mjs";
import { expect, expectFits, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const SIZES = [
  [360, 740],
  [768, 1024],
  [1280, 800],
  [1600, 950],
];

const tab = (page, name) => page.getByRole("navigation", { name: "Parts of the page" }).getByRole("button", { name });

for (const [width, height] of SIZES) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test("nothing sticks out, whatever is shown", async ({ page }) => {
      await open(page);
      await expectFits(page);
      await box(page).fill("“We are ready,” said Ada Quill.");
      await expectFits(page);
      await box(page).fill("");
      await box(page).focus();
      await paste(page, ARTICLE);
      await expect(page.getByRole("progressbar")).toHaveCount(0);
      await expect.poll(() => page.evaluate(() => CSS.highlights.get("loaded").size)).toBeGreaterThan(0);
      await expectFits(page);
      await click(page, "shameless");
      await page.getByRole("button", { name: "More labels" }).click();
      await expectFits(page);
      if (width < 900) {
        await tab(page, "Annotations").click();
        await expectFits(page);
        await rows(page, "We will open").click();
        await expectFits(page);
        await tab(page, "Summary").click();
        await expectFits(page);
      } else {
        await rows(page, "We will open").click();
        await expectFits(page);
      }
      await page.getByRole("button", { name: "Keys" }).click();
      await expectFits(page);
    });

    test("nothing moves from the start to the findings", async ({ page }) => {
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((entries) => {
          for (const { value, sources } of entries.getEntries()) {
            const what = sources.map(({ node }) => node?.outerHTML?.slice(0, 60) ?? node?.nodeName);
            window.shifts.push({ value, what });
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      // Every shift counts here, also one right after the paste.
      const expectStill = async (what) => {
        const shifts = await page.evaluate(() => window.shifts.splice(0));
        const score = shifts.reduce((sum, { value }) => sum + value, 0);
        expect(score, `${what}: ${JSON.stringify(shifts)}`).toBeLessThan(0.02);
      };
      await open(page);
      await page.waitForLoadState("networkidle");
      await expectStill("start");
      await box(page).focus();
      await paste(page, ARTICLE);
      await expect.poll(() => page.evaluate(() => CSS.highlights.get("loaded")?.size ?? 0)).toBeGreaterThan(0);
      // The change from the one screen to the other is what the person asked for; what comes after it may not move.
      await page.evaluate(() => window.shifts.splice(0));
      await expect(page.getByRole("progressbar")).toHaveCount(0);
      await page.reload();
      await expect(article(page)).toContainText("shameless");
      await expect.poll(() => page.evaluate(() => CSS.highlights.get("loaded")?.size ?? 0)).toBeGreaterThan(0);
      await expectStill("reload with an article");
      await click(page, "shameless");
      await expect.poll(() => page.evaluate(() => CSS.highlights.get("picked-part").size)).toBe(1);
      await click(page, "controversial");
      await expect.poll(() => page.evaluate(() => CSS.highlights.get("picked-part").size)).toBe(1);
      await expectStill("picking");
    });
  });
}

test.describe("narrow", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("tabs switch between text, annotations and summary", async ({ page }) => {
    const summary = page.getByRole("region", { name: "Summary" });
    await open(page);
    await box(page).focus();
    await paste(page, ARTICLE);
    await expect(article(page)).toContainText("shameless");
    await expect(tab(page, "Text")).toHaveAttribute("aria-current", "true");
    await expect(list(page)).toBeHidden();
    await expect(summary).toBeHidden();
    await tab(page, "Annotations").click();
    await expect(list(page)).toBeVisible();
    await expect(article(page)).toBeHidden();
    await tab(page, "Summary").click();
    await expect(summary).toBeVisible();
    await expect(list(page)).toBeHidden();
    await expect(tab(page, "Summary")).toHaveAttribute("aria-current", "true");
    await page.reload();
    await expect(summary).toBeVisible();
  });

  test("what is picked in the text is in view in the list, and the other way round", async ({ page }) => {
    await open(page);
    await box(page).focus();
    await paste(page, ARTICLE);
    await expect.poll(() => page.evaluate(() => CSS.highlights.get("loaded")?.size ?? 0)).toBeGreaterThan(0);
    await click(page, "so-called experts");
    await tab(page, "Annotations").click();
    await expect(rows(page, "so-called experts")).toHaveAttribute("aria-selected", "true");
    await expect(rows(page, "so-called experts")).toBeInViewport();
    await expect(details(page)).toContainText("Loaded language");

    await rows(page, "the extra day").click();
    await tab(page, "Text").click();
    const inView = () =>
      page.evaluate(() => {
        const [{ startContainer, startOffset, endOffset }] = CSS.highlights.get("picked-part");
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(startContainer, endOffset);
        const { top, bottom } = document.querySelector("#article").parentElement.getBoundingClientRect();
        const rect = range.getBoundingClientRect();
        return rect.height > 0 && rect.top >= top && rect.bottom <= bottom;
      });
    await expect.poll(inView).toBe(true);
  });

  test("N leads to the note, and Escape back to the text", async ({ page }) => {
    await open(page);
    await box(page).focus();
    await paste(page, ARTICLE);
    await expect.poll(() => page.evaluate(() => CSS.highlights.get("loaded")?.size ?? 0)).toBeGreaterThan(0);
    await page.keyboard.press("j");
    await page.keyboard.press("n");
    await expect(details(page).getByLabel("Note")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(article(page)).toBeFocused();
  });

  test("half of the window is text", async ({ page }) => {
    await open(page);
    await box(page).focus();
    await paste(page, ARTICLE);
    await expect(article(page)).toBeVisible();
    const { height } = await article(page).locator("..").boundingBox();
    expect(height).toBeGreaterThan(740 / 2);
  });
});

test("the lines are no longer than is good for reading", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 950 });
  await openWith(page, ARTICLE);
  const { width } = await article(page).locator("p").first().boundingBox();
  const size = await article(page).evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  expect(width / size).toBeLessThan(40);
});

test("the first row of the list begins at its top", async ({ page }) => {
  await openWith(page, ARTICLE);
  const [frame, row] = [await list(page).boundingBox(), await rows(page).first().boundingBox()];
  expect(row.y - frame.y).toBeLessThan(2);
});

test("the dark scheme is dark, and the light one light", async ({ page }) => {
  const background = () =>
    page.evaluate(() => {
      const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number);
      return (red + green + blue) / 3;
    });
  await page.emulateMedia({ colorScheme: "light" });
  await openWith(page, ARTICLE);
  expect(await background()).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background()).toBeLessThan(60);
  await searched(page);
});

test("with forced colours and larger text, everything is still there", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.setViewportSize({ width: 640, height: 400 });
  await open(page);
  await box(page).focus();
  await paste(page, ARTICLE);
  await expect(article(page)).toContainText("shameless");
  await expectFits(page);
});
