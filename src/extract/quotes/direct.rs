//! Quotation marks beside a cue: `“…,” Low said`, `“…,” said Low`, `Low said: “…”`, `“…,” Low said. “…”`.

use super::draft::Draft;
use super::group::Group;
use crate::extract::analysis::Analysis;
use crate::extract::class::{AUXILIARY, CONJUNCTION, DETERMINER, MODAL, PREPOSITION, RELATIVE, VERB};
use crate::extract::cue::{SPEECH, WEAK};
use crate::extract::usage;
use std::ops::Range;

/// The furthest a quotation may open after its cue, in tokens: `said in a statement to the daily on Monday: “…”`.
const REACH: usize = 24;

/// The quotations that `group` attributes word for word.
pub(super) fn find(a: &Analysis, group: &Group, sentence: &Range<usize>, claimed: &[bool]) -> Option<Draft> {
    let left = before(a, group, sentence).filter(|&(pair, _)| !claimed[pair]);
    let right = after(a, group, sentence, left.is_some()).filter(|&pair| !claimed[pair]);
    if left.is_none() && right.is_none() {
        return None;
    }
    let mut draft =
        Draft { source: group.source.clone(), cue: vec![group.cue.range()], score: 0.95, ..Draft::default() };
    if let Some((pair, subject_start)) = left {
        for chained in chain_before(a, pair, claimed) {
            draft.content.push(a.pairs[chained].inner.clone());
        }
        if let Some(first) = draft.source.first_mut().filter(|first| first.end <= group.cue.start) {
            first.start = first.start.min(subject_start);
        }
    }
    if let Some(pair) = right {
        for chained in chain_after(a, pair, claimed) {
            draft.content.push(a.pairs[chained].inner.clone());
        }
        if left.is_none() {
            draft.score = if a.word(a.pairs[pair].whole.start - 1) == "that" { 0.85 } else { 0.93 };
        }
    }
    draft.addressee = group.addressee(a, sentence.end);
    if draft.source.is_empty() {
        draft.score -= 0.15;
    }
    Some(draft)
}

/// The quotation that ends just before `group`, and where the subject begins.
fn before(a: &Analysis, group: &Group, sentence: &Range<usize>) -> Option<(usize, usize)> {
    let mut at = group.start;
    // “What I want” – Low asked – “is …”
    if at > sentence.start && a.is_dash(at - 1) {
        at -= 1;
    }
    // A subject that the walk has cut short: “…,” the tall, grey-haired Low said.
    while at > sentence.start
        && group.start - at < 8
        && a.pair_at(at - 1).is_none()
        && may_belong(a, at - 1, group)
    {
        at -= 1;
    }
    let number = a.pair_at(at.checked_sub(1)?)?;
    let pair = &a.pairs[number];
    let last = a.word(pair.inner.end - 1);
    let parted = pair.inner.end == pair.whole.end
        || matches!(last, "," | "." | "!" | "?" | "…" | "-" | "—" | "–" | "'" | "’" | "”")
        || a.word(pair.whole.end) == ","
        || a.is_dash(pair.whole.end);
    if !parted && !group.inverted {
        return None;
    }
    if group.cue.has(WEAK) && a.count_words(pair.inner.clone()) < 3 {
        return None;
    }
    if at == sentence.start {
        // `“Why?” Low asked.`: the splitter has cut between.
        let asks = matches!(last, "?" | "!" | "…") && group.cue.has(SPEECH) && !group.adjunct;
        let ends = group.end >= sentence.end || matches!(a.word(group.end), "." | ",");
        if !(asks && ends) || a.paragraph_at(at) != a.paragraph_at(at - 1) {
            return None;
        }
    } else if pair.whole.start > sentence.start {
        // Words of the writer's sentence stand before the quotation: it is a clause with a quotation at its end.
        let before = pair.whole.start - 1;
        let short = a.count_words(pair.inner.clone()) < 3 && pair.whole.start - sentence.start > 4;
        let opens = a.is(before, CONJUNCTION) && before == sentence.start
            || matches!(a.word(before), ":" | "—" | "," | ")" | "…")
            || a.count_words(sentence.start..pair.whole.start) == 0
            || a.pair_at(before).is_some();
        let longer = a.count_words(pair.inner.clone()) > 6 * (pair.whole.start - sentence.start);
        if short || !opens && !longer {
            return None;
        }
    }
    let subject = (at..group.start).find(|&k| a.is_word(k)).unwrap_or(group.start);
    Some((number, subject))
}

fn may_belong(a: &Analysis, at: usize, group: &Group) -> bool {
    a.word(at) == "," || !group.inverted && a.is_word(at) && !a.is(at, VERB | AUXILIARY | MODAL | RELATIVE)
}

