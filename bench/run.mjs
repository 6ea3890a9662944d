// Times the core and its peers on the same text: `node bench/run.mjs GROWTH`, the program of examples/growth/.
// The peers do less: neither says who spoke. compromise finds words between quote marks and people's names, wink-nlp
// sentences, parts of speech and named entities.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import compromise from "compromise";
import wink from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { race } from "./race.mjs";
import { text as invent } from "./text.mjs";
import { startWorker } from "./worker.mjs";

// The peers take the first size only: at 1 MB, compromise needs seconds for each run.
const SIZES = [100_000, 1_000_000, 10_000_000];
const GOALS = { native: 10, wasm: 5, compromise: 100, wink: 5 }; // MB/s for ours, times our time for the peers
const SECONDS = 20; // for each size

const news = invent(SIZES[2]); // its beginning is what is invented for a smaller size
const growth = timeNative();
const worker = await startWorker();
const nlp = wink(model);

const text = news.slice(0, SIZES[0]);
heading(`${SIZES[0] / 1000} kB of invented news. All but the native program take turns in Node ${process.version}.`);
const peers = { compromise: [() => compromised(text), 1], wink: [() => entities(text), 3] };
const all = race({ ...ours(text, 10), ...peers }, SECONDS);
lines(text, all);
ratio("compromise", all.compromise, GOALS.compromise);
ratio("wink-nlp", all.wink, GOALS.wink);
for (const size of SIZES.slice(1)) {
  const text = news.slice(0, size);
  heading(`${size / 1e6} MB of it:`);
  lines(text, race(ours(text, 1), SECONDS));
}
console.log(`\nThe native program on growing texts:\n\n${growth.output}`);

function ours(text, times) {
  return { search: [() => worker.search(text), times], extract: [() => worker.extract(text), times] };
}

function compromised(text) {
  const view = compromise(text);
  return [view.quotations().json(), view.people().json()];
}

function entities(text) {
  return nlp.readDoc(text).entities().out(nlp.its.detail);
}

/** What examples/growth prints: the core alone, without the start of a program. It cuts the same text to its sizes. */
function timeNative() {
  const folder = mkdtempSync(join(tmpdir(), "scarequote-bench-"));
  try {
    const file = join(folder, "news.txt");
    writeFileSync(file, news);
    const { status, stdout, stderr } = spawnSync(process.argv[2], ["--short", file], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${process.argv[2]} failed: ${stderr}`);
    const rows = stdout.split("\n").map((row) => row.split(/ {2,}/));
    return { output: stdout, news: rows.filter(([name]) => name === "news") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function heading(words) {
  console.log(`\n${words}`);
  console.log("".padEnd(32) + ["first ms", "ms", "MB/s", "at best", "goal", "runs"].map((title) => title.padStart(9)).join(""));
}

function lines(text, times) {
  const megabytes = Buffer.byteLength(text) / 1e6;
  const [, , ms, , nanoseconds] = growth.news.find(([, bytes]) => Math.abs(bytes / 1e6 - megabytes) < megabytes / 10);
  const native = { median: Number(ms), least: nanoseconds * megabytes };
  const line = (name, { first, median, least, runs = "" } = {}, goal = "") => {
    if (!median) return;
    const [speed, best] = [median, least].map((ms) => ((megabytes / ms) * 1000).toFixed(2));
    const cells = [first?.toFixed(1) ?? "", median.toFixed(1), speed, best, goal, runs];
    console.log(name.padEnd(32) + cells.map((cell) => `${cell}`.padStart(9)).join(""));
  };
  line("scarequote, native", native, GOALS.native);
  line("scarequote, the page's worker", times.search, GOALS.wasm);
  line("scarequote, extract(text)", times.extract, GOALS.wasm);
  line("compromise", times.compromise);
  line("wink-nlp", times.wink);
}

function ratio(name, peer, goal) {
  const times = (which) => (peer[which] / all.search[which]).toFixed(1);
  console.log(
    `${name} takes ${times("median")} times as long as the page's worker (goal ${goal}); ` +
      `${times("least")} at best, ${times("first")} in the first run`,
  );
}
