//! `According to Low, …`, `…, according to Low.`, `…, according to Low, …`

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use crate::extract::class::{AUXILIARY, DETERMINER, DIGIT, MODAL, POSSESSIVE, RELATIVE, SUBJECT, VERB};
use crate::extract::cue::Cue;
use crate::extract::np::{apposition_after, walk_right};
use std::ops::Range;

/// The most tokens of a name with all that hangs on it.
const LONGEST: usize = 18;

/// What something is done by, though nobody says anything.
const PLANS: [&str; 16] = [
    "plan",
    "plans",
    "schedule",
    "tradition",
    "custom",
    "size",
    "age",
    "taste",
    "need",
    "needs",
    "rank",
    "merit",
    "type",
    "colour",
    "color",
    "ability",
];

/// What the sentence reports by the phrase that `cue` opens.
pub(super) fn find(a: &Analysis, cue: Cue, sentence: &Range<usize>) -> Option<Draft> {
    // “in her words”: whose they are stands inside the phrase.
    let whose = cue.range().find(|&at| a.is(at, POSSESSIVE));
    let name = match whose {
        Some(at) => at..at + 1,
        None => whole_name(a, walk_right(a, cue.end, sentence.end)?, cue, sentence),
    };
    // “according to plan”, “according to the rules of 1887”
    let speaks = |at: usize| !PLANS.contains(&a.word(at));
    if !(name.start..name.end.min(name.start + 4)).all(speaks) {
        return None;
    }
    let initial = cue.start == sentence.start;
    let apposition = apposition_after(a, name.end, sentence.end)
        .filter(|x| !a.is(x.start, RELATIVE) && (!initial || a.word(x.end) == ",") && !a.is(x.start, DIGIT));
    let apposition = apposition.filter(|_| whose.is_none());
    let source = name.start..apposition.map_or(name.end, |x| x.end);
    let end = source.end.max(cue.end);
    let mut draft =
        Draft { source: vec![source.clone()], cue: vec![cue.range()], score: 0.9, ..Draft::default() };
    // `in the words of Low, “…”`
    let opening = if matches!(a.word(end), "," | ":") { end + 1 } else { end };
    let pair = a.pair_at(opening).and_then(|number| a.pairs.get(number));
    if let Some(pair) = pair.filter(|pair| pair.whole.start == opening && cue.start > sentence.start) {
        // `The roof is, in the words of Low, “a sieve”.`
        let before = sentence.start..cue.start - 1;
        let verb = before.end > before.start && a.is(before.end - 1, AUXILIARY | MODAL | VERB);
        if a.word(cue.start - 1) == "," && verb {
            draft.content.push(before);
        }
        draft.content.push(pair.inner.clone());
        return Some(draft);
    }
    let comma_before =
        cue.start > sentence.start && (a.word(cue.start - 1) == "," || a.is_dash(cue.start - 1));
    let left = sentence.start..if comma_before { cue.start - 1 } else { cue.start };
    if a.count_words(left.clone()) > 1 {
        draft.content.push(left.clone());
    }
    // “That’s according to Low”
    if draft.content.is_empty() && left.clone().any(|at| a.is(at, SUBJECT | DETERMINER)) {
        return None;
    }
    let comma_after = matches!(a.word(end), "," | ":") || a.is_dash(end);
    let first = draft.content.is_empty();
    if first || comma_before && comma_after {
        let start = if comma_after { end + 1 } else { end };
        let relative = a.reads(start, "which")
            || a.reads(start, "who")
            || a.reads(start, "but")
            || a.reads(start, "and");
        let right = start..super::extent::end(a, start, sentence);
        if (first || !relative && (a.count_words(right.clone()) > 5 || a.is(start, AUXILIARY | MODAL | VERB)))
            && a.count_words(right.clone()) > 1
        {
            draft.content.push(right);
        }
    }
    (!draft.content.is_empty()).then_some(draft)
}

/// `name` with what hangs on it: `a report by the board`, and at the start of a sentence all up to the comma:
/// `According to the nurse in charge of the ward that night, …`.
fn whole_name(a: &Analysis, name: Range<usize>, cue: Cue, sentence: &Range<usize>) -> Range<usize> {
    if a.reads(name.end, "by")
        && let Some(agent) = walk_right(a, name.end + 1, sentence.end)
    {
        return name.start..agent.end;
    }
    let end = sentence.end.min(name.start + LONGEST);
    let comma = (name.end..end).find(|&at| a.word(at) == "," || a.pair_at(at).is_some());
    let comma = comma.filter(|&at| cue.start == sentence.start && a.word(at) == ",");
    let clause = |at: usize| a.is(at, AUXILIARY | MODAL | SUBJECT) && !a.is(at, DETERMINER);
    match comma {
        Some(comma) if !(name.end..comma).any(clause) => name.start..comma,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn the_phrase_may_stand_first_last_or_between() {
        assert_eq!(
            examples("According to Mira Toll, the ferry is lost."),
            ["Mira Toll | According to | the ferry is lost"]
        );
        assert_eq!(
            examples("The ferry is lost, according to the port, which warns that more will follow."),
            ["the port | according to | The ferry is lost", "which | warns | that more will follow"]
        );
        assert_eq!(
            examples("The ferry, according to Toll, lies at the bottom of the lake."),
            ["Toll | according to | The ferry // lies at the bottom of the lake"]
        );
    }

    #[test]
    fn a_name_takes_what_hangs_on_it() {
        assert_eq!(
            examples("According to a report by the harbour office, the ferry is lost."),
            ["a report by the harbour office | According to | the ferry is lost"]
        );
        assert_eq!(
            examples("According to the nurse in charge of the ward that night, nobody slept."),
            ["the nurse in charge of the ward that night | According to | nobody slept"]
        );
    }

    #[test]
    fn without_a_name_there_is_no_quote() {
        assert!(examples("According to.").is_empty());
    }
}
