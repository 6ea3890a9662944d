//! Noun phrases without a parser: the words before or after a verb that name who speaks.
//!
//! Each walk looks at no more than [`LONGEST`] tokens.

use super::analysis::Analysis;
use super::class::{
    ADVERB, ATTACHING, ATTRIBUTES, AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, DIGIT, ED, GENITIVE, ING, LY,
    MARK, MODAL, OBJECT, OPENER, POSSESSIVE, PREPOSITION, RELATIVE, ROLE, SMALL, SUBJECT, SUBORDINATOR, TIME,
    TITLE, VERB,
};
use std::ops::Range;

/// The most tokens a noun phrase takes.
pub(super) const LONGEST: usize = 40;

/// The noun phrase that ends just before `end`.
pub(crate) fn walk_left(a: &Analysis, end: usize, floor: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > floor && end - start < LONGEST {
        let at = start - 1;
        // “one of them”
        if start == end && a.is(at, OBJECT) && at > floor + 1 && a.reads(at - 1, "of") {
            start = at - 1;
            continue;
        }
        if start == end && a.is(at, SUBJECT | OBJECT) && !a.is(at, ROLE) {
            return a.is(at, SUBJECT).then_some(at..end);
        }
        if a.is(at, OPENER) {
            break;
        }
        let more = at > floor;
        let nominal = |at: usize| is_nominal(a, at);
        if a.is(at, MARK) {
            let joins = start < end && more && joins_name(a, at);
            if !joins {
                break;
            }
            start = at;
        } else if a.is(at, CAPITAL)
            && !a
                .is(at, DETERMINER | PREPOSITION | SUBORDINATOR | ADVERB | CONJUNCTION | SUBJECT | POSSESSIVE)
        {
            let on = more && a.is(at - 1, PREPOSITION);
            if a.is(at, TIME) && !a.is(at, GENITIVE | TITLE) && (start == end || on) {
                break;
            }
            start = at;
        } else if a.is(at, CONJUNCTION) {
            let both = start < end
                && more
                && (a.is(at - 1, CAPITAL) && a.is(start, CAPITAL) || a.is(at - 1, ROLE) && a.is(start, ROLE));
            if !both || a.is(at, CAPITAL) {
                break;
            }
            start = at;
        } else if a.reads(at, "what") {
            break;
        } else if a.is(at, DETERMINER | POSSESSIVE) && !a.is(at, RELATIVE) {
            start = at;
            let attached = more
                && a.is(at - 1, ATTACHING)
                && !a.is(at - 1, CAPITAL)
                && at - 1 > floor
                && nominal(at - 2);
            let all_of = more
                && a.is(at - 1, DETERMINER)
                && !["that", "what", "which", "whatever"].iter().any(|word| a.reads(at - 1, word));
            if attached || all_of {
                start = at - 1;
            } else {
                break;
            }
        } else if a.is(at, PREPOSITION | SUBORDINATOR) {
            let attached =
                start < end && more && a.is(at, ATTACHING) && !a.is(at, CAPITAL) && nominal(at - 1);
            if !attached {
                break;
            }
            start = at;
        } else if a.is(at, AUXILIARY | MODAL | VERB | SUBJECT | OBJECT | RELATIVE) && !a.is(at, ROLE | TITLE)
        {
            // “the works committee”
            let noun = start < end && more && a.is(at, VERB) && a.is(at - 1, DETERMINER);
            if !noun || a.is(at, AUXILIARY | MODAL | SUBJECT | OBJECT) || a.is(at - 1, RELATIVE) {
                break;
            }
            start = at;
        } else if a.is(at, ED | LY | ADVERB | ATTRIBUTES) {
            let inside =
                start < end && more && a.is(at - 1, DETERMINER | POSSESSIVE | LY | ADVERB | GENITIVE);
            // “the talks”, “a report”: a noun, though it may be a verb.
            let noun = start == end
                && more
                && a.is(at, ATTRIBUTES)
                && !a.is(at, ED)
                && a.is(at - 1, DETERMINER | POSSESSIVE);
            if !(inside || noun) {
                break;
            }
            start = at;
        } else if a.is(at, TIME) && !a.is(at, GENITIVE) && start == end {
            break;
        } else {
            start = at;
        }
    }
    while start < end && a.is(start, MARK | CONJUNCTION | PREPOSITION) {
        start += 1;
    }
    let named = (start..end).any(|at| is_nominal(a, at) || a.is(at, DIGIT | DETERMINER));
    let bare = start < end && ["the", "a", "an", "no", "every"].iter().any(|word| a.reads(end - 1, word))
        || start < end && a.is(end - 1, POSSESSIVE) && !a.is(end - 1, CAPITAL);
    (start < end && named && !bare).then_some(start..end)
}

