use super::article::ArticlePane;
use super::dialogs::Dialogs;
use super::effects::Browser;
use super::header::header;
use super::inspector::inspector;
use super::list::List;
use super::notice::notice;
use super::palette::palette;
use super::shared::Shared;
use super::start::start;
use super::status::status;
use super::summary::SummaryPane;
use crate::app::state::{Action, Key, Notice, Pane, State, Zone, action_for};
use crate::browser::{ArticleView, is_field, page, window};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, File, FileList, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// How long a notice of something done stays, in ms.
const NOTICE_STAYS: u32 = 5_000;

/// The whole app: holds the state, changes it, carries out the effects.
pub(crate) struct App {
    /// Shared with the listeners, which look at it while an event is being handled. Only `apply` changes it.
    state: Rc<RefCell<State>>,
    browser: Browser,
    file_input: NodeRef,
    dragging: bool,
    dismissing: Option<Timeout>,
    _listeners: Vec<EventListener>,
}

/// What the app is told.
pub(crate) enum Message {
    /// Something happened.
    Do(Action),
    /// The article is on the page and can be drawn on.
    View(ArticleView),
    /// Files were picked or dropped.
    Files(Vec<File>),
    /// A file is held over the page, or no more.
    Dragging(bool),
    /// The page is about to be left or hidden.
    Leaving,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let browser = Browser::new(ctx.link().callback(Message::Do));
        let state = Rc::new(RefCell::new(State::new()));
        let listeners = listeners(ctx, &state);
        Self {
            state,
            browser,
            file_input: NodeRef::default(),
            dragging: false,
            dismissing: None,
            _listeners: listeners,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Do(action) => {
                let shows = !matches!(action, Action::Scrolled | Action::Resized);
                self.apply(ctx, action);
                shows
            }
            Message::View(view) => {
                let can_draw = view.can_draw();
                self.browser.set_view(view);
                if !can_draw {
                    let old = "This browser cannot draw highlights in the text. The list works; \
                               update the browser to see them.";
                    self.apply(ctx, Action::Tell(Notice::problem(old)));
                }
                !can_draw
            }
            Message::Files(files) => {
                self.dragging = false;
                self.browser.read_file(files);
                true
            }
            Message::Leaving => {
                self.browser.save_now(&self.state.borrow());
                false
            }
            Message::Dragging(over) => std::mem::replace(&mut self.dragging, over) != over,
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let state = &*self.state.borrow();
        let act = ctx.link().callback(Message::Do);
        let on_files = ctx.link().callback(|event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
                return Message::Files(vec![]);
            };
            let chosen = list(input.files());
            input.set_value(""); // the same file can be chosen again
            Message::Files(chosen)
        });
        html! {
            <div class={classes!("app", self.dragging.then_some("dragging"))}>
                { header(state, &act, html! {
                    <input ref={&self.file_input} type="file" class="hidden" id="file" aria-label="Open a file" tabindex="-1"
                    accept=".txt,.text,.md,.json,text/plain,application/json" onchange={on_files} />
                }) }
                { self.body(state, ctx, &act) }
                { notice(state.notice.as_ref(), &act) }
                <Dialogs dialog={state.dialog.clone()} letters_off={state.letters_off} act={act} />
                if self.dragging {
                    <div class="drop" aria-hidden="true"><p>{ "Drop the article or the annotation file" }</p></div>
                }
            </div>
        }
    }
}

impl App {
    fn body(&self, state: &State, ctx: &Context<Self>, act: &Callback<Action>) -> Html {
        if state.starting {
            return html! { <main key="starting" class="start" aria-busy="true" /> };
        }
        let Some(document) = state.document().cloned().map(Shared) else {
            return start(state, act);
        };
        let visible = Shared(state.visible.clone());
        let selected = state.selected;
        let pane = state.pane;
        let tab = |this: Pane, name: &'static str, class: &'static str| {
            let onclick = act.reform(move |_: MouseEvent| Action::Pane(this));
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
                    <SummaryPane summary={Shared(state.summary.clone())} filter={state.filter.clone()} act={act.clone()} />
                    <section class="reading" aria-label="Article">
                        <ArticlePane document={document.clone()} visible={visible.clone()} {selected}
                            act={act.clone()} on_view={ctx.link().callback(Message::View)} />
                        { palette(state, act) }
                    </section>
                    <section class="side" aria-label="Annotations">
                        <List {document} {visible} {selected} {pane} speakers={Shared(state.speakers.clone())} filter={state.filter.clone()}
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

    fn apply(&mut self, ctx: &Context<Self>, action: Action) {
        let told = self.state.borrow().notice.clone();
        let effects = self.state.borrow_mut().apply(action);
        let state = self.state.borrow();
        for effect in effects {
            self.browser.carry_out(effect, &state, &self.file_input);
        }
        if state.notice != told {
            // A problem stays until it is read; the rest goes by itself.
            let goes = state.notice.as_ref().is_some_and(|notice| !notice.problem);
            let act = ctx.link().callback(Message::Do);
            self.dismissing = goes.then(|| Timeout::new(NOTICE_STAYS, move || act.emit(Action::Dismiss)));
        }
    }
}

/// What a key means, decided while its event is being handled: later it could no longer be kept from the browser.
fn pressed(state: &State, event: &web_sys::Event) -> Option<Message> {
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
    Some(Message::Do(action))
}

/// A paste into the empty page, wherever the focus is, is the article.
fn pasted(state: &State, event: &web_sys::Event) -> Option<Message> {
    let event = event.dyn_ref::<ClipboardEvent>()?;
    let field =
        event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|e| is_field(&e));
    if state.session.is_some() || state.starting || field {
        return None;
    }
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    Some(Message::Do(Action::OpenText { title: None, text }))
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

fn listeners(ctx: &Context<App>, state: &Rc<RefCell<State>>) -> Vec<EventListener> {
    let on_page = |name: &'static str, make: fn(&State, &web_sys::Event) -> Option<Message>| {
        let (link, state) = (ctx.link().clone(), state.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&page(), name, options, move |event| {
            let message = make(&state.borrow(), event);
            message.into_iter().for_each(|message| link.send_message(message));
        })
    };
    let on_window = |name: &'static str, make: fn() -> Message| {
        let link = ctx.link().clone();
        EventListener::new(&window(), name, move |_| link.send_message(make()))
    };
    vec![
        on_window("resize", || Message::Do(Action::Resized)),
        on_window("pagehide", || Message::Leaving),
        on_page("visibilitychange", |_, _| Some(Message::Leaving)),
        on_page("keydown", pressed),
        on_page("paste", pasted),
        on_page("dragover", |_, event| {
            let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
            data.types().includes(&"Files".into(), 0).then(|| {
                event.prevent_default();
                Message::Dragging(true)
            })
        }),
        on_page("dragleave", |_, event| {
            let outside = event.dyn_ref::<DragEvent>()?.related_target().is_none();
            outside.then_some(Message::Dragging(false))
        }),
        on_page("drop", |_, event| {
            event.prevent_default();
            let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
            Some(Message::Files(list(data.files())))
        }),
    ]
}
