//! Stray pieces at the end of a paragraph that translation and copying leave: `… on Friday. – Affected country.`

use crate::text::Span;

/// A piece has at most so many bytes.
const LONGEST: usize = 48;
/// The first words of such pieces: what a page says of a link or a picture.
const FIRST: [&str; 7] =
    ["affected", "recommended", "related", "featured", "sponsored", "embedded", "attached"];

/// The piece at the end of the paragraph `span`.
pub(super) fn at_end(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    if let Some(piece) = address(line) {
        return Some(Span::new(span.end - piece.len(), span.end));
    }
    let line = line.strip_suffix('.')?;
    let mut from = line.len().saturating_sub(LONGEST);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let tail = line.get(from..)?;
    // The bytes of the dashes: most lines have none.
    if !tail.as_bytes().windows(3).any(|bytes| matches!(bytes, [0xe2, 0x80, 0x93 | 0x94])) {
        return None;
    }
    let at = tail.rfind(['–', '—'])?;
    let before = tail.get(..at)?.trim_end();
    let words = tail.get(at..)?.trim_start_matches(['–', '—']);
    let mut given = words.split_whitespace();
    let first = given.next().filter(|_| words.starts_with(' '))?;
    let known = first.starts_with(char::is_uppercase) && FIRST.contains(&first.to_lowercase().as_str());
    let few = given.clone().count();
    let plain = given.all(|word| word.chars().all(char::is_lowercase));
    let after_sentence = before.ends_with(['.', '!', '?', '”']);
    (known && plain && (1..3).contains(&few) && after_sentence)
        .then(|| Span::new(span.start + from + at, span.end))
}

/// The address of a picture in a post, as its last word.
fn address(line: &str) -> Option<&str> {
    let last = line.rsplit(char::is_whitespace).next()?;
    (last.starts_with("pic.twitter.com/") || last.starts_with("pic.x.com/")).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(line: &str) -> Option<&str> {
        at_end(line, Span::new(0, line.len())).map(|span| span.of(line))
    }

    #[test]
    fn stray_pieces_are_cut_off() {
        assert_eq!(piece("It would answer, he said. – Affected country."), Some("– Affected country."));
        assert_eq!(piece("He affirmed. — Recommended video."), Some("— Recommended video."));
        assert_eq!(piece("No cheese. pic.twitter.com/x1Y2"), Some("pic.twitter.com/x1Y2"));
    }

    #[test]
    fn ends_of_sentences_stay() {
        for line in [
            "",
            ".",
            "–.",
            "It was warm. – That was the year of the fans, she says now.",
            "The dog ran – affected only a little.",
            "He left. – Tom.",
            "It stood. – Related by blood, they fought on.",
            "ééééééééééééééééééééééééééééééééééé– Affected country.",
        ] {
            assert_eq!(piece(line), None, "{line}");
        }
    }
}
