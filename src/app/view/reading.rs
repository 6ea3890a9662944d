use crate::app::state::{Action, Arrival, Packed, Table};
use crate::browser::{Answer, Backstage, Job, Loaded, Opened, read_file, sha256};
use crate::document::packed::pack_document;
use crate::document::{Article, Document, Source};
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Reads files, one after the other, and reports what is in them.
pub(super) struct Reading {
    act: Callback<Action>,
    reader: Backstage,
    /// The files that are still to be read.
    left: RefCell<VecDeque<File>>,
    /// The file that the reader has.
    current: RefCell<Option<Given>>,
    /// The files whose encoding was guessed, in the order in which they are told of.
    guessed: RefCell<Vec<Given>>,
    /// The number of the one of them that is read again.
    again: Cell<Option<usize>>,
    /// The text file that is being opened without the reader: its name and its bytes.
    opened: RefCell<Option<(String, Uint8Array)>>,
    /// One file was chosen, and nothing was reported yet.
    alone: Cell<bool>,
    /// Counts batches of files; an older one stops.
    batch: Cell<u32>,
}

/// A file for the reader: its name, its bytes, and the columns that were chosen.
type Given = (String, Uint8Array, String);

impl Reading {
    pub(super) fn new(act: Callback<Action>) -> Rc<Self> {
        Rc::new_cyclic(|this: &Weak<Self>| {
            let this = this.clone();
            let reader = Backstage::reader(move |answer| {
                if let Some(this) = this.upgrade() {
                    this.hear(answer);
                }
            });
            Self {
                act,
                reader,
                left: RefCell::default(),
                current: RefCell::default(),
                guessed: RefCell::default(),
                again: Cell::default(),
                opened: RefCell::default(),
                alone: Cell::default(),
                batch: Cell::default(),
            }
        })
    }

    /// Reads `files`. An annotation file or a text by itself is opened without the reader.
    pub(super) fn read(self: &Rc<Self>, files: Vec<File>) {
        self.stop();
        self.alone.set(files.len() == 1);
        if !self.alone.get() {
            self.arrive(Arrival::Began(files.len()));
        }
        self.left.replace(files.into());
        self.next();
    }

    /// Reads a page from the web: its address, and its bytes.
    pub(super) fn page(self: &Rc<Self>, address: String, bytes: Uint8Array) {
        self.stop();
        self.alone.set(true);
        self.open(address, Ok(Opened::Bytes(bytes)));
    }

    /// A person has said in which columns of the table the texts and the titles stand, or which encoding it is; or that the file is to
    /// be left out.
    pub(super) fn choose(self: &Rc<Self>, choice: Option<(usize, Option<usize>)>) {
        let current = self.current.take();
        match (choice, current) {
            (Some((encoding, _)), Some(given)) if self.again.get().is_some() => {
                self.ask(given, encoding.to_string());
            }
            (Some((text, title)), Some((name, bytes, _))) => {
                let title = title.map(|title| title.to_string()).unwrap_or_default();
                self.ask((name, bytes, format!("{text} {title}")), String::new());
            }
            _ => self.next(),
        }
    }

    /// The letters of a file are wrong, by its number among those whose encoding was guessed: the reader tells the encodings.
    pub(super) fn doubt(&self, number: usize, present: &str) {
        let given = self.guessed.borrow().get(number).cloned();
        if let Some(given) = given {
            self.again.set(Some(number));
            self.ask(given, format!("?{present}"));
        }
    }

    fn ask(&self, given: Given, encoding: String) {
        self.current.replace(Some(given.clone()));
        let (name, bytes, columns) = given;
        self.reader.ask(Job::Load(name, bytes, [columns, encoding]));
    }

    /// Tells the hash of what an article came from, the file or the pasted text, once the article is open.
    pub(super) fn hash(&self, text: Rc<str>) {
        let (act, opened) = (self.act.clone(), self.opened.take());
        spawn_local(async move {
            TimeoutFuture::new(0).await;
            let (name, bytes) = opened.unwrap_or_else(|| (String::new(), Uint8Array::from(text.as_bytes())));
            let source = source(name, &bytes).await;
            act.emit(Action::Hashed(text, source));
        });
    }

