//! Reads the pages, lets the reader find their articles, and prints how well they agree with the expected bodies.

mod corpus;
mod program;
mod score;

use clap::Parser;
use scarequote::load::{Incoming, Meta, html_text};
use score::{Shared, f1};
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// Scores the reading of web pages against the bodies of articles that people have marked.
#[derive(Parser)]
struct Arguments {
    /// The folder of the corpora, with `html/ground-truth.json` and `html/pages`.
    #[arg(default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Also print this many of the worst pages: what is missing and what is too much.
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Also print what was found of each page beside its body.
    #[arg(long)]
    meta: bool,
    /// Score what `PROGRAM read` gives, instead of what the library does.
    #[arg(long)]
    program: Option<PathBuf>,
    /// Only pages whose name begins with this.
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
}

/// What came of a page.
struct Outcome {
    page: corpus::Page,
    found: String,
    meta: Meta,
    words: Shared,
    runs: Shared,
    seconds: f64,
}

/// Runs the command that the arguments name. Status 0, or 1 with the reason on standard error.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let pages = match corpus::read(&arguments.corpora.join("html")) {
        Ok(pages) => pages,
        Err(reason) => {
            eprintln!("pages: {reason}");
            return ExitCode::FAILURE;
        }
    };
    let wanted = |page: &corpus::Page| arguments.only.as_ref().is_none_or(|only| page.name.starts_with(only));
    let pages: Vec<corpus::Page> = pages.into_iter().filter(wanted).collect();
    let read = arguments.program.as_ref().map(|program| program::read(program, &pages)).transpose();
    let mut read = match read {
        Ok(read) => read,
        Err(reason) => {
            eprintln!("pages: {reason}");
            return ExitCode::FAILURE;
        }
    };
    let mut outcomes: Vec<Outcome> = pages.into_iter().map(|page| outcome(page, read.as_mut())).collect();
    overview(&outcomes);
    if arguments.meta {
        outcomes.iter().for_each(meta);
    }
    outcomes.sort_by(|a, b| a.words.f1().total_cmp(&b.words.f1()));
    for outcome in outcomes.iter().take(arguments.errors) {
        faults(outcome);
    }
    ExitCode::SUCCESS
}

/// With `read`, what a program gave of each page.
fn outcome(page: corpus::Page, read: Option<&mut HashMap<String, String>>) -> Outcome {
    let start = Instant::now();
    let found = html_text(&page.html);
    let seconds = start.elapsed().as_secs_f64();
    let Incoming { text, meta, .. } = found.unwrap_or_default();
    let found = read.map_or(text, |read| read.remove(&page.name).unwrap_or_default());
    let words = Shared::words(&found, &page.body);
    let runs = Shared::runs(&found, &page.body);
    Outcome { page, found, meta, words, runs, seconds }
}

/// A table: the figures of a page averaged over the pages, and those of all pages as if they were one.
fn overview(outcomes: &[Outcome]) {
    println!("{:<34}{:>10}{:>10}{:>10}", format!("{} pages", outcomes.len()), "precision", "recall", "F1");
    for (unit, shared) in
        [("words", (|o| o.words) as fn(&Outcome) -> Shared), ("runs of 4 words", |o| o.runs)]
    {
        let mean = |figure: fn(Shared) -> f64| {
            outcomes.iter().map(|o| figure(shared(o))).sum::<f64>() / outcomes.len().max(1) as f64
        };
        let (precision, recall) = (mean(Shared::precision), mean(Shared::recall));
        let row = |name: &str, precision: f64, recall: f64, f1: f64| {
            println!("{:<34}{precision:>10.4}{recall:>10.4}{f1:>10.4}", format!("{unit}, {name}"));
        };
        row("mean of F1s", precision, recall, mean(Shared::f1));
        row("F1 of means", precision, recall, f1(precision, recall));
        let mut all = Shared::default();
        outcomes.iter().for_each(|o| all.add(shared(o)));
        row("all as one", all.precision(), all.recall(), all.f1());
    }
    let bytes: usize = outcomes.iter().map(|o| o.page.html.len()).sum();
    let seconds: f64 = outcomes.iter().map(|o| o.seconds).sum();
    let slowest = outcomes.iter().map(|o| o.seconds).fold(0.0, f64::max);
    let per_mb = seconds * 1e3 / (bytes as f64 / 1e6).max(1e-9);
    println!("\n{:.1} MB: {per_mb:.0} ms a MB; the slowest page {:.0} ms", bytes as f64 / 1e6, slowest * 1e3);
}

/// What was found beside the body.
fn meta(outcome: &Outcome) {
    println!("\n== {}  {}", outcome.page.name, outcome.page.url);
    let Meta { title, byline, date, site, language, address, caption } = &outcome.meta;
    let rows = [
        ("title", title),
        ("byline", byline),
        ("date", date),
        ("site", site),
        ("language", language),
        ("address", address),
        ("caption", caption),
    ];
    for (name, value) in rows {
        println!("   {name:<9} {}", value.as_deref().unwrap_or("-"));
    }
}

/// Lines of the one text that the other has not, as they are.
fn faults(outcome: &Outcome) {
    let Outcome { page, found, words, .. } = outcome;
    println!("\n== {}  {}", page.name, page.url);
    println!("   F1 {:.3}, precision {:.3}, recall {:.3}", words.f1(), words.precision(), words.recall());
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect()
    };
    let joined = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (found_all, expected_all) = (joined(found), joined(&page.body));
    for (sign, from, within) in [("-", &page.body, &found_all), ("+", found, &expected_all)] {
        for line in lines(from).iter().filter(|line| !within.contains(line.as_str())) {
            println!("   {sign} {}", line.chars().take(160).collect::<String>());
        }
    }
}
