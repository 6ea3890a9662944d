use crate::app::state::{Action, Effect, Focus, Notice, Packed, Recent, State, View};
use crate::browser::{
    Answer, ArticleView, Backstage, Job, Opened, Saved, Storage, Tab, download, page, read_file,
};
use crate::document::packed::pack_document;
use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement, HtmlInputElement};
use yew::{Callback, NodeRef};

/// The names under which the tab remembers things.
const SESSION: &str = "session";
const VIEW: &str = "view";
const DRAFT: &str = "draft";
const LETTERS_OFF: &str = "letters-off";

/// How soon after a change the tab remembers what it shows, in ms.
const SOON: u32 = 150;

/// Carries out effects, and reports what comes of them as actions.
pub(super) struct Browser {
    act: Callback<Action>,
    backstage: Backstage,
    disk: UnboundedSender<Work>,
    view: Rc<RefCell<Option<ArticleView>>>,
    saving: RefCell<Option<Timeout>>,
}

/// Something for the disk; done one after the other.
enum Work {
    Begin(String),
    Save(Packed),
    Close,
    Load(String),
    Forget(String),
}

impl Browser {
    /// Starts the worker and the disk, and takes up what this tab was working on.
    pub(super) fn new(act: Callback<Action>) -> Self {
        let backstage = Backstage::new(answer_to(act.clone()));
        let (disk, work) = unbounded();
        spawn_local(run_disk(work, act.clone()));
        Self { act, backstage, disk, view: Rc::default(), saving: RefCell::default() }
    }

    /// The article is on the page.
    pub(super) fn set_view(&self, view: ArticleView) {
        self.view.replace(Some(view));
    }

    /// Reads a file and reports what is in it.
    pub(super) fn read_file(&self, file: File, of: u32) {
        let act = self.act.clone();
        spawn_local(async move {
            let action = match read_file(&file).await {
                Ok(Opened::Text(name, text)) => Action::OpenText { title: Some(name), text },
                Ok(Opened::Annotations(json)) => Action::OpenFile(json),
                Err(why) => Action::Tell(Notice::problem(&why)),
            };
            act.emit(action);
            if of > 1 {
                act.emit(Action::Tell(Notice::problem("One file at a time: the first one was opened.")));
            }
        });
    }

