use crate::document::Article;

/// The article in the bytes of a plain text file named `name`.
///
/// The text is UTF-8, with or without a byte order mark, or UTF-16 with one. Line ends become `\n`; nothing else changes.
///
/// # Errors
/// A sentence that says why it is no text.
pub fn plain_text(name: &str, bytes: &[u8]) -> Result<Article, String> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    let text = text.filter(|text| !text.contains('\0'));
    let text =
        text.ok_or(format!("{name} is not a text file in UTF-8 or UTF-16. Save it as UTF-8 and try again."))?;
    let mut article = Article::new(&text);
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).clone_into(&mut article.about.title);
    Ok(article)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks();
    if !rest.is_empty() {
        return None;
    }
    String::from_utf16(&pairs.iter().copied().map(unit).collect::<Vec<_>>()).ok()
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
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\xff\xfe\x00"[..], b"\x89PNG\r\n", b"a\0b", b"\xfe\xff\xd8\x00"] {
            assert!(plain_text("x", bytes).is_err());
        }
    }
}
