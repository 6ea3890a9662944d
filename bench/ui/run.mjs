// Measures the editor at size, next to @recogito/text-annotator: `node bench/ui/run.mjs`. Prints, and asserts nothing.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { invent } from "./article.mjs";
import { annotationFile, peerFile, shownSpans } from "./files.mjs";
import { framing, holding, opening, scrolling, tagging, undoing } from "./measures.mjs";
import { buildPages, serve, withPage } from "./stage.mjs";
import { print } from "./table.mjs";

const PREFIX = "/some/sub/path/";
const port = 20000 + (process.pid % 20000);

const article = invent();
const annotations = [...article.quotes, ...article.markers];
const shown = annotations.filter(({ state }) => state !== "rejected"); // what the peer knows of
const spans = shownSpans(article);
const folder = mkdtempSync(join(tmpdir(), "scarequote-bench-ui-"));
const servers = [];
try {
  buildPages(folder);
  const work = (name, text, count) => {
    writeFileSync(join(folder, name), text);
    return { file: join(folder, name), spans, count };
  };
  const ourWork = work("article.scarequote.json", annotationFile(article), annotations.length);
  const peerWork = work("article.json", peerFile(article), shown.length);
  servers.push(await serve("dist", port, PREFIX));
  servers.push(await serve(folder, port + 1, "/"));
  const [ours, others] = servers.map(({ url }) => url);

  const words = article.paragraphs.join(" ").split(" ").length;
  console.log(`${words.toLocaleString("en")} words with ${annotations.length.toLocaleString("en")} annotations.`);
  print({
    bare: await withPage(`${others}bare.html`, ["eyes.js"], (page) => tagging(page, article.places)),
    unmarked: await withPage(ours, ["eyes.js", "ours.js"], (page) => scrollUnmarked(page, ourWork)),
    ours: await measure(ours, ["eyes.js", "ours.js"], ourWork, { useOnce, close }),
    peer: await measure(others, ["eyes.js"], peerWork),
  });
} finally {
  for (const { end } of servers) end();
  rmSync(folder, { recursive: true });
}

/** All figures of one page. `desk` has what only Scarequote can: open and close a short article, and close the large one. */
async function measure(url, scripts, work, desk) {
  const used = await withPage(url, scripts, async (page) => {
    const opened = await opening(page, work);
    const scrolled = await scrolling(page);
    const tagged = await tagging(page, article.places);
    const undone = await undoing(page, article, desk !== undefined);
    return { opened, scrolled, tagged, undone };
  });
  const held = await withPage(url, scripts, (page, browser) => holding(page, browser, work, desk));
  return { ...used, held };
}

/** Scrolls through the same text with nothing drawn over it: what is left is the browser, the machine, and how the text is laid out. */
async function scrollUnmarked(page, work) {
  await opening(page, work);
  await page.evaluate(() => subject.drawNothing());
  return framing(page);
}

async function useOnce(page) {
  await page.click("button:text-is('Try a sample')");
  await page.waitForSelector("#list [role=option]");
  await page.click(".actions button:text-is('New')");
  await page.waitForSelector("#draft");
}

async function close(page) {
  await page.evaluate(() => (window.used = true));
  await page.click(".actions button:text-is('New')");
  await page.waitForFunction(() => !window.used && document.querySelector("#draft")); // the page begins anew after so large an article
}
