//! Judging what was found, one by one or all that are alike.

use super::edits::keep;
use super::{Action, Effect, Focus, Jump, Notice, State};
use crate::document::tagging::{self, Refusal, Step};
use crate::document::{self, Body, Document};
use crate::text::lower;
use std::rc::Rc;

/// Going through the suggestions one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// The most doubtful first, in place of the order of the text.
    pub by_doubt: bool,
    /// How many suggestions there were when it began.
    pub total: usize,
    /// How many there are still.
    pub left: usize,
}

impl State {
    /// The actions that judge; the others go on to [`State::edit`](Self::edit).
    pub(super) fn judging(&mut self, document: &Rc<Document>, action: Action) -> Vec<Effect> {
        match action {
            Action::Judge(state, go_on) => self.judge(document, state, go_on),
            Action::JudgeAlike(state) => {
                let mut effects = self.with_picked(|place| {
                    tagging::judge_alike(document, place.id, state).map(|edit| keep(edit, place))
                });
                if self.review.is_some()
                    && let Some(document) = self.document().cloned()
                {
                    effects.extend(self.next_to_judge(&document));
                }
                effects
            }
            Action::Fix => {
                let picked = self.selected.and_then(|place| document.get(place.id));
                match picked.map(|annotation| &annotation.body) {
                    Some(Body::Quote(_)) => self.focus(Focus::Speaker),
                    Some(Body::Bias(_)) => self.focus(Focus::Category),
                    Some(Body::Own(_)) => self.focus(Focus::Note),
                    None => self.refuse(Refusal("Pick an annotation first: click it, or press J.")),
                }
            }
            Action::IgnoreAlways => self.ignore_always(document),
            Action::Review => match self.review.take() {
                Some(_) => vec![],
                None => self.begin_review(document, true),
            },
            Action::ReviewOrder(by_doubt) => {
                if let Some(review) = &mut self.review {
                    review.by_doubt = by_doubt;
                }
                self.selected = None;
                self.next_to_judge(document)
            }
            other => self.edit(document, other),
        }
    }

    fn begin_review(&mut self, document: &Document, by_doubt: bool) -> Vec<Effect> {
        let left = self.suggestions().count();
        if left == 0 {
            return self.refuse(Refusal("Nothing is left to judge among what is shown."));
        }
        self.review = Some(Review { by_doubt, total: left, left });
        self.selected = None;
        let effects = self.focus(Focus::List); // where the suggestion is told and judged, on a small screen too
        [effects, self.next_to_judge(document)].concat()
    }

    fn next_to_judge(&mut self, document: &Document) -> Vec<Effect> {
        let mut next = self.neighbour(document, Step::Forward, Jump::Suggestion);
        if next.is_none() && self.review.is_some() {
            self.selected = None; // those that were passed over come again
            next = self.neighbour(document, Step::Forward, Jump::Suggestion);
        }
        match next {
            Some(_) => self.pick(document, next, true),
            None => vec![],
        }
    }

    /// The annotations that are shown and that nobody has judged.
    pub fn suggestions(&self) -> impl Iterator<Item = document::Id> + '_ {
        let open = |id: &document::Id| {
            let annotation = self.document().and_then(|document| document.get(*id));
            annotation.is_some_and(|annotation| annotation.state == document::State::Suggested)
        };
        self.visible.iter().copied().filter(open)
    }

    /// To be called when what is shown has changed: counts what is left, and ends the review when that is nothing.
    pub(super) fn count_review(&mut self) {
        let Some(review) = self.review else { return };
        let left = self.suggestions().count();
        self.review = (left > 0).then_some(Review { total: review.total.max(left), left, ..review });
        if left == 0 {
            self.notice = Some(Notice::done("All suggestions that are shown have been judged."));
        }
    }

    fn judge(&mut self, document: &Rc<Document>, state: document::State, go_on: bool) -> Vec<Effect> {
        let Some(place) = self.selected else {
            return self.refuse(Refusal("Pick an annotation first: click it, or press J."));
        };
        match tagging::set_state(document, place.id, state) {
            Err(why) => self.refuse(why),
            Ok(edit) => {
                let mut effects = self.make(edit, false);
                if go_on && let Some(document) = self.document().cloned() {
                    effects.extend(self.next_to_judge(&document));
                }
                effects
            }
        }
    }

    /// Never marks the words of the picked marker again, and goes on.
    fn ignore_always(&mut self, document: &Document) -> Vec<Effect> {
        let picked = self.selected.and_then(|place| document.get(place.id));
        let Some(marker) = picked.and_then(|annotation| annotation.as_marker()) else {
            return self.refuse(Refusal("Pick a bias marker first: click it, or press J."));
        };
        let words = lower(document.article.words(marker.span).trim());
        let next = self.neighbour(document, Step::Forward, Jump::Any);
        let mut effects = self.sense(|sensitivity| sensitivity.ignore(&words));
        let next = next.filter(|place| self.visible.contains(&place.id));
        effects.extend(self.pick(document, next, true));
        let said =
            format!("“{words}” is not marked any more, in any article. Undo or “Adjust” brings it back.");
        self.notice = Some(Notice::done(&said));
        self.ignored = Some(words);
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{opened, said};
    use super::*;
    use crate::document::{Part, State as Judged};

    #[test]
    fn a_review_goes_from_the_most_doubtful_to_the_surest_and_ends() {
        let mut state = opened();
        state.apply(Action::Review);
        assert_eq!(state.review, Some(Review { by_doubt: true, total: 2, left: 2 }));
        assert_eq!(said(&state, Part::Marker), "so-called");
        state.apply(Action::Go(Step::Forward, Jump::Any));
        assert_eq!(said(&state, Part::Cue), "said");
        state.apply(Action::Judge(Judged::Accepted, true));
        assert_eq!(said(&state, Part::Marker), "so-called", "what was passed over comes again");
        assert_eq!(state.review.map(|review| review.left), Some(1));
        state.apply(Action::Judge(Judged::Rejected, true));
        assert!(state.review.is_none() && state.notice.as_ref().is_some_and(|notice| !notice.problem));
        state.apply(Action::Review);
        assert!(state.review.is_none(), "nothing is left");
    }

    #[test]
    fn a_review_can_keep_to_the_text() {
        let mut state = opened();
        state.apply(Action::Review);
        state.apply(Action::ReviewOrder(false));
        assert_eq!(said(&state, Part::Cue), "said");
        state.apply(Action::Undo);
        assert!(state.review.is_some());
        state.apply(Action::Review);
        assert!(state.review.is_none());
    }
}
