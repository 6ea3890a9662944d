//! Headlines: `Moss: ferry was lost`, `Ferry was lost: Moss`, `Ferry Is Lost, Master Says`.

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use crate::extract::class::{CAPITAL, DETERMINER, MARK, PREPOSITION, ROLE, TITLE};
use crate::extract::cue::{Cue, FINITE, SPEECH};
use crate::extract::np::walk_right;
use crate::text::BlockKind;
use std::ops::Range;

/// The most tokens of a headline.
const LONGEST: usize = 24;
/// The most tokens of what is known to be a heading.
const LONGEST_HEADING: usize = 60;
/// How many paragraphs above and below a headline may bring its name.
const NEAR: usize = 12;
/// The most words of a name in a headline.
const LONGEST_NAME: usize = 4;

/// What the headlines say and ascribe to a name that the text beside them brings again. A headline is a heading, or the first
/// paragraph when it has no stop at its end. The paragraphs that are read are marked in `taken`.
pub(super) fn find(a: &Analysis, taken: &mut [bool]) -> Vec<Draft> {
    // When no blocks are known, the first paragraph alone may be one.
    let lines = a.kinds.len().clamp(1, a.paragraphs.len().max(1));
    let free = (0..lines).filter(|&number| taken.get(number).is_some_and(|&taken| !taken));
    let found: Vec<(usize, Draft)> = free.filter_map(|number| Some((number, read(a, number)?))).collect();
    for (number, _) in &found {
        taken[*number] = true;
    }
    found.into_iter().map(|(_, draft)| draft).collect()
}

/// What paragraph number `number` says, if it is a headline.
fn read(a: &Analysis, number: usize) -> Option<Draft> {
    let line = a.paragraphs.get(number)?;
    match a.kind(number) {
        BlockKind::Heading(_) if line.len() <= LONGEST_HEADING => {
            by_colon(a, number, line).or_else(|| by_verb(a, line)).or_else(|| by_turned_verb(a, line))
        }
        BlockKind::Paragraph if number == 0 && is_headline(a, line) => {
            by_colon(a, number, line).or_else(|| by_verb(a, line))
        }
        _ => None,
    }
}

/// Whether the first paragraph looks like a headline.
fn is_headline(a: &Analysis, line: &Range<usize>) -> bool {
    line.len() <= LONGEST
        && a.paragraphs.len() > 1
        && !matches!(a.word(line.end - 1), "." | "!" | "?" | ":")
        && a.pairs.first().is_none_or(|pair| pair.whole.start >= line.end)
}

fn by_colon(a: &Analysis, number: usize, line: &Range<usize>) -> Option<Draft> {
    let mut colons = line.clone().filter(|&at| a.word(at) == ":" && a.pair_at(at).is_none());
    let colon = colons.next().filter(|_| colons.next().is_none())?;
    let (before, after) = (line.start..colon, colon + 1..without_stop(a, line));
    let (source, said) = if names(a, number, &before) {
        (before, colon + 1..line.end)
    } else if names(a, number, &after) {
        (after, before)
    } else {
        return None;
    };
    draft(a, source, colon..colon + 1, said)
}

/// `Ferry Is Lost, Harbour Master Says`: in a headline the verb may have a capital.
fn by_verb(a: &Analysis, line: &Range<usize>) -> Option<Draft> {
    let last = without_stop(a, line).checked_sub(1)?;
    let list = crate::lexicon::Lexicon::new(crate::lexicon::cues::BYTES);
    let speaks =
        |at: usize| list.get(a.word(at)).is_some_and(|tags| tags & SPEECH != 0 && tags & FINITE != 0);
    if !a.is(last, CAPITAL) || !speaks(last) {
        return None;
    }
    let comma = line.clone().rev().take(LONGEST_NAME + 2).find(|&at| a.word(at) == ",")?;
    let source = comma + 1..last;
    let named = !source.is_empty() && source.clone().all(|at| a.is(at, CAPITAL | ROLE | TITLE));
    if named { draft(a, source, last..last + 1, line.start..comma) } else { None }
}

