use super::shared::{button, closes, press};
use crate::app::state::{Action, Arrival, Intake, Table};
use crate::browser::page;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The dialog's content while files are read: how far it is, what a table holds, and in the end what came in and what did not.
pub(super) fn intake(intake: &Intake, act: &Callback<Action>) -> Html {
    match (&intake.table, intake.ended) {
        (Some(table), _) => columns(&intake.reading, table, act),
        (None, false) => progress(intake, act),
        (None, true) => report(intake, act),
    }
}

fn progress(intake: &Intake, act: &Callback<Action>) -> Html {
    let stop = press(act, Action::Arrive(Arrival::Stopped));
    html! {
        <div class="waiting">
            <h2 id="dialog-title">{ "Reading files" }</h2>
            <p>{ format!("{} ({} of {})", intake.reading, (intake.done + 1).min(intake.files), intake.files) }</p>
            <progress max={intake.files.to_string()} value={(intake.files > 1).then(|| intake.done.to_string())} aria-labelledby="dialog-title" />
            <div class="choices"><button type="button" onclick={stop} autofocus=true>{ "Stop" }</button></div>
        </div>
    }
}

/// Which columns of a table hold what; or in which encoding a file is.
fn columns(name: &str, table: &Table, act: &Callback<Action>) -> Html {
    let is_table = table.rows > 0;
    let choice = |id: &'static str, label: &'static str, chosen: Option<usize>, none: bool| {
        html! {
            <div class="field">
                <label for={id}>{ label }</label>
                <select {id} autofocus={!is_table}>
                    if none {
                        <option value="" selected={chosen.is_none()}>{ "none" }</option>
                    }
                    { for table.columns.iter().zip(&table.samples).enumerate().map(|(n, (column, sample))| html! {
                        <option value={n.to_string()} selected={chosen == Some(n)}>{ format!("{column}: {sample}") }</option>
                    }) }
                </select>
            </div>
        }
    };
    let onsubmit = act.reform(|event: SubmitEvent| {
        event.prevent_default();
        let chosen = |id: &str| {
            let select = page().get_element_by_id(id)?.dyn_into::<HtmlSelectElement>().ok()?;
            select.value().parse::<usize>().ok()
        };
        Action::Arrive(Arrival::Answered(chosen("texts").map(|texts| (texts, chosen("titles")))))
    });
    let leave = press(act, Action::Arrive(Arrival::Answered(None)));
    let (title, says, label, go, stay) = if is_table {
        let says = format!("“{name}” is a table of {} rows.", table.rows);
        ("Where are the articles?", says, "Texts", "Read the rows", "Leave it out")
    } else {
        let says = format!("“{name}” does not say how its letters are written.");
        ("In which encoding is it?", says, "Encoding", "Read it again", "Cancel")
    };
    html! {
        <form {onsubmit}>
            <h2 id="dialog-title">{ title }</h2>
            <p>{ says }</p>
            { choice("texts", label, Some(table.text), false) }
            if is_table {
                { choice("titles", "Titles", table.title, true) }
            }
            <div class="choices">
                <button type="submit" class="primary" autofocus={is_table}>{ go }</button>
                { button(stay, "", "", leave) }
            </div>
        </form>
    }
}

fn report(intake: &Intake, act: &Callback<Action>) -> Html {
    let link = |words: String, action: Action| {
        let onclick = press(act, action);
        html! { <li><button type="button" class="link" {onclick}>{ words }</button></li> }
    };
    let count = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    html! {
        <>
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ format!("{} came in", count(intake.came.len(), "article")) }</h2>
            if !intake.refused.is_empty() {
                <section class="refused">
                    <h3>{ format!("{} could not be read", count(intake.refused.len(), "file")) }</h3>
                    <ul>{ for intake.refused.iter().map(|(name, why)| html! { <li><b>{ name }</b>{ ": " }{ why }</li> }) }</ul>
                </section>
            }
            <ul>{ for intake.guessed.iter().enumerate().map(|(number, guess)| link(
                format!("{} was read as {}. Wrong letters? Choose another encoding", guess.name, guess.encoding),
                Action::Arrive(Arrival::Doubted(number)),
            )) }</ul>
            if !intake.came.is_empty() {
                <p class="quiet">{ "Pick one to begin with. All are on the start page, among the earlier articles." }</p>
                <ul class="came">{ for intake.came.iter().map(|(title, key, _)| link(title.clone(), Action::Resume(key.clone()))) }</ul>
            }
            <div class="choices">{ closes("Close", "primary", act) }</div>
        </>
    }
}
