//! An authority that is not named: “critics say”, “some in the town believe”, “it is widely thought”.
//! Source: Wikipedia, “Words to watch: unsupported attributions”; the words are our own compilation.

use super::{Draft, Scene};
use crate::extract::Category;
use crate::extract::class::VAGUE;

const UNNAMED: [&str; 34] = [
    "critics",
    "experts",
    "observers",
    "analysts",
    "insiders",
    "sources",
    "supporters",
    "opponents",
    "skeptics",
    "sceptics",
    "detractors",
    "commentators",
    "pundits",
    "scholars",
    "scientists",
    "researchers",
    "historians",
    "economists",
    "advocates",
    "activists",
    "officials",
    "people",
    "proponents",
    "naysayers",
    "watchers",
    "strategists",
    "onlookers",
    "authorities",
    "doctors",
    "specialists",
    "academics",
    "diplomats",
    "studies",
    "reports",
];

const COUNTS: [&str; 7] = ["some", "many", "most", "several", "others", "few", "those"];

const VERBS: [&str; 37] = [
    "say",
    "said",
    "believe",
    "believed",
    "think",
    "thought",
    "argue",
    "argued",
    "claim",
    "claimed",
    "fear",
    "feared",
    "warn",
    "warned",
    "contend",
    "contended",
    "suggest",
    "suggested",
    "insist",
    "insisted",
    "allege",
    "alleged",
    "complain",
    "complained",
    "worry",
    "agree",
    "agreed",
    "note",
    "noted",
    "predict",
    "predicted",
    "suspect",
    "suspected",
    "maintain",
    "assert",
    "speculate",
    "wonder",
];

/// What may stand between the source and its verb.
const BETWEEN: [&str; 8] = ["have", "had", "also", "now", "still", "often", "would", "long"];

pub(super) fn find(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let mut i = 0;
    while i < scene.len() {
        let to = source(scene, i).and_then(|after| verb(scene, i, after));
        if let Some(to) = to {
            let score = if scene.is_any(i, &["officials", "authorities", "researchers", "doctors"]) {
                0.4
            } else {
                0.65
            };
            out.push(Draft { from: i, to, category: Category::Weasel, score });
        }
        i = to.unwrap_or(i + 1);
    }
}

/// The token after an unnamed source that begins at `i`.
fn source(scene: &Scene<'_>, i: usize) -> Option<usize> {
    if !scene.has(i, VAGUE) {
        return None;
    }
    let named =
        i > 0 && scene.together(i - 1, i) && (scene.is_capital(i - 1) || scene.word(i - 1).ends_with("’s"));
    if scene.is_any(i, &COUNTS) {
        // “some”, “some experts”, “some local experts”
        let after = (i + 1..i + 3).find(|&j| scene.is_any(j, &UNNAMED)).map_or(i + 1, |j| j + 1);
        return scene.together(i, after).then_some(after);
    }
    (scene.is_any(i, &UNNAMED)
        && !named
        && !scene.follows(i, &["the", "these", "those", "its", "his", "her", "their"]))
    .then_some(i + 1)
}

/// The token after the verb that follows at `at`.
fn verb(scene: &Scene<'_>, from: usize, at: usize) -> Option<usize> {
    let at = if scene.is_any(at, &BETWEEN) { at + 1 } else { at };
    (scene.together(from, at) && scene.is_any(at, &VERBS)).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::bias::tests::{marks, spares};
    use crate::lexicon::{Lexicon, words};

    #[test]
    fn unnamed_sources_are_marked() {
        marks(
            find,
            &[
                ("Critics say the fee is high.", "Critics say/weasel"),
                ("Some believe it will pass.", "Some believe/weasel"),
                ("Many local experts have argued otherwise.", "Many local experts have argued/weasel"),
                ("The fee, observers warned, is high.", "observers warned/weasel"),
            ],
        );
    }

    #[test]
    fn every_word_here_is_vague_in_the_list_of_words() {
        let words = Lexicon::new(words::BYTES);
        let vague = |word: &&str| words.get(word).is_some_and(|tags| tags & words::VAGUE != 0);
        assert!(UNNAMED.iter().chain(&COUNTS).all(vague));
    }

    #[test]
    fn named_sources_are_not() {
        spares(
            find,
            &[
                "Pentagon officials said it worked.",
                "The union’s critics said so.",
                "The researchers said it worked.",
                "Some of the shops opened.",
                "Many experts attended. Say what?",
            ],
        );
    }
}
