use crate::app::state::{Action, Arrival, Entry, Packed, Table};
use crate::browser::{Answer, Backstage, Job, Loaded, Opened, read_file};
use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::lock::Mutex;
use js_sys::Uint8Array;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// The columns of a table in which the texts and the titles stand; nothing when it is to be left out.
type Columns = Option<(usize, Option<usize>)>;

/// Reads files, one after the other, and reports what is in them.
pub(super) struct Reading {
    act: Callback<Action>,
    reader: Backstage,
    answers: Mutex<UnboundedReceiver<Answer>>,
    choose: UnboundedSender<Columns>,
    chosen: Mutex<UnboundedReceiver<Columns>>,
    /// Counts batches of files; an older one stops.
    batch: Cell<u32>,
}

impl Reading {
    pub(super) fn new(act: Callback<Action>) -> Rc<Self> {
        let (tell, answers) = unbounded();
        let (choose, chosen) = unbounded();
        let reader = Backstage::reader(move |answer| {
            let _ = tell.unbounded_send(answer);
        });
        let (answers, chosen) = (Mutex::new(answers), Mutex::new(chosen));
        Rc::new(Self { act, reader, answers, choose, chosen, batch: Cell::new(0) })
    }

    /// A person has said where the articles stand in the table that was asked about.
    pub(super) fn choose(&self, columns: Columns) {
        let _ = self.choose.unbounded_send(columns);
    }

    /// Stops at once.
    pub(super) fn stop(&self) {
        self.batch.set(self.batch.get() + 1);
        self.reader.stop();
    }

    /// Reads `files`. An annotation file or a text by itself is opened without the reader.
    pub(super) fn read(self: &Rc<Self>, files: Vec<File>) {
        self.stop();
        let (this, batch) = (self.clone(), self.batch.get());
        spawn_local(async move {
            let alone = files.len() == 1;
            let mut begun = false;
            let count = files.len();
            for file in files {
                let name = file.name();
                let opened = read_file(&file).await;
                if this.batch.get() != batch {
                    return;
                }
                match opened {
                    Ok(Opened::Text(title, text)) if alone => {
                        return this.act.emit(Action::OpenText { title: Some(title), text });
                    }
                    Ok(Opened::Annotations(json)) if alone => {
                        return this.act.emit(Action::OpenFile(name, json));
                    }
                    opened => {
                        if !std::mem::replace(&mut begun, true) {
                            this.arrive(Arrival::Began(count));
                        }
                        this.arrive(Arrival::Reading(name.clone()));
                        this.one(name, opened, batch).await;
                    }
                }
                if this.batch.get() != batch {
                    return;
                }
            }
            this.arrive(Arrival::Ended);
        });
    }

    async fn one(&self, name: String, opened: Result<Opened, String>, batch: u32) {
        let bytes = match opened {
            Err(why) => return self.arrive(Arrival::Refused(name, why)),
            Ok(Opened::Text(_, text)) if text.trim().is_empty() => {
                return self.arrive(Arrival::Refused(name, "There is no text in it.".into()));
            }
            Ok(Opened::Text(title, text)) => {
                let entry = Packed::new(Entry::Text(Some(title.clone()), text));
                return self.arrive(Arrival::Came(vec![(title, entry)], vec![]));
            }
            Ok(Opened::Annotations(json)) => Uint8Array::from(json.as_bytes()),
            Ok(Opened::Bytes(bytes)) => bytes,
        };
        let mut choice = String::new();
        loop {
            let answer = self.ask(Job::Load(name.clone(), bytes.clone(), choice)).await;
            if self.batch.get() != batch {
                return;
            }
            let arrival = match answer {
                Some(Answer::Loaded(Loaded { table: Some(table), .. })) => {
                    self.arrive(Arrival::Asks(Table::unpack(&table)));
                    match self.chosen.lock().await.next().await.flatten() {
                        Some((text, title)) => {
                            choice = format!(
                                "{text} {}",
                                title.map(|title| title.to_string()).unwrap_or_default()
                            );
                            continue;
                        }
                        None => return,
                    }
                }
                Some(Answer::Loaded(Loaded { articles, refused, .. })) => {
                    let article = |[kind, title, body]: [String; 3]| (title, Packed { kind, body });
                    let refused = refused.into_iter().map(|[name, why]| (name, why)).collect();
                    Arrival::Came(articles.into_iter().map(article).collect(), refused)
                }
                Some(Answer::Refused(_, why) | Answer::Failed(_, why)) => Arrival::Refused(name, why),
                _ => return,
            };
            return self.arrive(arrival);
        }
    }

    async fn ask(&self, job: Job) -> Option<Answer> {
        let mut answers = self.answers.lock().await;
        while answers.try_recv().is_ok() {} // of a batch that was stopped
        self.reader.ask(job);
        answers.next().await
    }

    fn arrive(&self, arrival: Arrival) {
        self.act.emit(Action::Arrive(arrival));
    }
}
