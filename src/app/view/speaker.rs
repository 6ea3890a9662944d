use super::shared::closes;
use crate::app::state::{Action, State};
use crate::browser::page;
use crate::document::{Id, shorten};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many quotes are shown to choose from.
const SHOWN: usize = 200;

/// The dialog's content: another name for a speaker, in all quotes or in some: renaming, merging, and splitting in one.
pub(super) fn speaker(state: &State, from: &str, act: &Callback<Action>) -> Html {
    let Some(document) = state.document() else { return html! {} };
    let quotes: Vec<Id> =
        document.annotations().filter(|(_, a)| a.speaker() == Some(from)).map(|(id, _)| id).collect();
    let onsubmit = {
        let (from, quotes) = (from.to_owned(), quotes.clone());
        act.reform(move |event: SubmitEvent| {
            event.prevent_default();
            let input = |id: &str| {
                page().get_element_by_id(id).and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
            };
            let to = input("new-name").map(|input| input.value()).unwrap_or_default();
            let left_out =
                |id: &Id| input(&["of-", &id.to_string()].concat()).is_some_and(|input| !input.checked());
            let some = quotes.iter().any(left_out);
            let only = some.then(|| quotes.iter().copied().filter(|id| !left_out(id)).collect());
            Action::Rename(from.clone(), to, only)
        })
    };
    let quote = |id: &Id| {
        let words = document.get(*id).map(|quote| shorten(document.article.words(quote.anchor()), 90));
        html! {
            <li><label><input type="checkbox" id={["of-", &id.to_string()].concat()} ~defaultChecked=true />{ words }</label></li>
        }
    };
    html! {
        <form {onsubmit} class="everywhere">
            <h2 id="dialog-title">{ "Rename speaker" }</h2>
            <div class="field">
                <label for="new-name">{ "New name" }</label>
                <input id="new-name" type="text" ~defaultValue={from.to_owned()} list="speakers" autocomplete="off" autofocus=true />
            </div>
            <p class="quiet">{ "The name of another speaker makes the two one. To split a speaker, leave only the quotes checked that are somebody else’s." }</p>
            <ul class="checks places" aria-label="Quotes that get the name">{ for quotes.iter().take(SHOWN).map(quote) }</ul>
            <div class="choices">
                <button type="submit" class="primary">{ "Rename" }</button>
                { closes("Cancel", "", act) }
            </div>
        </form>
    }
}
