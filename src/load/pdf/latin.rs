//! The letters of texts that are neither Unicode nor have a table of their own.
//!
//! Not by `encoding_rs`: it brings the tables of every encoding, a third of what a page loads for a PDF.

/// The letters of Windows-1252 from 0x80 on that differ from Latin-1.
const ODD: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The letter that a byte stands for in Windows-1252.
pub(super) fn letter(byte: u8) -> char {
    match byte {
        0x80..=0x9f => ODD.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::from(byte)),
        _ => char::from(byte),
    }
}

/// A text in UTF-16 or UTF-8 with a byte order mark; else in Windows-1252.
pub(super) fn text(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (units, _) = bytes.as_chunks::<2>();
        String::from_utf16_lossy(&units.iter().map(|two| unit(*two)).collect::<Vec<u16>>())
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| letter(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_as_in_windows_1252() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(text(&all), encoding_rs::WINDOWS_1252.decode_without_bom_handling(&all).0);
    }

    #[test]
    fn a_mark_tells_unicode() {
        assert_eq!(text(b"\xfe\xff\0F\xd8\x34\xdd\x1e"), "F𝄞");
        assert_eq!(text(b"\xff\xfeF\0"), "F");
        assert_eq!(text(b"\xef\xbb\xbf\xc3\xa9"), "é");
    }
}
