//! Asking the core: of the article when it is opened, and again where a person has corrected the text, or changed what is set aside of it.

use super::{Effect, Entry, Notice, Search, State};
use crate::document::packed::unpack_findings;
use crate::document::tagging::adopt;
use crate::document::{Change, Edit};
use crate::text::Span;

/// What a search is for, when it is not the first one of the article.
#[derive(Debug)]
pub(super) struct Again {
    /// Where findings are taken over, in bytes.
    places: Vec<Span>,
    /// How many edits there were when it began: when there are more, the findings are a step of their own.
    steps: usize,
}

impl State {
    pub(super) fn search(&mut self) -> Vec<Effect> {
        let Some(document) = self.document() else { return vec![] };
        let article = &document.article;
        // Once the core has told what it would set aside, the person decides.
        let aside = self.again.as_ref().map(|_| article.reading.boilerplate.clone());
        let search = Effect::Search { text: article.text.clone(), blocks: article.blocks.clone(), aside };
        self.search = Search::Running(0.0);
        vec![search]
    }

    pub(super) fn found(&mut self, packed: String) -> Vec<Effect> {
        if let Some(again) = self.again.take() {
            return self.found_again(again, &packed);
        }
        let Some(session) = &mut self.session else { return vec![] };
        let entry = Entry::Findings(packed);
        match session.add(&entry) {
            Ok(()) => {
                let packed = session.pack(entry);
                self.search = Search::Done;
                self.refresh();
                vec![Effect::Save(packed)]
            }
            Err(why) => {
                self.search = Search::Failed(why);
                vec![]
            }
        }
    }

    /// To be called when `edit` was made: asks the core again when it has changed the text or what is set aside. Nothing is asked as long
    /// as the core has not answered for the first time.
    pub(super) fn look_again(&mut self, edit: &Edit) -> Vec<Effect> {
        if !self.has_answered() {
            return vec![];
        }
        let mut places = Vec::new();
        for change in &edit.changes {
            match change {
                Change::Aside { span, .. } => places.push(*span),
                Change::Text(rewrite) => {
                    if let Some(again) = &mut self.again {
                        again.places =
                            again.places.iter().filter_map(|place| rewrite.moved(*place)).collect();
                    }
                    places.extend(rewrite.places());
                }
                _ => {}
            }
        }
        if places.is_empty() {
            return vec![];
        }
        let before = self.again.take().map(|again| again.places).unwrap_or_default();
        let steps = self.session.as_ref().map_or(0, |session| session.history.steps());
        self.again = Some(Again { places: [before, places].concat(), steps });
        [vec![Effect::Stop], self.search()].concat()
    }

    /// Whether the core has answered for the first time: what it finds then is no step to undo, so that it has to come before those that
    /// change the text.
    pub(super) fn has_answered(&self) -> bool {
        self.search == Search::Done || self.again.is_some()
    }

    /// Asks the core about the whole article anew, as a step of its own: what a person made or judged stays.
    pub(super) fn search_again(&mut self) -> Vec<Effect> {
        let whole = self.document().map(|document| Span::new(0, document.article.text.len()));
        match whole {
            Some(whole) if self.has_answered() => {
                self.again = Some(Again { places: vec![whole], steps: usize::MAX });
                [vec![Effect::Stop], self.search()].concat()
            }
            _ => vec![],
        }
    }

