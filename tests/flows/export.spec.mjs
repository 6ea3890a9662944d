// Saving the annotation file and opening it again, elsewhere.

import { readFileSync } from "node:fs";

import {
  article,
  choose,
  click,
  details,
  drag,
  drop,
  exported,
  label,
  open,
  openWith,
  paste,
  box,
  rows,
  said,
  searched,
} from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const EMOJI = `A 🎉 day for 👩🏽‍🚀 Weirford\n\n${ARTICLE}`;

/** Makes one edit of each kind. */
async function edit(page) {
  await click(page, "controversial");
  await details(page).getByRole("button", { name: "Accept", exact: true }).click();
  await details(page).getByLabel("Note").fill("Who says so? 🤔 “Really”");
  await click(page, "furious");
  await details(page).getByRole("button", { name: "Reject", exact: true }).click();
  await drag(page, "a single vote");
  await label(page, "Puffery").click();
  await rows(page, "We will open").click();
  await details(page).getByLabel("Speaker").fill("Mayor Lindqvist");
  await details(page).getByLabel("Speaker").press("Enter");
  await expect(rows(page, "We will open")).toContainText("Mayor Lindqvist");
}

/** Every selector in a value, however deep. */
function selectors(value) {
  if (value === null || typeof value !== "object") return [];
  const own = "exact" in value ? [value] : [];
  return [...own, ...Object.values(value).flatMap(selectors)];
}

/** What the file says that is against the schema; enough of JSON Schema for the one that is published. */
function breaches(schema, value, root = schema, path = "") {
  if (schema === true) return [];
  if (schema.$ref) {
    const target = schema.$ref.split("/").slice(1).reduce((node, key) => node[key], root);
    return breaches(target, value, root, path);
  }
  const all = (schema.allOf ?? []).flatMap((each) => breaches(each, value, root, path));
  for (const name of ["anyOf", "oneOf"]) {
    const ways = schema[name]?.map((each) => breaches(each, value, root, path));
    if (ways && !ways.some((way) => way.length === 0)) all.push(...ways.flat(), `${path}: none of ${name}`);
  }
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const types = [schema.type ?? []].flat();
  const fits = (type) => type === kind || (type === "integer" && Number.isInteger(value));
  if (types.length && !types.some(fits)) all.push(`${path}: ${kind} instead of ${types}`);
  if (schema.enum && !schema.enum.includes(value)) all.push(`${path}: ${value} is not one of ${schema.enum}`);
  if ("const" in schema && schema.const !== value) all.push(`${path}: ${value} is not ${schema.const}`);
  if (kind === "number" && schema.minimum > value) all.push(`${path}: ${value} is too small`);
  if (kind === "object") {
    for (const name of schema.required ?? []) if (!(name in value)) all.push(`${path}: lacks ${name}`);
    for (const [name, child] of Object.entries(value)) {
      const known = schema.properties?.[name];
      if (known) all.push(...breaches(known, child, root, `${path}/${name}`));
      else if (schema.additionalProperties === false) all.push(`${path}: ${name} is not known`);
    }
  }
  if (kind === "array" && schema.items) {
    all.push(...value.flatMap((child, n) => breaches(schema.items, child, root, `${path}/${n}`)));
  }
  return all;
}

test("the file is named after the article and holds text, version and origin", async ({ page }) => {
  await openWith(page, ARTICLE);
  await edit(page);
  const { name, file } = await exported(page);
  expect(name).toBe("library-to-open-on-sundays-after-a-year-of-protest.scarequote.json");
  expect(file).toMatchObject({ format: "scarequote", version: 1, article: { text: ARTICLE } });
  expect(file.generator).toMatch(/^scarequote \d/);
  await expect(page.getByText(`Saved as ${name}.`)).toBeVisible();

  const marker = (words) => file.annotations.find(({ bias }) => bias?.target.exact === words);
  expect(marker("controversial")).toMatchObject({ state: "accepted", note: "Who says so? 🤔 “Really”" });
  expect(marker("furious")).toMatchObject({ state: "rejected" });
  expect(marker("a single vote")).toMatchObject({ state: "accepted", bias: { category: "puffery" } });
  expect(JSON.stringify(marker("a single vote").origin)).toContain("person");
  expect(JSON.stringify(marker("furious").origin)).toContain("core");
  const quote = file.annotations.find(({ quote }) => quote?.content[0].exact.startsWith("We will open"));
  expect(quote.quote).toMatchObject({ kind: "direct", speaker: "Mayor Lindqvist", cue: [{ exact: "said" }] });
  expect(file.article.boilerplate.map(({ target }) => target.exact).join("\n")).toContain("Leave a comment");
});

