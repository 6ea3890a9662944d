use crate::document::packed::{adopt_findings, pack_edit, unpack_document, unpack_edit};
use crate::document::{Article, Change, Document, Edit, History, Id, Source};
use std::rc::Rc;

/// One article being worked on: the document and what can be undone.
///
/// A session is the sum of its [`Entry`]s. They are written to disk as they happen, and doing them again from the first
/// gives the same session, undo history included: that is how a reload or a crash loses nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The article with its annotations.
    pub document: Rc<Document>,
    /// What can be undone and redone.
    pub history: History,
}

/// One thing that happened to a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A text was pasted or opened: its title, if it had a name, and the text.
    Text(Option<String>, String),
    /// An annotation file was opened: its document, packed.
    Document(String),
    /// A file of another kind was read: its article, packed as a document.
    Article(String),
    /// The core's findings arrived, packed.
    Findings(String),
    /// It is known what the article came from.
    Source(Source),
    /// A person made an edit; it joins the last one if the flag is set.
    Make(Edit, bool),
    /// A person took the last edit back.
    Undo,
    /// A person made the last undone edit again.
    Redo,
}

impl Session {
    /// Begins a session with its first entry, a text or a file.
    ///
    /// # Errors
    /// A sentence for the screen: what is wrong with the file.
    pub fn begin(entry: &Entry) -> Result<Self, String> {
        let document = match entry {
            Entry::Text(title, text) => {
                let mut article = Article::new(text);
                if let Some(title) = title {
                    article.about.title.clone_from(title);
                }
                Document::new(article)
            }
            Entry::Document(packed) | Entry::Article(packed) => unpack_document(packed)?,
            _ => return Err("What was saved of this article does not start with its text.".into()),
        };
        Ok(Self { document: Rc::new(document), history: History::default() })
    }

    /// Does what the entry says.
    ///
    /// # Errors
    /// A sentence for the screen, with nothing changed.
    pub fn add(&mut self, entry: &Entry) -> Result<(), String> {
        let document = Rc::make_mut(&mut self.document);
        match entry {
            Entry::Text(..) | Entry::Document(_) | Entry::Article(_) => Err("A session has one text.".into()),
            Entry::Findings(packed) => adopt_findings(document, packed),
            Entry::Source(source) => {
                document.set_source(source.clone());
                Ok(())
            }
            Entry::Make(edit, joins) => {
                self.history.make(document, edit.clone(), *joins).map_err(|mismatch| mismatch.to_string())
            }
            Entry::Undo => self.history.undo(document).map(drop).ok_or("There is nothing to undo.".into()),
            Entry::Redo => self.history.redo(document).map(drop).ok_or("There is nothing to redo.".into()),
        }
    }

    /// Which annotations an entry that is about to be added changes; `None` when it may change others too.
    pub(super) fn touched(&self, entry: &Entry) -> Option<Vec<Id>> {
        let edit = match entry {
            Entry::Make(edit, _) => Some(edit),
            Entry::Undo => self.history.last_done(),
            Entry::Redo => self.history.last_undone(),
            _ => None,
        }?;
        let all = edit.changes.iter().any(|change| matches!(change, Change::Text(_) | Change::Labels { .. }));
        (!all).then(|| edit.ids().collect())
    }

    /// The session that what is on disk adds up to.
    ///
    /// # Errors
    /// A sentence for the screen when there is no beginning. An entry that does not fit ends the replay; what came
    /// before it is kept.
    pub fn replay(saved: Vec<Packed>) -> Result<Self, String> {
        let mut saved = saved.into_iter();
        let first = saved.next().and_then(Packed::unpack).ok_or("Nothing was saved of this article.")?;
        let mut session = Self::begin(&first)?;
        for packed in saved {
            let entry = match packed.kind.as_str() {
                "make" => {
                    unpack_edit(&session.document, &packed.body).ok().map(|edit| Entry::Make(edit, false))
                }
                "join" => {
                    unpack_edit(&session.document, &packed.body).ok().map(|edit| Entry::Make(edit, true))
                }
                _ => packed.unpack(),
            };
            if entry.is_none_or(|entry| session.add(&entry).is_err()) {
                break;
            }
        }
        Ok(session)
    }

    /// The entry for the disk.
    pub fn pack(&self, entry: Entry) -> Packed {
        Packed::new(entry)
    }
}

