// What a person does at the page, as functions: paste, drag over words, look at the list.

import { readFile } from "node:fs/promises";

import { expect } from "./support.mjs";

/** The text box of the empty page. */
export const box = (page) => page.getByRole("textbox", { name: "Text of the article" });
/** The article. */
export const article = (page) => page.getByRole("region", { name: /^Text of the article/ });
/** The list of annotations. */
export const list = (page) => page.getByRole("listbox", { name: /^Annotations/ });
/** The rows of the list, or those that hold `text`. */
export const rows = (page, text) => list(page).getByRole("option").filter({ hasText: text });
/** What is picked, with its fields. */
export const details = (page) => page.getByRole("region", { name: "Details" });
/** A label of the palette. */
export const label = (page, name) =>
  page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name, exact: true });
export const summary = (page) => page.getByRole("region", { name: "Summary" });

export const undo = (page) => page.getByRole("banner").getByRole("button", { name: /^Undo/ });
export const redo = (page) => page.getByRole("banner").getByRole("button", { name: /^Redo/ });

/** Opens the page and waits until it takes a text. */
export async function open(page) {
  await page.goto("./");
  await expect(box(page)).toBeVisible();
}

/** Pastes `text` into what has the focus, as the browser would. */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, text);
}

/** Waits until the search has ended with something in the list. */
export async function searched(page) {
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await settled(page);
}

/** Waits until what was found is drawn, what is set aside is folded, and the text has come to rest where it was scrolled to. */
export async function settled(page) {
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 200)));
}

/** Opens the page with `text` pasted and searched. */
export async function openWith(page, text) {
  await open(page);
  await box(page).focus();
  await paste(page, text);
  await searched(page);
}

/** Where the first and the last of `words` stand on the screen; scrolls there first. */
async function place(page, words) {
  const found = await page.waitForFunction((words) => {
    const root = document.querySelector("#article");
    const block = [...(root?.querySelectorAll("p") ?? [])].find((p) => p.textContent.includes(words));
    if (!block) return false;
    const node = block.firstChild;
    const start = node.data.indexOf(words);
    const range = (from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range;
    };
    const frame = root.parentElement.getBoundingClientRect();
    const shown = () => range(start, start + 1).getBoundingClientRect();
    if (shown().top < frame.top + 8 || shown().bottom > frame.bottom - 8) {
      root.parentElement.scrollTop += shown().top - frame.top - frame.height / 3;
    }
    const rect = ({ left, right, top, height }) => ({ left, right, y: top + height / 2 });
    const first = rect(range(start, start + 1).getClientRects()[0]);
    const last = rect(range(start + words.length - 1, start + words.length).getClientRects()[0]);
    return { first, last };
  }, words);
  return found.jsonValue();
}

/** Drags the mouse over `words` of the article, from the first letter to the last. They lie in one paragraph. */
export async function drag(page, words) {
  const { first, last } = await place(page, words);
  await page.mouse.move(first.left + 1, first.y);
  await page.mouse.down();
  await page.mouse.move((first.left + last.right) / 2, (first.y + last.y) / 2);
  await page.mouse.move(last.right - 1, last.y);
  await page.mouse.up();
}

/** Clicks in the middle of `words` of the article. They lie in one line. */
export async function click(page, words) {
  const { first, last } = await place(page, words);
  await page.mouse.click((first.left + last.right) / 2, first.y);
}

/** The words that are drawn in a highlight, in the order of the text. */
export function drawn(page, name) {
  return page.evaluate((name) => {
    const ranges = [...(CSS.highlights.get(name) ?? [])];
    ranges.sort((a, b) => {
      const order = a.startContainer.compareDocumentPosition(b.startContainer);
      if (order === 0) return a.startOffset - b.startOffset;
      return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    return ranges.map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset));
  }, name);
}

/** Waits until exactly `words` are drawn in a highlight. */
export async function expectDrawn(page, name, words) {
  await expect.poll(() => drawn(page, name), { message: `what is drawn as ${name}`, intervals: [20, 50, 100, 250] }).toEqual(words);
}

/** The words that are selected in the article. */
export const selected = (page) => page.evaluate(() => getSelection().toString());

/** Waits until the part of an annotation that is picked is `words`. */
export const expectPicked = (page, words) => expectDrawn(page, "picked-part", words);

/** Everything the list says, row by row; scrolls through it, since only the rows in view are on the page. */
export function said(page) {
  return list(page).evaluate(async (list) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const found = new Map();
    const before = list.scrollTop;
    for (let top = 0, count = 1; found.size < count && top <= list.scrollHeight; top += list.clientHeight / 2) {
      list.scrollTop = top;
      await frame();
      await frame();
      for (const row of list.querySelectorAll("[role=option]")) {
        found.set(Number(row.ariaPosInSet), row.innerText);
        count = Number(row.ariaSetSize);
      }
    }
    list.scrollTop = before;
    return [...found].sort(([a], [b]) => a - b).map(([, text]) => text);
  });
}

/** Presses Export, and gives the file's name, its text and what is in it. */
export async function exported(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  return saved(await download);
}

/** A download's name, its text and what is in it. */
export async function saved(download) {
  const text = await readFile(await download.path(), "utf8");
  return { name: download.suggestedFilename(), text, file: JSON.parse(text) };
}

/** Opens a file with the Open button. */
export async function choose(page, name, content) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
}

/** Drops a file on the page. */
export async function drop(page, name, content) {
  await page.evaluate(
    ({ name, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name));
      for (const type of ["dragenter", "dragover", "drop"]) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      }
    },
    { name, content },
  );
}
