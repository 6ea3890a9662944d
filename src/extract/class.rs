//! What kind of word a token is: the tags of the list `words`, and what its shape tells.
//!
//! No parser stands behind this: a word has every class it may have, and the rules ask for what they need.

use super::progress::Progress;
use crate::lexicon::{Lexicon, cues, epistemic, loaded, spinde, words};
use crate::text::{Token, TokenKind};
use std::collections::HashMap;

/// A set of word classes.
pub(crate) type Class = u64;

pub(crate) use words::{
    ADVERB, ATTACHING, AUXILIARY, CONJUNCTION, DEMONYM, DETERMINER, FEMALE, MALE, MODAL, OBJECT, POSSESSIVE,
    PREPOSITION, RELATIVE, ROLE, SUBJECT, SUBORDINATOR, TIME, TITLE, VAGUE, VERB,
};
/// The word begins with a capital.
pub(crate) const CAPITAL: Class = 1 << 40;
/// The word begins with a digit.
pub(crate) const DIGIT: Class = 1 << 41;
/// A lower case word in `-ly`.
pub(crate) const LY: Class = 1 << 42;
/// A lower case word in `-ed`: a past tense or a participle.
pub(crate) const ED: Class = 1 << 43;
/// A lower case word in `-ing`.
pub(crate) const ING: Class = 1 << 44;
/// The word ends in `’s`, or in `s’`.
pub(crate) const GENITIVE: Class = 1 << 45;
/// A verb of the list `cues`, in a form that is no noun; set once the cues are known.
pub(crate) const ATTRIBUTES: Class = 1 << 47;
/// Not a word.
pub(crate) const MARK: Class = 1 << 46;

/// A participle, another form of a verb or an adverb with a capital, at the start of a sentence; set once the sentences are known.
pub(crate) const OPENER: Class = 1 << 49;

/// Small words that are no part of a name and no noun.
pub(crate) const SMALL: Class = DETERMINER
    | POSSESSIVE
    | PREPOSITION
    | SUBORDINATOR
    | CONJUNCTION
    | AUXILIARY
    | MODAL
    | ADVERB
    | RELATIVE;

/// The word stands in what is set aside; set once that is known.
pub(crate) const ASIDE: Class = 1 << 51;

/// A cue may begin with the word.
pub(crate) const OPENS_CUE: Class = 1 << 48;
/// A loaded word or phrase may begin with it.
pub(crate) const OPENS_LOADED: Class = 1 << 52;
/// A hedge, a booster or another epistemic phrase may begin with it.
pub(crate) const OPENS_EPISTEMIC: Class = 1 << 53;
/// The word has a hyphen in it.
pub(crate) const HYPHEN: Class = 1 << 54;

/// The lists of which an entry may begin with a word, and the class that says so.
const OPENERS: [(&[u8], Class); 4] = [
    (cues::BYTES, OPENS_CUE),
    (loaded::BYTES, OPENS_LOADED),
    (spinde::BYTES, OPENS_LOADED),
    (epistemic::BYTES, OPENS_EPISTEMIC),
];

/// The classes of `tokens`, one for each. Each distinct word is looked up once.
pub(crate) fn classes(text: &str, tokens: &[Token], progress: &mut Progress) -> Vec<Class> {
    let list = Lexicon::new(words::BYTES);
    let openers = OPENERS.map(|(bytes, class)| (Lexicon::new(bytes), class));
    let mut known: HashMap<&str, Class> = HashMap::new();
    let mut of = |token: &Token| {
        progress.at(token.span.start);
        let word = token.span.of(text);
        if token.kind == TokenKind::Mark {
            return MARK;
        }
        *known.entry(word).or_insert_with(|| class(&list, word, token.kind) | opens(&openers, word))
    };
    tokens.iter().map(&mut of).collect()
}

/// Which lists an entry may begin with `word`, with or without its genitive.
fn opens(openers: &[(Lexicon, Class)], word: &str) -> Class {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let begins = |list: &Lexicon| list.may_begin(word) || bare.len() < word.len() && list.may_begin(bare);
    openers.iter().filter(|(list, _)| begins(list)).fold(0, |set, (_, class)| set | class)
}

fn class(list: &Lexicon, word: &str, kind: TokenKind) -> Class {
    if kind == TokenKind::Mark {
        return MARK;
    }
    let mut class = shape(word) | if word.contains(['-', '‐', '‑']) { HYPHEN } else { 0 };
    // The country and the body, not the pronouns.
    if matches!(word, "US" | "WHO" | "US’s" | "US's") {
        return class | if word.len() > 3 { GENITIVE } else { 0 };
    }
    match word.char_indices().rev().find(|(_, c)| matches!(c, '\'' | '’')) {
        // “isn't” is in the list; “he's” is “he” and a verb; “Iran's” belongs to what follows.
        Some((at, mark)) => {
            class |= list.get(word).unwrap_or(0);
            let (base, ending) =
                (word.get(..at).unwrap_or(""), word.get(at + mark.len_utf8()..).unwrap_or(""));
            let known = list.get(base).unwrap_or(0);
            match ending {
                "s" | "S" if known & (SUBJECT | RELATIVE) == 0 => {
                    class |= GENITIVE | (known & (ROLE | TIME | TITLE))
                }
                "s" | "re" | "ve" | "ll" | "d" | "m" => class |= (known & SUBJECT) | AUXILIARY,
                _ => {}
            }
        }
        None => class |= list.get(word).unwrap_or(0),
    }
    class
}

fn shape(word: &str) -> Class {
    let first = word.chars().next().unwrap_or(' ');
    if first.is_uppercase() || first == '@' {
        return CAPITAL; // “@ada” is a name
    }
    if first.is_numeric() {
        return DIGIT;
    }
    match word {
        _ if word.len() < 5 => 0,
        _ if word.ends_with("ly") => LY,
        _ if word.ends_with("ed") => ED,
        _ if word.ends_with("ing") => ING,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::analysis::Analysis;

    fn of(word: &str) -> Class {
        Analysis::of(word).classes[0]
    }

    #[test]
    fn a_word_has_its_listed_classes_and_its_shape() {
        assert!(of("the") & DETERMINER != 0);
        assert!(of("Mayor") & (CAPITAL | TITLE | ROLE) == CAPITAL | TITLE | ROLE);
        assert!(of("quickly") & LY != 0);
        assert!(of(",") == MARK);
        assert!(of("us") & OBJECT != 0 && of("US") & (CAPITAL | OBJECT) == CAPITAL);
    }

    #[test]
    fn an_apostrophe_makes_a_genitive_or_a_verb() {
        assert!(of("Iran’s") & GENITIVE != 0);
        assert!(of("he's") & (SUBJECT | AUXILIARY) == SUBJECT | AUXILIARY);
        assert!(of("isn't") & AUXILIARY != 0);
        assert!(of("they'll") & GENITIVE == 0);
    }
}
