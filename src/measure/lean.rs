//! How much an article leans, sentence by sentence, once a person has judged its markers.

use crate::document::{Annotation, Document, State};
use crate::extract::{Lean, Tier};

/// The sentences of `document` that lean as far as loaded wording in them is `shown`, in the order of the text, and how much the whole
/// article does, 0 to 1.
///
/// A sentence is as the core scored it; with a marker of the article's own voice that a person has made or accepted it leans for sure;
/// and it no longer leans when it held loaded wording and none of it is left. The article's figure follows: it is the core's as long as
/// nothing was judged.
pub(super) fn leaning(document: &Document, shown: impl Fn(&Annotation) -> bool) -> (Vec<Lean>, f32) {
    let reading = &document.article.reading;
    let mut marks: Vec<Mark> = document.annotations().filter_map(|(_, a)| mark(a, &shown)).collect();
    marks.sort_unstable();
    let (mut before, mut after) = (0.0, 0.0);
    let mut left = Vec::new();
    for lean in &reading.bias_sentences {
        let inside = |at: usize| marks.partition_point(|mark| mark.0 < at);
        let held = marks.get(inside(lean.span.start)..inside(lean.span.end)).unwrap_or_default();
        let words = document.article.words(lean.span).split_whitespace().count() as f32;
        before += words * lean.score * lean.score;
        let score = match held {
            _ if held.iter().any(|&(_, _, sure)| sure > 0) => 1.0,
            [] => lean.score,
            _ if held.iter().any(|&(_, stands, _)| stands > 0) => lean.score,
            _ => continue,
        };
        after += words * score * score;
        left.push(Lean { span: lean.span, score });
    }
    let share = if before > 0.0 { (after / before).sqrt() } else { 0.0 };
    (left, (reading.bias_score * share).min(1.0))
}

/// Loaded wording: its first byte, whether it stands, and whether it stands in the article's own voice and a person says so. Of a type
/// that is sorted elsewhere too: another way to sort would cost the page's download some kilobytes.
type Mark = (usize, usize, u32);

fn mark(annotation: &Annotation, shown: impl Fn(&Annotation) -> bool) -> Option<Mark> {
    let marker = annotation.as_marker().filter(|marker| marker.category.tier() == Tier::Loaded)?;
    let stands = annotation.state != State::Rejected && shown(annotation);
    let sure = stands && annotation.state == State::Accepted && marker.quote.is_none();
    Some((marker.span.start, usize::from(stands), u32::from(sure)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::document::tagging::set_state;
    use crate::extract::extract;

    #[test]
    fn a_sentence_leans_as_long_as_its_wording_stands() {
        let text =
            "The ferry left. A disgraceful regime fell at last. A brutal winter came, it seems, to the town.";
        let mut document = Document::new(Article::new(text));
        document.suggest(extract(text));
        let score = document.article.reading.bias_score;
        let (first, all) = leaning(&document, |_| true);
        assert_eq!(first, document.article.reading.bias_sentences);
        assert!((all - score).abs() < 1e-6 && score > 0.0);
        let judge = |document: &mut Document, word: &str, state| {
            let id = document
                .in_order()
                .into_iter()
                .find(|&id| document.get(id).is_some_and(|a| document.article.words(a.anchor()) == word));
            set_state(document, id.unwrap(), state).unwrap().apply(document).unwrap();
        };
        judge(&mut document, "brutal", State::Rejected);
        let (second, less) = leaning(&document, |_| true);
        assert_eq!(second.len(), first.len() - 1);
        assert!(less < all);
        judge(&mut document, "regime", State::Accepted);
        let (third, more) = leaning(&document, |_| true);
        assert_eq!(third[0].score, 1.0);
        assert!(more > less);
        assert_eq!(leaning(&document, |_| false), (vec![], 0.0));
    }
}
