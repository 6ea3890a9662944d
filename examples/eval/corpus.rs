use super::Article;
use scarequote::measure::scoring::Attribution;
use scarequote::text::{CodePoints, OffsetIndex, Span};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// A line of a corpus.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    quotes: Vec<Quote>,
    /// False for a second annotation of the same article.
    #[serde(default = "yes")]
    primary: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct Quote {
    content: Vec<CodePoints>,
    source: Option<Vec<CodePoints>>,
    cue: Option<Vec<CodePoints>>,
    source_ref: Option<String>,
}

/// Reads a corpus in JSON Lines.
///
/// # Errors
/// What is wrong, with the file's name and the line.
pub(crate) fn read(path: &Path) -> Result<Vec<Article>, String> {
    let name = path.display();
    let file = fs::read_to_string(path).map_err(|e| format!("cannot open {name}: {e}"))?;
    let lines = file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let mut articles = Vec::new();
    for (number, line) in lines {
        let line: Line =
            serde_json::from_str(line).map_err(|e| format!("{name}, line {}: {e}", number + 1))?;
        if line.primary {
            articles.push(article(line));
        }
    }
    Ok(articles)
}

fn article(line: Line) -> Article {
    let Line { id, text, quotes, .. } = line;
    let index = OffsetIndex::new(&text);
    let spans = |ranges: Option<Vec<CodePoints>>| -> Vec<Span> {
        let ranges = ranges.unwrap_or_default();
        ranges.into_iter().map(|range| index.from_code_points(&text, range)).collect()
    };
    let quote = |(number, quote): (usize, Quote)| Attribution {
        id: (number + 1).to_string(),
        content: spans(Some(quote.content)),
        source: spans(quote.source),
        cue: spans(quote.cue),
        name: quote.source_ref,
        ..Attribution::default()
    };
    let gold = quotes.into_iter().enumerate().map(quote).collect();
    Article { id, gold, text }
}
