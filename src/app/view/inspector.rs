use super::review::review;
use super::shared::{press, unnamed};
use crate::app::state::{Action, Dialog, EPISTEMIC, LOADED, State, label_of};
use crate::document::tagging::{End, Step, Tag};
use crate::document::{
    Annotation, Attribute, Body, Document, Labelled, Marker, Origin, Part, Place, Quote, State as Judged,
    shorten,
};
use crate::extract::QuoteKind;
use crate::text::Span;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What the fields need of the state.
struct Props<'a> {
    document: &'a Document,
    speakers: &'a [String],
    /// The speaker's name while it is being typed.
    naming: Option<String>,
    /// Words are selected in the text.
    has_words: bool,
    act: &'a Callback<Action>,
}

/// What is picked, with everything that can be changed about it.
pub(super) fn inspector(state: &State, act: &Callback<Action>) -> Html {
    let picked = state.selected.zip(state.document());
    let picked =
        picked.and_then(|(place, document)| Some((place, document, document.get(place.id)?.clone())));
    let Some((place, document, annotation)) = picked else {
        return unpicked(state, act);
    };
    let props = &Props {
        document,
        speakers: state.speakers(),
        naming: state.naming.clone(),
        has_words: state.words.is_some(),
        act,
    };
    let judged = |state: Judged, name: &'static str, key: &'static str, class: &'static str| {
        let onclick = press(props.act, Action::Judge(state, false));
        let pressed = (annotation.state == state).to_string();
        html! { <button type="button" {class} aria-pressed={pressed} {onclick} aria-keyshortcuts={key}>{ name }<kbd aria-hidden="true">{ key }</kbd></button> }
    };
    let on_delete = press(props.act, Action::Delete);
    let on_note = props.act.reform(|event: InputEvent| {
        Action::Note(
            event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default(),
        )
    });
    html! {
        <section class="inspector" aria-label="Details">
            { review(state, act) }
            <div class="head">
                <h2>{ label_of(&document.article, &annotation, annotation.main_part()) }{ unnamed(&annotation) }</h2>
                <span class="quiet">{ made_by(&annotation) }</span>
            </div>
            <div class="judge">
                { judged(Judged::Accepted, "Accept", "A", "yes") }
                { judged(Judged::Rejected, "Reject", "X", "no") }
                <button type="button" onclick={on_delete} aria-keyshortcuts="Delete">{ "Delete" }</button>
            </div>
            if annotation.state == Judged::Suggested { { alike(act) } }
            { match &annotation.body {
                Body::Quote(quote) => quote_fields(props, place, quote),
                Body::Bias(marker) => marker_fields(props, place, marker),
                Body::Own(own) => own_fields(props, place, own),
            } }
            <div class="field">
                <label for="note">{ "Note" }</label>
                <textarea key={place.id.0} id="note" rows="2" value={annotation.note.clone()} oninput={on_note} />
            </div>
        </section>
    }
}

/// What can be done with all suggestions like this one.
fn alike(act: &Callback<Action>) -> Html {
    let button = |name: &'static str, key: &'static str, judged: Judged| {
        let onclick = press(act, Action::JudgeAlike(judged));
        html! { <button type="button" {onclick} aria-keyshortcuts={key} aria-label={[name, " all like this"].concat()}>{ name }</button> }
    };
    html! {
        <div class="field" role="group" aria-label="All like this">
            <span class="name">{ "All like it" }</span>
            <span class="ignores">
                { button("Accept", "Shift+A", Judged::Accepted) }
                { button("Reject", "Shift+X", Judged::Rejected) }
            </span>
        </div>
    }
}

/// Where nothing is picked: what is set aside there, or how to go on.
fn unpicked(state: &State, act: &Callback<Action>) -> Html {
    let button = |name: &'static str, key: &'static str, action: Action| {
        let onclick = press(act, action);
        html! { <button type="button" {onclick} aria-keyshortcuts={key}>{ name }<kbd aria-hidden="true">{ key }</kbd></button> }
    };
    if let Some(aside) = state.aside() {
        return html! {
            <section class="inspector" aria-label="Details">
                <div class="head"><h2>{ "Set aside" }</h2><span class="quiet">{ aside.reason.clone() }</span></div>
                <p>{ "This does not look like part of the article. It is kept in the file, and nothing in it is marked." }</p>
                <div class="judge">{ button("Put back", "L", Action::Aside) }</div>
            </section>
        };
    }
    html! {
        <section class="inspector nothing" aria-label="Details">
            { review(state, act) }
            <p class="quiet">{ "Pick an annotation in the text or in the list to correct it. J and K go from one to the next." }</p>
            if state.review.is_none() && state.suggestions().next().is_some() {
                <div class="judge">{ button("Review the suggestions", "Shift R", Action::Review) }</div>
            }
            if state.here().is_some() {
                <div class="judge">
                    { button("Set this paragraph aside", "L", Action::Aside) }
                    { button("Correct the text", "F2", Action::CorrectHere) }
                </div>
            }
        </section>
    }
}

