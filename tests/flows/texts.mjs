// The articles that the flows work on. All of them are invented.

/** A short article with the warts of real ones: curly marks, a broken quote, a missing closing mark, boilerplate. */
export const ARTICLE = `Library to open on Sundays after a year of protest

By Ines Okafor, The Weir Gazette

“We will open the doors on the first Sunday of May,” said Marta Lindqvist, the mayor of Weirford. The controversial plan was passed by a single vote.

Councillor Piet Brandt was furious. He claimed that the scheme would ruin the town’s finances, and called it “a shameless gift to people who never read.”

“My father learned to read in that hall,” Lindqvist told the council. “Let his grandchildren have the same chance.”

According to the treasury, the extra day costs 90,000 crowns a year. The so-called experts were of course not asked. Brandt warned that staff could leave by autumn.

See also: Seven stunning reading rooms you have to see

“I have kept these books for thirty years, said Olga Reyes, the head librarian. “Nobody has kept them from the rain.”

Leave a comment

Your email address will not be published. Required fields are marked *
`;

/** What \`ARTICLE\` must at least be found to say: words of a direct quote, and its speaker. */
export const DIRECT = [
  ["We will open the doors on the first Sunday of May", "Marta Lindqvist"],
  ["My father learned to read in that hall", "Marta Lindqvist"],
];

/** An article of about \`bytes\` bytes, with quotes, speakers and loaded wording in every paragraph. */
export function longArticle(bytes = 1_000_000) {
  const names = ["Ada Quill", "Bruno Marsh", "Carla Voss", "Dario Penn", "Elif Stone", "Femi Brook"];
  const things = ["the bridge", "the old mill", "the market hall", "the north road", "the ferry", "the school roof"];
  const paragraphs = ["A very long day in the council chamber"];
  for (let n = 0, length = 0; length < bytes; n += 1) {
    const [name, thing] = [names[n % names.length], things[(n * 5 + 2) % things.length]];
    const next = names[(n + 3) % names.length];
    const paragraph =
      `“We have counted every coin for ${thing}, and item ${n} is paid,” said ${name}, who leads the committee. ` +
      `${next} claimed that ${thing} was a shameless waste of money, and warned that the town could be broke by spring. ` +
      `The controversial vote on item ${n} was postponed, and nobody in the hall was surprised. ` +
      `According to the clerk, the session lasted ${(n % 9) + 2} hours.`;
    paragraphs.push(paragraph);
    length += new TextEncoder().encode(paragraph).length + 2;
  }
  return paragraphs.join("\n\n");
}

/** Texts that a careless page trips over. */
export const AWKWARD = {
  arabic: "قالت العمدة ليلى حداد: «سنفتح المكتبة يوم الأحد القادم». وأضافت أن الخطة واضحة.\n\nولم يعلّق المجلس على القرار.",
  chinese: "市长林梅说：“图书馆将在星期日开放。”\n\n议会没有对此发表评论。一些批评者称这是浪费。",
  emoji: "“We did it 🎉👩🏽‍🚀,” said Ada Quill 🇸🇪. The town cheered 🥳.\n\nCafé e\u0301 \u{1D11E} ﷽ 𝒲𝑒.",
  markup:
    "<img src=x onerror=\"document.title='broken'\"> <script>document.title='broken'</script>\n\n" +
    "“<b>Bold</b> &amp; plain,” said <i>Ada Quill</i>, the clerk of Weirford.",
  crlf: "First line.\r\n\r\n“Second line,” said Ada Quill.\rThird line.",
  oneWord: "x".repeat(20_000),
};
