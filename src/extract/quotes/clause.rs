//! The clause that a cue governs to its right: `claims that …`, `said the …`, `urged them to …`, `accused Low of …`.

use super::draft::Draft;
use super::extent;
use super::group::Group;
use super::opening::{Opening, opening};
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ATTRIBUTES, AUXILIARY, CONJUNCTION, ED, MARK, MODAL, PREPOSITION, RELATIVE, SUBORDINATOR, TIME, VERB,
};
use crate::extract::cue::{AS, NAMING, WEAK};
use std::ops::Range;

/// Words that show that a clause has a verb.
pub(super) const FINITE_VERB: u64 = VERB | ED;
/// Words that open a subordinate clause at the start of a sentence.
pub(super) const OPENS_SUBORDINATE: u64 = SUBORDINATOR;
/// How much surer a clause is with words in quotation marks in it. The scores of this file are the shares that were right
/// on news with hand-marked quotes: see `make eval`.
const MARKS: f32 = 0.07;
/// How far from its beginning words in marks show that an object is somebody's words: `demanded a full and “fair” hearing`.
const NEAR: usize = 7;

/// What `group` reports in the words after it.
pub(super) fn find(a: &Analysis, group: &Group, sentence: &Range<usize>) -> Option<Draft> {
    if group.inverted {
        return None;
    }
    let from = group.end;
    let Opening { start, addressee, score, in_marks } = opening(a, group, from, sentence)?;
    let end = extent::end(a, start, sentence);
    let end = if group.start == sentence.start || a.is(sentence.start, PREPOSITION | SUBORDINATOR) {
        extent::introduction(a, sentence.start, start, end).unwrap_or(end)
    } else {
        end
    };
    // `Low, who said it sank, left`: the relative clause ends where the sentence goes on.
    let relative =
        group.source.last().is_some_and(|source| source.len() == 1 && a.is(source.start, RELATIVE));
    let closes = |&at: &usize| {
        a.word(at) == ","
            && a.pair_at(at).is_none()
            && a.is(at + 1, AUXILIARY | MODAL | VERB | ED | ATTRIBUTES)
    };
    let end = (start + 2..end).find(closes).filter(|_| relative).unwrap_or(end);
    // `What the board calls “a mess” …`: only the words in marks are the board's.
    let quotation = (start..end).find(|&at| a.pair_at(at).is_some()).and_then(|at| a.pair_at(at));
    let asked = group.start.checked_sub(1).is_some_and(|at| a.reads(at, "what"));
    let end = match quotation.map(|number| a.pairs[number].whole.end) {
        Some(closing) if closing < end && (asked || group.cue.has(NAMING | AS) && goes_on(a, closing)) => {
            closing
        }
        _ => end,
    };
    // `said no when asked`; `expressed “deep concern” over the delay`: the writer goes on at once.
    let answer = (a.reads(start, "no") || a.reads(start, "yes"))
        && (start + 1 >= end || a.is(start + 1, MARK | SUBORDINATOR) || a.reads(start + 1, "to"));
    let end = match quotation.and_then(|number| a.pairs.get(number)) {
        Some(pair) if in_marks && pair.whole.start == start => pair.whole.end.min(end),
        Some(pair) if in_marks && pair.whole.start > start + NEAR => return None,
        _ if answer => {
            let stop = (start + 1..end).find(|&at| a.is(at, MARK | SUBORDINATOR));
            stop.unwrap_or(end)
        }
        _ => end,
    };
    // What was not said, may be said, or is said only if …, is no quote, unless the words stand in marks.
    if quotation.is_none() && (group.denied(a) || group.supposed(a, sentence)) {
        return None;
    }
    // Thoughts are no speech: `Low believes that …` is the writer's telling, unless words of Low's stand in it.
    let own = |number: usize| a.count_words(a.pairs[number].inner.clone()) > 2;
    if group.cue.has(WEAK) && !quotation.is_some_and(own) {
        return None;
    }
    let words = a.count_words(start..end);
    if quotation.is_none() && (in_marks || words < 2 && !answer) {
        return None;
    }
    // `Toll says more than the board says it is`: a comparison.
    if group.start.checked_sub(1).is_some_and(|at| a.reads(at, "than") || a.reads(at, "as") && words < 4) {
        return None;
    }
    let doubt = if group.source.is_empty() { 0.1 } else { 0.0 };
    Some(Draft {
        content: vec![start..end],
        source: group.source.clone(),
        cue: vec![group.cue.range()],
        addressee,
        score: score - doubt + if quotation.is_some() { MARKS } else { 0.0 },
        ..Draft::default()
    })
}

