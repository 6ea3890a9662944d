//! Raw input (a saved page, a Word file, a table of articles) to clean articles: one format a file.
//!
//! A reader takes the bytes of a file and gives back articles, or says in a plain sentence what is wrong with the file and what to
//! do. It never panics, whatever the bytes, and needs time linear in them. No markup of the source survives as markup.

mod archive;
mod element;
pub mod encoding;
mod epub;
mod harvest;
mod html;
mod incoming;
mod kind;
mod markdown;
mod mhtml;
mod open;
mod opendocument;
mod pdf;
mod plain;
mod rtf;
pub mod table;
mod word;
mod xml;

pub use crate::document::{Block, BlockKind};
pub use archive::zip;
pub use element::element_kind;
pub use epub::epub;
pub use harvest::{Choose, Found, Harvest, ReadPdf, Told, harvest};
pub use html::{html, html_text};
pub use incoming::{Incoming, Meta, Problem};
pub use kind::Kind;
pub use markdown::markdown;
pub use mhtml::mhtml;
pub use open::{Content, open};
pub use opendocument::odt;
pub use pdf::pdf;
pub use plain::{plain_text, text};
pub use rtf::rtf;
pub use word::docx;
