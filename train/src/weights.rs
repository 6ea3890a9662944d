//! The file of weights.

use crate::learn::Learned;
use scarequote::extract::learning;

/// Smaller weights are left out.
const LEAST: f64 = 0.02;

const HEADER: &str = "\
# How much each kind of evidence speaks for a leaning word, and each kind of marker for a biased sentence, in log odds.
# source: learned by `make train` from MBIC (Spinde et al. 2021, Apache-2.0); no name, nationality or topic is among the evidence.
# licence: MIT OR Apache-2.0, with attribution to MBIC
";

/// `learned` as a file.
pub fn file(learned: &Learned) -> String {
    let (markers, sentences) = learning::names();
    let mut lines = Vec::new();
    let mut add = |kind: &str, name: &str, weight: f64| {
        if weight.abs() >= LEAST {
            lines.push(format!("{kind} {name}\t{weight:.2}\n"));
        }
    };
    markers.iter().zip(&learned.markers).for_each(|(name, &weight)| add("marker", name, weight));
    sentences.iter().zip(&learned.sentences).for_each(|(name, &weight)| add("sentence", name, weight));
    learned.words.iter().for_each(|(entry, &weight)| add("word", entry, weight));
    HEADER.to_owned() + &lines.concat()
}
