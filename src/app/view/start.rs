use super::app::open_pasted;
use super::shared::{button, press};
use crate::app::state::{Action, Dialog, Notice, Recent, State};
use crate::browser::{bookmarklet, page};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// An article that we invented, with the warts of real ones.
const SAMPLE: &str = include_str!("../sample.txt");

/// The empty page: one big place to paste into.
pub(super) fn start(state: &State, act: &Callback<Action>) -> Html {
    let draft = AttrValue::from(state.draft.clone());
    // A paste into the empty page is the article: it is taken at once, however long, without passing the text box.
    let onpaste = {
        let (act, empty) = (act.clone(), draft.is_empty());
        Callback::from(move |event: Event| {
            let article = event.dyn_ref::<ClipboardEvent>().filter(|_| empty).and_then(open_pasted);
            if let Some(open) = article {
                event.prevent_default();
                act.emit(open);
            }
        })
    };
    let oninput = act.reform(|event: InputEvent| {
        let typed = event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
        Action::Draft(typed.unwrap_or_default())
    });
    let find = {
        let (act, text) = (act.clone(), draft.clone());
        Callback::from(move |()| act.emit(Action::OpenText { title: None, text: text.to_string() }))
    };
    let onkeydown = {
        let find = find.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                find.emit(());
            }
        })
    };
    let typed = !state.draft.trim().is_empty();
    let sample = press(act, Action::OpenText { title: None, text: SAMPLE.to_owned() });
    html! {
        <main key="start" class="start">
            <h1>{ "Who says what, and where the wording leans" }</h1>
            <div class="target">
                <label for="draft" class="hidden">{ "Text of the article" }</label>
                <textarea id="draft" value={draft} {onpaste} {oninput} {onkeydown} spellcheck="false"
                    placeholder="Paste a news article here" autofocus=true />
                <div class="choices">
                    if typed {
                        { button("Find quotes and wording", "primary", "Ctrl Enter", find.reform(|_: MouseEvent| ())) }
                    }
                    { button("Open a file…", "", "", press(act, Action::ChooseFile)) }
                    { button("Try a sample", "", "", sample) }
                    <span class="quiet">{ "or drop files anywhere: text, web page, Word, PDF, …" }</span>
                </div>
            </div>
            { from_web(state, act) }
            <p class="quiet">{ "Everything happens in this browser. No article ever leaves your computer." }</p>
            if !state.recent.is_empty() {
                <section class="recent" aria-labelledby="recent-title">
                    <h2 id="recent-title">{ "Earlier articles in this browser" }</h2>
                    <ul>{ for state.recent.iter().map(|recent| row(recent, act)) }</ul>
                </section>
            }
        </main>
    }
}

/// An address to fetch, and a bookmark that sends the page one is on.
fn from_web(state: &State, act: &Callback<Action>) -> Html {
    let onsubmit = act.reform(|event: SubmitEvent| {
        event.prevent_default();
        let input = page().get_element_by_id("address").and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
        Action::Fetch(input.map(|input| input.value()).unwrap_or_default())
    });
    let drag = act.reform(|event: MouseEvent| {
        event.prevent_default();
        Action::Tell(Notice::done(
            "Drag this link into your bookmarks bar, or copy its address into a new bookmark.",
        ))
    });
    html! {
        <details class="web">
            <summary>{ "From the web" }</summary>
            <form class="field" {onsubmit}>
                <label for="address">{ "Address of an article" }</label>
                <input id="address" type="text" inputmode="url" autocomplete="off" required=true />
                <button type="submit" disabled={state.fetching.is_some()}>{ if state.fetching.is_some() { "Fetching…" } else { "Fetch" } }</button>
            </form>
            <p>
                { "Most sites do not let other pages read them. For those, drag this into your bookmarks, and press it on the page of an article: " }
                <a href={bookmarklet()} onclick={drag}>{ "Annotate in Scarequote" }</a>
            </p>
        </details>
    }
}

fn row(recent: &Recent, act: &Callback<Action>) -> Html {
    let Recent { key, title, when } = recent.clone();
    let resume = {
        let key = key.clone();
        press(act, Action::Resume(key.clone()))
    };
    let forget = {
        let (key, title) = (key.clone(), title.clone());
        press(act, Action::Dialog(Some(Dialog::Forget(key.clone(), title.clone()))))
    };
    html! {
        <li {key}>
            <button type="button" class="link" onclick={resume}>{ &title }</button>
            <span class="quiet">{ when }</span>
            <button type="button" class="icon" onclick={forget} aria-label={format!("Delete “{title}” from this browser")}
                title="Delete from this browser">{ "×" }</button>
        </li>
    }
}