    /// Takes over what was found; one step with the edit that it was looked for, unless there is a newer one.
    pub(super) fn found_again(&mut self, again: Again, packed: &str) -> Vec<Effect> {
        let Some(session) = &self.session else { return vec![] };
        let found = match unpack_findings(&session.document.article.text, packed) {
            Ok(found) => found,
            Err(why) => {
                self.search = Search::Failed(why);
                self.again = Some(again); // what is asked anew is asked for the same places
                return vec![];
            }
        };
        let Again { places, steps } = again;
        self.search = Search::Done;
        let mut edit = adopt(&session.document, found, &places);
        if edit.changes.is_empty() {
            if steps == usize::MAX {
                self.notice = Some(Notice::done("Nothing new was found."));
            }
            return vec![];
        }
        let joins = session.history.steps() == steps && session.history.last_undone().is_none();
        if !joins {
            edit.what = "Search again".into();
        }
        let notice = self.notice.take(); // what was told of the edit itself
        let effects = self.record(Entry::Make(edit, joins));
        self.notice = self.notice.take().or(notice);
        effects
    }

    /// The edit that was looked for is undone, or another one done again: what is found no longer matters.
    pub(super) fn forget_search(&mut self) -> Vec<Effect> {
        match self.again.take() {
            None => vec![],
            Some(_) => {
                self.search = Search::Done;
                vec![Effect::Stop]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Dialog};
    use super::*;
    use crate::document::Source;
    use crate::document::packed::pack_findings;
    use crate::extract::{Structure, extract, extract_structured};

    const TEXT: &str = "“We sail at dawn,” Ada Moss said.\n\n“It is over, Bo Reed said. A storm came.";

    /// What the core would answer.
    fn answer(state: &mut State) {
        let text = state.document().unwrap().article.text.clone();
        state.apply(Action::Found(pack_findings(&text, extract(&text))));
    }

    fn opened() -> State {
        let mut state = State::new();
        state.apply(Action::OpenText { title: None, text: TEXT.into() });
        answer(&mut state);
        state
    }

    fn searches(effects: &[Effect]) -> bool {
        effects.iter().any(|effect| matches!(effect, Effect::Search { .. }))
    }

    fn close_the_quote(state: &mut State) -> Vec<Effect> {
        state.apply(Action::PutCaret(TEXT.find("over").unwrap(), false));
        state.apply(Action::CorrectHere);
        let Some(Dialog::Text(lines)) = state.dialog else { panic!("no dialog") };
        let words = state.document().unwrap().article.words(lines).replace("over,", "over,”");
        state.apply(Action::Correct(lines, words))
    }

    fn contents(state: &State) -> Vec<String> {
        let document = state.document().unwrap();
        let quotes = document.in_order().into_iter().filter_map(|id| document.get(id)?.as_quote().cloned());
        quotes.map(|quote| document.article.words(quote.content[0]).to_owned()).collect()
    }

    #[test]
    fn a_corrected_text_is_searched_where_it_changed_and_one_undo_takes_both_back() {
        let mut state = opened();
        let before = state.document().cloned();
        let effects = close_the_quote(&mut state);
        assert!(searches(&effects) && effects.contains(&Effect::Stay) && state.dialog.is_none());
        answer(&mut state);
        assert_eq!(contents(&state), ["We sail at dawn,", "It is over,"]);
        assert_eq!(state.search, Search::Done);
        state.apply(Action::Undo);
        assert_eq!(state.document().cloned(), before);
        state.apply(Action::Redo);
        assert_eq!(contents(&state), ["We sail at dawn,", "It is over,"]);
    }

    #[test]
    fn what_is_set_aside_has_no_suggestions_and_what_is_put_back_is_searched() {
        let mut state = opened();
        let before = contents(&state);
        let toggle = |state: &mut State| {
            state.apply(Action::PutCaret(5, false));
            let effects = state.apply(Action::Aside);
            let asides = effects.iter().find_map(|effect| match effect {
                Effect::Search { aside, .. } => aside.clone(),
                _ => None,
            });
            let structure = Structure { blocks: &[], aside: asides.as_deref() };
            let text = state.document().unwrap().article.text.clone();
            let found = extract_structured(&text, &structure, &mut |_| ());
            state.apply(Action::Found(pack_findings(&text, found)));
            asides.map(|asides| asides.len())
        };
        assert_eq!(toggle(&mut state), Some(1));
        assert_eq!(contents(&state), before[1..]);
        assert_eq!(toggle(&mut state), Some(0));
        assert_eq!(contents(&state), before);
        state.apply(Action::Undo);
        state.apply(Action::Undo);
        assert_eq!(contents(&state), before);
        assert_eq!(state.document().unwrap().article.reading.boilerplate, []);
    }

    #[test]
    fn an_edit_meanwhile_keeps_the_findings_apart() {
        let mut state = opened();
        close_the_quote(&mut state);
        state.apply(Action::Words(Some(Span::new(3, 5))));
        state.apply(Action::Tag(crate::document::tagging::Tag::Source));
        answer(&mut state);
        state.apply(Action::Undo);
        assert_eq!(contents(&state)[0], "We sail at dawn,");
        assert!(state.notice.as_ref().unwrap().text.starts_with("Undone"));
    }

    #[test]
    fn an_undo_before_the_answer_stops_the_search() {
        let mut state = opened();
        let before = state.document().cloned();
        close_the_quote(&mut state);
        assert!(state.apply(Action::Undo).contains(&Effect::Stop));
        assert_eq!((state.document().cloned(), &state.search), (before, &Search::Done));
    }

    #[test]
    fn the_text_waits_for_the_first_search() {
        let mut state = State::new();
        state.apply(Action::OpenText { title: None, text: TEXT.into() });
        state.apply(Action::PutCaret(5, false));
        state.apply(Action::CorrectHere);
        assert!(state.dialog.is_none() && state.notice.as_ref().unwrap().problem);
    }

    #[test]
    fn a_newer_core_never_touches_what_a_person_decided() {
        let mut state = opened();
        let before = contents(&state);
        state.apply(Action::Go(crate::document::tagging::Step::Forward, crate::app::state::Jump::Any));
        state.apply(Action::Judge(crate::document::State::Rejected, true));
        let judged = state.document().cloned();
        assert!(searches(&state.apply(Action::SearchAgain)));
        state.apply(Action::Found(pack_findings(TEXT, crate::extract::Findings::default())));
        let document = state.document().unwrap().clone();
        assert!(document.annotations().all(|(_, a)| a.state == crate::document::State::Rejected));
        assert_eq!(document.annotations().len(), 1);
        state.apply(Action::Undo);
        assert_eq!(state.document().cloned(), judged, "one step, apart from the judgement");
        assert_eq!(contents(&state), before);
    }

    #[test]
    fn a_search_that_finds_nothing_new_says_so() {
        let mut state = opened();
        let before = state.document().cloned();
        state.apply(Action::SearchAgain);
        answer(&mut state);
        assert_eq!(state.document().cloned(), before);
        assert_eq!(state.notice.unwrap().text, "Nothing new was found.");
    }

    #[test]
    fn findings_that_cannot_be_read_are_asked_for_again_at_the_same_places() {
        let mut state = opened();
        close_the_quote(&mut state);
        state.apply(Action::CorrectHere);
        assert!(state.dialog.is_some(), "the text need not wait for a search of a part");
        state.apply(Action::Dialog(None));
        state.apply(Action::Found("nonsense".into()));
        assert!(matches!(state.search, Search::Failed(_)));
        assert!(searches(&state.apply(Action::Search)));
        answer(&mut state);
        assert_eq!(contents(&state), ["We sail at dawn,", "It is over,"]);
    }

    #[test]
    fn where_the_article_came_from_may_be_learned_later() {
        let mut state = opened();
        close_the_quote(&mut state);
        answer(&mut state);
        let source = Source { name: "ferry.txt".into(), sha256: "0".repeat(64) };
        state.apply(Action::Hashed(state.document().unwrap().article.text.clone(), source.clone()));
        state.apply(Action::Undo);
        let article = &state.document().unwrap().article;
        assert_eq!((&*article.text, article.source.clone()), (TEXT, Some(source)));
    }
}
