use super::palette::ink_in;
use super::shared::{Shared, press, unnamed};
use crate::app::state::{Action, Dialog, EPISTEMIC, Filter, LOADED, Pane, label_of, tag_of};
use crate::document::{Annotation, Body, Document, Id, Place, State, shorten};
use std::rc::Rc;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

/// The height of a row in CSS pixels; the same in `styles/list.css`.
const ROW: usize = 64;

/// How many rows are kept on the page beyond those that can be seen.
const SPARE: usize = 6;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) document: Shared<Document>,
    pub(super) visible: Shared<Vec<Id>>,
    pub(super) speakers: Shared<Vec<String>>,
    pub(super) selected: Option<Place>,
    /// What a narrow screen shows: the list comes into view with it.
    pub(super) pane: Pane,
    pub(super) filter: Filter,
    pub(super) act: Callback<Action>,
}

/// Every annotation that passes the filter, in the order of the text. Only the rows in view are on the page.
#[function_component]
pub(super) fn List(props: &Props) -> Html {
    let frame = use_node_ref();
    let first = use_state(|| 0_usize);
    let count = props.visible.len();
    let chosen = props.selected.and_then(|place| props.visible.iter().position(|&id| id == place.id));
    let seen = frame.cast::<HtmlElement>().map_or(16, |frame| frame.client_height() as usize / ROW + 1);
    let from = (*first).min(count.saturating_sub(1));
    let to = (from + seen + 2 * SPARE).min(count);
    let onscroll = {
        let (frame, first) = (frame.clone(), first.clone());
        Callback::from(move |_: Event| {
            if let Some(frame) = frame.cast::<HtmlElement>() {
                first.set((frame.scroll_top().max(0) as usize / ROW).saturating_sub(SPARE));
            }
        })
    };
    // What is picked comes into view, wherever it was picked.
    {
        let frame = frame.clone();
        use_effect_with((chosen, props.selected.map(|place| place.id), props.pane), move |(chosen, ..)| {
            if let (Some(row), Some(frame)) = (*chosen, frame.cast::<HtmlElement>()) {
                let (top, height) = ((row * ROW) as i32, frame.client_height());
                let at = frame.scroll_top();
                if top < at || top + ROW as i32 > at + height {
                    frame.set_scroll_top(top - height / 3);
                }
            }
        });
    }
    let pick = {
        let document = props.document.clone();
        props.act.reform(move |id: Id| {
            let part =
                document.get(id).and_then(|a| a.spans().next()).map(|(part, number, _)| (part, number));
            Action::Pick(part.map(|(part, number)| Place { id, part, number }))
        })
    };
    let rows = props.visible.iter().enumerate().take(to).skip(from).filter_map(|(number, &id)| {
        let annotation = Shared(props.document.get(id)?.clone());
        let chosen = chosen == Some(number);
        let article = Text(props.document.article.clone());
        Some(html! { <Row key={id.0} {id} {number} {count} {annotation} {article} {chosen} pick={pick.clone()} /> })
    });
    let active =
        chosen.filter(|row| (from..to).contains(row)).and(props.selected).map(|place| row_id(place.id));
    html! {
        <div class="listing">
            { filters(props) }
            <div ref={frame} id="list" class="list" role="listbox" tabindex="0" aria-label="Annotations in the order of the text"
                aria-activedescendant={active} {onscroll}>
                { space(from) }
                { for rows }
                { space(count - to.max(from)) }
            </div>
            if count == 0 {
                <p class="empty quiet">{ if props.filter.shows_all() {
                    "No annotations yet. Select words in the text and label them."
                } else {
                    "Nothing passes the filter."
                } }</p>
            }
        </div>
    }
}

/// Room for rows that are not on the page: a picture of nothing, since the policy refuses style attributes.
fn space(rows: usize) -> Html {
    html! { <svg class="space" width="1" height={(rows * ROW).to_string()} aria-hidden="true" /> }
}

/// An article, equal when it is the same text with the same labels.
#[derive(Clone)]
struct Text(Rc<crate::document::Article>);

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0.text, &other.0.text) && Rc::ptr_eq(&self.0.labels, &other.0.labels)
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    id: Id,
    number: usize,
    count: usize,
    annotation: Shared<Annotation>,
    article: Text,
    chosen: bool,
    pick: Callback<Id>,
}

fn row_id(id: Id) -> String {
    format!("row-{id}")
}

