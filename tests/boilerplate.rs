//! How much of the boilerplate in our own pages, `tests/boilerplate/*.txt`, is set aside, and how much of what is set aside is
//! boilerplate. `snapshot.txt` keeps the figures by kind and every fault; `UPDATE_SNAPSHOT=1 cargo test --test boilerplate` writes
//! it anew.
#![cfg(not(target_arch = "wasm32"))] // files
#![allow(clippy::unwrap_used, clippy::panic)] // a test may fail

use scarequote::extract::extract;
use scarequote::text::Span;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::{env, fs};

const FOLDER: &str = "tests/boilerplate";
const SNAPSHOT: &str = "tests/boilerplate/snapshot.txt";
/// Fewer pages would not say much.
const PAGES: usize = 60;
/// At least so many have nothing to set aside.
const CLEAN: usize = 12;
/// What is set aside must be boilerplate, before all else.
const PRECISION: f64 = 0.99;
const RECALL: f64 = 0.85;

/// A page: its text, and what of it is boilerplate of which kind.
struct Page {
    name: String,
    text: String,
    gold: Vec<(String, Span)>,
}

fn pages() -> Vec<Page> {
    let mut files: Vec<_> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt") && !path.ends_with("snapshot.txt"));
    files.sort();
    let mut pages: Vec<Page> = Vec::new();
    for line in files.iter().flat_map(|path| lines(&fs::read_to_string(path).unwrap())) {
        if let Some(name) = line.strip_prefix("=== ") {
            pages.push(Page { name: name.to_owned(), text: String::new(), gold: vec![] });
        } else if let Some(page) = pages.last_mut() {
            page.add(&line);
        }
    }
    pages
}

fn lines(file: &str) -> Vec<String> {
    file.lines().filter(|line| !line.starts_with("# ")).map(str::to_owned).collect()
}

impl Page {
    fn add(&mut self, line: &str) {
        let start = self.text.len();
        if let Some((kind, words)) = line.strip_prefix('~').and_then(|rest| rest.split_once("~ ")) {
            self.text.push_str(words);
            self.gold.push((kind.to_owned(), Span::new(start, self.text.len())));
        } else if let Some((before, fragment)) = line.split_once("{fragment") {
            self.text.push_str(before);
            let from = self.text.len() + 1;
            self.text.push_str(fragment.strip_suffix('}').unwrap());
            self.gold.push(("fragment".into(), Span::new(from, self.text.len())));
        } else {
            self.text.push_str(line);
        }
        self.text.push('\n');
    }
}

/// Of boilerplate: its lines and characters, and those of them that are in the other's too.
#[derive(Clone, Copy, Default)]
struct Tally {
    lines: usize,
    letters: usize,
    lines_right: usize,
    letters_right: usize,
}

impl Tally {
    fn count(&mut self, text: &str, span: Span, others: &[Span]) -> bool {
        let letters = span.of(text).chars().count();
        let parts = others.iter().filter(|other| other.overlaps(span));
        let right: usize = parts
            .map(|o| Span::new(o.start.max(span.start), o.end.min(span.end)).of(text).chars().count())
            .sum();
        let whole = right == letters;
        self.lines += 1;
        self.letters += letters;
        self.lines_right += usize::from(whole);
        self.letters_right += right;
        whole
    }

    fn add(&mut self, other: Tally) {
        self.lines += other.lines;
        self.letters += other.letters;
        self.lines_right += other.lines_right;
        self.letters_right += other.letters_right;
    }

    fn by_lines(&self) -> f64 {
        self.lines_right as f64 / self.lines.max(1) as f64
    }

    fn by_letters(&self) -> f64 {
        self.letters_right as f64 / self.letters.max(1) as f64
    }
}

/// What is found of the gold, by kind; what of the found is gold; and the faults, a line each.
fn score(pages: &[Page]) -> (BTreeMap<String, Tally>, Tally, String) {
    let (mut kinds, mut found, mut faults) =
        (BTreeMap::<String, Tally>::new(), Tally::default(), String::new());
    for page in pages {
        let asides = extract(&page.text).boilerplate;
        let spans: Vec<Span> = asides.iter().map(|aside| aside.span).collect();
        let gold: Vec<Span> = page.gold.iter().map(|(_, span)| *span).collect();
        for aside in &asides {
            let span = aside.span;
            if !found.count(&page.text, span, &gold) {
                writeln!(faults, "extra  {} ({}): {}", aside.reason, page.name, span.of(&page.text)).unwrap();
            }
        }
        for (kind, span) in &page.gold {
            if !kinds.entry(kind.clone()).or_default().count(&page.text, *span, &spans) {
                writeln!(faults, "missed {kind} ({}): {}", page.name, span.of(&page.text)).unwrap();
            }
        }
    }
    (kinds, found, faults)
}

#[test]
fn the_article_stays_and_the_page_around_it_is_set_aside() {
    let pages = pages();
    assert!(pages.len() >= PAGES && pages.iter().filter(|page| page.gold.is_empty()).count() >= CLEAN);
    let (kinds, found, faults) = score(&pages);
    let mut gold = Tally::default();
    kinds.values().for_each(|tally| gold.add(*tally));
    let now = report(pages.len(), &kinds, gold, found, &faults);
    if env::var_os("UPDATE_SNAPSHOT").is_some() {
        fs::write(SNAPSHOT, &now).unwrap();
    }
    let before = fs::read_to_string(SNAPSHOT).unwrap_or_default();
    let lost: Vec<&str> = before.lines().filter(|line| !now.contains(line)).collect();
    let new: Vec<&str> = now.lines().filter(|line| !before.contains(line)).collect();
    assert!(
        before == now,
        "The snapshot has changed. Lines gone:\n{}\nLines new:\n{}\n\
         When that is for the better: UPDATE_SNAPSHOT=1 cargo test --test boilerplate",
        lost.join("\n"),
        new.join("\n")
    );
    assert!(
        found.by_lines() >= PRECISION && found.by_letters() >= PRECISION,
        "too much is set aside:\n{now}"
    );
    assert!(gold.by_lines() >= RECALL && gold.by_letters() >= RECALL, "too little is set aside:\n{now}");
}

fn report(pages: usize, kinds: &BTreeMap<String, Tally>, gold: Tally, found: Tally, faults: &str) -> String {
    let mut out = "# How well boilerplate is told from the articles of this folder. UPDATE_SNAPSHOT=1 cargo test --test boilerplate \
                   writes this file.\n\n"
        .to_owned();
    let percent = |share: f64| 100.0 * share;
    writeln!(out, "pages {pages}\n\n{:18} lines  % of lines  % of characters", "").unwrap();
    let mut line = |name: &str, t: Tally| {
        let (by_lines, by_letters) = (percent(t.by_lines()), percent(t.by_letters()));
        writeln!(out, "{name:18} {:5} {by_lines:11.1} {by_letters:16.1}", t.lines).unwrap();
    };
    line("precision", found);
    line("recall", gold);
    kinds.iter().for_each(|(kind, tally)| line(&format!("  {kind}"), *tally));
    out + "\n" + faults
}