/// Whether the writer goes on at `at`, after a quotation: `and said …`, `on Thursday`, `during …`.
fn goes_on(a: &Analysis, at: usize) -> bool {
    a.is(at, CONJUNCTION) && (at + 1..at + 4).any(|k| a.is(k, VERB | ED | AUXILIARY | ATTRIBUTES))
        || a.is(at, PREPOSITION) && a.is(at + 1, TIME)
        || a.is(at, TIME)
        || ["during", "after", "before", "while", "when"].iter().any(|word| a.reads(at, word))
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn a_clause_follows_its_cue() {
        assert_eq!(
            examples("Mira Toll, the harbour master, claims that the ferry sank."),
            ["Mira Toll, the harbour master | claims | that the ferry sank"]
        );
        assert_eq!(
            examples("Toll said on Tuesday the ferry had sunk."),
            ["Toll | said | the ferry had sunk"]
        );
        assert_eq!(
            examples("Toll said in a statement on Monday that it sank."),
            ["Toll | said | that it sank"]
        );
        assert_eq!(
            examples("Toll informed Ida Brook that the ferry sank."),
            ["Toll | informed | that the ferry sank"]
        );
    }

    #[test]
    fn frames_with_an_object_keep_it() {
        assert_eq!(
            examples("Toll urged the crew to leave the ferry."),
            ["Toll | urged | the crew to leave the ferry"]
        );
        assert_eq!(
            examples("Toll accused the owners of lying, with Ida Brook describing the ferry as “a coffin”."),
            ["Toll | accused | the owners of lying", "Ida Brook | describing | the ferry as “a coffin”"]
        );
        assert_eq!(
            examples("Toll cautioned the owners against sailing."),
            ["Toll | cautioned | the owners against sailing"]
        );
    }

    #[test]
    fn a_clause_ends_where_the_writer_or_another_cue_goes_on() {
        assert_eq!(
            examples("Toll said the ferry sank, adding that nobody was hurt."),
            ["Toll | said | the ferry sank", "Toll | adding | that nobody was hurt"]
        );
        assert_eq!(
            examples("While Toll says the ferry sank, divers have found nothing."),
            ["Toll | says | the ferry sank"]
        );
        assert_eq!(
            examples("Two engineers warned the ferry could sink."),
            ["Two engineers | warned | the ferry could sink"]
        );
        assert_eq!(
            examples("Denying that the ferry sank, the owners left the town."),
            ["the owners | Denying | that the ferry sank"]
        );
    }

    #[test]
    fn participles_have_their_own_subjects_and_ends() {
        assert_eq!(
            examples(
                "They left, with the lawyer, Ida Brook, calling it a raft and Toll describing it as “a coffin”."
            ),
            ["the lawyer, Ida Brook | calling | it a raft", "Toll | describing | it as “a coffin”"]
        );
        assert_eq!(
            examples("Toll has written to both, urging them to wait and warning of “a long winter”."),
            ["Toll | urging | them to wait", "Toll | warning | of “a long winter”"]
        );
        assert_eq!(
            examples(
                "On the pier Ida Brook, a sailor of ten years, kept her seat, saying the ferry was safe."
            ),
            ["Ida Brook | saying | the ferry was safe"]
        );
        assert_eq!(
            examples("Toll said that it was sinking and calling crews was late."),
            ["Toll | said | that it was sinking and calling crews was late"]
        );
        assert_eq!(
            examples("Toll said the ferry sank “at noon”, claimed the crew had slept and left."),
            ["Toll | said | the ferry sank “at noon”", "Toll | claimed | the crew had slept and left"]
        );
    }

    #[test]
    fn what_nobody_says_is_no_clause() {
        assert!(examples("The proposed ferry was never built.").is_empty());
        assert!(examples("Toll was told that the ferry sank.").is_empty());
        assert!(examples("Toll was warned the ferry could sink.").is_empty());
        assert!(examples("The claims were paid in May.").is_empty());
        assert!(examples("We think the ferry is lovely.").is_empty());
    }
}
