// An invented news text of any length, the same at every run: direct, broken and indirect quotes among plain sentences.

const PEOPLE = ["Mara Ellison", "Tobias Renner", "Councillor Ada Whitlock", "Governor Samuel Okafor", "Dr. Lena Fischer"];
const BODIES = ["the water board", "Northgate Council", "the farmers' union", "the Harbour Authority", "a spokesperson"];
const CLAIMS = [
  "the bridge will reopen before the winter",
  "nobody had asked the residents of Elm Street",
  "the budget leaves no room for another delay",
  "a reckless plan has put 40,000 households at risk",
  "the figures from March were clearly wrong",
];
const TEMPLATES = [
  (person, body, claim) => `“${capital(claim)},” said ${person}, who leads ${body}.`,
  (person, body, claim, other) => `“${capital(claim)},” ${person} told reporters. “We believe that ${other}.”`,
  (person, body, claim) => `${capital(body)} warned that ${claim}, according to a letter seen on Tuesday.`,
  (person, body, claim) => `${person} called the decision “shameful” and insisted that ${claim}.`,
  (person, body) => `The meeting of ${body} began at nine and ended shortly after noon, in heavy rain.`,
  (person, body, claim) => `Critics of ${person} have long claimed ${claim}; ${body} denied it.`,
  () => "The road along the river stayed closed for a third day, and two schools sent their pupils home.",
];

export function text(length) {
  let state = 7;
  const pick = (list) => list[(state = (state * 48271) % 2147483647) % list.length];
  const paragraphs = [];
  for (let size = 0; size < length; size += paragraphs.at(-1).length + 2) {
    const sentences = Array.from({ length: 3 }, () =>
      pick(TEMPLATES)(pick(PEOPLE), pick(BODIES), pick(CLAIMS), pick(CLAIMS)),
    );
    paragraphs.push(sentences.join(" "));
  }
  return paragraphs.join("\n\n");
}

function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}
