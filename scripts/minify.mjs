// Minifies the scripts and styles of dist/ in place: what wasm-bindgen and we wrote is written to be read.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

const folder = "dist";
for (const name of readdirSync(folder)) {
  const loader = /\.(js|css)$/.exec(name)?.[1];
  if (!loader) continue;
  const path = join(folder, name);
  writeFileSync(path, transformSync(readFileSync(path, "utf8"), { loader, minify: true, legalComments: "none" }).code);
}
