//! Two logistic regressions, one on top of the other: how likely a listed word is marked, then how likely a sentence is biased.

use crate::FOLDS;
use crate::sentences::Sentence;
use linfa::prelude::*;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2};
use scarequote::extract::learning::{self, Example};
use std::collections::BTreeMap;

/// How strongly weights are held back (L2): of words, which are many, and of sentences.
const HELD: f64 = 10.0;
const HELD_OF_SENTENCES: f64 = 3.0;
/// An entry has a weight of its own when it stands in so many sentences.
const SEEN: usize = 2;
/// How much rarer leaning words are in news than in the sentences, in log odds: 6.6 % of the words of MBIC, whose sentences were
/// picked for bias, 3.6 % of those of BABE (Spinde et al. 2021).
const RARER: f64 = -0.64;

/// What was learned.
pub struct Learned {
    /// By number of evidence.
    pub markers: Vec<f64>,
    pub words: BTreeMap<String, f64>,
    /// By number of evidence about a sentence.
    pub sentences: Vec<f64>,
}

impl Learned {
    /// The scores of the listed words of `sentence`, as the core gives them.
    pub fn scores(&self, sentence: &Sentence) -> Vec<f32> {
        let score = |example: &Example| {
            let seen: f64 =
                example.evidence.iter().map(|&(number, much)| self.markers[number] * f64::from(much)).sum();
            let word = self.words.get(&example.entry).copied().unwrap_or(0.0);
            ((logistic(seen + word).clamp(0.01, 0.99) * 100.0).round() / 100.0) as f32
        };
        sentence.examples.iter().map(score).collect()
    }

    /// How much `sentence` leans when its listed words have the `scores`.
    pub fn lean(&self, sentence: &Sentence, scores: &[f32]) -> f32 {
        learning::lean(&sentence.text, scores, &|amounts| {
            logistic(
                amounts.iter().zip(&self.sentences).map(|(&much, weight)| f64::from(much) * weight).sum(),
            ) as f32
        })
    }
}

/// Learns from `all`.
pub fn everything(all: &[Sentence]) -> Learned {
    from(&all.iter().collect::<Vec<_>>())
}

/// Learns from `taught`. The sentences' weights are learned from scores that were not learned from those sentences.
pub fn from(taught: &[&Sentence]) -> Learned {
    let mut learned = markers(taught);
    let mut scores = vec![vec![]; taught.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Sentence> =
            taught.iter().enumerate().filter(|(number, _)| number % FOLDS != fold).map(|(_, s)| *s).collect();
        let apart = markers(&others);
        for (number, sentence) in taught.iter().enumerate().filter(|(number, _)| number % FOLDS == fold) {
            scores[number] = apart.scores(sentence);
        }
    }
    learned.sentences = sentences(taught, &scores);
    // A half is where sentences are told apart best.
    let leans: Vec<f32> = taught.iter().zip(&scores).map(|(s, scores)| learned.lean(s, scores)).collect();
    let judged = |limit: i32| {
        let called = |lean: f32| lean >= limit as f32 / 100.0;
        crate::report::macro_f1(taught.iter().zip(&leans).map(|(s, &lean)| (s.biased, called(lean))))
    };
    // Of limits that lie close together none is better by chance.
    let around = |limit: i32| (limit - 3..=limit + 3).map(judged).sum::<f32>();
    let best =
        (20..80).max_by(|&a, &b| around(a).total_cmp(&around(b))).map(|percent| percent as f32 / 100.0);
    let best = f64::from(best.unwrap_or(0.5));
    learned.sentences[0] -= (best / (1.0 - best)).ln();
    learned
}

/// The weights of markers alone.
fn markers(taught: &[&Sentence]) -> Learned {
    let (names, of_a_sentence) = learning::names();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for sentence in taught {
        let mut entries: Vec<&str> = sentence.examples.iter().map(|e| e.entry.as_str()).collect();
        entries.sort_unstable();
        entries.dedup();
        entries.into_iter().for_each(|entry| *seen.entry(entry).or_default() += 1);
    }
    let entries: BTreeMap<&str, usize> = seen
        .into_iter()
        .filter(|&(_, count)| count >= SEEN)
        .enumerate()
        .map(|(number, (entry, _))| (entry, names.len() + number))
        .collect();
    let always = names.iter().position(|name| name == "always").unwrap_or(0);
    let rows = taught
        .iter()
        .flat_map(|s| s.examples.iter().map(move |e| (s.is_marked(e.span.start, e.span.end), e)));
    let rows: Vec<(bool, Vec<(usize, f64)>)> = rows
        .map(|(marked, e)| {
            let evidence = e.evidence.iter().filter(|(number, _)| *number != always);
            let evidence = evidence.map(|&(number, much)| (number, f64::from(much)));
            (marked, evidence.chain(entries.get(e.entry.as_str()).map(|&number| (number, 1.0))).collect())
        })
        .collect();
    let (intercept, weights) = regression(&rows, names.len() + entries.len(), HELD);
    let mut markers = weights[..names.len()].to_vec();
    markers[always] = intercept + RARER;
    let words = entries.into_iter().map(|(entry, number)| (entry.to_owned(), weights[number])).collect();
    Learned { markers, words, sentences: vec![0.0; of_a_sentence.len()] }
}

/// The weights of sentences, from texts that are one sentence.
fn sentences(taught: &[&Sentence], scores: &[Vec<f32>]) -> Vec<f64> {
    let mut rows = Vec::new();
    for (sentence, scores) in taught.iter().zip(scores) {
        if let [amounts] = learning::sentences(&sentence.text, scores).as_slice() {
            let amounts = amounts.iter().enumerate().skip(1).map(|(number, &much)| (number, f64::from(much)));
            rows.push((sentence.biased, amounts.collect()));
        }
    }
    let (_, names) = learning::names();
    let (intercept, mut weights) = regression(&rows, names.len(), HELD_OF_SENTENCES);
    weights[0] = intercept;
    weights
}

/// The intercept and the weights of a logistic regression on `rows`: what is so, and the evidence.
fn regression(rows: &[(bool, Vec<(usize, f64)>)], width: usize, held: f64) -> (f64, Vec<f64>) {
    let mut x = Array2::zeros((rows.len(), width));
    for (row, (_, evidence)) in rows.iter().enumerate() {
        for &(column, much) in evidence {
            x[(row, column)] = much;
        }
    }
    let y: Array1<bool> = rows.iter().map(|(so, _)| *so).collect();
    let fitted = LogisticRegression::default()
        .alpha(held)
        .max_iterations(1000)
        .gradient_tolerance(1e-5)
        .fit(&Dataset::new(x, y))
        .expect("the sentences should hold both kinds");
    let sign = if fitted.labels().pos.class { 1.0 } else { -1.0 };
    (sign * fitted.intercept(), fitted.params().iter().map(|weight| sign * weight).collect())
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
