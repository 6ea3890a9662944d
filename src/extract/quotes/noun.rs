//! Nouns that a clause follows: `Low’s claim that …`, `the warning by Low that …`, `emphasized Brill’s position that …`.

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, DIGIT, GENITIVE, MODAL, POSSESSIVE, PREPOSITION, ROLE,
    SUBJECT, SUBORDINATOR, VERB,
};
use crate::extract::cue::Cue;
use crate::extract::np::{is_nominal, walk_left, walk_right};
use std::ops::Range;

/// What the noun at `cue` reports.
pub(super) fn find(a: &Analysis, cue: Cue, sentence: &Range<usize>, floor: usize) -> Option<Draft> {
    let that = (cue.end..sentence.end.min(cue.end + 10))
        .take_while(|&at| {
            a.pair_at(at).is_none() && !a.is(at, MODAL) && (!a.is(at, AUXILIARY) || at == cue.end)
        })
        .take_while(|&at| a.is_word(at) || a.word(at) == "," && a.reads(cue.end, "by"))
        .find(|&at| a.reads(at, "that"))?;
    // “Low’s argument is that …”
    let is = a.is(cue.end, AUXILIARY) && that == cue.end + 1;
    let by =
        (a.reads(cue.end, "by") || a.reads(cue.end, "from") || a.reads(cue.end, "of")) && that > cue.end + 1;
    if !by && that != cue.end && !is || !opens_clause(a, that + 1) {
        return None;
    }
    let owner = (floor..cue.start).rev().take(4).find(|&at| a.is(at, GENITIVE | POSSESSIVE));
    let source = match owner {
        _ if by => walk_right(a, cue.end + 1, that),
        Some(at) if a.is(at, POSSESSIVE) => Some(at..at + 1),
        Some(at) => walk_left(a, at + 1, floor),
        None => cue
            .start
            .checked_sub(1)
            .filter(|&at| at >= floor && a.is(at, CAPITAL) && is_nominal(a, at))
            .map(|at| at..at + 1),
    };
    let end = super::extent::end(a, that, sentence);
    let content = that..super::extent::introduction(a, sentence.start, that, end).unwrap_or(end);
    let governed = cue.start.checked_sub(1).is_some_and(|at| a.is(at, PREPOSITION | CONJUNCTION));
    let governed = (governed || cue.start == sentence.start) && !is;
    if a.count_words(content.clone()) < 4 || source.is_none() && !governed {
        return None;
    }
    Some(Draft {
        content: vec![content],
        unsaid: source.is_none(),
        score: if source.is_none() { 0.45 } else { 0.6 },
        source: source.into_iter().collect(),
        cue: vec![cue.range()],
        ..Draft::default()
    })
}

/// Whether a clause with a subject begins at `at`, not a relative clause.
fn opens_clause(a: &Analysis, at: usize) -> bool {
    const SUBJECTS: u64 =
        DETERMINER | SUBJECT | POSSESSIVE | CAPITAL | DIGIT | ROLE | PREPOSITION | SUBORDINATOR;
    let plural = a.word(at).ends_with('s') && !a.is(at, VERB);
    (a.is(at, SUBJECTS) || plural || a.reads(at, "there")) && !a.is(at, AUXILIARY | MODAL)
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn a_noun_may_carry_a_clause() {
        assert_eq!(
            examples("The crew laughed at Toll’s claim that the ferry had sunk."),
            ["Toll’s | claim | that the ferry had sunk"]
        );
        assert_eq!(
            examples("After claims that the ferry had sunk, the port was closed."),
            [" | claims | that the ferry had sunk"]
        );
    }

    #[test]
    fn a_relative_clause_is_none() {
        assert!(examples("The claim that sank the ferry company was small.").is_empty());
    }
}
