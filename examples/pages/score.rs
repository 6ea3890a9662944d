//! How well a text agrees with the one that was expected.

use std::collections::HashMap;
use std::hash::Hash;

/// How many units two texts share, and how many each has.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shared {
    pub(crate) both: usize,
    pub(crate) found: usize,
    pub(crate) expected: usize,
}

impl Shared {
    /// Of the units of `found` and `expected`, each as often as it occurs.
    fn of<T: Hash + Eq>(found: &[T], expected: &[T]) -> Shared {
        let mut left: HashMap<&T, usize> = HashMap::new();
        for unit in expected {
            *left.entry(unit).or_default() += 1;
        }
        let both = found.iter().filter(|unit| match left.get_mut(unit) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        });
        Shared { both: both.count(), found: found.len(), expected: expected.len() }
    }

    /// Of single words.
    pub(crate) fn words(found: &str, expected: &str) -> Shared {
        Shared::of(&words(found), &words(expected))
    }

    /// Of runs of four words, as in the benchmark of article extraction.
    pub(crate) fn runs(found: &str, expected: &str) -> Shared {
        Shared::of(&runs(&words(found)), &runs(&words(expected)))
    }

    pub(crate) fn add(&mut self, other: Shared) {
        self.both += other.both;
        self.found += other.found;
        self.expected += other.expected;
    }

    /// Which part of what was found is right. All, when nothing was found and nothing expected.
    pub(crate) fn precision(self) -> f64 {
        part(self.both, self.found, self.expected == 0)
    }

    /// Which part of what was expected was found.
    pub(crate) fn recall(self) -> f64 {
        part(self.both, self.expected, self.found == 0)
    }

    pub(crate) fn f1(self) -> f64 {
        f1(self.precision(), self.recall())
    }
}

pub(crate) fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

fn part(both: usize, all: usize, none_is_right: bool) -> f64 {
    match all {
        0 if none_is_right => 1.0,
        0 => 0.0,
        _ => both as f64 / all as f64,
    }
}

/// Runs of letters, digits and underscores.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect()
}

/// All runs of four words; one of fewer when there are no four.
fn runs<'a>(words: &'a [&'a str]) -> Vec<&'a [&'a str]> {
    match words.len() {
        0 => Vec::new(),
        1..=4 => vec![words],
        _ => words.windows(4).collect(),
    }
}
