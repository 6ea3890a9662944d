use super::shared::{button, closes, press};
use crate::app::state::{Action, Comfort, Setting};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The dialog's content: how the text is read. What is changed is seen at once, behind the dialog.
pub(super) fn comfort(comfort: &Comfort, act: &Callback<Action>) -> Html {
    let row = |(setting, now): (&'static Setting, usize)| {
        let before = *comfort;
        let onchange = act.reform(move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
            let mut comfort = before;
            comfort.set(setting.name, &value.unwrap_or_default());
            Action::Comfort(comfort)
        });
        let id = ["comfort-", setting.name].concat();
        let option = |(number, (value, name)): (usize, &(&'static str, &'static str))| {
            html! { <option value={*value} selected={number == now}>{ *name }</option> }
        };
        html! {
            <div class="field">
                <label for={id.clone()}>{ setting.title }</label>
                <select {id} {onchange}>{ for setting.values.iter().enumerate().map(option) }</select>
            </div>
        }
    };
    html! {
        <div class="comfort">
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ "Reading" }</h2>
            { for comfort.all().map(row) }
            <div class="choices">
                { closes("Close", "primary", act) }
                { button("Reset", "", "", press(act, Action::Comfort(Comfort::default()))) }
            </div>
        </div>
    }
}
