//! Words and phrases that tell how sure, how strong and whose view. Lists: a file for each
//! category in the folder `epistemic`, with its source and with examples.

use super::scene::Owner;
use super::{Draft, Scene};
use crate::extract::Category;
use crate::extract::class::{EPISTEMIC, OPENS_EPISTEMIC, PREPOSITION};
use crate::lexicon::{Lexicon, epistemic};
use rustc_hash::FxHashMap;

/// A tag, its category, and how sure the list alone makes us.
const CATEGORIES: [(u64, Category, f32); 9] = [
    (epistemic::HEDGE, Category::Hedge, 0.6),
    (epistemic::BOOSTER, Category::Booster, 0.6),
    (epistemic::INTENSIFIER, Category::Intensifier, 0.6),
    (epistemic::FACTIVE, Category::Factive, 0.55),
    (epistemic::IMPLICATIVE, Category::Implicative, 0.5),
    (epistemic::EDITORIALIZING, Category::Editorializing, 0.6),
    (epistemic::WEASEL, Category::Weasel, 0.6),
    (epistemic::GENERALIZATION, Category::Generalization, 0.55),
    (epistemic::MIND_READING, Category::MindReading, 0.5),
];

/// “I hope to”, “we believe that”: who speaks of their own mind reads nobody else's.
const FIRST_PERSON: [&str; 4] = ["i", "we", "you", "to"];
/// “the hopes that”, “high hopes for”: a noun, which reads no mind either.
const ARTICLES: [&str; 9] = ["the", "a", "an", "his", "her", "their", "its", "any", "high"];
/// “this kind of bridge” sorts, “kind of late” hedges.
const SORTS: [&str; 15] = [
    "the", "a", "this", "that", "some", "any", "what", "which", "every", "no", "one", "another", "same",
    "right", "new",
];
/// “not everyone”, “almost always” say less than all.
const LIMITS: [&str; 6] = ["not", "almost", "nearly", "virtually", "hardly", "isn’t"];

pub(super) fn find(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let list = Lexicon::new(epistemic::BYTES);
    let mut known = FxHashMap::default();
    let mut i = 0;
    while i < scene.len() {
        let may_begin = scene.may_begin(i, EPISTEMIC, OPENS_EPISTEMIC);
        let entry = may_begin.then(|| scene.entry_of(&list, i, OPENS_EPISTEMIC, &mut known)).flatten();
        let found = entry.filter(|&(to, _)| to > i + 1 || !scene.is_name(i));
        let Some((to, tags)) = found else {
            i += 1;
            continue;
        };
        let listed = CATEGORIES.iter().find(|(tag, ..)| tags & tag != 0);
        if let Some(&(_, category, score)) = listed
            && !is_guarded(scene, i, to, category)
        {
            out.push(Draft { from: i, to, category, score });
        }
        i = to;
    }
}

fn is_guarded(scene: &Scene<'_>, from: usize, to: usize, category: Category) -> bool {
    let before_a_word = scene.is_word(to) && scene.together(from, to);
    match category {
        // Who tells what they themselves feel reads nobody's mind.
        Category::MindReading => {
            let told = matches!(scene.owner(from), Owner::Quote(_));
            told || scene.follows(from, &FIRST_PERSON) || scene.follows(from, &ARTICLES)
        }
        // “everyone in the room” can be counted.
        Category::Generalization => {
            let all = scene.is(to, "of") || scene.is(to + 1, "this");
            let counted = to == from + 1 && scene.has(to, PREPOSITION) && !all;
            scene.follows(from, &LIMITS) || counted
        }
        // “too” at the end of a clause means “also”; “the very spot” is that one.
        Category::Intensifier => {
            let also = scene.is(from, "too") && !before_a_word;
            let that = scene.is(from, "very") && scene.follows(from, &["the", "this", "that"]);
            also || that && !scene.word(to).ends_with("st")
        }
        // “rather than” compares; “in May” is a month; “might” after “the” is strength.
        Category::Hedge => {
            let compares = scene.is(from, "rather") && scene.is(to, "than");
            let noun =
                scene.is(from, "might") && scene.follows(from, &["the", "military", "his", "its", "their"]);
            let month = scene.word(from) == "May" && (scene.is_name(to) || !before_a_word);
            let sort = scene.is_any(from, &["kind", "sort"]) && scene.follows(from, &SORTS);
            compares || noun || month || sort
        }
        // “must-see”, and “the should of it”, are rare; “a must” is a noun.
        Category::Editorializing => scene.is(from, "must") && scene.follows(from, &["a"]),
        _ => false,
    }
}
