// The table that make bench-ui prints: each figure next to its goal, and next to the peer's.

const milliseconds = { unit: "ms", digits: 1 };
const megabytes = { unit: "MB", digits: 0 };
const percent = { unit: "%", digits: 1 };
const frames = { unit: "", digits: 0 };
const times = { unit: "×", digits: 1 };

// A name, how it is written, the goal, whether more is better, and the figure in what was measured of a page.
const ROWS = [
  ["key press to painted tag, median", milliseconds, 16, false, ({ tagged }) => tagged.median],
  ["key press to painted tag, worst", milliseconds, 50, false, ({ tagged }) => tagged.worst],
  ["scrolling, frames within 17 ms", percent, 95, true, ({ scrolled }) => scrolled.smooth],
  ["scrolling, longest frame", milliseconds, 50, false, ({ scrolled }) => scrolled.longest],
  ["scrolling, frames with a mark missing", frames, 0, false, ({ scrolled }) => scrolled.missing],
  ["undo of a 5,000-fold tag-all", milliseconds, 200, false, ({ undone }) => undone],
  ["opening, text readable", milliseconds, 1_000, false, ({ opened }) => opened.readable],
  ["opening, all marks", milliseconds, 2_000, false, ({ opened }) => opened.marked],
  ["memory with the article open", megabytes, 200, false, ({ held }) => held.full],
  ["memory kept after ten closings", percent, 10, false, ({ held }) => kept(held)],
];
const QUICKER = 10; // times the peer, by the first row

/** Prints what was measured of `ours` and of the `peer`, and what tagging takes in a `bare` page, and scrolling when ours is `unmarked`. */
export function print({ ours, peer, bare, unmarked }) {
  console.log(`\n${"".padEnd(42)}${["Scarequote", "goal", "of goal", "", "peer", "peer ÷ ours"].map(cell).join("")}`);
  for (const [name, form, goal, more, figure] of ROWS) {
    const [own, other] = [figure(ours), figure(peer)];
    line(name, form, own, goal, more, write(other, form), own > 0 && other !== undefined ? write(other / own, times) : "");
  }
  line("key press, quicker than the peer", times, peer.tagged.median / ours.tagged.median, QUICKER, true, "", "");
  const [median, worst] = [bare.median, bare.worst].map((time) => write(time, milliseconds));
  console.log(`A page that does nothing but draw the tag: ${median} from the key press, at worst ${worst}.`);
  const [smooth, longest] = [write(unmarked.smooth, percent), write(unmarked.longest, milliseconds)];
  console.log(`Scarequote with nothing drawn over the text: ${smooth} of frames within 17 ms, the longest ${longest}.`);
  for (const [name, { held, scrolled }] of Object.entries({ Scarequote: ours, "The peer": peer })) {
    const [once, last] = held.closed.map((one) => write(one, megabytes));
    const after = last && `, ${write(held.used, megabytes)} after a short article; after the large one ${once}, after ten times ${last}`;
    console.log(
      `${name}: ${write(held.fresh, megabytes)} when new${after ?? ""}. ` +
        `Of ${scrolled.frames} frames looked at, ${scrolled.missing} had marks missing, at most ${scrolled.most}.`,
    );
  }
}

/**
 * How much more a page holds after the large article was closed ten times than after a short one was closed once, in percent. A new page
 * holds less than either: the engine takes its part with the first use.
 */
function kept({ used, closed }) {
  return closed.length > 0 ? (closed.at(-1) / used - 1) * 100 : undefined;
}

function line(name, form, own, goal, more, other, ratio) {
  const wanted = `${more ? "≥" : "≤"} ${goal} ${form.unit}`.trim();
  if (own === undefined) return console.log(name.padEnd(42) + ["not there yet", wanted, "", "", other, ""].map(cell).join(""));
  const reached = more ? own >= goal : own <= goal;
  const share = goal > 0 ? write(own / goal, times) : "";
  console.log(name.padEnd(42) + [write(own, form), wanted, share, reached ? "ok" : "missed", other, ratio].map(cell).join(""));
}

function write(figure, { unit, digits }) {
  return figure === undefined ? "–" : `${figure.toFixed(digits)} ${unit}`.trim();
}

function cell(text) {
  return text.padStart(14);
}
