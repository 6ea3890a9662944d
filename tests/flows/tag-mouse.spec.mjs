// Tagging with the mouse: drag, click, correct.

import {
  article,
  click,
  details,
  drag,
  drawn,
  expectDrawn,
  expectPicked,
  label,
  list,
  openWith,
  rows,
  selected,
  undo,
} from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

const field = (page, name) => details(page).getByRole("group", { name, exact: true });

// Wide enough for the summary to stand beside the text.
test.use({ viewport: { width: 1600, height: 950 } });

test.beforeEach(async ({ page }) => {
  await openWith(page, ARTICLE);
});

test("dragged words become an annotation by hand with one click on a label", async ({ page }) => {
  await drag(page, "a single vote");
  await expect.poll(() => selected(page)).toBe("a single vote");
  await expect(page.getByText("Label the selected words")).toBeVisible();
  await label(page, "Sensationalism").click();
  const row = rows(page, "a single vote");
  await expect(row).toContainText("Sensationalism");
  await expect(row).toHaveAttribute("aria-selected", "true");
  await expect(details(page)).toContainText("by hand");
  await expectPicked(page, ["a single vote"]);
  await expect.poll(() => selected(page)).toBe("");
  await expect(undo(page)).toHaveAccessibleName("Undo: Mark wording");
});

test("dragging from the middle of a word takes the whole word", async ({ page }) => {
  await drag(page, "ingle vot");
  await label(page, "Doubt").click();
  await expectPicked(page, ["single vote"]);
});

test("dragged words over two paragraphs become one quote", async ({ page }) => {
  const at = (words) =>
    article(page).evaluate((root, words) => {
      const node = [...root.querySelectorAll("p")].find((p) => p.textContent.includes(words)).firstChild;
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(words));
      range.setEnd(node, node.data.indexOf(words) + words.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }, words);
  const [from, to] = [await at("single"), await at("Councillor")];
  await page.mouse.move(from.left + 1, from.y);
  await page.mouse.down();
  await page.mouse.move(to.right - 1, to.y, { steps: 4 });
  await page.mouse.up();
  await label(page, "Quote").click();
  await expectPicked(page, ["single vote.", "Councillor"]);
  await expect(rows(page, "single vote. Councillor")).toHaveAttribute("aria-selected", "true");
});

test("a click on a highlight picks its row, and a row picks its words", async ({ page }) => {
  await click(page, "controversial");
  await expect(rows(page, "controversial")).toHaveAttribute("aria-selected", "true");
  await expectPicked(page, ["controversial"]);
  await expect(page.getByText("Change the label")).toBeVisible();

  await rows(page, "We will open the doors").click();
  await expect(list(page).locator("[aria-selected=true]")).toHaveCount(1);
  await expectPicked(page, ["We will open the doors on the first Sunday of May,"]);
  await expect(details(page)).toContainText("Direct quote");
});

test("a row far away brings its words into view", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await rows(page, "controversial").click();
  await list(page).focus();
  const count = Number(await rows(page).first().getAttribute("aria-setsize"));
  for (let n = 0; n < count; n += 1) await page.keyboard.press("ArrowDown");
  const chosen = list(page).locator("[aria-selected=true]");
  await expect(chosen).toHaveAttribute("aria-posinset", String(count));
  await expect(chosen).toBeInViewport();
  const inView = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("picked-part");
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const frame = document.querySelector("#article").parentElement.getBoundingClientRect();
      const { top, bottom } = live.getBoundingClientRect();
      return top >= frame.top && bottom <= frame.bottom;
    });
  await expect.poll(inView).toBe(true);
});

test("of nested annotations, the first click picks the inner, the next the outer", async ({ page }) => {
  await click(page, "shameless");
  await expectPicked(page, ["shameless"]);
  await expect(details(page)).toContainText("In the words of Piet Brandt");
  await click(page, "shameless");
  await expect.poll(() => drawn(page, "picked-part").then((words) => words.join(" "))).toMatch(/shameless gift to people/);
  await expect(details(page)).toContainText(/(Direct|Mixed) quote/);
  // Once more for each that is longer still, then from the first again.
  await expect(async () => {
    await click(page, "shameless");
    expect(await drawn(page, "picked-part")).toEqual(["shameless"]);
  }).toPass();
});

