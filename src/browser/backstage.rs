use super::{BUILD, message};
use gloo_events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ErrorEvent, File, MessageEvent, Worker};

/// Work for the worker.
#[derive(Clone, Debug)]
pub enum Job {
    /// Look for quotes and bias markers in a text, of which a packed structure is known.
    Search(Rc<str>, String),
    /// Read an annotation file: its name and its JSON.
    Read(String, String),
    /// Write an annotation file: its name, and the document, packed.
    Write(String, String),
    /// Write a set of labels: the file's name, and the set, packed.
    WriteLabels(String, String),
    /// Find the articles in a file: its name, its bytes, and what was chosen about it: the columns, and the encoding.
    Load(String, Uint8Array, [String; 2]),
}

/// What comes of it.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The share of a search that is done, 0 to 1.
    Progress(f32),
    /// The findings of a search, packed.
    Found(String),
    /// The document of an annotation file, packed.
    Read(String),
    /// A file: its name and its content.
    Written(String, Blob),
    /// What a file holds.
    Loaded(Loaded),
    /// The name of a file that is not read, and why: a sentence for the screen.
    Refused(String, String),
    /// Why nothing came of a job. A sentence for the screen.
    Failed(Job, String),
}

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The articles: of each the kind of session entry, the title, and the document, packed.
    pub articles: Vec<[String; 3]>,
    /// What of it could not be read: its name, and why.
    pub refused: Vec<[String; 2]>,
    /// It is a table: its columns and a guess, to be asked about. Or the encodings that it may be in.
    pub table: Option<String>,
    /// The encoding in which it was read, which it does not tell.
    pub guess: Option<String>,
    /// The PDF files in it, which another program reads.
    pub pdfs: Vec<File>,
}

/// A worker and what it has to do: one job after the other, away from the page's main thread. It is `worker`, the core;
/// `reader`, which reads files of other kinds; or `pdf`, which reads PDF files.
///
/// The worker says `{ready: BUILD}` once it runs. It is sent a job as its name and a text, `[name, text]`, and answers with
/// `{progress}` and then `{found}`, `{read}`, `{written}`, `{loaded}` or `{refused}`. To `load`, the bytes of the file and the choices
/// follow; to `search`, what is known of the text, if anything is.
pub struct Backstage {
    inner: Rc<Inner>,
}

struct Inner {
    /// The name of the worker's program.
    part: &'static str,
    answer: Box<dyn Fn(Answer)>,
    worker: RefCell<Option<Running>>,
    /// The first one is being done, if the worker is ready.
    jobs: RefCell<VecDeque<Job>>,
}

struct Running {
    worker: Worker,
    ready: bool,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Backstage {
    /// The core. The worker starts, so that it is ready when the first job comes.
    pub fn new(answer: impl Fn(Answer) + 'static) -> Self {
        let core = Self::of("worker", answer);
        core.inner.start();
        core
    }

    /// A reader, `reader` or `pdf`. Its worker is loaded when the first job comes.
    pub fn of(part: &'static str, answer: impl Fn(Answer) + 'static) -> Self {
        let answer = Box::new(answer);
        let inner = Inner { part, answer, worker: RefCell::default(), jobs: RefCell::default() };
        Self { inner: Rc::new(inner) }
    }

    /// Drops all jobs, at once.
    pub fn stop(&self) {
        self.inner.jobs.borrow_mut().clear();
        self.inner.worker.replace(None);
    }

    /// Has a job done after those that are waiting. A search takes the place of one that is not done.
    pub fn ask(&self, job: Job) {
        if matches!(job, Job::Search(..)) {
            self.stop_search();
        }
        self.inner.jobs.borrow_mut().push_back(job);
        if self.inner.jobs.borrow().len() == 1 {
            self.inner.begin();
        }
    }

    /// Drops the search that is being done or is waiting, at once.
    pub fn stop_search(&self) {
        let searching = |job: Option<&Job>| matches!(job, Some(Job::Search(..)));
        let at_it = searching(self.inner.jobs.borrow().front());
        self.inner.jobs.borrow_mut().retain(|job| !searching(Some(job)));
        if at_it {
            // The worker is in the middle of it and hears nothing: a new one takes its place.
            self.inner.worker.replace(None);
            self.inner.start();
        }
    }
}

impl Inner {
    fn start(self: &Rc<Self>) {
        // The build in the address keeps the browser from mixing a cached old file with a new one.
        match Worker::new(&format!("./worker-boot.js?v={BUILD}&part={}", self.part)) {
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
                self.worker.replace(Some(Running { worker, ready: false, _listeners: listeners }));
            }
            Err(error) => self.give_up(&message(&error)),
        }
    }

