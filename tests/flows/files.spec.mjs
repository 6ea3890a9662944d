// Files of every kind: one is opened, of several a report tells, a table is asked about. The files were made by other programs.

import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { article, box, choose, open, openWith, paste, rows, searched } from "./desk.mjs";
import { expect, expectAccessible, test } from "./support.mjs";

const file = (name) => readFileSync(new URL(`../files/${name}`, import.meta.url));
const page_ = (name) => readFileSync(new URL(`../pages/${name}/source.html`, import.meta.url));
const dialog = (page) => page.getByRole("dialog");

/** A ZIP archive of files that are not packed. */
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), common, Buffer.from(name), bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), common, rest, Buffer.from(name));
    offset += 30 + name.length + bytes.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\x05\x06"), end]);
}

const dropAll = (page, files) =>
  page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, bytes] of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files.map(([name, bytes]) => [name, [...Buffer.from(bytes)]]));

for (const name of ["writer.docx", "writer.odt", "writer.rtf"]) {
  test(`${name} is opened with its headline and searched`, async ({ page }) => {
    await open(page);
    await choose(page, name, file(name));
    await searched(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ferry runs again");
    await expect(article(page)).toContainText("We waited");
    await expect(rows(page, "We waited")).toContainText("Mira Toll");
    await expect(article(page).getByRole("heading", { name: "What changes" })).toBeVisible();
    await expect(dialog(page)).toBeHidden();
  });
}

test("a PDF, an e-book's format by its bytes, Markdown and a web page are read", async ({ page }) => {
  await open(page);
  for (const [name, content, words] of [
    ["column.pdf", file("column.pdf"), /\w/],
    ["misnamed.txt", file("writer.docx"), "We waited"],
    ["ferry.md", file("ferry.md"), /\w/],
    ["news.html", page_("news"), /\w/],
  ]) {
    await choose(page, name, content);
    await searched(page);
    await expect(article(page)).toContainText(words);
    await expect(article(page)).not.toContainText("<p");
    await page.getByRole("button", { name: "New" }).click();
  }
});

test("a program is loaded only for the files that need it", async ({ page }) => {
  const loaded = [];
  page.on("request", (request) => loaded.push(...(/(reader|pdf)_bg/.exec(request.url())?.slice(1) ?? [])));
  await open(page);
  await choose(page, "column.pdf", file("column.pdf"));
  await expect(article(page)).toContainText(/\w/);
  expect(loaded).toEqual(["pdf"]);
  await page.getByRole("button", { name: "New" }).click();
  await choose(page, "ferry.md", file("ferry.md"));
  await expect(article(page)).toContainText(/\w/);
  expect(loaded).toEqual(["pdf", "reader"]);
});

test("PDF files in an archive are read, and one that cannot be read is told", async ({ page }) => {
  await open(page);
  const entries = [["column.pdf", file("column.pdf")], ["one.txt", Buffer.from("The ferry sank.")], ["scan.pdf", file("scan.pdf")]];
  await choose(page, "all.zip", zip(entries));
  await expect(dialog(page).getByRole("heading", { name: "2 articles came in" })).toBeVisible();
  await expect(dialog(page).getByRole("heading", { name: "1 file could not be read" })).toBeVisible();
  await expect(dialog(page)).toContainText("scan.pdf");
});

test("a page tells who wrote it, where and when, and that can be corrected and undone", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 950 });
  await open(page);
  await choose(page, "news.html", page_("news"));
  await searched(page);
  await page.keyboard.press("Control+i");
  const author = dialog(page).getByLabel("Author");
  await expect(author).not.toHaveValue("");
  const before = await author.inputValue();
  await expect(dialog(page)).toContainText("news.html");
  await expectAccessible(page);
  await author.fill("Tessa Quill");
  await page.keyboard.press("Enter");
  const summary = page.getByRole("region", { name: "Summary" });
  await expect(summary).toContainText("Tessa Quill");
  await page.reload();
  await expect(summary).toContainText("Tessa Quill");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(summary).toContainText(before);
});

test("the hash of a text file and of a pasted text is kept", async ({ page }) => {
  await open(page);
  await choose(page, "one.txt", "The ferry sank on Monday, Ada Moss said.\r\n");
  await searched(page);
  await page.keyboard.press("Control+i");
  await expect(dialog(page)).toContainText("From the file “one.txt”, SHA-256 854254f73d1a");
  await page.keyboard.press("Escape");
  await page.reload();
  await searched(page);
  await page.keyboard.press("Control+i");
  await expect(dialog(page)).toContainText("From the file “one.txt”, SHA-256 854254f73d1a");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New" }).click();
  await box(page).focus();
  await paste(page, "The ferry sank on Monday, Ada Moss said.");
  await searched(page);
  await page.keyboard.press("Control+i");
  await expect(dialog(page)).toContainText("Pasted, SHA-256 489a68015104");
});

test("where the browser makes no hash, a text file is opened all the same", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
  await open(page);
  await choose(page, "one.txt", "The ferry sank on Monday, Ada Moss said.");
  await searched(page);
  await page.keyboard.press("Control+i");
  await expect(dialog(page)).toContainText("From the file “one.txt”");
  await expect(dialog(page)).not.toContainText("SHA-256");
});

