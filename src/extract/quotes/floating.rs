//! Quotations that no cue stands beside: the rest of a broken quote, a paragraph that is only a quote, one after a colon.

use super::draft::Draft;
use super::group::main_subject;
use crate::extract::analysis::Analysis;
use crate::extract::boilerplate::opens_credit;
use crate::extract::class::CAPITAL;
use crate::extract::marks::Pair;
use crate::extract::np::walk_right;
use std::ops::Range;

/// The most tokens of what the writer puts between two dashes inside a quotation.
const LONGEST_ASIDE: usize = 16;

/// Gives each quotation that is not `claimed` to the draft before it, or makes a draft of it, or leaves it alone when it is
/// only a word or two in the writer's sentence. `drafts` stay sorted.
pub(super) fn find(a: &Analysis, drafts: &mut Vec<Draft>, claimed: &[bool]) {
    let mut joined = vec![false; a.pairs.len()];
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut waiting = std::mem::take(drafts).into_iter().peekable();
    for (number, pair) in a.pairs.iter().enumerate() {
        while waiting.peek().is_some_and(|draft| draft.first() < pair.whole.start) {
            out.extend(waiting.next());
        }
        if claimed[number] || joined[number] {
            continue;
        }
        let mut chain = vec![pair.inner.clone()];
        let mut last = number;
        while let Some(next) = a.reopening(last).filter(|&next| !claimed[next]) {
            last = next;
            joined[last] = true;
            chain.push(a.pairs[last].inner.clone());
        }
        let sentence_number = a.sentence_at(pair.whole.start);
        let Some(sentence) = a.sentences.get(sentence_number) else { continue };
        let starts = sentence.start == pair.whole.start;
        let words = a.count_words(pair.inner.clone());
        if starts {
            let alone = pair.whole.end + 1 >= sentence.end || pair.reopens;
            let ended =
                matches!(a.word(pair.inner.end - 1), "." | "!" | "?" | "…" | "," | "—") || !pair.closed;
            // A subheading in single marks repeats what somebody is quoted with below.
            let subheading = alone && !ended && matches!(a.word(pair.whole.start), "'" | "‘")
                || alone && a.is_heading(a.paragraph_at(pair.whole.start));
            if subheading || !(alone && (ended || words > 4)) && !(ended && words > 3) {
                continue;
            }
            if let Some((dash, name)) = signature(a, pair.whole.end) {
                out.push(Draft {
                    content: chain,
                    source: vec![name],
                    cue: vec![dash],
                    score: 0.85,
                    ..Draft::default()
                });
                continue;
            }
            let previous = out.iter_mut().rev().take(8).find(|draft| draft.is_quotation(a));
            if let Some(previous) = previous {
                let end = previous.end_of_last();
                let same = a.paragraph_at(end - 1) == a.paragraph_at(pair.whole.start);
                if same
                    && sentence_number.saturating_sub(a.sentence_at(end - 1)) <= 1
                    && !previous.source.is_empty()
                {
                    previous.content.append(&mut chain);
                    continue;
                }
            }
            out.push(Draft {
                content: chain,
                source: before(a, sentence_number, last_in_text(a, &out, pair)),
                score: 0.82,
                ..Draft::default()
            });
        } else if let Some(broken) = interrupted(a, &mut out, pair, sentence) {
            broken.content.append(&mut chain);
        } else if (a.word(pair.whole.start - 1) == ":" && words > 2 || words > 7)
            && !is_credit(a, sentence.start..pair.whole.start)
        {
            let colon = a.word(pair.whole.start - 1) == ":";
            // Quoted words in a sentence without a cue go on with who was quoted in the sentence before.
            let goes_on = !colon
                && last_in_text(a, &out, pair)
                    .is_some_and(|last| a.steps(a.sentence_at(last.first()), sentence_number) <= 1);
            let source = if goes_on { None } else { main_subject(a, &(sentence.start..pair.whole.start)) };
            let cue = if colon { vec![pair.whole.start - 1..pair.whole.start] } else { vec![] };
            let source = source.into_iter().collect();
            out.push(Draft { content: chain, source, cue, score: 0.6, embedded: !colon, ..Draft::default() });
        }
    }
    out.extend(waiting);
    out.sort_by_key(Draft::start);
    *drafts = out;
}

