use super::blocks::Part;
use super::phrases::{is_dated, is_label, leads_away};
use super::words::{count, letters};
use crate::load::{BlockKind, Meta};
use rustc_hash::FxHashSet;

/// A line of at most so many words may be one that leads away from the article.
const SHORT: usize = 24;
/// A sentence of so many words is part of a body.
const SENTENCE: usize = 12;

/// A label has at most so many words.
const FEW: usize = 6;
/// Of so many items of a list, one at least is no link where links are part of the text.
const ITEMS_A_TEXT: usize = 4;

/// Leaves out the blocks of which the words show that they are not the body: titles, bylines and dates before it, links and labels
/// within, notes on copyright behind.
pub(super) fn trim(parts: Vec<Part>, meta: &Meta) -> Vec<Part> {
    let lines: Vec<Line> = parts.iter().map(Line::of).collect();
    let first = lines.iter().position(Line::is_body);
    let last = lines.iter().rposition(Line::is_body);
    let end = end(&lines);
    let within = links_within(&parts, &lines);
    let mut kept = Vec::with_capacity(parts.len());
    for (number, (part, line)) in parts.iter().zip(&lines).enumerate() {
        let before = first.is_some_and(|first| number < first);
        let behind = last.is_some_and(|last| number > last);
        let leads_away = line.leads_away() || (behind && line.is_foot());
        let goes = number >= end
            || (line.is_link && !within.contains(&number))
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

/// The links that are part of the text: short headings over text, and items of a list in which there is text too.
fn links_within(parts: &[Part], lines: &[Line]) -> FxHashSet<usize> {
    let mut within = FxHashSet::default();
    let is_text = |number: Option<usize>| {
        let line = number.and_then(|number| lines.get(number));
        line.is_some_and(|line| !line.is_link && !line.leads_away())
    };
    for (number, line) in lines.iter().enumerate() {
        let is_over_text = is_text(number.checked_sub(1)) && is_text(number.checked_add(1));
        if line.is_link && line.is_heading && line.words <= FEW && is_over_text {
            within.insert(number);
        }
    }
    let mut start = 0;
    for list in parts.chunk_by(|a, b| (a.kind == BlockKind::Item) == (b.kind == BlockKind::Item)) {
        let items = start..start + list.len();
        start = items.end;
        let texts = items.clone().filter(|&item| is_text(Some(item))).count();
        if list.first().is_some_and(|part| part.kind == BlockKind::Item)
            && texts * ITEMS_A_TEXT >= items.len()
        {
            within.extend(items);
        }
    }
    within
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

    /// Whether the block is this name and nothing else.
    fn is_named(&self, name: Option<&str>) -> bool {
        name.is_some_and(|name| same(&self.small, &name.to_lowercase()))
    }

    /// Whether it tells who wrote the article, where it stands or when, or has no letters at all, for use before the body.
    fn is_head(&self, meta: &Meta) -> bool {
        let says_nothing = !self.is_heading && !self.small.contains(char::is_alphabetic);
        let line = self.small.trim_start_matches("by ");
        let names = meta.byline.as_deref().is_some_and(|byline| line.starts_with(&byline.to_lowercase()));
        self.words <= SENTENCE
            && !self.ends
            && (is_dated(&self.small)
                || names
                || self.small.starts_with("by ")
                || says_nothing
                || self.is_named(meta.site.as_deref()))
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
    let (a, b) = (letters(a), letters(b));
    !a.is_empty() && a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trimmed(lines: &[(&str, usize)]) -> Vec<String> {
        let part = |&(words, linked): &(&str, usize)| {
            let (kind, words) = match words.split_at_checked(2) {
                Some(("# ", heading)) => (BlockKind::Heading(2), heading),
                Some(("> ", quote)) => (BlockKind::Quote, quote),
                Some(("* ", item)) => (BlockKind::Item, item),
                _ => (BlockKind::Paragraph, words),
            };
            Part { kind, words: words.to_owned(), linked }
        };
        let meta = Meta {
            title: Some("The Dam Held".to_owned()),
            byline: Some("Ida Thorne".to_owned()),
            site: Some("The Marrow Post".to_owned()),
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
            ("| The Marrow Post", 0),
            ("1 / 5", 0),
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
    fn links_of_a_text_stay() {
        let lines = [
            (BODY, 0),
            ("# “The Marrow Dam”", 20),
            (BODY, 0),
            ("* The log of the night", 20),
            ("* The list, which Crane keeps in a drawer.", 4),
        ];
        assert_eq!(trimmed(&lines).len(), lines.len());
        let others = [
            (BODY, 0),
            ("# Who pays for the dam?", 21),
            ("* The log of the night", 20),
            ("* The list of the drowned", 23),
            (BODY, 0),
            ("# What the mayor said at noon, and what she did not", 48),
            (BODY, 0),
        ];
        assert_eq!(trimmed(&others), [BODY, BODY, BODY]);
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
