use crate::app::state::Action;
use crate::document::Annotation;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// The tag of a quote whose source is not named.
pub(super) fn unnamed(annotation: &Annotation) -> Option<Html> {
    let tag = || html! { <span class="unnamed">{ "unnamed source" }</span> };
    annotation.as_quote().filter(|quote| quote.anonymous).map(|_| tag())
}

/// What a button does: this, whenever it is pressed. One piece of code for all buttons.
pub(super) fn press(act: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    act.reform(move |_| action.clone())
}

/// A button with a name; `class` and `hint` may be empty. One piece of code for all of them.
pub(super) fn button(
    name: &'static str,
    class: &'static str,
    hint: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    let some = |words: &'static str| Some(words).filter(|words| !words.is_empty());
    html! { <button type="button" class={some(class)} title={some(hint)} {onclick}>{ name }</button> }
}

/// A button that closes the dialog.
pub(super) fn closes(name: &'static str, class: &'static str, act: &Callback<Action>) -> Html {
    button(name, class, "", press(act, Action::Dialog(None)))
}

/// A shared value as a property: equal when it is the same one, so that comparing costs nothing.
#[derive(Debug)]
pub(super) struct Shared<T>(pub(super) Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = Rc<T>;

    fn deref(&self) -> &Rc<T> {
        &self.0
    }
}
