// Starts the page's WebAssembly. Trunk's own start script is an inline one, which the policy in index.html refuses.
"use strict";

// How a person likes to read is remembered: set before anything is drawn, so that nothing flashes.
try {
  for (const pair of (localStorage.getItem("scarequote-comfort") ?? "").split(" ")) {
    const [name, value] = pair.split("=");
    if (value) document.documentElement.dataset[name] = value;
  }
} catch {
  // Storage is forbidden: it looks as at first.
}

(async () => {
  const { js, wasm } = document.querySelector("meta[name=scarequote-page]").dataset;
  const here = (name) => new URL(name, document.baseURI).href;
  try {
    if (location.protocol === "file:") throw new Error("It was opened as a file; it must come from a web server.");
    if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
    // Some hundred highlights hold up every frame in Safari, and Firefox 140 to 145 draws no lines below them.
    if (!CSS.highlights || /Apple C|Firefox\/14[0-5]/.test(navigator.vendor + navigator.userAgent)) {
      const look = Object.assign(document.createElement("link"), { rel: "stylesheet", href: here("drawn.css") });
      document.head.append(look);
      await import(here("drawn.js")).catch(console.warn); // without it, the list still works
    }
    const page = await import(here(js));
    await page.default({ module_or_path: here(wasm) });
  } catch (error) {
    console.error(error);
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent =
      "Scarequote could not start. Reload the page; if that does not help, use a current browser. " +
      `The reason given: ${error instanceof Error ? error.message : error}`;
    (document.querySelector("main") ?? document.body).append(message);
  }
})();
