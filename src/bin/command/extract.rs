use super::input;
use scarequote::extract::{Extraction, Findings, extract};
use scarequote::load::plain_text;
use serde::Deserialize;
use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;

/// `scarequote extract [FILE…] [--jsonl]`
#[derive(clap::Args)]
pub(crate) struct Extract {
    /// Text files, and annotation files, of which the blocks and what is set aside are heeded; standard input when there is none.
    files: Vec<PathBuf>,
    /// The input is JSON Lines: {"id", "text"} a line.
    #[arg(long)]
    jsonl: bool,
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
}

impl Extract {
    /// Writes one extraction a line to standard output.
    pub(crate) fn run(self) -> Result<(), String> {
        let mut out = BufWriter::new(io::stdout().lock());
        if self.files.is_empty() {
            let input = io::stdin().lock();
            if self.jsonl {
                read_lines("standard input", input, &mut out)?
            } else {
                read_text(input, &mut out)?
            }
        }
        for path in &self.files {
            let name = path.display().to_string();
            if self.jsonl {
                let file = fs::File::open(path).map_err(|e| format!("cannot open {name}: {e}"))?;
                read_lines(&name, BufReader::new(file), &mut out)?;
            } else {
                let article = input::document(path)?.article;
                write(&mut out, name, &article.text, input::found(&article))?;
            }
        }
        out.flush().map_err(|e| format!("cannot write: {e}"))
    }
}

fn read_text(mut input: impl Read, out: &mut impl Write) -> Result<(), String> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|e| format!("cannot read standard input: {e}"))?;
    let article = plain_text("standard input", &bytes)?;
    write(out, "standard input".to_owned(), &article.text, extract(&article.text))
}

/// Each line's text is taken as it stands, so that the offsets are those of the input.
fn read_lines(name: &str, input: impl BufRead, out: &mut impl Write) -> Result<(), String> {
    for (number, line) in input.lines().enumerate() {
        let at = |e: &dyn std::fmt::Display| format!("{name}, line {}: {e}", number + 1);
        let line = line.map_err(|e| at(&e))?;
        if line.trim().is_empty() {
            continue;
        }
        let Line { id, text } = serde_json::from_str(&line).map_err(|e| at(&e))?;
        let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        write(out, id, &text, extract(&text))?;
    }
    Ok(())
}

fn write(out: &mut impl Write, id: String, text: &str, found: Findings) -> Result<(), String> {
    let line = serde_json::to_string(&Extraction::new(id, found, text)).map_err(|e| e.to_string())?;
    writeln!(out, "{line}").map_err(|e| format!("cannot write: {e}"))
}
