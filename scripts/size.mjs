// Prints the sizes of dist/, plain and after brotli, next to budget.json. Status 1 when a part is over its budget.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const DIST = "dist";
const { parts } = JSON.parse(readFileSync("budget.json", "utf8"));
const rest = { name: "others", files: "" };

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length + 1).replaceAll("\\", "/"))
  .sort()
  .map((name) => {
    const bytes = readFileSync(join(DIST, name));
    const part = [...parts, rest].find(({ files }) => new RegExp(files).test(name));
    return { name, part, plain: bytes.length, small: brotli(bytes) };
  });
if (!files.some(({ part }) => part !== rest)) {
  console.error(`${DIST}/ is empty: make dist builds it`);
  process.exit(1);
}

const width = 4 + Math.max(...files.map(({ name }) => name.length));
let over = false;
print("", "plain", "brotli", "budget");
for (const part of [...parts.toReversed(), rest]) {
  const own = files.filter((file) => file.part === part);
  if (own.length === 0) continue;
  for (const { name, plain, small } of own) print(`  ${name}`, kB(plain), kB(small), "");
  const small = sum(own.map((file) => file.small));
  print(part.name, kB(sum(own.map((file) => file.plain))), kB(small), part.limit ? `${part.limit}.0` : "none");
  if (small > part.limit * 1000) {
    over = true;
    console.log(`The ${part.name} is over its budget by ${kB(small - part.limit * 1000)} kB.`);
  }
}
process.exitCode = over ? 1 : 0;

function brotli(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(bytes, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length } })
    .length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}

function print(name, ...columns) {
  console.log(name.padEnd(width) + columns.map((column) => column.padStart(10)).join(""));
}
