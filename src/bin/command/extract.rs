use scarequote::extract::{Extraction, extract};
use serde::Deserialize;
use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

/// `scarequote extract [FILE…] [--jsonl]`
#[derive(clap::Args)]
pub(crate) struct Extract {
    /// Text files; standard input when there is none.
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
            self.read("standard input", io::stdin().lock(), &mut out)?;
        }
        for path in &self.files {
            let name = path.display().to_string();
            let file = fs::File::open(path).map_err(|e| format!("cannot open {name}: {e}"))?;
            self.read(&name, BufReader::new(file), &mut out)?;
        }
        out.flush().map_err(|e| format!("cannot write: {e}"))
    }

    fn read(&self, name: &str, mut input: impl BufRead, out: &mut impl Write) -> Result<(), String> {
        if !self.jsonl {
            let mut text = String::new();
            input.read_to_string(&mut text).map_err(|e| format!("cannot read {name}: {e}"))?;
            return write(out, name.to_owned(), &text);
        }
        for (number, line) in input.lines().enumerate() {
            let at = |e: &dyn std::fmt::Display| format!("{name}, line {}: {e}", number + 1);
            let line = line.map_err(|e| at(&e))?;
            if line.trim().is_empty() {
                continue;
            }
            let Line { id, text } = serde_json::from_str(&line).map_err(|e| at(&e))?;
            let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
            write(out, id, &text)?;
        }
        Ok(())
    }
}

fn write(out: &mut impl Write, id: String, text: &str) -> Result<(), String> {
    let line = serde_json::to_string(&Extraction::new(id, extract(text), text)).map_err(|e| e.to_string())?;
    writeln!(out, "{line}").map_err(|e| format!("cannot write: {e}"))
}
