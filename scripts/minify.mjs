// Makes the scripts, styles and programs of dist/ smaller, in place: what wasm-bindgen and we wrote is written to be read.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { shorten } from "./names.mjs";

const folder = "dist";
const names = readdirSync(folder);

for (const name of names.filter((name) => name.endsWith("_bg.wasm"))) {
  const path = join(folder, name);
  const scriptPath = path.replace("_bg.wasm", ".js");
  const { program, script } = shorten(readFileSync(path), readFileSync(scriptPath, "utf8"));
  writeFileSync(path, program);
  writeFileSync(scriptPath, script);
}

for (const name of names) {
  const loader = /\.(js|css)$/.exec(name)?.[1];
  if (!loader) continue;
  const path = join(folder, name);
  writeFileSync(path, transformSync(readFileSync(path, "utf8"), { loader, minify: true, legalComments: "none" }).code);
}
