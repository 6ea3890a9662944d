//! Picking annotations, and choosing words in the text.

use super::{Action, Caret, Effect, Focus, Layer, Motion, Pane, State, snap};
use crate::document::tagging::{End, Step};
use crate::document::{self, Annotation, Document, Id, Place};
use crate::text::Span;
use std::rc::Rc;

/// Which annotations are stopped at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// All.
    Any,
    /// Those that nobody has judged.
    Suggestion,
    /// Quotes of the speaker of the one that is picked; when none is picked, quotes.
    Speaker,
    /// Markers of loaded wording.
    Loaded,
}

impl State {
    /// The actions that pick something or choose words; the others go on to [`State::find`](Self::find).
    pub(super) fn go_about(&mut self, document: &Rc<Document>, action: Action) -> Vec<Effect> {
        let text = &document.article.text;
        match action {
            Action::Pick(place) => self.pick(document, place, true),
            Action::Hit(offset) => self.hit(document, offset),
            Action::Overlap => {
                let start = self.here().map(|words| words.start);
                let effects = self.hit(document, start.unwrap_or_else(|| self.picked_start(document)));
                [effects, vec![Effect::Select(None)]].concat()
            }
            Action::GoToEnd(end) => {
                let id = if end == End::Start { self.visible.first() } else { self.visible.last() };
                let place = id.and_then(|&id| main_place(document, id));
                self.pick(document, place.or(self.selected), true)
            }
            Action::Go(step, jump) => match self.neighbour(document, step, jump) {
                Some(place) => self.pick(document, Some(place), true),
                None => vec![],
            },
            Action::Words(words) if words == self.words => vec![], // which may be no whole words
            Action::Words(words) => {
                let words = words.map(|words| snap(text, words)).filter(|words| !words.is_empty());
                if words != self.words {
                    self.words = words;
                    self.caret = None;
                }
                vec![]
            }
            Action::Exact(words) => {
                self.choose(words.trimmed(text));
                vec![]
            }
            Action::Move(motion, extend) => {
                let by_word = matches!(motion, Motion::WordBack | Motion::WordForward);
                let caret = match self.caret.or_else(|| self.words.and_then(|w| Caret::at(text, w.start))) {
                    Some(caret) => Some(caret.step(text, motion, extend)),
                    // The first key puts the caret where the eye is.
                    None if by_word && self.selected.is_none() => return vec![Effect::CaretOnScreen],
                    None if by_word => Caret::at(text, self.picked_start(document)),
                    None => Caret::at(text, self.picked_start(document)).map(|c| c.step(text, motion, false)),
                };
                self.put_caret(caret)
            }
            Action::Line(forward, extend) => match self.caret {
                Some(caret) => vec![Effect::Line { forward, extend, from: caret.head.start }],
                None if self.selected.is_none() => vec![Effect::CaretOnScreen],
                None => self.put_caret(Caret::at(text, self.picked_start(document))),
            },
            Action::DropWords => {
                self.words = None;
                self.caret = None;
                vec![Effect::Select(None)]
            }
            Action::Visit(offset) => {
                self.pane = Pane::Text;
                let effects = self.put_caret(Caret::at(text, offset));
                [effects, vec![Effect::SaveView, Effect::Focus(Focus::Article)]].concat()
            }
            Action::PutCaret(offset, extend) => {
                let there = Caret::at(text, offset);
                let caret = match (self.caret, there) {
                    (Some(old), Some(new)) if extend => Some(Caret { anchor: old.anchor, head: new.head }),
                    _ => there,
                };
                self.put_caret(caret)
            }
            other => self.find(document, other),
        }
    }

    pub(super) fn pick(&mut self, document: &Document, place: Option<Place>, reveal: bool) -> Vec<Effect> {
        if self.selected.map(|old| old.id) != place.map(|new| new.id) {
            self.naming = None;
        }
        self.selected = place.filter(|place| document.get(place.id).is_some());
        let span = self.picked_span(document);
        let show = span.filter(|_| reveal).map(Effect::Reveal);
        show.into_iter().chain([Effect::SaveView]).collect()
    }

    /// A click: picks the shortest visible span there; again at the same place, the next longer one.
    fn hit(&mut self, document: &Document, offset: usize) -> Vec<Effect> {
        self.words = None;
        self.caret = Caret::at(&document.article.text, offset);
        let shown = |place: &Place| self.visible.contains(&place.id);
        let here: Vec<Place> = document.at(offset).into_iter().filter(shown).collect();
        let current = here.iter().position(|place| Some(*place) == self.selected);
        let next = current.map_or(0, |n| (n + 1) % here.len().max(1));
        self.pick(document, here.get(next).copied(), false)
    }

    /// The visible annotation before or after the one that is picked: in the order of the text, or in that of the review.
    pub(super) fn neighbour(&self, document: &Document, step: Step, jump: Jump) -> Option<Place> {
        let picked = self.selected.and_then(|place| Some((place.id, document.get(place.id)?)));
        let speaker = picked.and_then(|(_, annotation)| annotation.speaker());
        let wanted = |annotation: &Annotation| match jump {
            Jump::Any => true,
            Jump::Suggestion => annotation.state == document::State::Suggested,
            Jump::Speaker => {
                annotation.as_quote().is_some() && (speaker.is_none() || annotation.speaker() == speaker)
            }
            Jump::Loaded => Layer::of(annotation) == Layer::Loaded,
        };
        let doubt = |annotation: &Annotation| match &self.review {
            Some(review) if review.by_doubt => annotation.score.map_or(u32::MAX, |score| score.to_bits()),
            _ => 0,
        };
        let key = |id: Id, a: &Annotation| (doubt(a), a.anchor().start, usize::MAX - a.anchor().end, id);
        // Without a picked one: from where the person is.
        let here =
            picked.map_or((0, self.picked_start(document), 0, Id(0)), |(id, annotation)| key(id, annotation));
        let all = self.visible.iter().filter_map(|&id| {
            let annotation = document.get(id)?;
            wanted(annotation).then(|| (key(id, annotation), id))
        });
        let found = match step {
            Step::Forward => all.filter(|(key, _)| *key > here).min(),
            Step::Back => all.filter(|(key, _)| *key < here).max(),
        };
        found.and_then(|(_, id)| main_place(document, id))
    }

    /// Where the picked annotation starts, or the selected words, or the text.
    pub(super) fn picked_start(&self, document: &Document) -> usize {
        let picked = self.selected.and_then(|place| document.get(place.id)).map(|a| a.anchor().start);
        picked.or(self.words.map(|words| words.start)).unwrap_or(0)
    }

    /// The span that is picked.
    pub(super) fn picked_span(&self, document: &Document) -> Option<Span> {
        self.selected.and_then(|place| document.get(place.id)?.span(place.part, place.number))
    }

    pub(super) fn put_caret(&mut self, caret: Option<Caret>) -> Vec<Effect> {
        self.caret = caret;
        self.words = caret.map(Caret::words);
        match caret {
            Some(caret) => vec![Effect::Select(self.words), Effect::Reveal(caret.head)],
            None => vec![],
        }
    }
}

pub(super) fn main_place(document: &Document, id: Id) -> Option<Place> {
    let (part, number, _) = document.get(id)?.spans().next()?;
    Some(Place { id, part, number })
}
