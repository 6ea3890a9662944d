//! Words and phrases that lean by themselves. Lists: our own in the folder `loaded`, a file for each category with its source and
//! with examples, and Spinde et al.'s lexicon `spinde.txt`; how much each weighs where it stands is learned ([`learned`]).

use super::{Draft, Scene, learned};
use crate::extract::Category;
use crate::extract::class::{HYPHEN, LOADED, OPENS_LOADED};
use crate::lexicon::{Lexicon, loaded, spinde};
use rustc_hash::FxHashMap;

const CATEGORIES: [(u64, Category); 4] = [
    (loaded::DOUBT, Category::Doubt),
    (loaded::LABEL, Category::Label),
    (loaded::SENSATIONALISM, Category::Sensationalism),
    (loaded::PUFFERY, Category::Puffery),
];

const HYPHENS: [char; 3] = ['-', '‐', '‑'];

/// “not brilliant” is no praise.
const NEGATIONS: [&str; 8] = ["not", "never", "hardly", "isn't", "isn’t", "wasn't", "wasn’t", "no"];

pub(super) fn find(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let (own, theirs) = (Lexicon::new(loaded::BYTES), Lexicon::new(spinde::BYTES));
    let (mut known, mut known_theirs) = (FxHashMap::default(), FxHashMap::default());
    let mut i = 0;
    while i < scene.len() {
        if !(scene.has(i, HYPHEN) || scene.may_begin(i, LOADED, OPENS_LOADED)) {
            i += 1;
            continue;
        }
        let entry = scene.entry_of(&own, i, OPENS_LOADED, &mut known);
        let harmless = entry.filter(|(_, tags)| tags & loaded::HARMLESS != 0).map(|(to, _)| to);
        let found = entry.map(|(to, tags)| draft(i, to, tags));
        let found = found.or_else(|| {
            scene.entry_of(&theirs, i, OPENS_LOADED, &mut known_theirs).map(|(to, _)| draft(i, to, 0))
        });
        let found = found.or_else(|| compound(scene, &own, i));
        if let Some(to) = harmless {
            i = to;
            continue;
        }
        match found.filter(|draft| !is_guarded(scene, draft)) {
            Some(mut draft) => {
                i = draft.to;
                draft.score = learned::marker(scene, &draft);
                out.push(draft);
            }
            None => i += 1,
        }
    }
}

fn draft(from: usize, to: usize, tags: u64) -> Draft {
    let listed = CATEGORIES.iter().find(|(tag, _)| tags & tag != 0);
    let category = listed.map_or(Category::LoadedLanguage, |&(_, category)| category);
    Draft { from, to, category, score: 0.0 }
}

/// A hyphenated word of which a part leans: “horrible-looking”. “Non-” and “anti-” take the edge off.
fn compound(scene: &Scene<'_>, own: &Lexicon, i: usize) -> Option<Draft> {
    const TURNED: [&str; 4] = ["non", "anti", "not", "un"];
    let (first, _) = scene.word(i).split_once(HYPHENS)?;
    if TURNED.iter().any(|prefix| first.eq_ignore_ascii_case(prefix)) {
        return None;
    }
    let tags = scene.word(i).split(HYPHENS).find_map(|part| own.get(part))?;
    Some(draft(i, i + 1, tags))
}

fn is_guarded(scene: &Scene<'_>, draft: &Draft) -> bool {
    let alone = draft.to == draft.from + 1;
    let name = alone && scene.is_name(draft.from);
    let denied = draft.category == Category::Puffery && scene.follows(draft.from, &NEGATIONS);
    // “the Wild” in “the Wild beat the Kings”, but also a name's first word at the start of a sentence.
    let title =
        alone && draft.category == Category::Puffery && scene.opens(draft.from) && scene.is_name(draft.to);
    // “the so-called Northern Compact”: that is what it is called.
    let called = scene.is(draft.from, "so-called") && scene.is_name(draft.to);
    name || denied || title || called
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::bias::tests::{marks, spares};

    #[test]
    fn loaded_words_are_marked() {
        marks(
            find,
            &[
                ("The regime’s army left.", "regime’s/label"),
                ("A horrible-looking fence.", "horrible-looking/loaded-language"),
            ],
        );
    }

    #[test]
    fn plain_words_names_and_denied_praise_are_not() {
        spares(
            find,
            &[
                "Mr. Savage met the Brave of Atlanta and Dr. Grim.",
                "Soldiers attacked the town and three people were killed.",
                "Her training regime starts at six, whatever the gross income.",
            ],
        );
    }
}
