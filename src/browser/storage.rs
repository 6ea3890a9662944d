use super::lock::Lock;
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Date, Math};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

const SESSIONS: &str = "sessions";
const ENTRIES: &str = "entries";

/// How many sessions are kept; the oldest go first.
const KEPT: usize = 1_000;

/// The browser's disk: each session's entries in the order they happened, and a list of the sessions.
///
/// A session belongs to one tab at a time, which holds a lock on it; a second tab gets a session of its own.
pub struct Storage {
    database: Database,
    current: RefCell<Option<Current>>,
}

struct Current {
    key: String,
    title: String,
    next: u32,
    _lock: Lock,
}

/// A session on disk.
#[derive(Clone, Debug)]
pub struct Saved {
    /// Its key.
    pub key: String,
    /// The article's title.
    pub title: String,
    /// When it was last changed, in ms since 1970.
    pub changed: f64,
}

impl Saved {
    fn unpack(line: &str) -> Option<Self> {
        let mut fields = line.splitn(3, '\t').map(str::to_owned);
        let (key, changed, title) = (fields.next()?, fields.next()?, fields.next()?);
        Some(Self { key, title, changed: changed.parse::<u64>().ok()? as f64 })
    }
}

impl Storage {
    /// Opens the disk.
    ///
    /// # Errors
    /// Why the browser does not allow it, in words: private windows and full disks often do not.
    pub async fn open() -> Result<Self, String> {
        let factory = Factory::new().map_err(words)?;
        let mut request = factory.open("scarequote", Some(1)).map_err(words)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                for store in [SESSIONS, ENTRIES] {
                    // A failure here makes the first transaction fail, which is told.
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        });
        let database = request.await.map_err(words)?;
        Ok(Self { database, current: RefCell::new(None) })
    }

    /// The key of the session that this tab works on.
    pub fn key(&self) -> Option<String> {
        self.current.borrow().as_ref().map(|current| current.key.clone())
    }

    /// A key that no session has.
    pub fn new_key() -> String {
        format!("{:x}-{:x}", Date::now() as u64, (Math::random() * 4e9) as u32)
    }

    /// Begins a new session for this tab under a new key; the one before stays on disk.
    ///
    /// # Errors
    /// Why it could not be written, in words.
    pub async fn begin(&self, key: String, title: &str) -> Result<(), String> {
        self.close();
        let lock = Lock::take(&lock_name(&key)).await.ok_or("another tab has it")?;
        let title = title.to_owned();
        self.current.replace(Some(Current { key: key.clone(), title: title.clone(), next: 0, _lock: lock }));
        self.put_session(&Saved { key, title, changed: Date::now() }).await?;
        self.tidy().await
    }

    /// Adds an entry to this tab's session.
    ///
    /// # Errors
    /// Why it could not be written, in words: a full disk, for one.
    pub async fn append(&self, kind: &str, body: &str) -> Result<(), String> {
        let (saved, number) = match &mut *self.current.borrow_mut() {
            Some(Current { key, title, next, .. }) => {
                *next += 1;
                (Saved { key: key.clone(), title: title.clone(), changed: Date::now() }, *next)
            }
            None => return Ok(()),
        };
        self.put(ENTRIES, &entry_key(&saved.key, number), &format!("{kind}\n{body}")).await?;
        self.put_session(&saved).await
    }

    /// Keeps a new session with one entry for later. This tab goes on with its own.
    ///
    /// # Errors
    /// Why it could not be written, in words.
    pub async fn keep(&self, key: &str, title: &str, kind: &str, body: &str) -> Result<(), String> {
        self.put(ENTRIES, &entry_key(key, 1), &format!("{kind}\n{body}")).await?;
        self.put_session(&Saved { key: key.to_owned(), title: title.to_owned(), changed: Date::now() }).await
    }

    /// Lets go of this tab's session. It stays on disk.
    pub fn close(&self) {
        self.current.replace(None);
    }

    /// Takes up a session: its entries as kind and body, in order. `None` when another tab has it. Should its title not
    /// be on disk yet, it gets the one that is given.
    ///
    /// # Errors
    /// Why it could not be read, in words.
    pub async fn load(&self, key: &str, title: &str) -> Result<Option<Vec<(String, String)>>, String> {
        let Some(lock) = Lock::take(&lock_name(key)).await else { return Ok(None) };
        let entries = self.all(ENTRIES, Some(range(key)?)).await?;
        let next = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let saved =
            self.sessions().await?.into_iter().find(|saved| saved.key == key).map(|saved| saved.title);
        let title = saved.unwrap_or(title.to_owned());
        self.current.replace(Some(Current { key: key.to_owned(), title, next, _lock: lock }));
        let unpack =
            |entry: String| entry.split_once('\n').map(|(kind, body)| (kind.to_owned(), body.to_owned()));
        Ok(Some(entries.into_iter().map_while(unpack).collect()))
    }

    /// The sessions on disk, the last changed first.
    ///
    /// # Errors
    /// Why they could not be read, in words.
    pub async fn sessions(&self) -> Result<Vec<Saved>, String> {
        let all = self.all(SESSIONS, None).await?;
        let mut sessions: Vec<Saved> = Vec::new();
        for saved in all.iter().filter_map(|line| Saved::unpack(line)) {
            let place = sessions.partition_point(|other| other.changed > saved.changed);
            sessions.insert(place, saved);
        }
        Ok(sessions)
    }

    /// Deletes a session from the disk.
    ///
    /// # Errors
    /// Why it could not be deleted, in words: another tab has it open, for one.
    pub async fn forget(&self, key: &str) -> Result<(), String> {
        if self.key().as_deref() == Some(key) {
            self.close();
        }
        let _lock =
            Lock::take(&lock_name(key)).await.ok_or("it is open in another tab; close it there first")?;
        let both =
            self.database.transaction(&[SESSIONS, ENTRIES], TransactionMode::ReadWrite).map_err(words)?;
        both.object_store(SESSIONS)
            .map_err(words)?
            .delete(Query::Key(key.into()))
            .map_err(words)?
            .await
            .map_err(words)?;
        let entries = both.object_store(ENTRIES).map_err(words)?;
        entries.delete(Query::KeyRange(range(key)?)).map_err(words)?.await.map_err(words)?;
        both.commit().map_err(words)?.await.map_err(words)?;
        Ok(())
    }

    /// Deletes the oldest sessions beyond those that are kept, unless a tab has them open.
    async fn tidy(&self) -> Result<(), String> {
        for old in self.sessions().await?.into_iter().skip(KEPT) {
            let _ = self.forget(&old.key).await;
        }
        Ok(())
    }

    async fn put_session(&self, saved: &Saved) -> Result<(), String> {
        self.put(SESSIONS, &saved.key, &format!("{}\t{}\t{}", saved.key, saved.changed as u64, saved.title))
            .await
    }

    async fn put(&self, store: &str, key: &str, value: &str) -> Result<(), String> {
        let transaction = self.database.transaction(&[store], TransactionMode::ReadWrite).map_err(words)?;
        let store = transaction.object_store(store).map_err(words)?;
        store.put(&value.into(), Some(&key.into())).map_err(words)?.await.map_err(words)?;
        transaction.commit().map_err(words)?.await.map_err(words)?;
        Ok(())
    }

    /// Every string of a store, in the order of the keys.
    async fn all(&self, store: &str, range: Option<KeyRange>) -> Result<Vec<String>, String> {
        let transaction = self.database.transaction(&[store], TransactionMode::ReadOnly).map_err(words)?;
        let store = transaction.object_store(store).map_err(words)?;
        let values = store.get_all(range.map(Query::KeyRange), None).map_err(words)?.await.map_err(words)?;
        Ok(values.iter().filter_map(JsValue::as_string).collect())
    }
}