test("of several files the page reports what came in and what did not, and why", async ({ page }) => {
  await open(page);
  await dropAll(page, [
    ["one.txt", "The ferry sank on Monday, Ada Moss said."],
    ["writer.docx", file("writer.docx")],
    ["photo.png", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]],
    ["empty.txt", " \n"],
  ]);
  await expect(dialog(page).getByRole("heading", { name: "2 articles came in" })).toBeVisible();
  await expect(dialog(page).getByRole("heading", { name: "2 files could not be read" })).toBeVisible();
  await expect(dialog(page)).toContainText("photo.png");
  await expect(dialog(page)).toContainText("a picture");
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: "Ferry runs again" }).click();
  await searched(page);
  await expect(rows(page, "We waited")).toContainText("Mira Toll");
  await page.getByRole("button", { name: "New" }).click();
  await page.getByRole("button", { name: "one", exact: true }).click();
  await expect(article(page)).toContainText("The ferry sank");
});

test("a guessed encoding is told and changed, by keyboard alone", async ({ page }) => {
  await open(page);
  const macintosh = Buffer.from("\xd2Gar\x8don,\xd3 Ada Moss said on Monday. The ferry left Grell at noon.", "latin1");
  await choose(page, "mac.txt", macintosh);
  await expect(article(page)).toContainText("The ferry left Grell");
  await expect(page.getByRole("status").filter({ hasText: "a guess. Wrong letters?" })).toBeVisible();
  await expect(article(page)).not.toContainText("Garçon");
  await page.getByRole("button", { name: "Choose another encoding" }).press("Enter");
  const encoding = dialog(page).getByLabel("Encoding");
  await expect(encoding).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("button", { name: "Choose another encoding" }).press("Enter");
  await encoding.selectOption({ label: "Western European of older Macs: macintosh" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(article(page)).toContainText("“Garçon,” Ada Moss said");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: "Read as macintosh. Wrong letters?" })).toBeVisible();
  await page.getByRole("button", { name: "New" }).click();
  await expect(page.getByRole("list").getByRole("button", { name: "mac", exact: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Choose another encoding" })).toHaveCount(0);
});

test("in the report the encoding of a file is changed", async ({ page }) => {
  await open(page);
  await dropAll(page, [
    ["one.txt", "The ferry sank on Monday, Ada Moss said."],
    ["mac.txt", Buffer.from("Gar\x8don, the ferry runs again.", "latin1")],
  ]);
  await expect(dialog(page).getByRole("heading", { name: "2 articles came in" })).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole("button", { name: /^mac.txt was read as .* Choose another encoding$/ }).click();
  await expect(dialog(page).getByLabel("Encoding")).toBeFocused();
  await dialog(page).getByLabel("Encoding").selectOption({ label: "Western European of older Macs: macintosh" });
  await dialog(page).getByRole("button", { name: "Read it again" }).click();
  await expect(dialog(page).getByRole("heading", { name: "2 articles came in" })).toBeVisible();
  await expect(dialog(page)).toContainText("mac.txt was read as macintosh.");
  await dialog(page).getByRole("button", { name: "mac", exact: true }).click();
  await expect(article(page)).toContainText("Garçon, the ferry");
});

test("a table is asked about, by keyboard alone, and its rows come in", async ({ page }) => {
  await open(page);
  const csv =
    "id,headline,body\n1,Fog,“The ferry stayed in the harbour all day,” Ada Moss said on Monday.\n2,Sun,It left at noon with nine people.\n";
  await choose(page, "articles.csv", csv);
  await expect(dialog(page)).toContainText("a table of 2 rows");
  await expect(dialog(page).getByLabel("Texts")).toHaveValue("2");
  await expect(dialog(page).getByLabel("Titles")).toHaveValue("1");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("heading", { name: "2 articles came in" })).toBeVisible();
  await dialog(page).getByRole("button", { name: "Fog" }).click();
  await expect(rows(page, "The ferry stayed")).toContainText("Ada Moss");
});

test("a table may be left out", async ({ page }) => {
  await open(page);
  await choose(page, "articles.csv", "a,b\n1,2\n");
  await dialog(page).getByRole("button", { name: "Leave it out" }).click();
  await expect(page.getByRole("alert")).toContainText("left out");
  await expect(dialog(page)).toBeHidden();
});

test("a file that cannot be read says why and changes nothing", async ({ page }) => {
  await openWith(page, "The ferry sank on Monday, Ada Moss said.");
  for (const [name, content, why] of [
    ["scan.pdf", file("scan.pdf"), /scan|picture/],
    ["cut.docx", file("writer.docx").subarray(0, 3_000), /damaged|cut/],
    ["front.html", page_("front-page"), "No article was found"],
  ]) {
    await choose(page, name, content);
    await expect(page.getByRole("alert")).toContainText(`“${name}” was not opened`);
    await expect(page.getByRole("alert")).toContainText(why);
    await expect(dialog(page)).toBeHidden();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(article(page)).toContainText("The ferry sank");
  }
});

test("what is set aside is folded, and put back and set aside by one key", async ({ page }) => {
  await openWith(page, "The ferry sank on Monday, Ada Moss said.\n\nIt lies in the harbour.\n\nLeave a Reply");
  const aside = article(page).locator("[data-aside]");
  await expect(aside).toHaveText("Leave a Reply");
  await expect(aside).toHaveAttribute("data-aside", "comment form");
  await article(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("End");
  const details = page.getByRole("region", { name: "Details" });
  await expect(details).toContainText("comment form");
  await expectAccessible(page);
  await page.keyboard.press("l");
  await expect(aside).toHaveCount(0);
  await page.reload();
  await expect(article(page)).toContainText("Leave a Reply");
  await expect(aside).toHaveCount(0);
  await page.getByRole("button", { name: /^Undo: Put back/ }).click();
  await expect(aside).toHaveCount(1);
  await article(page).getByText("It lies").click();
  await details.getByRole("button", { name: "Set this paragraph aside" }).click();
  await expect(aside).toHaveCount(2);
  await expect(aside.first()).toHaveAttribute("data-aside", "by hand");
});