    /// Stops at once.
    pub(super) fn stop(&self) {
        self.batch.set(self.batch.get() + 1);
        self.left.borrow_mut().clear();
        self.guessed.borrow_mut().clear();
        self.again.take();
        self.reader.stop();
    }

    fn next(self: &Rc<Self>) {
        let Some(file) = self.left.borrow_mut().pop_front() else { return self.arrive(Arrival::Ended) };
        let (this, batch) = (self.clone(), self.batch.get());
        spawn_local(async move {
            let opened = read_file(&file).await;
            if this.batch.get() == batch {
                this.open(file.name(), opened);
            }
        });
    }

    fn open(self: &Rc<Self>, name: String, opened: Result<Opened, String>) {
        let alone = self.alone.replace(false);
        let bytes = match opened {
            Ok(Opened::Text(title, text, bytes)) if alone => {
                self.opened.replace(Some((name, bytes)));
                self.act.emit(Action::OpenText { title: Some(title), text });
                self.opened.take();
                return;
            }
            Ok(Opened::Annotations(json)) if alone => return self.act.emit(Action::OpenFile(name, json)),
            opened => {
                if alone {
                    self.arrive(Arrival::Began(1));
                }
                self.arrive(Arrival::Reading(name.clone()));
                match opened {
                    Ok(Opened::Text(_, text, _)) if text.trim().is_empty() => {
                        self.arrive(Arrival::Refused(name, "There is no text in it.".into()));
                        return self.next();
                    }
                    Ok(Opened::Text(title, text, bytes)) => return self.keep(name, title, text, bytes),
                    Ok(Opened::Annotations(json)) => Uint8Array::from(json.as_bytes()),
                    Ok(Opened::Bytes(bytes)) => bytes,
                    Err(why) => {
                        self.arrive(Arrival::Refused(name, why));
                        return self.next();
                    }
                }
            }
        };
        self.ask((name, bytes, String::new()), String::new());
    }

    /// A text file among others: its article is kept with its source.
    fn keep(self: &Rc<Self>, name: String, title: String, text: String, bytes: Uint8Array) {
        let (this, batch) = (self.clone(), self.batch.get());
        spawn_local(async move {
            let mut article = Article::new(&text);
            article.about.title.clone_from(&title);
            article.source = Some(source(name, &bytes).await);
            let body = pack_document(&Document::new(article));
            if this.batch.get() == batch {
                let entry = Packed { kind: "article".into(), body };
                this.arrive(Arrival::Came(vec![(title, entry)], vec![], None));
                this.next();
            }
        });
    }

    fn hear(self: &Rc<Self>, answer: Answer) {
        match answer {
            Answer::Loaded(Loaded { table: Some(table), .. }) => {
                return self.arrive(Arrival::Asks(Table::unpack(&table)));
            }
            Answer::Loaded(Loaded { articles, refused, guess, .. }) => {
                if self.again.take().is_none() && guess.is_some() {
                    self.guessed.borrow_mut().extend(self.current.take());
                }
                let article = |[kind, title, body]: [String; 3]| (title, Packed { kind, body });
                let refused = refused.into_iter().map(|[name, why]| (name, why)).collect();
                self.arrive(Arrival::Came(articles.into_iter().map(article).collect(), refused, guess));
            }
            Answer::Refused(name, why) | Answer::Failed(Job::Load(name, ..), why) => {
                self.arrive(Arrival::Refused(name, why));
            }
            _ => return,
        }
        self.next();
    }

    fn arrive(&self, arrival: Arrival) {
        self.act.emit(Action::Arrive(arrival));
    }
}

async fn source(name: String, bytes: &Uint8Array) -> Source {
    Source { name, sha256: sha256(bytes).await.unwrap_or_default() }
}