/// The quotation that opens after `group`.
fn after(a: &Analysis, group: &Group, sentence: &Range<usize>, broken: bool) -> Option<usize> {
    let from = group.end;
    let ceiling = sentence.end.min(from + REACH);
    let Some(opening) = (from..ceiling).find(|&at| a.pair_at(at).is_some()) else {
        // `Low said:` and a paragraph that is the quotation.
        let announces = a.word(sentence.end - 1) == ":" && sentence.end.saturating_sub(from) < REACH;
        let next = a.onward(sentence.end);
        let number = a.pair_at(next).filter(|_| announces)?;
        return (a.pairs[number].whole.start == next).then_some(number);
    };
    let number = a.pair_at(opening)?;
    let pair = &a.pairs[number];
    let previous = opening - 1;
    let words = a.count_words(pair.inner.clone());
    let filler = from..opening;
    if filler
        .clone()
        .any(|at| a.is(at, AUXILIARY | MODAL | VERB) || matches!(a.word(at), "." | ";" | "?" | "!" | "—"))
    {
        return None;
    }
    let governed = a.is(previous, PREPOSITION) && previous >= group.cue.end;
    let announced = matches!(a.word(previous), "," | ":") || filler.is_empty() && !governed;
    let last = a.word(pair.inner.end - 1);
    let ends = pair.whole.end >= sentence.end || matches!(last, "." | "?" | "!" | "," | "…") || !pair.closed;
    let goes_on = pair.whole.end < sentence.end
        && a.is_word(pair.whole.end)
        && !a.is(pair.whole.end, CONJUNCTION)
        && !ends;
    if goes_on || a.is(previous, DETERMINER) && !a.reads(previous, "that") {
        return None;
    }
    if group.cue.has(WEAK) && !(announced && words > 3) {
        return None;
    }
    // “wrote “The Long Ferry,” filmed in 1962”
    let works = ["wrote", "writes", "written", "called", "sang", "sings", "published", "directed"];
    if works.contains(&a.word(group.cue.start)) && usage::has_title_case(a, pair.inner.clone()) {
        return None;
    }
    let relevant = announced && (group.cue.has(SPEECH | WEAK)) || broken && a.is(previous, CONJUNCTION);
    relevant.then_some(number)
}

/// `pair` with those after it that reopen it, first to last.
fn chain_after(a: &Analysis, pair: usize, claimed: &[bool]) -> Vec<usize> {
    std::iter::successors(Some(pair), |&last| a.reopening(last).filter(|&next| !claimed[next])).collect()
}

/// `pair` with those before it that it reopens, first to last.
fn chain_before(a: &Analysis, pair: usize, claimed: &[bool]) -> Vec<usize> {
    let before = |&first: &usize| a.reopened(first).filter(|&before| !claimed[before]);
    let mut chain: Vec<usize> = std::iter::successors(Some(pair), before).collect();
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn quotations_beside_a_cue_are_attributed() {
        assert_eq!(examples("“The ferry sank,” Mira Toll said."), ["Mira Toll | said | The ferry sank,"]);
        assert_eq!(
            examples("“The ferry sank,” said Mira Toll, the harbour master."),
            ["Mira Toll, the harbour master | said | The ferry sank,"]
        );
        assert_eq!(examples("Mira Toll said: “The ferry sank.”"), ["Mira Toll | said | The ferry sank."]);
        assert_eq!(
            examples("Toll told the Brill Herald in an email, \"The ferry sank.\""),
            ["Toll | told | The ferry sank."]
        );
        assert_eq!(examples("• “The ferry sank,” said Toll."), ["Toll | said | The ferry sank,"]);
        assert_eq!(examples("“Did it sink?” Toll asked."), ["Toll | asked | Did it sink?"]);
    }

    #[test]
    fn a_broken_quotation_is_one_quote() {
        assert_eq!(
            examples("“The ferry,” Toll said, “sank at noon.”"),
            ["Toll | said | The ferry, // sank at noon."]
        );
        assert_eq!(
            examples("“The ferry sank,” she said. “Nobody was hurt.”"),
            ["she | said | The ferry sank, // Nobody was hurt."]
        );
    }

    #[test]
    fn a_quotation_without_its_closing_mark_ends_before_the_attribution() {
        assert_eq!(
            examples("“The ferry sank. We saw it, he said."),
            ["he | said | The ferry sank. We saw it"]
        );
    }

    #[test]
    fn titles_and_names_in_marks_are_not_said() {
        assert!(examples("They watched “The Long Ferry” at the Orpheum.").is_empty());
    }
}
