use super::article::ArticlePane;
use super::dialogs::{dialogs, show};
use super::header::header;
use super::inspector::inspector;
use super::list::List;
use super::notice::notice;
use super::palette::palette;
use super::remembered::remembered;
use super::shared::{Shared, press};
use super::start::start;
use super::status::status;
use super::store::Store;
use super::summary::summary;
use crate::app::state::{Action, Key, Pane, State, Zone, action_for};
use crate::browser::{ArticleView, Pasted, Web, is_field, page, pasted, window};
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, File, FileList, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// The whole app: shows the state of its store.
pub(crate) struct App {
    store: Rc<Store>,
    /// Made once: a component whose properties stay the same is not rendered again.
    act: Callback<Action>,
    on_view: Callback<ArticleView>,
    file_input: NodeRef,
    dialog: NodeRef,
    dragging: bool,
    _listeners: Vec<EventListener>,
}

/// What the app is told.
pub(crate) enum Message {
    /// The state has changed.
    Changed,
    /// A file is held over the page, or no more.
    Dragging(bool),
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let file_input = NodeRef::default();
        let store = Store::new(ctx.link().callback(|()| Message::Changed), file_input.clone());
        let mut listeners = listeners(ctx, &store);
        let told = store.clone();
        listeners.push(Web::listen(move |came| told.arrived(came)));
        let act = store.callback();
        let viewed = store.clone();
        let on_view = Callback::from(move |view| viewed.set_view(view));
        Self {
            store,
            act,
            on_view,
            file_input,
            dialog: NodeRef::default(),
            dragging: false,
            _listeners: listeners,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Changed => true,
            Message::Dragging(over) => std::mem::replace(&mut self.dragging, over) != over,
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        show(&self.dialog, self.store.state().dialog.is_some());
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = &*self.store.state();
        let act = &self.act;
        let store = self.store.clone();
        let on_files = Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let chosen = list(input.files());
                input.set_value(""); // the same file can be chosen again
                store.open(chosen);
            }
        });
        html! {
            <div class={classes!("app", self.dragging.then_some("dragging"))}>
                { header(state, act, html! {
                    <input ref={&self.file_input} type="file" id="file" hidden=true multiple=true onchange={on_files} />
                }) }
                { self.body(state, act) }
                { notice(state.notice.as_ref().filter(|notice| !(notice.problem && state.dialog.is_some())), act) }
                { dialogs(state, act, &self.dialog) }
                if self.dragging {
                    <div class="drop" aria-hidden="true"><p>{ "Drop the article or the annotation file" }</p></div>
                }
            </div>
        }
    }
}

impl App {
    fn body(&self, state: &State, act: &Callback<Action>) -> Html {
        if state.starting {
            return html! { <main key="starting" class="start" aria-busy="true" /> };
        }
        let Some(document) = state.document().cloned().map(Shared) else {
            return start(state, act);
        };
        let on_view = self.on_view.clone();
        let visible = Shared(state.visible.clone());
        let selected = state.selected;
        let pane = state.pane;
        let tab = |this: Pane, name: &'static str, class: &'static str| {
            let onclick = press(act, Action::Pane(this));
            let current = (pane == this).then_some("true");
            html! { <button type="button" {class} aria-current={current} {onclick}>{ name }</button> }
        };
        let shown = match pane {
            Pane::Text => "show-text",
            Pane::List => "show-list",
            Pane::Summary => "show-summary",
        };
        html! {
            <>
                { status(state, act) }
                <main key="work" class={classes!("work", shown)}>
                    { summary(state, &document, act) }
                    <section class="reading" aria-label="Article">
                        <ArticlePane act={act.clone()} {on_view} />
                        { palette(state, act) }
                    </section>
                    <section class="side" aria-label="Annotations">
                        <List {document} {visible} {selected} {pane} speakers={Shared(state.speakers().clone())} filter={state.filter.clone()}
                            act={act.clone()} />
                        { inspector(state, act) }
                    </section>
                    <nav class="tabs" aria-label="Parts of the page">
                        { tab(Pane::Text, "Text", "tab only-narrow") }
                        { tab(Pane::List, "Annotations", "tab") }
                        { tab(Pane::Summary, "Summary", "tab") }
                    </nav>
                </main>
            </>
        }
    }
}