fn quote_fields(props: &Props, place: Place, quote: &Quote) -> Html {
    let on_kind = props.act.reform(|event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        Action::Kind(match value.as_deref() {
            Some("indirect") => QuoteKind::Indirect,
            Some("mixed") => QuoteKind::Mixed,
            _ => QuoteKind::Direct,
        })
    });
    let on_anonymous = props.act.reform(|event: Event| {
        Action::Anonymous(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
    });
    let on_speaker = props.act.reform(|event: Event| {
        Action::Speaker(
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
        )
    });
    let on_naming = props.act.reform(|event: InputEvent| {
        Action::Naming(
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
        )
    });
    let on_addressee = props.act.reform(|event: InputEvent| {
        Action::Addressee(
            event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default(),
        )
    });
    let on_addressed = props.act.reform(|event: Event| {
        let name = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
        Action::Addressee(name.trim_end().to_owned())
    });
    let kind = |value: &'static str, name: &'static str, this: QuoteKind| {
        html! { <option {value} selected={quote.kind == this}>{ name }</option> }
    };
    let rename = quote.speaker.clone().map(|name| {
        let onclick = press(props.act, Action::Dialog(Some(Dialog::Rename(name.clone()))));
        html! { <button type="button" {onclick} title="Give this speaker another name in every quote">{ "Rename…" }</button> }
    });
    html! {
        <>
            { part_field(props, place, Part::Content, "Says", &quote.content) }
            { part_field(props, place, Part::Source, "Source", &quote.source) }
            <label class="check">
                <input type="checkbox" checked={quote.anonymous} onchange={on_anonymous} />
                { " unnamed source" }
            </label>
            { part_field(props, place, Part::Cue, "Cue", &quote.cue) }
            <div class="field">
                <label for="speaker">{ "Speaker" }</label>
                <span class="pair">
                    <input id="speaker" type="text" list="speakers" autocomplete="off" placeholder="Nobody named yet"
                        key={place.id.0} value={props.naming.clone().or(quote.speaker.clone()).unwrap_or_default()} oninput={on_naming} onchange={on_speaker} />
                    { rename }
                </span>
                <datalist id="speakers">
                    { for props.speakers.iter().map(|name| html! { <option value={name.clone()} /> }) }
                </datalist>
            </div>
            <div class="field">
                <label for="addressee">{ "To" }</label>
                <input id="addressee" type="text" list="speakers" autocomplete="off" placeholder="Whom it is said to" key={place.id.0}
                    value={quote.addressee.clone().unwrap_or_default()} oninput={on_addressee} onchange={on_addressed} />
            </div>
            <div class="field">
                <label for="kind">{ "Kind" }</label>
                <select id="kind" onchange={on_kind}>
                    { kind("direct", "Direct: word for word", QuoteKind::Direct) }
                    { kind("indirect", "Indirect: in the writer's words", QuoteKind::Indirect) }
                    { kind("mixed", "Mixed: some words quoted", QuoteKind::Mixed) }
                </select>
            </div>
        </>
    }
}

/// What is said of words with a label of a person's own.
fn own_fields(props: &Props, place: Place, own: &Labelled) -> Html {
    let label = props.document.article.labels.get(own.label);
    let attribute = |attribute: &Attribute| {
        let said =
            own.values.iter().find(|(name, _)| *name == attribute.name).map(|(_, value)| value.clone());
        let said = said.unwrap_or_default();
        let id = ["value-", &attribute.name].concat();
        let name = attribute.name.clone();
        let field = if attribute.values.is_empty() {
            let oninput = props.act.reform(move |event: InputEvent| {
                let value = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
                Action::Value(name.clone(), value.unwrap_or_default())
            });
            html! { <input id={id.clone()} type="text" autocomplete="off" value={said} {oninput} /> }
        } else {
            let onchange = props.act.reform(move |event: Event| {
                let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
                Action::Value(name.clone(), value.unwrap_or_default())
            });
            let option = |value: &String| html! { <option value={value.clone()} selected={*value == said}>{ value.clone() }</option> };
            html! { <select id={id.clone()} {onchange}><option value="" selected={said.is_empty()}>{ "–" }</option>{ for attribute.values.iter().map(option) }</select> }
        };
        html! { <div class="field" key={id.clone()}><label for={id}>{ attribute.name.clone() }</label>{ field }</div> }
    };
    html! {
        <>
            { part_field(props, place, Part::Marker, "Words", &[own.span]) }
            if let Some(label) = label {
                { for label.attributes.iter().map(attribute) }
                if !label.guideline.is_empty() { <p class="reason">{ label.guideline.clone() }</p> }
            }
        </>
    }
}

