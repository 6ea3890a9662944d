use super::shared::closes;
use crate::app::state::Action;
use crate::browser::page;
use crate::text::Span;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The dialog's content: the paragraphs at `lines`, to be corrected.
pub(super) fn correct(lines: Span, words: &str, act: &Callback<Action>) -> Html {
    let keep = move || {
        let field = page().get_element_by_id("correction");
        let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        Action::Correct(lines, field.map(|field| field.value()).unwrap_or_default())
    };
    let onsubmit = act.reform(move |event: SubmitEvent| {
        event.prevent_default();
        keep()
    });
    let act_on_key = act.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            act_on_key.emit(keep());
        }
    });
    html! {
        <form {onsubmit}>
            <h2 id="dialog-title">{ "Correct the text" }</h2>
            <div class="field">
                <label for="correction">{ "Annotations move with their words" }</label>
                <textarea id="correction" rows="8" ~defaultValue={words.to_owned()} autofocus=true dir="auto" {onkeydown} />
            </div>
            <div class="choices">
                <button type="submit" class="primary" title="Ctrl Enter">{ "Keep" }</button>
                { closes("Cancel", "", act) }
            </div>
        </form>
    }
}