/// What a key means, decided while its event is being handled: later it could no longer be kept from the browser.
fn pressed(state: &State, event: &web_sys::Event) -> Option<Action> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    // While a word is being composed, its keys belong to the composition.
    if event.is_composing() {
        return None;
    }
    let name = event.key();
    let key = Key {
        name: &name,
        control: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
    };
    let action = action_for(key, zone_of(event), state)?;
    event.prevent_default();
    Some(action)
}

/// A paste into the empty page, wherever the focus is, is the article.
fn pasted_anywhere(state: &State, event: &web_sys::Event) -> Option<Action> {
    let event = event.dyn_ref::<ClipboardEvent>()?;
    let field =
        event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|e| is_field(&e));
    if state.session.is_some() || state.starting || field {
        return None;
    }
    open_pasted(event)
}

/// The article that is pasted.
pub(super) fn open_pasted(event: &ClipboardEvent) -> Option<Action> {
    Some(match pasted(event)? {
        Pasted::Text(text) => Action::OpenText { title: None, text },
        Pasted::Article(packed, plain) => Action::OpenArticle(packed, plain),
    })
}

fn list(files: Option<FileList>) -> Vec<File> {
    let files = files.into_iter().flat_map(|files| (0..files.length()).filter_map(move |n| files.get(n)));
    files.collect()
}

fn zone_of(event: &KeyboardEvent) -> Zone {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return Zone::Elsewhere;
    };
    let within = |selector| target.closest(selector).ok().flatten().is_some();
    if is_field(&target) {
        Zone::Field
    } else if within("#article") {
        Zone::Article
    } else if within("#list") {
        Zone::List
    } else {
        Zone::Elsewhere
    }
}

fn listeners(ctx: &Context<App>, store: &Rc<Store>) -> Vec<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let acting = |name: &'static str, meaning: fn(&State, &web_sys::Event) -> Option<Action>| {
        let store = store.clone();
        EventListener::new_with_options(&page(), name, options, move |event| {
            let action = meaning(&store.state(), event);
            action.into_iter().for_each(|action| store.act(action));
        })
    };
    let dragging = |name: &'static str, meaning: fn(&DragEvent) -> Option<bool>| {
        let link = ctx.link().clone();
        EventListener::new_with_options(&page(), name, options, move |event| {
            let over = event.dyn_ref::<DragEvent>().and_then(meaning);
            over.into_iter().for_each(|over| link.send_message(Message::Dragging(over)));
        })
    };
    let with_store =
        |target: &web_sys::EventTarget, name: &'static str, act: fn(&Rc<Store>, &web_sys::Event)| {
            let store = store.clone();
            EventListener::new_with_options(target, name, options, move |event| act(&store, event))
        };
    vec![
        acting("keydown", pressed),
        acting("paste", pasted_anywhere),
        with_store(&window(), "resize", |store, _| store.act(Action::Resized)),
        with_store(&window(), "storage", |store, _| remembered().for_each(|action| store.act(action))),
        with_store(&window(), "beforeprint", |store, _| store.act(Action::Print(true))),
        with_store(&window(), "afterprint", |store, _| store.act(Action::Print(false))),
        with_store(&window(), "pagehide", |store, _| store.save_now()),
        with_store(&page(), "visibilitychange", |store, _| store.save_now()),
        with_store(&page(), "drop", |store, event| {
            event.prevent_default();
            let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            store.open(list(data.and_then(|data| data.files())));
        }),
        dragging("drop", |_| Some(false)),
        dragging("dragover", |event| {
            let files = event.data_transfer()?.types().includes(&"Files".into(), 0);
            files.then(|| {
                event.prevent_default();
                true
            })
        }),
        dragging("dragleave", |event| event.related_target().is_none().then_some(false)),
    ]
}
