//! `According to Low, …`, `…, according to Low.`, `…, according to Low, …`

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use crate::extract::class::{DIGIT, RELATIVE};
use crate::extract::cue::Cue;
use crate::extract::np::{apposition_after, walk_right};
use std::ops::Range;

/// What the sentence reports by the phrase that `cue` opens.
pub(super) fn find(a: &Analysis, cue: Cue, sentence: &Range<usize>) -> Option<Draft> {
    let name = walk_right(a, cue.end, sentence.end)?;
    let initial = cue.start == sentence.start;
    let apposition = apposition_after(a, name.end, sentence.end)
        .filter(|x| !a.is(x.start, RELATIVE) && (!initial || a.word(x.end) == ",") && !a.is(x.start, DIGIT));
    let source = name.start..apposition.map_or(name.end, |x| x.end);
    let mut draft = Draft { source: vec![source.clone()], cue: vec![cue.range()], score: 0.9, ..Draft::default() };
    let comma_before = cue.start > sentence.start && matches!(a.word(cue.start - 1), "," | "—" | "–");
    let left = sentence.start..if comma_before { cue.start - 1 } else { cue.start };
    if a.count_words(left.clone()) > 2 {
        draft.content.push(left);
    }
    let comma_after = matches!(a.word(source.end), "," | ":" | "—" | "–");
    let first = draft.content.is_empty();
    if first || comma_before && comma_after {
        let start = if comma_after { source.end + 1 } else { source.end };
        let relative = a.reads(start, "which") || a.reads(start, "who") || a.reads(start, "but") || a.reads(start, "and");
        let right = start..super::clause::end(a, start, sentence);
        if (first || !relative && a.count_words(right.clone()) > 5) && a.count_words(right.clone()) > 1 {
            draft.content.push(right);
        }
    }
    (!draft.content.is_empty()).then_some(draft)
}
