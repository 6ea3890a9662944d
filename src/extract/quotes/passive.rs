//! Passives that name who speaks: `was described by Low as …`, `was accused by the board of …`, `was told by Low that …`.

use super::draft::Draft;
use super::extent;
use crate::extract::analysis::Analysis;
use crate::extract::class::{AUXILIARY, ING, MODAL, PREPOSITION, RELATIVE, TIME};
use crate::extract::cue::{ADDRESSEE, AS, Cue, NAMING, OF, THAT, TO, WEAK};
use crate::extract::np::{apposition_after, walk_right};
use crate::extract::subject::subject_before;
use std::ops::Range;

/// How far after the verb its agent may stand: `was described as “a coffin on water” by Low`.
const REACH: usize = 24;

/// What the passive at `cue` reports, if it tells by whom, or if words in quotation marks show that somebody said it.
pub(super) fn find(a: &Analysis, cue: Cue, sentence: &Range<usize>) -> Option<Draft> {
    // “was accused last week by …”
    let from = super::opening::skip_adverbials(a, cue.end, sentence.end);
    let (mut source, mut start) = (None, cue.end);
    if let Some((agent, end)) = agent(a, from, sentence.end) {
        (source, start) = (Some(agent), end);
    }
    let opens = |word: &str, tag: u64| cue.has(tag) && a.reads(start, word) && start + 1 < sentence.end;
    let frame = opens("as", AS) || opens("of", OF) || opens("that", THAT) || opens("to", TO | ADDRESSEE);
    // “was called “alarming” by Low”
    let named = cue.has(NAMING) && a.pair_at(start).is_some();
    let frame = frame || named;
    if !frame || cue.has(WEAK) {
        return None;
    }
    let mut end = extent::end(a, start, sentence);
    let quotation = (start..end).find_map(|at| a.pair_at(at)).and_then(|number| a.pairs.get(number));
    if source.is_none() {
        let by = (start..end.min(start + REACH))
            .take_while(|&at| a.word(at) != "," || a.pair_at(at).is_some())
            .find(|&at| a.reads(at, "by") && a.pair_at(at).is_none());
        let late = by.and_then(|by| Some((by, agent(a, by, sentence.end)?)));
        match (late, quotation) {
            (Some((by, (agent, _))), _) => (source, end) = (Some(agent), by),
            (None, Some(quotation)) if a.reads(start, "as") && quotation.whole.start <= start + 3 => {
                end = end.min(quotation.whole.end)
            }
            _ => return None,
        }
    }
    // “The plan was described as …”: what is described belongs to it; “Low was told that …”: whom it is said to.
    let subject =
        subject_before(a, cue.start, sentence.start).and_then(|ranges| ranges.into_iter().next_back());
    // “has in turn been described”
    let subject =
        subject.filter(|range| range.start == sentence.start || !a.is(range.start - 1, PREPOSITION));
    let named =
        subject.clone().filter(|subject| (named || a.reads(start, "as")) && !a.is(subject.start, RELATIVE));
    let content = named.into_iter().chain([start..end]).collect();
    let unsaid = source.is_none();
    Some(Draft {
        content,
        source: source.into_iter().collect(),
        cue: vec![cue.range()],
        unsaid,
        addressee: if cue.has(ADDRESSEE) { subject } else { None },
        score: if unsaid { 0.5 } else { 0.75 },
        ..Draft::default()
    })
}

/// Who acts, when `by` stands at `by`: a person or a body, not an action or a time. With where the phrase ends.
fn agent(a: &Analysis, by: usize, end: usize) -> Option<(Range<usize>, usize)> {
    if !a.reads(by, "by") || a.is(by + 1, ING | TIME | AUXILIARY | MODAL) {
        return None;
    }
    let name = walk_right(a, by + 1, end)?;
    match apposition_after(a, name.end, end).filter(|apposition| a.word(apposition.end) == ",") {
        Some(apposition) => Some((name.start..apposition.end, apposition.end + 1)),
        None => Some((name.clone(), name.end)),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn the_agent_of_a_passive_speaks() {
        assert_eq!(
            examples("The ferry was described by Mira Toll, the harbour master, as “a coffin on water”."),
            ["Mira Toll, the harbour master | described | The ferry // as “a coffin on water”"]
        );
        assert_eq!(
            examples("The owners were accused by the board of lying to the crew."),
            ["the board | accused | of lying to the crew"]
        );
        assert_eq!(
            examples("The ferry was described as “a coffin” by Ida Brook."),
            ["Ida Brook | described | The ferry // as “a coffin”"]
        );
        assert_eq!(
            examples("The crew had been told by Toll that the ferry was safe."),
            ["Toll | told | that the ferry was safe"]
        );
    }

    #[test]
    fn an_adverbial_may_stand_between() {
        assert_eq!(
            examples("She was accused last week by the board of lying to the crew."),
            ["the board | accused | of lying to the crew"]
        );
        assert_eq!(
            examples("The letter was called “alarming” by two auditors."),
            ["two auditors | called | The letter // alarming"]
        );
    }

    #[test]
    fn without_an_agent_only_quoted_words_count() {
        assert_eq!(
            examples("The voyage was described as “plain madness” in the press."),
            [" | described | The voyage // as “plain madness”"]
        );
        assert!(examples("The ferry is described as a raft.").is_empty());
        assert!(examples("Toll was told that the ferry sank.").is_empty());
        assert!(examples("The owners were accused of lying.").is_empty());
    }
}
