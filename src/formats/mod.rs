//! Annotation files, in and out. One format a file.

pub mod labels;
pub mod scarequote;
