//! Articles in PDF files, as programs write them.
#![allow(clippy::unwrap_used)] // a test that cannot read its file fails

use proptest::prelude::*;
use scarequote::load::{BlockKind, Incoming, pdf};
use std::time::{Duration, Instant};

const FILES: [&str; 6] = ["column.pdf", "columns.pdf", "locked.pdf", "owner.pdf", "printed.pdf", "scan.pdf"];

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn read(name: &str) -> Incoming {
    pdf(&bytes(name)).unwrap()
}

#[test]
fn columns_are_read_as_one_column_is() {
    let one = read("column.pdf");
    assert!(one.text.starts_with("Ferry runs again\n\nThe international ferry at Grell sails again"));
    assert!(one.text.ends_with("Nobody was immediately available for clarification."));
    assert_eq!(one.blocks.len(), 6);
    assert!(matches!(one.blocks[0].kind, BlockKind::Heading(_)));
    assert_eq!(read("columns.pdf").text, one.text);
    assert_eq!(read("owner.pdf").text, one.text, "an empty password opens it");
}

#[test]
fn a_printed_page_loses_what_the_browser_adds() {
    let page = read("printed.pdf");
    assert_eq!(page.meta.title.as_deref(), Some("Ferry stops at dusk"));
    let date = page.meta.date.unwrap();
    assert_eq!((date.len(), &date[10..11]), (20, "T"));
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    let body = days.iter().cycle().take(24).map(|day| {
        format!(
            "The ferry to Norrholm will stop at dusk from {day}, the harbour office said. Captain Ilse Brand called the plan a \
             so-called saving that nobody on the island had asked for, and promised to run her own boat."
        )
    });
    let expected: Vec<String> =
        ["Ferry stops at dusk".to_owned(), "By Mara Lind".to_owned()].into_iter().chain(body).collect();
    assert_eq!(page.text, expected.join("\n\n"));
}

#[test]
fn what_is_not_read_is_said() {
    let problem = |bytes: &[u8]| pdf(bytes).unwrap_err().0;
    assert!(problem(&bytes("scan.pdf")).contains("OCR"));
    assert!(problem(&bytes("locked.pdf")).contains("password"));
    assert!(problem(b"").contains("damaged"));
    assert!(problem(&bytes("column.pdf")[..3000]).contains("damaged"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_cut_and_any_changes_end(
        which in 0..FILES.len(),
        cut in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
    ) {
        let mut file = bytes(FILES[which]);
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let begun = Instant::now();
        let _ = pdf(&file);
        file.truncate(cut.index(file.len()));
        let _ = pdf(&file);
        prop_assert!(begun.elapsed() < Duration::from_secs(20));
    }
}