fn lock_name(key: &str) -> String {
    format!("scarequote-session-{key}")
}

/// Keys sort as strings; the number has a fixed width so that entries sort as they happened.
fn entry_key(session: &str, number: u32) -> String {
    format!("{session}/{number:010}")
}

fn range(session: &str) -> Result<KeyRange, String> {
    let (first, last) = (JsValue::from(entry_key(session, 0)), JsValue::from(entry_key(session, u32::MAX)));
    KeyRange::bound(&first, &last, None, None).map_err(words)
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    async fn entries_come_back_in_order_and_go_when_forgotten() {
        let storage = Storage::open().await.unwrap();
        storage.begin(Storage::new_key(), "Ferry").await.unwrap();
        let key = storage.key().unwrap();
        for number in 0..12 {
            storage.append("make", &number.to_string()).await.unwrap();
        }
        assert!(storage.load(&key, "").await.unwrap().is_none(), "this tab holds it");
        storage.close();
        let entries = storage.load(&key, "").await.unwrap().unwrap();
        let bodies: Vec<_> = entries.iter().map(|(_, body)| body.as_str()).collect();
        assert_eq!(bodies, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
        storage.append("undo", "").await.unwrap();
        storage.close();
        assert_eq!(storage.load(&key, "").await.unwrap().unwrap().len(), 13);
        assert_eq!(storage.sessions().await.unwrap().iter().filter(|s| s.key == key).count(), 1);
        storage.forget(&key).await.unwrap();
        assert!(storage.sessions().await.unwrap().iter().all(|s| s.key != key));
        assert_eq!(storage.load(&key, "").await.unwrap().unwrap().len(), 0);
    }
}
