//! Who says what: one rule family a file.
//!
//! First `transcript`, `post`, `headline` and `block` take the lines that speak by their form. Then each sentence is read from left to
//! right, cue by cue. A cue is a preposition (`preposition`), a passive (`passive`), or a verb, whose subject `group` finds; then
//! the families are asked in turn, and the first that answers makes a [`Draft`]: `direct` (quotation marks beside the cue),
//! `manner` (“as Low put it”), `clause` (what the cue governs; `opening` and `extent` say from where to where), `tail` (what
//! stands before it), `noun`. Quotations that no cue claims go to `floating`. Of a text that is not English only `passages` tells.

mod block;
mod clause;
mod direct;
mod draft;
mod extent;
mod floating;
mod group;
mod headline;
mod manner;
mod noun;
mod opening;
mod passages;
mod passive;
mod post;
mod preposition;
mod tail;
mod transcript;

use super::analysis::Analysis;
use super::class::ASIDE;
use super::cue::{self, Cue, NOUN};
use super::progress::Progress;
pub(crate) use draft::Draft;
use std::ops::Range;

/// The attributions of the text, sorted by where their content begins.
pub(crate) fn find(a: &Analysis, progress: &mut Progress) -> Vec<Draft> {
    progress.stage(0.2);
    let mut drafts = if a.english { attributions(a, progress) } else { passages::find(a) };
    leave_out_asides(a, &mut drafts);
    drafts
}

/// The attributions of an English text.
fn attributions(a: &Analysis, progress: &mut Progress) -> Vec<Draft> {
    let (mut drafts, mut turns) = transcript::find(a);
    drafts.extend(post::find(a, &mut turns));
    let mut claimed = vec![false; a.pairs.len()];
    drafts.extend(headline::find(a, &mut turns));
    let aside = |draft: &Draft| draft.content.iter().cloned().flatten().any(|at| a.is(at, ASIDE));
    drafts.retain(|draft| !aside(draft));
    for draft in &drafts {
        draft.content.iter().for_each(|content| claim(a, content, &mut claimed));
    }
    let set_off = block::find(a, &mut turns, &mut |content| claim(a, content, &mut claimed));
    let announcing: Vec<Range<usize>> =
        set_off.iter().filter_map(|draft| draft.cue.first().cloned()).collect();
    drafts.extend(set_off);
    for sentence in &a.sentences {
        progress.at(a.byte(sentence.start));
        let paragraph = a.paragraph_at(sentence.start);
        if turns.get(paragraph).is_some_and(|&turn| turn) {
            continue;
        }
        let mut floor = sentence.start;
        let mut used = sentence.start;
        for &cue in a.cues_in(sentence.clone()) {
            if cue.start < used || announcing.binary_search_by_key(&cue.start, |cue| cue.start).is_ok() {
                continue;
            }
            let Some(draft) = attribute(a, cue, sentence, floor, &claimed) else { continue };
            for content in &draft.content {
                claim(a, content, &mut claimed);
            }
            used = draft.used();
            floor = used.max(floor);
            drafts.push(draft);
        }
    }
    inherit(a, &mut drafts);
    drafts.sort_by_key(Draft::first);
    floating::find(a, &mut drafts, &claimed);
    drafts
}

/// Takes what is set aside inside a quote out of its content.
fn leave_out_asides(a: &Analysis, drafts: &mut [Draft]) {
    if a.boilerplate.is_empty() {
        return;
    }
    for content in drafts.iter_mut().map(|draft| &mut draft.content) {
        if content.iter().cloned().flatten().any(|at| a.is(at, ASIDE)) {
            let kept = content.iter().flat_map(|range| kept(a, range.clone()));
            *content = kept.collect();
        }
    }
}

/// The parts of `range` that are not set aside.
fn kept(a: &Analysis, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in range.filter(|&at| !a.is(at, ASIDE)) {
        match parts.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

/// Asks the families in turn.
fn attribute(
    a: &Analysis,
    cue: Cue,
    sentence: &Range<usize>,
    floor: usize,
    claimed: &[bool],
) -> Option<Draft> {
    if cue.has(cue::PREPOSITION) {
        return preposition::find(a, cue, sentence);
    }
    if cue::is_passive(a, cue) {
        return passive::find(a, cue, sentence);
    }
    if let Some(group) = group::group(a, cue, sentence, floor) {
        let found = direct::find(a, &group, sentence, claimed)
            .or_else(|| manner::find(a, &group, sentence))
            .or_else(|| clause::find(a, &group, sentence))
            .or_else(|| tail::find(a, &group, sentence));
        if let Some(mut draft) = found {
            if group.denied(a) {
                draft.score -= 0.35;
            }
            return Some(draft);
        }
    }
    if cue.has(NOUN) { noun::find(a, cue, sentence, floor) } else { None }
}

/// Marks the quotations in `content` as used.
fn claim(a: &Analysis, content: &Range<usize>, claimed: &mut [bool]) {
    let first = a.pairs.partition_point(|pair| pair.whole.end <= content.start);
    for (number, pair) in a.pairs.iter().enumerate().skip(first) {
        if pair.whole.start >= content.end {
            break;
        }
        claimed[number] = true;
    }
}

/// A draft whose verb has no subject of its own takes that of the draft before it in the sentence.
fn inherit(a: &Analysis, drafts: &mut [Draft]) {
    for number in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(number);
        let (Some(previous), Some(draft)) = (before.last(), rest.first_mut()) else { continue };
        if draft.source.is_empty()
            && !draft.unsaid
            && a.sentence_at(previous.first()) == a.sentence_at(draft.first())
        {
            draft.source.clone_from(&previous.source);
        }
    }
}

/// For the examples beside the rules: each quote as `source | cue | content // content`.
#[cfg(test)]
fn examples(text: &str) -> Vec<String> {
    let a = Analysis::of(text);
    let words = |ranges: &[Range<usize>]| {
        ranges.iter().map(|range| a.span(range.clone()).of(text)).collect::<Vec<_>>().join(" // ")
    };
    let line = |draft: &Draft| {
        let content: Vec<&str> = draft.content_spans(&a).iter().map(|span| span.of(text)).collect();
        format!("{} | {} | {}", words(&draft.source), words(&draft.cue), content.join(" // "))
    };
    find(&a, &mut Progress::new(text.len(), &mut |_| ())).iter().map(line).collect()
}
