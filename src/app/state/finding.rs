//! Finding words in the text, in speakers' names, and in notes.

use super::going::main_place;
use super::{Action, Effect, Focus, State};
use crate::document::tagging::Step;
use crate::document::{Document, Hit, Match, find};
use crate::text::Span;
use std::rc::Rc;

/// What is being looked for, and where it was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// What was typed.
    pub query: String,
    /// Where it is, in the order of the text.
    pub hits: Rc<Vec<Hit>>,
    /// Which of them is shown.
    pub at: usize,
}

/// How many places before and after the one that is shown are drawn.
const NEAR: usize = 100;

impl Find {
    /// The places in the text around the one that is shown, which is the second of what is returned.
    pub fn places(&self) -> (Vec<Span>, Option<Span>) {
        let first = self.at.saturating_sub(NEAR);
        let near = self.hits.iter().skip(first).take(2 * NEAR).filter(|hit| hit.kind == Match::Text);
        (near.map(|hit| hit.span).collect(), self.hit().map(|hit| hit.span))
    }

    /// The one that is shown.
    pub fn hit(&self) -> Option<&Hit> {
        self.hits.get(self.at)
    }
}

impl State {
    /// The actions that find; the others go on to [`State::label`](Self::label).
    pub(super) fn find(&mut self, document: &Rc<Document>, action: Action) -> Vec<Effect> {
        match action {
            Action::Find(query) => {
                let hits =
                    Rc::new(if query.trim().is_empty() { vec![] } else { find(document, query.trim()) });
                let from = self.find.hit().map(|hit| hit.span.start).or(self.here().map(|words| words.start));
                let from = from.unwrap_or_else(|| self.picked_start(document));
                let at = hits.iter().position(|hit| hit.span.start >= from).unwrap_or(0);
                self.find = Find { query, hits, at };
                self.show_hit(document)
            }
            Action::FindNext(step) => {
                let last = self.find.hits.len().saturating_sub(1);
                self.find.at = match step {
                    Step::Forward if self.find.at >= last => 0,
                    Step::Forward => self.find.at + 1,
                    Step::Back => self.find.at.checked_sub(1).unwrap_or(last),
                };
                self.show_hit(document)
            }
            Action::FindEnd => {
                // The words that were found are chosen, to be labelled.
                let found = self.find.hit().filter(|hit| hit.kind == Match::Text).map(|hit| hit.span);
                self.find = Find::default();
                let mut effects = self.focus(Focus::Article);
                effects.push(Effect::Found);
                if let Some(words) = found {
                    self.choose(words);
                    effects.push(Effect::Select(self.words));
                }
                effects
            }
            other => self.label(document, other),
        }
    }

    fn show_hit(&mut self, document: &Document) -> Vec<Effect> {
        let mut effects = match self.find.hit() {
            Some(&Hit { kind: Match::Speaker(id) | Match::Note(id), .. }) => {
                self.pick(document, main_place(document, id), true)
            }
            Some(hit) => vec![Effect::Reveal(hit.span)],
            None => vec![],
        };
        effects.push(Effect::Found);
        effects
    }

    /// Chooses exactly these words.
    pub(super) fn choose(&mut self, words: Span) {
        self.words = Some(words);
        self.caret = None;
    }
}
