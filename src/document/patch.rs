//! Corrections of the text itself, and how everything that points into it moves with them.

use super::{Annotation, Article, Block, Body, Document};
use crate::text::{OffsetIndex, Span};
use std::rc::Rc;

/// Words that take the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// What is taken out, in bytes of the text before; empty where words are put in only.
    pub span: Span,
    /// What comes in its place.
    pub words: String,
}

/// A document before and after its text was corrected.
#[derive(Clone, Debug, PartialEq)]
pub struct Rewrite {
    /// As it was.
    pub before: Document,
    /// As it is to be.
    pub after: Document,
    /// What changes in the text, in order, apart from each other.
    pub patches: Vec<Patch>,
}

impl Rewrite {
    /// The document with its text patched, and what points into the text moved along. A span whose words are all taken out is gone,
    /// and so is an annotation without any. `None` when the patches do not fit the text.
    pub fn new(before: &Document, patches: Vec<Patch>) -> Option<Self> {
        let text = patched(&before.article.text, &patches)?;
        let with_words = |span: &Span| !span.of(&text).trim().is_empty();
        let after = before.with_text(&text, |span| moved(span, &patches).filter(with_words));
        Some(Self { before: before.clone(), after, patches })
    }

    /// How many annotations have lost a span.
    pub fn lost(&self) -> usize {
        let whole = |annotation: &Annotation| annotation.spans().count();
        let kept = |id| self.after.get(id).map_or(0, |annotation| whole(annotation));
        self.before.annotations().filter(|(id, annotation)| kept(*id) < whole(annotation)).count()
    }

    /// Where the patched words stand in the text after, each in its own span.
    pub fn places(&self) -> Vec<Span> {
        let (mut came, mut went) = (0, 0);
        let place = |patch: &Patch| {
            let start = patch.span.start + came - went;
            (came, went) = (came + patch.words.len(), went + patch.span.len());
            Span::new(start, start + patch.words.len())
        };
        self.patches.iter().map(place).collect()
    }

    /// Where the words of `span` (bytes of the text before) stand after; `None` when none is left.
    pub fn moved(&self, span: Span) -> Option<Span> {
        moved(span, &self.patches)
    }

    /// The way back.
    pub(super) fn inverse(&self) -> Self {
        let back = |(patch, span): (&Patch, Span)| Patch {
            span,
            words: patch.span.of(&self.before.article.text).to_owned(),
        };
        let patches = self.patches.iter().zip(self.places()).map(back).collect();
        Self { before: self.after.clone(), after: self.before.clone(), patches }
    }
}