/// `Ferry ‘must stop’, says Toll`: the verb before the name.
fn by_turned_verb(a: &Analysis, line: &Range<usize>) -> Option<Draft> {
    let end = without_stop(a, line);
    let speaks = |cue: &&Cue| cue.has(SPEECH) && cue.has(FINITE) && cue.end < end;
    let cue = a.cues_in(line.clone()).iter().rev().find(speaks)?;
    let parted = cue.start.checked_sub(1).filter(|&at| at > line.start)?;
    let comma = a.word(parted) == ",";
    let source = walk_right(a, cue.end, end).filter(|source| source.start == cue.end && source.end == end)?;
    let named = source.clone().any(|at| a.is(at, CAPITAL | ROLE | TITLE));
    if !(named && (comma || a.pair_at(parted).is_some())) {
        return None;
    }
    draft(a, source, cue.range(), line.start..if comma { parted } else { cue.start })
}

/// One past the last token of `line` but its full stop.
fn without_stop(a: &Analysis, line: &Range<usize>) -> usize {
    if a.word(line.end - 1) == "." { line.end - 1 } else { line.end }
}

fn draft(a: &Analysis, source: Range<usize>, cue: Range<usize>, said: Range<usize>) -> Option<Draft> {
    (a.count_words(said.clone()) > 1).then(|| Draft {
        content: vec![said],
        source: vec![source],
        cue: vec![cue],
        score: 0.7,
        ..Draft::default()
    })
}

/// Whether `range`, in paragraph number `number`, is a name whose last word stands with a capital again below the headline, or
/// above it.
fn names(a: &Analysis, number: usize, range: &Range<usize>) -> bool {
    let Some(last) = range.end.checked_sub(1).filter(|_| !range.is_empty() && range.len() <= LONGEST_NAME)
    else {
        return false;
    };
    let plain = range.clone().all(|at| a.is(at, CAPITAL) && !a.is(at, MARK | DETERMINER | PREPOSITION));
    // “Ferry boss: …”
    let opens = a.opens_line(range.start);
    if a.is(last, ROLE) && opens && range.len() > 1 && a.is(range.start, CAPITAL) {
        return true;
    }
    let around = a.paragraphs.get(number.saturating_sub(NEAR)..a.paragraphs.len().min(number + NEAR + 1));
    let around = around.unwrap_or_default().iter().filter(|line| !line.contains(&last));
    plain
        && around.flat_map(Clone::clone).any(|at| a.is(at, CAPITAL) && stem(a.word(at)) == stem(a.word(last)))
}

/// A name without its genitive.
fn stem(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn a_name_and_a_colon_attribute() {
        assert_eq!(
            examples("Moss: ferry was lost\nMira Moss left on Monday."),
            ["Moss | : | ferry was lost"]
        );
        assert_eq!(
            examples("Ferry was lost at noon: Moss\nMira Moss left on Monday."),
            ["Moss | : | Ferry was lost at noon"]
        );
        assert_eq!(
            examples("Ferry boss: we were warned\nIt rained on Monday."),
            ["Ferry boss | : | we were warned"]
        );
        assert_eq!(
            examples("Ferry Is Lost, Harbour Master Says\nIt rained on Monday."),
            ["Harbour Master | Says | Ferry Is Lost"]
        );
    }

    #[test]
    fn other_headlines_do_not() {
        assert!(examples("Explained: the lost ferry\nMira Moss left on Monday.").is_empty());
        assert!(examples("Night on the lake: a story\nMira Moss left on Monday.").is_empty());
        assert!(examples("Ferries, Boats and Rafts\nMira Moss left on Monday.").is_empty());
        assert!(examples("Share this: Ferry Is Lost, Harbour Master Says\nIt rained on Monday.").is_empty());
    }
}