test("a click beside every annotation lets go of what was picked", async ({ page }) => {
  await click(page, "controversial");
  await expectPicked(page, ["controversial"]);
  await click(page, "By Ines Okafor");
  await expectPicked(page, []);
  await expect(list(page).locator("[aria-selected=true]")).toHaveCount(0);
});

test("another label replaces the first, from the palette and from the list of categories", async ({ page }) => {
  await click(page, "controversial");
  await expect(label(page, "Loaded language")).toHaveAttribute("aria-pressed", "true");
  await label(page, "Doubt").click();
  await expect(rows(page, "controversial")).toContainText("Doubt");
  await expect(label(page, "Doubt")).toHaveAttribute("aria-pressed", "true");
  await details(page).getByLabel("Category").selectOption("Hedge");
  await expect(rows(page, "controversial")).toContainText("Hedge");
  await expectDrawn(page, "picked-part", ["controversial"]);
  await expect.poll(() => drawn(page, "epistemic")).toContain("controversial");
  await expect.poll(() => drawn(page, "loaded")).not.toContain("controversial");
});

test("the labels of the epistemic tier are one click away", async ({ page }) => {
  await expect(label(page, "Weasel")).toHaveCount(0);
  await drag(page, "a single vote");
  await page.getByRole("button", { name: "More labels" }).click();
  await expect.poll(() => selected(page)).toBe("a single vote");
  await label(page, "Weasel").click();
  await expect(rows(page, "a single vote")).toContainText("Weasel");
  await page.getByRole("button", { name: "Fewer labels" }).click();
  await expect(label(page, "Weasel")).toHaveCount(0);
});

test("an annotation is deleted, and the next one is picked", async ({ page }) => {
  await click(page, "controversial");
  await expectPicked(page, ["controversial"]);
  await details(page).getByRole("button", { name: "Delete" }).click();
  await expect(rows(page, "controversial")).toHaveCount(0);
  await expect.poll(() => drawn(page, "loaded")).not.toContain("controversial");
  await expectPicked(page, ["furious"]);
});

test("a note is written, shown in the list, and undone in one step", async ({ page }) => {
  await click(page, "controversial");
  const note = details(page).getByLabel("Note");
  await note.click();
  await note.pressSequentially("Says who?");
  await expect(note).toHaveValue("Says who?");
  await expect(note).toBeFocused();
  await expect(rows(page, "controversial").getByLabel("has a note")).toBeVisible();
  await undo(page).click();
  await expect(note).toHaveValue("");
  await expect(rows(page, "controversial").getByLabel("has a note")).toHaveCount(0);
});

test("a note typed into one annotation stays off the next", async ({ page }) => {
  await click(page, "controversial");
  await details(page).getByLabel("Note").fill("First.");
  await click(page, "furious");
  await expect(details(page).getByLabel("Note")).toHaveValue("");
  await details(page).getByLabel("Note").fill("Second.");
  await click(page, "controversial");
  await expect(details(page).getByLabel("Note")).toHaveValue("First.");
});

test("a quote is tied to a source and a cue of its own", async ({ page }) => {
  await drag(page, "Library to open on Sundays");
  await label(page, "Quote").click();
  await expect(details(page)).toContainText("Indirect quote");
  await drag(page, "Ines Okafor");
  await field(page, "Source").getByRole("button", { name: /selected words/ }).click();
  await expect(field(page, "Source").getByRole("button", { name: "Ines Okafor" })).toHaveAttribute("aria-pressed", "true");
  await expectPicked(page, ["Ines Okafor"]);
  await drag(page, "By");
  await field(page, "Cue").getByRole("button", { name: /selected words/ }).click();
  await expectPicked(page, ["By"]);
  await expect.poll(() => drawn(page, "cue")).toContain("By");
  await expect.poll(() => drawn(page, "source")).toContain("Ines Okafor");
  await drag(page, "a year of protest");
  await field(page, "Says").getByRole("button", { name: /^Add/ }).click();
  await expect(field(page, "Says").getByRole("button", { name: /Library|a year/ })).toHaveCount(2);

  await details(page).getByLabel("Speaker").fill("Ines Okafor");
  await details(page).getByLabel("Speaker").press("Enter");
  await expect(rows(page, "Library to open on Sundays")).toContainText("Ines Okafor");
});

