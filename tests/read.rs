//! Files as other programs make them, read into articles; and bytes that no program makes.
#![cfg(not(target_arch = "wasm32"))] // files
#![allow(clippy::unwrap_used, clippy::panic)] // a test may fail

use flate2::{Compression, write::DeflateEncoder};
use proptest::prelude::*;
use scarequote::load::table::articles;
use scarequote::load::{BlockKind, Content, Incoming, Kind, Problem, encoding, mhtml, pdf, zip};
use std::io::Write;
use std::path::{Path, PathBuf};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).unwrap()
}

/// What is in a file, PDF files being read at once.
fn open(name: &str, bytes: &[u8]) -> Result<Content, Problem> {
    match scarequote::load::open(name, bytes)? {
        Content::Pdf(bytes) => pdf(&bytes).map(|incoming| Content::Articles(vec![incoming])),
        content => Ok(content),
    }
}

fn read(name: &str) -> Vec<Incoming> {
    match open(name, &bytes(name)).unwrap() {
        Content::Articles(found) => found,
        Content::Table(table) => articles(&table, &table.guess()),
        _ => panic!("{name} is no article"),
    }
}

fn problem(name: &str, bytes: &[u8]) -> String {
    let Problem(reason) = open(name, bytes).unwrap_err();
    assert!(reason.ends_with('.') && reason.len() < 300, "{reason}");
    reason
}

const FERRY: &str = "The ferry at Grell sails again, harbour master Mira Toll said. “We waited,” she said.\n\nWhat changes\n\n\
    Two crossings a day\n\nNo lorries\n\nThe quay is sound.\n\nFare:\t3 crowns\nDogs: free  of charge";

#[test]
fn word_processors() {
    for name in ["writer.docx", "writer.odt", "writer.rtf"] {
        let found = &read(name)[0];
        assert_eq!(found.text, FERRY, "{name}");
        assert_eq!(found.meta.title.as_deref(), Some("Ferry runs again"), "{name}");
        assert_eq!(found.meta.byline.as_deref(), Some("Tessa Quill"), "{name}");
        assert!(found.meta.date.as_deref().unwrap().starts_with("2031-04-02"), "{name}");
        let kinds: Vec<BlockKind> = found.blocks.iter().map(|block| block.kind).collect();
        use BlockKind::{Heading, Item, Paragraph, Quote};
        assert_eq!(kinds, [Paragraph, Heading(2), Item, Item, Quote, Paragraph], "{name}");
    }
}

const PANDOC: &str = "The ferry at Grell sails again, harbour master Mira Toll said on Monday. “We waited long enough,” she told the \
    town council.\n\nWhat changes\n\nTwo crossings a day\n\nNo lorries before noon\n\nThe quay is sound. – Harbour report\n\n\
    It costs 3 crowns. The mayor, Odo Brandt, called it “a good day”.";

#[test]
fn pandoc_and_markdown() {
    for name in ["ferry.md", "pandoc.docx", "pandoc.odt"] {
        let found = &read(name)[0];
        assert_eq!(found.text, PANDOC, "{name}");
        let meta = &found.meta;
        assert_eq!(
            (meta.title.as_deref(), meta.byline.as_deref(), meta.date.as_deref()),
            (Some("Ferry runs again"), Some("Tessa Quill"), Some("2031-04-02")),
            "{name}"
        );
    }
    // It has no styles: what stands above the text stays there.
    assert_eq!(
        read("pandoc.rtf")[0].text,
        format!("Ferry runs again\n\nTessa Quill\n\n2031-04-02\n\n{PANDOC}")
    );
}

#[test]
fn chapters_of_a_book() {
    let found = read("courier.epub");
    let texts: Vec<(&str, &str)> =
        found.iter().map(|a| (a.meta.title.as_deref().unwrap_or_default(), a.text.as_str())).collect();
    let ferry = "The ferry sails again, harbour master Mira Toll said.\n\nThe quay is sound.";
    let lamp = "The lamp at Cape Orm is lit. “It burns,” said keeper Ivo Sand.\n\nOil for a month";
    assert_eq!(texts, [("Ferry runs again", ferry), ("Lamp lit", lamp)]);
    assert_eq!(found[0].meta.site.as_deref(), Some("The Grell Courier"));
}

