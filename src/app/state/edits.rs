//! Edits of the open article, and the history of them: [`State::record`] is the one way in which a document changes.

use super::going::main_place;
use super::{Action, Dialog, Effect, Entry, Find, Jump, Notice, State};
use crate::document::tagging::{self, Done, End, Refusal, Step};
use crate::document::{Document, Edit, Id, Place};
use crate::text::Span;
use std::rc::Rc;

impl State {
    /// The actions that need an article; without one they do nothing.
    pub(super) fn apply_to_article(&mut self, action: Action) -> Vec<Effect> {
        let Some(document) = self.document().cloned() else { return vec![] };
        match action {
            Action::Toggle(layer) => {
                self.filter.toggle(layer);
                self.refresh();
                vec![Effect::SaveView]
            }
            other => self.go_about(&document, other),
        }
    }

    /// The actions that edit the article, or an annotation in other ways than its label.
    pub(super) fn edit(&mut self, document: &Rc<Document>, action: Action) -> Vec<Effect> {
        match action {
            Action::Aside => match self.here() {
                Some(words) => self.make_or_refuse(tagging::toggle_aside(document, words)),
                None => self.refuse(NO_CARET),
            },
            Action::About(about) => {
                self.dialog = None;
                self.make_or_refuse(tagging::set_about(document, about))
            }
            Action::MoveEnd(end, step) => self.with_picked(|place| {
                tagging::move_end(document, place, end, step).map(|edit| keep(edit, place))
            }),
            Action::Letter(end, step) => match self.words.or(self.picked_span(document)) {
                Some(Span { start, end: finish }) => {
                    vec![Effect::Letter(end, step, if end == End::Start { start } else { finish })]
                }
                None => self.refuse(Refusal("Select words in the text first, or pick an annotation.")),
            },
            Action::LetterTo(end, to) => {
                let Some(old) = self.words.or(self.picked_span(document)) else { return vec![] };
                let (start, finish) = if end == End::Start { (to, old.end) } else { (old.start, to) };
                if start >= finish {
                    return self.refuse(Refusal("One letter has to stay."));
                }
                let new = Span::new(start, finish).trimmed(&document.article.text);
                if self.words.is_some() {
                    self.choose(new);
                    return vec![Effect::Select(self.words)];
                }
                self.with_picked(|place| tagging::respan(document, place, new))
            }
            Action::Respan => match self.words {
                Some(words) => self.with_picked(|place| tagging::respan(document, place, words)),
                None => self.refuse(Refusal("Select the words first that this should cover.")),
            },
            Action::Delete => {
                let after = self.neighbour(document, Step::Forward, Jump::Any);
                let after = after.or_else(|| self.neighbour(document, Step::Back, Jump::Any));
                self.with_picked(|place| {
                    let done = tagging::delete(document, place.id)?;
                    Ok(Done { select: after, ..done })
                })
            }
            Action::Value(name, value) => self.write(|id| tagging::set_value(document, id, &name, &value)),
            Action::Note(note) => self.write(|id| tagging::set_note(document, id, &note)),
            Action::Naming(name) => {
                self.naming = Some(name);
                vec![]
            }
            Action::Speaker(name) => {
                self.naming = None;
                let current =
                    self.selected.and_then(|place| document.get(place.id)).and_then(|a| a.speaker());
                if current.unwrap_or("") == name.trim() {
                    return vec![];
                }
                self.with_picked(|p| tagging::set_speaker(document, p.id, &name).map(|edit| keep(edit, p)))
            }
            Action::Kind(kind) => {
                self.with_picked(|p| tagging::set_kind(document, p.id, kind).map(|edit| keep(edit, p)))
            }
            Action::Anonymous(yes) => {
                self.with_picked(|p| tagging::set_anonymous(document, p.id, yes).map(|edit| keep(edit, p)))
            }
            Action::RenameHere => {
                let picked = self.selected.and_then(|place| document.get(place.id));
                match picked.and_then(|annotation| annotation.speaker()) {
                    Some(name) => {
                        self.dialog = Some(Dialog::Rename(name.to_owned()));
                        vec![]
                    }
                    None => self.refuse(Refusal("Pick a quote first whose speaker has a name.")),
                }
            }
            Action::Addressee(name) => self.write(|id| tagging::set_addressee(document, id, &name)),
            Action::Rename(from, to, only) => {
                match tagging::rename_speaker(document, &from, &to, only.as_deref()) {
                    Ok(edit) => {
                        self.dialog = None;
                        if only.is_none() && self.filter.speaker.as_deref() == Some(&from) {
                            self.filter.speaker = Some(to.trim().to_owned());
                        }
                        self.make(edit, false)
                    }
                    Err(why) => self.refuse(why),
                }
            }
            Action::Undo => match self.ignored.take() {
                Some(words) => {
                    self.notice = Some(Notice::done(&format!("Undone: “{words}” is marked again.")));
                    self.sense(|sensitivity| sensitivity.heed(&words))
                }
                None => self.step_history(Entry::Undo),
            },
            Action::Redo => self.step_history(Entry::Redo),
            other => self.correct_text(document, other),
        }
    }

