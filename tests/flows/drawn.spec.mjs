// A browser without highlights of its own: the same is drawn behind the text, and the text stays as it is.

import { article, drag, drawn, expectDrawn, open, openWith, rows } from "./desk.mjs";
import { expect, expectAccessible, test } from "./support.mjs";
import { ARTICLE, longArticle } from "./texts.mjs";

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(CSS, "highlights", { value: undefined, writable: true, configurable: true });
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

test("on paper, the marks are at their words and not where they were on the screen", async ({ page }) => {
  await openWith(page, ARTICLE);
  const text = await article(page).textContent();
  await page.setViewportSize({ width: 700, height: 900 }); // as wide as paper
  await page.emulateMedia({ media: "print" });
  await expect(article(page)).toBeVisible(); // whoever has the page printed without telling it gets the text alone
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = page.locator(".paper");
  for (const name of ["content", "source", "loaded", "epistemic"]) {
    const marked = (await paper.locator(`.ink-${name}`).allTextContents()).join("").replace(/\s/g, "");
    const wanted = await drawn(page, name);
    expect(wanted.length).toBeGreaterThan(0);
    for (const words of wanted) expect(marked).toContain(words.replace(/\s/g, ""));
    const look = await paper.locator(`.ink-${name}`).first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
    expect(look).toBe("underline");
  }
  expect(await paper.textContent()).toBe(text);
  await expect(paper).toBeVisible();
  await expect(page.locator("#article")).toBeHidden();
  await expect(page.locator("svg.drawn")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(paper).toHaveCount(0);
  await expect(article(page)).toBeVisible();
});

test("what goes to paper is not drawn for the screen as well", async ({ page }) => {
  await openWith(page, longArticle(60_000));
  const shapes = page.locator("svg.drawn *");
  await expect(shapes).not.toHaveCount(0);
  const before = await shapes.count();
  await page.evaluate(async () => {
    dispatchEvent(new Event("beforeprint"));
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await page.locator('.paper [class^="ink-"]').count()).toBeGreaterThan(before);
  expect(await shapes.count()).toBe(before);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".paper")).toHaveCount(0);
  await rows(page, "").first().click();
  await expect(page.locator("svg.drawn rect.picked-part")).not.toHaveCount(0);
});

test("with colours of the system's, marks are seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openWith(page, ARTICLE);
  await expect.poll(async () => (await boxes(page, "content")).length).toBeGreaterThan(3);
  for (const kind of ["content", "source", "loaded", "epistemic"]) {
    const shape = page.locator(`svg.drawn path.${kind}`).first();
    const { x, y, width, height } = await shape.boundingBox();
    const clip = { x, y: y - 2, width, height: height + 4 };
    const seen = await page.screenshot({ clip });
    await shape.evaluate((shape) => (shape.style.visibility = "hidden"));
    expect(seen.equals(await page.screenshot({ clip })), kind).toBe(false);
  }
});

for (const [browser, name, value] of [
  ["Safari", "vendor", "Apple Computer, Inc."],
  ["Firefox 140", "userAgent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"],
]) {
  test(`the highlights of ${browser} are not good enough`, async ({ page, context }) => {
    await context.addInitScript(
      ([name, value]) => {
        CSS.highlights = new Map([["never", new Set()]]);
        Object.defineProperty(Navigator.prototype, name, { get: () => value });
      },
      [name, value],
    );
    await openWith(page, ARTICLE);
    await expect(page.locator("svg.drawn rect.content")).not.toHaveCount(0);
    expect((await drawn(page, "content")).length).toBeGreaterThan(3);
  });
}

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
