//! Giving labels: to words, to what is picked, again, by selecting alone, and everywhere.

use super::{Action, Dialog, Effect, Notice, State};
use crate::document::tagging::{self, Done, Refusal, Tag};
use crate::document::{Body, Document, Part};
use crate::extract::Category;
use crate::text::Span;
use std::rc::Rc;

/// Words that are to be labelled wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Everywhere {
    /// The words, where they were chosen.
    pub words: Span,
    /// The label.
    pub tag: Tag,
    /// Not within longer words.
    pub whole: bool,
    /// Capitals matter.
    pub case: bool,
    /// The places found, in the order of the text.
    pub places: Rc<Vec<Span>>,
}

impl State {
    /// The actions that label; the others go on to [`State::judging`](Self::judging).
    pub(super) fn label(&mut self, document: &Rc<Document>, action: Action) -> Vec<Effect> {
        match action {
            Action::Tag(tag) => self.tag(document, tag),
            Action::Repeat => match self.last_tag {
                Some(tag) => self.tag(document, tag),
                None => self.refuse(Refusal("No label has been given yet. Choose one first.")),
            },
            Action::Sticky => {
                let on = self.sticky.is_none();
                self.sticky = on.then(|| self.last_tag.unwrap_or(Tag::Content));
                vec![]
            }
            Action::Chosen => match (self.sticky, self.words) {
                (Some(tag), Some(_)) => self.tag(document, tag),
                _ => vec![],
            },
            Action::Tie(tag) => match self.words {
                Some(words) => self.with_picked(|place| tagging::tag(document, words, tag, Some(place.id))),
                None => self.refuse(Refusal("Select the words in the text first.")),
            },
            Action::Relabel(tag) => self.with_picked(|place| tagging::relabel(document, place, tag)),
            Action::Everywhere => {
                let picked = self.selected.and_then(|place| Some((place, document.get(place.id)?)));
                let own = picked.map(|(place, annotation)| tag_of(&annotation.body, place.part));
                let words = self.words.or(picked.and_then(|(place, a)| a.span(place.part, place.number)));
                let Some(words) = words else {
                    return self.refuse(Refusal("Select words in the text first, or pick an annotation."));
                };
                let tag = if self.words.is_some() { self.last_tag } else { own };
                let tag = match tag {
                    Some(Tag::MoreContent) => Tag::Content,
                    tag => tag.unwrap_or(Tag::Bias(Category::LoadedLanguage)),
                };
                self.look_everywhere(document, words, tag, true, false)
            }
            Action::LookEverywhere { tag, whole, case } => match &self.dialog {
                Some(Dialog::Everywhere(Everywhere { words, .. })) => {
                    self.look_everywhere(document, *words, tag, whole, case)
                }
                _ => vec![],
            },
            Action::TagEverywhere => {
                let Some(Dialog::Everywhere(all)) = self.dialog.take() else { return vec![] };
                let done = tagging::tag_everywhere(document, &all.places, all.tag);
                match self.with_set(document, all.tag, done) {
                    Err(why) => self.refuse(why),
                    Ok(done) => {
                        self.last_tag = Some(all.tag);
                        let said = [&done.edit.what, ": done. Undo takes it back."].concat();
                        let effects = self.make_and_select(Ok(done));
                        self.notice = Some(Notice::done(&said));
                        effects
                    }
                }
            }
            other => self.judging(document, other),
        }
    }

    fn tag(&mut self, document: &Document, tag: Tag) -> Vec<Effect> {
        if let Some(sticky) = &mut self.sticky
            && self.words.is_none()
        {
            *sticky = tag;
            self.last_tag = Some(tag);
            return vec![];
        }
        let done = match (self.words, self.selected) {
            (Some(words), _) => self.tag_words(document, words, tag),
            (None, Some(place)) => self.with_set(document, tag, tagging::relabel(document, place, tag)),
            (None, None) => Err(Refusal("Select words in the text first, or pick an annotation.")),
        };
        if done.is_ok() {
            self.last_tag = Some(tag);
        }
        self.make_and_select(done)
    }

    fn look_everywhere(
        &mut self,
        document: &Document,
        words: Span,
        tag: Tag,
        whole: bool,
        case: bool,
    ) -> Vec<Effect> {
        let places = Rc::new(tagging::occurrences(document, words, whole, case));
        self.dialog = Some(Dialog::Everywhere(Everywhere { words, tag, whole, case, places }));
        vec![]
    }

    pub(super) fn make_and_select(&mut self, done: Result<Done, Refusal>) -> Vec<Effect> {
        match done {
            Err(why) => self.refuse(why),
            Ok(Done { edit, select }) => {
                let mut effects = self.make(edit, false);
                self.selected = select;
                if self.words.take().is_some() {
                    effects.push(Effect::Select(None));
                }
                effects.push(Effect::SaveView);
                effects
            }
        }
    }
}

/// The label of a part of an annotation.
pub fn tag_of(body: &Body, part: Part) -> Tag {
    match (part, body) {
        (Part::Source, _) => Tag::Source,
        (Part::Cue, _) => Tag::Cue,
        (_, Body::Bias(marker)) => Tag::Bias(marker.category),
        (_, Body::Own(own)) => Tag::Own(own.label),
        (_, Body::Quote(_)) => Tag::Content,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{opened, said, words};
    use super::*;

    #[test]
    fn the_last_label_is_given_again() {
        let mut state = opened();
        assert!(state.apply(Action::Repeat).is_empty() && state.notice.is_some());
        words(&mut state, "storm");
        state.apply(Action::Tag(Tag::Bias(Category::Hedge)));
        words(&mut state, "Nobody");
        state.apply(Action::Repeat);
        assert_eq!(said(&state, Part::Marker), "Nobody");
        let document = state.document().unwrap();
        let marker = document.get(state.selected.unwrap().id).unwrap().as_marker().cloned();
        assert_eq!(marker.map(|marker| marker.category), Some(Category::Hedge));
    }

    #[test]
    fn a_label_that_is_kept_on_needs_no_key() {
        let mut state = opened();
        state.apply(Action::Sticky);
        assert_eq!(state.sticky, Some(Tag::Content));
        state.apply(Action::Tag(Tag::Bias(Category::Weasel)));
        assert_eq!(state.sticky, Some(Tag::Bias(Category::Weasel)), "without words a label takes its place");
        for chosen in ["storm", "asked"] {
            words(&mut state, chosen);
            state.apply(Action::Chosen);
            assert_eq!(said(&state, Part::Marker), chosen);
        }
        state.apply(Action::Sticky);
        words(&mut state, "her");
        assert!(state.apply(Action::Chosen).is_empty());
    }

    #[test]
    fn every_occurrence_is_labelled_in_one_step() {
        let mut state = opened();
        let before = state.document().cloned();
        words(&mut state, "is");
        state.apply(Action::Everywhere);
        let places = |state: &State| match &state.dialog {
            Some(Dialog::Everywhere(all)) => all.places.len(),
            _ => 0,
        };
        assert_eq!(places(&state), 1);
        let tag = Tag::Bias(Category::Booster);
        state.apply(Action::LookEverywhere { tag, whole: false, case: true });
        assert_eq!(places(&state), 1);
        words(&mut state, "sk");
        state.apply(Action::LookEverywhere { tag, whole: false, case: true });
        state.apply(Action::TagEverywhere);
        assert!(state.dialog.is_none() && state.notice.is_some());
        assert_ne!(state.document().cloned(), before);
        state.apply(Action::Undo);
        assert_eq!(state.document().cloned(), before);
    }
}
