//! Times the core on growing texts: `growth [--short] NEWS [SHAPE…]`, where NEWS is a text file to cut or repeat.
//!
//! The time must grow as the text does, whatever the text is: news, or one of the hostile shapes. A size of which a byte takes
//! more than [`LIMIT`] times as long as a byte of the [`BASE`] size is flagged, and ends its shape. Milliseconds and MB/s are
//! those of the median run, ns/byte and growth those of the fastest one. `--short` leaves out the smallest and the largest
//! hostile texts; with names of shapes, only those are timed (`growth NEWS commas`), say under a profiler.
#![allow(clippy::print_stdout)] // printing is what it does

mod shapes;

use scarequote::extract::extract;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/// The size that the larger ones are compared with.
const BASE: usize = 100_000;
/// How many times as long a byte may take in a larger text.
const LIMIT: f64 = 3.0;
/// Runs of a text go on for so long, and are at least three,
const ENOUGH: Duration = Duration::from_millis(200);
/// unless they have taken this long.
const TOO_LONG: Duration = Duration::from_secs(20);

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let short = arguments.iter().any(|a| a == "--short");
    arguments.retain(|a| a != "--short");
    let Some((news, wanted)) = arguments.split_first() else {
        eprintln!("growth [--short] NEWS [SHAPE…]");
        return ExitCode::FAILURE;
    };
    let news = match std::fs::read_to_string(news) {
        Ok(text) if !text.is_empty() => text,
        _ => {
            eprintln!("growth: {news} is no text, or an empty one");
            return ExitCode::FAILURE;
        }
    };

    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|w| w == name);
    println!("{:<24}{:>12}{:>11}{:>9}{:>10}{:>10}", "text", "bytes", "ms", "MB/s", "ns/byte", "growth");
    let mut flagged = Vec::new();
    if is_wanted("news") {
        flagged.extend(grow("news", &SIZES, &|bytes| shapes::repeated(&news, bytes)));
    }
    let sizes = if short { &SIZES[2..4] } else { &SIZES[..] };
    for (name, shape) in shapes::SHAPES.iter().filter(|(name, _)| is_wanted(name)) {
        flagged.extend(grow(name, sizes, &|bytes| shape.text(bytes)));
    }
    if flagged.is_empty() {
        println!("\nNo text takes more than {LIMIT} times as long a byte as its first {BASE} bytes.");
    } else {
        println!("\nThe time grows faster than the text: {}", flagged.join(", "));
    }
    ExitCode::SUCCESS
}

/// Prints a line for each size. Gives back the name when the time grows faster than the text.
fn grow(name: &'static str, sizes: &[usize], text: &dyn Fn(usize) -> String) -> Option<&'static str> {
    let mut base = None;
    for &size in sizes {
        let text = text(size);
        let Times { median, least } = time(&text);
        let bytes = text.len() as f64;
        let each = least / bytes;
        if size >= BASE {
            base.get_or_insert(each);
        }
        let growth = base.map_or(String::new(), |base| format!("{:.2}", each / base));
        let (ms, speed) = (median / 1e6, bytes / median * 1e3);
        println!("{name:<24}{bytes:>12}{ms:>11.3}{speed:>9.2}{each:>10.1}{growth:>10}");
        if base.is_some_and(|base| each > LIMIT * base) {
            return Some(name);
        }
    }
    None
}

/// Of some runs, in nanoseconds.
struct Times {
    /// What a run takes.
    median: f64,
    /// What others' work on the machine disturbed least.
    least: f64,
}

/// Times several runs: the more, the shorter they are.
fn time(text: &str) -> Times {
    let mut runs = Vec::new();
    let begin = Instant::now();
    while (runs.len() < 3 || begin.elapsed() < ENOUGH) && begin.elapsed() < TOO_LONG {
        let start = Instant::now();
        let found = extract(black_box(text));
        runs.push(start.elapsed().as_nanos() as f64);
        drop(black_box(found));
    }
    runs.sort_by(f64::total_cmp);
    Times { median: runs[runs.len() / 2], least: runs[0] }
}