#[function_component]
fn Row(props: &RowProps) -> Html {
    let annotation = &props.annotation;
    let id = props.id;
    let onclick = props.pick.reform(move |_: MouseEvent| id);
    let words =
        props.article.0.words(annotation.anchor()).split_whitespace().take(24).collect::<Vec<_>>().join(" ");
    let tag = tag_of(&annotation.body, annotation.main_part());
    let by = match &annotation.body {
        Body::Quote(quote) if quote.anonymous => quote.speaker.clone(),
        Body::Quote(quote) => Some(quote.speaker.clone().unwrap_or("unknown speaker".into())),
        Body::Bias(marker) => marker.quote.map(|_| "in a quote".into()),
        Body::Own(own) => {
            Some(own.values.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", "))
        }
    };
    let (sign, state) = match annotation.state {
        State::Suggested => ("?", "suggested"),
        State::Accepted => ("✓", "accepted"),
        State::Rejected => ("✗", "rejected"),
    };
    let class = classes!("row", state, props.chosen.then_some("chosen"));
    html! {
        <div {class} id={row_id(id)} role="option" aria-selected={props.chosen.to_string()}
            aria-posinset={(props.number + 1).to_string()} aria-setsize={props.count.to_string()} {onclick}>
            <span class="sign" title={state} aria-label={state}>{ sign }</span>
            <span class="what"><span class={classes!("mark", ink_in(tag, &props.article.0.labels))}>{ label_of(&props.article.0, annotation, annotation.main_part()) }</span></span>
            <span class="by">{ by }</span>
            { unnamed(annotation) }
            if !annotation.note.is_empty() {
                <span class="noted" title={annotation.note.clone()} aria-label="has a note">{ "✎" }</span>
            }
            <span class="said">{ shorten(&words, 120) }</span>
        </div>
    }
}

/// Which annotations are listed.
fn filters(props: &Props) -> Html {
    let change = |set: fn(&mut Filter, String)| {
        let filter = props.filter.clone();
        props.act.reform(move |event: Event| {
            let mut filter = filter.clone();
            let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
            set(&mut filter, value.unwrap_or_default());
            Action::Filter(filter)
        })
    };
    let on_speaker = change(|filter, name| filter.speaker = Some(name).filter(|name| !name.is_empty()));
    let on_kind = change(|filter, name| filter.kind = Some(name).filter(|name| !name.is_empty()));
    let on_state = change(|filter, name| filter.state = STATES.iter().find(|s| s.1 == name).map(|s| s.0));
    let clear = press(&props.act, Action::Filter(Filter::default()));
    let option = |value: &str, name: &str, chosen: bool| {
        html! { <option key={value.to_owned()} value={value.to_owned()} selected={chosen}>{ name.to_owned() }</option> }
    };
    html! {
        <div class="filters" role="group" aria-label="Filter">
            <select id="by-kind" aria-label="Kind" onchange={on_kind}>
                { option("", "All kinds", props.filter.kind.is_none()) }
                { for KINDS.into_iter().chain(LOADED.iter().chain(&EPISTEMIC).map(|label| label.name)).map(|name| {
                    option(name, name, props.filter.kind.as_deref() == Some(name))
                }) }
                { for props.document.article.labels.labels.iter().map(|label| {
                    option(&label.name, &label.name, props.filter.kind.as_ref() == Some(&label.name))
                }) }
            </select>
            <select id="by-speaker" aria-label="Speaker" onchange={on_speaker}>
                { option("", "All speakers", props.filter.speaker.is_none()) }
                { for props.speakers.iter().map(|name| option(name, name, props.filter.speaker.as_ref() == Some(name))) }
            </select>
            <select id="by-state" aria-label="State" onchange={on_state}>
                { option("", "All states", props.filter.state.is_none()) }
                { for STATES.iter().map(|(state, name)| option(name, name, props.filter.state == Some(*state))) }
            </select>
            <button type="button" class="icon" onclick={press(&props.act, Action::Dialog(Some(Dialog::Filter)))}
                aria-label="More filters" title="More filters (Shift F)">{ "⋯" }</button>
            if props.filter.shows_all() {
                <span class="quiet">{ props.document.annotations().len() }</span>
            } else {
                <span class="quiet">{ format!("{} of {}", props.visible.len(), props.document.annotations().len()) }</span>
                <button type="button" class="icon" onclick={clear} aria-label="Show all" title="Show all">{ "×" }</button>
            }
        </div>
    }
}

const KINDS: [&str; 3] = ["Direct quote", "Indirect quote", "Mixed quote"];

const STATES: [(State, &str); 3] =
    [(State::Suggested, "Suggested"), (State::Accepted, "Accepted"), (State::Rejected, "Rejected")];
