//! What a person does to annotations, as edits: label words, change a label, move an end, tie, accept, note, delete.
//!
//! Each function looks at the document and returns the [`Edit`] to make, or a [`Refusal`] that says in plain words what
//! to do instead. None changes anything itself.

mod again;
mod article;
mod everywhere;
mod label;
mod own;
mod review;
mod shape;
mod speaker;
mod text;

pub use again::{Found, adopt};
pub use article::{set_about, toggle_aside};
pub use everywhere::{occurrences, tag_everywhere};
pub use label::{Tag, relabel, tag};
pub use own::{set_labels, set_value};
pub use review::{delete, judge_alike, set_note, set_state};
pub use shape::{End, Step, move_end, respan};
pub use speaker::{rename_speaker, set_addressee, set_anonymous, set_kind, set_speaker};
pub use text::{Correction, correct, lines};

use super::{Annotation, Document, Edit, Id, Place};
use std::fmt;
use std::rc::Rc;

/// Why an action is not possible, and what to do instead. A sentence for the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal(pub &'static str);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// An edit, and what should be selected once it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// What to do to the document.
    pub edit: Edit,
    /// What the person is then working on.
    pub select: Option<Place>,
}

/// The annotation of `id`, or the refusal that it is gone.
fn find(document: &Document, id: Id) -> Result<&Rc<Annotation>, Refusal> {
    document.get(id).ok_or(Refusal("That annotation is no longer there. Pick another one."))
}

/// The edit that replaces one annotation by a changed copy.
fn change(
    document: &Document,
    id: Id,
    what: &str,
    make: impl FnOnce(&mut Annotation),
) -> Result<Edit, Refusal> {
    let before = find(document, id)?;
    let mut after = Annotation::clone(before);
    make(&mut after);
    Ok(Edit::one(what, id, Some(before.clone()), Some(after)))
}
