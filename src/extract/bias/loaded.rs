//! Words and phrases that lean by themselves. Lists: our own `loaded.txt` and Spinde et al.'s lexicon `spinde.txt`.

use super::{Draft, Scene};
use crate::extract::Category;
use crate::extract::class::{HYPHEN, LOADED, OPENS_LOADED};
use crate::lexicon::{Lexicon, loaded, spinde};

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
    let mut i = 0;
    while i < scene.len() {
        if !(scene.has(i, HYPHEN) || scene.may_begin(i, LOADED, OPENS_LOADED)) {
            i += 1;
            continue;
        }
        let found = scene.entry(&own, i).map(|(to, tags)| draft(i, to, tags));
        let found = found.or_else(|| scene.entry(&theirs, i).map(|(to, tags)| draft(i, to, own_tags(tags))));
        let found = found.or_else(|| compound(scene, &own, i));
        match found.filter(|draft| !is_guarded(scene, draft)) {
            Some(draft) => {
                i = draft.to;
                out.push(draft);
            }
            None => i += 1,
        }
    }
}

fn draft(from: usize, to: usize, tags: u64) -> Draft {
    let listed = CATEGORIES.iter().find(|(tag, _)| tags & tag != 0);
    let category = listed.map_or(Category::LoadedLanguage, |&(_, category)| category);
    // The share of such entries that readers marked too, in the half of MBIC that the strengths were not set on.
    let score = match tags {
        tags if tags & loaded::STRONG != 0 => 0.8,
        tags if tags & loaded::WEAK != 0 => 0.4,
        _ => 0.7,
    };
    Draft { from, to, category, score }
}

/// The tags of `spinde.txt` as those of `loaded.txt`.
fn own_tags(tags: u64) -> u64 {
    let strong = if tags & spinde::STRONG != 0 { loaded::STRONG } else { 0 };
    strong | if tags & spinde::WEAK != 0 { loaded::WEAK } else { 0 }
}

/// A hyphenated word of which a part leans strongly: “horrible-looking”. “Non-” and “anti-” take the edge off.
fn compound(scene: &Scene<'_>, own: &Lexicon, i: usize) -> Option<Draft> {
    const TURNED: [&str; 4] = ["non", "anti", "not", "un"];
    let (first, _) = scene.word(i).split_once(HYPHENS)?;
    if TURNED.iter().any(|prefix| first.eq_ignore_ascii_case(prefix)) {
        return None;
    }
    let tags = scene
        .word(i)
        .split(HYPHENS)
        .find_map(|part| own.get(part).filter(|tags| tags & loaded::STRONG != 0))?;
    Some(draft(i, i + 1, tags & !loaded::STRONG))
}

fn is_guarded(scene: &Scene<'_>, draft: &Draft) -> bool {
    let alone = draft.to == draft.from + 1;
    let name = alone && scene.is_name(draft.from);
    let denied = draft.category == Category::Puffery && scene.follows(draft.from, &NEGATIONS);
    // “the Wild” in “the Wild beat the Kings”, but also a name's first word at the start of a sentence.
    let title =
        alone && draft.category == Category::Puffery && scene.opens(draft.from) && scene.is_name(draft.to);
    name || denied || title
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
                ("Lenders slapped new fees on students.", "slapped/loaded-language"),
                ("The mayor blasted the plan.", "blasted/loaded-language"),
                ("Her disastrous reform ended.", "disastrous/loaded-language"),
                ("Leaders of the regime met.", "regime/label"),
                ("They met far-right groups.", "far-right/label"),
                ("A bombshell report came out.", "bombshell/sensationalism"),
                ("The so-called reform passed.", "so-called/doubt"),
                ("It is a world-class museum.", "world-class/puffery"),
                ("The regime’s army left.", "regime’s/label"),
                ("Mayor Slams Council Over Bridge Repairs", "Slams/loaded-language"),
                ("A horrible-looking fence.", "horrible-looking/loaded-language"),
            ],
        );
    }

    #[test]
    fn plain_words_names_and_denied_praise_are_not() {
        spares(
            find,
            &[
                "The bridge opened on Monday after two years of work.",
                "Mr. Savage met the Brave of Atlanta and Dr. Grim.",
                "The result was not brilliant.",
                "Soldiers attacked the town and three people were killed.",
                "Police arrested two suspects after the protest.",
            ],
        );
    }
}
