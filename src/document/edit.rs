use super::{About, Annotation, Document, Id};
use crate::text::Span;
use std::fmt;
use std::rc::Rc;

/// One thing before and after. `None` is “not there”: so a change adds, removes or replaces.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An annotation.
    Annotation {
        /// Which one.
        id: Id,
        /// As it was.
        before: Option<Rc<Annotation>>,
        /// As it is to be.
        after: Option<Rc<Annotation>>,
    },
    /// What is known about the article.
    About {
        /// As it was.
        before: Rc<About>,
        /// As it is to be.
        after: Rc<About>,
    },
    /// Whether a part of the text is set aside.
    Aside {
        /// The part.
        span: Span,
        /// Why it was; `None` when it was not.
        before: Option<String>,
        /// Why it is to be.
        after: Option<String>,
    },
    /// A speaker's mentions in the text.
    Speaker {
        /// The canonical name.
        name: String,
        /// As they were.
        before: Option<Vec<Span>>,
        /// As they are to be.
        after: Option<Vec<Span>>,
    },
}

/// What one action of a person does to a document: a set of changes, each of a different thing.
///
/// Laws, for a document `d` that the edit `e` fits:
/// - undo: `d` after `e` after `e.inverse()` is `d`;
/// - involution: `e.inverse().inverse()` is `e`;
/// - composition: `d` after `e.then(f)` is `d` after `e` after `f`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// The changes, in the order they are made.
    pub changes: Vec<Change>,
    /// What it does, in words for the screen: “Accept”, “Change label”.
    pub what: String,
}

/// The document is not as the edit says it was. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch(String);

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not as the edit expects it", self.0)
    }
}

impl Change {
    fn inverse(&self) -> Self {
        match self.clone() {
            Self::Annotation { id, before, after } => Self::Annotation { id, before: after, after: before },
            Self::Speaker { name, before, after } => Self::Speaker { name, before: after, after: before },
            Self::About { before, after } => Self::About { before: after, after: before },
            Self::Aside { span, before, after } => Self::Aside { span, before: after, after: before },
        }
    }

    fn fits(&self, document: &Document) -> Result<(), Mismatch> {
        let (same, name) = match self {
            Self::Annotation { id, before, .. } => (document.get(*id) == before.as_ref(), id.to_string()),
            Self::Speaker { name, before, .. } => {
                (document.speakers().get(name) == before.as_ref(), name.clone())
            }
            Self::About { before, .. } => (document.article.about == **before, "the article".into()),
            Self::Aside { span, before, .. } => {
                (document.article.aside(*span) == before.as_deref(), "what is set aside".into())
            }
        };
        same.then_some(()).ok_or(Mismatch(name))
    }

    /// This change and then `next`, when both are of the same thing.
    fn then(&self, next: &Change) -> Option<Change> {
        match (self, next) {
            (Self::Annotation { id, before, .. }, Self::Annotation { id: other, after, .. })
                if id == other =>
            {
                Some(Self::Annotation { id: *id, before: before.clone(), after: after.clone() })
            }
            (Self::Speaker { name, before, .. }, Self::Speaker { name: other, after, .. })
                if name == other =>
            {
                Some(Self::Speaker { name: name.clone(), before: before.clone(), after: after.clone() })
            }
            (Self::About { before, .. }, Self::About { after, .. }) => {
                Some(Self::About { before: before.clone(), after: after.clone() })
            }
            (Self::Aside { span, before, .. }, Self::Aside { span: other, after, .. }) if span == other => {
                Some(Self::Aside { span: *span, before: before.clone(), after: after.clone() })
            }
            _ => None,
        }
    }
}

impl Edit {
    /// An edit of one annotation.
    pub fn one(what: &str, id: Id, before: Option<Rc<Annotation>>, after: Option<Annotation>) -> Self {
        let after = after.map(Rc::new);
        Self { changes: vec![Change::Annotation { id, before, after }], what: what.to_owned() }
    }

    /// Does it.
    ///
    /// # Errors
    /// [`Mismatch`] when the document is not as the edit says it was; then nothing has changed.
    pub fn apply(&self, document: &mut Document) -> Result<(), Mismatch> {
        self.changes.iter().try_for_each(|change| change.fits(document))?;
        for change in &self.changes {
            match change {
                Change::Annotation { id, after, .. } => document.set(*id, after.clone()),
                Change::Speaker { name, after, .. } => document.set_speaker(name, after.clone()),
                Change::About { after, .. } => document.set_about(About::clone(after)),
                Change::Aside { span, after, .. } => document.set_aside(*span, after.as_deref()),
            }
        }
        Ok(())
    }

    /// The edit that takes this one back.
    pub fn inverse(&self) -> Self {
        Self { changes: self.changes.iter().rev().map(Change::inverse).collect(), what: self.what.clone() }
    }

    /// This edit and then `next`, as one.
    pub fn then(&self, next: &Edit) -> Self {
        let mut both = self.clone();
        for change in &next.changes {
            match both.changes.iter_mut().find_map(|old| old.then(change).map(|merged| (old, merged))) {
                Some((old, merged)) => *old = merged,
                None => both.changes.push(change.clone()),
            }
        }
        both
    }

    /// The annotations it touches.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        self.changes.iter().filter_map(|change| match change {
            Change::Annotation { id, .. } => Some(*id),
            Change::Speaker { .. } | Change::About { .. } | Change::Aside { .. } => None,
        })
    }
}
