// Labels of a person's own: made, used, given to others, and taken over from a file.

import {
  article, choose, details, drag, drawn, expectDrawn, expectPicked, exported, label, openWith, rows, saved, undo,
} from "./desk.mjs";
import { expect, expectAccessible, test } from "./support.mjs";

const TEXT = `The bridge costs a fortune. “We sail,” said Ada Moss. The brutal storm was over.

The bridge pays for itself.`;

const dialog = (page, name) => page.getByRole("dialog", { name });

async function make(page, { name, key, colour = "teal", guideline = "", attributes = "" }) {
  await dialog(page, "Own labels").getByRole("button", { name: "New label" }).click();
  const form = dialog(page, "New label");
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Key").fill(key);
  await form.getByLabel("Colour").selectOption(colour);
  await form.getByLabel("Guideline").fill(guideline);
  await form.getByLabel("Attributes").fill(attributes);
  await form.getByRole("button", { name: "Keep" }).click();
}

test("a label is made, used by its key, described, exported with the article, and there after a reload", async ({ page }) => {
  await openWith(page, TEXT);
  await article(page).focus();
  await page.keyboard.press("Shift+L");
  await make(page, {
    name: "Money frame",
    key: "6",
    guideline: "When the cost is the point.",
    attributes: "stance: for, against\nnote",
  });
  await expect(dialog(page, "Own labels").getByText("Money frame")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(label(page, "Money frame")).toBeVisible();
  await drag(page, "costs a fortune");
  await page.keyboard.press("6");
  await expectPicked(page, ["costs a fortune"]);
  await expectDrawn(page, "own-teal", ["costs a fortune"]);
  await expect(details(page)).toContainText("When the cost is the point.");
  await details(page).getByLabel("stance").selectOption("against");
  await details(page).getByLabel("note", { exact: true }).fill("first line of the article");
  await expect(rows(page, "Money frame")).toContainText("against, first line of the article");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+G");
  await expect(dialog(page, "What the labels are for")).toContainText("When the cost is the point.");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const { file } = await exported(page);
  expect(file.labels.labels[0]).toMatchObject({ id: "l1", name: "Money frame", key: "6", colour: "teal" });
  const own = file.annotations.find((annotation) => annotation.own);
  expect(own.own.target.exact).toBe("costs a fortune");
  expect(own.own.values).toEqual([
    "stance: against",
    "note: first line of the article",
  ]);
  await page.reload();
  await expect(rows(page, "Money frame")).toContainText("against");
});

test("a label with a key of a command, or without a name, is refused with nothing lost", async ({ page }) => {
  await openWith(page, TEXT);
  await page.getByRole("button", { name: "Own labels…" }).click();
  await make(page, { name: "Frame", key: "a", guideline: "Kept while it is wrong." });
  await expect(dialog(page, "New label").getByRole("alert")).toContainText("The key A is that of “Accept, and go on”");
  const form = dialog(page, "New label");
  await expect(form.getByLabel("Guideline")).toHaveValue("Kept while it is wrong.");
  await form.getByLabel("Key").fill("h");
  await form.getByRole("button", { name: "Keep" }).click();
  await expect(dialog(page, "Own labels").getByText("Frame")).toBeVisible();
});

test("labels go to a file and come from one; what is used stays; a colour changes what is drawn; undo takes all back", async ({ page }) => {
  await openWith(page, TEXT);
  await page.getByRole("button", { name: "Own labels…" }).click();
  await make(page, { name: "Frame", key: "6" });
  await make(page, { name: "Claim", key: "7", colour: "red" });
  const download = page.waitForEvent("download");
  await dialog(page, "Own labels").getByRole("button", { name: "Export" }).click();
  const { name, text, file } = await saved(await download);
  expect(name).toBe("own.labels.json");
  expect(file.labels.map((label) => label.name)).toEqual(["Frame", "Claim"]);
  await page.keyboard.press("Escape");
  await drag(page, "pays for itself");
  await page.keyboard.press("7");
  await expectDrawn(page, "own-red", ["pays for itself"]);
  await choose(page, "other.labels.json", text.replace("Frame", "Other").replace('"red"', '"green"'));
  await expect(page.getByText("2 labels now, as the file has them.")).toBeVisible();
  await expectDrawn(page, "own-green", ["pays for itself"]);
  expect(await drawn(page, "own-red")).toEqual([]);
  await expect(label(page, "Other")).toBeVisible();
  await undo(page).click();
  await expectDrawn(page, "own-red", ["pays for itself"]);
  await choose(page, "broken.labels.json", text.slice(0, 90));
  await expect(page.getByRole("alert").or(page.getByText("“broken.labels.json” was not opened."))).toContainText("damaged");
  await expect(label(page, "Frame")).toBeVisible();
});
