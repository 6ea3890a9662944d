//! The learned part: how likely readers take a listed word as leaning where it stands, and how likely a sentence as biased.
//!
//! Two logistic regressions over [`evidence`], whose weights `make train` learns (see `train/`) and writes to `weights.txt`.

pub(super) mod evidence;

use super::{Draft, Scene};
use evidence::Sentence;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The file of weights: where it comes from in lines with `#`, then a line for each weight, `KIND NAME<TAB>WEIGHT`. The kind is
/// `marker` (evidence about a marker), `word` (an entry of a list) or `sentence` (evidence about a sentence).
const FILE: &str = include_str!("weights.txt");

/// Weights of evidence, by its number; of entries, by their words in lower case.
struct Weights {
    marker: Vec<f32>,
    words: FxHashMap<&'static str, f32>,
    sentence: [f32; evidence::OF_A_SENTENCE],
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(FILE));

impl Weights {
    fn read(file: &'static str) -> Self {
        let mut named: FxHashMap<(&str, &str), f32> = FxHashMap::default();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, weight)) = line.split_once('\t') else { continue };
            let (Some(name), Ok(weight)) = (name.split_once(' '), weight.parse()) else { continue };
            named.insert(name, weight);
        }
        let of = |kind: &str, name: &str| named.get(&(kind, name)).copied().unwrap_or(0.0);
        Self {
            marker: evidence::names().iter().map(|name| of("marker", name)).collect(),
            words: named
                .iter()
                .filter(|((kind, _), _)| *kind == "word")
                .map(|((_, word), &weight)| (*word, weight))
                .collect(),
            sentence: evidence::names_of_a_sentence().map(|name| of("sentence", name)),
        }
    }
}

/// How likely readers take the words of `draft`, an entry of a list, as leaning, 0 to 1.
pub(super) fn marker(scene: &Scene<'_>, draft: &Draft) -> f32 {
    let weights = &*WEIGHTS;
    let mut sum = 0.0;
    evidence::each(scene, draft, |number, amount| {
        sum += weights.marker.get(number).copied().unwrap_or(0.0) * amount;
    });
    let word = weights.words.get(entry(scene, draft).as_str()).copied().unwrap_or(0.0);
    rounded(logistic(sum + word))
}

/// How likely readers take a sentence as biased, 0 to 1; 0 when nothing in it leans.
pub(super) fn sentence(sentence: &Sentence) -> f32 {
    if sentence.is_calm() {
        return 0.0;
    }
    logistic(sentence.amounts().iter().zip(&WEIGHTS.sentence).map(|(amount, weight)| amount * weight).sum())
}

/// The words of `draft` as the lists have them: lower case, straight apostrophes, single spaces, no genitive.
pub(super) fn entry(scene: &Scene<'_>, draft: &Draft) -> String {
    let mut words = String::new();
    for at in draft.from..draft.to {
        if at > draft.from {
            words.push(' ');
        }
        words.push_str(scene.word(at));
    }
    if words.is_ascii() {
        words.make_ascii_lowercase();
    } else {
        words = words.to_lowercase().replace('’', "'");
    }
    if words.ends_with("'s") {
        words.truncate(words.len() - 2);
    }
    words
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Two digits are as sure as it can be.
fn rounded(score: f32) -> f32 {
    (score.clamp(0.01, 0.99) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_weights_is_read_whole() {
        let weights = FILE.lines().filter(|line| !line.starts_with('#'));
        let mut seen = 0;
        for line in weights {
            let (name, weight) = line.split_once('\t').unwrap();
            let (kind, name) = name.split_once(' ').unwrap();
            assert!(weight.parse::<f32>().is_ok_and(f32::is_finite), "{line}");
            let known = match kind {
                "marker" => evidence::names().iter().any(|known| known == name),
                "sentence" => evidence::names_of_a_sentence().contains(&name),
                kind => kind == "word",
            };
            assert!(known, "{line}");
            seen += 1;
        }
        assert!(seen > 100);
    }
}