/// `None` when patches are out of order, out of range or cut a character.
fn patched(text: &str, patches: &[Patch]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for Patch { span, words } in patches {
        out.push_str(text.get(done..span.start)?);
        out.push_str(words);
        text.get(span.start..span.end)?;
        done = span.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// Where the words of `span` stand after the patches; `None` when none is left. What is put in at an end does not belong to it; what
/// takes the place of its first or last words does.
fn moved(span: Span, patches: &[Patch]) -> Option<Span> {
    let new = Span::new(moved_end(span.start, false, patches), moved_end(span.end, true, patches));
    (!new.is_empty()).then_some(new)
}

fn moved_end(at: usize, is_end: bool, patches: &[Patch]) -> usize {
    let (mut came, mut went) = (0, 0);
    for Patch { span, words } in patches {
        let put_in_here = span.is_empty() && span.start == at;
        if at < span.start || (at == span.start && !put_in_here) || (put_in_here && is_end) {
            break;
        }
        if at < span.end {
            // Within what is taken out: a start goes behind what comes in its place, an end before it.
            return span.start + came - went + if is_end { 0 } else { words.len() };
        }
        came += words.len();
        went += span.len();
    }
    at + came - went
}

impl Document {
    /// This document on another text, with each span where `moved` puts it.
    fn with_text(&self, text: &str, moved: impl Fn(Span) -> Option<Span>) -> Self {
        let stays = |annotation: &Annotation| {
            annotation.spans().any(|(part, _, span)| part == annotation.main_part() && moved(span).is_some())
        };
        let mut after = self.clone();
        after.article = Rc::new(self.article.with_text(text, &moved));
        for (id, annotation) in self.annotations() {
            let mut new = Annotation::clone(annotation);
            match &mut new.body {
                Body::Quote(quote) => {
                    for spans in [&mut quote.content, &mut quote.source, &mut quote.cue] {
                        spans.retain_mut(|span| keep(span, &moved));
                    }
                }
                Body::Own(own) => drop(keep(&mut own.span, &moved)),
                Body::Bias(marker) => {
                    keep(&mut marker.span, &moved);
                    marker.quote =
                        marker.quote.filter(|&quote| self.get(quote).is_some_and(|quote| stays(quote)));
                }
            }
            if !stays(annotation) {
                after.set(id, None);
            } else if new != **annotation {
                after.set(id, Some(Rc::new(new)));
            }
        }
        for (name, mentions) in self.speakers().iter() {
            after.set_speaker(name, Some(mentions.iter().filter_map(|&mention| moved(mention)).collect()));
        }
        after
    }
}

impl Article {
    fn with_text(&self, text: &str, moved: impl Fn(Span) -> Option<Span>) -> Self {
        let mut after = self.clone();
        after.text = text.into();
        after.index = Rc::new(OffsetIndex::new(text));
        let block = |block: &Block| Some(Block { span: moved(block.span)?, ..*block });
        after.blocks = self.blocks.iter().filter_map(block).collect();
        after.reading.boilerplate.retain_mut(|aside| keep(&mut aside.span, &moved));
        after.reading.bias_sentences.retain_mut(|lean| keep(&mut lean.span, &moved));
        after
    }
}

/// Moves `span`; false when none of its words is left.
fn keep(span: &mut Span, moved: impl Fn(Span) -> Option<Span>) -> bool {
    moved(*span).map(|new| *span = new).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;

    fn document(text: &str) -> Document {
        let mut document = Document::new(Article::new(text));
        document.suggest(extract(text));
        document
    }

    fn patch(text: &str, old: &str, new: &str) -> Patch {
        let start = text.find(old).unwrap();
        Patch { span: Span::new(start, start + old.len()), words: new.into() }
    }

    #[test]
    fn spans_move_with_their_words() {
        let text = "The ferry: “We wiat at dawn,” Ada Mos said. A brutal storm.";
        let patches = vec![patch(text, "wiat", "wait"), patch(text, "Mos", "Moss")];
        let rewrite = Rewrite::new(&document(text), patches).unwrap();
        let after = &rewrite.after;
        assert_eq!(&*after.article.text, "The ferry: “We wait at dawn,” Ada Moss said. A brutal storm.");
        let words = |id| {
            after.get(id).unwrap().spans().map(|(_, _, span)| after.article.words(span)).collect::<Vec<_>>()
        };
        let all: Vec<_> = after.in_order().into_iter().map(words).collect();
        assert_eq!(all[0], ["We wait at dawn,", "Ada Moss", "said"]);
        assert_eq!(all[1], ["brutal"]);
        assert_eq!((rewrite.lost(), rewrite.places()), (0, vec![Span::new(17, 21), Span::new(38, 42)]));
    }

    #[test]
    fn words_that_are_taken_out_take_their_annotation_along() {
        let text = "“A brutal end,” Ada Moss said. It is a shocking, shocking storm.";
        let whole = "“A brutal end,” Ada Moss said. ";
        let rewrite = Rewrite::new(&document(text), vec![patch(text, whole, "")]).unwrap();
        assert!(rewrite.lost() >= 2);
        assert!(rewrite.after.annotations().all(|(_, a)| a.as_quote().is_none()));
        let quote =
            Rewrite::new(&document(text), vec![patch(text, "“A brutal end,” Ada Moss", "It was")]).unwrap();
        assert!(quote.after.annotations().all(|(_, a)| a.as_marker().is_some_and(|m| m.quote.is_none())));
    }

    #[test]
    fn what_is_put_in_at_an_end_stays_outside() {
        let patches = [
            Patch { span: Span::new(2, 2), words: "xx".into() },
            Patch { span: Span::new(5, 7), words: "y".into() },
        ];
        for (span, new) in [
            ((0, 2), Some((0, 2))),
            ((2, 4), Some((4, 6))),
            ((0, 5), Some((0, 7))),
            ((5, 7), Some((7, 8))),
            ((6, 9), Some((8, 10))),
            ((4, 6), Some((6, 7))),
            ((6, 7), None),
        ] {
            let new = new.map(|(start, end)| Span::new(start, end));
            assert_eq!(moved(Span::new(span.0, span.1), &patches), new, "{span:?}");
        }
    }

    #[test]
    fn patches_that_do_not_fit_are_refused() {
        let document = document("“é”");
        for spans in [vec![(0, 1)], vec![(0, 3), (0, 3)], vec![(3, 99)], vec![(5, 3)]] {
            let patches = spans
                .into_iter()
                .map(|(start, end)| Patch { span: Span::new(start, end), words: "x".into() });
            assert_eq!(Rewrite::new(&document, patches.collect()), None);
        }
    }
}