    /// Does what the state asks for.
    pub(super) fn carry_out(&self, effect: Effect, state: &State, file_input: &NodeRef) {
        let view = self.view.borrow().clone();
        match effect {
            Effect::Search(text) => self.backstage.ask(Job::Search(text)),
            Effect::Stop => self.backstage.stop_search(),
            Effect::Begin(title) => self.work(Work::Begin(title)),
            Effect::Save(entry) => self.work(Work::Save(entry)),
            Effect::Close => {
                self.view.replace(None);
                self.work(Work::Close);
            }
            Effect::Load(key) => self.work(Work::Load(key)),
            Effect::Forget(key) => self.work(Work::Forget(key)),
            Effect::SaveView => self.save_view(state),
            Effect::SaveKeys(off) => Tab.set(LETTERS_OFF, off.then_some("yes")),
            Effect::SaveDraft => Tab.set(DRAFT, Some(state.draft.as_str()).filter(|draft| !draft.is_empty())),
            Effect::Read(json) => self.backstage.ask(Job::Read(json)),
            Effect::Write(name, document) => self.backstage.ask(Job::Write(name, pack_document(&document))),
            Effect::Reveal(span) => with(view, |view| view.reveal(span)),
            Effect::Select(words) => with(view, |view| view.select(words)),
            Effect::CaretOnScreen => {
                let byte = view.map_or(0, |view| view.first_seen());
                self.act.emit(Action::PutCaret(byte, false));
            }
            Effect::Line { forward, extend } => {
                if let Some(byte) = view.and_then(|view| view.line(forward)) {
                    self.act.emit(Action::PutCaret(byte, extend));
                }
            }
            Effect::Redraw => self.after_render(ArticleView::scrolled),
            Effect::Scroll(top) => self.after_render(move |view| view.scroll_to(top)),
            Effect::Focus(focus) => {
                // After the next rendering, when the element is there.
                Timeout::new(0, move || focus_on(focus)).forget();
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

    fn after_render(&self, act: impl FnOnce(&ArticleView) + 'static) {
        let view = self.view.clone();
        Timeout::new(0, move || {
            if let Some(view) = &*view.borrow() {
                act(view);
            }
        })
        .forget();
    }

    fn save_view(&self, state: &State) {
        let mut shown =
            View { top: 0, selected: state.selected, filter: state.filter.clone(), pane: state.pane };
        let view = self.view.clone();
        let save = Timeout::new(SOON, move || {
            shown.top = view.borrow().as_ref().map_or(0, ArticleView::top);
            Tab.set(VIEW, Some(&shown.pack()));
        });
        self.saving.replace(Some(save));
    }
}

/// What the worker's answers mean for the state.
fn answer_to(act: Callback<Action>) -> impl Fn(Answer) {
    move |answer| {
        let problem = |text: String| Action::Tell(Notice::problem(&text));
        act.emit(match answer {
            Answer::Progress(share) => Action::Progress(share),
            Answer::Found(packed) => Action::Found(packed),
            Answer::Read(packed) => Action::Opened(packed),
            Answer::Written(name, json) => match download(&name, &json) {
                Ok(()) => Action::Tell(Notice::done(&format!("Saved as {name}."))),
                Err(why) => problem(why),
            },
            Answer::Refused(why) => problem(why),
            Answer::Failed(Job::Search(_), why) => {
                Action::SearchFailed(format!("Quotes and wording could not be searched: {why}."))
            }
            Answer::Failed(Job::Read(_), why) => problem(format!("The file could not be read: {why}.")),
            Answer::Failed(Job::Write(..), why) => problem(format!("The file could not be written: {why}.")),
        });
    }
}

fn with(view: Option<ArticleView>, act: impl FnOnce(&ArticleView)) {
    if let Some(view) = &view {
        act(view);
    }
}

fn focus_on(focus: Focus) {
    let id = match focus {
        Focus::Start => "draft",
        Focus::Article => "article",
        Focus::List => "list",
        Focus::Note => "note",
        Focus::Speaker => "speaker",
    };
    if let Some(element) = page().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The disk's own loop: opens it, takes up what this tab was working on, then does the work in order.
async fn run_disk(mut work: UnboundedReceiver<Work>, act: Callback<Action>) {
    if Tab.get(LETTERS_OFF).is_some() {
        act.emit(Action::LettersOff(true));
    }
    if let Some(draft) = Tab.get(DRAFT) {
        act.emit(Action::Draft(draft));
    }
    let storage = match Storage::open().await {
        Ok(storage) => storage,
        Err(why) => {
            act.emit(Action::Started(vec![]));
            act.emit(Action::Unsaved(Some(why)));
            return;
        }
    };
    match Tab.get(SESSION) {
        Some(key) => resume(&storage, &key, &act).await,
        None => act.emit(Action::Started(recent(&storage).await)),
    }
    while let Some(work) = work.next().await {
        let done = match work {
            Work::Begin(title) => {
                let begun = storage.begin(&title).await;
                Tab.set(SESSION, storage.key().as_deref());
                begun
            }
            Work::Save(packed) => storage.append(&packed.kind, &packed.body).await,
            Work::Close => {
                storage.close();
                Tab.set(SESSION, None);
                act.emit(Action::Recent(recent(&storage).await));
                continue;
            }
            Work::Load(key) => {
                resume(&storage, &key, &act).await;
                continue;
            }
            Work::Forget(key) => {
                let notice = match storage.forget(&key).await {
                    Ok(()) => Notice::done("Deleted from this browser."),
                    Err(why) => Notice::problem(&format!("It was not deleted: {why}.")),
                };
                act.emit(Action::Recent(recent(&storage).await));
                act.emit(Action::Tell(notice));
                continue;
            }
        };
        act.emit(Action::Unsaved(done.err()));
    }
}

async fn resume(storage: &Storage, key: &str, act: &Callback<Action>) {
    match storage.load(key).await {
        Ok(Some(packed)) if !packed.is_empty() => {
            let view = Tab.get(SESSION).filter(|last| last == key).and_then(|_| Tab.get(VIEW));
            let view = view.map(|packed| View::unpack(&packed));
            Tab.set(SESSION, Some(key));
            let saved = packed.into_iter().map(|(kind, body)| Packed { kind, body }).collect();
            act.emit(Action::Restore(saved, view));
        }
        other => {
            Tab.set(SESSION, None);
            act.emit(Action::Started(recent(storage).await));
            let why = match other {
                Ok(None) => {
                    "This article is open in another tab. Go on there, or close it there first.".to_owned()
                }
                Ok(Some(_)) => return,
                Err(why) => format!("The article could not be read from this browser: {why}."),
            };
            act.emit(Action::Tell(Notice::problem(&why)));
        }
    }
}

async fn recent(storage: &Storage) -> Vec<Recent> {
    let when = |saved: &Saved| {
        let date = js_sys::Date::new(&saved.changed.into());
        String::from(date.to_locale_string("default", &js_sys::Object::new()))
    };
    let sessions = storage.sessions().await.unwrap_or_default();
    sessions.into_iter().map(|s| Recent { when: when(&s), key: s.key, title: s.title }).collect()
}
