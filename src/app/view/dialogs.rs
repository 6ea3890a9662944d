use super::about::about;
use super::adjust::adjust;
use super::intake::intake;
use super::shared::{Shared, press};
use crate::app::state::{Action, Dialog, EPISTEMIC, HELP, Intake, LOADED, Label, QUOTE_LABELS, Sensitivity};
use crate::browser::page;
use crate::document::Document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dialog: Option<Dialog>,
    pub(super) letters_off: bool,
    pub(super) sensitivity: Shared<Sensitivity>,
    pub(super) intake: Intake,
    /// For the counts; only where a dialog needs them.
    pub(super) document: Option<Shared<Document>>,
    pub(super) act: Callback<Action>,
}

/// The dialog that is open, if any. The browser keeps the focus in it and gives it back.
#[function_component]
pub(super) fn Dialogs(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.dialog.is_some(), move |open| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                match (open, dialog.open()) {
                    (true, false) => drop(dialog.show_modal()),
                    (false, true) => dialog.close(),
                    _ => {}
                }
            }
        });
    }
    let onclose = props.act.reform(|_: Event| Action::Dialog(None));
    let content = match &props.dialog {
        None => html! {},
        Some(Dialog::Keys) => keys(props),
        Some(Dialog::Sensitivity) => adjust(&props.sensitivity, props.document.as_ref(), &props.act),
        Some(Dialog::Intake) => intake(&props.intake, &props.act),
        Some(Dialog::About) => {
            props.document.as_ref().map(|document| about(document, &props.act)).unwrap_or_default()
        }
        Some(Dialog::Rename(name)) => rename(name, &props.act),
        Some(Dialog::Forget(key, title)) => {
            let forget = press(&props.act, Action::Forget(key.clone()));
            html! {
                <>
                    <h2 id="dialog-title">{ "Delete this article from the browser?" }</h2>
                    <p>{ format!("“{title}” and its annotations will be gone. This cannot be undone.") }</p>
                    <div class="choices">
                        <button type="button" class="primary" onclick={press(&props.act, Action::Dialog(None))}>{ "Keep it" }</button>
                        <button type="button" onclick={forget}>{ "Delete" }</button>
                    </div>
                </>
            }
        }
    };
    html! { <dialog ref={node} {onclose} aria-labelledby="dialog-title">{ content }</dialog> }
}

fn keys(props: &Props) -> Html {
    let on_letters = props.act.reform(|event: Event| {
        Action::LettersOff(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| !input.checked()))
    });
    let row = |keys: &str, does: &str| html! { <><dt><kbd>{ keys.to_owned() }</kbd></dt><dd>{ does.to_owned() }</dd></> };
    let label = |label: &Label| row(&label.key.to_ascii_uppercase().to_string(), label.name);
    html! {
        <>
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ "Keys" }</h2>
            <div class="keys">
                <section>
                    <h3>{ "Label the selected words" }</h3>
                    <dl>
                        { for QUOTE_LABELS.iter().map(label) }
                        { row("Shift Q", "add to the picked quote") }
                        { for LOADED.iter().map(label) }
                    </dl>
                </section>
                <section>
                    <h3>{ "Epistemic cues" }</h3>
                    <dl>{ for EPISTEMIC.iter().map(label) }</dl>
                </section>
                { for HELP.iter().map(|(title, rows)| html! {
                    <section>
                        <h3>{ *title }</h3>
                        <dl>{ for rows.iter().map(|(keys, does)| row(keys, does)) }</dl>
                    </section>
                }) }
            </div>
            <div class="choices">
                <button type="button" class="primary" onclick={press(&props.act, Action::Dialog(None))}>{ "Close" }</button>
                <label>
                    <input type="checkbox" checked={!props.letters_off} onchange={on_letters} />
                    { " Keys that are a single letter or mark" }
                </label>
            </div>
        </>
    }
}

fn rename(name: &str, act: &Callback<Action>) -> Html {
    let from = name.to_owned();
    let onsubmit = act.reform(move |event: SubmitEvent| {
        event.prevent_default();
        let input =
            page().get_element_by_id("new-name").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        Action::Rename(from.clone(), input.map(|input| input.value()).unwrap_or_default())
    });
    html! {
        <form {onsubmit}>
            <h2 id="dialog-title">{ "Rename speaker" }</h2>
            <div class="field">
                <label for="new-name">{ "Name in every quote" }</label>
                <input id="new-name" type="text" value={name.to_owned()} autocomplete="off" autofocus=true />
            </div>
            <div class="choices">
                <button type="submit" class="primary">{ "Rename" }</button>
                <button type="button" onclick={press(act, Action::Dialog(None))}>{ "Cancel" }</button>
            </div>
        </form>
    }
}
