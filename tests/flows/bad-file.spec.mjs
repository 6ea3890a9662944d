// A file that is no good is refused with the reason and the place, and nothing changes.

import { choose, click, details, drop, exported, open, openWith, rows, said } from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

/** What is wrong with a file, how a good one becomes so, and what the message has to say. */
const BAD = [
  ["cut off", "a.scarequote.json", (good) => good.slice(0, good.length / 2), /damaged or cut off.*line \d+/],
  ["empty", "a.scarequote.json", () => "", /damaged or cut off|empty/],
  ["of another kind", "a.json", () => '"a string"', /“a.json” was not opened/],
  ["a list", "a.json", () => "[1, 2, 3]", /“a.json” was not opened/],
  ["newer", "a.scarequote.json", (good) => good.replace('"version": 1', '"version": 99'), /newer.*version 99/i],
  [
    "at odds with its text",
    "a.scarequote.json",
    (good) => good.replace('"exact":"controversial"', '"exact":"sensible"'),
    /annotation “a\d+”.*“sensible” should stand at \d+–\d+.*“controversial”/,
  ],
  [
    "beyond its text",
    "a.scarequote.json",
    (good) => good.replace(/"end":(\d+),"exact":"controversial"/, '"end":99999,"exact":"controversial"'),
    /annotation “a\d+”.*does not fit a text of \d+ code points/,
  ],
  [
    "of an unknown category",
    "a.scarequote.json",
    (good) => good.replace('"category":"loaded-language"', '"category":"rumour"'),
    /rumour.*line \d+/,
  ],
  ["binary", "a.txt", () => "\u0000\u0001\u0002PNG\u0000", /“a.txt” was not opened/],
  ["a text without words", "a.txt", () => " \n\n", /no text in it/],
];

for (const [what, name, spoil, message] of BAD) {
  test(`a file that is ${what} is refused and changes nothing`, async ({ page }) => {
    await openWith(page, ARTICLE);
    await click(page, "controversial");
    await details(page).getByRole("button", { name: "Accept", exact: true }).click();
    await expect(rows(page, "controversial").getByLabel("accepted")).toBeVisible();
    const before = await said(page);
    const good = await exported(page);
    const bad = spoil(good.text);
    expect(bad).not.toBe(good.text);

    await drop(page, name, bad);
    await expect(page.getByRole("alert")).toHaveText(message);
    expect(await said(page)).toEqual(before);
    await expect(details(page).getByRole("button", { name: "Accept", exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("button", { name: /^Undo: Accept/ })).toBeEnabled();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("alert")).toHaveText("");
    expect((await exported(page)).text).toBe(good.text);
  });
}

test("a bad file on the empty page leaves it empty, and names the file", async ({ page }) => {
  await open(page);
  await drop(page, "holiday.scarequote.json", "{");
  await expect(page.getByRole("alert")).toContainText("not valid JSON");
  await expect(page.getByRole("textbox", { name: "Text of the article" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("holiday.scarequote.json");
});

test("the same bad file can be chosen twice", async ({ page }) => {
  await open(page);
  for (let n = 0; n < 2; n += 1) {
    await choose(page, "a.scarequote.json", "{");
    await expect(page.getByRole("alert")).toContainText("not valid JSON");
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("alert")).toHaveText("");
  }
});
