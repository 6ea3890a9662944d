use crate::document::{About, Article, Block, BlockKind};
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

/// Why a file is not read: a sentence for the screen that says what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(pub String);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// A file without a word in it.
pub(super) fn empty() -> Problem {
    Problem("The file is empty: there is no text in it. Choose another file.".to_owned())
}

impl Incoming {
    /// The article, its headline being the first line of its text. Without a headline it is called `name`.
    pub fn article(self, name: &str) -> Article {
        let Self { meta, text, mut blocks } = self;
        let headline = meta.title.clone().filter(|title| !title.trim().is_empty());
        let text = match &headline {
            Some(title) if !text.starts_with(title.as_str()) => {
                let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                let shift = title.len() + 2;
                for block in &mut blocks {
                    block.span = Span::new(block.span.start + shift, block.span.end + shift);
                }
                blocks.insert(0, Block { span: Span::new(0, title.len()), kind: BlockKind::Heading(1) });
                format!("{title}\n\n{text}")
            }
            _ => text,
        };
        let mut article = Article::verbatim(headline.as_deref().unwrap_or(name), text);
        article.blocks = blocks.into();
        article.about = About {
            title: std::mem::take(&mut article.about.title),
            byline: meta.byline.unwrap_or_default(),
            date: meta.date.unwrap_or_default(),
            site: meta.site.unwrap_or_default(),
            language: meta.language.unwrap_or_default(),
            address: meta.address.unwrap_or_default(),
            caption: meta.caption.unwrap_or_default(),
        };
        article
    }

    /// The article, if it has any text.
    pub(super) fn not_empty(self) -> Result<Self, Problem> {
        if self.text.trim().is_empty() { Err(empty()) } else { Ok(self) }
    }

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
    fn an_article_begins_with_its_headline() {
        let mut incoming = Incoming::default();
        incoming.push(BlockKind::Paragraph, "It holds.");
        incoming.meta.title = Some("The  wall".into());
        let article = incoming.clone().article("wall.html");
        assert_eq!(&*article.text, "The wall\n\nIt holds.");
        assert_eq!(article.about.title, "The  wall");
        let words: Vec<&str> = article.blocks.iter().map(|block| article.words(block.span)).collect();
        assert_eq!(words, ["The wall", "It holds."]);
        incoming.meta.title = None;
        assert_eq!(incoming.article("wall.html").about.title, "wall.html");
    }

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
