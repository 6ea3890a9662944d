//! What the learned weights look at: how a listed word stands in its sentence, and what a sentence holds.
//!
//! Names, nationalities, first names and genders are no evidence, so that the weights know wording and not people or topics.

use crate::extract::Category;
use crate::extract::bias::{Draft, Scene};
use crate::extract::class::{
    ADVERB, AUXILIARY, CAPITAL, CONJUNCTION, CUE, Class, DETERMINER, DIGIT, ED, EPISTEMIC, ING, LOADED, LY,
    MARK, MODAL, OBJECT, POSSESSIVE, PREPOSITION, RELATIVE, ROLE, SUBJECT, SUBORDINATOR, VERB,
};
use std::ops::Range;

/// The classes of words that count, each with its name in the file of weights.
const CLASSES: [(&str, Class); 20] = [
    ("determiner", DETERMINER),
    ("possessive", POSSESSIVE),
    ("preposition", PREPOSITION),
    ("conjunction", CONJUNCTION),
    ("subordinator", SUBORDINATOR),
    ("auxiliary", AUXILIARY),
    ("modal", MODAL),
    ("subject", SUBJECT),
    ("object", OBJECT),
    ("relative", RELATIVE),
    ("adverb", ADVERB),
    ("ly", LY),
    ("ed", ED),
    ("ing", ING),
    ("digit", DIGIT),
    ("mark", MARK),
    ("role", ROLE),
    ("verb", VERB),
    ("cue", CUE),
    ("epistemic", EPISTEMIC),
];
/// All of them.
const ANY: Class = {
    let (mut any, mut number) = (0, 0);
    while number < CLASSES.len() {
        any |= CLASSES[number].1;
        number += 1;
    }
    any
};
/// Where they stand.
const PLACES: [&str; 3] = ["is", "after", "before"];
const ENDINGS: [&str; 12] =
    ["ous", "ful", "less", "able", "ist", "ists", "ism", "ish", "ness", "ive", "al", "ly"];
const CATEGORIES: [Category; 5] =
    [Category::LoadedLanguage, Category::Label, Category::Sensationalism, Category::Doubt, Category::Puffery];
const OTHERS: [&str; 8] =
    ["always", "phrase", "hyphen", "quoted", "capital", "loaded-beside", "loaded-near", "opens"];

/// How many tokens to either side are near.
const NEAR: usize = 12;

/// The names of all evidence about a marker.
pub(crate) fn names() -> Vec<String> {
    let classes =
        PLACES.iter().flat_map(|place| CLASSES.iter().map(move |(name, _)| format!("{place}:{name}")));
    let endings = ENDINGS.iter().map(|ending| format!("ends:{ending}"));
    let categories = CATEGORIES.iter().map(|category| category.name().to_owned());
    classes.chain(endings).chain(categories).chain(OTHERS.iter().map(|&name| name.to_owned())).collect()
}

/// Calls `add` with the number of each piece of evidence for and against the `draft` being taken as leaning, and how much there is.
pub(crate) fn each(scene: &Scene<'_>, draft: &Draft, mut add: impl FnMut(usize, f32)) {
    let (from, last) = (draft.from, draft.to.saturating_sub(1));
    let before = from.checked_sub(1).filter(|&at| scene.together(at, from));
    let after = Some(draft.to).filter(|&at| scene.together(last, at));
    for (place, at) in [Some(last), before, after].into_iter().enumerate() {
        let Some(at) = at.filter(|&at| scene.has(at, ANY)) else { continue };
        for (number, &(_, class)) in CLASSES.iter().enumerate() {
            if scene.has(at, class) {
                add(place * CLASSES.len() + number, 1.0);
            }
        }
    }
    let mut base = PLACES.len() * CLASSES.len();
    let word = scene.word(last);
    for (number, ending) in ENDINGS.iter().enumerate() {
        if word.len() > ending.len() + 2 && word.ends_with(ending) {
            add(base + number, 1.0);
        }
    }
    base += ENDINGS.len();
    if let Some(number) = CATEGORIES.iter().position(|&category| category == draft.category) {
        add(base + number, 1.0);
    }
    base += CATEGORIES.len();
    let near = (from.saturating_sub(NEAR)..draft.to + NEAR)
        .filter(|&at| scene.has(at, LOADED) && !(from..draft.to).contains(&at) && scene.together(at, from));
    let beside = |at: Option<usize>| at.is_some_and(|at| scene.has(at, LOADED));
    let others = [
        1.0,
        f32::from(draft.to > from + 1),
        f32::from(word.contains('-')),
        f32::from(scene.is_marked(from)),
        f32::from(scene.has(from, CAPITAL)),
        f32::from(beside(before) || beside(after)),
        near.take(4).count() as f32 / 4.0,
        f32::from(scene.opens(from)),
    ];
    for (number, amount) in others.into_iter().enumerate() {
        if amount > 0.0 {
            add(base + number, amount);
        }
    }
}

/// The epistemic categories that count for a sentence.
const COUNTED: [Category; 9] = [
    Category::Booster,
    Category::Intensifier,
    Category::Editorializing,
    Category::Generalization,
    Category::ScareQuote,
    Category::MindReading,
    Category::Implicative,
    Category::Weasel,
    Category::Hedge,
];
/// Of these, those that make no sentence lean by themselves.
const CALM: [Category; 2] = [Category::Implicative, Category::Hedge];

/// How many kinds of evidence about a sentence there are.
pub(crate) const OF_A_SENTENCE: usize = 10 + COUNTED.len();