fn marker_fields(props: &Props, place: Place, marker: &Marker) -> Html {
    let on_category = props.act.reform(|event: Event| {
        let value =
            event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        let label = LOADED.iter().chain(&EPISTEMIC).find(|label| label.name == value).unwrap_or(&LOADED[0]);
        Action::Relabel(label.tag)
    });
    let option = |label: &crate::app::state::Label| {
        let selected = label.tag == Tag::Bias(marker.category);
        html! { <option value={label.name} {selected}>{ label.name }</option> }
    };
    let quoted = marker.quote.and_then(|id| props.document.get(id)).map(|quote| {
        let whose = quote.speaker().unwrap_or("somebody who is quoted").to_owned();
        html! { <p class="quiet">{ format!("In the words of {whose}, not the article's own.") }</p> }
    });
    html! {
        <>
            { part_field(props, place, Part::Marker, "Words", &[marker.span]) }
            if !marker.reason.is_empty() {
                <p class="reason">{ &marker.reason }</p>
            }
            { quoted }
            { ignore(props) }
            <div class="field">
                <label for="category">{ "Category" }</label>
                <select id="category" onchange={on_category}>
                    <optgroup label="Loaded wording">{ for LOADED.iter().map(option) }</optgroup>
                    <optgroup label="Epistemic cues">{ for EPISTEMIC.iter().map(option) }</optgroup>
                </select>
            </div>
        </>
    }
}

/// Ways to be rid of a marker that is of no use.
fn ignore(props: &Props) -> Html {
    let button = |name: &'static str, key: &'static str, does: &'static str, action: Action| {
        let onclick = press(props.act, action);
        html! {
            <button type="button" {onclick} aria-keyshortcuts={key} title={does} aria-label={does}>{ name }</button>
        }
    };
    html! {
        <div class="field" role="group" aria-label="Ignore these words">
            <span class="name">{ "Ignore" }</span>
            <span class="ignores">
                { button("Here", "X", "Ignore these words here", Action::Judge(Judged::Rejected, true)) }
                { button("Always", "D", "Ignore these words always", Action::IgnoreAlways) }
            </span>
        </div>
    }
}

/// One part: its words, to pick; the keys that move its ends; and a button that takes the selected words.
fn part_field(props: &Props, place: Place, part: Part, name: &str, spans: &[Span]) -> Html {
    let words = |number: usize, span: Span| {
        let here = Place { id: place.id, part, number };
        let onclick = press(props.act, Action::Pick(Some(here)));
        let said = shorten(props.document.article.words(span), 160);
        html! { <button type="button" class="words" aria-pressed={(here == place).to_string()} {onclick}>{ said }</button> }
    };
    let chosen = place.part == part;
    let ends = |end: End, step: Step, sign: &'static str, name: &'static str| {
        let onclick = press(props.act, Action::MoveEnd(end, step));
        html! { <button type="button" class="icon" {onclick} aria-label={name} title={name}>{ sign }</button> }
    };
    // Always there, so that nothing jumps when words are selected.
    let take = |short: &'static str, does: &'static str, action: Action| {
        let onclick = press(props.act, action.clone());
        let disabled = !props.has_words;
        html! { <button type="button" class="take" {onclick} {disabled} aria-label={does} title={does}>{ short }</button> }
    };
    let set = if spans.is_empty() { "Set" } else { "Replace" };
    let takes = match part {
        Part::Source => take(set, "Use the selected words as the source", Action::Tie(Tag::Source)),
        Part::Cue => take(set, "Use the selected words as the cue", Action::Tie(Tag::Cue)),
        Part::Content => html! { <>
            { take("Replace", "Cover the selected words instead", Action::Respan) }
            { take("Add", "Add the selected words to what is said", Action::Tie(Tag::MoreContent)) }
        </> },
        Part::Marker => take("Replace", "Cover the selected words instead", Action::Respan),
    };
    html! {
        <div class="field" role="group" aria-label={name.to_owned()}>
            <span class="name">{ name }</span>
            <span class="part">
                { for spans.iter().enumerate().map(|(number, &span)| words(number, span)) }
                if spans.is_empty() {
                    <span class="quiet">{ "none" }</span>
                }
                if chosen && !spans.is_empty() {
                    <span class="ends">
                        { ends(End::Start, Step::Back, "⇤", "Start one word earlier") }
                        { ends(End::Start, Step::Forward, "↦", "Start one word later") }
                        { ends(End::Finish, Step::Back, "↤", "End one word earlier") }
                        { ends(End::Finish, Step::Forward, "⇥", "End one word later") }
                    </span>
                }
                <span class="takes">{ takes }</span>
            </span>
        </div>
    }
}

fn made_by(annotation: &Annotation) -> String {
    let sure = annotation
        .score
        .map(|score| format!(", {} % sure", (score * 100.0).round() as u32))
        .unwrap_or_default();
    match (&annotation.origin, annotation.state) {
        (Origin::Person, _) => "by hand".into(),
        (Origin::Core { .. }, Judged::Suggested) => format!("suggested{sure}"),
        (Origin::Core { .. }, Judged::Accepted) => format!("suggested{sure}; accepted"),
        (Origin::Core { .. }, Judged::Rejected) => format!("suggested{sure}; rejected"),
    }
}
