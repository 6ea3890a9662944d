//! What each key does: how a key is written, and which command it gives where the focus is.

use super::{Action, Focus, Jump, State};
use crate::document::tagging::{End, Step, Tag};

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

impl Key<'_> {
    /// As the map of keys writes it: `A`, `Shift+A`, `Ctrl+ArrowUp`, `{`. Shift is not written where it is part of the character, nor is
    /// Alt, which some keyboards need for it. `None` for a letter with Alt, which is the browser's.
    pub fn written(&self) -> Option<String> {
        let mut letters = self.name.chars();
        let single = letters.next().filter(|_| letters.next().is_none());
        if self.alt && single.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let mut written = String::new();
        let named = single.is_none();
        for (with, modifier) in [
            (self.control, "Ctrl+"),
            (self.alt && named, "Alt+"),
            (self.shift && (named || single.is_some_and(char::is_alphabetic)), "Shift+"),
        ] {
            if with {
                written.push_str(modifier);
            }
        }
        match single {
            Some(letter) => written.extend(letter.to_uppercase()),
            None => written.push_str(self.name),
        }
        Some(written)
    }
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

/// The action of a key; `None` leaves the key to the browser.
pub fn action_for(key: Key, zone: Zone, state: &State) -> Option<Action> {
    if state.dialog.is_some() {
        return None;
    }
    if key.name == "Escape" {
        return escape(zone, state);
    }
    let letter = key.name.chars().count() == 1 && !key.control;
    if letter && (state.letters_off || zone == Zone::Field) {
        return None;
    }
    if key.name == "Enter" && zone == Zone::Article && state.sticky.is_some() && state.words.is_some() {
        return Some(Action::Chosen);
    }
    if zone == Zone::List
        && let Some(action) = in_list(key)
    {
        return Some(action);
    }
    let written = key.written()?;
    if zone != Zone::Field
        && state.session.is_some()
        && let Some(label) = state.own_label(&written)
    {
        return Some(Action::Tag(Tag::Own(label)));
    }
    let found = state.keymap.command(&written).map(|command| (command, false));
    // Shift chooses the words that the caret passes.
    let (command, extend) = found.or_else(|| {
        let command = state.keymap.command(&written.replacen("Shift+", "", 1))?;
        (key.shift && command.run.moves()).then_some((command, true))
    })?;
    let possible = command.works_in(zone) && (state.session.is_some() || command.needs_no_article());
    possible.then(|| command.run.action(extend))
}

fn escape(zone: Zone, state: &State) -> Option<Action> {
    match zone {
        Zone::Field if state.session.is_some() => Some(Action::Focus(Focus::Article)),
        _ if state.notice.is_some() => Some(Action::Dismiss),
        _ if state.words.is_some() => Some(Action::DropWords),
        _ if state.sticky.is_some() => Some(Action::Sticky),
        _ if state.selected.is_some() => Some(Action::Pick(None)),
        _ => None,
    }
}

fn in_list(key: Key) -> Option<Action> {
    if key.control || key.alt || key.shift {
        return None;
    }
    match key.name {
        "ArrowUp" => Some(Action::Go(Step::Back, Jump::Any)),
        "ArrowDown" => Some(Action::Go(Step::Forward, Jump::Any)),
        "Home" => Some(Action::GoToEnd(End::Start)),
        "End" => Some(Action::GoToEnd(End::Finish)),
        "Enter" => Some(Action::Focus(Focus::Article)),
        _ => None,
    }
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
    fn keys_are_written_as_people_name_them() {
        let key = |name, control, shift, alt| Key { name, control, shift, alt }.written();
        assert_eq!(key("a", false, false, false).as_deref(), Some("A"));
        assert_eq!(key("A", false, true, false).as_deref(), Some("Shift+A"));
        assert_eq!(key("A", false, false, false).as_deref(), Some("A"), "with Caps Lock");
        assert_eq!(key("{", false, true, true).as_deref(), Some("{"));
        assert_eq!(key("Z", true, true, false).as_deref(), Some("Ctrl+Shift+Z"));
        assert_eq!(key("ArrowLeft", false, true, true).as_deref(), Some("Alt+Shift+ArrowLeft"));
        assert_eq!(key("f", false, false, true), None);
    }

    #[test]
    fn shift_chooses_the_words_that_the_caret_passes() {
        let mut state = State::new();
        state.apply(Action::OpenText { title: None, text: "One two.".into() });
        let key = Key { name: "ArrowDown", control: true, shift: true, alt: false };
        let action = action_for(key, Zone::Article, &state).map(|action| format!("{action:?}"));
        assert_eq!(action.as_deref(), Some("Move(ParagraphForward, true)"));
        assert!(action_for(key, Zone::List, &state).is_none());
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
