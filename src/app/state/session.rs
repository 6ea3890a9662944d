use crate::document::{Article, Document, Edit, History};
use crate::extract::Extraction;
use crate::formats::scarequote;
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
    /// An annotation file was opened.
    File(String),
    /// The core's findings arrived: an [`Extraction`] as JSON.
    Findings(String),
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
                    article.title.clone_from(title);
                }
                Document::new(article)
            }
            Entry::File(json) => scarequote::read(json).map_err(|problem| problem.to_string())?,
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
            Entry::Text(..) | Entry::File(_) => Err("A session has one text.".into()),
            Entry::Findings(json) => {
                let found: Extraction =
                    serde_json::from_str(json).map_err(|e| format!("The findings: {e}"))?;
                let article = document.article.clone();
                document.suggest(found.findings(&article.text, &article.index));
                Ok(())
            }
            Entry::Make(edit, joins) => {
                self.history.make(document, edit.clone(), *joins).map_err(|mismatch| mismatch.to_string())
            }
            Entry::Undo => self.history.undo(document).map(drop).ok_or("There is nothing to undo.".into()),
            Entry::Redo => self.history.redo(document).map(drop).ok_or("There is nothing to redo.".into()),
        }
    }

    /// The session that `entries` add up to.
    ///
    /// # Errors
    /// A sentence for the screen when there is no beginning. An entry that does not fit ends the replay; what came
    /// before it is kept.
    pub fn replay(entries: &[Entry]) -> Result<Self, String> {
        let first = entries.first().ok_or("Nothing was saved of this article.")?;
        let mut session = Self::begin(first)?;
        for entry in entries.iter().skip(1) {
            if session.add(entry).is_err() {
                break;
            }
        }
        Ok(session)
    }
}

impl Entry {
    /// The entry as a kind and a body, for the disk.
    pub fn pack(&self) -> (&'static str, String) {
        let json = |value: Result<String, serde_json::Error>| value.unwrap_or_default();
        match self {
            Self::Text(None, text) => ("text", text.clone()),
            Self::Text(Some(title), text) => ("titled text", format!("{}\n{text}", title.replace('\n', " "))),
            Self::File(file) => ("file", file.clone()),
            Self::Findings(found) => ("findings", found.clone()),
            Self::Make(edit, false) => ("make", json(serde_json::to_string(edit))),
            Self::Make(edit, true) => ("join", json(serde_json::to_string(edit))),
            Self::Undo => ("undo", String::new()),
            Self::Redo => ("redo", String::new()),
        }
    }

    /// The entry that was packed; `None` when it is of a kind that this version does not know.
    pub fn unpack(kind: &str, body: String) -> Option<Self> {
        Some(match kind {
            "text" => Self::Text(None, body),
            "titled text" => {
                let (title, text) = body.split_once('\n')?;
                Self::Text(Some(title.to_owned()), text.to_owned())
            }
            "file" => Self::File(body),
            "findings" => Self::Findings(body),
            "make" => Self::Make(serde_json::from_str(&body).ok()?, false),
            "join" => Self::Make(serde_json::from_str(&body).ok()?, true),
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tagging::{Tag, set_note, tag};
    use crate::text::Span;

    #[test]
    fn what_was_written_to_disk_is_the_same_session_again() {
        let first = Entry::Text(Some("Ferry".into()), "“Ship ahoy”, said Ada.".into());
        let mut session = Session::begin(&first).unwrap();
        let mut entries = vec![first];
        let mut make = |session: &mut Session, entry: Entry| {
            session.add(&entry).unwrap();
            entries.push(entry);
        };
        let found = r#"{"id":"","quotes":[],"speakers":[],"bias":[],"bias_score":0.0,"boilerplate":[]}"#;
        make(&mut session, Entry::Findings(found.into()));
        let done = tag(&session.document, Span::new(0, 15), Tag::Content, None).unwrap();
        let id = done.select.unwrap().id;
        make(&mut session, Entry::Make(done.edit, false));
        for note in ["a", "ab"] {
            let edit = set_note(&session.document, id, note).unwrap();
            make(&mut session, Entry::Make(edit, true));
        }
        make(&mut session, Entry::Undo);
        make(&mut session, Entry::Redo);
        make(&mut session, Entry::Undo);
        let packed: Vec<_> = entries.iter().map(Entry::pack).collect();
        let unpacked: Vec<_> =
            packed.into_iter().map(|(kind, body)| Entry::unpack(kind, body).unwrap()).collect();
        assert_eq!(unpacked, entries);
        assert_eq!(Session::replay(&unpacked).unwrap(), session);
        assert_eq!(session.document.get(id).unwrap().note, "");
        assert_eq!(session.history.last_undone().map(|e| e.what.as_str()), Some("Write note"));
    }

    #[test]
    fn an_entry_that_does_not_fit_keeps_what_came_before() {
        let entries = [Entry::Text(None, "One.".into()), Entry::Redo, Entry::Undo];
        assert_eq!(&*Session::replay(&entries).unwrap().document.article.text, "One.");
        assert!(Session::replay(&[]).is_err());
        assert!(Session::replay(&[Entry::Undo]).is_err());
    }
}
