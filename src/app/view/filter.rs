use super::shared::{button, closes, press};
use crate::app::state::{Action, Filter, State};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The dialog's content: the filters that are used less often than those over the list.
pub(super) fn filter(state: &State, act: &Callback<Action>) -> Html {
    let now = &state.filter;
    let change = |set: fn(&mut Filter, &Event)| {
        let filter = now.clone();
        act.reform(move |event: Event| {
            let mut filter = filter.clone();
            set(&mut filter, &event);
            Action::Filter(filter)
        })
    };
    let on_origin = change(|filter, event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        filter.by_hand = match value.as_deref() {
            Some("hand") => Some(true),
            Some("core") => Some(false),
            _ => None,
        };
    });
    let on_unnamed = change(|filter, event| {
        filter.unnamed = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
    });
    let on_sure = {
        let filter = now.clone();
        act.reform(move |event: InputEvent| {
            let value =
                event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok());
            Action::Filter(Filter { sure: value.unwrap_or(0), ..filter.clone() })
        })
    };
    let origin = |value: &'static str, name: &'static str, this: Option<bool>| {
        html! { <option {value} selected={now.by_hand == this}>{ name }</option> }
    };
    let passing = [&state.visible.len().to_string(), " pass the filter."].concat();
    html! {
        <div class="everywhere">
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ "Filter" }</h2>
            <div class="field">
                <label for="by-origin">{ "Made" }</label>
                <select id="by-origin" onchange={on_origin}>
                    { origin("", "by anyone", None) }
                    { origin("hand", "by hand", Some(true)) }
                    { origin("core", "by the search", Some(false)) }
                </select>
            </div>
            <div class="field">
                <label for="by-sure">{ "At least" }</label>
                <span class="pair">
                    <input id="by-sure" type="range" min="0" max="95" step="5" value={now.sure.to_string()} oninput={on_sure}
                        aria-valuetext={[&now.sure.to_string(), " percent sure"].concat()} />
                    <span>{ now.sure }{ " % sure" }</span>
                </span>
            </div>
            <div class="checks">
                <label><input type="checkbox" checked={now.unnamed} onchange={on_unnamed} />{ "Only quotes with an unnamed source" }</label>
            </div>
            <p role="status">{ passing }</p>
            <div class="choices">
                { closes("Close", "primary", act) }
                { button("Show all", "", "", press(act, Action::Filter(Filter::default()))) }
            </div>
        </div>
    }
}
