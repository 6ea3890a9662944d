use super::{BUILD, message};
use gloo_events::EventListener;
use js_sys::Reflect;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// What the worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The share of the work that is done, 0 to 1.
    Progress(f32),
    /// The findings: an extraction as JSON.
    Found(String),
    /// Why there are none. A sentence for the screen.
    Failed(String),
}

/// The extraction core, in a worker: it never keeps the page waiting, and can be stopped at any moment.
///
/// The worker says `{ready: BUILD}` once it runs; it is sent a text and says `{progress}`, then `{found}` or `{error}`.
pub struct Extractor {
    inner: Rc<Inner>,
}

struct Inner {
    answer: Box<dyn Fn(Answer)>,
    state: RefCell<State>,
}

enum State {
    /// There is no worker.
    None,
    /// Its code is being loaded; the text to search then.
    Loading(Running, Option<Rc<str>>),
    /// It waits for a text.
    Idle(Running),
    /// It is searching a text.
    Busy(Running),
}

struct Running {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Extractor {
    /// Starts the worker, so that it is ready when the first text comes.
    pub fn new(answer: impl Fn(Answer) + 'static) -> Self {
        let inner = Rc::new(Inner { answer: Box::new(answer), state: RefCell::new(State::None) });
        inner.start(None);
        Self { inner }
    }

    /// Searches `text`. What is being searched is dropped.
    pub fn search(&self, text: &Rc<str>) {
        let state = self.inner.state.replace(State::None);
        match state {
            State::Idle(running) => {
                let _ = running.worker.post_message(&JsValue::from_str(text));
                self.inner.state.replace(State::Busy(running));
            }
            State::Loading(running, _) => {
                drop(self.inner.state.replace(State::Loading(running, Some(text.clone()))))
            }
            State::None | State::Busy(_) => {
                drop(state);
                self.inner.start(Some(text.clone()));
            }
        }
    }

    /// Drops what is being searched, at once, and gets ready for the next text.
    pub fn stop(&self) {
        let state = self.inner.state.replace(State::None);
        match state {
            State::Busy(_) => {
                drop(state);
                self.inner.start(None);
            }
            State::Loading(running, _) => drop(self.inner.state.replace(State::Loading(running, None))),
            other => drop(self.inner.state.replace(other)),
        }
    }
}

impl Inner {
    fn start(self: &Rc<Self>, text: Option<Rc<str>>) {
        // The build in the address keeps the browser from mixing a cached old file with a new one.
        match Worker::new(&format!("./worker-boot.js?v={BUILD}")) {
            Ok(worker) => {
                let on = |name: &'static str, act: fn(&Rc<Self>, &web_sys::Event)| {
                    let inner: Weak<Self> = Rc::downgrade(self);
                    EventListener::new(&worker, name, move |event| {
                        if let Some(inner) = inner.upgrade() {
                            act(&inner, event);
                        }
                    })
                };
                let listeners = [on("message", Self::hear), on("error", Self::fail)];
                self.state.replace(State::Loading(Running { worker, _listeners: listeners }, text));
            }
            Err(error) => (self.answer)(Answer::Failed(cannot_start(&message(&error)))),
        }
    }

    fn hear(self: &Rc<Self>, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let data = event.data();
        let field = |name: &str| Reflect::get(&data, &name.into()).ok().filter(|value| !value.is_undefined());
        if let Some(share) = field("progress").and_then(|p| p.as_f64()) {
            (self.answer)(Answer::Progress(share as f32));
        } else if let Some(json) = field("found").and_then(|f| f.as_string()) {
            if let State::Busy(running) = self.state.replace(State::None) {
                self.state.replace(State::Idle(running));
            }
            (self.answer)(Answer::Found(json));
        } else if let Some(build) = field("ready").and_then(|b| b.as_string()) {
            self.ready(&build);
        } else if let Some(why) = field("error").and_then(|e| e.as_string()) {
            self.give_up(&why);
        }
    }

    fn ready(self: &Rc<Self>, build: &str) {
        if build != BUILD {
            self.state.replace(State::None);
            let newer = "A newer Scarequote was put online while this page was open. Reload the page; your work is kept.";
            return (self.answer)(Answer::Failed(newer.to_owned()));
        }
        if let State::Loading(running, text) = self.state.replace(State::None) {
            self.state.replace(match text {
                Some(text) => {
                    let _ = running.worker.post_message(&JsValue::from_str(&text));
                    State::Busy(running)
                }
                None => State::Idle(running),
            });
        }
    }

    fn fail(self: &Rc<Self>, event: &web_sys::Event) {
        event.prevent_default();
        let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        self.give_up(&why);
    }

    /// The worker has failed: the next text gets a new one.
    fn give_up(self: &Rc<Self>, why: &str) {
        let asked = !matches!(self.state.replace(State::None), State::Loading(_, None) | State::Idle(_));
        if asked {
            (self.answer)(Answer::Failed(cannot_start(why)));
        }
    }
}

fn cannot_start(why: &str) -> String {
    let why = if why.is_empty() { "its files could not be loaded" } else { why };
    format!(
        "Quotes and wording could not be searched: {why}. You can still tag by hand; to try again, reload the page."
    )
}
