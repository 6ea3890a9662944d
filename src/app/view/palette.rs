use crate::app::state::{Action, EPISTEMIC, LOADED, Label, QUOTE_LABELS};
use crate::document::tagging::Tag;
use crate::extract::Tier;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Words are selected: a label goes to them.
    pub(super) has_words: bool,
    /// The label of what is picked.
    pub(super) picked: Option<Tag>,
    pub(super) act: Callback<Action>,
}

/// The labels, each one click or one key away. It is the legend of the text too: each label is drawn as in the text.
#[function_component]
pub(super) fn Palette(props: &Props) -> Html {
    let more = use_state(|| false);
    let toggle = {
        let more = more.clone();
        Callback::from(move |_: MouseEvent| more.set(!*more))
    };
    // The click must not take the selection or the focus from the text.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let says = match (props.has_words, props.picked.is_some()) {
        (true, _) => "Label the selected words",
        (false, true) => "Change the label",
        (false, false) => "Select words, then label them",
    };
    html! {
        <div class={classes!("palette", props.has_words.then_some("ready"))} role="toolbar" aria-label="Labels" {onmousedown}>
            <p class="says quiet" aria-live="polite">{ says }</p>
            <div class="labels">
                { for QUOTE_LABELS.iter().map(|label| chip(label, props)) }
                <span class="gap" />
                { for LOADED.iter().map(|label| chip(label, props)) }
                <span class="gap" />
                <button type="button" class="chip" onclick={toggle} aria-expanded={more.to_string()}>
                    { if *more { "Fewer labels" } else { "Epistemic…" } }
                </button>
                if *more {
                    { for EPISTEMIC.iter().map(|label| chip(label, props)) }
                }
            </div>
        </div>
    }
}

fn chip(label: &'static Label, props: &Props) -> Html {
    let onclick = props.act.reform(move |_: MouseEvent| Action::Tag(label.tag));
    let current = !props.has_words && props.picked == Some(label.tag);
    html! {
        <button type="button" class="chip" key={label.name} {onclick} title={label.help} aria-pressed={current.to_string()}
            aria-keyshortcuts={label.key.to_string()}>
            <span class={classes!("mark", ink(label.tag))}>{ label.name }</span>
            <kbd aria-hidden="true">{ label.key.to_ascii_uppercase() }</kbd>
        </button>
    }
}

/// The class that draws a label as the text does.
pub(super) fn ink(tag: Tag) -> &'static str {
    match tag {
        Tag::Content | Tag::MoreContent => "ink-content",
        Tag::Source => "ink-source",
        Tag::Cue => "ink-cue",
        Tag::Bias(category) if category.tier() == Tier::Loaded => "ink-loaded",
        Tag::Bias(_) => "ink-epistemic",
    }
}
