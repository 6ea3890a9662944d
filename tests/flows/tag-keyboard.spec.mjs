// Everything by keyboard alone: no mouse is used in this file.

import {
  article,
  details,
  drawn,
  expectPicked,
  list,
  open,
  openWith,
  redo,
  rows,
  said,
  saved,
  selected,
  settled,
  undo,
} from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

/** Presses keys one after the other: "J J Control+Z". */
async function press(page, keys) {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
}

/** Presses Tab until `locator` has the focus. */
async function tabTo(page, locator, key = "Tab") {
  for (let n = 0; n < 80; n += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(locator, "reached with Tab").toBeFocused();
}

/** Chooses words of the first paragraph, which are `words`, from its first word on. */
async function chooseTitle(page, words) {
  await press(page, "Home Home");
  await expect.poll(() => selected(page)).toBe("Library");
  for (let n = 1; n < words.split(" ").length; n += 1) await press(page, "Shift+ArrowRight");
  await expect.poll(() => selected(page)).toBe(words);
}

test("a text is typed, searched and reviewed without a mouse", async ({ page }) => {
  await open(page);
  await page.keyboard.insertText("“We are ready,” said Ada Quill. The plan is shameless.");
  await press(page, "Control+Enter");
  await expect(rows(page, "We are ready")).toBeVisible();
  await expect(article(page)).toBeFocused();
  await press(page, "j");
  await expectPicked(page, ["We are ready,"]);
  await press(page, "a");
  await expect(rows(page, "We are ready").getByLabel("accepted")).toBeVisible();
  await expectPicked(page, ["shameless"]);
  await press(page, "x");
  await expect(rows(page, "shameless").getByLabel("rejected")).toBeVisible();
});

test.describe("in an article", () => {
  test.beforeEach(async ({ page }) => {
    await openWith(page, ARTICLE);
    await expect(article(page)).toBeFocused();
  });

  test("the article is reached with Tab, and left with it", async ({ page }) => {
    await tabTo(page, list(page));
    await tabTo(page, article(page), "Shift+Tab");
    await press(page, "ArrowRight");
    await expect.poll(() => selected(page)).not.toBe("");
    await page.keyboard.press("Tab");
    await expect(article(page)).not.toBeFocused();
  });

  test("arrows choose words, letters label them", async ({ page }) => {
    await chooseTitle(page, "Library to open");
    await press(page, "q");
    await expectPicked(page, ["Library to open"]);
    await expect(rows(page, "Library to open")).toContainText("Indirect quote");
    await press(page, "Control+ArrowDown ArrowRight Shift+ArrowRight");
    await expect.poll(() => selected(page)).toBe("Ines Okafor");
    await press(page, "s");
    await expectPicked(page, ["Ines Okafor"]);
    await press(page, "ArrowLeft ArrowLeft");
    await expect.poll(() => selected(page)).toBe("By");
    await press(page, "c");
    await expectPicked(page, ["By"]);
    const field = (name) => details(page).getByRole("group", { name, exact: true });
    await expect(field("Says")).toContainText("Library to open");
    await expect(field("Source")).toContainText("Ines Okafor");
    await expect(field("Cue")).toContainText("By");

    await chooseTitle(page, "Library");
    await press(page, "w");
    await expect(rows(page, /Weasel.*Library$/)).toHaveCount(1);
    await chooseTitle(page, "Library to");
    await press(page, "3");
    await expect(rows(page, /Sensationalism.*Library to$/)).toHaveCount(1);
  });

  test("lines, paragraphs and the ends of the text are one key away", async ({ page }) => {
    await press(page, "Home ArrowRight ArrowRight");
    await expect.poll(() => selected(page)).toBe("open");
    await press(page, "ArrowDown");
    await expect.poll(() => selected(page)).toMatch(/Ines|Okafor|,|The/);
    await press(page, "Home Control+ArrowDown");
    await expect.poll(() => selected(page)).toBe("By");
    await press(page, "Control+ArrowUp");
    await expect.poll(() => selected(page)).toBe("Library");
    await press(page, "End");
    await expect.poll(() => selected(page)).toBe("*");
    await press(page, "Home");
    await expect.poll(() => selected(page)).toBe("Library");
    await press(page, "Shift+ArrowDown");
    await expect.poll(() => selected(page)).toMatch(/^Library[^]*By/);
    await press(page, "Escape");
    await expect.poll(() => selected(page)).toBe("");
  });

  test("Enter picks what stands at the chosen word", async ({ page }) => {
    await press(page, "Home Control+ArrowDown Control+ArrowDown ArrowRight");
    await expect.poll(() => selected(page)).toBe("We");
    await press(page, "Enter");
    await expectPicked(page, ["We will open the doors on the first Sunday of May,"]);
  });

  test("brackets move the ends, R covers the chosen words", async ({ page }) => {
    await chooseTitle(page, "Library to");
    await press(page, "1");
    await expectPicked(page, ["Library to"]);
    await press(page, "]");
    await expectPicked(page, ["Library to open"]);
    await press(page, "{");
    await expectPicked(page, ["to open"]);
    await press(page, "}");
    await expectPicked(page, ["to"]);
    await press(page, "[");
    await expectPicked(page, ["Library to"]);
    await press(page, "Home ArrowRight ArrowRight Shift+ArrowRight r");
    await expectPicked(page, ["open on"]);
  });

  test("J and K go through the list; A, X, U and Delete judge", async ({ page }) => {
    const chosen = list(page).locator("[aria-selected=true]");
    await press(page, "j");
    await expect(chosen).toHaveAttribute("aria-posinset", "1");
    await press(page, "j j");
    await expect(chosen).toHaveAttribute("aria-posinset", "3");
    await press(page, "k");
    await expect(chosen).toHaveAttribute("aria-posinset", "2");
    await press(page, "a");
    await expect(chosen).toHaveAttribute("aria-posinset", "3");
    await press(page, "x");
    await expect(chosen).toHaveAttribute("aria-posinset", "4");
    await press(page, "k k u");
    await expect(chosen).toHaveAttribute("aria-posinset", "2");
    await expect(chosen.getByLabel("suggested")).toBeVisible();
    const before = (await said(page)).length;
    await press(page, "Delete");
    await expect(chosen).toHaveAttribute("aria-setsize", String(before - 1));
  });

  test("another letter changes the label of what is picked", async ({ page }) => {
    await press(page, "j j");
    await expectPicked(page, ["controversial"]);
    await press(page, "4");
    await expect(rows(page, "controversial")).toContainText("Doubt");
    await press(page, "h");
    await expect(rows(page, "controversial")).toContainText("Hedge");
    await expect.poll(() => drawn(page, "epistemic")).toContain("controversial");
  });

  test("N writes a note and Y names the speaker; Escape goes back to the article", async ({ page }) => {
    await press(page, "j n");
    await expect(details(page).getByLabel("Note")).toBeFocused();
    await page.keyboard.type("ask her, jax");
    await press(page, "Escape");
    await expect(article(page)).toBeFocused();
    await expect(rows(page, "We will open").getByLabel("has a note")).toBeVisible();
    await press(page, "y");
    await expect(details(page).getByLabel("Speaker")).toBeFocused();
    await press(page, "Control+a");
    await page.keyboard.type("Zed Okar");
    await press(page, "Enter Escape");
    await expect(article(page)).toBeFocused();
    await expect(rows(page, "We will open")).toContainText("Zed Okar");
    await press(page, "Escape");
    await expectPicked(page, []);
  });

  test("Space marks a source as unnamed, which is undone, and kept in the file", async ({ page }) => {
    const row = rows(page, "We will open");
    const box = details(page).getByRole("checkbox", { name: "unnamed source" });
    await press(page, "j");
    await expect(box).not.toBeChecked();
    await tabTo(page, box);
    await press(page, "Space");
    await expect(box).toBeChecked();
    await expect(row).toContainText("unnamed source");
    await expect(row.getByLabel("accepted")).toBeVisible();
    await expect(details(page).getByRole("heading")).toContainText("unnamed source");
    await press(page, "Control+z");
    await expect(box).not.toBeChecked();
    await expect(row).not.toContainText("unnamed source");
    await expect(box).toBeFocused();
    await press(page, "Control+y");
    await expect(box).toBeChecked();

    const download = page.waitForEvent("download");
    await press(page, "Control+s");
    const { name, text, file } = await saved(await download);
    expect(file.annotations.filter(({ quote }) => quote?.anonymous)).toHaveLength(1);
    await press(page, "Space");
    await expect(rows(page, "unnamed source")).toHaveCount(0);
    const chooser = page.waitForEvent("filechooser");
    await press(page, "Control+o");
    await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(row).toContainText("unnamed source");
    await page.reload();
    await expect(row).toContainText("unnamed source");
  });

  test("everything is undone and done again, all the way", async ({ page }) => {
    const states = [await said(page)];
    const step = async (keys, seen) => {
      await press(page, keys);
      await seen();
      states.push(await said(page));
    };
    await step("j j a", () => expect(rows(page, "controversial").getByLabel("accepted")).toBeVisible());
    await step("x", () => expect(rows(page, "furious").getByLabel("rejected")).toBeVisible());
    await chooseTitle(page, "Library to open");
    await step("q", () => expect(rows(page, "Library to open")).toBeVisible());
    await step("]", () => expectPicked(page, ["Library to open on"]));
    await step("Delete", () => expect(rows(page, "Library to open on")).toHaveCount(0));
    for (let n = states.length - 2; n >= 0; n -= 1) {
      await press(page, "Control+z");
      await expect.poll(() => said(page)).toEqual(states[n]);
    }
    await expect(undo(page)).toBeDisabled();
    await press(page, "Control+z");
    await expect(page.getByText("There is nothing to undo.")).toBeVisible();
    for (let n = 1; n < states.length; n += 1) {
      await press(page, n % 2 ? "Control+y" : "Control+Shift+Z");
      await expect.poll(() => said(page)).toEqual(states[n]);
    }
    await expect(redo(page)).toBeDisabled();
  });

  test("the list is one stop of Tab, and arrows go through it", async ({ page }) => {
    await tabTo(page, list(page));
    await press(page, "ArrowDown ArrowDown ArrowDown");
    const chosen = list(page).locator("[aria-selected=true]");
    await expect(chosen).toHaveAttribute("aria-posinset", "3");
    await expect(list(page)).toHaveAttribute("aria-activedescendant", await chosen.getAttribute("id"));
    await press(page, "ArrowUp a");
    await expect(rows(page, "controversial").getByLabel("accepted")).toBeVisible();
    await expect(list(page)).toBeFocused();
    await press(page, "Enter");
    await expect(article(page)).toBeFocused();
  });

  test("Home and End go to the first and the last row of the list", async ({ page }) => {
    await tabTo(page, list(page));
    const chosen = list(page).locator("[aria-selected=true]");
    await press(page, "ArrowDown End");
    await expect(chosen).toHaveAttribute("aria-posinset", (await rows(page).last().getAttribute("aria-setsize")) ?? "");
    await expect(chosen).toBeInViewport();
    await press(page, "Home");
    await expect(chosen).toHaveAttribute("aria-posinset", "1");
    await expect(chosen).toBeInViewport();
  });

  test("Home goes to the first word, wherever an annotation is picked", async ({ page }) => {
    await press(page, "j j j");
    await press(page, "Home");
    await expect.poll(() => selected(page)).toBe("Library");
  });

  test("lines up and down keep to the column", async ({ page }) => {
    await press(page, "Home ArrowRight ArrowRight");
    await expect.poll(() => selected(page)).toBe("open");
    await press(page, "ArrowDown ArrowDown ArrowDown ArrowUp ArrowUp ArrowUp");
    await expect.poll(() => selected(page)).toBe("open");
  });

  test("a name that is being typed stays when the text is scrolled", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await press(page, "j y");
    await expect(details(page).getByLabel("Speaker")).toBeFocused();
    await press(page, "Control+a");
    await page.keyboard.type("Zed");
    await settled(page);
    const frame = article(page).locator("..");
    await frame.evaluate((frame) => frame.scrollBy(0, 60));
    await expect.poll(() => frame.evaluate((frame) => frame.scrollTop)).toBe(60);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
    await expect(details(page).getByLabel("Speaker")).toHaveValue("Zed");
  });

  test("the dialog of keys opens with ? and gives the focus back", async ({ page }) => {
    await press(page, "?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole("heading", { name: "Keys", exact: true })).toBeInViewport();
    await press(page, "q j");
    await expect(undo(page)).toBeDisabled();
    await press(page, "Escape");
    await expect(dialog).toBeHidden();
    await expect(article(page)).toBeFocused();
    await press(page, "?");
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).press("Enter");
    await expect(dialog).toBeHidden();
    await expect(article(page)).toBeFocused();

    const button = page.getByRole("button", { name: "Keys" });
    await tabTo(page, button, "Shift+Tab");
    await press(page, "Enter");
    await expect(dialog).toBeVisible();
    await press(page, "Escape");
    await expect(button).toBeFocused();
  });

  test("the dialog of keys begins with its title on a small screen too", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await press(page, "?");
    const title = page.getByRole("dialog").getByRole("heading", { name: "Keys", exact: true });
    await expect(title).toBeInViewport();
  });

  test("Control S saves, and letters with Control are left to the browser", async ({ page }) => {
    const download = page.waitForEvent("download");
    await press(page, "Control+s");
    expect((await download).suggestedFilename()).toMatch(/\.scarequote\.json$/);
    await press(page, "j Control+c");
    await expect(undo(page)).toBeDisabled();
  });

  test("Tab reaches every control in turn, and each shows that it has the focus", async ({ page }) => {
    await press(page, "j");
    await expect(details(page).getByRole("button", { name: "Accept", exact: true })).toBeVisible();
    const expected = await page.evaluate(() => {
      const all = document.querySelectorAll("button, input, select, textarea, a[href], summary, [tabindex]");
      const seen = [...all].filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility());
      seen.forEach((e, n) => (e.dataset.stop = String(n)));
      return seen.map((e) => `${e.dataset.stop} ${e.localName} ${e.getAttribute("aria-label") ?? e.id ?? ""} ${e.innerText}`);
    });
    await page.evaluate(() => document.activeElement.blur());
    const reached = new Set();
    const invisible = [];
    for (let n = 0; n <= expected.length + 2; n += 1) {
      await page.keyboard.press("Tab");
      const [stop, visible] = await page.evaluate(() => {
        const e = document.activeElement;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
        const inFrame = e.id === "draft";
        return [e.dataset.stop, inFrame || (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none"];
      });
      if (stop === undefined) continue;
      reached.add(stop);
      if (!visible) invisible.push(expected[Number(stop)]);
    }
    expect(expected.filter((_, n) => !reached.has(String(n))), "controls that Tab does not reach").toEqual([]);
    expect(invisible, "controls that do not show the focus").toEqual([]);
    expect(reached.size).toBeGreaterThan(20);
  });
});
