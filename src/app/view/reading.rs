use crate::app::state::{Action, Arrival, Entry, Packed, Table};
use crate::browser::{Answer, Backstage, Job, Loaded, Opened, read_file};
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
    /// The file that the reader has: its name and its bytes.
    current: RefCell<Option<(String, Uint8Array)>>,
    /// One file was chosen, and nothing was reported yet.
    alone: Cell<bool>,
    /// Counts batches of files; an older one stops.
    batch: Cell<u32>,
}

impl Reading {
    pub(super) fn new(act: Callback<Action>) -> Rc<Self> {
        Rc::new_cyclic(|this: &Weak<Self>| {
            let this = this.clone();
            let reader = Backstage::reader(move |answer| {
                if let Some(this) = this.upgrade() {
                    this.hear(answer);
                }
            });
            let (left, current) = (RefCell::default(), RefCell::default());
            Self { act, reader, left, current, alone: Cell::new(false), batch: Cell::new(0) }
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

    /// A person has said in which columns of the table the texts and the titles stand; or that it is to be left out.
    pub(super) fn choose(self: &Rc<Self>, columns: Option<(usize, Option<usize>)>) {
        let current = self.current.borrow().clone();
        match (columns, current) {
            (Some((text, title)), Some((name, bytes))) => {
                let title = title.map(|title| title.to_string()).unwrap_or_default();
                self.reader.ask(Job::Load(name, bytes, format!("{text} {title}")));
            }
            _ => self.next(),
        }
    }

    /// Stops at once.
    pub(super) fn stop(&self) {
        self.batch.set(self.batch.get() + 1);
        self.left.borrow_mut().clear();
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
            Ok(Opened::Text(title, text)) if alone => {
                return self.act.emit(Action::OpenText { title: Some(title), text });
            }
            Ok(Opened::Annotations(json)) if alone => return self.act.emit(Action::OpenFile(name, json)),
            opened => {
                if alone {
                    self.arrive(Arrival::Began(1));
                }
                self.arrive(Arrival::Reading(name.clone()));
                match opened {
                    Ok(Opened::Text(_, text)) if text.trim().is_empty() => {
                        self.arrive(Arrival::Refused(name, "There is no text in it.".into()));
                        return self.next();
                    }
                    Ok(Opened::Text(title, text)) => {
                        let entry = Packed::new(Entry::Text(Some(title.clone()), text));
                        self.arrive(Arrival::Came(vec![(title, entry)], vec![]));
                        return self.next();
                    }
                    Ok(Opened::Annotations(json)) => Uint8Array::from(json.as_bytes()),
                    Ok(Opened::Bytes(bytes)) => bytes,
                    Err(why) => {
                        self.arrive(Arrival::Refused(name, why));
                        return self.next();
                    }
                }
            }
        };
        self.current.replace(Some((name.clone(), bytes.clone())));
        self.reader.ask(Job::Load(name, bytes, String::new()));
    }

    fn hear(self: &Rc<Self>, answer: Answer) {
        match answer {
            Answer::Loaded(Loaded { table: Some(table), .. }) => {
                return self.arrive(Arrival::Asks(Table::unpack(&table)));
            }
            Answer::Loaded(Loaded { articles, refused, .. }) => {
                let article = |[kind, title, body]: [String; 3]| (title, Packed { kind, body });
                let refused = refused.into_iter().map(|[name, why]| (name, why)).collect();
                self.arrive(Arrival::Came(articles.into_iter().map(article).collect(), refused));
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
