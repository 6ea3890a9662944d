// Draws over the text where the browser has no highlights of its own: `Highlight` and `CSS.highlights`, as far as Scarequote uses them.
// boot.js loads it only then. What is drawn is a picture behind the text, with a shape for each line of each range; its look is in
// drawn.css. The text stays as it is.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const WAVE = 4; // how long half a wave is, in CSS pixels

/** Ranges that are drawn alike. */
class Highlight extends Set {
  priority = 0;

  add(range) {
    soon();
    return super.add(range);
  }

  delete(range) {
    soon();
    return super.delete(range);
  }

  clear() {
    soon();
    super.clear();
  }
}

window.Highlight = Highlight;
CSS.highlights = new Map();

let due = 0;
const sizes = new ResizeObserver(soon); // paragraphs move as others get their height
addEventListener("resize", soon);

/** Draws before the next frame, however much changes until then. */
function soon() {
  due ||= requestAnimationFrame(draw);
}

function draw() {
  due = 0;
  const article = document.querySelector("#article");
  if (!article) return;
  sizes.observe(article);
  const picture = pictureBehind(article.parentElement);
  const corner = picture.getBoundingClientRect();
  const shapes = [];
  for (const [name, highlight] of [...CSS.highlights].sort(([, a], [, b]) => a.priority - b.priority)) {
    for (const range of highlight) {
      for (const line of lines(range)) shapes.push(...shapesOf(name, line, corner));
    }
  }
  picture.replaceChildren(...shapes);
}

/** The picture in what scrolls: so it scrolls with the text. */
function pictureBehind(frame) {
  const there = frame.querySelector("svg.drawn");
  if (there) return there;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("class", "drawn");
  picture.setAttribute("aria-hidden", "true");
  frame.prepend(picture);
  return picture;
}

/** The boxes of a static range, one a line; none when its text has left the page. */
function lines({ startContainer, startOffset, endContainer, endOffset }) {
  if (!startContainer.isConnected) return [];
  const range = document.createRange();
  range.setStart(startContainer, Math.min(startOffset, startContainer.length));
  range.setEnd(endContainer, Math.min(endOffset, endContainer.length));
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/** A tint and a line below the words; drawn.css decides which of them is seen. */
function shapesOf(name, { left, right, top, bottom }, corner) {
  const [x1, x2, y1, y2] = [left - corner.left, right - corner.left, top - corner.top, bottom - corner.top].map(Math.round);
  const tint = shape("rect", name, { x: x1, y: y1, width: x2 - x1, height: y2 - y1 });
  return [tint, shape("path", name, { d: lineOf(name, x1, x2, y2) })];
}

function lineOf(name, from, to, y) {
  if (name === "source") return `M${from} ${y - 1.5}H${to}M${from} ${y + 1.5}H${to}`;
  if (name !== "loaded") return `M${from} ${y}H${to}`;
  let wave = `M${from} ${y}`;
  for (let x = from, up = true; x < to; x += WAVE, up = !up) wave += `q${WAVE / 2} ${up ? -4 : 4} ${WAVE} 0`;
  return wave;
}

function shape(tag, name, attributes) {
  const made = document.createElementNS(SVG, tag);
  made.setAttribute("class", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
