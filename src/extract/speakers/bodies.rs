//! What tells the name of a body from that of a person: the list `bodies`.

use crate::extract::class::BODY;
use crate::lexicon::{Lexicon, bodies, vocabulary_tags};

pub(super) use bodies::{DOCUMENT, GROUP, SHARED};

/// The tags of `word` in the list; 0 when it is not in it.
pub(super) fn tags(word: &str) -> u64 {
    Lexicon::new(bodies::BYTES).get(word).unwrap_or(0)
}

/// Whether `word` says that a phrase is of a body, a place or a paper, not of a person.
pub(super) fn is_body(word: &str) -> bool {
    vocabulary_tags(word) & BODY != 0
}

/// Two to four capitalised words that do not read like a body's name.
pub(super) fn is_likely_person(name: &str) -> bool {
    let words = name.split(' ').count();
    let capital = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
    };
    (2..=4).contains(&words) && name.split(' ').all(|word| capital(word) && !is_body(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_a_body_word() {
        assert!(is_likely_person("Ida Brook"));
        assert!(
            !is_likely_person("Grell Water Board")
                && !is_likely_person("BBC News")
                && !is_likely_person("Brook")
        );
    }
}
