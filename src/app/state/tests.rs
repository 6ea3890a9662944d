use super::*;
use crate::document::tagging::{End, Step, Tag};
use crate::document::{Part, State as Judged};
use crate::extract::Category;

pub(super) const TEXT: &str =
    "“We sail at dawn,” Ada Moss said. The so-called storm is over.\n\nNobody asked her.";

/// What the core finds in it, packed.
fn found() -> String {
    let span = |words: &str| {
        let start = TEXT.find(words).unwrap();
        format!("{}-{} ", start, start + words.len())
    };
    let quote = [
        "q",
        "a1",
        "s",
        "0.1.0 ",
        "1063675494",
        "",
        "d",
        "=Ada Moss",
        "",
        &span("We sail at dawn,"),
        &span("Ada Moss"),
        &span("said"),
    ];
    let doubt = ["b", "a2", "s", "0.1.0 ", "1061997773", "", "doubt", "", &span("so-called"), "Casts doubt."];
    let speaker = ["s", "Ada Moss", &span("Ada Moss")];
    [quote.join("\t"), doubt.join("\t"), speaker.join("\t")].join("\n")
}

fn packed(kind: &str, body: &str) -> Packed {
    Packed { kind: kind.into(), body: body.into() }
}

pub(super) fn opened() -> State {
    let mut state = State::new();
    let effects = state.apply(Action::OpenText { title: None, text: TEXT.into() });
    assert!(effects.iter().any(|e| matches!(e, Effect::Search { .. })));
    state.apply(Action::Found(found()));
    state
}

pub(super) fn words(state: &mut State, words: &str) {
    let start = TEXT.find(words).unwrap();
    state.apply(Action::Words(Some(Span::new(start, start + words.len()))));
}

pub(super) fn said(state: &State, part: Part) -> String {
    let document = state.document().unwrap();
    let picked = document.get(state.selected.unwrap().id).unwrap();
    document.article.words(picked.span(part, 0).unwrap()).to_owned()
}

#[test]
fn a_pasted_text_is_searched_shown_and_saved() {
    let mut state = State::new();
    let effects = state.apply(Action::OpenText { title: None, text: TEXT.into() });
    assert!(matches!(
        &effects[..],
        [Effect::Stop, Effect::Begin(_), Effect::Save(_), .., Effect::Search { .. }]
    ));
    assert_eq!(state.search, Search::Running(0.0));
    state.apply(Action::Progress(0.5));
    state.apply(Action::Progress(0.2));
    assert_eq!(state.search, Search::Running(0.5));
    assert!(matches!(&state.apply(Action::Found(found()))[..], [Effect::Save(_)]));
    assert_eq!((state.visible.len(), &state.search), (2, &Search::Done));
}

#[test]
fn empty_text_and_bad_files_change_nothing() {
    let mut state = opened();
    let before = state.session.clone();
    assert!(state.apply(Action::OpenText { title: None, text: " \n".into() }).is_empty());
    assert!(state.notice.as_ref().is_some_and(|n| n.problem));
    assert_eq!(
        state.apply(Action::OpenFile("a".into(), "{}".into())),
        [Effect::Read("a".into(), "{}".into())]
    );
    assert!(state.apply(Action::Opened("nonsense".into())).is_empty());
    assert!(state.notice.as_ref().is_some_and(|n| n.problem));
    assert_eq!(state.session, before);
}

#[test]
fn a_click_picks_the_shortest_and_again_the_next_longer() {
    let mut state = opened();
    words(&mut state, "sail");
    state.apply(Action::Tag(Tag::Bias(Category::Label)));
    let at = TEXT.find("sail").unwrap() + 1;
    state.apply(Action::Pick(None));
    state.apply(Action::Hit(at));
    assert_eq!(state.selected.unwrap().part, Part::Marker);
    state.apply(Action::Hit(at));
    assert_eq!(state.selected.unwrap().part, Part::Content);
    state.apply(Action::Hit(TEXT.len() - 2));
    assert_eq!(state.selected, None);
}

#[test]
fn words_are_labelled_and_what_is_picked_is_relabelled() {
    let mut state = opened();
    words(&mut state, "storm");
    let effects = state.apply(Action::Tag(Tag::Bias(Category::LoadedLanguage)));
    assert!(effects.contains(&Effect::Select(None)));
    assert_eq!(said(&state, Part::Marker), "storm");
    state.apply(Action::Tag(Tag::Bias(Category::Doubt)));
    let document = state.document().unwrap();
    let picked = document.get(state.selected.unwrap().id).unwrap();
    assert_eq!(picked.as_marker().unwrap().category, Category::Doubt);
    assert_eq!(document.annotations().len(), 3);
}

#[test]
fn by_keyboard_alone_words_are_chosen_labelled_and_corrected() {
    let mut state = opened();
    // The first key puts the caret on the first word that can be seen.
    assert_eq!(state.apply(Action::Move(Motion::WordForward, false)), [Effect::CaretOnScreen]);
    state.apply(Action::PutCaret(0, false));
    state.apply(Action::Move(Motion::Finish, false));
    state.apply(Action::Move(Motion::WordBack, false));
    state.apply(Action::Move(Motion::WordBack, true));
    assert_eq!(state.words.map(|w| w.of(TEXT)), Some("asked her"));
    state.apply(Action::Tag(Tag::Content));
    state.apply(Action::MoveEnd(End::Start, Step::Back));
    assert_eq!(said(&state, Part::Content), "Nobody asked her");
}

