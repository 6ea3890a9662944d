//! Transcripts: paragraphs that begin with who speaks, `MOSS: The ferry sank.`, `Q: Did it sink?`

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use crate::extract::class::{CAPITAL, MARK, TITLE};
use crate::text::BlockKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The most words of a name: `Prime Minister Ada de Moss`.
const LONGEST_NAME: usize = 6;
/// The most tokens of a label, with what stands in brackets: `QUESTION (Ida Brook, Brill Herald)`.
const LONGEST_LABEL: usize = 12;
/// The most paragraphs from one turn to the next.
const NEAR: usize = 2;
/// What labels lines that are not part of the article, in capitals.
const LINKS: [&str; 12] = [
    "read", "watch", "related", "more", "listen", "see", "photo", "photos", "video", "update", "note", "also",
];

/// A paragraph with its label.
struct Turn {
    label: Range<usize>,
    /// What is said, from after the colon.
    said: Range<usize>,
    paragraph: usize,
}

/// A draft for each turn of the transcripts in the text, and for each paragraph whether it is one. Labels are those of a
/// transcript when one of them comes twice: a single `Note: …` is none.
pub(super) fn find(a: &Analysis) -> (Vec<Draft>, Vec<bool>) {
    let mut taken = vec![false; a.paragraphs.len()];
    let labelled: Vec<Turn> = (0..a.paragraphs.len()).filter_map(|number| turn(a, number)).collect();
    let near = |one: usize, other: usize| {
        labelled.get(other).is_some_and(|x| x.paragraph.abs_diff(labelled[one].paragraph) <= NEAR)
    };
    let beside: Vec<bool> = (0..labelled.len())
        .map(|at| near(at, at + 1) || at.checked_sub(1).is_some_and(|other| near(at, other)))
        .collect();
    let turns: Vec<Turn> =
        labelled.into_iter().zip(beside).filter_map(|(turn, beside)| beside.then_some(turn)).collect();
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    for turn in &turns {
        *counts.entry(name(a, turn)).or_default() += 1;
    }
    let shouted = |turn: &Turn| name(a, turn).chars().all(|c| !c.is_lowercase());
    let is_transcript = counts.len() > 1 && counts.values().any(|&count| count > 1);
    let mut drafts = Vec::new();
    for turn in turns.iter().filter(|turn| is_transcript && (shouted(turn) || counts[&name(a, turn)] > 1)) {
        taken[turn.paragraph] = true;
        let asks = turn.label.len() == 1 && matches!(a.word(turn.label.start), "Q" | "A");
        drafts.push(Draft {
            content: vec![turn.said.clone()],
            source: vec![turn.label.clone()],
            cue: vec![turn.said.start - 1..turn.said.start],
            unsaid: asks,
            verbatim: true,
            score: 0.85,
            ..Draft::default()
        });
    }
    (drafts, taken)
}

fn name(a: &Analysis, turn: &Turn) -> String {
    a.span(turn.label.clone()).of(a.text).to_owned()
}

/// The turn that paragraph `number` is, if it begins with a label.
fn turn(a: &Analysis, number: usize) -> Option<Turn> {
    let paragraph = a.paragraphs.get(number).filter(|_| a.kind(number) != BlockKind::Caption)?;
    // A quotation that runs over a whole transcript opens each paragraph with a mark.
    let start = (paragraph.start..paragraph.end.min(paragraph.start + 2))
        .find(|&at| !matches!(a.word(at), "“" | "\"" | "‘" | "'"))?;
    let colon = (start + 1..paragraph.end.min(start + 1 + LONGEST_LABEL)).find(|&at| a.word(at) == ":")?;
    // “QUESTION (Ida Brook, Brill Herald):”
    let bracket = (start + 1..colon).find(|&at| a.word(at) == "(").filter(|_| a.word(colon - 1) == ")");
    let label = start..bracket.unwrap_or(colon);
    let names = label.len() <= LONGEST_NAME
        && label.clone().all(|at| {
            a.is(at, CAPITAL)
                || a.word(at) == "." && a.is(at.saturating_sub(1), TITLE | CAPITAL)
                || matches!(a.word(at), "de" | "van" | "von")
        });
    let said = colon + 1..paragraph.end;
    let words = said.clone().take(3).any(|at| !a.is(at, MARK));
    let link = LINKS.iter().any(|word| a.reads(start, word));
    (names && words && !link).then_some(Turn { label, said, paragraph: number })
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn turns_are_quotes_of_who_is_named_before_the_colon() {
        assert_eq!(
            examples("MOSS: Did it sink?\nBROOK: It did, I said.\nMOSS: And you swam?"),
            ["MOSS | : | Did it sink?", "BROOK | : | It did, I said", "MOSS | : | And you swam?"]
        );
        assert_eq!(examples("Q: Did it sink?\nA: It did.\nQ: When?").len(), 3);
    }

    #[test]
    fn other_lines_with_a_colon_are_none() {
        assert!(examples("Note: the ferry sinks.\nPlace: Brill.\nTime: noon.").is_empty());
        assert!(examples("Score: two.\nScore: three.").is_empty());
    }
}
