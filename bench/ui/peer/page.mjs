// The peer's page: @recogito/text-annotator with its usual renderer. The other, experimental one stops at this article with an error.
// It takes the keys that Scarequote takes: 5 tags the chosen words, T all places where they stand, Control Z undoes.

import { createTextAnnotator, Origin } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";
import "./page.css";

console.log = () => {}; // it says for each drawing how long it took
const root = document.querySelector("article");
const texts = root.getElementsByTagName("p");
let annotator;
let starts = [];
const numbers = new Map(); // of the paragraphs, by their text nodes
const made = new Map(); // ids by place
const place = (paragraph, start) => `${paragraph} ${start}`;

window.subject = {
  frame: () => null, // the page itself scrolls, as its own examples do
  paragraphs: () => texts,
  count: () => annotator?.state.store.all().length ?? 0,
  key: ({ id }) => id,
  drawn: () => new Set([...root.querySelectorAll(".r6o-annotation")].map((span) => span.dataset.annotation)),
  has: ({ paragraph, start }) => root.querySelector(`[data-annotation="${made.get(place(paragraph, start))}"]`) !== null,
};

document.querySelector("#file").addEventListener("change", async ({ target }) => {
  const { paragraphs, annotations } = JSON.parse(await target.files[0].text());
  let next = 0;
  starts = paragraphs.map((text) => (next += text.length) - text.length);
  for (const text of paragraphs) {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    root.append(paragraph);
    numbers.set(paragraph.firstChild, numbers.size);
  }
  annotator = createTextAnnotator(root, { annotatingEnabled: false });
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); // the text can be read meanwhile
  annotator.setAnnotations(annotations);
});

addEventListener("keydown", ({ key, ctrlKey }) => {
  if (key === "5") annotator.state.store.addAnnotation(annotation(chosen()));
  if (key === "T") annotator.state.store.bulkAddAnnotations(alike(chosen().toString()).map(annotation), false, Origin.LOCAL);
  if (key === "z" && ctrlKey) annotator.undo();
});

function chosen() {
  return getSelection().getRangeAt(0).cloneRange();
}

/** An annotation of words whose range is known, as after a selection: so the peer need not look for it in the text. */
function annotation(range) {
  const id = `new${made.size}`;
  const paragraph = numbers.get(range.startContainer);
  made.set(place(paragraph, range.startOffset), id);
  const start = starts[paragraph] + range.startOffset;
  const quote = range.toString();
  const selector = [{ quote, start, end: start + quote.length, range }];
  const bodies = [{ id: `${id}-body`, annotation: id, purpose: "tagging", value: "puffery" }];
  return { id, bodies, target: { annotation: id, created: new Date(), selector } };
}

/** The ranges of all places where words stand. */
function alike(words) {
  const found = [];
  for (const { firstChild: node } of texts) {
    for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      found.push(range);
    }
  }
  return found;
}