impl Packed {
    /// The entry for the disk.
    pub fn new(entry: Entry) -> Self {
        let (kind, body) = match entry {
            Entry::Text(None, text) => ("text", text),
            Entry::Text(Some(title), text) => {
                ("titled text", format!("{}\n{text}", title.replace('\n', " ")))
            }
            Entry::Document(packed) => ("document", packed),
            Entry::Article(packed) => ("article", packed),
            Entry::Findings(found) => ("findings", found),
            Entry::Source(Source { name, sha256 }) => ("source", format!("{sha256}\n{name}")),
            Entry::Make(edit, false) => ("make", pack_edit(&edit)),
            Entry::Make(edit, true) => ("join", pack_edit(&edit)),
            Entry::Undo => ("undo", String::new()),
            Entry::Redo => ("redo", String::new()),
        };
        Packed { kind: kind.to_owned(), body }
    }
}

/// An entry as it is on disk; its body is in the form of [`crate::document::packed`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// What kind of entry it is.
    pub kind: String,
    /// What it holds.
    pub body: String,
}

impl Packed {
    /// The entry, if it is not an edit; `None` for edits and for kinds that this version does not know.
    pub(super) fn unpack(self) -> Option<Entry> {
        Some(match self.kind.as_str() {
            "text" => Entry::Text(None, self.body),
            "titled text" => {
                let (title, text) = self.body.split_once('\n')?;
                Entry::Text(Some(title.to_owned()), text.to_owned())
            }
            "document" => Entry::Document(self.body),
            "article" => Entry::Article(self.body),
            "findings" => Entry::Findings(self.body),
            "source" => {
                let (sha256, name) = self.body.split_once('\n')?;
                Entry::Source(Source { name: name.to_owned(), sha256: sha256.to_owned() })
            }
            "undo" => Entry::Undo,
            "redo" => Entry::Redo,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tagging::{Tag, rename_speaker, set_note, set_speaker, tag};
    use crate::text::Span;

    #[test]
    fn what_was_written_to_disk_is_the_same_session_again() {
        let first = Entry::Text(Some("Ferry".into()), "“Ship ahoy”, said Ada.".into());
        let mut session = Session::begin(&first).unwrap();
        let mut saved = vec![session.pack(first)];
        let mut make = |session: &mut Session, entry: Entry| {
            session.add(&entry).unwrap();
            saved.push(session.pack(entry));
        };
        let found = "s\tAda\t20-23 \n";
        make(&mut session, Entry::Findings(found.into()));
        make(&mut session, Entry::Source(Source { name: "Ferry.txt".into(), sha256: "c0ffee".into() }));
        let done = tag(&session.document, Span::new(0, 15), Tag::Content, None).unwrap();
        let id = done.select.unwrap().id;
        make(&mut session, Entry::Make(done.edit, false));
        for note in ["a", "ab"] {
            let edit = set_note(&session.document, id, note).unwrap();
            make(&mut session, Entry::Make(edit, true));
        }
        make(&mut session, Entry::Undo);
        make(&mut session, Entry::Redo);
        let edit = set_speaker(&session.document, id, "Ada").unwrap();
        make(&mut session, Entry::Make(edit, false));
        let edit = rename_speaker(&session.document, "Ada", "Ada Moss", None).unwrap();
        make(&mut session, Entry::Make(edit, false));
        make(&mut session, Entry::Undo);
        assert_eq!(Session::replay(saved).unwrap(), session);
        assert_eq!(session.document.get(id).unwrap().note, "ab");
        assert!(session.document.article.source.as_ref().is_some_and(|source| source.name == "Ferry.txt"));
        assert_eq!(session.history.last_undone().map(|e| e.what.as_str()), Some("Rename speaker"));
    }

    #[test]
    fn an_entry_that_does_not_fit_keeps_what_came_before() {
        let packed = |kind: &str, body: &str| Packed { kind: kind.into(), body: body.into() };
        for bad in [packed("redo", ""), packed("make", "{"), packed("of tomorrow", "")] {
            let session = Session::replay(vec![packed("text", "One."), bad, packed("undo", "")]).unwrap();
            assert_eq!(&*session.document.article.text, "One.");
        }
        assert!(Session::replay(vec![]).is_err());
        assert!(Session::replay(vec![packed("undo", "")]).is_err());
    }
}
