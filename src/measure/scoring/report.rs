//! The figures as lines of text, narrow enough for a terminal.

use super::faults::kind;
use super::{Calibration, DetailTally, Fault, Part, Score, Tally};
use crate::text::Span;

/// The head over [`score_line`].
pub const HEAD: &str = "                  precision   recall       F1";

/// The scores of a tally, each with its label, in the order in which they are read.
pub fn scores(tally: &Tally) -> [(&'static str, Score); 8] {
    [
        ("quote", tally.quote),
        ("  direct", tally.direct),
        ("  mixed", tally.mixed),
        ("  indirect", tally.indirect),
        ("quote+source", tally.joint),
        ("exact", tally.exact),
        ("speech", tally.speech),
        ("quoted letters", tally.letters),
    ]
}

/// The shares of a tally, likewise.
pub fn parts(tally: &Tally) -> [(&'static str, Part); 3] {
    [("source", tally.source), ("cue", tally.cue), ("canonical", tally.canonical)]
}

/// The shares of details that there is anything to say about.
pub fn detail_parts(details: &DetailTally) -> impl Iterator<Item = (&'static str, Part)> {
    let all = [
        ("speaker right", details.speaker),
        ("kind right", details.kind),
        ("addressee right", details.addressee),
        ("anonymous right", details.anonymous),
    ];
    all.into_iter().filter(|(_, part)| part.of > 0)
}

/// A line of precision, recall and F1 in per cent.
pub fn score_line(label: &str, score: Score) -> String {
    let percent = |share| 100.0 * share;
    let (p, r, f1) = (percent(score.precision()), percent(score.recall()), percent(score.f1()));
    format!("{label:<16}{p:>11.1}{r:>9.1}{f1:>9.1}")
}

/// A line of a share in per cent.
pub fn part_line(label: &str, part: Part) -> String {
    format!("{label:<16}{:>11.1} % of {}", 100.0 * part.share(), part.of)
}

/// How often what was found is right, a line for each band of scores.
pub fn calibration_lines(calibration: &Calibration) -> String {
    let lines = calibration.bands().map(|band| {
        let Part { right, of } = band.part;
        let share = if of == 0 { "–".to_owned() } else { format!("{:.1} %", 100.0 * band.part.share()) };
        format!("  {:<14}{right:>6} of {of:<6}{share:>8}\n", band.label)
    });
    lines.collect()
}

/// A line about one fault: what is wrong, in which quote, its words, and what was found instead. At most 110 characters.
pub fn fault_line(fault: &Fault, text: &str) -> String {
    let words = cut(&squeezed(fault.span.of(text)), 60);
    cut(&format!("{} “{words}” [{}]", fault_head(fault), squeezed(&fault.note)), 110)
}

/// What such a line begins with: what is wrong, the quote, its kind.
pub fn fault_head(fault: &Fault) -> String {
    format!("{:<9} {:>3} {:<8}", fault.what.name(), fault.id, kind(fault.kind))
}

/// The words of `span` in ⟦ ⟧ with what stands before and after them, in one line of at most `width` characters.
pub fn context(text: &str, span: Span, width: usize) -> String {
    let words = cut(&squeezed(span.of(text)), width * 2 / 3);
    let beside = width.saturating_sub(words.chars().count() + 2) / 2;
    let before: Vec<char> = text.get(..span.start).unwrap_or("").chars().rev().take(beside).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text.get(span.end..).unwrap_or("").chars().take(beside).collect();
    let one_line = |part: String| part.replace(char::is_whitespace, " ");
    format!("{}⟦{words}⟧{}", one_line(before), one_line(after))
}

/// `words` with one space where there was any white space.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `width` characters of `line`; the last of them is … when some are left out.
pub fn cut(line: &str, width: usize) -> String {
    if line.chars().count() <= width {
        return line.to_owned();
    }
    line.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::QuoteKind;
    use crate::measure::scoring::What;

    #[test]
    fn figures_stand_below_their_heads() {
        let score = Score { found_right: 1, found: 8, gold_right: 2, gold: 2 };
        assert_eq!(score_line("  direct", score), "  direct               12.5    100.0     22.2");
        assert_eq!(HEAD.len(), score_line("", score).len());
        assert_eq!(part_line("source", Part { right: 1, of: 3 }), "source                 33.3 % of 3");
    }

    #[test]
    fn long_words_are_cut() {
        let text = "é rain ".repeat(60);
        let span = Span::new(8, 300);
        let fault = Fault {
            what: What::Speaker,
            id: "12".to_owned(),
            kind: QuoteKind::Direct,
            span,
            note: "Ada\nMoss, not Bo".to_owned(),
        };
        let line = fault_line(&fault, &text);
        assert!(line.starts_with("speaker    12 direct   “é rain é"), "{line}");
        assert!(line.ends_with("…” [Ada Moss, not Bo]") && line.chars().count() <= 110, "{line}");
        assert_eq!(context("a\nb c d", Span::new(2, 3), 9), "a ⟦b⟧ c ");
        assert!(context(&text, span, 100).chars().count() <= 100);
    }
}
