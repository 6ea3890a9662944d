//! What each key does. The whole keyboard is in this file; the dialog of keys is made from it.

use super::{Action, Focus, Label, Motion, State};
use crate::document::State as Judged;
use crate::document::tagging::{End, Step};

/// A key that was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name, as the browser gives it: `a`, `A`, `ArrowLeft`, `Enter`.
    pub name: &'a str,
    /// With Control, or Command on a Mac.
    pub control: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt.
    pub alt: bool,
}

/// Where the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// In the article.
    Article,
    /// In the list of annotations.
    List,
    /// Where text is typed: only keys with Control, and Escape.
    Field,
    /// On a button or link, or nowhere.
    Elsewhere,
}

/// A line of the dialog of keys: the keys, and what they do.
pub const HELP: [(&str, &[(&str, &str)]); 4] = [
    (
        "Review",
        &[
            ("J / K", "next / previous annotation"),
            ("A / X", "accept / reject, and go on"),
            ("U", "put back to suggested"),
            ("Shift X / D", "ignore these words in this article / always"),
            ("O", "how much is marked"),
            ("L", "set a paragraph aside / put it back"),
            ("F2", "correct the text of the paragraph"),
            ("N", "write a note"),
            ("Y", "name the speaker"),
            ("Delete", "delete the annotation"),
        ],
    ),
    (
        "Choose words in the text",
        &[
            ("← →", "previous / next word"),
            ("↑ ↓", "line up / down"),
            ("Ctrl ↑ ↓", "paragraph up / down"),
            ("Home / End", "first / last word"),
            ("Shift with these", "choose several words"),
            ("Enter", "pick the annotation there"),
        ],
    ),
    (
        "Move the ends",
        &[
            ("[ / ]", "start earlier / end later"),
            ("{ / }", "start later / end earlier"),
            ("R", "cover the chosen words"),
        ],
    ),
    (
        "Everywhere",
        &[
            ("Ctrl Z", "undo"),
            ("Ctrl Y or Ctrl Shift Z", "redo"),
            ("Ctrl S", "save the annotation file"),
            ("Ctrl O", "open a file"),
            ("Ctrl I", "title, author, date of the article"),
            ("Esc", "let go of words, then of the annotation"),
            ("?", "this list"),
        ],
    ),
];

/// The action of a key; `None` leaves the key to the browser.
pub fn action_for(key: Key, zone: Zone, state: &State) -> Option<Action> {
    if state.dialog.is_some() {
        return None;
    }
    if key.control {
        return with_control(key, zone, state.session.is_some());
    }
    if key.name == "Escape" {
        return escape(zone, state);
    }
    if state.letters_off && key.name.chars().count() == 1 {
        return None;
    }
    if key.alt || zone == Zone::Field || state.session.is_none() {
        return (key.name == "?" && zone != Zone::Field).then_some(Action::Dialog(Some(super::Dialog::Keys)));
    }
    match zone {
        Zone::Article => in_article(key, state),
        Zone::List => in_list(key),
        Zone::Field | Zone::Elsewhere => None,
    }
    .or_else(|| command(key))
}

fn with_control(key: Key, zone: Zone, about: bool) -> Option<Action> {
    let typing = zone == Zone::Field;
    match (key.name.to_ascii_lowercase().as_str(), key.shift) {
        ("s", false) => Some(Action::Export),
        ("o", false) => Some(Action::ChooseFile),
        ("i", false) if about => Some(Action::Dialog(Some(super::Dialog::About))),
        ("z", false) if !typing => Some(Action::Undo),
        ("z", true) | ("y", false) if !typing => Some(Action::Redo),
        ("arrowup", extend) if zone == Zone::Article => Some(Action::Move(Motion::ParagraphBack, extend)),
        ("arrowdown", extend) if zone == Zone::Article => {
            Some(Action::Move(Motion::ParagraphForward, extend))
        }
        _ => None,
    }
}

fn escape(zone: Zone, state: &State) -> Option<Action> {
    match zone {
        Zone::Field if state.session.is_some() => Some(Action::Focus(Focus::Article)),
        _ if state.notice.is_some() => Some(Action::Dismiss),
        _ if state.words.is_some() => Some(Action::DropWords),
        _ if state.selected.is_some() => Some(Action::Pick(None)),
        _ => None,
    }
}

