//! The laws of editing, on random texts and random actions.
#![allow(clippy::unwrap_used)] // a test may fail

use proptest::prelude::*;
use scarequote::document::tagging::{self, End, Step, Tag};
use scarequote::document::{Article, Document, Edit, History, Id, State};
use scarequote::extract::{Category, QuoteKind};
use scarequote::text::Span;

/// What a person might do next; numbers are folded into range when it is done.
#[derive(Clone, Debug)]
enum Action {
    Tag(usize, usize, Tag),
    Relabel(usize, Tag),
    Move(usize, End, Step),
    State(usize, State),
    Note(usize, String),
    Speaker(usize, String),
    Rename(String, String),
    Kind(usize, QuoteKind),
    Anonymous(usize, bool),
    Delete(usize),
    Correct(usize, usize, String),
}

fn tags() -> impl Strategy<Value = Tag> {
    prop_oneof![
        Just(Tag::Content),
        Just(Tag::MoreContent),
        Just(Tag::Source),
        Just(Tag::Cue),
        prop::sample::select(&Category::ALL[..]).prop_map(Tag::Bias),
    ]
}

fn actions() -> impl Strategy<Value = Action> {
    let ends = prop_oneof![Just(End::Start), Just(End::Finish)];
    let steps = prop_oneof![Just(Step::Back), Just(Step::Forward)];
    let states = prop_oneof![Just(State::Suggested), Just(State::Accepted), Just(State::Rejected)];
    let kinds = prop_oneof![Just(QuoteKind::Direct), Just(QuoteKind::Indirect), Just(QuoteKind::Mixed)];
    let names = "[ab]{0,1}";
    prop_oneof![
        (any::<usize>(), any::<usize>(), tags()).prop_map(|(a, b, t)| Action::Tag(a, b, t)),
        (any::<usize>(), tags()).prop_map(|(n, t)| Action::Relabel(n, t)),
        (any::<usize>(), ends, steps).prop_map(|(n, e, s)| Action::Move(n, e, s)),
        (any::<usize>(), states).prop_map(|(n, s)| Action::State(n, s)),
        (any::<usize>(), "\\PC{0,8}").prop_map(|(n, s)| Action::Note(n, s)),
        (any::<usize>(), names).prop_map(|(n, s)| Action::Speaker(n, s)),
        (names, names).prop_map(|(a, b)| Action::Rename(a, b)),
        (any::<usize>(), kinds).prop_map(|(n, k)| Action::Kind(n, k)),
        (any::<usize>(), any::<bool>()).prop_map(|(n, yes)| Action::Anonymous(n, yes)),
        any::<usize>().prop_map(Action::Delete),
        (any::<usize>(), any::<usize>(), "[ab “”\n]{0,6}")
            .prop_map(|(a, b, words)| Action::Correct(a, b, words)),
    ]
}

/// The edit for an action, if it is possible on this document.
fn edit_for(document: &Document, action: &Action) -> Option<Edit> {
    let text = &document.article.text;
    let ids: Vec<Id> = document.in_order();
    let pick = |n: &usize| (!ids.is_empty()).then(|| ids[n % ids.len()]);
    let place = |n: &usize| {
        let id = pick(n)?;
        let spans: Vec<_> = document.get(id)?.spans().collect();
        let (part, number, _) = spans.get(n % spans.len().max(1))?;
        Some(scarequote::document::Place { id, part: *part, number: *number })
    };
    let boundary = |n: &usize| {
        let mut at = n % (text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    match action {
        Action::Tag(a, b, tag) => {
            let (a, b) = (boundary(a), boundary(b));
            let selected = pick(&(a + b));
            tagging::tag(document, Span::new(a.min(b), a.max(b)), *tag, selected).ok().map(|done| done.edit)
        }
        Action::Correct(a, b, words) => {
            let (a, b) = (boundary(a), boundary(b));
            tagging::correct(document, Span::new(a.min(b), a.max(b)), words).ok().map(|done| done.edit)
        }
        Action::Relabel(n, tag) => tagging::relabel(document, place(n)?, *tag).ok().map(|done| done.edit),
        Action::Move(n, end, step) => tagging::move_end(document, place(n)?, *end, *step).ok(),
        Action::State(n, state) => tagging::set_state(document, pick(n)?, *state).ok(),
        Action::Note(n, note) => tagging::set_note(document, pick(n)?, note).ok(),
        Action::Speaker(n, name) => tagging::set_speaker(document, pick(n)?, name).ok(),
        Action::Rename(from, to) => tagging::rename_speaker(document, from, to, None).ok(),
        Action::Kind(n, kind) => tagging::set_kind(document, pick(n)?, *kind).ok(),
        Action::Anonymous(n, yes) => tagging::set_anonymous(document, pick(n)?, *yes).ok(),
        Action::Delete(n) => tagging::delete(document, pick(n)?).ok().map(|done| done.edit),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn undo_and_redo_go_all_the_way(text in "(\\PC| |\n|“|”){1,120}", actions in prop::collection::vec(actions(), 1..40)) {
        let start = Document::new(Article::new(&text));
        let mut document = start.clone();
        let mut history = History::default();
        let mut joins = false;
        for action in &actions {
            if let Some(edit) = edit_for(&document, action) {
                prop_assert!(history.make(&mut document, edit, joins).is_ok());
                joins = matches!(action, Action::Note(..));
            }
            for (_, annotation) in document.annotations() {
                for (_, _, span) in annotation.spans() {
                    prop_assert!(!document.article.words(span).trim().is_empty(), "an empty span: {:?}", span);
                }
            }
        }
        let end = document.clone();
        while history.undo(&mut document).is_some() {}
        prop_assert_eq!(&document, &start);
        prop_assert!(history.last_done().is_none());
        while history.redo(&mut document).is_some() {}
        prop_assert_eq!(&document, &end);
    }

    #[test]
    fn two_edits_in_one_do_what_both_do(text in "[a-z ]{20,60}", first in actions(), second in actions()) {
        let mut document = Document::new(Article::new(&text));
        if let Some(edit) = edit_for(&document, &Action::Tag(0, 9, Tag::Content)) {
            edit.apply(&mut document).unwrap();
        }
        let start = document.clone();
        let Some(one) = edit_for(&document, &first) else { return Ok(()) };
        one.apply(&mut document).unwrap();
        let Some(two) = edit_for(&document, &second) else { return Ok(()) };
        two.apply(&mut document).unwrap();
        let both = one.then(&two);
        let mut together = start.clone();
        both.apply(&mut together).unwrap();
        prop_assert_eq!(&together, &document);
        both.inverse().apply(&mut together).unwrap();
        prop_assert_eq!(&together, &start);
        prop_assert_eq!(both.inverse().inverse(), both);
    }

    #[test]
    fn an_edit_that_does_not_fit_changes_nothing(action in actions()) {
        let document = Document::new(Article::new("one two three"));
        let tagged = edit_for(&document, &Action::Tag(0, 3, Tag::Content)).unwrap();
        let mut other = document.clone();
        tagged.apply(&mut other).unwrap();
        let Some(edit) = edit_for(&other, &action) else { return Ok(()) };
        let mut untouched = document.clone();
        if edit.apply(&mut untouched).is_err() {
            prop_assert_eq!(untouched, document);
        }
    }
}
