//! What kind of word a token is: the tags of the list `words`, and what its shape tells.
//!
//! No parser stands behind this: a word has every class it may have, and the rules ask for what they need.

use super::progress::Progress;
use crate::lexicon::{vocabulary, vocabulary_tags};
use crate::text::{Token, TokenKind};
use rustc_hash::FxHashMap;

/// A set of word classes.
pub(crate) type Class = u64;

pub(crate) use vocabulary::{
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

const _: () = assert!(vocabulary::INSIDE < CAPITAL);
/// It is a cue.
pub(crate) const CUE: Class = vocabulary::CUES;
/// It is the first word of a longer cue.
pub(crate) const OPENS_CUE: Class = vocabulary::CUES_OPENS;
/// It is a loaded word.
pub(crate) const LOADED: Class = vocabulary::LOADED | vocabulary::SPINDE;
/// It is the first word of a loaded phrase.
pub(crate) const OPENS_LOADED: Class = vocabulary::LOADED_OPENS | vocabulary::SPINDE_OPENS;
/// It is a hedge, a booster or another epistemic word.
pub(crate) const EPISTEMIC: Class = vocabulary::EPISTEMIC;
/// It is the first word of an epistemic phrase.
pub(crate) const OPENS_EPISTEMIC: Class = vocabulary::EPISTEMIC_OPENS;
/// It is a later word of an entry of any list.
pub(crate) const INSIDE: Class = vocabulary::INSIDE;
/// It is a first name of the list `first-names`.
pub(crate) const FIRST_NAME: Class = vocabulary::FIRST_NAMES;
/// It is of the list `passive`.
pub(crate) const PASSIVE: Class = vocabulary::PASSIVE;
/// It is of the list `bodies`: it tells a body, a place or a paper from a person.
pub(crate) const BODY: Class = vocabulary::BODIES;
/// What a word keeps when it has a genitive: `the regime’s`.
const KEPT: Class = CUE | OPENS_CUE | LOADED | OPENS_LOADED | EPISTEMIC | OPENS_EPISTEMIC | INSIDE;
/// The word has a hyphen in it.
pub(crate) const HYPHEN: Class = 1 << 54;

/// The classes of `tokens`, one for each. Each distinct word is looked up once.
pub(crate) fn classes(text: &str, tokens: &[Token], progress: &mut Progress) -> Vec<Class> {
    let mut known: FxHashMap<&str, Class> = FxHashMap::default();
    let mut of = |token: &Token| {
        progress.at(token.span.start);
        let word = token.span.of(text);
        if token.kind == TokenKind::Mark {
            return MARK;
        }
        *known.entry(word).or_insert_with(|| class(word))
    };
    tokens.iter().map(&mut of).collect()
}

fn class(word: &str) -> Class {
    const OF_LISTS: Class = !(vocabulary::BODIES - 1); // the tags behind those of `words`
    let listed = vocabulary_tags(word);
    let apostrophe = word.char_indices().rev().find(|(_, c)| matches!(c, '\'' | '’'));
    let parts = apostrophe.and_then(|(at, mark)| Some((word.get(..at)?, word.get(at + mark.len_utf8()..)?)));
    let base = parts.map_or(0, |(base, _)| vocabulary_tags(base));
    let mut class = shape(word) | listed & OF_LISTS;
    if parts.is_some_and(|(_, ending)| ending == "s") {
        class |= base & KEPT;
    }
    // The country and the body, not the pronouns.
    if matches!(word, "US" | "WHO" | "US’s" | "US's") {
        return class | if word.len() > 3 { GENITIVE } else { 0 };
    }
    class |= listed;
    // “isn't” is in the list; “he's” is “he” and a verb; “Iran's” belongs to what follows.
    match parts {
        Some((_, "s" | "S")) if base & (SUBJECT | RELATIVE) == 0 => {
            class |= GENITIVE | (base & (ROLE | TIME | TITLE));
        }
        Some((_, "s" | "re" | "ve" | "ll" | "d" | "m")) => class |= (base & SUBJECT) | AUXILIARY,
        _ => {}
    }
    class
}

fn shape(word: &str) -> Class {
    capital_or_ending(word) | if word.contains(['-', '‐', '‑']) { HYPHEN } else { 0 }
}

fn capital_or_ending(word: &str) -> Class {
    let first = word.chars().next().unwrap_or(' ');
    if first.is_uppercase() || first == '@' || begins_with_article(word) {
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

/// Whether `word` is a name with its article: `al-Amr`, `el-Tarn`, `d’Arlan`.
fn begins_with_article(word: &str) -> bool {
    const ARTICLES: [&str; 11] = ["al", "el", "ul", "ad", "ar", "as", "ash", "at", "az", "d", "l"];
    let parts = word.split_once(['-', '‐', '‑', '\'', '’']);
    parts.is_some_and(|(article, name)| ARTICLES.contains(&article) && name.starts_with(char::is_uppercase))
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
        assert!(of("al-Amr") & CAPITAL != 0 && of("d’Arlan") & CAPITAL != 0);
        assert!(of("pro-Grell") & CAPITAL == 0 && of("as-yet") & CAPITAL == 0);
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
