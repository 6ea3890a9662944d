// A text of one megabyte: the page stays responsive, shows how far it is, and can be stopped.
//
// Looking for an element by its role walks the whole page, which here blocks it longer than anything that is measured.
// So nothing is looked for while the clock runs; what is waited for then is cheap to see.

import { article, box, drag, exported, label, open, paste, rows } from "./desk.mjs";
import { expect, test } from "./support.mjs";
import { ARTICLE, longArticle } from "./texts.mjs";

const BIG = longArticle(1_000_000);
const PARAGRAPHS = BIG.split("\n\n").length;

test.setTimeout(120_000);

/** Measures how long the main thread is blocked from here on: long tasks, and gaps between turns. */
async function watch(page) {
  await page.evaluate(() => {
    const seen = { tasks: [], gap: 0 };
    window.blocks = seen;
    const note = (entries) => seen.tasks.push(...entries.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "longtask" });
    window.takeTasks = () => note(observer.takeRecords());
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      seen.gap = Math.max(seen.gap, now - last);
      last = now;
    }, 4);
  });
}

/**
 * Does `act`, waits until `done` holds in the page, and prints how long the page was blocked meanwhile. The aim is 50 ms;
 * no time is asserted, since other work on the machine would decide it.
 */
async function expectDone(page, what, act, done, argument) {
  const clear = () => {
    window.takeTasks();
    Object.assign(window.blocks, { tasks: [], gap: 0 });
  };
  // A turn of its own, so that what went before is not counted.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  await page.evaluate(clear);
  await act();
  await page.waitForFunction(done, argument, { polling: 100, timeout: 30_000 });
  const { tasks, gap } = await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    window.takeTasks();
    return window.blocks;
  });
  const longest = Math.round(Math.max(0, gap, ...tasks));
  const all = tasks.map((duration) => Math.round(duration)).join(" ") || "none";
  console.log(`      ${what}: blocked for at most ${longest} ms; long tasks: ${all}`);
}

/** Opens the page and pastes the big text. Gives what is to be waited for. */
async function openBig(page) {
  await open(page);
  await box(page).focus();
  await page.evaluate((text) => void (window.big = text), BIG);
  await watch(page);
}

const pasteBig = (page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", window.big);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    setTimeout(() => document.activeElement.dispatchEvent(event));
  });

/** Holds, in the page, once every paragraph is there, the findings are listed, and those in view are drawn. */
const isShown = (paragraphs) => {
  const count = document.querySelectorAll("#article p").length;
  const listed = Number(document.querySelector("#list [role=option]")?.ariaSetSize ?? 0);
  const drawn = CSS.highlights.get("content")?.size ?? 0;
  return count >= paragraphs && listed > paragraphs && drawn > 0 && !document.querySelector("progress");
};

test("one megabyte loads, is searched, scrolled, tagged and exported; the longest blocks are printed", async ({ page }) => {
  await openBig(page);
  const responsive = (what, act, done, argument) => expectDone(page, what, act, done, argument);
  await responsive("paste and search of 1 MB", () => pasteBig(page), isShown, PARAGRAPHS);

  await page.mouse.move(400, 300);
  await responsive(
    "scrolling",
    async () => {
      for (let n = 0; n < 20; n += 1) await page.mouse.wheel(0, 1_500);
    },
    () => document.querySelector("#article").parentElement.scrollTop > 10_000,
  );

  await drag(page, "A very long day");
  await responsive(
    "tagging",
    () => page.keyboard.press("5"),
    () => document.querySelector("#list .chosen")?.textContent.includes("A very long day"),
  );
  await expect(rows(page, "A very long day")).toContainText("Puffery");

  await responsive(
    "typing a note",
    async () => {
      await page.keyboard.press("n");
      await page.waitForFunction(() => document.activeElement.id === "note", null, { polling: 100 });
      await page.keyboard.type("A note of some length", { delay: 30 });
    },
    () => document.querySelector("#note").value === "A note of some length",
  );

  await responsive(
    "going on and judging",
    async () => {
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => document.activeElement.id === "article", null, { polling: 100 });
      for (const key of ["j", "j", "a", "x", "k"]) await page.keyboard.press(key);
    },
    () => document.querySelector("#list .chosen")?.classList.contains("rejected"),
  );

  await responsive(
    "from the first word to the last",
    async () => {
      for (const key of ["Escape", "Escape", "Escape", "Home", "Home", "End"]) await page.keyboard.press(key);
    },
    () => getSelection().toString() === ".",
  );

  await responsive(
    "the end of the list",
    () => page.evaluate(() => document.querySelector("#list").scrollTo(0, 1e9)),
    () => [...document.querySelectorAll("#list [role=option]")].some((row) => row.ariaPosInSet === row.ariaSetSize),
  );

  const loaded = page.locator(".layers button").nth(1);
  const { x, y } = await loaded.boundingBox();
  await responsive(
    "hiding a layer",
    () => page.mouse.click(x + 10, y + 10),
    () => CSS.highlights.get("loaded").size === 0,
  );
  await responsive(
    "showing a layer",
    () => page.mouse.click(x + 10, y + 10),
    () => CSS.highlights.get("loaded").size > 0,
  );

  const download = page.waitForEvent("download");
  await responsive(
    "exporting",
    () => page.keyboard.press("Control+s"),
    () => document.querySelector(".notice").textContent.includes("Saved as"),
  );
  await download;
  const { file } = await exported(page);
  expect(file.article.text).toBe(BIG);
});

