// What is done in dialogs and with the details of an annotation, by keyboard alone and by pointer alone, in every window.

import { article, details, drawn, expectPicked, open, saved, undo } from "./desk.mjs";
import { begin, dialog, keyboard, pointer, select } from "./hands.mjs";
import { SIZES } from "./sizes.mjs";
import { expect, test } from "./support.mjs";

const QUOTE = "We will open the doors on the first Sunday of May,";
const undoes = (page, what) => expect(undo(page)).toHaveAccessibleName(`Undo: ${what}`);
const field = (page, name) => details(page).getByRole("group", { name, exact: true });
const button = (place, name) => place.getByRole("button", { name, exact: true });

const TASKS = {
  "label every occurrence": async (page, hand) => {
    await select(page, "Brandt");
    await hand.run("Label every occurrence…");
    const open = dialog(page, /^Label every occurrence of/);
    await expect(open.getByText("It stands in 2 places.")).toBeVisible();
    await hand.tick(open.getByLabel("Capitals matter"));
    await hand.choose(open.getByLabel("Label", { exact: true }), "Doubt");
    await hand.press(open.getByRole("button", { name: "Label 2 places" }));
    await undoes(page, "Label 2 places");
  },

  "merge two speakers, and split them": async (page, hand) => {
    await hand.run("Next annotation");
    await expectPicked(page, [QUOTE]);
    for (const [name, what, split] of [["Olga Reyes", "Rename speaker", false], ["Marta Lindqvist", "Split speaker", true]]) {
      await hand.run("Rename, merge or split the speaker…");
      const open = dialog(page, "Rename speaker");
      await hand.write(open.getByLabel("New name"), name);
      if (split) await hand.tick(open.getByLabel(/^I have kept these books/));
      await hand.press(button(open, "Rename"));
      await undoes(page, what);
    }
  },

  "make, edit and delete a label of one's own": async (page, hand) => {
    await hand.run("Own labels…");
    await hand.press(button(dialog(page, "Own labels"), "New label"));
    const made = dialog(page, "New label");
    await hand.write(made.getByLabel("Name"), "Frame");
    await hand.write(made.getByLabel("Key"), "6");
    await hand.choose(made.getByLabel("Colour"), "red");
    await hand.write(made.getByLabel("Guideline"), "What it is about.");
    await hand.press(button(made, "Keep"));
    await hand.press(dialog(page, "Own labels").getByRole("button", { name: "Edit Frame" }));
    const edited = dialog(page, "Edit label");
    await expect(edited.getByLabel("Guideline")).toHaveValue("What it is about.");
    await hand.write(edited.getByLabel("Name"), "Topic");
    await hand.press(button(edited, "Keep"));
    const download = page.waitForEvent("download");
    await hand.press(button(dialog(page, "Own labels"), "Export"));
    expect((await saved(await download)).file.labels[0]).toMatchObject({ name: "Topic", key: "6", colour: "red" });
    await hand.press(dialog(page, "Own labels").getByRole("button", { name: "Delete Topic" }));
    await expect(dialog(page, "Own labels").getByText("None yet.")).toBeVisible();
    await hand.press(dialog(page, "Own labels").getByRole("button", { name: /^(Close|Done)$/ }));
    await undoes(page, "Change labels");
  },

  "filter": async (page, hand) => {
    await hand.run("Filter…");
    const open = dialog(page, "Filter");
    const passing = open.getByRole("status");
    const all = await passing.textContent();
    await hand.choose(open.getByLabel("Made"), "by hand");
    await expect(passing).toHaveText("0 pass the filter.");
    await hand.press(button(open, "Show all"));
    await expect(passing).toHaveText(all);
    await hand.tick(open.getByLabel("Only quotes with an unnamed source"));
    await expect(passing).not.toHaveText(all);
    await hand.tick(open.getByLabel("Only quotes with an unnamed source"));
    await hand.move(open.getByLabel("At least"));
    await expect(passing).not.toHaveText(all);
    await hand.press(button(open, "Close"));
    await expect(open).toHaveCount(0);
  },

  "say how much is marked": async (page, hand) => {
    await hand.run("How much is marked…");
    const open = dialog(page, "How much is marked");
    await hand.move(open.getByRole("slider", { name: /^All of these/ }).first());
    await hand.press(button(open, "Close"));
    await expect.poll(() => drawn(page, "loaded")).toEqual([]);
    await hand.run("How much is marked…");
    await hand.press(button(open, "Reset"));
    await hand.press(button(open, "Close"));
    await expect.poll(() => drawn(page, "loaded")).not.toEqual([]);
  },

  "read as one likes": async (page, hand) => {
    const size = () => article(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await hand.run("Text size, typeface, colours…");
    const open = dialog(page, "Reading");
    await hand.choose(open.getByLabel("Text size"), "Very large");
    expect(await size()).toBeGreaterThan(before);
    await hand.press(button(open, "Reset"));
    expect(await size()).toBe(before);
    await hand.press(button(open, "Close"));
  },

  "say where the article is from": async (page, hand) => {
    await hand.run("Title, author, date of the article…");
    const open = dialog(page, "About this article");
    await hand.write(open.getByLabel("Publication"), "The Weir Gazette");
    await hand.press(button(open, "Keep"));
    await undoes(page, "Correct what is known");
  },

  "correct the text": async (page, hand) => {
    await select(page, "Library");
    await hand.run("Correct the text of the paragraph…");
    const open = dialog(page, /^Correct/);
    await hand.write(open.getByRole("textbox"), "Library to open on Mondays");
    await hand.press(button(open, "Keep"));
    await expect(article(page)).toContainText("Library to open on Mondays");
    await undoes(page, "Correct the text");
  },

  "find": async (page, hand) => {
    const find = page.getByRole("search");
    await hand.write(find.getByRole("searchbox"), "the");
    await expect(find.getByRole("status")).toHaveText(/^1 of \d+$/);
    await hand.press(find.getByRole("button", { name: /^Next place/ }));
    await expect(find.getByRole("status")).toHaveText(/^2 of \d+$/);
  },

  "judge, change, note and delete what is picked": async (page, hand) => {
    await hand.run("Next loaded wording");
    await expectPicked(page, ["controversial"]);
    await hand.run("Correct its speaker or category");
    await hand.choose(details(page).getByLabel("Category"), "Sensationalism");
    await undoes(page, "Change label");
    await hand.write(details(page).getByLabel("Note", { exact: true }), "on page one");
    await hand.press(details(page).getByRole("button", { name: "End one word later" }));
    await expectPicked(page, ["controversial plan"]);
    await hand.press(details(page).getByRole("button", { name: "Delete", exact: true }));
    await undoes(page, "Delete");
  },

  "tie a source to a quote, and say that it is unnamed": async (page, hand) => {
    await hand.run("Next annotation");
    await expectPicked(page, [QUOTE]);
    await select(page, "the mayor of Weirford");
    await hand.run("Source");
    await expectPicked(page, ["the mayor of Weirford"]);
    await hand.run("Name the speaker");
    await hand.tick(details(page).getByRole("checkbox"));
    await undoes(page, "Mark source as unnamed");
    await expect(field(page, "Source")).toContainText("the mayor of Weirford");
  },
};

for (const [size, use] of Object.entries(SIZES)) {
  for (const [way, of] of Object.entries({ "by keyboard": keyboard, "by pointer": pointer })) {
    test.describe(`${size}, ${way}`, () => {
      test.use(use);

      for (const [task, perform] of Object.entries(TASKS)) {
        test(task, async ({ page }) => {
          await open(page);
          await begin(page);
          await perform(page, of(page, use.hasTouch));
        });
      }
    });
  }
}
