//! One to four words in quotation marks inside the writer's sentence that nobody is said to have said.
//! Source: Wikipedia, “Words to watch: expressions of doubt”; the guards are our own.

use super::scene::Owner;
use super::{Draft, Scene};
use crate::extract::Category;

const LONGEST: usize = 4;

/// Before a word that is mentioned, or a title: “the word ‘shall’”, “a film called ‘Dust’”.
const MENTIONS: [&str; 21] = [
    "called",
    "titled",
    "entitled",
    "named",
    "dubbed",
    "nicknamed",
    "word",
    "words",
    "term",
    "phrase",
    "song",
    "film",
    "book",
    "album",
    "show",
    "novel",
    "movie",
    "series",
    "magazine",
    "episode",
    "play",
];

/// After or before words that somebody did say.
const SAYING: [&str; 18] = [
    "said",
    "says",
    "say",
    "told",
    "added",
    "asked",
    "replied",
    "wrote",
    "tweeted",
    "called",
    "shouted",
    "chanted",
    "chanting",
    "described",
    "as",
    "saying",
    "writes",
    "adds",
];

pub(super) fn find(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let mut i = 0;
    while i < scene.len() {
        let mark = if scene.is_word(i) { None } else { close_of(scene.word(i)) };
        let close = mark.and_then(|mark| inner_end(scene, i, mark));
        let Some(close) = close else {
            i += 1;
            continue;
        };
        if is_scare(scene, i, close) {
            let stop = scene.is_any(close - 1, &[".", ",", "!", "?"]);
            let to = if stop { close - 1 } else { close };
            out.push(Draft { from: i + 1, to, category: Category::ScareQuote, score: 0.6 });
        }
        i = close + 1;
    }
}

fn close_of(open: &str) -> Option<&'static str> {
    match open {
        "“" => Some("”"),
        "\"" => Some("\""),
        "‘" => Some("’"),
        "«" => Some("»"),
        _ => None,
    }
}

/// Where the quotation that `open` begins ends, if it holds one to four words.
fn inner_end(scene: &Scene<'_>, open: usize, mark: &str) -> Option<usize> {
    let close = (open + 1..open + LONGEST + 3).find(|&j| scene.word(j) == mark)?;
    let words = (open + 1..close).filter(|&j| scene.is_word(j)).count();
    let joined = scene.together(open, close - 1);
    // A straight mark that closes stands right behind a word, one that opens does not.
    let opens = scene.span(open).end == scene.span(open + 1).start;
    ((1..=LONGEST).contains(&words) && joined && opens).then_some(close)
}

fn is_scare(scene: &Scene<'_>, open: usize, close: usize) -> bool {
    let Some(before) = open.checked_sub(1) else { return false };
    let inside = open + 1..close;
    let owned = (open..=close).any(|j| scene.owner(j) != Owner::Article);
    let within = scene.together(before, open) && scene.is_word(before);
    let title = scene.has_title_case(inside.clone());
    let mention = scene.is_any(before, &MENTIONS);
    let said = scene.is_any(before, &SAYING)
        || (scene.together(open, close + 1) && (close + 1..close + 4).any(|j| scene.is_any(j, &SAYING)));
    let clean = inside.clone().all(|j| scene.is_word(j) || j + 1 == close);
    within && clean && !owned && !title && !mention && !said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::bias::tests::{marks, spares};

    #[test]
    fn distant_words_are_marked() {
        marks(
            find,
            &[
                ("The “experts” left early.", "experts/scare-quote"),
                ("Their \"peace plan\" failed.", "peace plan/scare-quote"),
                ("They asked for ‘free and fair’ talks.", "free and fair/scare-quote"),
                ("Few trust the “reform.”", "reform/scare-quote"),
            ],
        );
    }

    #[test]
    fn titles_mentions_and_speech_are_not() {
        spares(
            find,
            &[
                "“Maybe,” she said.",
                "She said “maybe” twice.",
                "He saw “Dust And Rain” twice.",
                "He saw “Dust and Rain” twice.",
                "The word “shall” is old.",
                "He spoke of “a plan that nobody in the town had ever seen”.",
                "The 5\" pipe and the 6\" pipe broke.",
            ],
        );
    }
}
