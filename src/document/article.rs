use super::about::{About, Source};
use super::labels::LabelSet;
use crate::extract::{Boilerplate, Lean};
use crate::text::{Block, OffsetIndex, Span};
use std::rc::Rc;

/// The text that is annotated, and what is known about it. The text changes by a correction only, which makes another article of it; copies share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// What it is called, who wrote it, when and where.
    pub about: About,
    /// The file that it came from, if it came from one.
    pub source: Option<Source>,
    /// What each part of the text is, in order; empty when only the text is known.
    pub blocks: Rc<[Block]>,
    /// The text as it was given, with `\n` line ends.
    pub text: Rc<str>,
    /// The labels that a person has made for it.
    pub labels: Rc<LabelSet>,
    /// Converts positions in `text`.
    pub index: Rc<OffsetIndex>,
    /// What the core tells of it beside annotations.
    pub reading: Reading,
}

/// What the core tells of a text as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What is set aside as not part of the article, in order. Still in its text; a person may put it back.
    pub boilerplate: Vec<Boilerplate>,
    /// The text is in another language than English, so that quoted passages alone are marked.
    pub foreign: bool,
    /// How much the article's own wording leans, 0 (not at all, or nobody looked) to 1.
    pub bias_score: f32,
    /// The sentences in which it leans, in the order of the text.
    pub bias_sentences: Vec<Lean>,
}

/// A title is cut after this many characters.
const TITLE_LENGTH: usize = 80;

impl Article {
    /// An article of `text`, named by its first line. Line ends (`\r\n`, `\r`) become `\n`; nothing else is touched.
    pub fn new(text: &str) -> Self {
        let text: Rc<str> = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n").into()
        } else {
            text.into()
        };
        let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("Untitled article");
        let title = shorten(first, TITLE_LENGTH);
        Self::verbatim(&title, text)
    }

    /// An article of exactly this text, with positions that were made for it elsewhere.
    pub fn verbatim(title: &str, text: impl Into<Rc<str>>) -> Self {
        let text = text.into();
        Self {
            about: About { title: title.to_owned(), ..About::default() },
            source: None,
            blocks: Rc::default(),
            labels: Rc::default(),
            index: Rc::new(OffsetIndex::new(&text)),
            text,
            reading: Reading::default(),
        }
    }

    /// Why exactly `span` is set aside, if it is.
    pub fn aside(&self, span: Span) -> Option<&str> {
        self.reading.boilerplate.iter().find(|aside| aside.span == span).map(|aside| aside.reason.as_str())
    }

    /// What is set aside at byte `at`.
    pub fn aside_at(&self, at: usize) -> Option<&Boilerplate> {
        self.reading.boilerplate.iter().find(|aside| aside.span.holds(at))
    }

    /// The words that `span` (bytes) covers.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

/// The first `limit` characters of `text`, cut between words, with “…” when anything is missing.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or(text);
    let cut = cut.rfind(char::is_whitespace).and_then(|space| cut.get(..space)).unwrap_or(cut);
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_one_kind_and_nothing_else_changes() {
        assert_eq!(&*Article::new("a\r\nb\rc\u{a0} \u{feff}").text, "a\nb\nc\u{a0} \u{feff}");
    }

    #[test]
    fn the_title_is_the_first_line_cut_between_words() {
        assert_eq!(Article::new("\n  Ferry runs again \nMore").about.title, "Ferry runs again");
        let long = Article::new(&"word ".repeat(60)).about.title;
        assert!(long.ends_with("word…") && long.chars().count() <= TITLE_LENGTH + 1);
        assert_eq!(Article::new(" \n").about.title, "Untitled article");
    }
}
