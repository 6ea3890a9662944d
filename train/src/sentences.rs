//! Annotated sentences, and what the core sees in them.

use scarequote::extract::learning::{self, Example};
use serde::Deserialize;

/// A sentence with what annotators and the core say of it.
pub struct Sentence {
    pub text: String,
    /// Whether annotators call it biased.
    pub biased: bool,
    /// The words that annotators marked, in bytes.
    pub marked: Vec<(usize, usize)>,
    /// The listed words in it.
    pub examples: Vec<Example>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    label: u8,
    words: Vec<(usize, usize)>,
}

/// The sentences of the file at `path`. The error says what is wrong with which line.
pub fn read(path: &str) -> Result<Vec<Sentence>, String> {
    let file = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let line = |(number, line): (usize, &str)| {
        let line: Line =
            serde_json::from_str(line).map_err(|e| format!("{path}, line {}: {e}", number + 1))?;
        Ok(sentence(line))
    };
    file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

fn sentence(line: Line) -> Sentence {
    let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(line.text.len());
    Sentence {
        marked: line.words.iter().map(|&(start, end)| (byte(start), byte(end))).collect(),
        examples: learning::read(&line.text),
        biased: line.label == 1,
        text: line.text,
    }
}

impl Sentence {
    /// Whether annotators marked a word in `start..end`.
    pub fn is_marked(&self, start: usize, end: usize) -> bool {
        self.marked.iter().any(|&(from, to)| from < end && to > start)
    }
}
