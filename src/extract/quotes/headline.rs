//! Headlines: `Moss: ferry was lost`, `Ferry was lost: Moss`, `Ferry Is Lost, Master Says`.

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use crate::extract::class::{CAPITAL, DETERMINER, MARK, PREPOSITION, ROLE, TITLE};
use crate::extract::cue::{FINITE, SPEECH};
use std::ops::Range;

/// The most tokens of a headline.
const LONGEST: usize = 24;
/// The most words of a name in a headline.
const LONGEST_NAME: usize = 4;

/// What the headline, which is the first paragraph and has no stop at its end, says and ascribes to a name that the text
/// below brings again.
pub(super) fn find(a: &Analysis) -> Option<Draft> {
    let line = a.paragraphs.first().filter(|line| line.len() <= LONGEST && a.paragraphs.len() > 1)?;
    if matches!(a.word(line.end - 1), "." | "!" | "?" | ":")
        || a.pairs.iter().any(|p| p.whole.start < line.end)
    {
        return None;
    }
    by_colon(a, line).or_else(|| by_verb(a, line))
}

fn by_colon(a: &Analysis, line: &Range<usize>) -> Option<Draft> {
    let mut colons = line.clone().filter(|&at| a.word(at) == ":");
    let colon = colons.next().filter(|_| colons.next().is_none())?;
    let (before, after) = (line.start..colon, colon + 1..line.end);
    let (source, said) = if names(a, &before) {
        (before, after)
    } else if names(a, &after) {
        (after, before)
    } else {
        return None;
    };
    draft(a, source, colon..colon + 1, said)
}

/// `Ferry Is Lost, Harbour Master Says`: in a headline the verb may have a capital.
fn by_verb(a: &Analysis, line: &Range<usize>) -> Option<Draft> {
    let last = line.end - 1;
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

fn draft(a: &Analysis, source: Range<usize>, cue: Range<usize>, said: Range<usize>) -> Option<Draft> {
    (a.count_words(said.clone()) > 1).then(|| Draft {
        content: vec![said],
        source: vec![source],
        cue: vec![cue],
        score: 0.7,
        ..Draft::default()
    })
}

/// Whether `range` is a name whose last word stands with a capital again below the headline.
fn names(a: &Analysis, range: &Range<usize>) -> bool {
    let Some(last) = range.end.checked_sub(1).filter(|_| !range.is_empty() && range.len() <= LONGEST_NAME)
    else {
        return false;
    };
    let plain = range.clone().all(|at| a.is(at, CAPITAL) && !a.is(at, MARK | DETERMINER | PREPOSITION));
    // “Ferry boss: …”
    if a.is(last, ROLE) && range.start == 0 && range.len() > 1 && a.is(0, CAPITAL) {
        return true;
    }
    let body = a.paragraphs.iter().skip(1).take(12).flat_map(Clone::clone);
    plain && body.clone().any(|at| a.is(at, CAPITAL) && stem(a.word(at)) == stem(a.word(last)))
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
