// The worker's own program, in Node's engine, which is Chromium's too.

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

/**
 * Starts dist/worker.js in this process.
 * `search(text)` is what the page has it do: a message goes in, the findings come out as one packed text.
 * `extract(text)` is the function for others: it makes an object of them.
 */
export async function startWorker() {
  let receive, answer;
  globalThis.addEventListener = (_, listener) => (receive = listener);
  globalThis.postMessage = (message) => (answer = message);
  runInThisContext(`${readFileSync("dist/worker.js", "utf8")}\n;globalThis.wasm_bindgen = wasm_bindgen;`);
  await wasm_bindgen({ module_or_path: readFileSync("dist/worker_bg.wasm") });
  const search = (text) => {
    receive({ data: ["search", text] });
    if (!answer.found) throw new Error(`The worker answered ${JSON.stringify(answer)} to a search`);
    return answer.found;
  };
  return { search, extract: wasm_bindgen.extract };
}
