// A browser without highlights of its own: the same is drawn behind the text, and the text stays as it is.

import { article, drag, drawn, expectDrawn, open, openWith, rows } from "./desk.mjs";
import { expect, expectAccessible, test } from "./support.mjs";
import { ARTICLE, longArticle } from "./texts.mjs";

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(CSS, "highlights", { value: undefined, writable: true });
    delete window.Highlight;
  });
});

/** The boxes on the screen that are drawn as `name`, and whether a paragraph of the article lies over each. */
const boxes = (page, name) =>
  page.locator(`svg.drawn rect.${name}`).evaluateAll((shapes) => {
    const frame = document.querySelector(".frame").getBoundingClientRect();
    const rects = shapes.map((shape) => shape.getBoundingClientRect());
    return rects
      .filter(({ top, bottom }) => top > frame.top && bottom < frame.bottom)
      .map(({ left, right, top, bottom }) => {
        const over = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
        return { width: right - left, height: bottom - top, overText: over.some((element) => element.matches("#article p")) };
      });
  });

test("what is found, made and picked is drawn, and follows what a person does", async ({ page }) => {
  await openWith(page, ARTICLE);
  const text = await article(page).textContent();
  await expectDrawn(page, "picked-part", []);
  const found = await drawn(page, "content");
  expect(found.length).toBeGreaterThan(3);
  await expect.poll(async () => (await boxes(page, "content")).length).toBeGreaterThan(3);
  for (const box of await boxes(page, "content")) {
    expect(box).toMatchObject({ overText: true });
    expect(box.width * box.height).toBeGreaterThan(20);
  }
  await rows(page, "We will open").click();
  await expect(page.locator("svg.drawn rect.picked-part")).not.toHaveCount(0);
  await page.keyboard.press("a");
  await expect(page.locator("svg.drawn rect.content-accepted")).not.toHaveCount(0);
  await drag(page, "single vote");
  await page.keyboard.press("5");
  await expectDrawn(page, "picked-part", ["single vote"]);
  await expect(page.locator("svg.drawn path.loaded").last()).toHaveAttribute("d", /q/);
  await page.keyboard.press("Control+z");
  await expectDrawn(page, "picked-part", []);
  expect(await article(page).textContent()).toBe(text);
  await expectAccessible(page);
});

test("it moves with the text, and draws what comes into view", async ({ page }) => {
  await openWith(page, longArticle(60_000));
  const frame = article(page).locator("xpath=..");
  await frame.evaluate((frame) => (frame.scrollTop = frame.scrollHeight / 2));
  const seen = () =>
    page.locator("svg.drawn path.source").evaluateAll((shapes) => {
      const { top, bottom } = document.querySelector(".frame").getBoundingClientRect();
      return shapes.filter((shape) => shape.getBoundingClientRect().top > top && shape.getBoundingClientRect().bottom < bottom).length;
    });
  await expect.poll(seen).toBeGreaterThan(3);
  await page.setViewportSize({ width: 500, height: 700 });
  await expect.poll(async () => (await boxes(page, "content")).some(({ overText }) => overText)).toBe(true);
});

test("the looks of marks are said in properties that Safari knows", async ({ page }) => {
  await open(page);
  const styles = await page.evaluate(async () => {
    const texts = [...document.styleSheets].map(async ({ href }) => (await fetch(href)).text());
    return (await Promise.all(texts)).join("\n");
  });
  expect(styles).toContain("::highlight(loaded)");
  // A line with a style, a thickness or a colour in one property is left out there.
  expect(styles.match(/text-decoration:[^;}]*\s[^;}]*/g) ?? []).toEqual([]);
});
