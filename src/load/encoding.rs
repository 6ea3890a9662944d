//! Bytes to text, whatever the encoding.

use super::Problem;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The encodings to offer when a guess is wrong, those that are guessed among them: the label for [`decode_as`], then the words for the
/// screen.
pub const ENCODINGS: [(&str, &str); 31] = [
    ("utf-8", "Unicode"),
    ("utf-16le", "Unicode, two bytes a letter, little end first"),
    ("utf-16be", "Unicode, two bytes a letter, big end first"),
    ("windows-1252", "Western European"),
    ("iso-8859-15", "Western European with the euro sign"),
    ("macintosh", "Western European of older Macs"),
    ("windows-1250", "Central European"),
    ("iso-8859-2", "Central European"),
    ("windows-1257", "Baltic"),
    ("iso-8859-13", "Baltic"),
    ("iso-8859-4", "Northern European"),
    ("windows-1251", "Cyrillic"),
    ("koi8-r", "Cyrillic"),
    ("koi8-u", "Cyrillic, Ukrainian"),
    ("iso-8859-5", "Cyrillic"),
    ("ibm866", "Cyrillic of DOS"),
    ("windows-1253", "Greek"),
    ("iso-8859-7", "Greek"),
    ("windows-1254", "Turkish"),
    ("windows-1255", "Hebrew"),
    ("iso-8859-8", "Hebrew"),
    ("windows-1256", "Arabic"),
    ("iso-8859-6", "Arabic"),
    ("windows-1258", "Vietnamese"),
    ("windows-874", "Thai"),
    ("shift_jis", "Japanese"),
    ("euc-jp", "Japanese"),
    ("iso-2022-jp", "Japanese"),
    ("gbk", "Chinese, simplified"),
    ("big5", "Chinese, traditional"),
    ("euc-kr", "Korean"),
];

/// A text, and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark; line ends are left as they are.
    pub text: String,
    /// The name of the encoding in the Encoding Standard: `UTF-8`, `windows-1252`.
    pub encoding: &'static str,
    /// Neither a byte order mark nor the bytes themselves tell the encoding for sure.
    pub guessed: bool,
}

/// So many bytes are enough to tell an encoding.
const SAMPLE: usize = 256 * 1024;

/// The text in `bytes`: the byte order mark says the encoding, or the bytes are UTF-8 or UTF-16, or else it is guessed from how the
/// letters follow each other.
///
/// # Errors
/// The bytes are no text: a picture, a program, a damaged file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(bytes.get(mark..).unwrap_or_default(), encoding, false);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return with(bytes, encoding, true);
    }
    if binary(bytes) {
        return Err(no_text());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), encoding: UTF_8.name(), guessed: false });
    }
    let sample = bytes.get(..SAMPLE);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample.unwrap_or(bytes), sample.is_none());
    with(bytes, detector.guess(None, Utf8Detection::Deny), true)
}

/// The text in `bytes`, read in the encoding with this label; letters that it does not have become �.
///
/// # Errors
/// There is no such encoding.
pub fn decode_as(bytes: &[u8], label: &str) -> Result<Decoded, Problem> {
    let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| {
        Problem(format!("There is no encoding “{label}”. Write windows-1252 or koi8-r, for one."))
    })?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed: false })
}

fn with(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Result<Decoded, Problem> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    // A slip or two is a slip; a text full of them is none.
    let slips = if damaged { text.matches('\u{fffd}').count() } else { 0 };
    if text.contains('\0') || slips * 20 > text.len() {
        return Err(no_text());
    }
    Ok(Decoded { text: text.into_owned(), encoding: encoding.name(), guessed })
}

fn no_text() -> Problem {
    Problem(
        "The file holds no text that can be read: it is damaged, or of another kind. Choose another file."
            .to_owned(),
    )
}

/// UTF-16 without a byte order mark: every other byte of most of its letters is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let (units, rest) = bytes.get(..SAMPLE).unwrap_or(bytes).as_chunks::<2>();
    if units.is_empty() || !rest.is_empty() {
        return None;
    }
    let few = units.len() / 50;
    let [high, low] = [0, 1].map(|at| units.iter().filter(|unit| unit.get(at) == Some(&0)).count());
    let many = units.len() / 2;
    match (high, low) {
        (high, low) if low > many && high <= few => Some(UTF_16LE),
        (high, low) if high > many && low <= few => Some(UTF_16BE),
        _ => None,
    }
}

/// Control characters that no text has.
fn binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let odd = sample.iter().filter(|&&byte| matches!(byte, 1..=7 | 14..=26 | 28..=31)).count();
    bytes.contains(&0)
        || odd * 50 > sample.len()
        || bytes.starts_with(b"\x89PNG")
        || bytes.starts_with(b"\xff\xd8\xff")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_encoding_exists() {
        for (label, _) in ENCODINGS {
            assert_eq!(Encoding::for_label(label.as_bytes()).unwrap().name().to_lowercase(), label);
        }
        assert!(decode_as(b"a", "latin-seventeen").is_err());
    }

    #[test]
    fn what_the_bytes_do_not_tell_is_a_guess() {
        let guessed = |bytes: &[u8]| decode(bytes).unwrap().guessed;
        assert!(guessed(b"\x93We wait\x94, she said"));
        assert!(guessed(b"T\0h\0e\0"));
        assert!(!guessed("é".as_bytes()) && !guessed(b"\xff\xfe\xe9\0") && !guessed(b"a"));
    }

    #[test]
    fn the_encoding_is_told_by_the_bytes() {
        let told = |bytes: &[u8]| decode(bytes).map(|decoded| (decoded.text, decoded.encoding)).unwrap();
        assert_eq!(told("é𝄞".as_bytes()), ("é𝄞".to_owned(), "UTF-8"));
        assert_eq!(told(b"\xef\xbb\xbfa"), ("a".to_owned(), "UTF-8"));
        let units = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        assert_eq!(told(&units("\u{feff}é𝄞")), ("é𝄞".to_owned(), "UTF-16BE"));
        assert_eq!(told(&units("The ferry")), ("The ferry".to_owned(), "UTF-16BE"));
        assert_eq!(told(b"\x93We wait\x94, she said"), ("“We wait”, she said".to_owned(), "windows-1252"));
        assert_eq!(decode_as(b"\x93We", "macintosh").unwrap().text, "ìWe");
        assert_eq!(told(b""), (String::new(), "UTF-8"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\xff\xfe\x00"[..], b"\x89PNG\r\n", b"a\0b", b"\xfe\xff\xd8\x00", b"\x01\x02\x03\x04"]
        {
            assert!(decode(bytes).is_err(), "{bytes:?}");
        }
    }
}
