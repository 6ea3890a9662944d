//! Articles with their gold quotes marked in the text.
//!
//! ```text
//! # covers: a quote that its cue breaks
//!
//! “{1 We sail at dawn},” {1s Mayor Ada Moss} {1c told} {1a reporters}. “{1 Not before}.”
//! ---
//! 1 direct | Ada Moss | reporters | -
//! ```
//!
//! Lines that begin with `#` come first. In the text `{1 …}` is content of quote 1, `{1s …}` its source, `{1c …}` its cue,
//! `{1a …}` its addressee, `{t …}` a title in quotation marks and `{x …}` a scare quote. One space stands after the label.
//! Marks may nest; the text has no other braces. Below `---` there is a line for each quote: its number and kind, its
//! speaker, its addressee, `anonymous`; `-` stands for none.

mod inline;
mod table;

use super::{Attribution, Details};
use crate::extract::Quotation;
use std::fmt;

/// An article with its gold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marked {
    /// The text, without the marks.
    pub text: String,
    /// Its quotes, by number.
    pub quotes: Vec<Attribution>,
    /// What stands in quotation marks and is no quote, in the order of the text.
    pub quotations: Vec<Quotation>,
}

/// What is wrong with a marked article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// In which line, the first being 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: String,
}

impl Problem {
    fn new(line: usize, reason: impl Into<String>) -> Self {
        Self { line, reason: reason.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

/// Reads a marked article.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(file: &str) -> Result<Marked, Problem> {
    let lines: Vec<&str> = file.lines().collect();
    let head = lines.iter().take_while(|line| line.starts_with('#')).count();
    let rule = (lines.iter().rposition(|line| line.trim_end() == "---"))
        .filter(|&rule| rule >= head)
        .ok_or_else(|| Problem::new(lines.len().max(1), "no line “---” parts the text from its quotes"))?;
    let body = lines.get(head..rule).unwrap_or_default();
    let blank = body.iter().take_while(|line| line.trim().is_empty()).count();
    let body = body.get(blank..).unwrap_or_default().join("\n");
    let marks = inline::read(body.trim_end(), head + blank + 1)?;
    let rows = lines.iter().enumerate().skip(rule + 1).filter(|(_, line)| !line.trim().is_empty());
    let mut rows = rows.map(|(n, line)| table::read(line, n + 1)).collect::<Result<Vec<_>, _>>()?;
    rows.sort_by_key(|row| row.quote);
    if let Some([_, twice]) = rows.array_windows().find(|[a, b]| a.quote == b.quote) {
        return Err(Problem::new(twice.line, format!("quote {} stands twice", twice.quote)));
    }
    if let Some((number, spans)) = marks.quotes.iter().find(|(n, _)| rows.iter().all(|row| row.quote != **n))
    {
        return Err(Problem::new(spans.line, format!("quote {number} has no line below “---”")));
    }
    let quotes = rows.into_iter().map(|row| {
        let spans = marks.quotes.get(&row.quote).filter(|spans| !spans.content.is_empty());
        let spans = spans.ok_or_else(|| {
            Problem::new(row.line, format!("quote {0} has no content {{{0} …}}", row.quote))
        })?;
        Ok(Attribution {
            id: row.quote.to_string(),
            content: spans.content.clone(),
            source: spans.source.clone(),
            cue: spans.cue.clone(),
            name: row.speaker,
            score: 0.0,
            details: Some(Details {
                kind: row.kind,
                addressee: row.addressee,
                anonymous: Some(row.anonymous),
            }),
        })
    });
    Ok(Marked { text: marks.text, quotes: quotes.collect::<Result<_, _>>()?, quotations: marks.quotations })
}

#[cfg(test)]
mod tests;
