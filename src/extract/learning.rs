//! For `train/` alone: what the learned weights of `bias/learned` are learned from. Nothing of it is in the page or the worker.

use super::analysis::Analysis;
use super::bias::{self, Lesson};
use super::{Structure, progress::Progress, quotes, speakers};

pub use super::bias::Example;

/// The names of all evidence about a marker and about a sentence, in the order of their numbers.
pub fn names() -> (Vec<String>, Vec<String>) {
    bias::evidence_names()
}

/// The listed words of `text` with the evidence about them.
pub fn read(text: &str) -> Vec<Example> {
    with_lesson(text, |lesson| lesson.examples())
}

/// How much `text` leans, 0 to 1, when its listed words have the `scores` and `of` weighs the evidence about a sentence.
pub fn lean(text: &str, scores: &[f32], of: &dyn Fn(&[f32]) -> f32) -> f32 {
    with_lesson(text, |lesson| lesson.lean(scores, of))
}

/// The evidence about each sentence of `text`, when its listed words have the `scores`.
pub fn sentences(text: &str, scores: &[f32]) -> Vec<Vec<f32>> {
    with_lesson(text, |lesson| lesson.sentences(scores))
}

fn with_lesson<T>(text: &str, look: impl FnOnce(&Lesson<'_>) -> T) -> T {
    let mut ignore = |_| ();
    let mut progress = Progress::new(text.len(), &mut ignore);
    let a = Analysis::new(text, &Structure::default(), &mut progress);
    let drafts = quotes::find(&a, &mut progress);
    let (quotes, _) = speakers::resolve(&a, &drafts, &mut progress);
    look(&Lesson::new(&a, &quotes))
}
