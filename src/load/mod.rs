//! Raw input (a saved page, a Word file, a table of articles) to clean articles: one format a file.
//!
//! A reader takes the bytes of a file and gives back articles, or says in a plain sentence what is wrong with the file and what to
//! do. It never panics, whatever the bytes, and needs time linear in them. No markup of the source survives as markup.

mod html;
mod incoming;
mod plain;

pub use crate::document::{Block, BlockKind};
pub use html::{html, html_text};
pub use incoming::{Incoming, Meta, Problem};
pub use plain::plain_text;