    /// Sends the first job, if the worker is ready; starts a worker if there is none.
    fn begin(self: &Rc<Self>) {
        let pair = |name: &str, text: &str| Array::of2(&name.into(), &text.into());
        let message = match self.jobs.borrow().front() {
            None => return,
            Some(Job::Search(text, structure)) => {
                let message = pair("search", text);
                message.push(&structure.into());
                message
            }
            Some(Job::Read(_, json)) => pair("read", json),
            Some(Job::Write(_, packed)) => pair("write", packed),
            Some(Job::WriteLabels(_, packed)) => pair("write labels", packed),
            Some(Job::Load(name, bytes, chosen)) => {
                let message = pair("load", name);
                message.push(bytes);
                for choice in chosen {
                    message.push(&choice.into());
                }
                message
            }
        };
        let missing = match &*self.worker.borrow() {
            Some(Running { worker, ready: true, .. }) => {
                let _ = worker.post_message(&message);
                false
            }
            running => running.is_none(),
        };
        if missing {
            self.start();
        }
    }

    fn hear(self: &Rc<Self>, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let data = event.data();
        let field = |name: &str| Reflect::get(&data, &name.into()).ok().filter(|value| !value.is_undefined());
        let text = |name: &str| field(name).and_then(|value| value.as_string());
        if let Some(share) = field("progress").and_then(|share| share.as_f64()) {
            (self.answer)(Answer::Progress(share as f32));
        } else if let Some(build) = text("ready") {
            self.ready(&build);
        } else if let Some(why) = text("error") {
            self.give_up(&why);
        } else {
            let job = self.jobs.borrow_mut().pop_front();
            let answer = match (job, text("found"), text("read"), field("written"), text("refused")) {
                (Some(Job::Load(..)), None, None, None, None) => Answer::Loaded(loaded(&data)),
                (Some(Job::Load(name, ..)), .., Some(why)) => Answer::Refused(name, why),
                (_, Some(found), ..) => Answer::Found(found),
                (_, _, Some(read), ..) => Answer::Read(read),
                (Some(Job::Write(name, _) | Job::WriteLabels(name, _)), _, _, Some(file), _) => {
                    Answer::Written(name, file.unchecked_into())
                }
                (Some(Job::Read(name, _)), _, _, _, Some(why)) => Answer::Refused(name, why),
                _ => return,
            };
            (self.answer)(answer);
            self.begin();
        }
    }

    fn ready(self: &Rc<Self>, build: &str) {
        if build != BUILD {
            return self.give_up("a newer Scarequote was put online while this page was open");
        }
        if let Some(running) = &mut *self.worker.borrow_mut() {
            running.ready = true;
        }
        self.begin();
    }

    fn fail(self: &Rc<Self>, event: &web_sys::Event) {
        event.prevent_default();
        let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        self.give_up(&why);
    }

    /// The worker has failed: its jobs come to nothing, and the next job gets a new worker.
    fn give_up(self: &Rc<Self>, why: &str) {
        self.worker.replace(None);
        let why = if why.is_empty() { "a part of the program could not be loaded" } else { why };
        for job in self.jobs.take() {
            (self.answer)(Answer::Failed(
                job,
                format!("{why}. Reload the page and try again; your work is kept"),
            ));
        }
    }
}

/// The answer `{loaded, failed, table, guess, pdfs}`.
fn loaded(data: &JsValue) -> Loaded {
    let field = |name: &str| Reflect::get(data, &name.into()).unwrap_or_default();
    let texts = |row: JsValue| {
        Array::from(&row).iter().map(|cell| cell.as_string().unwrap_or_default()).collect::<Vec<_>>()
    };
    let rows = |name: &str| Array::from(&field(name)).iter().map(texts).collect::<Vec<_>>();
    Loaded {
        articles: rows("loaded").into_iter().filter_map(|row| row.try_into().ok()).collect(),
        refused: rows("failed").into_iter().filter_map(|row| row.try_into().ok()).collect(),
        table: field("table").as_string(),
        guess: field("guess").as_string(),
        pdfs: Array::from(&field("pdfs")).iter().map(JsCast::unchecked_into).collect(),
    }
}
