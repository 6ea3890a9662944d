// Runs in Scarequote's page: where it scrolls, and what it has drawn.

{
  // What follows the pointer and the choice is drawn over the annotations.
  const inks = () => [...CSS.highlights].filter(([name]) => !/^(hover|picked)/.test(name)).map(([, highlight]) => highlight);
  const key = (paragraph, start, end) => `${paragraph} ${start} ${end}`;

  window.subject = {
    frame: () => document.querySelector("#article")?.parentElement,
    paragraphs: () => document.querySelector("#article")?.getElementsByTagName("p") ?? [],
    parts: () => document.querySelector("#article").children,
    count: () => Number(document.querySelector("#list [role=option]")?.ariaSetSize ?? 0),
    key: ({ paragraph, start, end }) => key(paragraph, start, end),
    drawn: () => {
      const found = new Set();
      for (const ink of inks()) {
        for (const { startContainer, startOffset, endOffset } of ink) {
          found.add(key(startContainer.parentElement?.dataset.block, startOffset, endOffset));
        }
      }
      return found;
    },
    /** From now on. */
    drawNothing: () => {
      CSS.highlights.clear();
      HighlightRegistry.prototype.set = () => {};
    },
    has: ({ paragraph, start, end }) => {
      const node = subject.paragraphs()[paragraph].firstChild;
      for (const ink of inks()) {
        for (const range of ink) {
          if (range.startContainer === node && range.startOffset === start && range.endOffset === end) return true;
        }
      }
      return false;
    },
  };
}
