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
