//! How much the writer's own wording leans, sentence by sentence.

use super::learned::{self, evidence::Sentence};
use super::{Draft, Scene};
use crate::extract::findings::Lean;
use crate::text::Span;
use std::ops::Range;

/// The sentences in which something leans, and how much the article does, 0 (not at all) to 1.
///
/// What a speaker is quoted with does not count, a paraphrase by half. The article's figure is the quadratic mean of its
/// sentences by their own words, so that a leaning sentence is not lost among calm ones.
pub(super) fn of(scene: &Scene<'_>, drafts: &[Draft]) -> (Vec<Lean>, f32) {
    let sentences = sentences(scene, drafts);
    let scored =
        |(range, held): &(Range<usize>, Sentence)| (range.clone(), held.words, learned::sentence(held));
    let scored: Vec<_> = sentences.iter().map(scored).collect();
    let lean = mean(scored.iter().map(|(_, words, score)| (*words, *score)));
    let leaning = scored.into_iter().filter(|(_, _, score)| *score > 0.0);
    let lean_of = |(range, _, score): (Range<usize>, f32, f32)| Lean {
        span: Span::new(scene.span(range.start).start, scene.span(range.end.saturating_sub(1)).end),
        score: rounded(score),
    };
    (leaning.map(lean_of).collect(), rounded(lean))
}

/// The quadratic mean of scores, each with the words that it counts for.
pub(super) fn mean(scores: impl Iterator<Item = (f32, f32)>) -> f32 {
    let (words, squares) =
        scores.fold((0.0, 0.0), |(all, sum), (words, score)| (all + words, sum + score * score * words));
    if words > 0.0 { (squares / words).sqrt() } else { 0.0 }
}

/// What each sentence holds of `drafts`, which are in the order of the text.
pub(super) fn sentences(scene: &Scene<'_>, drafts: &[Draft]) -> Vec<(Range<usize>, Sentence)> {
    let mut rest = drafts;
    let mut held = |range: &Range<usize>| {
        let (own, later) = rest.split_at(rest.partition_point(|draft| draft.from < range.end));
        rest = later;
        let sentence = match own.is_empty() {
            true => Sentence::calm(scene, range.clone()),
            false => Sentence::read(scene, own, range.clone()),
        };
        (range.clone(), sentence)
    };
    scene.cuts().iter().map(&mut held).collect()
}

fn rounded(score: f32) -> f32 {
    (score * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use crate::extract::bias::tests::found;

    fn score(text: &str) -> f32 {
        found(text, &[]).lean
    }

    #[test]
    fn a_leaning_sentence_is_past_a_half_and_a_plain_one_at_nought() {
        assert!(score("The mayor’s disgraceful plan passed on Monday.") > 0.5);
        assert_eq!(score("The mayor’s plan may pass on Monday."), 0.0);
    }

    #[test]
    fn plain_text_dilutes() {
        let plain = "The council met on Monday and heard a report about the bridge. ".repeat(9);
        let mixed = format!("A disgraceful plan. {plain}");
        assert!(score(&mixed) > 0.0 && score(&mixed) < 0.4);
    }

    #[test]
    fn each_leaning_sentence_is_told() {
        let text = "The council met. The disgraceful plan passed. It rained.";
        let leans = found(text, &[]).sentences;
        assert_eq!(
            leans.iter().map(|lean| lean.span.of(text)).collect::<Vec<_>>(),
            ["The disgraceful plan passed."]
        );
        assert!(leans[0].score > 0.5);
    }
}
