use super::input;
use scarequote::extract::extract;
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;

/// `scarequote read [FILE…]`
#[derive(clap::Args)]
pub(crate) struct Read {
    /// Text files and annotation files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// One line of the output. Offsets are code points.
#[derive(Serialize)]
struct Line<'a> {
    id: String,
    title: &'a str,
    byline: Option<&'a str>,
    date: Option<&'a str>,
    language: Option<&'a str>,
    text: &'a str,
    boilerplate: Vec<Aside>,
}

#[derive(Serialize)]
struct Aside {
    start: usize,
    end: usize,
    reason: String,
}

impl Read {
    /// Writes one article a line to standard output.
    pub(crate) fn run(self) -> Result<(), String> {
        let mut out = io::stdout().lock();
        for path in &self.files {
            let document = input::document(path)?;
            let article = &document.article;
            // An annotation file says what was set aside; a text is looked through.
            let found = if article.reading.boilerplate.is_empty() {
                extract(&article.text).boilerplate
            } else {
                vec![]
            };
            let aside = article.reading.boilerplate.iter().chain(&found).map(|b| {
                let range = article.index.to_code_points(&article.text, b.span);
                Aside { start: range.start, end: range.end, reason: b.reason.clone() }
            });
            let line = Line {
                id: path.display().to_string(),
                title: &article.about.title,
                byline: None,
                date: None,
                language: None,
                text: &article.text,
                boilerplate: aside.collect(),
            };
            let line = serde_json::to_string(&line).map_err(|e| e.to_string())?;
            writeln!(out, "{line}").map_err(|e| format!("cannot write: {e}"))?;
        }
        Ok(())
    }
}
