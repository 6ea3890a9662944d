use super::disk::{Work, run_disk};
use super::reading::Reading;
use super::remembered::{
    COMFORT, DRAFT, KEYMAP, LABELS, LETTERS_OFF, PENDING, SENSITIVITY, SESSION, TITLE, VIEW,
};
use crate::app::state::{Action, Effect, Focus, Notice, Pending, State, View};
use crate::browser::{
    Answer, ArticleView, Backstage, FromWeb, Job, Scene, Settings, Storage, Tab, Web, address, download,
    letter, page, renew,
};
use crate::document::packed::{pack_document, pack_structure};
use crate::document::tagging::Step;
use crate::extract::Structure;
use futures::channel::mpsc::{UnboundedSender, unbounded};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement, HtmlInputElement};
use yew::{Callback, NodeRef};

/// How soon after a change the tab remembers what it shows, in ms.
const SOON: u32 = 150;

/// Carries out effects, and reports what comes of them as actions.
pub(super) struct Browser {
    act: Callback<Action>,
    backstage: Backstage,
    reading: Rc<Reading>,
    disk: UnboundedSender<Work>,
    view: Rc<RefCell<Option<ArticleView>>>,
    saving: RefCell<Option<Timeout>>,
    /// What to do with the article once it is on the page.
    waiting: Rc<RefCell<Vec<Later>>>,
    /// Entries that are on their way to the disk.
    pending: Rc<RefCell<Pending>>,
}

type Later = Box<dyn FnOnce(&ArticleView)>;

impl Browser {
    /// Starts the worker and the disk, and takes up what this tab was working on.
    pub(super) fn new(act: Callback<Action>) -> Self {
        let backstage = Backstage::new(answer_to(act.clone()));
        let reading = Reading::new(act.clone());
        let (disk, work) = unbounded();
        let pending: Rc<RefCell<Pending>> = Rc::default();
        spawn_local(run_disk(work, act.clone(), pending.clone()));
        let (view, saving, waiting) = (Rc::default(), RefCell::default(), Rc::default());
        Self { act, backstage, reading, disk, view, saving, waiting, pending }
    }

    /// The article can be put on the page and drawn on.
    pub(super) fn set_view(&self, view: ArticleView, state: &State) {
        if !view.can_draw() {
            let old = "This browser cannot draw highlights in the text. The list works; update the browser to see them.";
            self.act.emit(Action::Tell(Notice::problem(old)));
        }
        self.view.replace(Some(view.clone()));
        self.present(state);
        for act in self.waiting.take() {
            act(&view);
        }
    }

    /// Brings the text and what is drawn over it to where the state is; tells whether anything changed.
    pub(super) fn present(&self, state: &State) -> bool {
        let view = self.view.borrow().clone();
        view.zip(state.document()).is_some_and(|(view, document)| {
            view.present(Scene {
                document: document.clone(),
                visible: state.visible.clone(),
                picked: state.selected,
                here: state.aside().map(|aside| aside.span.start),
            })
        })
    }

    /// Reads a page that came from the web: its address, and its bytes.
    pub(super) fn arrived(&self, came: FromWeb) {
        match came {
            FromWeb::Fetched(address, bytes) => self.reading.page(address, bytes),
            FromWeb::Unfetched(address, why) => self.act.emit(Action::Unfetched(address, why)),
        }
    }

    /// Reads files and reports what is in them.
    pub(super) fn read_files(&self, files: Vec<File>) {
        if !files.is_empty() {
            self.reading.read(files);
        }
    }

    /// Remembers at once what would else be saved in a moment: the page is about to go.
    pub(super) fn save_now(&self, state: &State) {
        if state.session.is_some() {
            self.saving.take();
            remember(state, self.view.borrow().as_ref());
            Tab.set(
                PENDING,
                Some(&self.pending.borrow().pack()).filter(|packed| !packed.is_empty()).map(String::as_str),
            );
        }
    }

