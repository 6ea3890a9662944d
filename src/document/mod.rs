//! An article with its annotations, and the edits on them.
//!
//! A [`Document`] changes through [`Edit`]s only; every edit has an inverse, and [`History`] keeps them for undo and
//! redo. What a person may do with words and labels is in [`tagging`].

mod about;
mod annotated;
mod annotation;
mod article;
mod edit;
mod find;
mod history;
mod labels;
mod ordered;
pub mod packed;
mod patch;
mod suggest;
pub mod tagging;

pub use crate::text::{Block, BlockKind};
pub use about::{About, Source};
pub use annotated::Document;
pub use annotation::{Annotation, Body, Id, Labelled, Marker, Origin, Part, Place, Quote, State};
pub(crate) use article::shorten;
pub use article::{Article, Reading};
pub use edit::{Change, Edit, Mismatch};
pub use find::{Hit, Match, find};
pub use history::History;
pub use labels::{Attribute, COLOURS, LabelId, LabelSet, OwnLabel};
pub use ordered::Ordered;
pub use patch::{Patch, Rewrite};
