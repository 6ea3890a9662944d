//! The disk: sessions are kept, taken up again and deleted, one piece of work after the other.

use super::remembered::{DRAFT, LETTERS_OFF, PENDING, SESSION, TITLE, VIEW, remembered};
use crate::app::state::{Action, Arrival, Notice, Packed, Pending, Recent, View};
use crate::browser::{Saved, Storage, Tab, forget_params, param};
use futures::StreamExt;
use futures::channel::mpsc::UnboundedReceiver;
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// Something for the disk; done one after the other.
pub(super) enum Work {
    Begin(String, String),
    /// An article for later: its key, its title, its first entry, and the number of its file.
    Keep(String, String, Packed, usize),
    /// An entry of the session with this number.
    Save(Packed, u32),
    Close,
    Load(String),
    /// Delete a session, or without a key the one that this tab works on; and tell of it, or say nothing as another takes its place.
    Forget(Option<String>, bool),
}

/// The disk's own loop: opens it, takes up what this tab was working on, then does the work in order.
pub(super) async fn run_disk(
    mut work: UnboundedReceiver<Work>,
    act: Callback<Action>,
    pending: Rc<RefCell<Pending>>,
) {
    remembered().for_each(|action| act.emit(action));
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
        Some(key) => resume(&storage, &key, &act, &pending).await,
        None => act.emit(Action::Started(recent(&storage).await)),
    }
    if let Some(text) = param("text") {
        let title = param("title");
        forget_params();
        act.emit(Action::OpenText { title, text });
    } else if let Some(address) = param("url") {
        forget_params();
        act.emit(Action::Fetch(address));
    }
    while let Some(work) = work.next().await {
        // In a turn of its own: what led to it has done enough in its turn.
        TimeoutFuture::new(0).await;
        let done = match work {
            Work::Begin(key, title) => storage.begin(key, &title).await,
            Work::Save(packed, session) => {
                let saved = storage.append(&packed.kind, &packed.body).await;
                pending.borrow_mut().done(session);
                saved
            }
            Work::Keep(key, title, first, file) => {
                let kept = storage.keep(&key, &title, &first.kind, &first.body).await;
                act.emit(Action::Arrive(match kept {
                    Ok(()) => Arrival::Kept(title, key, file),
                    Err(why) => {
                        Arrival::Refused(title, format!("It could not be kept in this browser: {why}."))
                    }
                }));
                act.emit(Action::Recent(recent(&storage).await));
                continue;
            }
            Work::Close => {
                storage.close();
                Tab.set(SESSION, None);
                act.emit(Action::Recent(recent(&storage).await));
                act.emit(Action::Closed);
                continue;
            }
            Work::Load(key) => {
                resume(&storage, &key, &act, &pending).await;
                continue;
            }
            Work::Forget(key, tell) => {
                let Some(key) = key.or_else(|| storage.key()) else { continue };
                let forgotten = storage.forget(&key).await;
                if !tell {
                    continue; // at worst it stays among the earlier articles
                }
                let notice = match forgotten {
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

async fn resume(storage: &Storage, key: &str, act: &Callback<Action>, pending: &RefCell<Pending>) {
    let own = Tab.get(SESSION).as_deref() == Some(key);
    let mine = |name: &str| Tab.get(name).filter(|_| own).unwrap_or_default();
    let loaded = storage.load(key, &mine(TITLE)).await.map(|loaded| {
        let entry = |(kind, body)| Packed { kind, body };
        loaded.map(|entries| entries.into_iter().map(entry).collect::<Vec<_>>())
    });
    match loaded {
        Ok(Some(mut saved)) => {
            // What was on its way to the disk when the page went.
            for packed in Pending::unpack(&mine(PENDING), saved.len()) {
                let _ = storage.append(&packed.kind, &packed.body).await;
                saved.push(packed);
            }
            let view = Some(mine(VIEW)).filter(|view| !view.is_empty()).map(|packed| View::unpack(&packed));
            Tab.set(PENDING, None);
            Tab.set(SESSION, Some(key));
            pending.borrow_mut().restart(saved.len());
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
