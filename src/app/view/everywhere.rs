use super::palette::ink_in;
use super::shared::{closes, press};
use crate::app::state::{Action, Everywhere, Label};
use crate::document::tagging::Tag;
use crate::document::{Document, LabelId, LabelSet, OwnLabel};
use crate::text::Span;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// How many of the places are shown; the number says how many there are.
const SHOWN: usize = 100;

/// How much of the text is shown on either side of a place, in bytes.
const AROUND: usize = 40;

/// The dialog's content: label the words wherever they stand.
pub(super) fn everywhere(
    all: &Everywhere,
    document: &Document,
    set: &LabelSet,
    act: &Callback<Action>,
) -> Html {
    let &Everywhere { words, tag, whole, case, .. } = all;
    let on_label = act.reform(move |event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        let value = value.unwrap_or_default();
        let label = Label::all().find(|label| label.name == value).map(|label| label.tag);
        let own = LabelId::parse(&value).map(Tag::Own);
        Action::LookEverywhere { tag: label.or(own).unwrap_or(tag), whole, case }
    });
    let check = |name: &'static str, checked: bool, then: fn(bool, Tag, bool, bool) -> Action| {
        let onchange = act.reform(move |event: Event| {
            let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            then(on, tag, whole, case)
        });
        html! { <label><input type="checkbox" {checked} {onchange} />{ name }</label> }
    };
    let option = |label: &Label| {
        html! { <option value={label.name} selected={label.tag == tag}>{ label.name }</option> }
    };
    let own = |label: &OwnLabel| {
        let selected = tag == Tag::Own(label.id);
        html! { <option value={label.id.to_string()} {selected}>{ label.name.clone() }</option> }
    };
    let count = all.places.len();
    let class = ink_in(tag, set);
    let place = |&span: &Span| {
        let text = &document.article.text;
        let before = text.floor_char_boundary(span.start.saturating_sub(AROUND));
        let after = text.ceil_char_boundary((span.end + AROUND).min(text.len()));
        html! {
            <li>{ "…" }{ Span::new(before, span.start).of(text) }<span class={classes!("mark", class)}>{ span.of(text) }</span>
                { Span::new(span.end, after).of(text) }{ "…" }</li>
        }
    };
    let does = match count {
        1 => "Label 1 place".to_owned(),
        _ => ["Label ", &count.to_string(), " places"].concat(),
    };
    html! {
        <div class="everywhere">
            <h2 id="dialog-title">{ "Label every occurrence of “" }{ document.article.words(words) }{ "”" }</h2>
            <div class="field">
                <label for="everywhere-label">{ "Label" }</label>
                <select id="everywhere-label" onchange={on_label}>{ for set.labels.iter().map(own) }{ for Label::all().map(option) }</select>
            </div>
            <div class="checks">
                { check("Whole words only", whole, |on, tag, _, case| Action::LookEverywhere { tag, whole: on, case }) }
                { check("Capitals matter", case, |on, tag, whole, _| Action::LookEverywhere { tag, whole, case: on }) }
            </div>
            <p role="status">{ match count { 1 => "It stands in 1 place.".to_owned(), _ => ["It stands in ", &count.to_string(), " places."].concat() } }</p>
            <ol class="places" tabindex="0" aria-label="The places">{ for all.places.iter().take(SHOWN).map(place) }</ol>
            <div class="choices">
                <button type="button" class="primary" autofocus=true disabled={count == 0} onclick={press(act, Action::TagEverywhere)}>{ does }</button>
                { closes("Cancel", "", act) }
            </div>
        </div>
    }
}
