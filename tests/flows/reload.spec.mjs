// A reload, a closed tab and a crash lose nothing.

import {
  article,
  box,
  click,
  details,
  drag,
  expectPicked,
  label,
  open,
  openWith,
  paste,
  redo,
  rows,
  said,
  searched,
  undo,
} from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const earlier = (page) => page.getByRole("region", { name: "Earlier articles in this browser" });
const TITLE = "Library to open on Sundays after a year of protest";

/** Three edits; the last one is the note. */
async function edit(page) {
  await click(page, "controversial");
  await details(page).getByRole("button", { name: "Accept", exact: true }).click();
  await drag(page, "a single vote");
  await label(page, "Puffery").click();
  await expect(rows(page, "a single vote")).toBeVisible();
  await details(page).getByLabel("Note").fill("By whom?");
  await expect(rows(page, "a single vote").getByLabel("has a note")).toBeVisible();
}

test("a reload keeps the annotations, what is picked, and everything that can be undone", async ({ page }) => {
  await openWith(page, ARTICLE);
  const states = [await said(page)];
  await edit(page);
  const before = await said(page);

  await page.reload();
  await searched(page);
  expect(await said(page)).toEqual(before);
  await expectPicked(page, ["a single vote"]);
  await expect(details(page).getByLabel("Note")).toHaveValue("By whom?");

  for (const name of ["Undo: Write note", "Undo: Mark wording", /^Undo: Accept/]) {
    await expect(undo(page)).toHaveAccessibleName(name);
    await undo(page).click();
  }
  await expect(undo(page)).toBeDisabled();
  await expect.poll(() => said(page)).toEqual(states[0]);

  await page.reload();
  await searched(page);
  await expect(undo(page)).toBeDisabled();
  for (let n = 0; n < 3; n += 1) await redo(page).click();
  await expect(redo(page)).toBeDisabled();
  await expect.poll(() => said(page)).toEqual(before);
});

test("many reloads in a row always find the article again", async ({ page }) => {
  await openWith(page, ARTICLE);
  const before = await said(page);
  for (let n = 0; n < 8; n += 1) {
    await page.reload();
    await searched(page);
    expect(await said(page)).toEqual(before);
  }
});

test("a reload keeps the filter, the hidden layers and the place in the text", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await openWith(page, ARTICLE);
  const filters = page.getByRole("group", { name: "Filter" });
  const epistemic = page.getByRole("group", { name: "What is shown" }).getByRole("button", { name: /Epistemic/ });
  await filters.getByLabel("Speaker").selectOption("Piet Brandt");
  await epistemic.click();
  const before = await said(page);
  const frame = article(page).locator("..");
  await frame.hover();
  await page.mouse.wheel(0, 150);
  await expect.poll(() => frame.evaluate((frame) => frame.scrollTop)).toBe(150);

  await page.reload();
  await searched(page);
  await expect(filters.getByLabel("Speaker")).toHaveValue("Piet Brandt");
  await expect(epistemic).toHaveAttribute("aria-pressed", "false");
  expect(await said(page)).toEqual(before);
  await expect.poll(() => frame.evaluate((frame) => frame.scrollTop)).toBe(150);
});

test("a reload right after an edit keeps it", async ({ page }) => {
  await openWith(page, ARTICLE);
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  await page.keyboard.type("Quick");
  await page.reload();
  await searched(page);
  await rows(page, "We will open").click();
  await expect(details(page).getByLabel("Note")).toHaveValue("Quick");
});

test("a reload while the text is searched searches it again", async ({ page }) => {
  await open(page);
  // The worker's program never comes: the first search does not end.
  await page.route(/worker_bg.*\.wasm/, () => {});
  await page.reload();
  await expect(box(page)).toBeVisible();
  await box(page).focus();
  await paste(page, ARTICLE);
  await expect(article(page)).toContainText("shameless gift");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("session"))).not.toBeNull();
  await page.unroute(/worker_bg.*\.wasm/);
  await page.reload();
  await searched(page);
  await expect(rows(page, "controversial")).toBeVisible();
});

test("text typed on the empty page survives a reload", async ({ page }) => {
  await open(page);
  await box(page).pressSequentially("“We are ready,");
  await page.reload();
  await expect(box(page)).toHaveValue("“We are ready,");
});

test("after a crash of the tab, a new one finds the article among the earlier ones", async ({ page, context }) => {
  await openWith(page, ARTICLE);
  await edit(page);
  const before = await said(page);
  await page.close({ runBeforeUnload: false });

  const next = await context.newPage();
  await open(next);
  const item = earlier(next).getByRole("button", { name: TITLE, exact: true });
  await item.click();
  await searched(next);
  expect(await said(next)).toEqual(before);
  await expect(undo(next)).toHaveAccessibleName("Undo: Write note");
});

test("a second tab cannot take the article of the first, and says so", async ({ page, context }) => {
  await openWith(page, ARTICLE);
  const second = await context.newPage();
  await open(second);
  await earlier(second).getByRole("button", { name: TITLE, exact: true }).click();
  await expect(second.getByRole("alert")).toContainText("open in another tab");
  await expect(box(second)).toBeVisible();

  // What the second tab does is its own.
  await box(second).focus();
  await paste(second, "“We are ready,” said Ada Quill.");
  await expect(rows(second, "We are ready")).toBeVisible();
  await edit(page);
  const before = await said(page);
  await page.reload();
  await searched(page);
  expect(await said(page)).toEqual(before);
  await second.reload();
  await expect(rows(second, "We are ready")).toBeVisible();
});

test("a copy of the tab leaves the first one alone", async ({ page, context }) => {
  await openWith(page, ARTICLE);
  const opened = context.waitForEvent("page");
  // A tab opened so gets a copy of what the first one remembers, as “Duplicate tab” gives.
  await page.evaluate(() => void window.open(location.href));
  const copy = await opened;
  await expect(copy.getByRole("alert")).toContainText("open in another tab");
  await edit(page);
  const before = await said(page);
  await page.reload();
  await searched(page);
  expect(await said(page)).toEqual(before);
});

test("an earlier article is deleted after a question, and only then", async ({ page }) => {
  await openWith(page, ARTICLE);
  await page.getByRole("button", { name: "New" }).click();
  const bin = earlier(page).getByRole("button", { name: /^Delete “Library to open/ });
  const dialog = page.getByRole("dialog", { name: "Delete this article from the browser?" });
  await bin.click();
  await expect(dialog).toContainText(TITLE);
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toBeHidden();
  await expect(earlier(page).getByRole("listitem")).toHaveCount(1);
  await bin.click();
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(earlier(page)).toHaveCount(0);
  await expect(page.getByText("Deleted from this browser.")).toBeVisible();
  await page.reload();
  await expect(box(page)).toBeVisible();
  await expect(earlier(page)).toHaveCount(0);
});

test("where the browser keeps nothing, the page says so and works", async ({ page, context }) => {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    Object.defineProperty(window, "indexedDB", { get: refuse });
    Object.defineProperty(window, "sessionStorage", { get: refuse });
  });
  await openWith(page, ARTICLE);
  await expect(page.getByText(/Your work is not being saved in this browser/)).toBeVisible();
  await edit(page);
});