    pub(super) fn with_picked(&mut self, act: impl FnOnce(Place) -> Result<Done, Refusal>) -> Vec<Effect> {
        match self.selected {
            Some(place) => {
                let done = act(place);
                self.make_and_select(done)
            }
            None => self.refuse(Refusal("Pick an annotation first: click it, or press J.")),
        }
    }

    /// Makes an edit of what is picked letter by letter, as it is typed: one step with the one before it of the same kind.
    fn write(&mut self, edit: impl FnOnce(Id) -> Result<Edit, Refusal>) -> Vec<Effect> {
        let Some(place) = self.selected else { return vec![] };
        match edit(place.id) {
            Ok(edit) => {
                let last = self.session.as_ref().and_then(|session| session.history.last_done());
                let joins = last.is_some_and(|last| last.what == edit.what && last.ids().eq([place.id]));
                self.make(edit, joins)
            }
            Err(why) => self.refuse(why),
        }
    }

    fn make_or_refuse(&mut self, edit: Result<Edit, Refusal>) -> Vec<Effect> {
        match edit {
            Ok(edit) => self.make(edit, false),
            Err(why) => self.refuse(why),
        }
    }

    /// Makes an edit: the one way in which annotations change.
    pub(super) fn make(&mut self, edit: Edit, joins: bool) -> Vec<Effect> {
        let effects = self.record(Entry::Make(edit.clone(), joins));
        [effects, self.look_again(&edit)].concat()
    }

    pub(super) fn record(&mut self, entry: Entry) -> Vec<Effect> {
        let Some(session) = &mut self.session else { return vec![] };
        let before = session.document.article.text.clone();
        let touched = session.touched(&entry);
        if let Err(why) = session.add(&entry) {
            self.notice = Some(Notice::problem(&why));
            return vec![];
        }
        let text_changed = !Rc::ptr_eq(&before, &session.document.article.text);
        let packed = session.pack(entry);
        self.notice = None;
        self.ignored = None;
        match touched {
            Some(ids) => self.refresh_some(&ids),
            None => self.refresh(),
        }
        let mut effects = vec![Effect::Save(packed)];
        if text_changed {
            (self.words, self.caret, self.find) = (None, None, Find::default());
            self.selected = self.selected.filter(|p| self.document().is_some_and(|d| d.get(p.id).is_some()));
            effects.push(Effect::Stay);
        }
        effects
    }

    /// Undo or redo; picks what it touched and says what it was.
    fn step_history(&mut self, entry: Entry) -> Vec<Effect> {
        let Some(session) = &self.session else { return vec![] };
        let (verb, edit) = match entry {
            Entry::Undo => ("Undone", session.history.last_done()),
            _ => ("Done again", session.history.last_undone()),
        };
        let Some(edit) = edit else {
            let nothing =
                if verb == "Undone" { "There is nothing to undo." } else { "There is nothing to redo." };
            self.notice = Some(Notice::done(nothing));
            return vec![];
        };
        let said = format!("{verb}: {}.", lower_first(&edit.what));
        let touched = edit.ids().next();
        let mut effects = self.forget_search();
        effects.extend(self.record(entry));
        self.notice = Some(Notice::done(&said));
        if let Some(document) = self.document().cloned() {
            let place = touched.and_then(|id| main_place(&document, id));
            effects.extend(self.pick(&document, place, true));
        }
        effects
    }

    pub(super) fn refuse(&mut self, why: Refusal) -> Vec<Effect> {
        self.notice = Some(Notice::problem(why.0));
        vec![]
    }
}

pub(super) const NO_CARET: Refusal =
    Refusal("Put the caret into a paragraph first: click it, or use the arrow keys.");

pub(super) fn keep(edit: Edit, place: Place) -> Done {
    Done { edit, select: Some(place) }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
