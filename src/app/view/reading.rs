use crate::app::state::{Action, Arrival, Packed, Table};
use crate::browser::{Answer, Backstage, Job, Loaded, Opened, read_file, sha256};
use crate::document::packed::pack_document;
use crate::document::{Article, Document, Source};
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
    /// The reader of PDF files.
    pdf: Backstage,
    /// The files that are still to be read, and whether the reader says that it is a PDF.
    left: RefCell<VecDeque<(File, bool)>>,
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
            let part = |name| {
                let this = this.clone();
                Backstage::of(name, move |answer| {
                    if let Some(this) = this.upgrade() {
                        this.hear(answer);
                    }
                })
            };
            Self {
                act,
                reader: part("reader"),
                pdf: part("pdf"),
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
        self.left.borrow_mut().extend(files.into_iter().map(|file| (file, false)));
        self.next();
    }

    /// Reads a page from the web: its address, and its bytes.
    pub(super) fn page(self: &Rc<Self>, address: String, bytes: Uint8Array) {
        self.stop();
        self.alone.set(true);
        self.open(address, Ok(Opened::Bytes(bytes)), false);
    }

    /// A person has said in which columns of the table the texts and the titles stand, or which encoding it is; or that the file is to
    /// be left out.
    pub(super) fn choose(self: &Rc<Self>, choice: Option<(usize, Option<usize>)>) {
        let current = self.current.take();
        match (choice, current) {
            (Some((encoding, _)), Some(given)) if self.again.get().is_some() => {
                self.ask(&self.reader, given, encoding.to_string());
            }
            (Some((text, title)), Some((name, bytes, _))) => {
                let title = title.map(|title| title.to_string()).unwrap_or_default();
                self.ask(&self.reader, (name, bytes, format!("{text} {title}")), String::new());
            }
            _ => self.next(),
        }
    }

    /// The letters of a file are wrong, by its number among those whose encoding was guessed: the reader tells the encodings.
    pub(super) fn doubt(&self, number: usize, present: &str) {
        let given = self.guessed.borrow().get(number).cloned();
        if let Some(given) = given {
            self.again.set(Some(number));
            self.ask(&self.reader, given, format!("?{present}"));
        }
    }

    fn ask(&self, reader: &Backstage, given: Given, encoding: String) {
        self.current.replace(Some(given.clone()));
        let (name, bytes, columns) = given;
        reader.ask(Job::Load(name, bytes, [columns, encoding]));
    }

    /// Tells the hash of what an article came from, the file or the pasted text, once the article is open.
    pub(super) fn hash(&self, text: Rc<str>) {
        let (act, opened) = (self.act.clone(), self.opened.take());
        let (name, bytes) = opened.unwrap_or_else(|| (String::new(), Uint8Array::from(text.as_bytes())));
        let tell = move |sha256| act.emit(Action::Hashed(text, Source { name, sha256 }));
        sha256(bytes, Box::new(tell));
    }

    /// Stops at once.
    pub(super) fn stop(&self) {
        self.batch.set(self.batch.get() + 1);
        self.left.borrow_mut().clear();
        self.guessed.borrow_mut().clear();
        self.again.take();
        self.reader.stop();
        self.pdf.stop();
    }

    fn next(self: &Rc<Self>) {
        let Some((file, is_pdf)) = self.left.borrow_mut().pop_front() else {
            return self.arrive(Arrival::Ended);
        };
        let (this, batch) = (self.clone(), self.batch.get());
        spawn_local(async move {
            let opened = read_file(&file).await;
            if this.batch.get() == batch {
                this.open(file.name(), opened, is_pdf);
            }
        });
    }

    fn open(self: &Rc<Self>, name: String, opened: Result<Opened, String>, is_pdf: bool) {
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
        let is_pdf = is_pdf || bytes.subarray(0, 5).to_vec() == b"%PDF-";
        self.ask(if is_pdf { &self.pdf } else { &self.reader }, (name, bytes, String::new()), String::new());
    }

    /// A text file among others: its article is kept with its source.
    fn keep(self: &Rc<Self>, name: String, title: String, text: String, bytes: Uint8Array) {
        let (this, batch) = (self.clone(), self.batch.get());
        let keep = move |sha256| {
            if this.batch.get() == batch {
                let mut article = Article::new(&text);
                article.about.title.clone_from(&title);
                article.source = Some(Source { name, sha256 });
                let body = pack_document(&Document::new(article));
                let entry = Packed { kind: "article".into(), body };
                this.arrive(Arrival::Came(vec![(title, entry)], vec![], None, 0));
                this.next();
            }
        };
        sha256(bytes, Box::new(keep));
    }

    fn hear(self: &Rc<Self>, answer: Answer) {
        match answer {
            Answer::Loaded(Loaded { table: Some(table), .. }) => {
                return self.arrive(Arrival::Asks(Table::unpack(&table)));
            }
            Answer::Loaded(Loaded { articles, refused, guess, mut pdfs, .. }) => {
                if self.again.take().is_some() {
                    pdfs.clear(); // they have no encoding
                } else if guess.is_some() {
                    self.guessed.borrow_mut().extend(self.current.take());
                }
                let article = |[kind, title, body]: [String; 3]| (title, Packed { kind, body });
                let refused = refused.into_iter().map(|[name, why]| (name, why)).collect();
                let articles = articles.into_iter().map(article).collect();
                self.arrive(Arrival::Came(articles, refused, guess, pdfs.len()));
                self.left.borrow_mut().extend(pdfs.into_iter().map(|file| (file, true)));
            }
            Answer::Refused(name, why) | Answer::Failed(Job::Load(name, ..), why) => {
                self.again.take();
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
