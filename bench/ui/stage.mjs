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
 * What the page's process holds in memory once the garbage of page and workers is collected, in MB: the proportional set size of all
 * of it, so with the wasm memories, the document, styles and images, and what the engine itself takes.
 */
export async function memory(page, browser) {
  for (const place of [page, ...page.workers()]) await place.evaluate(() => gc({ type: "major", flavor: "last-resort" }));
  await page.waitForTimeout(1_000);
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  await system.detach();
  // Chromium keeps a spare process, which holds less.
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => held(id)));
}

function held(process) {
  const [, kB] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, "utf8"));
  return (kB * 1024) / 1e6;
}