/// The noun phrase that begins at `start`, and the apposition after its comma, if there is one.
pub(crate) fn walk_right(a: &Analysis, start: usize, ceiling: usize) -> Option<Range<usize>> {
    if start < ceiling && a.is(start, SUBJECT | OBJECT) && !a.is(start, ROLE | DETERMINER) {
        return Some(start..start + 1);
    }
    let ceiling = ceiling.min(start + LONGEST);
    let mut at = start;
    while at < ceiling && a.pair_at(at).is_none() {
        let first = at == start;
        let next_names = a.is(at + 1, CAPITAL | DETERMINER | POSSESSIVE) && !a.is(at + 1, TIME);
        if a.is(at, MARK) {
            if first || !joins_name(a, at) {
                break;
            }
        } else if a.is(at, CAPITAL) && !a.is(at, PREPOSITION | SUBORDINATOR | CONJUNCTION | SUBJECT) {
            let inside = next_names && a.is(at.saturating_sub(1), CAPITAL); // “the Brill Morning Herald”
            if a.is(at, TIME) && !a.is(at, GENITIVE | TITLE) && !first && !inside {
                break;
            }
        } else if a.is(at, DETERMINER | POSSESSIVE) {
            if !first && !a.is(at - 1, PREPOSITION | CONJUNCTION | DETERMINER) {
                break;
            }
        } else if a.is(at, CONJUNCTION) {
            if first || !next_names && !a.is(at + 1, ROLE) || a.reads(at, "but") {
                break;
            }
        } else if a.is(at, PREPOSITION) {
            let of = a.reads(at, "of");
            // “said Low to the crowd”: whom Low speaks to.
            let previous = at.saturating_sub(1);
            let to = a.reads(at, "to") && a.is(previous, CAPITAL) && !a.is(previous, ROLE | TITLE);
            if first || to || !(of || a.is(at, ATTACHING) && next_names && !a.is(at + 1, TIME)) {
                break;
            }
        } else if a.is(at, AUXILIARY | MODAL | VERB | SUBORDINATOR | RELATIVE | SUBJECT | OBJECT | ADVERB)
            && !a.is(at, ROLE)
        {
            // “the lead author”
            let noun = !first
                && a.is(at, VERB)
                && !a.is(at, AUXILIARY | MODAL | SUBJECT)
                && a.is(at - 1, DETERMINER)
                && !a.is(at - 1, SUBJECT | RELATIVE)
                && is_nominal(a, at + 1);
            if !noun && (!first || !a.is(at, DETERMINER)) {
                break;
            }
        } else {
            let previous = at.saturating_sub(1);
            let time = a.is(at, TIME) && !first && !a.is(at, GENITIVE) && !a.is(previous, DETERMINER);
            let past =
                a.is(at, ED) && !first && !a.is(previous, LY | ADVERB | CONJUNCTION | GENITIVE | PREPOSITION);
            let verb = a.is(at, ATTRIBUTES) || past || a.is(at, ING) && !first;
            if time || verb && !a.is(previous, DETERMINER | POSSESSIVE) {
                break;
            }
        }
        at += 1;
    }
    let mut end = at;
    while end > start
        && a.is(end - 1, MARK | PREPOSITION | CONJUNCTION | DETERMINER | POSSESSIVE)
        && !a.is(end - 1, ROLE)
    {
        if end - 1 == start && a.is(start, DETERMINER) {
            break;
        }
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// The apposition that the comma at `comma` opens: `, a spokeswoman for the port`, up to the next comma or the end.
pub(crate) fn apposition_after(a: &Analysis, comma: usize, ceiling: usize) -> Option<Range<usize>> {
    let start = comma + 1;
    let opens = a.is(start, DETERMINER | POSSESSIVE | ROLE | TITLE | RELATIVE | DIGIT)
        || a.is(start, CAPITAL) && (start..start + 6).any(|at| a.is(at, ROLE))
        || a.is(start, CAPITAL) && comma > 0 && a.is(comma - 1, ROLE) && !a.is(comma - 1, CAPITAL);
    if a.word(comma) != "," || !opens || a.is(start, SUBJECT & !RELATIVE) && !a.reads(start, "who") {
        return None;
    }
    let stop = |at: usize| matches!(a.word(at), "," | ";" | ":" | "." | "—") && !joins_name(a, at);
    let end = (start..ceiling.min(start + LONGEST)).find(|&at| stop(at) || a.pair_at(at).is_some());
    let end = end.unwrap_or(ceiling.min(start + LONGEST));
    // A clause with its own verb is no apposition: `according to Low, the bridge is closed`.
    let clause = !a.is(start, RELATIVE) && (start..end).any(|at| a.is(at, AUXILIARY | MODAL));
    (start < end && !clause).then_some(start..end)
}

/// A word that a name or a noun phrase can hang on.
pub(crate) fn is_nominal(a: &Analysis, at: usize) -> bool {
    if a.is(at, ROLE) {
        return true;
    }
    a.is_word(at)
        && !a.is(at, SMALL | MARK | LY | OPENER)
        && (a.is(at, CAPITAL) || !a.is(at, VERB | ED | SUBJECT | OBJECT))
}

/// Whether the mark at `at` stands inside a name: `Dr. Low`, `J. Low`, `Smith & Sons`, `workers’ union`.
pub(crate) fn joins_name(a: &Analysis, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let touches = match (a.tokens.get(before), a.tokens.get(at)) {
        (Some(one), Some(two)) => one.span.end == two.span.start,
        _ => false,
    };
    match a.word(at) {
        "&" => true,
        "." => {
            let initial = a.word(before).chars().count() == 1;
            touches
                && a.is(at + 1, CAPITAL)
                && a.is(before, CAPITAL)
                && (initial || a.is(before, TITLE))
                && (initial || a.word(before).len() <= 4)
        }
        "'" | "’" => touches && a.word(before).ends_with(['s', 'S']) && a.is_word(at + 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_to_the_right_ends_before_what_follows() {
        let text = "said Ana Low of the harbour board on Monday";
        let a = Analysis::of(text);
        let found = walk_right(&a, 1, a.tokens.len()).unwrap();
        assert_eq!(a.span(found).of(text), "Ana Low of the harbour board");
    }

    #[test]
    fn a_verb_between_article_and_noun_is_none() {
        let a = Analysis::of("said the lead author");
        assert_eq!(walk_right(&a, 1, 4), Some(1..4));
        let a = Analysis::of("members of the works committee");
        assert_eq!(walk_left(&a, 5, 0), Some(0..5));
    }
}
