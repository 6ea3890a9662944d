//! The annotation file `NAME.scarequote.json`: versioned JSON that holds the untouched text and every annotation.
//!
//! Positions are Unicode code points, end exclusive, beside the exact words and what stands before and after them (the
//! W3C Web Annotation model's text position and text quote selectors). Reading checks every position against the words.
//! The JSON Schema is `schema/scarequote-1.schema.json`; fields that a reader does not know are to be ignored.

mod model;
mod read;
mod write;

pub use model::{File, VERSION};
pub use read::{Problem, read};
pub use write::write;

/// The end of an annotation file's name.
pub const EXTENSION: &str = ".scarequote.json";

#[cfg(test)]
mod tests;
