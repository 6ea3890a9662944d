use super::palette::own_ink;
use super::shared::{button, closes, press};
use crate::app::state::{Action, Dialog, Label, State};
use crate::browser::page;
use crate::document::{Attribute, COLOURS, LabelId, LabelSet, OwnLabel};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The dialog's content: a person's own labels; or the one that is `editing`, in a form.
pub(super) fn labels(state: &State, editing: Option<LabelId>, act: &Callback<Action>) -> Html {
    let set = state.labels();
    if let Some(id) = editing {
        return form(set, id, act);
    }
    let open = |id: LabelId| press(act, Action::Dialog(Some(Dialog::Labels(Some(id)))));
    let row = |label: &OwnLabel| {
        let mut without = LabelSet::clone(set);
        without.labels.retain(|other| other.id != label.id);
        let (edit, delete) = (["Edit ", &label.name].concat(), ["Delete ", &label.name].concat());
        html! {
            <li key={label.id.0}>
                <span class={classes!("mark", own_ink(label.colour))}>{ label.name.clone() }</span>
                if !label.key.is_empty() { <kbd>{ label.key.clone() }</kbd> }
                <span class="ignores">
                    <button type="button" onclick={open(label.id)} aria-label={edit}>{ "Edit" }</button>
                    <button type="button" onclick={press(act, Action::KeepLabels(without))} aria-label={delete}>{ "Delete" }</button>
                </span>
            </li>
        }
    };
    let on_name = {
        let set = set.clone();
        act.reform(move |event: Event| {
            let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            Action::KeepLabels(LabelSet { name: value.unwrap_or_default(), ..LabelSet::clone(&set) })
        })
    };
    html! {
        <div class="everywhere own">
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ "Own labels" }</h2>
            <p class="quiet">{ "They are saved with the article. What has a label goes when the label is deleted; undo brings both back." }</p>
            <ul>{ for set.labels.iter().map(row) }</ul>
            if set.labels.is_empty() { <p>{ "None yet." }</p> }
            <div class="field">
                <label for="set-name">{ "Set" }</label>
                <input id="set-name" type="text" autocomplete="off" placeholder="What these labels are called" value={set.name.clone()} onchange={on_name} />
            </div>
            <div class="choices">
                { closes("Close", "", act) }
                { button("New label", "primary", "", open(set.free_id())) }
                { button("Import", "", "Open a file of labels", press(act, Action::ChooseFile)) }
                <button type="button" disabled={set.labels.is_empty()} onclick={press(act, Action::ExportLabels)}>{ "Export" }</button>
            </div>
        </div>
    }
}

fn form(set: &Rc<LabelSet>, id: LabelId, act: &Callback<Action>) -> Html {
    let label = set.get(id).cloned().unwrap_or(OwnLabel {
        id,
        name: String::new(),
        key: String::new(),
        colour: (id.0.saturating_sub(1) % COLOURS.len() as u32) as u8,
        guideline: String::new(),
        examples: String::new(),
        attributes: vec![],
    });
    let onsubmit = {
        let set = set.clone();
        act.reform(move |event: SubmitEvent| {
            event.prevent_default();
            let colour = field("label-colour");
            let label = OwnLabel {
                id,
                name: field("label-name").trim().to_owned(),
                key: field("label-key").trim().to_uppercase(),
                colour: COLOURS.iter().position(|name| *name == colour).unwrap_or(0) as u8,
                guideline: field("label-guideline"),
                examples: field("label-examples"),
                attributes: Attribute::parse(&field("label-attributes")),
            };
            let mut set = LabelSet::clone(&set);
            match set.labels.iter_mut().find(|other| other.id == id) {
                Some(other) => *other = label,
                None => set.labels.push(label),
            }
            Action::KeepLabels(set)
        })
    };
    let text = |id: &'static str, name: &'static str, value: String, hint: &'static str| {
        html! {
            <div class="field">
                <label for={id}>{ name }</label>
                <textarea {id} rows="3" ~defaultValue={value} placeholder={hint} />
            </div>
        }
    };
    let colour = |(number, name): (usize, &&'static str)| {
        html! { <option value={*name} selected={number == usize::from(label.colour)}>{ *name }</option> }
    };
    html! {
        <form {onsubmit} class="everywhere">
            <h2 id="dialog-title">{ if set.get(id).is_some() { "Edit label" } else { "New label" } }</h2>
            <div class="field">
                <label for="label-name">{ "Name" }</label>
                <input id="label-name" type="text" required=true maxlength="60" ~defaultValue={label.name.clone()} autocomplete="off" autofocus=true />
            </div>
            <div class="field">
                <label for="label-key">{ "Key" }</label>
                <input id="label-key" type="text" maxlength="2" ~defaultValue={label.key.clone()} autocomplete="off" placeholder="A letter, digit or mark" />
            </div>
            <div class="field">
                <label for="label-colour">{ "Colour" }</label>
                <select id="label-colour">{ for COLOURS.iter().enumerate().map(colour) }</select>
            </div>
            { text("label-guideline", "Guideline", label.guideline.clone(), "When to give it, and when not") }
            { text("label-examples", "Examples", label.examples.clone(), "Words that it fits, one example a line") }
            { text("label-attributes", "Attributes", Attribute::write(&label.attributes), "One a line: “stance: for, against”; without values, any words") }
            <div class="choices">
                <button type="submit" class="primary">{ "Keep" }</button>
                { button("Back", "", "", press(act, Action::Dialog(Some(Dialog::Labels(None))))) }
            </div>
        </form>
    }
}

/// What is typed or chosen in the field of this id.
fn field(id: &str) -> String {
    let Some(element) = page().get_element_by_id(id) else { return String::new() };
    match element.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(element) => match element.dyn_into::<HtmlSelectElement>() {
            Ok(select) => select.value(),
            Err(element) => {
                element.dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
            }
        },
    }
}

/// The dialog's content: what every label is for.
pub(super) fn guide(state: &State, act: &Callback<Action>) -> Html {
    let own = |label: &OwnLabel| {
        let lines = |words: &str| html! { <>{ for words.lines().map(|line| html! { <p>{ line.to_owned() }</p> }) }</> };
        html! {
            <div key={label.id.0}>
                <dt><span class={classes!("mark", own_ink(label.colour))}>{ label.name.clone() }</span></dt>
                <dd>
                    { lines(&label.guideline) }
                    if !label.examples.is_empty() { <div class="examples">{ lines(&label.examples) }</div> }
                    if !label.attributes.is_empty() { <p class="quiet">{ Attribute::write(&label.attributes) }</p> }
                </dd>
            </div>
        }
    };
    let label = |label: &Label| {
        html! {
            <div key={label.name}>
                <dt><span class={classes!("mark", super::palette::ink(label.tag))}>{ label.name }</span></dt>
                <dd>{ label.help }</dd>
            </div>
        }
    };
    html! {
        <div class="everywhere guide">
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ "What the labels are for" }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="All labels">
                <dl>
                    { for state.labels().labels.iter().map(own) }
                    { for Label::all().map(label) }
                </dl>
            </div>
            <div class="choices">{ closes("Close", "primary", act) }</div>
        </div>
    }
}
