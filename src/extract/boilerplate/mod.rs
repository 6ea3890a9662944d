//! What is not part of the article: menus, bylines and dates, links to other articles, forms, credits, notices.
//!
//! A line is taken as a whole. Most are told by the rules of `rules/`, each by its first or last word, some by their shape. What is
//! too common to tell alone is told by the lines beside it. Linear: a line is looked at up to a fixed length.

mod author;
mod byline;
mod context;
mod credit;
mod dates;
mod fragment;
mod rule;
mod rules;
mod words;

use super::findings::Boilerplate;
use crate::text::{Span, paragraphs};
use context::{Kind, Line};
pub(crate) use credit::opens as opens_credit;
use rule::Force;

/// Lines of an article that end unlike a sentence are shorter.
const PARAGRAPH: usize = 140;

/// The boilerplate of `text`, in order.
pub(crate) fn find(text: &str) -> Vec<Boilerplate> {
    let mut lines: Vec<Line> = paragraphs(text).map(|span| read(text, span)).collect();
    context::settle(&mut lines, text);
    let aside = |line: &Line| match line.kind {
        Kind::Aside => Some(Boilerplate { span: line.span, reason: line.reason.to_owned() }),
        Kind::Prose | Kind::Short => {
            fragment::at_end(text, line.span).map(|span| Boilerplate { span, reason: "fragment".to_owned() })
        }
        _ => None,
    };
    lines.iter().filter_map(aside).collect()
}

/// What the line `span` is by itself.
fn read(text: &str, span: Span) -> Line {
    let words = span.of(text);
    let line = |kind, reason| Line { span, kind, reason, heads: false };
    let by_force = |reason, force| match force {
        Force::Full => line(Kind::Aside, reason),
        Force::Heading => Line { heads: true, ..line(Kind::Aside, reason) },
        Force::Weak => line(Kind::Weak, reason),
        Force::Head => line(Kind::Head, reason),
    };
    if words.len() <= rules::LONGEST {
        let rule = rules::fitting(words);
        if let Some(rule) = rule.filter(|rule| rule.force != Force::Weak) {
            return by_force(rule.reason, rule.force);
        }
        if let Some((reason, force)) = dates::reason(words) {
            return by_force(reason, force);
        }
        if let Some(force) = byline::force(words) {
            return by_force("byline", force);
        }
        if let Some(rule) = rule {
            return by_force(rule.reason, rule.force);
        }
        if is_trail(words) {
            return line(Kind::Aside, "menu");
        }
        if credit::ends_with_one(words) {
            return line(Kind::Aside, "photo credit");
        }
        if byline::is_name(words) {
            return line(Kind::Name, "byline");
        }
    }
    let sentence = words.len() > PARAGRAPH || words.ends_with(['.', '!', '?', '”', '"', '’']);
    line(if sentence { Kind::Prose } else { Kind::Short }, "")
}

/// Whether `line` says where in the site a page is: `News > Ostrel > Wexcombe`.
fn is_trail(line: &str) -> bool {
    let steps = || line.split(['>', '»', '›']);
    line.len() <= 120
        && !words::stops(line)
        && steps().take(3).count() > 2
        && steps().all(|step| step.trim().starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is set aside, each with its reason: `Leave a Reply/comment form`.
    fn aside(text: &str) -> Vec<String> {
        find(text).into_iter().map(|b| format!("{}/{}", b.span.of(text), b.reason)).collect()
    }

    #[test]
    fn lines_of_the_page_are_set_aside() {
        assert_eq!(aside("Post a comment"), ["Post a comment/comment form"]);
        assert_eq!(aside("News > Ostrel > Wexcombe"), ["News > Ostrel > Wexcombe/menu"]);
        assert_eq!(aside("It fell, he said. – Affected country."), ["– Affected country./fragment"]);
        assert_eq!(aside("Home\nNews\nSport\nBridge falls\nIt fell.").len(), 3);
    }

    #[test]
    fn what_stands_around_a_line_tells_what_it_is() {
        let page = "Bridge falls\nMira Toll\nMay 4, 2021\nIt fell at noon.\nNobody was hurt.";
        assert_eq!(aside(page), ["Mira Toll/byline", "May 4, 2021/date line"]);
        assert!(aside("Mira Toll\nIt fell at noon.\nMay 4, 2021\nIt stood.\nMira Toll").is_empty());
        let page = "Bridge falls\nIt fell.\nMost read\n1\nGoat elected\n2\nBear visits bakery?";
        assert_eq!(aside(page).len(), 5);
        assert_eq!(
            aside("Bridge falls\nIt fell.\nRead next\nHow it began\nIt rained."),
            ["Read next/related link"]
        );
        assert_eq!(aside("Up next:\nBridge falls\nBy Mira Toll\nIt fell.").len(), 2);
        assert!(aside("A poem ends it.\nLive, said the wind,\nLive\nand I lived.\nNobody spoke.").is_empty());
    }

    #[test]
    fn any_text_is_read() {
        for text in ["", "\n", "©", "“", "– ", "N", "…", "by", "é".repeat(500).as_str(), "(\n)\n>\n/"]
        {
            let _ = find(text);
        }
        let bytes: String = (0..20_000_u32).filter_map(|n| char::from_u32(n * 37 % 0x3000)).collect();
        let _ = find(&bytes);
        let _ = find(&bytes.replace(' ', "\n"));
    }
}
