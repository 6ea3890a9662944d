use super::about::about;
use super::adjust::adjust;
use super::comfort::comfort;
use super::commands::palette_of_commands;
use super::correct::correct;
use super::everywhere::everywhere;
use super::filter::filter;
use super::intake::intake;
use super::keys::keys;
use super::labels::{guide, labels};
use super::shared::{button, closes, press};
use super::speaker::speaker;
use crate::app::state::{Action, Dialog, State};
use crate::browser::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// The dialog that is open, if any, in `node`. The browser keeps the focus in it and gives it back.
///
/// A plain function, as every component costs the page's download some kilobytes; [`show`] opens and closes it.
pub(super) fn dialogs(state: &State, act: &Callback<Action>, node: &NodeRef) -> Html {
    // Told at once when Escape is pressed. The browser tells of the closing later: by then the next dialog may be open.
    let oncancel = {
        let (node, act) = (node.clone(), act.clone());
        Callback::from(move |event: Event| {
            if event.target() == node.get().map(Into::into) {
                act.emit(Action::Dialog(None));
            }
        })
    };
    let onclose = {
        let (node, act) = (node.clone(), act.clone());
        Callback::from(move |_: Event| {
            if node.cast::<HtmlDialogElement>().is_some_and(|dialog| !dialog.open()) {
                act.emit(Action::Dialog(None));
            }
        })
    };
    let content = match &state.dialog {
        None => html! {},
        Some(Dialog::Labels(editing)) => labels(state, *editing, act),
        Some(Dialog::Guide) => guide(state, act),
        Some(Dialog::Comfort) => comfort(&state.comfort, act),
        Some(Dialog::Filter) => filter(state, act),
        Some(Dialog::Keys(listening)) => keys(state, *listening, act),
        Some(Dialog::Commands(query, choice)) => palette_of_commands(state, query, *choice, act),
        Some(Dialog::Everywhere(all)) => state
            .document()
            .map(|document| everywhere(all, document, state.labels(), act))
            .unwrap_or_default(),
        Some(Dialog::Sensitivity) => adjust(&state.sensitivity, state.document(), act),
        Some(Dialog::Intake) => intake(&state.intake, act),
        Some(Dialog::About) => state.document().map(|document| about(document, act)).unwrap_or_default(),
        Some(Dialog::Text(lines)) => state
            .document()
            .map(|document| correct(*lines, document.article.words(*lines), act))
            .unwrap_or_default(),
        Some(Dialog::Rename(name)) => speaker(state, name, act),
        Some(Dialog::Forget(key, title)) => {
            let forget = press(act, Action::Forget(key.clone()));
            html! {
                <>
                    <h2 id="dialog-title">{ "Delete this article from the browser?" }</h2>
                    <p>{ format!("“{title}” and its annotations will be gone. This cannot be undone.") }</p>
                    <div class="choices">
                        { closes("Keep it", "primary", act) }
                        { button("Delete", "", "", forget) }
                    </div>
                </>
            }
        }
    };
    // Beside a dialog, nothing else of the page is heard.
    let problem = state.notice.as_ref().filter(|notice| notice.problem && state.dialog.is_some());
    html! {
        <dialog ref={node.clone()} {oncancel} {onclose} aria-labelledby="dialog-title">
            { content }
            if let Some(problem) = problem { <p class="problem" role="alert">{ problem.text.clone() }</p> }
        </dialog>
    }
}

/// Opens the dialog, or closes it, once it is rendered.
pub(super) fn show(node: &NodeRef, open: bool) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        match (open, dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            // Its content has changed: the focus goes where the new content wants it.
            (true, true) if !page().active_element().is_some_and(|active| holds(&dialog, &active)) => {
                let wants = dialog.query_selector("[autofocus]").ok().flatten();
                if let Some(element) = wants.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                    let _ = element.focus();
                }
            }
            _ => {}
        }
        // What is chosen with the arrows, while the focus is elsewhere, comes into view.
        if let Some(chosen) = dialog.query_selector("[aria-selected=true]").ok().flatten() {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            chosen.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}

fn holds(dialog: &HtmlDialogElement, active: &Element) -> bool {
    dialog.contains(Some(active)) && !dialog.is_same_node(Some(active))
}
