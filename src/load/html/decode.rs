use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A page's encoding stands in its first bytes.
const HEAD: usize = 4096;

/// The text of a page's bytes: by its byte order mark, as UTF-8 when it is that, by the charset that it came with or names, else by
/// what its bytes look like. Bytes that have no meaning become U+FFFD. With it, the name of the encoding when it is a guess.
pub(in crate::load) fn decode<'a>(
    bytes: &'a [u8],
    charset: Option<&str>,
) -> (Cow<'a, str>, Option<&'static str>) {
    let named = || charset.and_then(label).or_else(|| in_meta(bytes));
    let told = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => Some(encoding),
        None if !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() => Some(UTF_8),
        None => named(),
    };
    let encoding = told.unwrap_or_else(|| guess(bytes));
    (encoding.decode(bytes).0, told.is_none().then_some(encoding.name()))
}

fn label(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.trim().as_bytes())
}

/// The encoding that a `meta` names. One that can be read there is not UTF-16.
fn in_meta(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let named = head.split("<meta").skip(1).find_map(|meta| {
        let (_, value) = meta.split('>').next()?.split_once("charset")?;
        let value = value.trim_start().strip_prefix('=')?.trim_start_matches(['"', '\'', ' ']);
        label(value.split(['"', '\'', ' ', ';', '/']).next()?)
    });
    named.map(|encoding| if encoding == UTF_16BE || encoding == UTF_16LE { UTF_8 } else { encoding })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> Cow<'a, str> {
        super::decode(bytes, charset).0
    }

    #[test]
    fn an_encoding_that_no_page_names_is_a_guess() {
        assert_eq!(super::decode(b"<p>d\xe9j\xe0 vu", None).1, Some("windows-1252"));
        assert_eq!(super::decode(b"<meta charset=latin1><p>d\xe9j\xe0 vu", None).1, None);
        assert_eq!(super::decode(b"\xef\xbb\xbfd", None).1, None);
    }

    #[test]
    fn pages_name_their_encoding_or_show_it() {
        assert_eq!(decode(b"\xef\xbb\xbfd\xc3\xa9", None), "dé");
        assert_eq!(decode(b"\xff\xfed\0\xe9\0", None), "dé");
        assert_eq!(decode(b"d\xc3\xa9", Some("iso-8859-1")), "dé");
        assert_eq!(decode(b"d\xe9", Some("iso-8859-1")), "dé");
        assert_eq!(decode(b"<meta charset=windows-1251>\xe4\xe0", None), "<meta charset=windows-1251>да");
        let old = b"<META http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>\xbe";
        assert!(decode(old, None).ends_with('ž'));
        assert!(
            decode(
                "été, forêt, garçon, où".encode_utf16().map(|u| u as u8).collect::<Vec<_>>().as_slice(),
                None
            )
            .contains("été")
        );
        assert_eq!(decode(b"", Some("no such thing")), "");
    }
}
