//! An edit in the terms of the annotation file: what an article's log on disk is made of.

use super::model::{AnnotationRecord, SpeakerRecord};
use super::read::Reader;
use super::write::{record, selectors};
use crate::document::{Change, Document, Edit, Id};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;

/// What an edit leaves behind. What was there before is in the document that it is made to.
#[derive(Serialize, Deserialize)]
struct EditRecord<'a> {
    what: Cow<'a, str>,
    #[serde(default)]
    removed: Vec<Cow<'a, str>>,
    #[serde(default)]
    annotations: Vec<AnnotationRecord<'a>>,
    #[serde(default)]
    speakers_removed: Vec<Cow<'a, str>>,
    #[serde(default)]
    speakers: Vec<SpeakerRecord<'a>>,
}

/// The edit as JSON; `document` is the one that it is made to, before or after.
pub fn write_edit(document: &Document, edit: &Edit) -> String {
    let article = &*document.article;
    let mut out = EditRecord {
        what: edit.what.as_str().into(),
        removed: vec![],
        annotations: vec![],
        speakers_removed: vec![],
        speakers: vec![],
    };
    for change in &edit.changes {
        match change {
            Change::Annotation { id, after: None, .. } => out.removed.push(id.to_string().into()),
            Change::Annotation { id, after: Some(after), .. } => {
                out.annotations.push(record(article, *id, after))
            }
            Change::Speaker { name, after: None, .. } => out.speakers_removed.push(name.as_str().into()),
            Change::Speaker { name, after: Some(mentions), .. } => {
                let mentions = selectors(article, mentions);
                out.speakers.push(SpeakerRecord { name: name.as_str().into(), mentions });
            }
        }
    }
    serde_json::to_string(&out).unwrap_or_default()
}

/// The edit of `document` that was written.
///
/// # Errors
/// What does not hold, in words.
pub fn read_edit(document: &Document, json: &str) -> Result<Edit, String> {
    let read: EditRecord = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let reader = Reader::of(&document.article);
    let mut changes = Vec::new();
    let annotation = |id: &str, after| {
        let id = Id::parse(id).ok_or_else(|| format!("“{id}” is no id"))?;
        Ok::<_, String>(Change::Annotation { id, before: document.get(id).cloned(), after })
    };
    for id in &read.removed {
        changes.push(annotation(id, None)?);
    }
    for record in &read.annotations {
        changes.push(annotation(&record.id, Some(Rc::new(reader.annotation(record)?)))?);
    }
    let speaker = |name: &str, after| {
        let before = document.speakers().get(name).cloned();
        Change::Speaker { name: name.to_owned(), before, after }
    };
    for name in &read.speakers_removed {
        changes.push(speaker(name, None));
    }
    for record in &read.speakers {
        changes.push(speaker(&record.name, Some(reader.spans(&record.mentions)?)));
    }
    Ok(Edit { changes, what: read.what.into_owned() })
}