test("keys that come while the page is busy are not left to the browser", async ({ page }) => {
  await openBig(page);
  await pasteBig(page);
  await page.waitForFunction(isShown, PARAGRAPHS, { polling: 100, timeout: 30_000 });
  await drag(page, "A very long day");
  await page.keyboard.press("5");
  await page.keyboard.press("n");
  await page.waitForFunction(() => document.activeElement.id === "note");
  await page.keyboard.type("A note");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.id === "article");
  await page.evaluate(() => {
    window.undone = 0;
    addEventListener("beforeinput", () => (window.undone += 1), true);
  });
  for (const key of ["j", "j", "a", "x", "k", "Control+z", "Control+z"]) await page.keyboard.press(key);
  await expect(page.locator(".notice")).toContainText("Undone: accept");
  expect(await page.evaluate(() => window.undone), "times the browser undid something itself").toBe(0);
  await expect(page.locator("#article")).toBeFocused();
});

test("one megabyte comes back after a reload", async ({ page }) => {
  await openBig(page);
  await pasteBig(page);
  await page.waitForFunction(isShown, PARAGRAPHS, { polling: 100, timeout: 30_000 });
  const size = () => document.querySelector("#list [role=option]").ariaSetSize;
  const before = await page.evaluate(size);
  // The findings are written after they are shown.
  const entries = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.open("scarequote").onsuccess = ({ target: { result: database } }) => {
            database.transaction("entries").objectStore("entries").count().onsuccess = (event) => {
              database.close();
              resolve(event.target.result);
            };
          };
        }),
    );
  await expect.poll(entries).toBe(3);
  await page.reload({ waitUntil: "commit" });
  await watch(page);
  await expectDone(page, "reload of 1 MB", async () => {}, isShown, PARAGRAPHS);
  expect(await page.evaluate(size)).toBe(before);
});

test("a search that is under way can be stopped, and the text tagged meanwhile", async ({ page }) => {
  await open(page);
  await box(page).focus();
  await paste(page, BIG.repeat(4));
  // Clicked from within the page: the search of four megabytes does not wait for a slower hand.
  const stop = () => {
    const button = document.querySelector(".search button");
    if (!(document.querySelector("progress")?.value > 0) || button?.textContent !== "Stop") return false;
    button.click();
    return true;
  };
  await page.waitForFunction(stop, null, { polling: 10 });
  await expect(page.locator(".search")).toContainText("The search was stopped.");
  await expect(page.locator("progress")).toHaveCount(0);
  await expect(page.locator("#list [role=option]")).toHaveCount(0);
  await page.waitForFunction((count) => document.querySelectorAll("#article p").length >= count, PARAGRAPHS);
  await drag(page, "A very long day");
  await page.keyboard.press("5");
  await expect(page.locator("#list [role=option]")).toHaveCount(1);
});

test("a search that was stopped is taken up again, and keeps what was tagged by hand", async ({ page }) => {
  // The worker's program comes only when it may: until then the search is under way.
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(/worker_bg.*\.wasm/, async (route) => {
    await released;
    await route.continue();
  });
  await open(page);
  await box(page).focus();
  await paste(page, ARTICLE);
  await expect(page.getByRole("progressbar", { name: "Progress of the search" })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("The search was stopped.")).toBeVisible();
  await drag(page, "a single vote");
  await label(page, "Puffery").click();
  await expect(rows(page)).toHaveCount(1);
  release();
  await page.getByRole("button", { name: "Search again" }).click();
  await expect(rows(page, "We will open the doors")).toBeVisible();
  await expect(rows(page, "a single vote")).toHaveCount(1);
  await expect(article(page)).toContainText("shameless gift");
});
