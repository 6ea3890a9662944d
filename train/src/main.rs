//! Learns the weights of `src/extract/bias/learned/weights.txt` from annotated sentences.
//!
//! `scarequote-train SENTENCES.jsonl [OUT]`: prints what five-fold cross-validation finds and, when `OUT` is given, writes the
//! weights learned from all sentences. A line of the input is `{"text", "label": 0|1, "words": [[start, end], …]}` with offsets
//! in code points. The same input gives the same output.

mod learn;
mod report;
mod sentences;
mod weights;

use sentences::Sentence;
use std::process::ExitCode;

/// In how many parts the sentences are cut: each is scored by what the others teach.
const FOLDS: usize = 5;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let Some(path) = args.next() else {
        eprintln!("Name a file of annotated sentences: scarequote-train SENTENCES.jsonl [OUT]");
        return ExitCode::FAILURE;
    };
    let done = sentences::read(&path).and_then(|all| {
        report::print(&all, &cross_validate(&all));
        match args.next() {
            Some(out) => std::fs::write(&out, weights::file(&learn::everything(&all)))
                .map_err(|e| format!("{out}: {e}")),
            None => Ok(()),
        }
    });
    if let Err(reason) = &done {
        eprintln!("{reason}");
    }
    if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// For each sentence the scores of its listed words, and how much it leans, as the other folds teach.
fn cross_validate(all: &[Sentence]) -> Vec<(Vec<f32>, f32)> {
    let mut found = vec![(vec![], 0.0); all.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Sentence> =
            all.iter().enumerate().filter(|(number, _)| number % FOLDS != fold).map(|(_, s)| s).collect();
        let learned = learn::from(&others);
        for (number, sentence) in all.iter().enumerate().filter(|(number, _)| number % FOLDS == fold) {
            let scores = learned.scores(sentence);
            let lean = learned.lean(sentence, &scores);
            found[number] = (scores, lean);
        }
    }
    found
}
