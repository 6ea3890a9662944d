//! Raw input to a clean article. One kind of input a file.

mod plain;

pub use plain::plain_text;
