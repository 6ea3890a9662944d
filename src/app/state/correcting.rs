//! Correcting the text itself.

use super::edits::NO_CARET;
use super::{Action, Caret, Dialog, Effect, Notice, State};
use crate::document::Document;
use crate::document::tagging::{self, Refusal};

impl State {
    /// The actions that correct the text; others do nothing.
    pub(super) fn correct_text(&mut self, document: &Document, action: Action) -> Vec<Effect> {
        match action {
            Action::CorrectHere if !self.has_answered() => {
                self.refuse(Refusal("Let the search for quotes end first, then correct the text."))
            }
            Action::CorrectHere => match self.here().and_then(|words| tagging::lines(document, words)) {
                Some(lines) => {
                    self.dialog = Some(Dialog::Text(lines));
                    vec![]
                }
                None => self.refuse(NO_CARET),
            },
            Action::Correct(span, words) => {
                self.dialog = None;
                match tagging::correct(document, span, &words) {
                    Err(why) => self.refuse(why),
                    Ok(done) => {
                        let mut effects = self.make(done.edit, false);
                        let caret =
                            self.document().and_then(|d| Caret::at(&d.article.text, done.place.start));
                        effects.extend(self.put_caret(caret));
                        if done.lost > 0 {
                            self.notice = Some(Notice::problem(&lost(done.lost)));
                        }
                        effects
                    }
                }
            }
            _ => vec![],
        }
    }
}

/// What a person is told when annotations have lost their words.
fn lost(count: usize) -> String {
    let (what, whose) = if count == 1 { ("annotation has", "its") } else { ("annotations have", "their") };
    format!("{count} {what} lost {whose} words with the correction. Undo brings everything back.")
}
