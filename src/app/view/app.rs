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
use wasm_bindgen::JsCast;
use web_sys::{Element, FileList, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// How long a notice of something done stays, in ms.
const NOTICE_STAYS: u32 = 5_000;

/// The whole app: holds the state, changes it, carries out the effects.
pub(crate) struct App {
    state: State,
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
    Files(FileList),
    /// A file is held over the page, or no more.
    Dragging(bool),
    /// A key was pressed.
    Pressed(KeyboardEvent),
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let browser = Browser::new(ctx.link().callback(Message::Do));
        Self {
            state: State::new(),
            browser,
            file_input: NodeRef::default(),
            dragging: false,
            dismissing: None,
            _listeners: listeners(ctx),
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
                if let Some(file) = files.get(0) {
                    self.browser.read_file(file, files.length());
                }
                true
            }
            Message::Dragging(over) => std::mem::replace(&mut self.dragging, over) != over,
            Message::Pressed(event) => self.press(ctx, &event),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let act = ctx.link().callback(Message::Do);
        let on_files = ctx.link().batch_callback(|event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>()?;
            let files = input.files();
            let chosen = files.map(Message::Files);
            input.set_value("");
            chosen
        });
        html! {
            <div class={classes!("app", self.dragging.then_some("dragging"))}>
                { header(&self.state, &act) }
                { self.body(ctx, &act) }
                <input ref={&self.file_input} type="file" class="hidden" id="file" aria-label="Open a file" tabindex="-1"
                    accept=".txt,.text,.md,.json,text/plain,application/json" onchange={on_files} />
                { notice(self.state.notice.as_ref(), &act) }
                <Dialogs dialog={self.state.dialog.clone()} letters_off={self.state.letters_off} act={act} />
                if self.dragging {
                    <div class="drop" aria-hidden="true"><p>{ "Drop the article or the annotation file" }</p></div>
                }
            </div>
        }
    }
}

impl App {
    fn body(&self, ctx: &Context<Self>, act: &Callback<Action>) -> Html {
        if self.state.starting {
            return html! { <main class="start" aria-busy="true" /> };
        }
        let Some(document) = self.state.document().cloned().map(Shared) else {
            return start(&self.state, act);
        };
        let visible = Shared(self.state.visible.clone());
        let selected = self.state.selected;
        let pane = self.state.pane;
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
                { status(&self.state, act) }
                <main class={classes!("work", shown)}>
                    <SummaryPane summary={Shared(self.state.summary.clone())} filter={self.state.filter.clone()} act={act.clone()} />
                    <section class="reading" aria-label="Article">
                        <ArticlePane document={document.clone()} visible={visible.clone()} {selected}
                            act={act.clone()} on_view={ctx.link().callback(Message::View)} />
                        { palette(&self.state, act) }
                    </section>
                    <section class="side" aria-label="Annotations">
                        <List {document} {visible} {selected} speakers={Shared(self.state.speakers.clone())} filter={self.state.filter.clone()}
                            act={act.clone()} />
                        { inspector(&self.state, act) }
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
        let told = self.state.notice.clone();
        for effect in self.state.apply(action) {
            self.browser.carry_out(effect, &self.state, &self.file_input);
        }
        if self.state.notice != told {
            // A problem stays until it is read; the rest goes by itself.
            let goes = self.state.notice.as_ref().is_some_and(|notice| !notice.problem);
            let act = ctx.link().callback(Message::Do);
            self.dismissing = goes.then(|| Timeout::new(NOTICE_STAYS, move || act.emit(Action::Dismiss)));
        }
    }

    fn press(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        let zone = zone_of(event);
        let name = event.key();
        let key = Key {
            name: &name,
            control: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
        };
        // While a word is being composed, its keys belong to the composition.
        let action = if event.is_composing() { None } else { action_for(key, zone, &self.state) };
        let Some(action) = action else { return false };
        event.prevent_default();
        self.apply(ctx, action);
        true
    }
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

fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let on = |name: &'static str, make: fn(&web_sys::Event) -> Option<Message>| {
        let link = ctx.link().clone();
        EventListener::new_with_options(&page(), name, options, move |event| {
            if let Some(message) = make(event) {
                link.send_message(message);
            }
        })
    };
    let link = ctx.link().clone();
    let resized =
        EventListener::new(&window(), "resize", move |_| link.send_message(Message::Do(Action::Resized)));
    vec![
        resized,
        on("keydown", |event| event.dyn_ref::<KeyboardEvent>().cloned().map(Message::Pressed)),
        on("dragover", |event| {
            let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
            data.types().includes(&"Files".into(), 0).then(|| {
                event.prevent_default();
                Message::Dragging(true)
            })
        }),
        on("dragleave", |event| {
            let outside = event.dyn_ref::<DragEvent>()?.related_target().is_none();
            outside.then_some(Message::Dragging(false))
        }),
        on("drop", |event| {
            event.prevent_default();
            let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
            data.files()
                .filter(|files| files.length() > 0)
                .map(Message::Files)
                .or(Some(Message::Dragging(false)))
        }),
    ]
}
