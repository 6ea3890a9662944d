// Two hands, each with only one way to give commands and to use what is in a dialog: the keyboard, and a pointer, which is a mouse or a finger.

import { box } from "./desk.mjs";
import { expect } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

export const dialog = (page, name) => page.getByRole("dialog", { name });
const banner = (page) => page.getByRole("banner");

/** Begins with the article anew, whatever is shown. */
export async function begin(page) {
  if ((await page.getByRole("dialog").count()) > 0) await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  if (!(await box(page).isVisible())) await banner(page).getByRole("button", { name: "New" }).click();
  await box(page).fill(ARTICLE);
  await box(page).press("Control+Enter");
  await page.waitForFunction(
    () => document.activeElement.id === "article" && !document.querySelector("progress") && CSS.highlights.get("loaded").size > 0,
  );
}

/** The names of all commands, with their keys, as the palette shows them. */
export async function offered(page) {
  await page.keyboard.press("Control+k");
  const found = await dialog(page, "Commands").getByRole("option").evaluateAll((options) =>
    options.map((option) => [option.querySelector("span").textContent, option.querySelector("kbd")?.textContent ?? ""]),
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return new Map(found);
}

/** Selects words of one paragraph. */
export async function select(page, words) {
  await page.evaluate((words) => {
    const node = [...document.querySelectorAll("#article p")].find((p) => p.textContent.includes(words)).firstChild;
    const start = node.data.indexOf(words);
    getSelection().setBaseAndExtent(node, start, node, start + words.length);
  }, words);
  await expect(page.getByText("Label the selected words")).toHaveCount(1);
}

/** Gives a command by a hand that has no keyboard. */
export async function point(page, name, touch) {
  const act = (locator) => (touch ? locator.tap() : locator.click());
  await act(banner(page).getByRole("button", { name: "Keys" }));
  await act(page.getByRole("dialog").getByRole("button", { name: "All commands…", exact: true }));
  await act(page.getByRole("dialog").getByRole("option").filter({ has: page.getByText(name, { exact: true }) }));
}

/** Keys as the palette shows them, “Ctrl ← or Home”, as Playwright presses them. */
export function pressable(shown) {
  const names = { "←": "ArrowLeft", "→": "ArrowRight", "↑": "ArrowUp", "↓": "ArrowDown", Ctrl: "Control" };
  const name = (key) => names[key] ?? (key.length === 1 ? key.toLowerCase() : key);
  const upper = (keys) => (keys.startsWith("Shift+") ? keys.replace(/\+.$/, (letter) => letter.toUpperCase()) : keys);
  return shown.split(" or ").filter(Boolean).map((keys) => upper(keys.split(" ").map(name).join("+")));
}

/** Presses Tab until something has the focus. */
async function tabTo(page, locator) {
  const has = () => locator.evaluate((element) => element === document.activeElement);
  for (let n = 0; n < 120 && !(await has()); n++) await page.keyboard.press("Tab");
  await expect(locator, "reached with Tab").toBeFocused();
}

/** Runs commands, presses buttons, ticks boxes, chooses from lists, moves sliders and writes, all by keys. */
export const keyboard = (page) => ({
  run: async (name) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.insertText(name);
    await expect(dialog(page, "Commands").getByRole("option", { selected: true })).toContainText(name);
    await page.keyboard.press("Enter");
  },
  press: async (locator) => {
    await tabTo(page, locator);
    await page.keyboard.press("Enter");
  },
  tick: async (locator) => {
    await tabTo(page, locator);
    await page.keyboard.press("Space");
  },
  choose: async (locator, option) => {
    await tabTo(page, locator);
    await page.keyboard.type(option);
    await expect(locator.locator("option:checked")).toHaveText(option);
  },
  move: async (locator) => {
    await tabTo(page, locator);
    await page.keyboard.press("End");
  },
  write: async (locator, text) => {
    await tabTo(page, locator);
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  },
});

/** The same without a key, but for what is written. What a list of the system's offers cannot be pointed at from here. */
export const pointer = (page, touch) => {
  const act = (locator) => (touch ? locator.tap() : locator.click());
  return {
    run: (name) => point(page, name, touch),
    press: act,
    tick: act,
    choose: async (locator, option) => {
      await locator.selectOption(option);
    },
    move: async (locator) => {
      const { width, height } = await locator.boundingBox();
      const position = { x: width - 2, y: height / 2 };
      await (touch ? locator.tap({ position }) : locator.click({ position }));
    },
    write: async (locator, text) => {
      await act(locator);
      await locator.fill(text);
    },
  };
};
