// By touch alone, on a phone: no key is pressed, no mouse is moved. Words are selected as the handles of the system's do it.

import { article, details, expectPicked, label, open, paste, box, rows, searched, undo } from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE } from "./texts.mjs";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test.beforeEach(async ({ page }) => {
  await open(page);
  await box(page).tap();
  await paste(page, ARTICLE);
  await expect(article(page)).toBeVisible();
  await part(page, "Annotations");
  await searched(page);
});

const part = (page, name) => page.getByRole("button", { name, exact: true }).and(page.locator(".tab")).tap();

/** Selects `words` of the article, as the handles do. */
const choose = (page, words) =>
  page.evaluate((words) => {
    const node = [...document.querySelectorAll("#article p")].find((p) => p.textContent.includes(words)).firstChild;
    const start = node.data.indexOf(words);
    getSelection().setBaseAndExtent(node, start, node, start + words.length);
  }, words);

/** Runs a command from the list of all. */
async function run(page, name) {
  await page.getByRole("banner").getByRole("button", { name: "Keys" }).tap();
  await page.getByRole("dialog").getByRole("button", { name: "All commands…", exact: true }).tap();
  await page.getByRole("dialog").getByRole("option").filter({ has: page.getByText(name, { exact: true }) }).tap();
}

test("suggestions are picked, judged, changed and undone", async ({ page }) => {
  await rows(page, "We will open").tap();
  await details(page).getByRole("button", { name: "Accept" }).first().tap();
  await expect(rows(page, "We will open")).toContainText("✓");
  await details(page).getByRole("button", { name: "End one word earlier" }).first().tap();
  await expectPicked(page, ["We will open the doors on the first Sunday of May"]);
  await undo(page).tap();
  await expectPicked(page, ["We will open the doors on the first Sunday of May,"]);
  await details(page).getByRole("button", { name: "Reject" }).first().tap();
  await expect(rows(page, "We will open")).toContainText("✗");
  await details(page).getByRole("button", { name: "Delete" }).tap();
  await expect(rows(page, "We will open")).toHaveCount(0);
});

test("words are labelled, tied to a quote, and labelled everywhere", async ({ page }) => {
  await part(page, "Text");
  await choose(page, "single vote");
  await label(page, "Puffery").tap();
  await expectPicked(page, ["single vote"]);
  await part(page, "Annotations");
  await rows(page, "We will open").tap();
  await choose(page, "the mayor of Weirford");
  await details(page).getByRole("button", { name: "Use the selected words as the source" }).tap();
  await expectPicked(page, ["the mayor of Weirford"]);
  await part(page, "Text");
  await choose(page, "Brandt");
  await page.getByRole("button", { name: "Everywhere…" }).tap();
  await page.getByRole("dialog").getByRole("button", { name: /^Label/ }).tap();
  await expect(page.locator(".notice")).toContainText("done");
  await page.getByRole("button", { name: "Sticky" }).tap();
  await label(page, "Doubt").tap();
  await article(page).getByText("I have kept").tap();
  await choose(page, "thirty years");
  await expectPicked(page, ["thirty years"]);
  await part(page, "Annotations");
  await expect(rows(page, "Doubt").filter({ hasText: "thirty years" })).toHaveCount(1);
});

test("a command of the list acts on what is picked", async ({ page }) => {
  await run(page, "Next loaded wording");
  await expectPicked(page, ["controversial"]);
  await run(page, "End a word later");
  await expectPicked(page, ["controversial plan"]);
  await run(page, "End a letter earlier");
  await expectPicked(page, ["controversial pla"]);
  await run(page, "Undo");
  await run(page, "Undo");
  await expectPicked(page, ["controversial"]);
  await run(page, "Next quote of this speaker");
  await run(page, "Review one by one, the doubtful first");
  await part(page, "Annotations");
  await expect(details(page).getByRole("progressbar")).toBeVisible();
});
