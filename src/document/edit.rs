use super::{About, Annotation, Document, Id, LabelSet, Rewrite};
use crate::extract::Lean;
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
    /// The labels that a person has made.
    Labels {
        /// As they were.
        before: Rc<LabelSet>,
        /// As they are to be.
        after: Rc<LabelSet>,
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
    /// Where the article's own wording leans: its score, 0 to 1, and its sentences.
    Lean {
        /// As it was.
        before: Rc<(f32, Vec<Lean>)>,
        /// As it is to be.
        after: Rc<(f32, Vec<Lean>)>,
    },
    /// The text itself. Whatever points into it moves along.
    Text(Rc<Rewrite>),
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

/// What one action of a person does to a document: changes made one after the other, each of a different thing unless the text
/// changes between them.
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
            Self::Labels { before, after } => Self::Labels { before: after, after: before },
            Self::Aside { span, before, after } => Self::Aside { span, before: after, after: before },
            Self::Lean { before, after } => Self::Lean { before: after, after: before },
            Self::Text(rewrite) => Self::Text(Rc::new(rewrite.inverse())),
        }
    }

    fn fits(&self, document: &Document) -> Result<(), Mismatch> {
        let (same, name) = match self {
            Self::Annotation { id, before, .. } => (document.get(*id) == before.as_ref(), id.to_string()),
            Self::Speaker { name, before, .. } => {
                (document.speakers().get(name) == before.as_ref(), name.clone())
            }
            Self::About { before, .. } => (document.article.about == **before, "the article".into()),
            Self::Labels { before, .. } => (document.article.labels == *before, "the set of labels".into()),
            Self::Aside { span, before, .. } => {
                (document.article.aside(*span) == before.as_deref(), "what is set aside".into())
            }
            Self::Lean { before, .. } => (document.lean() == **before, "how the wording leans".into()),
            Self::Text(rewrite) => (document.is_like(&rewrite.before), "the text".into()),
        };
        same.then_some(()).ok_or(Mismatch(name))
    }

    fn make(&self, document: &mut Document) -> Result<(), Mismatch> {
        self.fits(document)?;
        match self {
            Self::Annotation { id, after, .. } => document.set(*id, after.clone()),
            Self::Speaker { name, after, .. } => document.set_speaker(name, after.clone()),
            Self::About { after, .. } => document.set_about(About::clone(after)),
            Self::Labels { after, .. } => document.set_labels(after.clone()),
            Self::Aside { span, after, .. } => document.set_aside(*span, after.as_deref()),
            Self::Lean { after, .. } => document.set_lean(after),
            Self::Text(rewrite) => document.become_like(&rewrite.after),
        }
        Ok(())
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
            (Self::Labels { before, .. }, Self::Labels { after, .. }) => {
                Some(Self::Labels { before: before.clone(), after: after.clone() })
            }
            (Self::Aside { span, before, .. }, Self::Aside { span: other, after, .. }) if span == other => {
                Some(Self::Aside { span: *span, before: before.clone(), after: after.clone() })
            }
            (Self::Lean { before, .. }, Self::Lean { after, .. }) => {
                Some(Self::Lean { before: before.clone(), after: after.clone() })
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
        for (number, change) in self.changes.iter().enumerate() {
            if let Err(mismatch) = change.make(document) {
                let made = self.changes.iter().take(number).rev();
                made.for_each(|change| drop(change.inverse().make(document)));
                return Err(mismatch);
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
            // A change of the text parts what came before it from what comes after.
            let last = both.changes.iter().rposition(|old| matches!(old, Change::Text(_)));
            let mut since = both.changes.iter_mut().skip(last.map_or(0, |last| last + 1));
            match since.find_map(|old| old.then(change).map(|merged| (old, merged))) {
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
            _ => None,
        })
    }
}
