// Answers the page's `{fetch: address}` with `{fetched: bytes}` or `{unfetched: reason}`. No cookies and no referrer are sent.
"use strict";

const LIMIT = 64e6; // bytes
const PATIENCE = 20_000; // ms

addEventListener("message", async ({ source, origin, data }) => {
  if (source !== parent || origin !== location.origin || typeof data?.fetch !== "string") return;
  const answer = (message) => parent.postMessage(message, origin);
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(data.fetch, { credentials: "omit", referrerPolicy: "no-referrer", signal });
    if (!response.ok) throw new Error(`the site answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > LIMIT) throw new Error("it is larger than 64 MB");
    answer({ fetched: bytes });
  } catch (error) {
    answer({ unfetched: error instanceof TypeError ? "" : error.message });
  }
});
parent.postMessage("scarequote: fetch is ready", location.origin);
