use super::effects::Browser;
use crate::app::state::{Action, Effect, State};
use crate::browser::{ArticleView, FromWeb, page, window};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::File;
use yew::prelude::*;

/// How long a notice of something done stays, in ms.
const NOTICE_STAYS: u32 = 5_000;

/// The one place where the state changes.
///
/// An action is applied, its effects are carried out and the text is drawn at once, while the event that led to it is being handled;
/// only the rendering of the rest comes later. So the next key meets the state and the focus that the last one left, and the next frame
/// has what was done to the text.
pub(super) struct Store {
    state: RefCell<State>,
    /// Actions that came while another one was being carried out.
    waiting: RefCell<VecDeque<Action>>,
    busy: Cell<bool>,
    browser: Browser,
    file_input: NodeRef,
    dismissing: RefCell<Option<Timeout>>,
    /// Told after each change that is to be seen.
    changed: Callback<()>,
    /// It will be told after the next frame.
    late: Rc<Cell<bool>>,
}

impl Store {
    /// The state at the start; takes up what this tab was working on.
    pub(super) fn new(changed: Callback<()>, file_input: NodeRef) -> Rc<Self> {
        Rc::new_cyclic(|store| {
            let store = store.clone();
            let act = Callback::from(move |action| {
                if let Some(store) = std::rc::Weak::<Self>::upgrade(&store) {
                    store.act(action);
                }
            });
            Self {
                state: RefCell::new(State::new()),
                waiting: RefCell::default(),
                busy: Cell::new(false),
                browser: Browser::new(act),
                file_input,
                dismissing: RefCell::default(),
                changed,
                late: Rc::default(),
            }
        })
    }

    /// The state as it is.
    pub(super) fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// What components call when something happens.
    pub(super) fn callback(self: &Rc<Self>) -> Callback<Action> {
        let store = self.clone();
        Callback::from(move |action| store.act(action))
    }

    /// Applies an action and carries out its effects.
    pub(super) fn act(self: &Rc<Self>, action: Action) {
        self.waiting.borrow_mut().push_back(action);
        if self.busy.replace(true) {
            return; // it is done after the one that led to it
        }
        while let Some(action) = self.next() {
            self.apply(action);
        }
        self.busy.set(false);
    }

    /// Reads files.
    pub(super) fn open(&self, files: Vec<File>) {
        self.browser.read_files(files);
    }

    /// Something came from another page.
    pub(super) fn arrived(&self, came: FromWeb) {
        self.browser.arrived(came);
    }

    /// The article is on the page and can be drawn on.
    pub(super) fn set_view(&self, view: ArticleView) {
        self.browser.set_view(view, &self.state());
    }

    /// Remembers at once what would else be saved in a moment: the page is about to go.
    pub(super) fn save_now(&self) {
        self.browser.save_now(&self.state());
    }

    fn next(&self) -> Option<Action> {
        self.waiting.borrow_mut().pop_front()
    }

    fn apply(self: &Rc<Self>, action: Action) {
        let shows = match &action {
            Action::Scrolled | Action::Resized | Action::Print(_) => false,
            Action::Unsaved(why) => self.state().unsaved != *why,
            _ => true,
        };
        let covered = self.state().dialog.is_some(); // a dialog holds the focus until it is rendered
        let told = self.state().notice.as_ref().map(|notice| notice.text.clone());
        let effects = self.state.borrow_mut().apply(action);
        // What an effect is about may have to be rendered first, and in this turn: the next key finds the focus where it belongs.
        let waits = effects.iter().any(Effect::needs_rendering);
        if shows && waits {
            self.render();
        }
        for effect in effects {
            self.browser.carry_out(effect, &self.state(), &self.file_input);
        }
        let drawn = self.browser.present(&self.state());
        if self.state().notice.as_ref().map(|notice| &notice.text) != told.as_ref() {
            // A problem stays until it is read; the rest goes by itself.
            let goes =
                self.state().notice.as_ref().is_some_and(|notice| !notice.problem && notice.offer.is_none());
            let act = self.callback();
            let timer = goes.then(|| Timeout::new(NOTICE_STAYS, move || act.emit(Action::Dismiss)));
            self.dismissing.replace(timer);
        }
        match shows && !waits {
            true if drawn && !covered && !page().hidden() => self.render_late(),
            true => self.render(),
            false => {}
        }
    }

    /// Has the page rendered at the end of this turn.
    fn render(&self) {
        self.late.set(false);
        self.changed.emit(());
    }

    /// Has the rest of the page rendered once the frame is out that shows what has been drawn in the text: rendering would delay it.
    fn render_late(&self) {
        if self.late.replace(true) {
            return;
        }
        let (late, changed) = (self.late.clone(), self.changed.clone());
        let after = move || {
            Timeout::new(0, move || {
                if late.replace(false) {
                    changed.emit(());
                }
            })
            .forget();
        };
        let _ = window().request_animation_frame(Closure::once_into_js(after).unchecked_ref());
    }
}
