use super::shared::closes;
use crate::app::state::Action;
use crate::browser::page;
use crate::document::{About, Document, Source};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The fields: their names in [`About`], and on the screen.
const FIELDS: [(&str, &str); 7] = [
    ("title", "Title"),
    ("byline", "Author"),
    ("date", "Date"),
    ("site", "Publication"),
    ("language", "Language"),
    ("address", "Address"),
    ("caption", "Caption of the leading picture"),
];

/// The dialog's content: what is known about the article, to be corrected.
pub(super) fn about(document: &Document, act: &Callback<Action>) -> Html {
    let known = document.article.about.clone();
    let field = |(name, label): (&'static str, &'static str)| {
        let value =
            known.fields().into_iter().find(|(other, _)| *other == name).map(|(_, value)| value.to_owned());
        let id = format!("about-{name}");
        html! {
            <div class="field">
                <label for={id.clone()}>{ label }</label>
                <input {id} type="text" ~defaultValue={value} autocomplete="off" required={name == "title"} autofocus={name == "title"} />
            </div>
        }
    };
    let onsubmit = act.reform(|event: SubmitEvent| {
        event.prevent_default();
        let mut about = About::default();
        for (name, _) in FIELDS {
            let input = page().get_element_by_id(&format!("about-{name}"));
            let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
            if let (Some(field), Some(input)) = (about.field_mut(name), input) {
                *field = input.value();
            }
        }
        Action::About(about)
    });
    html! {
        <form {onsubmit}>
            <h2 id="dialog-title">{ "About this article" }</h2>
            { for FIELDS.into_iter().map(field) }
            if let Some(source) = &document.article.source {
                <p class="quiet">{ from(source) }</p>
            }
            <div class="choices">
                <button type="submit" class="primary">{ "Keep" }</button>
                { closes("Cancel", "", act) }
            </div>
        </form>
    }
}

/// Where the article came from, and the first digits of the hash, if there is one.
fn from(source: &Source) -> String {
    let mut words =
        if source.name.is_empty() { "Pasted".into() } else { format!("From the file “{}”", source.name) };
    if let Some(digits) = source.sha256.get(..12) {
        words.push_str(&format!(", SHA-256 {digits}…"));
    }
    words
}
