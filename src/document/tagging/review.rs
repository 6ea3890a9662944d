use super::{Done, Refusal, change, find};
use crate::document::{Annotation, Body, Change, Document, Edit, Id, Marker, State};
use crate::text::lower;
use std::rc::Rc;

/// Accepts, rejects, or puts back to a suggestion.
///
/// # Errors
/// When the annotation is gone.
pub fn set_state(document: &Document, id: Id, state: State) -> Result<Edit, Refusal> {
    let what = match state {
        State::Accepted => "Accept",
        State::Rejected => "Reject",
        State::Suggested => "Put back to suggested",
    };
    change(document, id, what, |a| a.state = state)
}

/// Rejects every suggestion that marks the same words as the marker `id`, in any case, and in the same way; one step to undo.
///
/// # Errors
/// When the annotation is gone or is no marker.
pub fn reject_alike(document: &Document, id: Id) -> Result<Edit, Refusal> {
    let picked = find(document, id)?;
    let Some(marker) = picked.as_marker() else {
        return Err(Refusal("Only bias markers can be ignored. Pick one."));
    };
    let words = |marker: &Marker| lower(document.article.words(marker.span));
    let ignored = words(marker);
    let alike = |other: &Annotation| {
        other.state == State::Suggested
            && other.as_marker().is_some_and(|o| o.category == marker.category && words(o) == ignored)
    };
    let change = |(id, before): (Id, &Rc<Annotation>)| Change::Annotation {
        id,
        before: Some(before.clone()),
        after: Some(Rc::new(Annotation { state: State::Rejected, ..Annotation::clone(before) })),
    };
    let changes: Vec<Change> = document
        .annotations()
        .filter(|(other, annotation)| {
            *other == id && annotation.state != State::Rejected || alike(annotation)
        })
        .map(change)
        .collect();
    if changes.is_empty() {
        return Err(Refusal("Every such marker of this article is rejected already."));
    }
    Ok(Edit {
        changes, what: format!("Ignore “{}” in this article", document.article.words(marker.span))
    })
}

/// Writes a note.
///
/// # Errors
/// When the annotation is gone.
pub fn set_note(document: &Document, id: Id, note: &str) -> Result<Edit, Refusal> {
    change(document, id, "Write note", |a| a.note = note.to_owned())
}

/// Takes an annotation away. Markers that were tied to it belong to the article again.
///
/// # Errors
/// When the annotation is gone.
pub fn delete(document: &Document, id: Id) -> Result<Done, Refusal> {
    let before = find(document, id)?.clone();
    let mut edit = Edit::one("Delete", id, Some(before), None);
    edit.changes.extend(untie(document, id));
    Ok(Done { edit, select: None })
}

/// Sets the markers free that are tied to the quote `id`, which is about to go.
pub(super) fn untie(document: &Document, id: Id) -> impl Iterator<Item = Change> {
    document.annotations().filter(move |(other, _)| *other != id).filter_map(move |(other, tied)| {
        let marker = tied.as_marker().filter(|marker| marker.quote == Some(id))?.clone();
        let free = Annotation { body: Body::Bias(Marker { quote: None, ..marker }), ..(**tied).clone() };
        Some(Change::Annotation { id: other, before: Some(tied.clone()), after: Some(Rc::new(free)) })
    })
}