test("every position counts code points, and its words stand there", async ({ page }) => {
  await openWith(page, EMOJI);
  const { file } = await exported(page);
  const points = [...file.article.text];
  expect(file.article.text).toBe(EMOJI);
  const found = selectors(file);
  expect(found.length).toBeGreaterThan(20);
  for (const { start, end, exact, prefix, suffix } of found) {
    expect(points.slice(start, end).join("")).toBe(exact);
    expect(points.slice(Math.max(0, start - 32), start).join("")).toBe(prefix);
    expect(points.slice(end, end + 32).join("")).toBe(suffix);
  }
});

test("the file keeps to the published schema", async ({ page }) => {
  const path = new URL("../../schema/scarequote-1.schema.json", import.meta.url);
  await openWith(page, EMOJI);
  await edit(page);
  const { file } = await exported(page);
  const schema = JSON.parse(readFileSync(path, "utf8"));
  expect(breaches(schema, file)).toEqual([]);
  expect(breaches(schema, { ...file, version: "one" }), "a wrong file breaks it").not.toEqual([]);
});

for (const [way, give] of [
  ["chosen", choose],
  ["dropped", drop],
]) {
  test(`a file that is ${way} in a fresh browser brings back the same state`, async ({ page, browser, baseURL }) => {
    await openWith(page, EMOJI);
    await edit(page);
    const before = await said(page);
    const { name, text } = await exported(page);

    const context = await browser.newContext({ baseURL });
    const fresh = await context.newPage();
    await open(fresh);
    await give(fresh, name, text);
    await searched(fresh);
    expect(await said(fresh)).toEqual(before);
    await expect(article(fresh)).toContainText("A 🎉 day for 👩🏽‍🚀 Weirford");
    await click(fresh, "controversial");
    await expect(details(fresh).getByLabel("Note")).toHaveValue("Who says so? 🤔 “Really”");
    await expect(details(fresh).getByRole("button", { name: "Accept", exact: true })).toHaveAttribute("aria-pressed", "true");
    const again = await exported(fresh);
    expect(again.text).toBe(text);
    expect(again.name).toBe(name);
    await context.close();
  });

  test(`a text file that is ${way} is searched`, async ({ page }) => {
    await open(page);
    await give(page, "council notes.txt", ARTICLE);
    await searched(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("council notes");
    await expect(rows(page, "controversial")).toBeVisible();
    expect((await exported(page)).name).toBe("council-notes.scarequote.json");
  });
}

test("a file replaces the article that is open, which stays among the earlier ones", async ({ page }) => {
  await openWith(page, ARTICLE);
  const { name, text } = await exported(page);
  await page.getByRole("button", { name: "New" }).click();
  await box(page).focus();
  await paste(page, "“We are ready,” said Ada Quill.");
  await expect(rows(page, "We are ready")).toBeVisible();
  await drop(page, name, text);
  await expect(rows(page, "controversial")).toBeVisible();
  await page.getByRole("button", { name: "New" }).click();
  const earlier = page.getByRole("region", { name: /Earlier articles/ });
  await expect(earlier.getByRole("listitem")).toHaveCount(3);
  await expect(earlier).toContainText("We are ready");
});

test("a file held over the page shows where it goes", async ({ page }) => {
  await open(page);
  const drag = (type) =>
    page.evaluate((type) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["x"], "x.txt"));
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }, type);
  await drag("dragover");
  await expect(page.getByText("Drop the article or the annotation file")).toBeVisible();
  await drag("dragleave");
  await expect(page.getByText("Drop the article or the annotation file")).toHaveCount(0);
});
