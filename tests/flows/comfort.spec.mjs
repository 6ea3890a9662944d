// How the text is read: size, width, typeface, colours, and on paper.

import { article, drawn, expectDrawn, openWith, rows } from "./desk.mjs";
import { expect, expectAccessible, test } from "./support.mjs";
import { ARTICLE, longArticle } from "./texts.mjs";

const style = (locator, name) => locator.evaluate((element, name) => getComputedStyle(element)[name], name);

test("size, width, typeface and colours are set by keyboard, seen at once, and stay after a reload", async ({ page }) => {
  await openWith(page, ARTICLE);
  await article(page).focus();
  const before = Number.parseFloat(await style(article(page), "fontSize"));
  await page.keyboard.press("Shift+C");
  const dialog = page.getByRole("dialog", { name: "Reading" });
  await dialog.getByLabel("Text size").selectOption("Very large");
  await dialog.getByLabel("Line width").selectOption("Narrow");
  await dialog.getByLabel("Line spacing").selectOption("Open");
  await dialog.getByLabel("Typeface").selectOption("Sans serif");
  await dialog.getByLabel("Colours").selectOption("Dark");
  const large = Number.parseFloat(await style(article(page), "fontSize"));
  expect(large).toBeGreaterThan(before * 1.3);
  const dark = await style(page.locator("html"), "backgroundColor");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  expect(Number.parseFloat(await style(article(page), "fontSize"))).toBe(large);
  expect(await style(page.locator("html"), "backgroundColor")).toBe(dark);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reading" }).click();
  await dialog.getByRole("button", { name: "Reset" }).click();
  expect(Number.parseFloat(await style(article(page), "fontSize"))).toBe(before);
  expect(await style(page.locator("html"), "backgroundColor")).not.toBe(dark);
});

test("each paragraph runs in its own direction", async ({ page }) => {
  await openWith(page, "The minister spoke.\n\nقال الوزير: «سنبدأ غدا» في المدينة.\n\n“We begin,” said Ada Moss.");
  const starts = (text) =>
    article(page)
      .locator("p", { hasText: text })
      .evaluate((p) => {
        const range = document.createRange();
        range.setStart(p.firstChild, 0);
        range.setEnd(p.firstChild, 1);
        const [letter, box] = [range.getBoundingClientRect(), p.getBoundingClientRect()];
        return letter.left - box.left < box.width / 2 ? "left" : "right";
      });
  expect(await starts("minister")).toBe("left");
  expect(await starts("الوزير")).toBe("right");
  expect(await starts("We begin")).toBe("left");
});

test("the whole article goes to paper, with every mark and nothing else", async ({ page }) => {
  await openWith(page, longArticle(60_000));
  const near = (await drawn(page, "source")).length;
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const all = (await drawn(page, "source")).length;
  expect(all).toBeGreaterThan(near * 1.5);
  await expect(page.getByRole("toolbar", { name: "Labels" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Export" })).toBeHidden();
  await expect(article(page).locator("p").last()).toBeVisible();
  const height = await article(page).evaluate((element) => element.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(5_000);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect.poll(async () => (await drawn(page, "source")).length).toBeLessThan(all / 1.5);
});

test("whatever part of the page is shown, the article goes to paper", async ({ page }) => {
  await openWith(page, ARTICLE);
  await page.getByRole("button", { name: "Summary", exact: true }).click();
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(article(page)).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(article(page)).toBeVisible();
});

test("with colours of the system's, everything is there", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openWith(page, ARTICLE);
  await rows(page, "We will open").click();
  await expectDrawn(page, "picked-part", ["We will open the doors on the first Sunday of May,"]);
  await expectAccessible(page);
});