const PAPER: [&str; 6] = [
    "Ferry runs again",
    "The international ferry at Grell sails again after extraordinary repairs, harbour master Mira Toll announced on Monday. “We \
     waited considerably longer than anybody anticipated,” she told representatives of neighbouring communities.",
    "Passengers congratulated the administration. Transportation organisations, which had repeatedly complained about \
     unsatisfactory communication, acknowledged the improvements and recommended a comprehensive investigation.",
    "Odo Brandt, the mayor, characterised the refurbishment as “an overwhelmingly encouraging development” for the municipality. \
     Independent observers were considerably less enthusiastic about the expenditure.",
    "The well-known lighthouse keeper Ivo Sand said that preliminary measurements had demonstrated the underwater foundations to be \
     satisfactory. Additional examinations are anticipated throughout September.",
    "Responsibility for maintenance remains with the regional administration, according to documentation published by the harbour \
     authority. Nobody was immediately available for clarification.",
];

#[test]
fn pages_of_paper() {
    for name in ["column.pdf", "columns.pdf", "owner.pdf"] {
        let found = &read(name)[0];
        assert_eq!(found.text, PAPER.join("\n\n"), "{name}");
        assert!(matches!(found.blocks[0].kind, BlockKind::Heading(_)), "{name}");
    }
}

#[test]
fn texts_in_other_encodings() {
    let cases = [
        ("windows-1252.txt", "windows-1252", "Die Fähre fährt wieder, sagte die Hafenmeisterin Mira Töll"),
        ("utf-16.txt", "UTF-16LE", "The ferry sails again – Mira Toll said."),
        ("utf-16-unmarked.txt", "UTF-16LE", "The ferry sails again, Mira Toll said on Monday."),
        (
            "shift-jis.txt",
            "Shift_JIS",
            "渡し船は月曜日に再び運航を始めた。港長のミラ・トルは「長い間待っていた」と語った。",
        ),
        ("koi8-r.txt", "KOI8-U", "Паром в Грелле снова ходит"),
    ];
    for (name, encoding, begins) in cases {
        let decoded = encoding::decode(&bytes(name)).unwrap();
        assert_eq!(decoded.encoding, encoding, "{name}");
        assert!(decoded.text.starts_with(begins), "{name}: {}", decoded.text);
        assert_eq!(read(name)[0].text, decoded.text);
    }
    assert!(encoding::decode_as(&bytes("koi8-r.txt"), "koi8-r").unwrap().text.starts_with("Паром"));
}

#[test]
fn tables_of_articles() {
    for name in ["articles.csv", "articles.tsv", "articles.json", "articles.jsonl"] {
        let found = read(name);
        assert_eq!(found.len(), 2, "{name}");
        assert_eq!(found[0].meta.title.as_deref(), Some("Ferry runs again"), "{name}");
        assert!(found[0].text.starts_with("The ferry at Grell sails again"), "{name}");
    }
    assert_eq!(read("articles.csv")[0].blocks.len(), 2);
    assert_eq!(read("articles.jsonl")[1].meta.address.as_deref(), Some("https://example.org/lamp"));
}

#[test]
fn a_saved_page() {
    let page = mhtml(&bytes("page.mhtml")).unwrap();
    assert!(
        page.contains("<p>The ferry at Grell sails again – “at last”, harbour master Mira Toll said.</p>"),
        "{page}"
    );
}

#[test]
fn an_archive() {
    let names: Vec<String> = zip(&bytes("papers.zip")).unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["ferry.md", "writer.docx"]);
}

#[test]
fn locked_and_scanned_files_say_so() {
    for name in ["locked.docx", "locked.odt", "locked.pdf", "locked.zip"] {
        assert!(problem(name, &bytes(name)).contains("password"), "{name}");
    }
    assert!(problem("scan.pdf", &bytes("scan.pdf")).contains("OCR"));
    assert!(problem("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").contains(".docx"));
    assert!(problem("x.png", b"\x89PNG\r\n\x1a\n").contains("picture"));
}