    /// Does what the state asks for.
    pub(super) fn carry_out(&self, effect: Effect, state: &State, file_input: &NodeRef) {
        let view = self.view.borrow().clone();
        match effect {
            Effect::Search { text, blocks, aside } => {
                let structure = Structure { blocks: &blocks, aside: aside.as_deref() };
                self.backstage.ask(Job::Search(text, pack_structure(&structure)));
            }
            Effect::Stop => self.backstage.stop_search(),
            Effect::Begin(title) => {
                Web::stop(); // a page that comes late does not take the place of this article
                // The tab knows at once what it works on, whatever becomes of the disk before a reload.
                let key = Storage::new_key();
                Tab.set(SESSION, Some(&key));
                Tab.set(TITLE, Some(&title));
                self.pending.borrow_mut().restart(0);
                self.work(Work::Begin(key, title));
            }
            Effect::Keep(title, entry, file) => {
                self.work(Work::Keep(Storage::new_key(), title, entry, file));
            }
            Effect::Replace(key) => self.work(Work::Forget(key, false)),
            Effect::Doubt(number, present) => self.reading.doubt(number, &present),
            Effect::Fetch(typed) => match address(&typed) {
                Some(address) => Web::fetch(&address),
                None => self.act.emit(Action::Unfetched(typed, "it is no web address".into())),
            },
            Effect::Columns(columns) => self.reading.choose(columns),
            Effect::StopReading => self.reading.stop(),
            Effect::Hash(text) => self.reading.hash(text),
            Effect::Save(entry) => {
                self.pending.borrow_mut().push(entry.clone());
                self.work(Work::Save(entry, self.pending.borrow().session()));
            }
            Effect::Close => {
                with(self.view.replace(None), ArticleView::clear);
                Tab.set(SESSION, None); // at once: a reload must not bring it back
                self.work(Work::Close);
            }
            Effect::Renew => renew(),
            Effect::Load(key) => self.work(Work::Load(key)),
            Effect::Forget(key) => self.work(Work::Forget(Some(key), true)),
            Effect::SaveView => self.save_view(state),
            Effect::SaveKeys(off) => Tab.set(LETTERS_OFF, off.then_some("yes")),
            Effect::Comfort => {
                Settings.set(COMFORT, Some(&state.comfort.pack()));
                if let Some(root) = page().document_element() {
                    for (setting, value) in state.comfort.all() {
                        let value = setting.values.get(value).map_or("", |(value, _)| value);
                        let _ = root.set_attribute(&["data-", setting.name].concat(), value);
                    }
                }
            }
            Effect::SaveLabels(packed) => Settings.set(LABELS, Some(&packed)),
            Effect::WriteLabels(name, packed) => self.backstage.ask(Job::WriteLabels(name, packed)),
            Effect::SaveKeymap(packed) => {
                Settings.set(KEYMAP, Some(packed.as_str()).filter(|packed| !packed.is_empty()));
            }
            Effect::SaveSensitivity(packed) => Settings.set(SENSITIVITY, Some(&packed)),
            Effect::SaveDraft => Tab.set(DRAFT, Some(state.draft.as_str()).filter(|draft| !draft.is_empty())),
            Effect::Read(name, json) => self.backstage.ask(Job::Read(name, json)),
            Effect::Write(name, document) => self.backstage.ask(Job::Write(name, pack_document(&document))),
            Effect::Found => {
                let (places, now) = state.find.places();
                with(view, |view| view.found(&places, now));
            }
            Effect::Reveal(span) => with(view, |view| view.reveal(span)),
            Effect::Select(words) => with(view, |view| view.select(words)),
            Effect::CaretOnScreen => {
                let byte = view.map_or(0, |view| view.first_seen());
                self.act.emit(Action::PutCaret(byte, false));
            }
            Effect::Line { forward, extend, from } => {
                if let Some(byte) = view.and_then(|view| view.line(from, forward)) {
                    self.act.emit(Action::PutCaret(byte, extend));
                }
            }
            Effect::Letter(end, step, at) => {
                let text = state.document().map(|document| document.article.text.clone());
                if let Some(to) = text.and_then(|text| letter(&text, at, step == Step::Forward)) {
                    self.act.emit(Action::LetterTo(end, to));
                }
            }
            Effect::Run(id) => {
                let act = self.act.clone();
                self.after_render(move |_| act.emit(Action::Run(id)));
            }
            Effect::Print(on) => with(view, |view| view.print(on)),
            Effect::Redraw => self.after_render(ArticleView::scrolled),
            Effect::Stay => {
                let (top, words) = (view.map(|view| view.top()).unwrap_or_default(), state.words);
                self.after_render(move |view| view.stay(top, words));
            }
            Effect::Scroll(byte, below) => self.after_render(move |view| view.scroll_to(byte, below)),
            Effect::Focus(focus) => {
                // At once, so that the next key goes there. What is not on the page yet, or lies behind a dialog that closes, can take the
                // focus only when that is rendered: at the end of this turn, or right after it.
                if !focus_on(focus) {
                    spawn_local(async move {
                        if !focus_on(focus) {
                            TimeoutFuture::new(0).await;
                            let _ = focus_on(focus);
                        }
                    });
                }
            }
            Effect::ChooseFile => {
                if let Some(input) = file_input.cast::<HtmlInputElement>() {
                    input.click();
                }
            }
        }
    }

