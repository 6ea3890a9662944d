use super::shared::press;
use crate::app::state::{Action, State};
use crate::document::tagging::Step;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The field in which words to be found are typed, with how many there are.
pub(super) fn find(state: &State, act: &Callback<Action>) -> Html {
    let oninput = act.reform(|event: InputEvent| {
        Action::Find(
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
        )
    });
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            let action = match event.key().as_str() {
                "Enter" | "F3" if event.shift_key() => Action::FindNext(Step::Back),
                "Enter" | "F3" => Action::FindNext(Step::Forward),
                "Escape" => Action::FindEnd,
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            act.emit(action);
        })
    };
    let count = state.find.hits.len();
    let said = match count {
        0 => "not found".to_owned(),
        _ => [&(state.find.at + 1).to_string(), " of ", &count.to_string()].concat(),
    };
    let step = |sign: &'static str, name: &'static str, step: Step| {
        let onclick = press(act, Action::FindNext(step));
        html! { <button type="button" class="icon" {onclick} aria-label={name} title={name} disabled={count == 0}>{ sign }</button> }
    };
    html! {
        <div class="find" role="search">
            <input id="find" type="search" aria-label="Find in text, speakers and notes" placeholder="Find" title="Find in text, speakers and notes (/)"
                autocomplete="off" value={state.find.query.clone()} {oninput} {onkeydown} />
            if !state.find.query.is_empty() {
                <span role="status">{ said }</span>
                { step("↑", "Previous place (Shift Enter)", Step::Back) }
                { step("↓", "Next place (Enter)", Step::Forward) }
            }
        </div>
    }
}