#[test]
fn a_move_from_the_list_of_commands_waits_until_the_list_is_gone() {
    let mut state = opened();
    state.apply(Action::PutCaret(0, false));
    state.apply(Action::Dialog(Some(Dialog::Commands("line".into(), 0))));
    let effects = state.apply(Action::Run("down"));
    assert_eq!(effects, [Effect::Run("down")]);
    assert!(effects.iter().all(Effect::needs_rendering));
    assert_eq!(state.dialog, None);
    assert_eq!(state.apply(Action::Run("down")), [Effect::Line { forward: true, extend: false, from: 0 }]);
}

#[test]
fn a_sentence_of_the_summary_leads_to_the_text() {
    let mut state = opened();
    state.apply(Action::Pane(Pane::Summary));
    let effects = state.apply(Action::Visit(1));
    assert_eq!(state.pane, Pane::Text);
    assert_eq!(state.words.map(|w| w.start), Some(0));
    assert!(effects.contains(&Effect::Focus(Focus::Article)));
}

#[test]
fn judging_goes_on_to_the_next_suggestion() {
    let mut state = opened();
    state.apply(Action::Go(Step::Forward, Jump::Any));
    assert_eq!(said(&state, Part::Content), "We sail at dawn,");
    state.apply(Action::Judge(Judged::Accepted, true));
    assert_eq!(said(&state, Part::Marker), "so-called");
    state.apply(Action::Judge(Judged::Rejected, true));
    let states: Vec<_> = state.document().unwrap().annotations().map(|(_, a)| a.state).collect();
    assert_eq!(states, [Judged::Accepted, Judged::Rejected]);
    state.apply(Action::Go(Step::Back, Jump::Any));
    assert_eq!(said(&state, Part::Content), "We sail at dawn,");
}

#[test]
fn undo_picks_what_it_touched_and_goes_all_the_way() {
    let mut state = opened();
    let start = state.document().cloned();
    words(&mut state, "storm");
    state.apply(Action::Tag(Tag::Bias(Category::Label)));
    for note in ["t", "to", "too"] {
        state.apply(Action::Note(note.into()));
    }
    state.apply(Action::Delete);
    state.apply(Action::Undo);
    assert_eq!(said(&state, Part::Marker), "storm");
    assert_eq!(state.notice.as_ref().map(|n| n.text.as_str()), Some("Undone: delete."));
    state.apply(Action::Undo); // the note, as one step
    state.apply(Action::Undo);
    assert_eq!(state.document(), start.as_ref());
    assert!(state.apply(Action::Undo).is_empty());
    for _ in 0..3 {
        state.apply(Action::Redo);
    }
    assert_eq!(state.document().unwrap().annotations().len(), 2);
}

#[test]
fn filters_hide_in_text_and_list() {
    let mut state = opened();
    state.apply(Action::Toggle(Layer::Loaded));
    assert_eq!(state.visible.len(), 1);
    state.apply(Action::Filter(Filter { speaker: Some("Nobody".into()), ..Filter::default() }));
    assert!(state.visible.is_empty());
    state.apply(Action::Filter(Filter { state: Some(Judged::Suggested), ..Filter::default() }));
    assert_eq!(state.visible.len(), 2);
}

#[test]
fn what_is_taken_up_again_shows_what_was_on_the_screen() {
    let mut state = opened();
    state.apply(Action::Go(Step::Forward, Jump::Any));
    let view = View { selected: state.selected, top: (4, 12), pane: Pane::List, ..View::default() };
    let mut again = State::new();
    let saved = vec![packed("text", TEXT), packed("findings", &found())];
    let effects = again.apply(Action::Restore(saved, Some(view)));
    assert_eq!(effects, [Effect::Scroll(4, 12)]);
    assert_eq!((again.selected, again.pane, &again.search), (state.selected, Pane::List, &Search::Done));
    assert_eq!(again.document(), state.document());
}

#[test]
fn a_search_that_was_cut_off_is_started_again() {
    let mut state = State::new();
    let effects = state.apply(Action::Restore(vec![packed("text", TEXT)], None));
    assert!(matches!(effects[..], [Effect::Scroll(..), Effect::Search { .. }]));
}

#[test]
fn a_source_is_marked_as_unnamed_and_named_again() {
    let mut state = opened();
    state.apply(Action::Go(Step::Forward, Jump::Any));
    let unnamed = |state: &State| {
        let annotation = state.document().unwrap().get(state.selected.unwrap().id).unwrap().clone();
        (annotation.as_quote().unwrap().anonymous, annotation.state)
    };
    assert_eq!(unnamed(&state), (false, Judged::Suggested));
    assert!(matches!(&state.apply(Action::Anonymous(true))[..], [Effect::Save(_), ..]));
    assert_eq!(unnamed(&state), (true, Judged::Accepted));
    state.apply(Action::Anonymous(false));
    assert_eq!(unnamed(&state), (false, Judged::Accepted));
    state.apply(Action::Undo);
    assert_eq!(unnamed(&state), (true, Judged::Accepted));
    assert_eq!(state.notice.as_ref().unwrap().text, "Undone: mark source as named.");
    state.apply(Action::Undo);
    assert_eq!(unnamed(&state), (false, Judged::Suggested));
}

#[test]
fn the_page_begins_anew_only_when_nothing_is_needed_any_more() {
    let mut state = opened();
    assert_eq!(state.apply(Action::Closed), []); // another article came meanwhile
    state.apply(Action::New);
    assert_eq!(state.apply(Action::Closed), [Effect::Renew]);
    state.apply(Action::Unsaved(Some("the disk is full".into())));
    assert_eq!(state.apply(Action::Closed), []);
}
