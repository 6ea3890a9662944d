use super::shared::Shared;
use crate::app::state::{Action, Filter, Layer, Search};
use crate::document::Document;
use crate::measure::Summary;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long a search may take before its progress is shown, in ms.
const PATIENCE: u32 = 300;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) document: Shared<Document>,
    pub(super) search: Search,
    pub(super) filter: Filter,
    /// Why work is not being saved.
    pub(super) unsaved: Option<AttrValue>,
    pub(super) act: Callback<Action>,
}

/// The line below the header: what is shown, how far the search is, and what needs the person's eye.
#[function_component]
pub(super) fn Status(props: &Props) -> Html {
    let counts = Summary::of(&props.document, 0).counts;
    let layer = |layer: Layer, name: &'static str, class: &'static str, count: usize| {
        let shown = !props.filter.hidden.contains(&layer);
        let onclick = props.act.reform(move |_: MouseEvent| Action::Toggle(layer));
        let title = if shown { "Hide in text and list" } else { "Show in text and list" };
        html! {
            <button type="button" class="layer" aria-pressed={shown.to_string()} {onclick} {title}>
                <span class="eye" aria-hidden="true">{ if shown { "✓" } else { "–" } }</span>
                <span class={classes!("mark", class)}>{ name }</span>{ " " }<b>{ count }</b>
            </button>
        }
    };
    html! {
        <div class="status">
            <div class="layers" role="group" aria-label="What is shown">
                { layer(Layer::Quotes, "Quotes", "ink-content", counts.quotes) }
                { layer(Layer::Loaded, "Loaded wording", "ink-loaded", counts.loaded) }
                { layer(Layer::Epistemic, "Epistemic cues", "ink-epistemic", counts.epistemic) }
            </div>
            <div class="search" role="status"><SearchLine search={props.search.clone()} act={props.act.clone()} /></div>
            if let Some(why) = &props.unsaved {
                <p class="unsaved" role="alert">
                    { format!("Your work is not being saved in this browser ({why}). Export the file to keep it.") }
                </p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SearchProps {
    search: Search,
    act: Callback<Action>,
}

#[function_component]
fn SearchLine(props: &SearchProps) -> Html {
    let running = matches!(props.search, Search::Running(_));
    let patient = use_state(|| true);
    {
        let patient = patient.setter();
        use_effect_with(running, move |&running| {
            patient.set(true);
            let timer = running.then(|| Timeout::new(PATIENCE, move || patient.set(false)));
            move || drop(timer)
        });
    }
    let again = props.act.reform(|_: MouseEvent| Action::Search);
    let stop = props.act.reform(|_: MouseEvent| Action::Stop);
    match &props.search {
        Search::Running(_) if *patient => html! {},
        Search::Running(share) => html! {
            <>
                <span>{ "Looking for quotes and wording" }</span>
                <progress max="100" value={format!("{:.0}", share * 100.0)} aria-label="Progress of the search" />
                <button type="button" onclick={stop}>{ "Stop" }</button>
            </>
        },
        Search::Stopped => html! {
            <>
                <span>{ "The search was stopped." }</span>
                <button type="button" onclick={again}>{ "Search again" }</button>
            </>
        },
        Search::Failed(why) => html! {
            <>
                <span class="problem">{ why }</span>
                <button type="button" onclick={again}>{ "Try again" }</button>
            </>
        },
        Search::Idle | Search::Done => html! {},
    }
}
