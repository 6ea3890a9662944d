// Loads the worker's WebAssembly, as a classic worker: `new Worker("./worker-boot.js?v=BUILD&part=worker")`.
// The files of the worker keep their names from build to build; the query makes each build's a different address, so
// that a cached file of an old build never runs with one of a new build. What goes wrong is posted as {error: "…"}.
"use strict";

(async () => {
  const build = self.location.search;
  const asked = new URLSearchParams(build).get("part");
  const part = ["reader", "pdf"].includes(asked) ? asked : "worker";
  // A message that comes before the worker listens would be lost: keep it until then.
  const early = [];
  const keep = (event) => early.push(event);
  self.addEventListener("message", keep);
  try {
    importScripts(`./${part}.js${build}`);
    await wasm_bindgen({ module_or_path: `./${part}_bg.wasm${build}` });
  } catch (error) {
    self.postMessage({ error: `The worker could not start: ${error instanceof Error ? error.message : error}` });
    return;
  }
  self.removeEventListener("message", keep);
  for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports: [...ports] }));
})();
