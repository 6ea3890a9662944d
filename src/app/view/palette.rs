use super::shared::press;
use crate::app::state::{Action, Dialog, EPISTEMIC, LOADED, Label, QUOTE_LABELS, State, command_of, tag_of};
use crate::document::tagging::Tag;
use crate::document::{COLOURS, LabelSet, OwnLabel};
use crate::extract::Tier;
use yew::prelude::*;

/// The labels, each one click or one key away. It is the legend of the text too: each label is drawn as in the text.
pub(super) fn palette(state: &State, act: &Callback<Action>) -> Html {
    let all = state.all_labels;
    let toggle = press(act, Action::AllLabels(!all));
    let has_words = state.words.is_some();
    let current = state.sticky.or_else(|| picked(state).filter(|_| !has_words));
    let chip = |label: &'static Label| chip(label, current, state, act);
    // The click must not take the selection or the focus from the text.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let says = match (has_words, current.is_some()) {
        _ if state.sticky.is_some() => "Selecting words labels them at once",
        (true, _) => "Label the selected words",
        (false, true) => "Change the label",
        (false, false) => "Select words, then label them",
    };
    let own = state.labels();
    let sticky = state.sticky.is_some().to_string();
    html! {
        <div class={classes!("palette", has_words.then_some("ready"))} role="toolbar" aria-label="Labels" {onmousedown}>
            <div class="palette-head">
                <p class="quiet" aria-live="polite">{ says }</p>
                <button type="button" class="link" onclick={press(act, Action::Sticky)} aria-pressed={sticky} aria-keyshortcuts="Z"
                    aria-label="Sticky label" title="Whatever is selected gets the label (Z)">{ "Sticky" }</button>
                <button type="button" class="link" onclick={press(act, Action::Everywhere)} aria-keyshortcuts="Shift+T"
                    disabled={!has_words && state.selected.is_none()}
                    title="Label these words wherever they stand (Shift T)">{ "Everywhere…" }</button>
                <button type="button" class="link" onclick={press(act, Action::Dialog(Some(Dialog::Labels(None))))}
                    title="Make labels of your own (Shift L)">{ "Own labels…" }</button>
                <button type="button" class="link" onclick={toggle} aria-expanded={all.to_string()}>
                    { if all { "Fewer labels" } else { "More labels" } }
                </button>
            </div>
            <div class="labels">
                { for QUOTE_LABELS.iter().map(chip) }
                <span class="gap" />
                { for LOADED.iter().map(chip) }
                if !own.labels.is_empty() {
                    <span class="gap" />
                    { for own.labels.iter().map(|label| own_chip(label, current, state, act)) }
                }
                if all {
                    <span class="gap" />
                    { for EPISTEMIC.iter().map(chip) }
                }
            </div>
        </div>
    }
}

fn chip(label: &'static Label, current: Option<Tag>, state: &State, act: &Callback<Action>) -> Html {
    let onclick = press(act, Action::Tag(label.tag));
    let keys = command_of(label.name).map(|c| state.keymap.keys(&c).to_owned());
    let keys = keys.filter(|key| state.own_label(key).is_none());
    html! {
        <button type="button" class="chip" key={label.name} {onclick} title={label.help} aria-pressed={(current == Some(label.tag)).to_string()}
            aria-keyshortcuts={keys.clone()}>
            <span class={classes!("mark", ink(label.tag))}>{ label.name }</span>
            <kbd aria-hidden="true">{ keys }</kbd>
        </button>
    }
}

fn own_chip(label: &OwnLabel, current: Option<Tag>, state: &State, act: &Callback<Action>) -> Html {
    let tag = Tag::Own(label.id);
    let key = Some(label.key.clone()).filter(|key| state.own_label(key).is_some());
    html! {
        <button type="button" class="chip" key={label.id.to_string()} onclick={press(act, Action::Tag(tag))} title={label.guideline.clone()}
            aria-pressed={(current == Some(tag)).to_string()} aria-keyshortcuts={key.clone()}>
            <span class={classes!("mark", own_ink(label.colour))}>{ label.name.clone() }</span>
            <kbd aria-hidden="true">{ key }</kbd>
        </button>
    }
}

/// The class that draws a label of a person's own, by the number of its colour.
pub(super) fn own_ink(colour: u8) -> &'static str {
    const INKS: [&str; COLOURS.len()] = [
        "ink-own-blue",
        "ink-own-green",
        "ink-own-red",
        "ink-own-purple",
        "ink-own-orange",
        "ink-own-teal",
        "ink-own-pink",
        "ink-own-brown",
    ];
    INKS.get(usize::from(colour)).copied().unwrap_or("ink-own-blue")
}

/// The class that draws a label in an article with this set.
pub(super) fn ink_in(tag: Tag, set: &LabelSet) -> &'static str {
    match tag {
        Tag::Own(id) => own_ink(set.get(id).map_or(0, |label| label.colour)),
        other => ink(other),
    }
}

/// The class that draws a label as the text does.
pub(super) fn ink(tag: Tag) -> &'static str {
    match tag {
        Tag::Content | Tag::MoreContent => "ink-content",
        Tag::Source => "ink-source",
        Tag::Cue => "ink-cue",
        Tag::Bias(category) if category.tier() == Tier::Loaded => "ink-loaded",
        Tag::Own(_) => own_ink(0),
        Tag::Bias(_) => "ink-epistemic",
    }
}

/// The label of what is picked.
fn picked(state: &State) -> Option<Tag> {
    let place = state.selected?;
    Some(tag_of(&state.document()?.get(place.id)?.body, place.part))
}
