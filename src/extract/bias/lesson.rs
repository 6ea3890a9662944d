//! A text as the learner of the weights sees it; not part of the page or the worker.

use super::learned::{self, evidence, evidence::Sentence};
use super::{Draft, Scene, drafts, lean, loaded};
use crate::extract::Quote;
use crate::extract::analysis::Analysis;
use crate::extract::progress::Progress;
use crate::text::Span;
use std::ops::Range;

/// A listed word where it stands.
#[derive(Clone, Debug)]
pub struct Example {
    /// The words, in bytes of the text.
    pub span: Span,
    /// The entry of the list.
    pub entry: String,
    /// Numbers of evidence, with how much of it there is.
    pub evidence: Vec<(usize, f32)>,
}

/// A text with what the rules find in it.
pub(crate) struct Lesson<'t> {
    scene: Scene<'t>,
    drafts: Vec<Draft>,
    /// The numbers of those drafts whose scores are learned.
    listed: Vec<usize>,
}

/// The names of all evidence about a marker and about a sentence.
pub(crate) fn evidence_names() -> (Vec<String>, Vec<String>) {
    (evidence::names(), evidence::names_of_a_sentence().map(str::to_owned).into())
}

impl<'t> Lesson<'t> {
    pub(crate) fn new(a: &'t Analysis<'t>, quotes: &[Quote]) -> Self {
        let scene = Scene::new(a, quotes);
        let drafts = drafts(&scene, &mut Progress::new(a.text.len(), &mut |_| ()));
        let mut learned = Vec::new();
        loaded::find(&scene, &mut learned);
        let listed = (0..drafts.len()).filter(|&number| learned.contains(&drafts[number])).collect();
        Self { scene, drafts, listed }
    }

    pub(crate) fn examples(&self) -> Vec<Example> {
        let example = |&number: &usize| {
            let draft = &self.drafts[number];
            let mut seen = Vec::new();
            evidence::each(&self.scene, draft, |number, amount| seen.push((number, amount)));
            let end = self.scene.span(draft.to.saturating_sub(1)).end;
            Example {
                span: Span::new(self.scene.span(draft.from).start, end),
                entry: learned::entry(&self.scene, draft),
                evidence: seen,
            }
        };
        self.listed.iter().map(example).collect()
    }

    pub(crate) fn sentences(&self, scores: &[f32]) -> Vec<Vec<f32>> {
        let drafts = self.scored(scores);
        let held = |range: &Range<usize>| {
            let within: Vec<Draft> =
                drafts.iter().filter(|draft| range.contains(&draft.from)).copied().collect();
            Sentence::read(&self.scene, &within, range.clone()).amounts().into()
        };
        self.scene.cuts().iter().map(held).collect()
    }

    pub(crate) fn lean(&self, scores: &[f32], of: &dyn Fn(&[f32]) -> f32) -> f32 {
        let sentences = lean::sentences(&self.scene, &self.scored(scores));
        let score = |held: &Sentence| if held.is_calm() { 0.0 } else { of(&held.amounts()) };
        lean::mean(sentences.iter().map(|(_, held)| (held.words, score(held))))
    }

    fn scored(&self, scores: &[f32]) -> Vec<Draft> {
        let mut drafts = self.drafts.clone();
        for (&number, &score) in self.listed.iter().zip(scores) {
            drafts[number].score = score;
        }
        drafts
    }
}
