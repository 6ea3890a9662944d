use super::blocks::{Part, parts};
use super::margins::Margins;
use super::parse::parse;
use crate::load::BlockKind;
use dom_query::NodeRef;

/// `text` on one line: each run of white space is one space, a non-breaking space stays one.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in
        text.split(|c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}').filter(|w| !w.is_empty())
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// `text` on one line, when there are words.
pub(super) fn one(text: &str) -> Option<String> {
    Some(one_line(text)).filter(|line| !line.is_empty())
}

/// The words that an element shows, on one line, when there are any.
pub(super) fn shown(node: &NodeRef) -> Option<String> {
    let parts = parts(*node, &Margins::default().within(*node));
    let words: Vec<String> = parts.into_iter().map(|part| part.words).collect();
    one(&words.join(" "))
}

/// The letters and digits of a text, in small letters.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A value that may hold markup, as in scripts and attributes, on one line of plain text; nothing when there are no words.
pub(super) fn plain(value: &str) -> Option<String> {
    let line = if value.contains(['&', '<']) {
        let page = parse(value)?;
        one_line(&page.body()?.text())
    } else {
        one_line(value)
    };
    let line = line.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// The blocks of a text that is plain, a paragraph a line, or has markup.
pub(super) fn plain_parts(text: &str) -> Vec<Part> {
    let is_markup = ["</p>", "<br", "</div>", "</li>"].iter().any(|tag| text.contains(tag));
    if is_markup {
        let Some(page) = parse(text) else { return Vec::new() };
        return parts(page.root(), &Margins::default().within(page.root()));
    }
    let lines = text.lines().filter_map(plain);
    lines.map(|words| Part { kind: BlockKind::Paragraph, words, linked: 0 }).collect()
}

/// About how many words a text has: where a script has no spaces, two letters are one.
pub(super) fn count(text: &str) -> usize {
    let words = text.split_whitespace().count();
    let letters = text.chars().count();
    if letters > 12 * words { letters / 2 } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_white_space_go_once() {
        assert_eq!(plain(" Tide &amp; <b>tar</b>\n").as_deref(), Some("Tide & tar"));
        assert_eq!(plain("&amp;lt;").as_deref(), Some("&lt;"));
        assert_eq!(plain("<br>"), None);
        assert_eq!(one_line(" 3\u{a0}million \n tons"), "3\u{a0}million tons");
        assert_eq!((count("two words"), count("堤防は持ちこたえた。壁は高い。")), (2, 7));
    }
}
