// What comes from other pages: a rich paste, an address to fetch, a bookmark, a shared text.

import { article, box, open, rows, searched } from "./desk.mjs";
import { expect, expectAccessible, test } from "./support.mjs";

const HTML = `<h1>Ferry sinks</h1><p>“It sank,” <b>Ada Moss</b> said.</p><ul><li>nine people<li>two dogs</ul><script>alert(1)</script>`;
const PAGE = `<!doctype html><title>Ferry sinks - Courier</title><body><nav>Home</nav><article><h1>Ferry sinks</h1>
  ${"<p>“The ferry sank in the night,” harbour master Ada Moss told the council on Monday, and nobody was hurt.</p>".repeat(6)}</article>`;

const pasteRich = (page, html, text) =>
  page.evaluate(
    ([html, text]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", text);
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text],
  );

test("a rich paste keeps headings and lists, and the plain text is one press away", async ({ page }) => {
  await open(page);
  await box(page).focus();
  await pasteRich(page, HTML, "Ferry sinks\n\n“It sank,” Ada Moss said.\n\n• nine people\n• two dogs");
  await searched(page);
  await expect(article(page).getByRole("heading", { name: "Ferry sinks" })).toBeVisible();
  await expect(rows(page, "It sank")).toContainText("Ada Moss");
  await expect(article(page)).not.toContainText("•");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take the plain text instead" }).click();
  await expect(article(page)).toContainText("• nine people");
  await expect(article(page).getByRole("heading")).toHaveCount(0);
});

test("a paste whose HTML says no more than its text is the text", async ({ page }) => {
  await open(page);
  await box(page).focus();
  await pasteRich(page, "<div>One  line.</div><div>Two.</div>", "One  line.\nTwo.");
  await expect(article(page)).toContainText("One line.");
  await expect(page.getByRole("button", { name: "Take the plain text instead" })).toBeHidden();
});

for (const address of ["?text=The+ferry+sank+on+Monday,+Ada+Moss+said.", "#text=The%20ferry%20sank%20on%20Monday%2C%20Ada%20Moss%20said."]) {
  test(`a text in the address is opened: ${address[0]}`, async ({ page }) => {
    await page.goto(`./${address}`);
    await searched(page);
    await expect(article(page)).toContainText("The ferry sank on Monday, Ada Moss said.");
    expect(page.url()).not.toContain("text");
    await page.reload();
    await expect(article(page)).toContainText("The ferry sank on Monday, Ada Moss said.");
  });
}

test("an address is fetched where the site allows it, by a frame and not by the page", async ({ page, problems }) => {
  await page.route("https://courier.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: PAGE, headers: { "access-control-allow-origin": "*" } }),
  );
  await open(page);
  await page.getByText("From the web").click();
  await expectAccessible(page);
  await page.getByLabel("Address of an article").fill("courier.example/ferry");
  await page.keyboard.press("Enter");
  await searched(page);
  await expect(article(page)).toContainText("The ferry sank in the night");
  await page.keyboard.press("Control+i");
  await expect(page.getByRole("dialog").getByLabel("Address")).toHaveValue("https://courier.example/ferry");
  expect(problems.splice(0)).toEqual(["request to another origin: https://courier.example/ferry"]);
});

test("a site that does not allow it is named, with what to do", async ({ page, problems }) => {
  await page.route("https://courier.example/**", (route) => route.abort());
  await open(page);
  await page.getByText("From the web").click();
  await page.getByLabel("Address of an article").fill("https://courier.example/ferry");
  await page.getByRole("button", { name: "Fetch" }).click();
  await expect(page.getByRole("alert")).toContainText("https://courier.example/ferry was not fetched");
  await expect(page.getByRole("alert")).toContainText("copy, and paste it here");
  await expect(page.getByRole("button", { name: "Fetch" })).toBeEnabled();
  await page.getByLabel("Address of an article").fill("no address");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("it is no web address");
  problems.splice(0);
});

test("the bookmark sends the page on which it is pressed", async ({ page, context, problems }) => {
  await context.route("https://courier.example/**", (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await open(page);
  await page.getByText("From the web").click();
  const bookmark = await page.getByRole("link", { name: "Annotate in Scarequote" }).getAttribute("href");
  expect(bookmark).toMatch(/^javascript:/);
  const other = await context.newPage();
  await other.goto("https://courier.example/ferry");
  const opened = context.waitForEvent("page");
  await other.evaluate((code) => (0, eval)(code), bookmark.replace("javascript:", ""));
  const annotator = await opened;
  await searched(annotator);
  await expect(article(annotator)).toContainText("The ferry sank in the night");
  problems.splice(0); // the page of the test itself
});
