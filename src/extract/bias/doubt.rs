//! Doubt that depends on the words around: “claim” as a verb of saying, which hints that the words may be false where “said”
//! would not, and “alleged” and “supposed” before what they doubt. Words that always doubt (“so-called”) are in `loaded/doubt.txt`.
//! Source: Wikipedia, “Words to watch: synonyms for said; expressions of doubt”.

use super::{Draft, Scene};
use crate::extract::Category;
use crate::extract::class::{CUE, ED};

/// What follows the verb and not the noun: “claims that”, “claimed to have”, “claims he won”.
const COMPLEMENTS: [&str; 14] =
    ["that", "to", "it", "he", "she", "they", "we", "you", "his", "her", "their", "its", "there", "this"];

/// What stands before the noun: “the claim that”, “after claims that”.
const BEFORE_A_NOUN: [&str; 48] = [
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "your",
    "any",
    "some",
    "no",
    "such",
    "of",
    "by",
    "on",
    "with",
    "about",
    "over",
    "for",
    "from",
    "against",
    "false",
    "similar",
    "other",
    "more",
    "many",
    "and",
    "or",
    "as",
    "new",
    "between",
    "make",
    "makes",
    "made",
    "after",
    "amid",
    "before",
    "despite",
    "following",
    "in",
    "under",
    "without",
];

/// Before an adjective: “the alleged plot”, “their supposed friends”.
const DETERMINERS: [&str; 16] = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your",
    "any", "of",
];

pub(super) fn find(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    for i in (0..scene.len()).filter(|&i| scene.has(i, CUE | ED)) {
        let next = |words: &[&str]| scene.together(i, i + 1) && scene.is_any(i + 1, words);
        let doubts = match scene.word(i) {
            "claims" | "claim" => {
                let verb = i > 0 && scene.together(i - 1, i) && !scene.is_any(i - 1, &BEFORE_A_NOUN);
                verb && next(&COMPLEMENTS)
            }
            "claimed" | "claiming" => next(&COMPLEMENTS),
            "alleged" | "supposed" => scene.follows(i, &DETERMINERS) && !next(&["to"]),
            _ => false,
        };
        if doubts {
            out.push(Draft { from: i, to: i + 1, category: Category::Doubt, score: 0.45 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::bias::tests::{marks, spares};

    #[test]
    fn doubting_words_are_marked() {
        marks(
            find,
            &[
                ("Police described the alleged plot.", "alleged/doubt"),
                ("Its supposed owner left.", "supposed/doubt"),
                ("Mr. Oduya, the owner, claims that the roof was safe.", "claims/doubt"),
                ("She claimed to have paid.", "claimed/doubt"),
                ("Tenants claim they were ignored.", "claim/doubt"),
                ("He wrote twice, claiming that nobody answered.", "claiming/doubt"),
            ],
        );
    }

    #[test]
    fn the_noun_and_other_senses_are_not() {
        spares(
            find,
            &[
                "She is supposed to leave.",
                "The lawyer alleged fraud.",
                "The claim that he won is old.",
                "After claims that it leaks, they left.",
                "The storm claimed three lives.",
                "She claimed the prize.",
                "Jobless claims rose.",
            ],
        );
    }
}