#[test]
fn empty_and_cut_files_are_refused_in_words() {
    for path in files() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let whole = std::fs::read(&path).unwrap();
        // A page is not read yet when it is opened.
        if !matches!(Kind::of(name, b""), Kind::Html | Kind::Mhtml) {
            problem(name, b"");
        }
        if matches!(Kind::of(name, &whole), Kind::Docx | Kind::Odt | Kind::Epub | Kind::Zip) {
            problem(name, &whole[..whole.len() / 2]);
        }
    }
    problem("cut.pdf", &bytes("column.pdf")[..3000]);
    problem("cut.rtf", b"{\\rtf1\\ansi");
    problem("cut.json", b"[{\"text\": \"The fe");
}

#[test]
fn every_cut_and_every_changed_byte_ends() {
    for path in files() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let whole = std::fs::read(&path).unwrap();
        // To try a key takes a while.
        let tries = if name == "locked.pdf" || name == "owner.pdf" { 4 } else { 40 };
        let step = whole.len() / tries + 1;
        for at in (0..whole.len()).step_by(step) {
            let _ = open(name, &whole[..at]);
            let mut changed = whole.clone();
            changed[at] ^= 0x55;
            let _ = open(name, &changed);
        }
    }
}

/// An archive with one packed file.
fn packed(name: &str, chunk: &[u8], times: usize) -> Vec<u8> {
    let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
    let (mut entry, config) =
        archive.new_file(name).compression_method(rawzip::CompressionMethod::DEFLATE).start().unwrap();
    let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
    for _ in 0..times {
        writer.write_all(chunk).unwrap();
    }
    let (encoder, descriptor) = writer.finish().unwrap();
    encoder.finish().unwrap();
    entry.finish(descriptor).unwrap();
    archive.finish().unwrap()
}

#[test]
fn bombs_and_towers_end() {
    let bomb = packed("a.txt", &vec![b' '; 1 << 20], 513);
    assert!(bomb.len() < 8 << 20);
    assert!(problem("bomb.zip", &bomb).contains("512 MB"));
    let deep = "<w:p>".repeat(1_000_000);
    problem("deep.docx", &packed("word/document.xml", deep.as_bytes(), 1));
    let _ = open("deep.json", "[".repeat(1_000_000).as_bytes());
    let _ = open("deep.rtf", format!("{{\\rtf1{}", "{".repeat(1_000_000)).as_bytes());
    let _ = open("deep.md", "> ".repeat(20_000).as_bytes());
    let _ = open("deep.md", "[".repeat(100_000).as_bytes());
}

#[test]
fn huge_files_are_read() {
    let line =
        "<w:p><w:r><w:t>The ferry at Grell sails again, harbour master Mira Toll said.</w:t></w:r></w:p>";
    let huge = packed("word/document.xml", line.repeat(1000).as_bytes(), 100);
    let Content::Articles(found) = open("huge.docx", &huge).unwrap() else { panic!() };
    assert_eq!(found[0].blocks.len(), 100_000);
    let text = "The ferry at Grell sails again.\n\n".repeat(300_000);
    let Content::Articles(found) = open("huge.txt", text.as_bytes()).unwrap() else { panic!() };
    assert_eq!(found[0].blocks.len(), 300_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_end(which in 0..9_usize, rest in prop::collection::vec(any::<u8>(), 0..2000)) {
        let starts: [&[u8]; 9] = [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1", b"MIME-Version: 1.0\nContent-Type: multipart/related", b"[{", b"# ", b"\xff\xfe", b"a,b\n"];
        for name in ["a", "a.md", "a.csv", "a.json", "a.pdf", "a.docx", "a.mhtml"] {
            let _ = open(name, &[starts[which], &rest].concat());
        }
    }

    #[test]
    fn any_changes_end(at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), which in any::<prop::sample::Index>()) {
        let files = files();
        let path = which.get(&files);
        let mut bytes = std::fs::read(path).unwrap();
        for (index, byte) in at {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(Content::Articles(found)) = open(path.to_str().unwrap(), &bytes) {
            for article in found {
                for block in &article.blocks {
                    prop_assert!(!block.span.of(&article.text).trim().is_empty());
                }
            }
        }
    }
}
