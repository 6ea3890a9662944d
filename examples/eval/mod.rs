//! Reads the sets, lets the core search them, and prints what came of it.

mod articles;
mod clock;
mod corpus;
mod marks;
mod peers;
mod print;

use clap::Parser;
use marks::Marks;
use scarequote::extract::extract;
use scarequote::measure::scoring::{Attribution, Comparison, DetailTally, Tally, What};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// How long the core searches a set, again and again, before its speed is told.
const TIMED: Duration = Duration::from_millis(700);

/// Scores the core on annotated articles: our own, and those published corpora that are there.
#[derive(Parser)]
struct Arguments {
    /// The folder of the corpora.
    #[arg(default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Also print this many faults of each set.
    #[arg(long, value_name = "N", default_value_t = 0)]
    errors: usize,
    /// Only this set.
    #[arg(long, value_name = "NAME", value_parser = ["ggt", "polnear", "gum", "own"])]
    corpus: Option<String>,
    /// Only faults of this sort.
    #[arg(long, value_name = "SORT", value_parser = What::ALL.map(What::name))]
    only: Option<String>,
}

/// An article with its gold quotes.
struct Article {
    id: String,
    text: String,
    gold: Vec<Attribution>,
}

/// Articles that are scored together.
struct Set {
    /// What `--corpus` calls them.
    name: &'static str,
    title: &'static str,
    articles: Vec<Article>,
}

/// What the core made of a set.
struct Outcome {
    set: Set,
    /// What it found in each article.
    found: Vec<Vec<Attribution>>,
    tally: Tally,
    details: DetailTally,
    marks: Marks,
    /// Articles a second of processor time.
    speed: f64,
}

/// Runs the command that the arguments name. Status 0, or 1 with the reason on standard error.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let outcomes = match sets(&arguments) {
        Ok(sets) => sets.into_iter().map(search).collect::<Vec<_>>(),
        Err(reason) => {
            eprintln!("eval: {reason}");
            return ExitCode::FAILURE;
        }
    };
    if outcomes.iter().any(|outcome| outcome.set.name != "own") {
        print::overview(&outcomes);
    }
    for outcome in &outcomes {
        print::set(outcome);
        print::faults(outcome, arguments.errors, arguments.only.as_deref());
    }
    ExitCode::SUCCESS
}

/// The sets that are wanted and there. One that is not there is named.
fn sets(arguments: &Arguments) -> Result<Vec<Set>, String> {
    let wanted = |name: &str| arguments.corpus.as_deref().is_none_or(|only| only == name);
    let mut sets = Vec::new();
    for (name, title, file) in [
        ("ggt", "GGT dev", "quotes/ggt_dev.jsonl"),
        ("polnear", "PolNeAR dev (read the line “speech”)", "quotes/polnear_dev.jsonl"),
        (
            "gum",
            "GUM news (contents are first clauses only: read source, cue, canonical)",
            "quotes/gum_news.jsonl",
        ),
    ] {
        let path = arguments.corpora.join(file);
        if !wanted(name) {
            continue;
        } else if path.is_file() {
            sets.push(Set { name, title, articles: corpus::read(&path)? });
        } else {
            println!("{file} is not in {}", arguments.corpora.display());
        }
    }
    if wanted("own") {
        let own = articles::read()?.into_iter();
        let articles =
            own.map(|(id, marked)| Article { id, text: marked.text, gold: marked.quotes }).collect();
        sets.push(Set { name: "own", title: "Our own articles, tests/articles", articles });
    }
    Ok(sets)
}

fn search(set: Set) -> Outcome {
    let mut marks = Marks::default();
    let mut find = |article: &Article| {
        let found = extract(&article.text);
        marks.add(&article.text, &found);
        Attribution::all(&found.quotes)
    };
    let found: Vec<Vec<Attribution>> = set.articles.iter().map(&mut find).collect();
    let (mut tally, mut details) = (Tally::default(), DetailTally::default());
    for (article, found) in set.articles.iter().zip(&found) {
        let comparison = Comparison::new(&article.text, &article.gold, found);
        tally.add(&comparison);
        details.add(&comparison);
    }
    let speed = speed(&set.articles);
    Outcome { set, found, tally, details, marks, speed }
}

/// How many of `articles` the core searches in a second of processor time.
fn speed(articles: &[Article]) -> f64 {
    let (clock, mut rounds) = (clock::Clock::start(), 0);
    while !articles.is_empty() && clock.elapsed() < TIMED {
        for article in articles {
            std::hint::black_box(extract(&article.text));
        }
        rounds += 1;
    }
    (rounds * articles.len()) as f64 / clock.elapsed().as_secs_f64().max(1e-9)
}
