//! How many of the epistemic markers in our own sentences, `tests/bias/sentences.txt`, the core finds, and how many of its markers
//! are right. `snapshot.txt` keeps the figures by category and every fault; `UPDATE_SNAPSHOT=1 cargo test --test bias` writes it
//! anew.
#![cfg(not(target_arch = "wasm32"))] // files
#![allow(clippy::unwrap_used, clippy::panic)] // a test may fail

use scarequote::extract::{Category, Tier, extract};
use scarequote::text::Span;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::{env, fs};

const FOLDER: &str = "tests/bias";
/// Fewer sentences would not say much.
const LEAST: usize = 300;

/// A sentence with its gold markers.
struct Sentence {
    text: String,
    gold: Vec<(Category, Span)>,
}

/// The sentences of the file: `The river {hedge may} rise.`
fn sentences() -> Vec<Sentence> {
    let file = fs::read_to_string(format!("{FOLDER}/sentences.txt")).unwrap();
    file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(sentence).collect()
}

fn sentence(line: &str) -> Sentence {
    let (mut text, mut gold) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, marked)) = rest.split_once('{') {
        let (marked, after) = marked.split_once('}').unwrap_or_else(|| panic!("no “}}” in: {line}"));
        let (name, words) = marked.split_once(' ').unwrap_or_else(|| panic!("no category in: {line}"));
        let category = Category::ALL.into_iter().find(|category| category.name() == name);
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        gold.push((category.unwrap_or_else(|| panic!("no category “{name}”")), Span::new(start, text.len())));
        rest = after;
    }
    text.push_str(rest);
    Sentence { text, gold }
}

/// Of the markers of a category: those in gold, those found, those of either that the other has too.
#[derive(Clone, Copy, Default)]
struct Tally {
    gold: usize,
    found: usize,
    told: usize,
    right: usize,
}

fn snapshot() -> String {
    let mut tallies: BTreeMap<Category, Tally> = BTreeMap::new();
    let mut faults = String::new();
    let all = sentences();
    for Sentence { text, gold } in &all {
        let found: Vec<(Category, Span)> = extract(text)
            .bias
            .into_iter()
            .filter(|marker| marker.category.tier() == Tier::Epistemic)
            .map(|marker| (marker.category, marker.span))
            .collect();
        let has = |markers: &[(Category, Span)], one: &(Category, Span)| {
            markers.iter().any(|other| other.0 == one.0 && other.1.overlaps(one.1))
        };
        for (markers, others, kind) in [(gold, &found, "missed"), (&found, gold, "extra")] {
            for marker in markers {
                let same = has(others, marker);
                let tally = tallies.entry(marker.0).or_default();
                let (all, right) = match kind {
                    "missed" => (&mut tally.gold, &mut tally.told),
                    _ => (&mut tally.found, &mut tally.right),
                };
                (*all, *right) = (*all + 1, *right + usize::from(same));
                if !same {
                    let words = marker.1.of(text);
                    writeln!(faults, "{kind:6} {:17} “{words}” in: {text}", marker.0.name()).unwrap();
                }
            }
        }
    }
    assert!(all.len() >= LEAST);
    let mut out = "# How well the core finds the epistemic markers of sentences.txt. UPDATE_SNAPSHOT=1 cargo test --test bias \
                   writes this file.\n\n"
        .to_owned();
    writeln!(out, "sentences {}\n\n{:18} gold  found  precision  recall", all.len(), "").unwrap();
    let share = |part: usize, all: usize| 100.0 * part as f32 / all.max(1) as f32;
    for (category, t) in tallies {
        let (precision, recall) = (share(t.right, t.found), share(t.told, t.gold));
        writeln!(out, "{:18} {:4} {:6} {precision:10.1} {recall:7.1}", category.name(), t.gold, t.found)
            .unwrap();
    }
    out + "\n" + &faults
}

#[test]
fn the_core_makes_of_our_sentences_what_the_snapshot_says() {
    let (path, now) = (format!("{FOLDER}/snapshot.txt"), snapshot());
    if env::var_os("UPDATE_SNAPSHOT").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    let lost: Vec<&str> = before.lines().filter(|line| !now.contains(line)).collect();
    let new: Vec<&str> = now.lines().filter(|line| !before.contains(line)).collect();
    assert!(
        before == now,
        "The snapshot has changed. Lines gone:\n{}\nLines new:\n{}\n\
         When that is for the better: UPDATE_SNAPSHOT=1 cargo test --test bias",
        lost.join("\n"),
        new.join("\n")
    );
}