    fn work(&self, work: Work) {
        let _ = self.disk.unbounded_send(work);
    }

    /// Does something with the article after the next rendering, or as soon as it is on the page.
    fn after_render(&self, act: impl FnOnce(&ArticleView) + 'static) {
        let (view, waiting) = (self.view.clone(), self.waiting.clone());
        Timeout::new(0, move || match &*view.borrow() {
            Some(view) => act(view),
            None => waiting.borrow_mut().push(Box::new(act)),
        })
        .forget();
    }

    fn save_view(&self, state: &State) {
        let mut shown = view_of(state);
        let view = self.view.clone();
        let save = Timeout::new(SOON, move || {
            shown.top = view.borrow().as_ref().map(ArticleView::top).unwrap_or_default();
            Tab.set(VIEW, Some(&shown.pack()));
        });
        self.saving.replace(Some(save));
    }
}

fn view_of(state: &State) -> View {
    View { top: (0, 0), selected: state.selected, filter: state.filter.clone(), pane: state.pane }
}

fn remember(state: &State, view: Option<&ArticleView>) {
    let shown = View { top: view.map(ArticleView::top).unwrap_or_default(), ..view_of(state) };
    Tab.set(VIEW, Some(&shown.pack()));
}

/// What the worker's answers mean for the state.
fn answer_to(act: Callback<Action>) -> impl Fn(Answer) {
    move |answer| {
        let problem = |text: String| Action::Tell(Notice::problem(&text));
        act.emit(match answer {
            Answer::Progress(share) => Action::Progress(share),
            Answer::Found(packed) => Action::Found(packed),
            Answer::Read(packed) => Action::Opened(packed),
            Answer::Written(name, file) => match download(&name, &file) {
                Ok(()) => Action::Tell(Notice::done(&format!("Saved as {name}."))),
                Err(why) => problem(why),
            },
            Answer::Refused(name, why) => problem(format!("“{name}” was not opened. {why}")),
            Answer::Failed(Job::Search(..), why) => {
                Action::SearchFailed(format!("Quotes and wording could not be searched: {why}."))
            }
            Answer::Loaded(_) => return, // the reader has another ear
            Answer::Failed(Job::Read(name, _) | Job::Load(name, ..), why) => {
                problem(format!("“{name}” could not be read: {why}."))
            }
            Answer::Failed(Job::Write(..) | Job::WriteLabels(..), why) => {
                problem(format!("The file could not be written: {why}."))
            }
        });
    }
}

fn with(view: Option<ArticleView>, act: impl FnOnce(&ArticleView)) {
    if let Some(view) = &view {
        act(view);
    }
}

/// True when it is there and can take the focus.
fn focus_on(focus: Focus) -> bool {
    let id = match focus {
        Focus::Start => "draft",
        Focus::Article => "article",
        Focus::List => "list",
        Focus::Note => "note",
        Focus::Speaker => "speaker",
        Focus::Category => "category",
        Focus::Find => "find",
    };
    let element = page().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        element.focus().is_ok() && page().active_element().is_some_and(|e| e.id() == id)
    })
}
