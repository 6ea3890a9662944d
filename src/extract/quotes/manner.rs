//! `As Low put it, …`, `…, as Low told the board, …`: a clause of manner that attributes the clause it hangs on.

use super::draft::Draft;
use super::extent;
use super::group::Group;
use crate::extract::analysis::Analysis;
use crate::extract::class::{AUXILIARY, ED, MODAL, VERB};
use crate::extract::cue::{BARE, QUOTE, SPEECH};
use std::ops::Range;

/// The furthest the clause of manner goes on after its verb: `as Low told the board on Monday, …`.
const REACH: usize = 12;

/// The clause that `group`, after an `as`, attributes.
pub(super) fn find(a: &Analysis, group: &Group, sentence: &Range<usize>) -> Option<Draft> {
    let as_ = group.start.checked_sub(1).filter(|&at| at >= sentence.start && a.reads(at, "as"))?;
    let writer = |range: &Range<usize>| ["i", "we", "you"].iter().any(|word| a.reads(range.start, word));
    let speaks = group.cue.has(SPEECH) && group.cue.has(BARE | QUOTE) && !group.adjunct;
    if !speaks || group.source.first().is_none_or(writer) {
        return None;
    }
    let stop = (group.end..sentence.end.min(group.end + REACH))
        .find(|&at| (matches!(a.word(at), "," | ":" | ".") || a.is_dash(at)) && a.pair_at(at).is_none());
    let stop = stop.or((sentence.end.saturating_sub(group.end) < REACH).then_some(sentence.end))?;
    // “as Low said it would” compares; “as Low said the ferry sank” tells when.
    if (group.end..stop).any(|at| a.is(at, AUXILIARY | MODAL | VERB | ED) || a.pair_at(at).is_some()) {
        return None;
    }
    let mut content = Vec::new();
    let comma = as_.checked_sub(1).filter(|&at| at > sentence.start && (a.word(at) == "," || a.is_dash(at)));
    if let Some(comma) = comma.filter(|&at| a.pair_at(at).is_none()) {
        content.push(sentence.start..comma);
    } else if as_ != sentence.start {
        return None;
    }
    let goes_on = stop + 1 < sentence.end && !matches!(a.word(stop), ".");
    if goes_on && (comma.is_none() || a.word(stop) == ",") {
        content.push(stop + 1..extent::end(a, stop + 1, sentence));
    }
    content.retain(|range| a.count_words(range.clone()) > 1);
    (!content.is_empty()).then(|| Draft {
        content,
        source: group.source.clone(),
        cue: vec![group.cue.range()],
        score: 0.75,
        ..Draft::default()
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn what_somebody_put_so_is_theirs() {
        assert_eq!(
            examples("As Mira Toll put it, the ferry is a coffin."),
            ["Mira Toll | put it | the ferry is a coffin"]
        );
        assert_eq!(
            examples("The ferry is a coffin, as Toll told the board on Monday."),
            ["Toll | told | The ferry is a coffin"]
        );
    }

    #[test]
    fn a_comparison_or_a_time_is_none() {
        assert!(examples("The ferry sailed as Toll said it would.").is_empty());
        assert!(examples("The ferry left as planned.").is_empty());
    }
}
