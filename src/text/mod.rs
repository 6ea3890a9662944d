//! Positions in a text, and the units it falls into: tokens, sentences, paragraphs.
//!
//! Everything inside the program is a byte [`Span`] on an immutable UTF-8 text. Code points (for files) and UTF-16 units
//! (for JavaScript) are reached through [`OffsetIndex`] and nothing else.

mod index;
mod paragraph;
mod sentence;
mod span;
mod token;

pub use index::OffsetIndex;
pub use paragraph::paragraphs;
pub use sentence::{each_sentence, sentences};
pub use span::{CodePoints, Span, Utf16};
pub use token::{Token, TokenKind, each_token, tokens};
