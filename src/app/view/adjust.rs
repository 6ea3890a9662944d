use super::shared::{button, closes, press};
use crate::app::state::{Action, EPISTEMIC, LOADED, Label, Sensitivity};
use crate::document::Document;
use crate::document::tagging::Tag;
use crate::extract::Category;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The sliders move in steps of so many percent.
const STEP: &str = "5";

/// The dialog's content: from which score on each category is marked, and the words that never are.
pub(super) fn adjust(
    sensitivity: &Sensitivity,
    document: Option<&Rc<Document>>,
    act: &Callback<Action>,
) -> Html {
    let counts = document.map(|document| sensitivity.counts(document)).unwrap_or_default();
    let tier = |name: &'static str, labels: &[Label]| {
        let all: Vec<Category> = labels.iter().filter_map(category).collect();
        let total = all
            .iter()
            .filter_map(|&one| count(&counts, one))
            .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        let limits: Vec<u8> = all.iter().map(|&one| sensitivity.limit(one)).collect();
        let limit = limits.iter().copied().min().unwrap_or(0);
        let same = limits.iter().all(|&other| other == limit);
        html! {
            <fieldset>
                <legend>{ name }</legend>
                { slider("All of these", all, limit, same, total, act) }
                { for labels.iter().filter_map(|label| {
                    let one = category(label)?;
                    Some(slider(label.name, vec![one], sensitivity.limit(one), true, count(&counts, one)?, act))
                }) }
            </fieldset>
        }
    };
    let reset = press(act, Action::ResetLimits);
    html! {
        <>
            <h2 id="dialog-title" tabindex="-1" autofocus=true>{ "How much is marked" }</h2>
            <p class="quiet">{ "Only suggestions that the search is at least so sure of are shown. What you made or judged stays." }</p>
            <div class="sliders">
                { tier("Loaded wording", &LOADED) }
                { tier("Epistemic cues", &EPISTEMIC) }
            </div>
            { ignored(sensitivity.ignored(), act) }
            <div class="choices">
                { closes("Close", "primary", act) }
                { button("Reset", "", "", reset) }
            </div>
        </>
    }
}

fn category(label: &Label) -> Option<Category> {
    match label.tag {
        Tag::Bias(category) => Some(category),
        _ => None,
    }
}

fn count(counts: &[(usize, usize)], category: Category) -> Option<(usize, usize)> {
    counts.get(Category::ALL.iter().position(|&other| other == category)?).copied()
}

fn slider(
    name: &'static str,
    categories: Vec<Category>,
    limit: u8,
    same: bool,
    (shown, all): (usize, usize),
    act: &Callback<Action>,
) -> Html {
    let oninput = act.reform(move |event: InputEvent| {
        let value = event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok());
        Action::Limit(categories.clone(), value.unwrap_or(limit))
    });
    let from = if same { format!("{limit} %") } else { "varied".to_owned() };
    let said = format!("from {from}, {shown} of {all} shown");
    html! {
        <label class="slider">
            <span>{ name }</span>
            <input type="range" min="0" max="100" step={STEP} value={limit.to_string()} aria-valuetext={said} {oninput} />
            <span class="quiet" aria-hidden="true">{ from }</span>
            <span aria-hidden="true"><b>{ shown }</b><span class="quiet">{ format!(" of {all}") }</span></span>
        </label>
    }
}

fn ignored(words: &[String], act: &Callback<Action>) -> Html {
    let word = |words: &String| {
        let heed = words.clone();
        let onclick = press(act, Action::Heed(heed.clone()));
        let name = format!("Mark “{words}” again");
        html! { <li><span>{ words.clone() }</span><button type="button" {onclick} aria-label={name}>{ "Mark again" }</button></li> }
    };
    html! {
        <section class="ignored">
            <h3>{ "Words that are never marked" }</h3>
            if words.is_empty() {
                <p class="quiet">{ "None. Pick a marker and choose “Always” beside “Ignore”." }</p>
            } else {
                <ul>{ for words.iter().map(word) }</ul>
            }
        </section>
    }
}
