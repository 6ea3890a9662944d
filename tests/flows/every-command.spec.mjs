// Every command, by its keys and by pointer, in every window: does what its name says.

import { box, details, drawn, expectPicked, label, open, redo, selected, undo } from "./desk.mjs";
import { begin, dialog, offered, point, pressable, select } from "./hands.mjs";
import { SIZES } from "./sizes.mjs";
import { expect, test } from "./support.mjs";

const QUOTE = "We will open the doors on the first Sunday of May,";

// How things stand before.

const nothing = async () => {};

/** Words of one paragraph are selected. */
const words = (words) => (page) => select(page, words);

/** These keys were pressed. */
const keys = (keys) => async (page) => {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
};

/** The first quote is picked. */
const quote = keys("j");
/** “controversial” is picked. */
const loaded = keys("Shift+N");
/** One after the other. */
const all = (...steps) => async (page) => {
  for (const step of steps) await step(page);
};

// What is seen after.

const undoes = (what) => (page) => expect(undo(page)).toHaveAccessibleName(`Undo: ${what}`);
const picks = (...words) => (page) => expectPicked(page, words);
const selects = (words) => (page) => expect.poll(() => selected(page)).toMatch(words);
const opens = (name) => (page) => expect(dialog(page, name)).toBeVisible();
const marks = (words, name) => async (page) => {
  await undoes("Mark wording")(page);
  await expectPicked(page, [words]);
  const chip = label(page, name);
  if (!(await chip.isVisible())) await page.getByRole("button", { name: "More labels" }).click();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
};
const focuses = (locate) => (page) => expect(locate(page)).toBeFocused();

const markers = [
  ["Loaded language", "Label", "Sensationalism", "Doubt", "Puffery", "Hedge", "Booster", "Intensifier", "Factive", "Implicative"],
  ["Editorializing", "Weasel", "Generalization", "Mind reading", "Scare quote", "Agentless passive"],
];
const marking = (names) => Object.fromEntries(names.map((name) => [name, [words("single vote"), marks("single vote", name)]]));

/** For each group of commands, for each command: how things stand before, and what is seen after. */
const GROUPS = {
  "label the words": {
    Quote: [words("single vote"), all(undoes("Mark quote"), picks("single vote"))],
    Source: [all(quote, words("the mayor of Weirford")), all(undoes("Mark source"), picks("the mayor of Weirford"))],
    Cue: [all(quote, words("was passed")), all(undoes("Mark cue"), picks("was passed"))],
    ...marking(markers[0]),
  },
  "label them otherwise": {
    ...marking(markers[1]),
    "Add the words to the picked quote": [all(quote, words("single vote")), all(undoes("Add to quote"), picks("single vote"))],
    "Repeat the last label": [
      all(words("single vote"), keys("5"), picks("single vote"), words("the treasury")),
      marks("the treasury", "Puffery"),
    ],
    "Sticky label: selecting alone labels, on or off": [
      nothing,
      async (page) => {
        const sticky = page.getByRole("button", { name: "Sticky label" });
        await expect(sticky).toHaveAttribute("aria-pressed", "true");
        await sticky.click();
        await expect(sticky).toHaveAttribute("aria-pressed", "false");
      },
    ],
    "Label every occurrence…": [words("Brandt"), opens(/^Label every occurrence of/)],
    "What every label is for…": [nothing, opens("What the labels are for")],
    "Own labels…": [nothing, opens("Own labels")],
  },
  review: {
    "Accept, and go on": [loaded, all(undoes("Accept"), (page) => expect.poll(() => drawn(page, "picked-part")).not.toEqual(["controversial"]))],
    "Reject, and go on": [loaded, all(undoes("Reject"), (page) => expect.poll(() => drawn(page, "picked-part")).not.toEqual(["controversial"]))],
    "Put back to suggested": [all(loaded, keys("x"), keys("Shift+P")), all(undoes("Put back to suggested"), picks("controversial"))],
    "Accept all like this": [loaded, all(undoes("Accept all like this: 1"), picks("controversial"))],
    "Reject all like this: ignore them in this article": [loaded, all(undoes("Reject all like this: 1"), picks("controversial"))],
    "Ignore these words always": [loaded, all(undoes("ignore “controversial” always"), (page) => undo(page).click())],
    "Review one by one, the doubtful first": [nothing, (page) => expect(page.getByRole("progressbar", { name: "Suggestions judged" })).toBeVisible()],
    "Correct its speaker or category": [loaded, focuses((page) => page.getByRole("combobox", { name: "Category" }))],
    "Write a note": [loaded, focuses((page) => page.getByRole("textbox", { name: /^Note/ }))],
    "Name the speaker": [quote, focuses((page) => details(page).getByLabel("Speaker", { exact: true }))],
    "Rename, merge or split the speaker…": [quote, opens("Rename speaker")],
    "Delete the annotation": [loaded, undoes("Delete")],
    "How much is marked…": [nothing, opens("How much is marked")],
  },
  go: {
    "Next annotation": [quote, picks("controversial")],
    "Previous annotation": [keys("j j"), picks(QUOTE)],
    "Next suggestion": [nothing, picks(QUOTE)],
    "Previous suggestion": [keys("j j"), picks(QUOTE)],
    "Next quote of this speaker": [quote, picks("My father learned to read in that hall,")],
    "Previous quote of this speaker": [keys("j >"), picks(QUOTE)],
    "Next loaded wording": [quote, picks("controversial")],
    "Previous loaded wording": [keys("Shift+N Shift+N"), picks("controversial")],
    "Pick the annotation here; again: the next one over the same words": [keys("Home Control+ArrowDown Control+ArrowDown ArrowRight"), picks(QUOTE)],
    "Filter…": [nothing, opens("Filter")],
    "Find…": [nothing, focuses((page) => page.getByRole("searchbox", { name: /^Find/ }))],
  },
  "choose words": {
    "Previous word": [keys("Home ArrowRight"), selects(/^Library$/)],
    "Next word": [keys("Home"), selects(/^to$/)],
    "Line up": [keys("End"), selects(/^(?!\*).+$/)],
    "Line down": [keys("Home"), selects(/^(?!Library).+$/)],
    "Previous sentence": [keys("Home Control+ArrowRight"), selects(/^Library$/)],
    "Next sentence": [keys("Home"), selects(/^By$/)],
    "Previous paragraph": [keys("Home Control+ArrowDown"), selects(/^Library$/)],
    "Next paragraph": [keys("Home"), selects(/^By$/)],
    "First word": [keys("End"), selects(/^Library$/)],
    "Last word": [keys("Home"), selects(/^\*$/)],
  },
  "move the ends": {
    "Start a word earlier": [loaded, picks("The controversial")],
    "Start a word later": [quote, picks(QUOTE.slice(3))],
    "End a word later": [loaded, picks("controversial plan")],
    "End a word earlier": [quote, picks(QUOTE.slice(0, -1))],
    "End a letter later": [quote, picks(`${QUOTE}”`)],
    "End a letter earlier": [loaded, picks("controversia")],
    "Start a letter earlier": [quote, picks(`“${QUOTE}`)],
    "Start a letter later": [loaded, picks("ontroversial")],
    "Cover the chosen words": [all(loaded, words("single vote")), picks("single vote")],
  },
  "article and page": {
    Undo: [all(loaded, keys("Delete")), (page) => expect(redo(page)).toHaveAccessibleName("Redo: Delete")],
    Redo: [all(loaded, keys("Delete Control+z")), undoes("Delete")],
    "Set the paragraph aside, or put it back": [keys("Home"), undoes("Set aside")],
    "Correct the text of the paragraph…": [keys("Home"), opens(/^Correct/)],
    "Search for quotes and wording again": [all(loaded, keys("Delete")), undoes("Search again")],
    "Title, author, date of the article…": [nothing, opens("About this article")],
    "Text size, typeface, colours…": [nothing, opens("Reading")],
    "All commands…": [nothing, opens("Commands")],
    "The map of keys…": [nothing, opens("Keys")],
  },
};

