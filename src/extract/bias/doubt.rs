//! “Claim” as a verb of saying. It hints that the words may be false where “said” would not.
//! Source: Wikipedia, “Words to watch: synonyms for said”.

use super::{Draft, Scene};
use crate::extract::Category;

/// What follows the verb and not the noun: “claims that”, “claimed to have”, “claims he won”.
const COMPLEMENTS: [&str; 14] =
    ["that", "to", "it", "he", "she", "they", "we", "you", "his", "her", "their", "its", "there", "this"];

/// What stands before the noun: “the claim that”, “on the basis of claims that”.
const BEFORE_A_NOUN: [&str; 40] = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your",
    "any", "some", "no", "such", "of", "by", "on", "with", "about", "over", "for", "from", "against",
    "false", "similar", "other", "more", "many", "and", "or", "as", "new", "between", "make", "makes",
    "made",
];

pub(super) fn find(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    for i in 0..scene.len() {
        let verb = match scene.word(i) {
            "claims" | "claim" => i > 0 && scene.together(i - 1, i) && !scene.is_any(i - 1, &BEFORE_A_NOUN),
            "claimed" | "claiming" => true,
            _ => false,
        };
        if verb && scene.together(i, i + 1) && scene.is_any(i + 1, &COMPLEMENTS) {
            out.push(Draft { from: i, to: i + 1, category: Category::Doubt, score: 0.45 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::bias::tests::marked;

    #[test]
    fn the_verb_is_marked() {
        for text in [
            "Mr. Oduya, the owner, claims that the roof was safe.",
            "She claimed to have paid.",
            "Tenants claim they were ignored.",
            "He wrote twice, claiming that nobody answered.",
        ] {
            assert_eq!(marked(find, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn the_noun_and_other_senses_are_not() {
        for text in [
            "The claim that he won is old.",
            "On the basis of claims that it leaks, they left.",
            "The storm claimed three lives.",
            "She claimed the prize.",
            "Jobless claims rose.",
        ] {
            assert_eq!(marked(find, text), Vec::<String>::new(), "{text}");
        }
    }
}
