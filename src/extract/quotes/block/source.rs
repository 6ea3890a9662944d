//! Who says a block quote: a line that names them at its end or behind it, or the sentence before.

use crate::extract::analysis::Analysis;
use crate::extract::boilerplate::opens_credit;
use crate::extract::class::{ASIDE, CAPITAL, ROLE, TITLE};
use crate::extract::cue::{self, FINITE, SPEECH};
use crate::extract::np::walk_right;
use crate::extract::quotes::group::{group, main_subject};
use crate::text::BlockKind;
use std::ops::Range;

/// The most tokens of a line that names who speaks: `– Mira Toll, harbour master of Brill, in a letter of 4 March`.
const LONGEST: usize = 24;
/// The most tokens of one that no dash opens.
const SHORTEST: usize = 12;

/// Where the name of who speaks stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    /// In a line of its own, or behind a dash.
    Signed,
    /// In a sentence before that ends with a colon and has a cue.
    Announced,
    /// In a sentence before that ends with a colon.
    Colon,
    /// In a sentence before that has a cue.
    Before,
}

impl Trust {
    /// How sure it is that they are who speaks.
    pub(super) fn score(self) -> f32 {
        match self {
            Self::Signed | Self::Announced => 0.9,
            Self::Colon => 0.75,
            Self::Before => 0.7,
        }
    }
}

/// The words that name who speaks, and what ascribes the quote to them.
pub(super) struct Named {
    pub(super) source: Range<usize>,
    pub(super) cue: Option<Range<usize>>,
}

/// Who says a block quote.
pub(super) struct Origin {
    pub(super) named: Named,
    pub(super) trust: Trust,
    /// The paragraph of the block that is no part of the quote; past its end when all are.
    pub(super) signed: usize,
    /// The token at which the quote ends, if its last paragraph goes on.
    pub(super) dash: usize,
    /// One past the last paragraph that is read with the block.
    pub(super) read: usize,
}

/// Who says the paragraphs `block`.
pub(super) fn find(a: &Analysis, block: &Range<usize>, taken: &[bool]) -> Option<Origin> {
    let origin =
        |trust, named| Origin { named, trust, signed: usize::MAX, dash: usize::MAX, read: block.end };
    let last = block.end - 1;
    if let Some(named) = signs(a, last).filter(|_| last > block.start) {
        return Some(Origin { signed: last, ..origin(Trust::Signed, named) });
    }
    if let Some((dash, named)) = signed_inside(a, &a.paragraphs[last]) {
        return Some(Origin { dash, ..origin(Trust::Signed, named) });
    }
    let behind = block.end;
    let free = matches!(a.kind(behind), BlockKind::Paragraph | BlockKind::Caption)
        && !taken.get(behind).is_some_and(|&taken| taken);
    if let Some(named) = signs(a, behind).filter(|_| free) {
        return Some(Origin { read: behind + 1, ..origin(Trust::Signed, named) });
    }
    let (trust, named) = before(a, a.paragraphs[block.start].start, taken)?;
    Some(origin(trust, named))
}

/// The dash and the name of paragraph number `paragraph`, if it does no more than name somebody: `– Mira Toll, harbour master`. In a
/// block quote and in a caption the dash may be missing.
pub(super) fn signs(a: &Analysis, paragraph: usize) -> Option<Named> {
    let line = a.paragraphs.get(paragraph)?;
    if line.len() > LONGEST || a.is(line.start, ASIDE) || !a.cues_in(line.clone()).is_empty() {
        return None;
    }
    if a.is_dash(line.start) {
        let dash = dash(a, line.start);
        let source = name(a, dash.end, line.end)?;
        return Some(Named { source, cue: Some(dash) });
    }
    let plain = a.kind(paragraph) != BlockKind::Paragraph && line.len() <= SHORTEST;
    let ends = matches!(a.word(line.end - 1), "." | "!" | "?" | "…" | ":");
    let name = name(a, line.start, line.end).filter(|_| plain && !ends)?;
    let full = a.count_words(name.clone()) > 1 && name.clone().all(|at| a.is(at, CAPITAL) || !a.is_word(at));
    full.then_some(Named { source: name, cue: None })
}

/// Where the dash stands that ends the quote in `line`, and the name behind it: `We swam for it. – Mira Toll`.
fn signed_inside(a: &Analysis, line: &Range<usize>) -> Option<(usize, Named)> {
    let from = line.start.max(line.end.saturating_sub(SHORTEST)) + 1;
    let first = (from..line.end).find(|&at| a.is_dash(at) && !a.is_word(at - 1))?;
    let dash = dash(a, first);
    let plain = a.cues_in(dash.end..line.end).is_empty();
    let source = name(a, dash.end, line.end).filter(|_| plain)?;
    Some((first, Named { source, cue: Some(dash) }))
}

/// One dash or two.
fn dash(a: &Analysis, first: usize) -> Range<usize> {
    first..if a.is_dash(first + 1) { first + 2 } else { first + 1 }
}

/// The name that begins at `start` and before `end` has nothing behind it but what says more of it. A photo credit is none.
fn name(a: &Analysis, start: usize, end: usize) -> Option<Range<usize>> {
    if opens_credit(a.span(start..end).of(a.text)) || (start..end).any(|at| a.word(at) == "/") {
        return None;
    }
    let name = walk_right(a, start, end).filter(|name| name.start == start)?;
    let names = name.clone().any(|at| a.is(at, CAPITAL | ROLE | TITLE));
    let ends = name.end >= end
        || matches!(a.word(name.end), "," | "(" | "|")
        || a.word(name.end) == "." && name.end + 1 == end;
    (names && ends).then_some(name)
}

/// Whom the sentence before token `at` names as who speaks, and its cue when it announces what follows.
fn before(a: &Analysis, at: usize, taken: &[bool]) -> Option<(Trust, Named)> {
    let number = a.sentence_before(a.sentence_at(at))?;
    let sentence = a.sentences.get(number).filter(|sentence| !a.is(sentence.start, ASIDE))?;
    let paragraph = a.paragraph_at(sentence.start);
    if a.kind(paragraph) == BlockKind::Quote || taken.get(paragraph).is_some_and(|&taken| taken) {
        return None;
    }
    let colon = sentence.end - 1;
    let announces = a.word(colon) == ":";
    for &cue in a.cues_in(sentence.clone()).iter().rev() {
        if announces && cue.has(cue::PREPOSITION) && cue.has(SPEECH) {
            let source = walk_right(a, cue.end, colon).filter(|source| source.start == cue.end);
            if let Some(source) = source {
                return Some((Trust::Announced, Named { source, cue: Some(cue.range()) }));
            }
        }
        if !(cue.has(FINITE) && cue.has(SPEECH)) || cue.has(cue::PREPOSITION) || cue::is_passive(a, cue) {
            continue;
        }
        let group = group(a, cue, sentence, sentence.start);
        let group = group.filter(|group| !group.denied(a) && !group.supposed(a, sentence));
        let Some(source) = group.and_then(|group| group.source.first().cloned()) else { continue };
        return Some(match announces {
            true => (Trust::Announced, Named { source, cue: Some(cue.range()) }),
            false => (Trust::Before, Named { source, cue: None }),
        });
    }
    let subject = main_subject(a, sentence).filter(|_| announces)?;
    Some((Trust::Colon, Named { source: subject, cue: Some(colon..colon + 1) }))
}
