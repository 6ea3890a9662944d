// Serves a folder on this machine only: `node scripts/static-server.mjs --root dist --port 8080 [--prefix /sub/path/]`.
// Behaves like the plainest static host: right types, no caching, nothing outside the folder.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const { values } = parseArgs({
  options: {
    root: { type: "string", default: "dist" },
    port: { type: "string", default: "8080" },
    prefix: { type: "string", default: "/" },
  },
});
const { prefix } = values;
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`The port must be a number up to 65535, not “${values.port}”`);
if (!prefix.startsWith("/") || !prefix.endsWith("/")) stop(`The prefix must begin and end with /, not “${prefix}”`);
const root = await realpath(values.root).catch(() => stop(`There is no folder ${values.root}`));

const server = createServer(async (request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") return answer(response, 405, "Only GET and HEAD");
  const path = request.url.replace(/[?#].*/s, "");
  if (`${path}/` === prefix) return response.writeHead(301, { location: prefix }).end();
  const file = path.startsWith(prefix) ? await find(path.slice(prefix.length)) : undefined;
  if (!file) return answer(response, 404, "Not found");
  response.writeHead(200, {
    "cache-control": "no-cache",
    "content-length": file.size,
    "content-type": TYPES[extname(file.path)] ?? "application/octet-stream",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  pipeline(createReadStream(file.path), response, () => {});
});

server.on("error", (error) =>
  stop(error.code === "EADDRINUSE" ? `Port ${port} is in use` : `Cannot serve: ${error.message}`),
);
server.listen(port, "127.0.0.1", () => console.log(`Scarequote: http://127.0.0.1:${port}${prefix}  (Ctrl+C stops it)`));

/** The file that a path below the prefix names, or undefined: also for a path or a link that leads out of the folder. */
async function find(path) {
  try {
    const wanted = decodeURIComponent(path);
    const real = await realpath(join(root, wanted === "" || wanted.endsWith("/") ? `${wanted}index.html` : wanted));
    const found = real.startsWith(root + sep) && (await stat(real));
    return found && found.isFile() ? { path: real, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

function answer(response, status, text) {
  response.writeHead(status, { "content-type": TYPES[".txt"] }).end(text);
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