/** For each command that leaves the page or the article, what comes of it: the name of an event of the page's, or a field that is there. */
const LEAVING = {
  "Open a file…": (page) => page.waitForEvent("filechooser", { timeout: 10_000 }),
  "Save the annotation file": (page) => page.waitForEvent("download", { timeout: 10_000 }),
  "Another article": (page) => expect(box(page)).toBeVisible(),
};

/** How a command is given: for each way, what gives the one with this name, by each of its keys. */
const WAYS = {
  "by key": (page, name, keys) => pressable(keys).map((key) => () => page.keyboard.press(key)),
  "by pointer": (page, name, keys, touch) => [() => point(page, name, touch)],
};

for (const [size, use] of Object.entries(SIZES)) {
  test.describe(size, () => {
    test.use(use);

    test.beforeEach(async ({ page }) => {
      test.setTimeout(180_000);
      await open(page);
      await begin(page);
    });

    test("every command is in this file", async ({ page }) => {
      const known = [...Object.values(GROUPS).flatMap(Object.keys), ...Object.keys(LEAVING)];
      expect([...(await offered(page)).keys()].sort()).toEqual(known.sort());
    });

    for (const [way, gives] of Object.entries(WAYS)) {
      for (const [group, commands] of Object.entries(GROUPS)) {
        test(`${group}, ${way}`, async ({ page }) => {
          const keys = await offered(page);
          for (const [name, [before, after]] of Object.entries(commands)) {
            for (const give of gives(page, name, keys.get(name), use.hasTouch)) {
              await test.step(name, async () => {
                await begin(page);
                await before(page);
                await give();
                await after(page);
              });
            }
          }
        });
      }

      test(`what leaves the article, ${way}`, async ({ page }) => {
        const keys = await offered(page);
        for (const [name, comes] of Object.entries(LEAVING)) {
          for (const give of gives(page, name, keys.get(name), use.hasTouch)) {
            await test.step(name, async () => {
              const coming = comes(page);
              await give();
              await coming;
            });
          }
        }
      });
    }
  });
}
