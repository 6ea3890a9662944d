// Draws over the text where the browser has no good highlights of its own: `Highlight` and `CSS.highlights`, as far as Scarequote uses
// them. boot.js loads it only then. What is drawn is a picture behind the text, with a shape for each line of each range; its look is in
// drawn.css. The text stays as it is. On paper lines break elsewhere: a copy of the text is printed, with elements around its words.
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
Object.defineProperty(CSS, "highlights", { value: new Map() });

const ruler = document.createRange(); // one for all: browsers keep every range up to date for as long as it is there
let due = 0;
let paper;
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
  addEventListener("beforeprint", toPaper); // not before the page itself, which has everything drawn that is to be printed
  const picture = pictureBehind(article.parentElement);
  const corner = picture.getBoundingClientRect();
  const shapes = [];
  for (const [name, range] of ranges()) {
    for (const line of lines(range)) shapes.push(...shapesOf(name, line, corner));
  }
  picture.replaceChildren(...shapes);
}

/** All ranges, each with the name of its highlight; what is drawn over others comes later. */
function ranges() {
  const highlights = [...CSS.highlights].sort(([, a], [, b]) => a.priority - b.priority);
  return highlights.flatMap(([name, highlight]) => [...highlight].map((range) => [name, range]));
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
  ruler.setStart(startContainer, Math.min(startOffset, startContainer.length));
  ruler.setEnd(endContainer, Math.min(endOffset, endContainer.length));
  return [...ruler.getClientRects()].filter(({ width }) => width > 0);
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

/** Puts the copy for paper before the article; drawn.css has it printed instead. */
function toPaper() {
  cancelAnimationFrame(due); // all is drawn now, far more than a screen needs
  due = 0;
  paper?.remove();
  const article = document.querySelector("#article");
  if (!article) return;
  const marks = new Map();
  for (const [name, { startContainer, startOffset, endOffset }] of ranges()) {
    if (!marks.has(startContainer)) marks.set(startContainer, []);
    marks.get(startContainer).push({ name, start: startOffset, end: endOffset });
  }
  paper = article.cloneNode(true);
  paper.removeAttribute("id");
  paper.classList.add("paper");
  const copies = texts(paper);
  texts(article).forEach((node, n) => marks.has(node) && copies[n].replaceWith(...wrapped(node.data, marks.get(node))));
  article.before(paper);
}

addEventListener("afterprint", () => paper?.remove());

function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

/** Words in pieces, each within an element for each mark over it. */
function wrapped(words, marks) {
  const ends = [...new Set([0, words.length, ...marks.flatMap(({ start, end }) => [start, end])])];
  ends.sort((a, b) => a - b);
  return ends.slice(1).map((end, n) => {
    const over = marks.filter((mark) => mark.start <= ends[n] && mark.end >= end);
    return over.reduceRight((inner, { name }) => {
      const outer = document.createElement("span");
      outer.className = `ink-${name}`;
      outer.append(inner);
      return outer;
    }, words.slice(ends[n], end));
  });
}