fn in_article(key: Key, state: &State) -> Option<Action> {
    let motion = match key.name {
        "ArrowLeft" => Motion::WordBack,
        "ArrowRight" => Motion::WordForward,
        "ArrowUp" => return Some(Action::Line(false, key.shift)),
        "ArrowDown" => return Some(Action::Line(true, key.shift)),
        "Home" => Motion::Start,
        "End" => Motion::Finish,
        "Enter" => return state.words.map(|words| Action::Hit(words.start)),
        _ => return None,
    };
    Some(Action::Move(motion, key.shift))
}

fn in_list(key: Key) -> Option<Action> {
    match key.name {
        "ArrowUp" => Some(Action::Go(Step::Back)),
        "ArrowDown" => Some(Action::Go(Step::Forward)),
        "Home" => Some(Action::GoToEnd(End::Start)),
        "End" => Some(Action::GoToEnd(End::Finish)),
        "Enter" => Some(Action::Focus(Focus::Article)),
        _ => None,
    }
}

fn command(key: Key) -> Option<Action> {
    let small = key.name.to_ascii_lowercase();
    Some(match small.as_str() {
        "j" => Action::Go(Step::Forward),
        "k" => Action::Go(Step::Back),
        "a" => Action::Judge(Judged::Accepted, true),
        "x" if key.shift => Action::IgnoreInArticle,
        "d" => Action::IgnoreAlways,
        "o" => Action::Dialog(Some(super::Dialog::Sensitivity)),
        "l" => Action::Aside,
        "f2" => Action::CorrectHere,
        "x" => Action::Judge(Judged::Rejected, true),
        "u" => Action::Judge(Judged::Suggested, false),
        "n" => Action::Focus(Focus::Note),
        "y" => Action::Focus(Focus::Speaker),
        "r" => Action::Respan,
        "delete" | "backspace" => Action::Delete,
        "[" => Action::MoveEnd(End::Start, Step::Back),
        "{" => Action::MoveEnd(End::Start, Step::Forward),
        "]" => Action::MoveEnd(End::Finish, Step::Forward),
        "}" => Action::MoveEnd(End::Finish, Step::Back),
        "?" => Action::Dialog(Some(super::Dialog::Keys)),
        "q" if key.shift => Action::Tag(crate::document::tagging::Tag::MoreContent),
        _ => {
            let mut letters = small.chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
            return Label::of_key(letter).map(|label| Action::Tag(label.tag));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tagging::Tag;

    fn pressed(name: &str, zone: Zone) -> Option<String> {
        let mut state = State::new();
        state.apply(Action::OpenText { title: None, text: "One two.".into() });
        action_for(Key { name, ..Key::default() }, zone, &state).map(|action| format!("{action:?}"))
    }

    #[test]
    fn letters_are_labels_but_not_where_text_is_typed() {
        assert_eq!(pressed("q", Zone::Article), Some(format!("{:?}", Action::Tag(Tag::Content))));
        assert_eq!(pressed("Q", Zone::List), pressed("q", Zone::Article));
        assert_eq!(pressed("q", Zone::Field), None);
        assert_eq!(pressed("Tab", Zone::Article), None);
        assert_eq!(pressed("é", Zone::Article), None);
    }

    #[test]
    fn letters_can_be_switched_off() {
        let mut state = State::new();
        state.apply(Action::OpenText { title: None, text: "One two.".into() });
        state.apply(Action::LettersOff(true));
        for (name, works) in
            [("a", false), ("1", false), ("?", false), ("ArrowRight", true), ("Delete", true)]
        {
            let key = Key { name, ..Key::default() };
            assert_eq!(action_for(key, Zone::Article, &state).is_some(), works, "{name}");
        }
    }

    #[test]
    fn without_an_article_letters_do_nothing() {
        let state = State::new();
        assert!(action_for(Key { name: "a", ..Key::default() }, Zone::Elsewhere, &state).is_none());
        assert!(
            action_for(Key { name: "o", control: true, ..Key::default() }, Zone::Field, &state).is_some()
        );
    }

    #[test]
    fn escape_lets_go_one_thing_at_a_time() {
        let mut state = State::new();
        state.apply(Action::OpenText { title: None, text: "One two.".into() });
        state.apply(Action::Words(Some(crate::text::Span::new(0, 3))));
        state.apply(Action::Tag(Tag::Content));
        state.apply(Action::Words(Some(crate::text::Span::new(4, 7))));
        let escape = |state: &mut State| {
            let action = action_for(Key { name: "Escape", ..Key::default() }, Zone::Article, state);
            action.map(|action| state.apply(action)).is_some()
        };
        assert!(escape(&mut state) && state.words.is_none() && state.selected.is_some());
        assert!(escape(&mut state) && state.selected.is_none());
        assert!(!escape(&mut state));
    }
}
