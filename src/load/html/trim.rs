use super::blocks::Part;
use super::phrases::{is_dated, is_label, leads_away};
use crate::load::{BlockKind, Meta};

/// A line of at most so many words may be one that leads away from the article.
const SHORT: usize = 24;
/// A sentence of so many words is part of a body.
const SENTENCE: usize = 12;

/// Leaves out the blocks of which the words show that they are not the body: titles, bylines and dates before it, links and labels
/// within, notes on copyright behind.
pub(super) fn trim(parts: Vec<Part>, meta: &Meta) -> Vec<Part> {
    let lines: Vec<Line> = parts.iter().map(Line::of).collect();
    let first = lines.iter().position(Line::is_body);
    let last = lines.iter().rposition(Line::is_body);
    let mut kept = Vec::with_capacity(parts.len());
    for (number, (part, line)) in parts.iter().zip(&lines).enumerate() {
        let before = first.is_some_and(|first| number < first);
        let behind = last.is_some_and(|last| number > last);
        let leads_away = line.leads_away() || (behind && line.is_foot());
        let goes = line.is_link
            || (leads_away && part.kind != BlockKind::Quote)
            || line.is_named(meta.title.as_deref())
            || (before && line.is_head(meta));
        kept.push(!goes);
    }
    let mut kept = kept.into_iter();
    parts.into_iter().filter(|_| kept.next().unwrap_or(true)).collect()
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
        let mut words = text.split_whitespace().count();
        let letters = text.chars().count();
        // Scripts without spaces: a word is about two letters.
        if !text.is_ascii() && letters > 12 * words {
            words = letters / 2;
        }
        let is_text = matches!(part.kind, BlockKind::Quote);
        Line {
            small: text.to_lowercase(),
            words,
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
        self.words <= SHORT && (leads_away(&self.small) || is_label(&self.small))
    }

    /// Whether the block is the title.
    fn is_named(&self, title: Option<&str>) -> bool {
        title.is_some_and(|title| same(&self.small, &title.to_lowercase()))
    }

    /// Whether it tells who wrote the article, or when, for use before the body.
    fn is_head(&self, meta: &Meta) -> bool {
        let names = meta.byline.as_deref().is_some_and(|byline| self.small.contains(&byline.to_lowercase()));
        self.words <= SENTENCE && (is_dated(&self.small) || names || self.small.starts_with("by "))
    }

    /// Whether it is one of the lines behind a body.
    fn is_foot(&self) -> bool {
        is_dated(&self.small)
            || (self.words <= SHORT && (self.small.starts_with('©') || self.small.contains('@')))
            || (self.is_heading)
    }
}

const END: [char; 11] = ['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '।'];

/// Whether two lines are the same but for signs and spaces.
fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    !a.is_empty() && a == b
}
