// The same article as the files that Scarequote and the peer read.

const CONTEXT = 32; // as Scarequote writes it

/** An annotation file of Scarequote's. */
export function annotationFile({ paragraphs, quotes, markers }) {
  const text = paragraphs.join("\n\n"); // of the basic plane alone, so that UTF-16 units are code points
  const at = starts(paragraphs, 2);
  const selector = (span) => {
    const [start, end] = [at[span.paragraph] + span.start, at[span.paragraph] + span.end];
    const cut = (from, to) => text.slice(Math.max(0, from), to);
    return { start, end, exact: cut(start, end), prefix: cut(start - CONTEXT, start), suffix: cut(end, end + CONTEXT) };
  };
  const parts = (parts) => Object.fromEntries(Object.entries(parts).map(([name, spans]) => [name, spans.map(selector)]));
  const head = ({ id, state }) => ({ id, origin: { core: { version: "0.1.0" } }, state, score: 0.99 });
  const annotations = [
    ...quotes.map((quote) => ({ ...head(quote), quote: { kind: quote.kind, speaker: quote.speaker, ...parts(quote.parts) } })),
    ...markers.map((marker) => ({
      ...head(marker),
      bias: { category: marker.category, quote: marker.quote, reason: "Invented.", target: selector(marker.parts.target[0]) },
    })),
  ];
  const mentions = (name) => quotes.filter(({ speaker }) => speaker === name).flatMap(({ parts }) => parts.source.map(selector));
  const speakers = [...new Set(quotes.map(({ speaker }) => speaker))].map((name) => ({ name, mentions: mentions(name) }));
  const article = { title: "An invented article of 100,000 words", language: "en", text };
  return JSON.stringify({ format: "scarequote", version: 1, generator: "make bench-ui", article, speakers, annotations });
}

/** What the peer's page reads: the paragraphs, and annotations as the peer keeps them. Of rejected ones it knows nothing. */
export function peerFile({ paragraphs, quotes, markers }) {
  const at = starts(paragraphs, 0);
  const selector = ({ paragraph, start, end }) => ({
    quote: paragraphs[paragraph].slice(start, end),
    start: at[paragraph] + start,
    end: at[paragraph] + end,
  });
  const annotation = ({ id, category = "quote", parts }) => ({
    id,
    bodies: [{ id: `${id}-body`, annotation: id, purpose: "tagging", value: category }],
    target: { annotation: id, selector: Object.values(parts).flat().map(selector) },
  });
  const shown = [...quotes, ...markers].filter(({ state }) => state !== "rejected");
  return JSON.stringify({ paragraphs, annotations: shown.map(annotation) });
}

/** What is to be seen, paragraph by paragraph: the spans, with the id of their annotation. */
export function shownSpans({ paragraphs, quotes, markers }) {
  const shown = paragraphs.map(() => []);
  for (const { id, state, parts } of [...quotes, ...markers]) {
    if (state === "rejected") continue;
    for (const { paragraph, start, end } of Object.values(parts).flat()) shown[paragraph].push({ id, start, end });
  }
  return shown;
}

/** Where each paragraph starts in the whole text. */
function starts(paragraphs, between) {
  let next = 0;
  return paragraphs.map((words) => {
    const start = next;
    next += words.length + between;
    return start;
  });
}
