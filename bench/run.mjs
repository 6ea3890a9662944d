// Times the core and its peers on the same text: `node bench/run.mjs PROGRAM`, the native command line.
// The peers do less: neither says who spoke. compromise finds words between quote marks and people's names, wink-nlp
// sentences, parts of speech and named entities.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import compromise from "compromise";
import wink from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { text as invent } from "./text.mjs";

const RUNS = 5;
const program = process.argv[2];
const text = invent(1_000_000);
const folder = mkdtempSync(join(tmpdir(), "scarequote-bench-"));
const file = join(folder, "text.txt");
writeFileSync(file, text);
const megabytes = Buffer.byteLength(text) / 1e6;

const nlp = wink(model);
const contenders = [
  ["scarequote, native", native],
  ["scarequote, WebAssembly", await webAssembly()],
  ["compromise", quotationsAndPeople],
  ["wink-nlp", () => nlp.readDoc(text).entities().out(nlp.its.detail)],
].filter(([, run]) => run);

console.log(`Extraction from ${megabytes.toFixed(2)} MB of invented news, the median of ${RUNS} runs:`);
let ours;
for (const [name, run] of contenders) {
  const ms = median(run);
  ours ??= ms;
  const ratio = ms === ours ? "" : `${(ms / ours).toFixed(1)} times the native time`;
  console.log(`${name.padEnd(26)}${ms.toFixed(0).padStart(8)} ms${((megabytes / ms) * 1000).toFixed(2).padStart(9)} MB/s  ${ratio}`);
}
rmSync(folder, { recursive: true });

/** The command line, its start included. */
function native() {
  const { status, stderr } = spawnSync(program, ["extract", file], { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

function quotationsAndPeople() {
  const view = compromise(text);
  return [view.quotations().json(), view.people().json()];
}

/** The worker's own program, in Node's engine, which is Chromium's too. Undefined when it does not run here. */
async function webAssembly() {
  globalThis.self ??= globalThis;
  globalThis.postMessage ??= () => {};
  globalThis.addEventListener ??= () => {};
  try {
    runInThisContext(`${readFileSync("dist/worker.js", "utf8")}\n;globalThis.wasm_bindgen = wasm_bindgen;`);
    await wasm_bindgen({ module_or_path: readFileSync("dist/worker_bg.wasm") });
    if (!wasm_bindgen.extract) throw new Error("it exports no function extract");
    return () => wasm_bindgen.extract(text);
  } catch (error) {
    console.log(`WebAssembly is not timed; the worker does not run in Node: ${error.message}`);
  }
}

function median(run) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1];
}