/// Whether the words of a caption before a quotation begin as a photo credit does: `Photograph: “Night on the Lake” by Ida Brook`.
fn is_credit(a: &Analysis, before: Range<usize>) -> bool {
    a.stands_apart(before.start) && opens_credit(a.span(before).of(a.text))
}

/// The draft before `pair`, those in headings and captions that it does not stand in passed over.
fn last_in_text<'d>(a: &Analysis, out: &'d [Draft], pair: &Pair) -> Option<&'d Draft> {
    out.iter().rev().take(8).find(|draft| !a.is_beside(draft.start(), pair.whole.start))
}

/// The draft whose quotation a dash has broken before `pair`: `“Then” — he snapped his fingers — “no more apples.”`
fn interrupted<'d>(
    a: &Analysis,
    out: &'d mut [Draft],
    pair: &Pair,
    sentence: &Range<usize>,
) -> Option<&'d mut Draft> {
    if pair.whole.start == 0 || !a.is_dash(pair.whole.start - 1) {
        return None;
    }
    let broken = out.iter_mut().rev().take(3).find(|draft| draft.is_quotation(a))?;
    let end = broken.content.last().map(|range| range.end)?;
    let end = if a.pair_at(end).is_some() { end + 1 } else { end };
    let dashed = a.is_dash(end) || end > 1 && a.is_dash(end - 2);
    (dashed && end > sentence.start && end + LONGEST_ASIDE > pair.whole.start).then_some(broken)
}

/// A dash and a name that end the paragraph after a quotation: `“…” — Mira Toll`.
fn signature(a: &Analysis, dash: usize) -> Option<(Range<usize>, Range<usize>)> {
    let first = if a.is_dash(dash) && a.is_dash(dash + 1) { dash + 2 } else { dash + 1 };
    if !a.is_dash(dash) || !a.is(first, CAPITAL) {
        return None;
    }
    let end = a.paragraphs.get(a.paragraph_at(dash)).map_or(dash, |paragraph| paragraph.end);
    let name = walk_right(a, first, end)?;
    let ends = name.end == end || a.word(name.end) == "." && name.end + 1 == end || a.word(name.end) == ",";
    ends.then_some((dash..first, name))
}

/// Who the sentence before number `sentence` names as the speaker: of its draft, when it stands in the same paragraph, or
/// its subject, when it ends with a colon.
fn before(a: &Analysis, sentence: usize, draft: Option<&Draft>) -> Vec<Range<usize>> {
    let range = |number: usize| a.sentences.get(number).cloned().unwrap_or_default();
    let Some(previous) = a.sentence_before(sentence).map(range) else { return vec![] };
    if let Some(draft) = draft.filter(|draft| draft.first() >= previous.start) {
        let same = a.paragraph_at(previous.start) == a.paragraph_at(range(sentence).start);
        return if same { draft.source.clone() } else { vec![] };
    }
    let colon = previous.end.checked_sub(1).is_some_and(|last| a.word(last) == ":");
    if colon { main_subject(a, &previous).into_iter().collect() } else { vec![] }
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn a_paragraph_that_is_a_quotation_floats() {
        assert_eq!(
            examples("“The ferry sank,” Toll said.\n\n“We have lost everything we had.”"),
            ["Toll | said | The ferry sank,", " |  | We have lost everything we had."]
        );
        assert_eq!(examples("“It sank.\n\n“We swam,” Toll said."), ["Toll | said | It sank. // We swam,"]);
    }

    #[test]
    fn a_signature_or_a_colon_before_names_the_speaker() {
        assert_eq!(
            examples("“It sank before my eyes.” — Ida Brook"),
            ["Ida Brook | — | It sank before my eyes."]
        );
        assert_eq!(
            examples("“It sank before my eyes.” - Ida Brook"),
            ["Ida Brook | - | It sank before my eyes."]
        );
        assert_eq!(
            examples("“It sank before my eyes.”\n-- Ida Brook, diver"),
            ["Ida Brook | -- | It sank before my eyes."]
        );
        assert_eq!(
            examples("Toll said:\n\n“It sank before my eyes.”"),
            ["Toll | said | It sank before my eyes."]
        );
    }

    #[test]
    fn a_word_in_marks_does_not_float() {
        assert!(examples("The “ferry” was a raft.").is_empty());
        assert!(examples("It rained.\n‘We have lost everything we had’\nIt rained on.").is_empty());
    }
}
