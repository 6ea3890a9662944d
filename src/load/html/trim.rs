use super::blocks::Part;
use super::phrases::{is_dated, is_label, leads_away};
use super::words::count;
use crate::load::{BlockKind, Meta};

/// A line of at most so many words may be one that leads away from the article.
const SHORT: usize = 24;
/// A sentence of so many words is part of a body.
const SENTENCE: usize = 12;

/// A label has at most so many words.
const FEW: usize = 6;

/// Leaves out the blocks of which the words show that they are not the body: titles, bylines and dates before it, links and labels
/// within, notes on copyright behind.
pub(super) fn trim(parts: Vec<Part>, meta: &Meta) -> Vec<Part> {
    let lines: Vec<Line> = parts.iter().map(Line::of).collect();
    let first = lines.iter().position(Line::is_body);
    let last = lines.iter().rposition(Line::is_body);
    let end = end(&lines);
    let mut kept = Vec::with_capacity(parts.len());
    for (number, (part, line)) in parts.iter().zip(&lines).enumerate() {
        let before = first.is_some_and(|first| number < first);
        let behind = last.is_some_and(|last| number > last);
        let leads_away = line.leads_away() || (behind && line.is_foot());
        let goes = number >= end
            || line.is_link
            || (leads_away && part.kind != BlockKind::Quote)
            || line.is_named(meta.title.as_deref())
            || (before && line.is_head(meta));
        kept.push(!goes);
    }
    let mut kept = kept.into_iter();
    parts.into_iter().filter(|_| kept.next().unwrap_or(true)).collect()
}

/// Where the body ends: at “About the author”, unless that is in its first half.
fn end(lines: &[Line]) -> usize {
    let closes = |line: &Line| line.words <= FEW && !line.ends && line.small.starts_with("about the author");
    lines.iter().rposition(closes).filter(|at| at * 2 >= lines.len()).unwrap_or(lines.len())
}

/// What is to know about a block.
struct Line {
    /// The words in small letters.
    small: String,
    words: usize,
    is_link: bool,
    is_heading: bool,
    /// Whether it ends as a sentence does.
    ends: bool,
}

impl Line {
    fn of(part: &Part) -> Line {
        let text = part.words.as_str();
        let is_text = matches!(part.kind, BlockKind::Quote);
        Line {
            small: text.to_lowercase(),
            words: count(text),
            is_link: !is_text && part.linked * 10 >= text.len() * 9,
            is_heading: matches!(part.kind, BlockKind::Heading(_)),
            ends: text
                .trim_end_matches(['"', '”', '’', '\'', '»', '«', '“', ')', ']', '」', '』'])
                .ends_with(END),
        }
    }

    fn is_body(&self) -> bool {
        self.words >= SENTENCE && self.ends && !self.is_heading && !self.is_link && !self.leads_away()
    }

    fn leads_away(&self) -> bool {
        self.words <= SHORT && (is_label(&self.small) || leads_away(&self.small, self.words, self.ends))
    }

    /// Whether the block is the title.
    fn is_named(&self, title: Option<&str>) -> bool {
        title.is_some_and(|title| same(&self.small, &title.to_lowercase()))
    }

    /// Whether it tells who wrote the article, or when, for use before the body.
    fn is_head(&self, meta: &Meta) -> bool {
        let line = self.small.trim_start_matches("by ");
        let names = meta.byline.as_deref().is_some_and(|byline| line.starts_with(&byline.to_lowercase()));
        self.words <= SENTENCE
            && !self.ends
            && (is_dated(&self.small) || names || self.small.starts_with("by "))
    }

    /// Whether it is one of the lines behind a body.
    fn is_foot(&self) -> bool {
        is_dated(&self.small)
            || (self.words <= SHORT && (self.small.starts_with('©') || self.small.contains('@')))
            || self.is_heading
    }
}

const END: [char; 11] = ['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '।'];

/// Whether two lines are the same but for signs and spaces.
fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    !a.is_empty() && a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trimmed(lines: &[(&str, usize)]) -> Vec<String> {
        let part = |&(words, linked): &(&str, usize)| {
            let (kind, words) = match (words.strip_prefix("# "), words.strip_prefix("> ")) {
                (Some(heading), _) => (BlockKind::Heading(2), heading),
                (_, Some(quote)) => (BlockKind::Quote, quote),
                _ => (BlockKind::Paragraph, words),
            };
            Part { kind, words: words.to_owned(), linked }
        };
        let meta = Meta {
            title: Some("The Dam Held".to_owned()),
            byline: Some("Ida Thorne".to_owned()),
            ..Meta::default()
        };
        trim(lines.iter().map(part).collect(), &meta).into_iter().map(|part| part.words).collect()
    }

    const BODY: &str = "The dam above Marrow held through the night, the mayor said on Sunday morning.";

    #[test]
    fn what_stands_around_a_body_goes() {
        let lines = [
            ("# The dam held", 0),
            ("By Ida Thorne", 0),
            ("Ida Thorne, Marrow", 0),
            ("Published 3 May 2031", 0),
            (BODY, 0),
            ("Read more: Who pays for the dam?", 22),
            ("Who pays for the dam?", 21),
            ("“It held,” she said.", 0),
            ("# Doubts", 0),
            ("Others were not so sure that it will hold again, come the rains of autumn.", 0),
            ("Advertisement", 0),
            ("© The Marrow Post", 0),
        ];
        let doubts = "Others were not so sure that it will hold again, come the rains of autumn.";
        assert_eq!(trimmed(&lines), [BODY, "“It held,” she said.", "Doubts", doubts]);
    }

    #[test]
    fn short_lines_of_a_body_stay() {
        let lines = [
            ("MARROW", 0),
            ("# What held", 0),
            (BODY, 0),
            ("Crane 3, Rudd 1", 0),
            ("> Read more, she wrote", 0),
            ("Ida Thorne’s name was on the list.", 0),
            (BODY, 0),
        ];
        assert_eq!(trimmed(&lines).len(), lines.len());
    }

    #[test]
    fn a_body_ends_before_its_author() {
        let lines =
            [(BODY, 0), (BODY, 0), ("About the author", 0), ("Ida Thorne lives in Marrow. She writes.", 0)];
        assert_eq!(trimmed(&lines), [BODY, BODY]);
        let lines = [("About the author", 0), (BODY, 0), (BODY, 0), (BODY, 0)];
        assert_eq!(trimmed(&lines).len(), 4);
    }
}
