//! What kind of file the bytes are.

/// A format that is read, or why it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page saved as one file.
    Mhtml,
    /// A Word file.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// An e-book.
    Epub,
    /// Rich text.
    Rtf,
    /// PDF.
    Pdf,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// JSON Lines.
    JsonLines,
    /// JSON.
    Json,
    /// An archive of files.
    Zip,
    /// A Word file with a password.
    Locked,
    /// A file of an old Office program, such as `.doc`.
    OldOffice,
    /// A picture, a sound, a film or a program.
    Binary,
}

impl Kind {
    /// Its bytes are letters in some encoding.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Markdown | Self::Html | Self::Csv | Self::Tsv | Self::JsonLines | Self::Json
        )
    }

    /// The kind of the file `name` that begins with `bytes` (all of them are better, for an archive): by its bytes first, as the
    /// ending of a name lies often.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let start = bytes.get(..4096).unwrap_or(bytes);
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        let begins = |signs: &[&[u8]]| signs.iter().any(|sign| start.starts_with(sign));
        if begins(&[b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]) {
            return packed(bytes);
        }
        if begins(&[b"%PDF-"]) || find(start.get(..1024).unwrap_or(start), b"%PDF-") {
            return Self::Pdf;
        }
        if begins(&[b"{\\rtf"]) {
            return Self::Rtf;
        }
        if begins(&[b"\xd0\xcf\x11\xe0"]) {
            let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            return if find(bytes, &package) { Self::Locked } else { Self::OldOffice };
        }
        let binary: [&[u8]; 14] = [
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"RIFF",
            b"ID3",
            b"OggS",
            b"\x7fELF",
            b"\x1f\x8b",
            b"7z\xbc\xaf",
            b"Rar!",
            b"BZh",
            b"\x00asm",
            b"II*\0",
            b"MM\0*",
        ];
        if begins(&binary) {
            return Self::Binary;
        }
        let lower = start.to_ascii_lowercase();
        if find(&lower, b"mime-version:") && find(&lower, b"multipart/related") {
            return Self::Mhtml;
        }
        if [&b"<!doctype html"[..], b"<html", b"<head", b"<body"].iter().any(|sign| lower.starts_with(sign))
            || (lower.starts_with(b"<?xml") && find(&lower, b"<html"))
        {
            return Self::Html;
        }
        match ending.as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "mhtml" | "mht" => Self::Mhtml,
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "jsonl" | "ndjson" => Self::JsonLines,
            "json" => Self::Json,
            // Cut off before its first bytes.
            "pdf" if !bytes.is_empty() => Self::Pdf,
            "docx" if !bytes.is_empty() => Self::Docx,
            "odt" if !bytes.is_empty() => Self::Odt,
            "epub" if !bytes.is_empty() => Self::Epub,
            _ => Self::Text,
        }
    }
}

/// What an archive is, by the files in it; by their names in the clear where the archive is cut off.
fn packed(bytes: &[u8]) -> Kind {
    let start = bytes.get(..1024).unwrap_or(bytes);
    if find(start, b"application/epub+zip") {
        return Kind::Epub;
    }
    if find(start, b"application/vnd.oasis.opendocument.text") {
        return Kind::Odt;
    }
    let holds = |wanted: &str| match super::archive::Archive::open(bytes) {
        Ok(archive) => archive.names.iter().any(|name| name == wanted),
        Err(_) => find(bytes, wanted.as_bytes()),
    };
    [("word/document.xml", Kind::Docx), ("META-INF/container.xml", Kind::Epub), ("content.xml", Kind::Odt)]
        .into_iter()
        .find(|(name, _)| holds(name))
        .map_or(Kind::Zip, |(_, kind)| kind)
}

fn find(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_go_before_names() {
        let cases = [
            ("a.txt", &b"%PDF-1.7"[..], Kind::Pdf),
            ("a.doc", b"{\\rtf1", Kind::Rtf),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
            ("a.txt", b" <!DOCTYPE HTML><p>", Kind::Html),
            ("a.md", b"# A", Kind::Markdown),
            ("a.CSV", b"a,b", Kind::Csv),
            ("a", b"PK\x03\x04 word/document.xml", Kind::Docx),
            ("a.docx", b"PK\x05\x06", Kind::Zip),
            ("a.jpg", b"\xff\xd8\xff\xe0", Kind::Binary),
            ("a", b"", Kind::Text),
        ];
        for (name, bytes, kind) in cases {
            assert_eq!(Kind::of(name, bytes), kind, "{name}");
        }
    }
}
