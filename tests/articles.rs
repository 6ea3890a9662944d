//! What the core makes of our own articles, `tests/articles/*.txt`, and whether that has changed: their gold quotes are marked
//! in the text, and `snapshot.txt` keeps the figures and everything that still goes wrong.
//! `UPDATE_SNAPSHOT=1 cargo test --test articles` writes it anew.
#![cfg(not(target_arch = "wasm32"))] // files
#![allow(clippy::unwrap_used, clippy::panic)] // a test may fail

#[path = "../examples/eval/articles.rs"]
mod articles;

use scarequote::extract::{Quotation, Usage, extract};
use scarequote::measure::scoring::report::{
    HEAD, detail_parts, fault_line, part_line, parts, score_line, scores,
};
use scarequote::measure::scoring::{Attribution, Comparison, DetailTally, Tally, faults};
use scarequote::text::Span;
use std::fmt::Write as _;
use std::{env, fs};

/// The figures of all articles, then for each what goes wrong.
fn snapshot() -> String {
    let (mut tally, mut details, mut wrong) = (Tally::default(), DetailTally::default(), String::new());
    // Of the titles, terms and scare quotes, how many are told from speech, and from each other.
    let mut marks = (0, 0);
    for (name, article) in articles::read().unwrap_or_else(|problems| panic!("{problems}")) {
        let findings = extract(&article.text);
        let found: Vec<Attribution> = Attribution::all(&findings.quotes);
        let comparison = Comparison::new(&article.text, &article.quotes, &found);
        tally.add(&comparison);
        details.add(&comparison);
        let faults = faults(&comparison);
        writeln!(wrong, "\n── {name}: quotes {}, faults {}", article.quotes.len(), faults.len()).unwrap();
        for fault in faults {
            writeln!(wrong, "{}", fault_line(&fault, &article.text)).unwrap();
        }
        for gold in &article.quotations {
            let told = usage(&findings.quotations, gold.span);
            let right =
                told == Some(gold.usage) || gold.usage == Usage::ScareQuote && told == Some(Usage::Other);
            (marks.0, marks.1) = (marks.0 + usize::from(right), marks.1 + 1);
            if !right {
                let words = gold.span.of(&article.text);
                writeln!(wrong, "marks     “{words}” [{told:?}, not {:?}]", gold.usage).unwrap();
            }
        }
    }
    let mut all =
        "# What the core makes of these articles. UPDATE_SNAPSHOT=1 cargo test --test articles writes this \
                   file.\n\n"
            .to_owned();
    let (gold, found) = (tally.quote.gold, tally.quote.found);
    writeln!(all, "articles {}, spans in gold {gold}, found {found}\n\n{HEAD}", tally.articles).unwrap();
    for (label, score) in scores(&tally) {
        writeln!(all, "{}", score_line(label, score)).unwrap();
    }
    for (label, part) in parts(&tally).into_iter().chain(detail_parts(&details)) {
        writeln!(all, "{}", part_line(label, part)).unwrap();
    }
    writeln!(all, "titles, terms and scare quotes told: {} of {}", marks.0, marks.1).unwrap();
    all + &wrong
}

/// What the core says that the marks around `words` are there for.
fn usage(quotations: &[Quotation], words: Span) -> Option<Usage> {
    quotations.iter().find(|quotation| quotation.span.overlaps(words)).map(|quotation| quotation.usage)
}

/// The lines that only one of the two has.
fn differences(kept: &str, now: &str) -> String {
    let only = |sign, one: &str, other: &str| -> String {
        let other: Vec<&str> = other.lines().collect();
        let lines = one.lines().filter(|line| !other.contains(line));
        lines.map(|line| format!("{sign} {line}\n")).collect()
    };
    only('-', kept, now) + &only('+', now, kept)
}

#[test]
fn the_core_makes_of_our_articles_what_the_snapshot_says() {
    let path = articles::folder().join(articles::SNAPSHOT);
    let now = snapshot();
    if env::var_os("UPDATE_SNAPSHOT").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        kept == now,
        "\n{}\nThe core makes something else of tests/articles (- before, + now). If that is better, run\n    \
         UPDATE_SNAPSHOT=1 cargo test --test articles\nand commit tests/articles/{}.",
        differences(&kept, &now),
        articles::SNAPSHOT
    );
}
