//! Whole articles of our own invention.
#![allow(clippy::unwrap_used)] // a test may fail

use scarequote::extract::{QuoteKind, extract, extract_with_progress};
use scarequote::text::Span;

const ARTICLE: &str = "Dam Will Hold, Minister Says\n\
\n\
Professor Odile Marchetti, the head of the water board, insists that the dam at Grell will hold.\n\
“We measured it twice,” she told reporters on Friday in Grell. “It has not moved at all.”\n\
According to Marchetti, the cracks are older than the dam’s road.\n\
Rejecting rumours that the valley would be cleared, the water board stressed that no one has to leave.\n\
Some villagers disagree, with baker Tomas Wren calling the repairs “a coat of paint”.\n\
\n\
“Nobody has asked us. Nobody will, he added.\n\
\n\
See also  Seven bridges that did not hold\n\
\n\
Leave a comment\n\
\n\
Required fields are marked *";

fn words<'t>(text: &'t str, spans: &[Span]) -> Vec<&'t str> {
    spans.iter().map(|span| span.of(text)).collect()
}

#[test]
fn an_article_is_read_whole() {
    let found = extract(ARTICLE);
    let quote = |part: &str| {
        let holds = |spans: &[Span]| spans.iter().any(|span| span.of(ARTICLE).contains(part));
        found
            .quotes
            .iter()
            .find(|quote| holds(&quote.content))
            .unwrap_or_else(|| panic!("no quote with “{part}”"))
    };
    for part in ["will hold", "measured", "older than", "no one has to leave"] {
        assert_eq!(
            quote(part).speaker.as_deref().map(|name| name.contains("Marchetti") || name.contains("board")),
            Some(true)
        );
    }
    assert_eq!(
        words(ARTICLE, &quote("measured").content),
        ["We measured it twice,", "It has not moved at all."]
    );
    assert_eq!(quote("measured").speaker.as_deref(), Some("Odile Marchetti"));
    assert_eq!(quote("coat of paint").kind, QuoteKind::Mixed);
    assert_eq!(quote("coat of paint").speaker.as_deref(), Some("Tomas Wren"));
    assert_eq!(words(ARTICLE, &quote("Nobody").content), ["Nobody has asked us. Nobody will"]);
    assert_eq!(quote("Nobody").speaker.as_deref(), Some("Tomas Wren"));
    assert_eq!(quote("older than").kind, QuoteKind::Indirect);
}

#[test]
fn boilerplate_is_set_aside_and_not_quoted() {
    let found = extract(ARTICLE);
    let reasons: Vec<&str> = found.boilerplate.iter().map(|b| b.reason.as_str()).collect();
    assert_eq!(reasons, ["related link", "comment form", "comment form"]);
    assert!(
        found
            .quotes
            .iter()
            .flat_map(|q| &q.content)
            .all(|c| found.boilerplate.iter().all(|b| !b.span.overlaps(*c)))
    );
}

#[test]
fn progress_rises_to_one() {
    let text = "“It rained,” Ida Brook said. The harbour claims that it did not. ".repeat(16_000);
    assert!(text.len() > 1_000_000);
    let mut told = Vec::new();
    extract_with_progress(&text, &mut |share| told.push(share));
    assert_eq!((told.first(), told.last()), (Some(&0.0), Some(&1.0)));
    assert!(told.windows(2).all(|pair| pair[0] <= pair[1] && pair[1] - pair[0] < 0.1), "{told:?}");
    assert!(told.len() >= text.len() / 65_536);
    // The text is cut up before anything is found in it: that tells too.
    assert!(told.iter().filter(|&&share| share > 0.0 && share < 0.3).count() >= 16, "{told:?}");
}
