use crate::app::state::{Action, Dialog};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The article's title; none on the start screen.
    pub(super) title: Option<AttrValue>,
    /// What undo would take back.
    pub(super) undo: Option<AttrValue>,
    /// What redo would do.
    pub(super) redo: Option<AttrValue>,
    pub(super) act: Callback<Action>,
}

/// The bar on top: the name, the article's title, and what can be done with the whole.
#[function_component]
pub(super) fn Header(props: &Props) -> Html {
    let on = |make: fn() -> Action| props.act.reform(move |_: MouseEvent| make());
    let open = props.title.is_some();
    let named = |verb: &str, what: &Option<AttrValue>| match what {
        Some(what) => format!("{verb}: {what}"),
        None => format!("Nothing to {}", verb.to_lowercase()),
    };
    html! {
        <header class="top">
            <p class="brand"><span aria-hidden="true">{ "“" }</span>{ "Scarequote" }<span aria-hidden="true">{ "”" }</span></p>
            if let Some(title) = &props.title {
                <h1 class="title" title={title.clone()}>{ title }</h1>
            }
            <div class="actions">
                if open {
                    <button type="button" onclick={on(|| Action::New)} title="Another article">{ "New" }</button>
                }
                <button type="button" onclick={on(|| Action::ChooseFile)} title="Open a file (Ctrl O)">{ "Open" }</button>
                if open {
                    <button type="button" class="icon" onclick={on(|| Action::Undo)} disabled={props.undo.is_none()}
                        aria-label={named("Undo", &props.undo)} title={named("Undo", &props.undo) + " (Ctrl Z)"}>{ "↶" }</button>
                    <button type="button" class="icon" onclick={on(|| Action::Redo)} disabled={props.redo.is_none()}
                        aria-label={named("Redo", &props.redo)} title={named("Redo", &props.redo) + " (Ctrl Y)"}>{ "↷" }</button>
                    <button type="button" class="primary" onclick={on(|| Action::Export)}
                        title="Save the annotation file (Ctrl S)">{ "Export" }</button>
                }
                <button type="button" class="icon" onclick={on(|| Action::Dialog(Some(Dialog::Keys)))}
                    aria-label="Keys" title="Keys (?)">{ "?" }</button>
            </div>
        </header>
    }
}