/// The names of all evidence about a sentence, in the order of [`Sentence::amounts`].
pub(crate) fn names_of_a_sentence() -> [&'static str; OF_A_SENTENCE] {
    let mut names = [""; OF_A_SENTENCE];
    let first =
        ["always", "strongest", "second", "sum", "digits", "speech", "exclaims", "asks", "person", "length"];
    let counted = COUNTED.map(Category::name);
    for (name, given) in names.iter_mut().zip(first.into_iter().chain(counted)) {
        *name = given;
    }
    names
}

/// What the writer's own words in one sentence hold.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Sentence {
    /// The two highest scores of loaded wording, and the sum of all.
    strongest: f32,
    second: f32,
    sum: f32,
    /// How many markers of each of [`COUNTED`].
    counts: [f32; COUNTED.len()],
    /// Whether it holds a number, “said”, an exclamation mark, a question mark, and “we” or “you”.
    marks: [bool; 5],
    /// Words that count for the writer.
    pub(crate) words: f32,
}

impl Sentence {
    /// What the sentence at `range` holds: `drafts`, those in it.
    pub(crate) fn read(scene: &Scene<'_>, drafts: &[Draft], range: Range<usize>) -> Self {
        const SPEECH: [&str; 4] = ["said", "says", "according", "reported"];
        const PERSONS: [&str; 5] = ["we", "our", "us", "you", "your"];
        let own = |at: usize| scene.weight(at);
        let mut sentence = Self::calm(scene, range.clone());
        for at in range {
            // What a token is tells most of them apart from the words that are asked for.
            let [digits, speech, exclaims, asks, person] = &mut sentence.marks;
            if scene.has(at, MARK) {
                *exclaims |= scene.word(at) == "!";
                *asks |= scene.word(at) == "?";
            } else {
                *digits |= scene.has(at, DIGIT);
                *speech |= scene.has(at, CUE) && scene.is_any(at, &SPEECH);
                *person |= scene.has(at, SUBJECT | OBJECT | POSSESSIVE)
                    && own(at) > 0.0
                    && scene.is_any(at, &PERSONS);
            }
        }
        for draft in drafts {
            sentence.add(draft, own(draft.from));
        }
        sentence
    }

    /// The sentence at `range` as one in which nothing leans.
    pub(crate) fn calm(scene: &Scene<'_>, range: Range<usize>) -> Self {
        let words = range.filter(|&at| scene.is_word(at)).map(|at| scene.weight(at)).sum();
        Self { words, ..Self::default() }
    }

    /// Adds `draft`, which counts by `weight`.
    fn add(&mut self, draft: &Draft, weight: f32) {
        if let Some(counted) = COUNTED.iter().position(|&category| category == draft.category) {
            self.counts[counted] += weight;
        } else if CATEGORIES.contains(&draft.category) {
            let lean = draft.score * weight;
            (self.strongest, self.second) = match lean > self.strongest {
                true => (lean, self.strongest),
                false => (self.strongest, self.second.max(lean)),
            };
            self.sum += lean;
        }
    }

    /// Whether nothing in it leans.
    pub(crate) fn is_calm(&self) -> bool {
        let counted = COUNTED.iter().zip(self.counts);
        self.sum == 0.0
            && counted.into_iter().all(|(category, count)| count == 0.0 || CALM.contains(category))
    }

    /// How much there is of each of [`names_of_a_sentence`].
    pub(crate) fn amounts(&self) -> [f32; OF_A_SENTENCE] {
        let [digits, speech, exclaims, asks, person] = self.marks.map(f32::from);
        let sum = self.sum.min(4.0);
        let length = (self.words / 40.0).min(2.0);
        let first = [1.0, self.strongest, self.second, sum, digits, speech, exclaims, asks, person, length];
        let mut amounts = [0.0; OF_A_SENTENCE];
        let counted = self.counts.map(|count| count.min(3.0));
        for (amount, given) in amounts.iter_mut().zip(first.into_iter().chain(counted)) {
            *amount = given;
        }
        amounts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::analysis::Analysis;

    /// The names of what speaks about the word number `at` of `text`, as loaded wording.
    fn evidence(text: &str, at: usize) -> Vec<String> {
        let analysis = Analysis::of(text);
        let scene = Scene::new(&analysis, &[]);
        let draft = Draft { from: at, to: at + 1, category: Category::LoadedLanguage, score: 0.0 };
        let (names, mut found) = (names(), Vec::new());
        each(&scene, &draft, |number, _| found.push(names[number].clone()));
        found
    }

    #[test]
    fn a_word_is_seen_with_its_neighbours() {
        let found = evidence("The very disgraceful plan of the brutal board passed.", 2);
        for name in ["after:epistemic", "ends:ful", "loaded-language", "always", "loaded-near"] {
            assert!(found.iter().any(|f| f == name), "{name} of {found:?}");
        }
        assert!(!found.iter().any(|f| f == "loaded-beside" || f == "opens"));
    }

    #[test]
    fn names_are_no_evidence() {
        let of =
            |name: &str| evidence(&format!("The disgraceful {name} plan passed in {name} on Monday."), 1);
        assert_eq!(of("Brill"), of("Wuhan"));
        assert_eq!(of("Danish"), of("Chinese"));
        assert_eq!(of("Ida"), of("Kevin"));
    }

    #[test]
    fn every_evidence_has_one_name() {
        let mut names = names();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
