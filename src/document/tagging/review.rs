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

/// Accepts or rejects the annotation `id` and every suggestion that is like it, in one step. Alike are markers of the same words, in any
/// case, and of the same category; and quotes of the same
/// kind whose speaker is known to be the same.
///
/// # Errors
/// When the annotation is gone, or all are judged so already.
pub fn judge_alike(document: &Document, id: Id, state: State) -> Result<Edit, Refusal> {
    let picked = find(document, id)?;
    let words = |marker: &Marker| lower(document.article.words(marker.span));
    let alike: Box<dyn Fn(&Annotation) -> bool> = match &picked.body {
        Body::Bias(marker) => {
            let own = words(marker);
            Box::new(move |other| {
                let other = other.as_marker().filter(|other| other.category == marker.category);
                other.is_some_and(|other| other.span.len() == marker.span.len() && words(other) == own)
            })
        }
        Body::Own(own) => Box::new(move |other| other.as_own() == Some(own)),
        Body::Quote(quote) => Box::new(move |other| {
            quote.speaker.is_some()
                && other
                    .as_quote()
                    .is_some_and(|other| (&other.speaker, other.kind) == (&quote.speaker, quote.kind))
        }),
    };
    let change = |(id, before): (Id, &Rc<Annotation>)| Change::Annotation {
        id,
        before: Some(before.clone()),
        after: Some(Rc::new(Annotation { state, ..Annotation::clone(before) })),
    };
    let wanted = |(other, annotation): &(Id, &Rc<Annotation>)| {
        annotation.state != state
            && (*other == id || annotation.state == State::Suggested && alike(annotation))
    };
    let changes: Vec<Change> = document.annotations().filter(wanted).map(change).collect();
    let verb = match state {
        State::Accepted => "Accept",
        State::Rejected => "Reject",
        State::Suggested => "Put back",
    };
    match changes.len() {
        0 => Err(Refusal("All that are like this one are judged so already.")),
        count => Ok(Edit { changes, what: format!("{verb} all like this: {count}") }),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::extract::extract;

    #[test]
    fn all_that_are_alike_are_judged_in_one_step() {
        let mut document = Document::new(Article::new(
            "“We sail,” said Ada Moss. “We row,” said Ada Moss. “No,” said Bo Reed.",
        ));
        document.suggest(extract(&document.article.text));
        let quotes: Vec<Id> =
            document.annotations().filter(|(_, a)| a.as_quote().is_some()).map(|(id, _)| id).collect();
        assert_eq!(quotes.len(), 3);
        let before = document.clone();
        let edit = judge_alike(&document, quotes[1], State::Accepted).unwrap();
        assert_eq!(edit.what, "Accept all like this: 2");
        edit.apply(&mut document).unwrap();
        assert_eq!(document.get(quotes[2]).unwrap().state, State::Suggested);
        assert!(judge_alike(&document, quotes[0], State::Accepted).is_err());
        edit.inverse().apply(&mut document).unwrap();
        assert_eq!(document, before);
    }
}
