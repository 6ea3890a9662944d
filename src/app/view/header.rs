use super::shared::{button, press};
use crate::app::state::{Action, Dialog, State};
use yew::prelude::*;

/// The bar on top: the name, the article's title, and what can be done with the whole.
///
/// `file_input` is the hidden field that chooses files.
pub(super) fn header(state: &State, act: &Callback<Action>, file_input: Html) -> Html {
    let on = |action: Action| press(act, action);
    let title = state.document().map(|document| document.article.about.title.clone());
    let open = title.is_some();
    let history = state.session.as_ref().map(|session| &session.history);
    let ignored = state.ignored.as_ref().map(|words| format!("ignore “{words}” always"));
    let edit = history.and_then(|history| history.last_done()).map(|edit| edit.what.as_str());
    let undo = ignored.as_deref().or(edit);
    let redo = history.and_then(|history| history.last_undone()).map(|edit| edit.what.as_str());
    let named = |verb: &str, what: Option<&str>| format!("{verb}: {}", what.unwrap_or("nothing"));
    html! {
        <header class="top">
            <p class="brand"><span aria-hidden="true">{ "“" }</span><b>{ "Scarequote" }</b><span aria-hidden="true">{ "”" }</span></p>
            if let Some(title) = title {
                <h1 class="title" title={title.clone()}>{ title.clone() }</h1>
            }
            { file_input }
            if !state.starting {
            <div class="actions">
                if open {
                    { button("New", "", "Another article", on(Action::New)) }
                }
                { button("Open", "", "Open a file (Ctrl O)", on(Action::ChooseFile)) }
                if open {
                    <button type="button" class="icon" onclick={on(Action::Undo)} disabled={undo.is_none()}
                        aria-label={named("Undo", undo)} title={named("Undo", undo) + " (Ctrl Z)"}>{ "↶" }</button>
                    <button type="button" class="icon" onclick={on(Action::Redo)} disabled={redo.is_none()}
                        aria-label={named("Redo", redo)} title={named("Redo", redo) + " (Ctrl Y)"}>{ "↷" }</button>
                    { button("Export", "primary", "Save the annotation file (Ctrl S)", on(Action::Export)) }
                }
                <button type="button" class="icon" onclick={on(Action::Dialog(Some(Dialog::Comfort)))}
                    aria-label="Reading" title="Text size, typeface, colours (Shift C)">{ "Aa" }</button>
                <button type="button" class="icon" onclick={on(Action::Dialog(Some(Dialog::Keys(None))))}
                    aria-label="Keys" title="Keys (?)">{ "?" }</button>
            </div>
            }
        </header>
    }
}
