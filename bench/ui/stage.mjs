// Where all is measured: Chromium, Scarequote's dist/ as the flows have it, and the other pages from a folder of their own.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { buildSync } from "esbuild";
import config from "../../playwright.config.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const options = { ...config.use.launchOptions, args: [...config.use.launchOptions.args, "--js-flags=--expose-gc"] };
const size = { width: 1280, height: 900 };

/** Builds the peer's page into a folder, and puts the bare one beside it. */
export function buildPages(folder) {
  buildSync({ entryPoints: [join(here, "peer/page.mjs")], bundle: true, minify: true, format: "esm", outdir: folder, logLevel: "error" });
  copyFileSync(join(here, "peer/index.html"), join(folder, "index.html"));
  copyFileSync(join(here, "bare.html"), join(folder, "bare.html"));
}

/** Serves a folder; gives its address, and what ends it. */
export async function serve(root, port, prefix) {
  const options = ["--root", root, "--port", `${port}`, "--prefix", prefix];
  const server = spawn("node", ["scripts/static-server.mjs", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  await Promise.race([once(server.stdout, "data"), once(server, "exit").then(() => Promise.reject(new Error(`${root} is not served`)))]);
  return { url: `http://127.0.0.1:${port}${prefix}`, end: () => server.kill() };
}

/** Opens an address in a browser of its own, with `scripts` put before its own ones, has it measured, and closes the browser. */
export async function withPage(url, scripts, measure) {
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage({ viewport: size });
    for (const script of scripts) await page.addInitScript({ path: join(here, script) });
    await page.goto(url);
    await page.waitForFunction(() => window.subject);
    return await measure(page, browser);
  } finally {
    await browser.close();
  }
}

/**
 * What the page's process holds in memory, in MB: the proportional set size of all of it, so with the wasm memories, the document, styles
 * and images, and what the engine itself takes. Garbage of page and workers is collected before, and caches of the engine are emptied:
 * twice, as some is known to be garbage only once other is gone.
 */
export async function memory(page, browser) {
  const devtools = await page.context().newCDPSession(page);
  for (let time = 0; time < 2; time++) {
    await devtools.send("Memory.prepareForLeakDetection");
    for (const place of [page, ...page.workers()]) await place.evaluate(() => gc({ type: "major", flavor: "last-resort" }));
    await page.waitForTimeout(2_000);
  }
  await devtools.detach();
  return held(await processOf(page, browser));
}

/** The number of the page's process: Chromium has others, for pages of its own, and does not say which is whose. This one can be kept busy. */
async function processOf(page, browser) {
  const system = await browser.newBrowserCDPSession();
  const times = async () => {
    const { processInfo } = await system.send("SystemInfo.getProcessInfo");
    return new Map(processInfo.filter(({ type }) => type === "renderer").map(({ id, cpuTime }) => [id, cpuTime]));
  };
  const before = await times();
  await page.evaluate(() => {
    const end = performance.now() + 300;
    while (performance.now() < end);
  });
  const after = await times();
  await system.detach();
  const spent = ([id, time]) => time - (before.get(id) ?? 0);
  return [...after].reduce((most, one) => (spent(one) > spent(most) ? one : most))[0];
}

function held(process) {
  const [, kB] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, "utf8"));
  return (kB * 1024) / 1e6;
}
