//! What the reader of web pages makes of our own pages: `tests/pages/NAME/source.html` must give `expected.txt` and
//! `expected-metadata.json`, or the problem in `expected-problem.txt`. `UPDATE_SNAPSHOT=1 cargo test --test pages` writes them anew.
#![cfg(not(target_arch = "wasm32"))] // files
#![allow(clippy::unwrap_used, clippy::panic)] // a test may fail

use proptest::prelude::*;
use scarequote::load::{Block, BlockKind, Incoming, Meta, html, html_text};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// A page that takes longer, in a build that is not optimised, is read in more than linear time.
const LONG: Duration = Duration::from_secs(20);

fn kind(block: &Block) -> String {
    match block.kind {
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::Heading(level) => format!("heading {level}"),
        BlockKind::Item => "item".to_owned(),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
    }
}

fn metadata(incoming: &Incoming) -> String {
    let Meta { title, byline, date, site, language, address, caption } = &incoming.meta;
    let value = serde_json::json!({
        "title": title, "byline": byline, "date": date, "site": site, "language": language, "address": address,
        "caption": caption, "blocks": incoming.blocks.iter().map(kind).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&value).unwrap() + "\n"
}

/// Compares what there is now with what a file says, or writes it.
fn check(file: &Path, now: Option<&str>) {
    if env::var_os("UPDATE_SNAPSHOT").is_some() {
        match now {
            Some(now) => fs::write(file, now).unwrap(),
            None => drop(fs::remove_file(file)),
        }
        return;
    }
    let expected = fs::read_to_string(file).ok();
    assert_eq!(now, expected.as_deref(), "{} says something else", file.display());
}

#[test]
fn pages_give_what_is_expected() {
    let folders: Vec<_> = fs::read_dir("tests/pages")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    assert!(folders.len() >= 8);
    for folder in folders {
        let read = html(&fs::read(folder.join("source.html")).unwrap(), None);
        let incoming = read.as_ref().ok();
        let text = incoming.map(|incoming| incoming.text.clone() + "\n");
        check(&folder.join("expected.txt"), text.as_deref());
        check(&folder.join("expected-metadata.json"), incoming.map(metadata).as_deref());
        let problem = read.as_ref().err().map(|problem| format!("{problem}\n"));
        check(&folder.join("expected-problem.txt"), problem.as_deref());
    }
}

/// Elements within elements, in all ways that have made readers slow or deep.
#[test]
fn no_page_is_too_deep() {
    let words = "<p>The wall at Marrow stood for a hundred years before the sea came through it, the council said.</p>";
    let formatting: String = (0..20_000).map(|n| format!("<b id={n}>")).collect();
    let pages = [
        "<div>".repeat(200_000) + words,
        "<div>".repeat(100_000) + words + &"</div>".repeat(100_000),
        "<div><table><tr><td></div></td></table>".repeat(8_000) + words,
        "<template>".repeat(50_000) + words,
        "<svg>".repeat(50_000) + words,
        "<ul><li>".repeat(30_000) + words,
        "<b><i><a>".repeat(20_000) + words,
        formatting.clone() + &"<p>".repeat(30_000) + words,
        (0..15_000).map(|n| format!("<p><b id={n}></p>")).collect::<String>() + words,
        "<table>".repeat(20_000) + words,
        "<blockquote>".repeat(20_000) + words,
        "<select><option>".repeat(15_000) + words,
        format!("<script type=application/ld+json>{}</script>{words}", "[".repeat(500_000)),
        "<".repeat(200_000) + words,
        "</p>".repeat(50_000) + words,
        "<a".repeat(100_000) + ">" + words,
        "&lt;".repeat(50_000) + words,
        "<!--".repeat(50_000) + words,
        format!("<div {}>{words}", (0..100_000).map(|n| format!("a{n}=1 ")).collect::<String>()),
    ];
    for page in pages {
        let start = Instant::now();
        let read = html_text(&page);
        let took = start.elapsed();
        let begin: String = page.chars().take(60).collect();
        if env::var_os("SHOW_TIMES").is_some() {
            println!("{took:>10.1?}  {}  {begin}", read.is_ok());
        }
        assert!(took < LONG, "{took:?}: {begin}");
        assert!(read.is_ok_and(|read| !read.text.contains("<div")) || !page.starts_with("<div>"), "{begin}");
    }
}

/// Pages that are badly formed on purpose still give their words, and no markup with them.
#[test]
fn hostile_pages_give_words_and_no_markup() {
    let line =
        "The wall at Marrow stood for a hundred years before the sea came through it, the council said.";
    let words = format!("<p>{line}</p>").repeat(3);
    let megabyte = "x ".repeat(500_000);
    let pages = [
        format!("<div class='{megabyte}'>{words}"),
        format!("<div data-x={}>{words}", "&quot;".repeat(160_000)),
        format!("<{}>{words}", "x".repeat(1_000_000)),
        format!("<p>{line}<div><table><tr><td><p>{line}<ul><li><b>{line}<a href='x"),
        format!("{words}<plaintext>{words}</plaintext><script>alert(1)</script>"),
        format!("{words}<listing><i>x</i></listing><noembed><b>y</b></noembed><noframes><i>z</i></noframes>"),
        format!("{}{words}", "<form><div>".repeat(100)),
        format!("{}{words}", "<table><form><tr><td><table><form>".repeat(40)),
        format!("<svg><foreignObject><p>{line}</p></foreignObject><style><img src=x></style></svg>{words}"),
        format!(
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x&gt;'></table></mtext></math>{words}"
        ),
        format!("<svg></p><style><a id='</style><img src=x onerror=alert(1)>'></svg>{words}"),
        format!("<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>{words}"),
        format!("<p>\0{line}\0</p>\0<p\0 x\0>x</p\0>{words}<di\0v>{words}"),
        format!("<p>{line} &#xD800;&#xDFFF;&#0;&#x110000;&#xFFFFFFFFFFFF;&#128;&nosuch;</p>{words}"),
        format!("<body><frameset><frame></frameset>{words}"),
        format!("{words}<![CDATA[ <b>x</b> ]]><?php echo '<b>' ?><!DOCTYPE x [<!ENTITY y '<b>'>]>"),
    ];
    for page in pages {
        let begin: String = page.chars().take(80).collect();
        let start = Instant::now();
        let read = html_text(&page);
        assert!(start.elapsed() < LONG, "{begin}");
        let text = read.map(|read| read.text).unwrap_or_else(|problem| panic!("{problem} {begin}"));
        assert!(text.contains(line), "{begin}: {text}");
        assert!(!text.contains(['\0', '<']) && !text.contains("onerror"), "{begin}: {text}");
    }
}

/// Pieces of pages, well and badly formed.
#[rustfmt::skip]
const PIECES: [&str; 46] = [
    "<p>", "</p>", "<div class=share>", "<div>", "</div>", "<table>", "<tr><td>", "</table>", "<a href='//€'>", "</a>", "<br>", "<br>",
    "<b id=1>", "<i>", "</b>", "</i>", "<h1>", "<h2>", "<ul><li>", "</ul>", "<blockquote>", "</blockquote>", "<figure>", "<figcaption>",
    "<script>", "</script>", "<template>", "</template>", "<svg><title>", "<math>", "<select>", "<!--", "-->", "<", "&lt;", "&#x110000;",
    "<base href='é'>", "<pre>\n", "<plaintext>", "<form>", "</form>", "<foreignObject>", "\0", "&#xD800;", "The dam above Marrow, it is said, held through the night, and nobody was hurt. ", "ẞİ堤防は持ちこたえた。",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read_or_refused(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..120)) {
        if let Ok(read) = html_text(&pieces.concat()) {
            let covered = read.blocks.iter().map(|block| block.span.of(&read.text)).collect::<Vec<_>>();
            prop_assert_eq!(covered.join("\n\n"), read.text);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Err(problem) = html(&bytes, None) {
            prop_assert!(problem.0.ends_with('.'));
        }
    }
}
