//! Actions on the open article: picking, choosing words, editing.

use super::{Action, Caret, Dialog, Effect, Entry, Focus, Motion, Notice, Pane, State, snap};
use crate::document::tagging::{self, Done, End, Refusal, Step};
use crate::document::{self, Document, Edit, Id, Place};
use crate::text::lower;
use std::rc::Rc;

impl State {
    /// The actions that need an article; without one they do nothing.
    pub(super) fn apply_to_article(&mut self, action: Action) -> Vec<Effect> {
        let Some(document) = self.document().cloned() else { return vec![] };
        let text = &document.article.text;
        match action {
            Action::Toggle(layer) => {
                self.filter.toggle(layer);
                self.refresh();
                vec![Effect::SaveView]
            }
            Action::Pick(place) => self.pick(&document, place, true),
            Action::Hit(offset) => self.hit(&document, offset),
            Action::GoToEnd(end) => {
                let id = if end == End::Start { self.visible.first() } else { self.visible.last() };
                let place = id.and_then(|&id| main_place(&document, id));
                self.pick(&document, place.or(self.selected), true)
            }
            Action::Go(step) => self.go(&document, step, |_| true),
            Action::Words(words) => {
                let words = words.map(|words| snap(text, words)).filter(|words| !words.is_empty());
                if words != self.words {
                    self.words = words;
                    self.caret = None;
                }
                vec![]
            }
            Action::Move(motion, extend) => {
                let by_word = matches!(motion, Motion::WordBack | Motion::WordForward);
                let caret = match self.caret.or_else(|| self.words.and_then(|w| Caret::at(text, w.start))) {
                    Some(caret) => Some(caret.step(text, motion, extend)),
                    // The first key puts the caret where the eye is.
                    None if by_word && self.selected.is_none() => return vec![Effect::CaretOnScreen],
                    None if by_word => Caret::at(text, self.picked_start(&document)),
                    None => {
                        Caret::at(text, self.picked_start(&document)).map(|c| c.step(text, motion, false))
                    }
                };
                self.put_caret(caret)
            }
            Action::Line(forward, extend) => match self.caret {
                Some(caret) => vec![Effect::Line { forward, extend, from: caret.head.start }],
                None if self.selected.is_none() => vec![Effect::CaretOnScreen],
                None => self.put_caret(Caret::at(text, self.picked_start(&document))),
            },
            Action::Aside => match self.here() {
                Some(words) => self.make_or_refuse(tagging::toggle_aside(&document, words)),
                None => self.refuse(NO_CARET),
            },
            Action::CorrectHere if !self.has_answered() => {
                self.refuse(Refusal("Let the search for quotes end first, then correct the text."))
            }
            Action::CorrectHere => match self.here().and_then(|words| tagging::lines(&document, words)) {
                Some(lines) => {
                    self.dialog = Some(Dialog::Text(lines));
                    vec![]
                }
                None => self.refuse(NO_CARET),
            },
            Action::Correct(span, words) => {
                self.dialog = None;
                match tagging::correct(&document, span, &words) {
                    Err(why) => self.refuse(why),
                    Ok(done) => {
                        let mut effects = self.make(done.edit, false);
                        effects.extend(self.put_caret(
                            self.document().and_then(|d| Caret::at(&d.article.text, done.place.start)),
                        ));
                        if done.lost > 0 {
                            self.notice = Some(Notice::problem(&lost(done.lost)));
                        }
                        effects
                    }
                }
            }
            Action::About(about) => {
                self.dialog = None;
                self.make_or_refuse(tagging::set_about(&document, about))
            }
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
            Action::Tag(tag) => {
                let done = match (self.words, self.selected) {
                    (Some(words), selected) => {
                        tagging::tag(&document, words, tag, selected.map(|place| place.id))
                    }
                    (None, Some(place)) => tagging::relabel(&document, place, tag),
                    (None, None) => Err(Refusal("Select words in the text first, or pick an annotation.")),
                };
                self.make_and_select(done)
            }
            Action::Tie(tag) => match self.words {
                Some(words) => self.with_picked(|place| tagging::tag(&document, words, tag, Some(place.id))),
                None => self.refuse(Refusal("Select the words in the text first.")),
            },
            Action::Relabel(tag) => self.with_picked(|place| tagging::relabel(&document, place, tag)),
            Action::MoveEnd(end, step) => self.with_picked(|place| {
                tagging::move_end(&document, place, end, step).map(|edit| keep(edit, place))
            }),
            Action::Respan => match self.words {
                Some(words) => self.with_picked(|place| tagging::respan(&document, place, words)),
                None => self.refuse(Refusal("Select the words first that this should cover.")),
            },
            Action::Judge(state, go_on) => self.judge(&document, state, go_on),
            Action::IgnoreInArticle => {
                self.with_picked(|p| tagging::reject_alike(&document, p.id).map(|edit| keep(edit, p)))
            }
            Action::IgnoreAlways => self.ignore_always(&document),
            Action::Delete => {
                let after = self.neighbour(&document, Step::Forward, |_| true);
                let after = after.or_else(|| self.neighbour(&document, Step::Back, |_| true));
                self.with_picked(|place| {
                    let done = tagging::delete(&document, place.id)?;
                    Ok(Done { select: after, ..done })
                })
            }
            Action::Note(note) => {
                let Some(place) = self.selected else { return vec![] };
                let joins = self
                    .session
                    .as_ref()
                    .is_some_and(|s| s.history.last_done().is_some_and(|e| e.what == "Write note"));
                match tagging::set_note(&document, place.id, &note) {
                    Ok(edit) => self.make(edit, joins),
                    Err(why) => self.refuse(why),
                }
            }
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
                self.with_picked(|p| tagging::set_speaker(&document, p.id, &name).map(|edit| keep(edit, p)))
            }
            Action::Kind(kind) => {
                self.with_picked(|p| tagging::set_kind(&document, p.id, kind).map(|edit| keep(edit, p)))
            }
            Action::Anonymous(yes) => {
                self.with_picked(|p| tagging::set_anonymous(&document, p.id, yes).map(|edit| keep(edit, p)))
            }
            Action::Rename(from, to) => match tagging::rename_speaker(&document, &from, &to) {
                Ok(edit) => {
                    self.dialog = None;
                    if self.filter.speaker.as_deref() == Some(&from) {
                        self.filter.speaker = Some(to.trim().to_owned());
                    }
                    self.make(edit, false)
                }
                Err(why) => self.refuse(why),
            },
            Action::Undo => match self.ignored.take() {
                Some(words) => {
                    self.notice = Some(Notice::done(&format!("Undone: “{words}” is marked again.")));
                    self.sense(|sensitivity| sensitivity.heed(&words))
                }
                None => self.step_history(Entry::Undo),
            },
            Action::Redo => self.step_history(Entry::Redo),
            _ => vec![],
        }
    }

    fn pick(&mut self, document: &Document, place: Option<Place>, reveal: bool) -> Vec<Effect> {
        if self.selected.map(|old| old.id) != place.map(|new| new.id) {
            self.naming = None;
        }
        self.selected = place.filter(|place| document.get(place.id).is_some());
        let span = self.selected.and_then(|p| document.get(p.id)?.span(p.part, p.number));
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

    fn go(
        &mut self,
        document: &Document,
        step: Step,
        wanted: impl Fn(&document::Annotation) -> bool,
    ) -> Vec<Effect> {
        match self.neighbour(document, step, wanted) {
            Some(place) => self.pick(document, Some(place), true),
            None => vec![],
        }
    }

    /// The visible annotation before or after the one that is picked, of those that are wanted.
    fn neighbour(
        &self,
        document: &Document,
        step: Step,
        wanted: impl Fn(&document::Annotation) -> bool,
    ) -> Option<Place> {
        let start = self.picked_start(document);
        let picked = self.selected.map(|place| place.id);
        let key = |id: Id| document.get(id).map(|a| (a.anchor().start, usize::MAX - a.anchor().end, id));
        let here = picked.and_then(key);
        let is_after =
            |id: Id| here.map_or_else(|| key(id).is_some_and(|k| k.0 >= start), |here| key(id) > Some(here));
        let is_before =
            |id: Id| here.map_or_else(|| key(id).is_some_and(|k| k.0 < start), |here| key(id) < Some(here));
        let good = |id: &Id| document.get(*id).is_some_and(|a| wanted(a));
        let mut all = self.visible.iter().copied().filter(good);
        let found = match step {
            Step::Forward => all.find(|&id| is_after(id)),
            Step::Back => all.take_while(|&id| is_before(id)).last(),
        };
        found.and_then(|id| main_place(document, id))
    }

    /// Where the picked annotation starts, or the selected words, or the text.
    fn picked_start(&self, document: &Document) -> usize {
        let picked = self.selected.and_then(|place| document.get(place.id)).map(|a| a.anchor().start);
        picked.or(self.words.map(|words| words.start)).unwrap_or(0)
    }

    fn put_caret(&mut self, caret: Option<Caret>) -> Vec<Effect> {
        self.caret = caret;
        self.words = caret.map(Caret::words);
        match caret {
            Some(caret) => vec![Effect::Select(self.words), Effect::Reveal(caret.head)],
            None => vec![],
        }
    }

    fn judge(&mut self, document: &Rc<Document>, state: document::State, go_on: bool) -> Vec<Effect> {
        let Some(place) = self.selected else {
            return self.refuse(Refusal("Pick an annotation first: click it, or press J."));
        };
        let next = self.neighbour(document, Step::Forward, |a| a.state == document::State::Suggested);
        match tagging::set_state(document, place.id, state) {
            Err(why) => self.refuse(why),
            Ok(edit) => {
                let mut effects = self.make(edit, false);
                if let Some(next) = next.filter(|_| go_on) {
                    effects.extend(self.pick(&document.clone(), Some(next), true));
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
        let next = self.neighbour(document, Step::Forward, |_| true);
        let mut effects = self.sense(|sensitivity| sensitivity.ignore(&words));
        let next = next.filter(|place| self.visible.contains(&place.id));
        effects.extend(self.pick(document, next, true));
        let said =
            format!("“{words}” is not marked any more, in any article. Undo or “Adjust” brings it back.");
        self.notice = Some(Notice::done(&said));
        self.ignored = Some(words);
        effects
    }

    fn with_picked(&mut self, act: impl FnOnce(Place) -> Result<Done, Refusal>) -> Vec<Effect> {
        match self.selected {
            Some(place) => {
                let done = act(place);
                self.make_and_select(done)
            }
            None => self.refuse(Refusal("Pick an annotation first: click it, or press J.")),
        }
    }

    fn make_or_refuse(&mut self, edit: Result<Edit, Refusal>) -> Vec<Effect> {
        match edit {
            Ok(edit) => self.make(edit, false),
            Err(why) => self.refuse(why),
        }
    }

    fn make_and_select(&mut self, done: Result<Done, Refusal>) -> Vec<Effect> {
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

    /// Makes an edit: the one way in which annotations change.
    fn make(&mut self, edit: Edit, joins: bool) -> Vec<Effect> {
        let effects = self.record(Entry::Make(edit.clone(), joins));
        [effects, self.look_again(&edit)].concat()
    }

    pub(super) fn record(&mut self, entry: Entry) -> Vec<Effect> {
        let Some(session) = &mut self.session else { return vec![] };
        let before = session.document.article.text.clone();
        if let Err(why) = session.add(&entry) {
            self.notice = Some(Notice::problem(&why));
            return vec![];
        }
        let text_changed = !Rc::ptr_eq(&before, &session.document.article.text);
        let packed = session.pack(entry);
        self.notice = None;
        self.ignored = None;
        self.refresh();
        let mut effects = vec![Effect::Save(packed)];
        if text_changed {
            (self.words, self.caret) = (None, None);
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

    fn refuse(&mut self, why: Refusal) -> Vec<Effect> {
        self.notice = Some(Notice::problem(why.0));
        vec![]
    }
}

const NO_CARET: Refusal = Refusal("Put the caret into a paragraph first: click it, or use the arrow keys.");

/// What a person is told when annotations have lost their words.
fn lost(count: usize) -> String {
    let (what, whose) = if count == 1 { ("annotation has", "its") } else { ("annotations have", "their") };
    format!("{count} {what} lost {whose} words with the correction. Undo brings everything back.")
}

fn keep(edit: Edit, place: Place) -> Done {
    Done { edit, select: Some(place) }
}

fn main_place(document: &Document, id: Id) -> Option<Place> {
    let (part, number, _) = document.get(id)?.spans().next()?;
    Some(Place { id, part, number })
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
