//! Sources that are kept unnamed: `critics`, `two officials who asked not to be named`, `a source close to the mayor`.

use super::people::before_comma;
use crate::extract::analysis::Analysis;
use crate::extract::class::{BODY, CAPITAL, PREPOSITION, RELATIVE, TITLE, VAGUE};
use std::ops::Range;

/// How far behind the phrase the words that ask for anonymity may stand, in tokens.
const REACH: usize = 14;

/// Words that say outright that somebody is not named.
const ASKED: [&str; 8] = [
    "anonymity",
    "anonymous",
    "anonymously",
    "unnamed",
    "unidentified",
    "named",
    "identified",
    "unauthorized",
];

/// What a transcript calls those whom it does not name.
const LABELS: [&str; 6] = ["question", "questioner", "reporter", "journalist", "moderator", "audience"];

/// Who speaks for an office that tells who it is.
const OFFICES: [&str; 8] =
    ["judge", "court", "jury", "magistrate", "minister", "president", "prosecutor", "coroner"];

/// Whether `source`, a phrase that leads to nobody with a name, keeps back who speaks. A role such as `the mayor` and a
/// spokesperson tell enough.
pub(super) fn is_unnamed(a: &Analysis, source: &Range<usize>) -> bool {
    let part = before_comma(a, source.clone());
    let definite =
        ["the", "this", "that", "his", "her", "its", "their"].iter().any(|word| a.reads(part.start, word));
    // “a source close to the mayor”: the first noun counts, not what it hangs on.
    let phrase = part.clone().take_while(|&at| at == part.start || !a.is(at, PREPOSITION | RELATIVE));
    let vague = phrase.clone().any(|at| a.is(at, VAGUE));
    // “a shopkeeper”, “another neighbour”; but “a judge” and “a spokesman” speak for what they are.
    let one = ["a", "an", "one", "another", "two", "three"].iter().any(|word| a.reads(part.start, word));
    let office = |at: usize| {
        a.word(at).starts_with("spokes")
            || OFFICES.contains(&a.word(at))
            || a.is(at, BODY)
            || a.is(at, CAPITAL | TITLE)
    };
    let somebody = one && part.len() > 1 && !phrase.skip(1).any(office);
    (vague || somebody) && !definite || asks(a, source)
}

/// Whether `label` stands in a transcript for somebody without a name: `QUESTION:`, `A REPORTER:`.
pub(super) fn is_unnamed_label(a: &Analysis, label: &Range<usize>) -> bool {
    let article = label.len() > 1 && a.reads(label.start, "a");
    let last = label.len() == 1 + usize::from(article);
    last && a.word(label.end) == ":" && LABELS.iter().any(|word| a.reads(label.end - 1, word))
}

/// Whether words in or right behind `source` say that it is not named: `who asked not to be named`.
fn asks(a: &Analysis, source: &Range<usize>) -> bool {
    let behind = source.end..source.end + REACH;
    let behind = behind.take_while(|&at| !matches!(a.word(at), "." | ";") && a.pair_at(at).is_none());
    let says = |at: usize| {
        let word = ASKED.iter().find(|word| a.reads(at, word));
        let negated =
            || (at.saturating_sub(4)..at).any(|k| ["not", "be"].iter().any(|word| a.reads(k, word)));
        word.is_some_and(|word| !matches!(*word, "named" | "identified") || negated())
    };
    let clause = matches!(a.word(source.end), ",") || a.is(source.end, RELATIVE) || a.reads(source.end, "on");
    source.clone().any(says) || clause && behind.into_iter().any(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unnamed(text: &str) -> bool {
        let a = Analysis::of(text);
        let said = (0..a.tokens.len()).find(|&at| a.word(at) == "said").unwrap_or(a.tokens.len());
        is_unnamed(&a, &(0..said))
    }

    #[test]
    fn vague_and_shy_sources_are_unnamed() {
        assert!(unnamed("Critics said no."));
        assert!(unnamed("Two officials who asked not to be named said no."));
        assert!(unnamed("A source close to the mayor said no."));
        assert!(unnamed("An unnamed nurse said no."));
        assert!(unnamed("Some said no."));
    }

    #[test]
    fn roles_bodies_and_names_are_not() {
        assert!(!unnamed("The mayor said no."));
        assert!(!unnamed("A spokeswoman for the port said no."));
        assert!(!unnamed("The water board said no."));
        assert!(!unnamed("Ada Moss said no."));
    }
}
