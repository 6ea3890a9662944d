//! Positions in a text, and the units it falls into: tokens, sentences, paragraphs, blocks.
//!
//! Everything inside the program is a byte [`Span`] on an immutable UTF-8 text. Code points (for files) and UTF-16 units
//! (for JavaScript) are reached through [`OffsetIndex`] and nothing else.

mod block;
mod index;
mod paragraph;
mod search;
mod sentence;
mod span;
mod token;

pub use block::{Block, BlockKind};
pub use index::OffsetIndex;
pub use paragraph::paragraphs;
pub use search::search;
pub use sentence::{each_sentence, sentences};
pub use span::{CodePoints, Span, Utf16};
pub use token::{Token, TokenKind, each_token, tokens};

/// `words` in small letters, letter by letter: to compare words by. A final sigma is not told apart, which spares the page the tables
/// for it.
pub fn lower(words: &str) -> String {
    words.chars().flat_map(char::to_lowercase).collect()
}
