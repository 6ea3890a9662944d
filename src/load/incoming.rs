use crate::text::Span;
use std::fmt;

/// One article as a reader gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// What is known about the article beside its text.
    pub meta: Meta,
    /// The body: `\n` line ends, a block a line, an empty line between blocks. The title stands in `meta` alone.
    pub text: String,
    /// What each part of `text` is, in order. Together the blocks cover all of it but white space.
    pub blocks: Vec<Block>,
}

/// What a file tells about its article. Plain text; nothing is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, without “By”.
    pub byline: Option<String>,
    /// When it was published, as ISO 8601 where the file has that, else in its words.
    pub date: Option<String>,
    /// The publication.
    pub site: Option<String>,
    /// A BCP 47 tag: `en`, `pt-BR`.
    pub language: Option<String>,
    /// The canonical address.
    pub address: Option<String>,
    /// What stands below the leading picture.
    pub caption: Option<String>,
}

/// A part of the text that stands for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text, in bytes, without white space at its ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading, 1 for the highest.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A paragraph of a block quote.
    Quote,
    /// What stands below a picture or a table.
    Caption,
}

/// Why a file is not read: a sentence for the screen that says what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(pub String);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

impl Incoming {
    /// Adds a block of `words` to the text; white space at its ends is left out, an empty block altogether.
    pub fn push(&mut self, kind: BlockKind, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_cover_the_text() {
        let mut incoming = Incoming::default();
        incoming.push(BlockKind::Heading(2), " The wall ");
        incoming.push(BlockKind::Paragraph, "\n");
        incoming.push(BlockKind::Paragraph, "It holds.");
        assert_eq!(incoming.text, "The wall\n\nIt holds.");
        let words: Vec<&str> = incoming.blocks.iter().map(|block| block.span.of(&incoming.text)).collect();
        assert_eq!(words, ["The wall", "It holds."]);
    }
}
