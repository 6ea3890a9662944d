// What is measured, in the same way for Scarequote and for the peer: real events go in, and eyes.js sees what comes of them.

import { setTimeout as sleep } from "node:timers/promises";
import { COMMON, QUOTES } from "./article.mjs";
import { memory } from "./stage.mjs";

const SAMPLES = 60;
const FRAME = 1000 / 60; // ms
const NOTCH = 120; // CSS pixels that a notch of the wheel scrolls
const PACES = [1, 4]; // notches in each frame: reading across, and a fling
const SECONDS = 4; // at each pace
const CLOSINGS = 10;

/** Opens the file: ms until the text can be read, and until all is marked. */
export async function opening(page, { file, spans, count }) {
  await page.evaluate(([spans, count]) => Object.assign(eyes, { spans, count }), [spans, count]);
  await page.evaluate(() => eyes.watch("change", ["readable", "marked"]));
  await page.setInputFiles("#file", file);
  const [readable, marked] = await page.evaluate(() => eyes.taken);
  await page.evaluate(() => eyes.rest());
  return { readable, marked };
}

/**
 * Tags words at places all over the text by a key: ms from the key press to the frame that has the new tag in it. A person presses a key
 * at any moment between two frames; left to itself, the bench would always do so at much the same one.
 */
export async function tagging(page, places) {
  const taken = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const place = places[Math.floor(((sample + 0.5) * places.length) / SAMPLES)];
    await page.evaluate((place) => eyes.choose(place), place);
    await page.evaluate(() => eyes.watch("keydown", ["tagged"], "5"));
    await sleep((((sample * 7) % SAMPLES) / SAMPLES) * FRAME);
    await page.keyboard.press("5");
    taken.push(...(await page.evaluate(() => eyes.taken)));
    await page.evaluate(() => eyes.count++);
  }
  taken.sort((a, b) => a - b);
  return { median: taken[taken.length >> 1], worst: taken.at(-1) };
}

/**
 * Scrolls through the text by the wheel, twice: once for the time between frames, once to look after each frame for what is missing.
 * Gives the share of frames that came in time, the longest, and in how many frames something was missing, and how much at most.
 */
export async function scrolling(page) {
  const frames = await framing(page);
  const { absent } = await scroll(page, true);
  return {
    ...frames,
    missing: absent.filter((count) => count > 0).length,
    most: Math.max(...absent),
    frames: absent.length,
  };
}

/** The first half of that alone. */
export async function framing(page) {
  const { gaps } = await scroll(page, false);
  return { smooth: (gaps.filter((gap) => gap <= 17).length / gaps.length) * 100, longest: Math.max(...gaps) };
}

async function scroll(page, looking) {
  await page.evaluate(() => eyes.toStart());
  await page.mouse.move(640, 500);
  await page.evaluate(() => eyes.rest());
  await page.evaluate((looking) => eyes.record(looking), looking);
  const sent = [];
  for (const pace of PACES) {
    const end = performance.now() + SECONDS * 1000;
    while (performance.now() < end) {
      sent.push(page.mouse.wheel(0, pace * NOTCH)); // the next notch does not wait until the page has seen this one
      await sleep(1000 / 60);
    }
    await Promise.all(sent);
  }
  const seen = await page.evaluate(() => eyes.stop());
  await page.evaluate(() => eyes.rest());
  return seen;
}

/**
 * Tags a word wherever it stands, and undoes that: ms from the key press to the frame without the tags.
 * Undefined when the page has no such command: with one, T asks in a dialog, and Enter agrees.
 */
export async function undoing(page, { paragraphs }, hasDialog) {
  const start = paragraphs[0].indexOf(COMMON);
  await page.evaluate((place) => eyes.choose(place), { paragraph: 0, start, end: start + COMMON.length });
  await page.keyboard.press("Shift+T");
  if (hasDialog) {
    const asked = await page.waitForSelector("dialog[open]", { timeout: 1_000 }).catch(() => undefined);
    if (!asked) return void (await undo(page));
    await page.keyboard.press("Enter");
  }
  const tagged = (most) => subject.count() >= eyes.count + most;
  await page.waitForFunction(tagged, QUOTES - 1, { polling: 100, timeout: 60_000 });
  return undo(page);
}

async function undo(page) {
  await page.evaluate(() => eyes.rest());
  await page.evaluate(() => eyes.watch("keydown", ["undone"], "z"));
  await page.keyboard.press("Control+z");
  const [taken] = await page.evaluate(() => eyes.taken);
  return taken;
}

/**
 * What the page holds in MB: when new, after a short article was opened and closed, with the large one, and after closing that once and ten
 * times. The peer's page has no short article and closes none.
 */
export async function holding(page, browser, work, desk) {
  const fresh = await memory(page, browser);
  await desk?.useOnce(page);
  const used = desk && (await memory(page, browser));
  await opening(page, work);
  const full = await memory(page, browser);
  const closed = [];
  for (let time = 1; desk && time <= CLOSINGS; time++) {
    if (time > 1) await opening(page, work);
    await desk.close(page);
    if (time === 1 || time === CLOSINGS) closed.push(await memory(page, browser));
  }
  return { fresh, used, full, closed };
}
