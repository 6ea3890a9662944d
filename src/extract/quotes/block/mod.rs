//! Block quotes: words set off from the article are one direct quote, with or without marks.
//!
//! `source` finds who says them, beside the block or in the sentence before; `repeats` tells pull quotes, which say again what the
//! article says.

mod repeats;
mod source;

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use crate::extract::class::ASIDE;
use crate::text::BlockKind;
use repeats::Repeats;
use source::{Origin, Trust};
use std::ops::Range;

/// The fewest words of a sentence that is somebody's though nobody is named.
const FEWEST: usize = 5;

/// A draft for each block quote; the paragraphs that are read with it are marked in `taken`. A pull quote without a source of its
/// own makes none, and neither its words nor its marks do elsewhere.
pub(super) fn find(a: &Analysis, taken: &mut [bool], claim: &mut dyn FnMut(&Range<usize>)) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if !a.kinds.contains(&BlockKind::Quote) {
        return drafts;
    }
    let mut repeats = Repeats::new(a);
    let mut from = 0;
    while from < a.paragraphs.len() {
        let end = block_end(a, from, taken);
        if end > from {
            drafts.extend(read(a, from..end, &mut repeats, taken, claim));
        }
        from = end.max(from + 1);
    }
    drafts
}

/// One past the last paragraph of the block quote that begins with paragraph `from`: a line that names who speaks ends it.
fn block_end(a: &Analysis, from: usize, taken: &[bool]) -> usize {
    let quoted = |paragraph: usize| {
        let start = a.paragraphs.get(paragraph).map(|line| line.start);
        a.kind(paragraph) == BlockKind::Quote
            && !taken.get(paragraph).is_some_and(|&taken| taken)
            && start.is_some_and(|start| !a.is(start, ASIDE))
    };
    let mut end = from;
    while quoted(end) {
        end += 1;
        if source::signs(a, end - 1).is_some() {
            break;
        }
    }
    end
}

/// The quote that paragraphs `block` are.
fn read(
    a: &Analysis,
    block: Range<usize>,
    repeats: &mut Repeats,
    taken: &mut [bool],
    claim: &mut dyn FnMut(&Range<usize>),
) -> Option<Draft> {
    if speaks_by_itself(a, &block) {
        return None;
    }
    let origin = source::find(a, &block, taken);
    let lines = origin.as_ref().map_or(block.clone(), |origin| block.start..origin.signed.min(block.end));
    let mut content: Vec<Range<usize>> = a.paragraphs[lines].to_vec();
    if let Some((origin, last)) = origin.as_ref().zip(content.last_mut()) {
        last.end = last.end.min(origin.dash);
    }
    let sure = origin.as_ref().is_some_and(|origin| origin.trust != Trust::Before);
    let again = !sure && repeats.holds(&content);
    if !again && origin.is_none() && !is_sentence(a, &content) {
        return None;
    }
    let read = origin.as_ref().map_or(block.end, |origin| origin.read.max(block.end));
    taken[block.start..read].fill(true);
    content.iter().for_each(claim);
    (!again).then(|| draft(a, content, origin))
}

fn draft(a: &Analysis, content: Vec<Range<usize>>, origin: Option<Origin>) -> Draft {
    let content = content.into_iter().map(|line| unmarked(a, line)).collect();
    let plain = Draft { content, verbatim: true, exact: true, ..Draft::default() };
    match origin {
        Some(origin) => Draft {
            source: vec![origin.named.source],
            cue: origin.named.cue.into_iter().collect(),
            score: origin.trust.score(),
            ..plain
        },
        None => Draft { unsaid: true, score: 0.4, ..plain },
    }
}

/// Whether the block begins with a quotation that its own words attribute: `“It sank,” Toll said.`
fn speaks_by_itself(a: &Analysis, block: &Range<usize>) -> bool {
    let lines = &a.paragraphs[block.clone()];
    let opens = lines.first().is_some_and(|line| a.pair_at(line.start).is_some());
    opens && lines.iter().any(|line| !a.cues_in(line.clone()).is_empty())
}

/// Whether `content` ends as a sentence does, and is long enough for one.
fn is_sentence(a: &Analysis, content: &[Range<usize>]) -> bool {
    let stop = |at: &usize| matches!(a.word(*at), "." | "!" | "?" | "…");
    let last =
        content.last().and_then(|line| line.clone().rev().take(3).find(|&at| a.is_word(at) || stop(&at)));
    let words: usize = content.iter().map(|line| a.count_words(line.clone())).sum();
    last.is_some_and(|at| stop(&at)) && words >= FEWEST
}

/// `line` without the marks of a quotation that runs from its first word on.
fn unmarked(a: &Analysis, line: Range<usize>) -> Range<usize> {
    let pair = a.pair_at(line.start).and_then(|number| a.pairs.get(number));
    if let Some(pair) = pair.filter(|pair| pair.whole.start == line.start && pair.whole.end >= line.end) {
        return pair.inner.clone();
    }
    // The last paragraph of a quotation that did not open again.
    let stray = line.end - 1;
    let closes = line.len() > 1 && a.word(stray) == "”" && a.pair_at(stray).is_none();
    line.start..if closes { stray } else { line.end }
}
