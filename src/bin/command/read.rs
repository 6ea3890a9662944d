use super::input::{self, Named};
use scarequote::document::Article;
use scarequote::extract::extract;
use scarequote::formats::scarequote::is_annotation_file;
use serde::Serialize;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// `scarequote read [FILE…]`
#[derive(clap::Args)]
pub(crate) struct Read {
    /// Text, Markdown, Word, OpenDocument, rich text, PDF, EPUB, tables (CSV, TSV, JSON, JSON Lines), ZIP archives of these, and
    /// annotation files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    named: Named,
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
    /// Writes one article a line to standard output. A file that cannot be read does not keep the others from being read.
    pub(crate) fn run(self) -> Result<(), String> {
        let mut out = BufWriter::new(io::stdout().lock());
        let mut problems = Vec::new();
        for path in &self.files {
            problems.extend(self.file(path, &mut out)?);
        }
        out.flush().map_err(|e| format!("cannot write: {e}"))?;
        if problems.is_empty() { Ok(()) } else { Err(problems.join("\nscarequote: ")) }
    }

    /// Writes the articles of a file; gives what could not be read.
    fn file(&self, path: &Path, out: &mut impl Write) -> Result<Vec<String>, String> {
        let name = path.display().to_string();
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(e) => return Ok(vec![format!("cannot open {name}: {e}")]),
        };
        let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(&bytes)).into_owned();
        if is_annotation_file(&name, &head) {
            return match input::annotations(&name, bytes) {
                Ok(document) => write(out, &document.article, line(name, &document.article)).map(|()| vec![]),
                Err(problem) => Ok(vec![problem]),
            };
        }
        let (found, problems) = input::incoming(&name, &bytes, &self.named);
        let several = found.len() > 1;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        for (number, incoming) in found.iter().enumerate() {
            let meta = &incoming.meta;
            let article = Article::verbatim(meta.title.as_deref().unwrap_or(&stem), &*incoming.text);
            let id = if several { format!("{name}#{}", number + 1) } else { name.clone() };
            let line = Line {
                byline: meta.byline.as_deref(),
                date: meta.date.as_deref(),
                language: meta.language.as_deref(),
                ..line(id, &article)
            };
            write(out, &article, line)?;
        }
        Ok(problems)
    }
}

fn line(id: String, article: &Article) -> Line<'_> {
    Line {
        id,
        title: &article.about.title,
        byline: None,
        date: None,
        language: None,
        text: &article.text,
        boilerplate: vec![],
    }
}

fn write(out: &mut impl Write, article: &Article, mut line: Line<'_>) -> Result<(), String> {
    // An annotation file says what was set aside; a text is looked through.
    let found =
        if article.reading.boilerplate.is_empty() { extract(&article.text).boilerplate } else { vec![] };
    let aside = article.reading.boilerplate.iter().chain(&found).map(|b| {
        let range = article.index.to_code_points(&article.text, b.span);
        Aside { start: range.start, end: range.end, reason: b.reason.clone() }
    });
    line.boilerplate = aside.collect();
    let line = serde_json::to_string(&line).map_err(|e| e.to_string())?;
    writeln!(out, "{line}").map_err(|e| format!("cannot write: {e}"))
}
