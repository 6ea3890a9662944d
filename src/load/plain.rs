use super::encoding::decode;
use super::{BlockKind, Incoming, Problem};
use crate::document::Article;

/// The article in the bytes of a plain text file named `name`.
///
/// The encoding is detected. Line ends become `\n`; nothing else changes.
///
/// # Errors
/// A sentence that says why it is no text.
pub fn plain_text(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let decoded = decode(bytes).map_err(|Problem(reason)| format!("{name}: {reason}"))?;
    let mut article = Article::new(&decoded.text);
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).clone_into(&mut article.about.title);
    Ok(article)
}

/// The article in a plain text. The text is kept as it is but for its line ends; its blocks are what empty lines part, or, where
/// there is no empty line, the lines.
pub fn text(text: &str) -> Incoming {
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    let parted = text.trim().lines().any(|line| line.trim().is_empty());
    let mut incoming = Incoming::default();
    let mut open: Option<std::ops::Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        at += line.len();
        if start >= end {
            incoming.mark(open.take());
        } else if parted {
            open = Some(open.map_or(start, |range| range.start)..end);
        } else {
            incoming.mark(Some(start..end));
        }
    }
    incoming.mark(open);
    incoming.text = text;
    incoming
}

impl Incoming {
    fn mark(&mut self, range: Option<std::ops::Range<usize>>) {
        let block = |range: std::ops::Range<usize>| super::Block {
            span: crate::text::Span::new(range.start, range.end),
            kind: BlockKind::Paragraph,
        };
        self.blocks.extend(range.map(block));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_the_usual_encodings() {
        let read =
            |bytes: &[u8]| plain_text("a/Ferry.old.txt", bytes).map(|a| (a.about.title, a.text.to_string()));
        let expected = Ok(("Ferry.old".to_owned(), "é𝄞\n".to_owned()));
        assert_eq!(read("é𝄞\r\n".as_bytes()), expected);
        assert_eq!(read("\u{feff}é𝄞\n".as_bytes()), expected);
        let units = "\u{feff}é𝄞\n".encode_utf16();
        assert_eq!(read(&units.clone().flat_map(u16::to_le_bytes).collect::<Vec<_>>()), expected);
        assert_eq!(read(&units.flat_map(u16::to_be_bytes).collect::<Vec<_>>()), expected);
        assert!(plain_text("x", b"a\0b").unwrap_err().starts_with("x: "));
    }

    #[test]
    fn blocks_are_parted_by_empty_lines_or_else_by_lines() {
        let blocks = |words: &str| {
            let incoming = text(words);
            incoming.blocks.iter().map(|block| block.span.of(&incoming.text).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(blocks(" a\nb\r\n \n\nc\n"), ["a\nb", "c"]);
        assert_eq!(blocks("a\n b\n"), ["a", "b"]);
        assert_eq!(blocks("\n \n"), Vec::<String>::new());
    }
}