test("the ends move by one word", async ({ page }) => {
  await click(page, "controversial");
  const press = (name) => details(page).getByRole("button", { name }).click();
  await press("Start one word earlier");
  await expectPicked(page, ["The controversial"]);
  await press("End one word later");
  await expectPicked(page, ["The controversial plan"]);
  await press("Start one word later");
  await press("End one word earlier");
  await expectPicked(page, ["controversial"]);
  await press("End one word earlier");
  await expect(page.getByRole("alert")).toContainText("One word has to stay");
  await expectPicked(page, ["controversial"]);
});

test("a span takes the words that are selected", async ({ page }) => {
  await click(page, "controversial");
  await drag(page, "plan was passed");
  await details(page).getByRole("button", { name: /^Cover/ }).click();
  await expectPicked(page, ["plan was passed"]);
});

test("a speaker is renamed in every quote", async ({ page }) => {
  const summary = page.getByRole("region", { name: "Summary" });
  await rows(page, "We will open the doors").click();
  await details(page).getByRole("button", { name: "Rename…" }).click();
  const dialog = page.getByRole("dialog", { name: "Rename speaker" });
  const name = dialog.getByLabel("New name");
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("Marta Lindqvist");
  await name.fill("Mayor Lindqvist");
  await name.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(rows(page, "Mayor Lindqvist")).toHaveCount(2);
  await expect(rows(page, "Marta Lindqvist")).toHaveCount(0);
  await expect(summary.getByRole("button", { name: "Mayor Lindqvist" })).toBeVisible();
  await expect(details(page).getByLabel("Speaker")).toHaveValue("Mayor Lindqvist");
  await undo(page).click();
  await expect(rows(page, "Marta Lindqvist")).toHaveCount(2);
});

test("suggestions are accepted and rejected", async ({ page }) => {
  await click(page, "controversial");
  const accept = details(page).getByRole("button", { name: "Accept", exact: true });
  const reject = details(page).getByRole("button", { name: "Reject", exact: true });
  await accept.click();
  await expect(accept).toHaveAttribute("aria-pressed", "true");
  await expect(rows(page, "controversial").getByLabel("accepted")).toBeVisible();
  await reject.click();
  await expect(reject).toHaveAttribute("aria-pressed", "true");
  await expect(rows(page, "controversial").getByLabel("rejected")).toBeVisible();
  await expect.poll(() => drawn(page, "loaded")).not.toContain("controversial");
});

test("the filters show a part, and the counts say so", async ({ page }) => {
  const all = Number(await rows(page).first().getAttribute("aria-setsize"));
  const filters = page.getByRole("group", { name: "Filter" });
  await filters.getByLabel("Speaker").selectOption("Marta Lindqvist");
  await expect(rows(page)).toHaveCount(2);
  await expect(filters).toContainText(`2 of ${all}`);
  await expect.poll(() => drawn(page, "loaded")).toEqual([]);
  await filters.getByRole("button", { name: "Show all" }).click();
  await expect(rows(page).first()).toHaveAttribute("aria-setsize", String(all));

  const layers = page.getByRole("group", { name: "What is shown" });
  const quotes = layers.getByRole("button", { name: /Quotes/ });
  await quotes.click();
  await expect(quotes).toHaveAttribute("aria-pressed", "false");
  await expect(rows(page, "We will open the doors")).toHaveCount(0);
  await expectDrawn(page, "content", []);
  await quotes.click();
  await expect(rows(page, "We will open the doors")).toBeVisible();

  await page.getByRole("region", { name: "Summary" }).getByRole("button", { name: "Marta Lindqvist" }).click();
  await expect(rows(page)).toHaveCount(2);
  await filters.getByLabel("State").selectOption("Accepted");
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText("Nothing passes the filter.")).toBeVisible();
});
