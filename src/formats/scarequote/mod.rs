//! The annotation file `NAME.scarequote.json`: versioned JSON that holds the untouched text and every annotation.
//!
//! Positions are Unicode code points, end exclusive, beside the exact words and what stands before and after them (the
//! W3C Web Annotation model's text position and text quote selectors). Reading checks every position against the words.
//! The JSON Schema is `schema/scarequote-1.schema.json`; fields that a reader does not know are to be ignored.

mod model;
mod read;
mod write;

pub use model::{File, LabelRecord, LabelSetRecord, VERSION};
pub use read::{Problem, read};
pub use write::write;

/// The end of an annotation file's name.
pub const EXTENSION: &str = ".scarequote.json";

/// Whether the file `name`, whose text begins with `head`, is an annotation file rather than some other JSON: by its name, or by the
/// field that says so.
pub fn is_annotation_file(name: &str, head: &str) -> bool {
    const LOOKED_AT: usize = 200; // characters that are no white space
    let name = name.to_ascii_lowercase();
    let head: String = head.chars().filter(|c| !c.is_whitespace()).take(LOOKED_AT).collect();
    name.ends_with(EXTENSION) || name.ends_with(".json") && head.contains("\"format\":\"scarequote\"")
}

#[cfg(test)]
mod tests;
