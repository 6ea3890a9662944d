use super::find::find;
use super::shared::{button, press};
use crate::app::state::{Action, Dialog, Layer, Search, State};
use yew::prelude::*;

/// The line below the header: what is shown, how far the search is, and what needs the person's eye.
pub(super) fn status(state: &State, act: &Callback<Action>) -> Html {
    let counts = state.summary().counts;
    let layer = |layer: Layer, name: &'static str, more: &'static str, class: &'static str, count: usize| {
        let shown = !state.filter.hidden.contains(&layer);
        let onclick = press(act, Action::Toggle(layer));
        let title = if shown { "Hide in text and list" } else { "Show in text and list" };
        html! {
            <button type="button" class="layer" aria-pressed={shown.to_string()} {onclick} {title}>
                <span class="eye" aria-hidden="true">{ if shown { "✓" } else { "–" } }</span>
                <span class={classes!("mark", class)}>{ name }<span class="more">{ more }</span></span>{ " " }<b>{ count }</b>
            </button>
        }
    };
    html! {
        <section class="status" aria-label="What is found and shown">
            <div class="layers" role="group" aria-label="What is shown">
                { layer(Layer::Quotes, "Quotes", "", "ink-content", counts.quotes) }
                { layer(Layer::Loaded, "Loaded", " wording", "ink-loaded", counts.loaded) }
                { layer(Layer::Epistemic, "Epistemic", " cues", "ink-epistemic", counts.epistemic) }
                if counts.own > 0 {
                    { layer(Layer::Own, "Own", " labels", "ink-own-blue", counts.own) }
                }
            </div>
            <button type="button" class="adjust" onclick={press(act, Action::Dialog(Some(Dialog::Sensitivity)))}
                aria-keyshortcuts="O" title="How much is marked">{ "Adjust" }</button>
            { find(state, act) }
            <div class="search" role="status">{ search(&state.search, act) }</div>
            if let Some(why) = &state.unsaved {
                <p class="unsaved" role="alert">
                    { format!("Your work is not being saved in this browser ({why}). Export the file to keep it.") }
                </p>
            }
        </section>
    }
}

/// How far the search is. A quick one shows nothing: the style lets its progress appear late.
fn search(search: &Search, act: &Callback<Action>) -> Html {
    let button = |name: &'static str, action: Action| {
        let onclick = press(act, action);
        button(name, "", "", onclick)
    };
    match search {
        Search::Running(share) => html! {
            <span class="late">
                { "Looking for quotes and wording" }
                <progress max="100" value={((share * 100.0) as u32).to_string()} aria-label="Progress of the search" />
                { button("Stop", Action::Stop) }
            </span>
        },
        Search::Stopped => {
            html! { <>{ "The search was stopped." }{ button("Search again", Action::Search) }</> }
        }
        Search::Failed(why) => html! {
            <><span class="problem">{ why }</span>{ button("Try again", Action::Search) }</>
        },
        Search::Idle | Search::Done => html! {},
    }
}
