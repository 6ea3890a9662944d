// An invented article of 100,000 words with 20,000 annotations, the same at every run.

/** How often `COMMON` stands in the article: once in each quote. */
export const QUOTES = 5_000;
/** The word that is tagged all over the article. */
export const COMMON = "council";

const PEOPLE = ["Mara Ellison", "Tobias Renner", "Ada Whitlock", "Samuel Okafor", "Lena Fischer"];
const HARSH = ["reckless", "shameful", "brutal", "absurd", "disastrous", "heroic", "legendary"];
const THINGS = ["plan", "budget", "bridge", "ferry", "harbour", "tunnel", "levy"];
const RESULTS = ["cost many jobs", "open before winter", "help those who wait", "close two schools"];
const PLAIN = ["in heavy rain", "on Friday", "near the river", "after dark"];
const CATEGORIES = [
  "loaded-language",
  "label",
  "sensationalism",
  "doubt",
  "puffery",
  "hedge",
  "booster",
  "intensifier",
  "factive",
  "implicative",
  "editorializing",
  "weasel",
  "generalization",
  "mind-reading",
  "scare-quote",
  "agentless-passive",
];
const KINDS = ["direct", "indirect", "mixed", "direct"];
const PARAGRAPH = 3; // quotes

// Each says something with a quote and three markers, a, b and c. A piece is words and the spans that they belong to: pieces in a
// row that share a name are one span. Markers overlap the quote and each other.
const SAYINGS = [
  ({ person, harsh, thing, result, plain }) => [
    ["“That ", "content"], [harsh, "content a"], [" ", "content"], [thing, "content b"], [` will ${result},”`, "content"], [" "],
    [person, "source"], [" "], ["told", "cue"], [` the ${COMMON}. `],
    ["Critics", "c"], [` gathered ${plain} at the `], ["gate", "place"], ["."],
  ],
  ({ person, harsh, thing, result, plain }) => [
    [person, "source"], [" "], ["warned", "cue"], [` the ${COMMON} `],
    ["that the ", "content"], [harsh, "content a"], [" ", "content a"], [thing, "content a b"], [" may", "content b"],
    [` ${result}`, "content"], [". The meeting ended "], [plain, "c"], [" over "], ["tea", "place"], ["."],
  ],
  ({ person, harsh, thing, plain }) => [
    [person, "source"], [" "], ["told", "cue"], [` the ${COMMON} `],
    [`the ${thing} was “`, "content"], [harsh, "content a b"], [" and wrong", "content b"], ["”", "content"], [". "],
    ["Everyone", "c"], [` left ${plain} by the last `], ["train", "place"], ["."],
  ],
  ({ person, harsh, thing, result, plain }) => [
    ["“No ", "content"], [harsh, "content a"], [` ${thing},”`, "content"], [" "], [person, "source"], [" "], ["said", "cue"],
    [` to the ${COMMON}, `], ["“can ", "content"], [result, "content b"], [".”", "content"], [" They "], ["clearly", "c"], [" closed the "],
    ["doors", "place"], [` ${plain}.`],
  ],
];

/**
 * The article: `paragraphs`, the texts; `quotes` and `markers`, each with an `id`, a `state` and its spans by part; `places`, words
 * that nothing is said of. A span is `{ paragraph, start, end }`, in UTF-16 units from the start of its paragraph.
 */
export function invent() {
  let state = 7;
  const pick = (list) => list[(state = (state * 48271) % 2147483647) % list.length];
  const article = { paragraphs: [], quotes: [], markers: [], places: [] };
  for (let number = 0; number < QUOTES; number++) {
    if (number % PARAGRAPH === 0) article.paragraphs.push("");
    else article.paragraphs[article.paragraphs.length - 1] += " ";
    const words = { person: pick(PEOPLE), harsh: pick(HARSH), thing: pick(THINGS), result: pick(RESULTS), plain: pick(PLAIN) };
    say(article, number, SAYINGS[number % SAYINGS.length](words), words.person);
  }
  return article;
}

function say(article, number, pieces, speaker) {
  const { content, source, cue, place, ...markers } = spans(article, pieces);
  article.places.push(...place);
  const kind = KINDS[number % KINDS.length];
  const quote = { id: `q${number}`, state: judged(number), kind, speaker, parts: { content, source, cue } };
  article.quotes.push(quote);
  for (const [at, name] of ["a", "b", "c"].entries()) {
    const place = number * 3 + at;
    const category = CATEGORIES[place % CATEGORIES.length];
    const inside = name === "c" ? null : quote.id;
    article.markers.push({ id: `m${place}`, state: judged(place), category, quote: inside, parts: { target: markers[name] } });
  }
}

/** Writes the pieces at the end of the article, and gives the spans by name. */
function spans(article, pieces) {
  const paragraph = article.paragraphs.length - 1;
  const found = {};
  let before = [];
  for (const [words, names = ""] of pieces) {
    const start = article.paragraphs[paragraph].length;
    const end = start + words.length;
    article.paragraphs[paragraph] += words;
    const own = names.split(" ").filter(Boolean);
    for (const name of own) {
      if (before.includes(name)) found[name].at(-1).end = end;
      else (found[name] ??= []).push({ paragraph, start, end });
    }
    before = own;
  }
  return found;
}

function judged(number) {
  if (number % 23 === 0) return "rejected";
  return number % 5 === 0 ? "accepted" : "suggested";
}
