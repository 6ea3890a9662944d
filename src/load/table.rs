//! Tables of articles: `.csv`, `.tsv`, `.jsonl` and `.json`.

use super::encoding::decode;
use super::{Incoming, Problem, plain};
use serde_json::Value;

/// A table as a file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows; each has a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// Which column, counted from 0, holds what of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The article's text.
    pub text: usize,
    /// The headline.
    pub title: Option<usize>,
    /// Who wrote it.
    pub byline: Option<usize>,
    /// When it was published.
    pub date: Option<usize>,
    /// Its address.
    pub address: Option<usize>,
    /// Its language.
    pub language: Option<usize>,
    /// The publication.
    pub site: Option<usize>,
}

/// A table has at most so many columns.
const MOST_COLUMNS: usize = 1000;
/// So many rows show which column holds the texts.
const SAMPLE: usize = 200;

/// The table in a file of comma-separated values; semicolons and tabs part cells too, whichever the first line has most of.
///
/// # Errors
/// It is no text, or has no rows.
pub fn csv(bytes: &[u8]) -> Result<Table, Problem> {
    let text = decode(bytes)?.text;
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: char| head.matches(sign).count();
    let sign = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(',');
    separated(&text, sign as u8)
}

/// The table in a file of tab-separated values.
///
/// # Errors
/// It is no text, or has no rows.
pub fn tsv(bytes: &[u8]) -> Result<Table, Problem> {
    separated(&decode(bytes)?.text, b'\t')
}

fn separated(text: &str, sign: u8) -> Result<Table, Problem> {
    let mut reader = csv::ReaderBuilder::new().delimiter(sign).flexible(true).from_reader(text.as_bytes());
    let mut table = Table {
        columns: reader.headers().map_err(|e| bad(&e))?.iter().map(|c| c.trim().to_owned()).collect(),
        rows: vec![],
    };
    check(&table)?;
    for record in reader.records() {
        let record = record.map_err(|e| bad(&e))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let mut row: Vec<String> = record.iter().take(table.columns.len()).map(str::to_owned).collect();
        // A text with commas that nobody put in quotation marks: nothing of it is dropped.
        if let Some(last) = row.last_mut() {
            for cell in record.iter().skip(table.columns.len()) {
                last.push(char::from(sign));
                last.push_str(cell);
            }
        }
        row.resize(table.columns.len(), String::new());
        table.rows.push(row);
    }
    not_empty(table)
}

/// The table in JSON Lines: an object a line.
///
/// # Errors
/// A line is no object, or there is none.
pub fn json_lines(bytes: &[u8]) -> Result<Table, Problem> {
    let text = decode(bytes)?.text;
    let mut objects = Objects::default();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let value = serde_json::from_str(line).map_err(|e| bad(&format!("line {}: {e}", number + 1)))?;
        objects.add(value)?;
    }
    objects.table()
}

/// The table in JSON: a list of objects, one object with such a list in it, or one object that is the article.
///
/// # Errors
/// It is not valid JSON, or holds no objects.
pub fn json(bytes: &[u8]) -> Result<Table, Problem> {
    let value: Value = serde_json::from_str(&decode(bytes)?.text).map_err(|e| bad(&e))?;
    let list = match value {
        Value::Array(list) => list,
        Value::Object(map) if map.values().any(objects) => map
            .into_iter()
            .map(|(_, value)| value)
            .find(objects)
            .and_then(|value| match value {
                Value::Array(list) => Some(list),
                _ => None,
            })
            .unwrap_or_default(),
        other => vec![other],
    };
    let mut found = Objects::default();
    for value in list {
        found.add(value)?;
    }
    found.table()
}

fn objects(value: &Value) -> bool {
    value.as_array().is_some_and(|list| list.first().is_some_and(Value::is_object))
}

#[derive(Default)]
struct Objects {
    table: Table,
    places: rustc_hash::FxHashMap<String, usize>,
}

impl Objects {
    fn add(&mut self, value: Value) -> Result<(), Problem> {
        let Value::Object(map) = value else {
            return Err(bad(&"an article must be an object such as {\"title\": …, \"text\": …}"));
        };
        let mut row = vec![String::new(); self.table.columns.len()];
        for (name, value) in map {
            let next = self.table.columns.len();
            let at = *self.places.entry(name).or_insert_with_key(|name| {
                self.table.columns.push(name.clone());
                next
            });
            check(&self.table)?;
            row.resize(row.len().max(at + 1), String::new());
            if let Some(cell) = row.get_mut(at) {
                *cell = words(value);
            }
        }
        self.table.rows.push(row);
        Ok(())
    }

    fn table(mut self) -> Result<Table, Problem> {
        for row in &mut self.table.rows {
            row.resize(self.table.columns.len(), String::new());
        }
        not_empty(self.table)
    }
}

/// A cell's words. The lines of a list of texts become paragraphs.
fn words(value: Value) -> String {
    match value {
        Value::String(words) => words,
        Value::Null => String::new(),
        Value::Array(list) if list.iter().all(Value::is_string) => {
            list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n\n")
        }
        other => other.to_string(),
    }
}

fn check(table: &Table) -> Result<(), Problem> {
    if table.columns.len() > MOST_COLUMNS {
        return Err(Problem(format!(
            "The table has more than {MOST_COLUMNS} columns. Keep those of the articles and try again."
        )));
    }
    Ok(())
}

fn not_empty(table: Table) -> Result<Table, Problem> {
    if table.rows.is_empty() {
        Err(Problem("The table has no rows with articles. Choose another file.".to_owned()))
    } else {
        Ok(table)
    }
}

fn bad(reason: &dyn std::fmt::Display) -> Problem {
    Problem(format!("The table cannot be read: {reason}. Correct the file and try again."))
}

impl Table {
    /// The column of this name, in any case.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.trim().to_lowercase() == name.to_lowercase())
    }

    /// What the columns seem to hold: the one with the longest cells the text, the others by their names.
    pub fn guess(&self) -> Columns {
        let named = |names: &[&str]| names.iter().find_map(|name| self.column(name));
        let mut columns = Columns {
            text: 0,
            title: named(&["title", "headline", "heading", "head", "subject"]),
            byline: named(&["byline", "author", "authors", "by", "writer", "reporter"]),
            date: named(&[
                "date",
                "published",
                "publish_date",
                "pubdate",
                "publication_date",
                "date_published",
                "created",
                "time",
            ]),
            address: named(&["url", "address", "link", "uri", "href"]),
            language: named(&["language", "lang"]),
            site: named(&["site", "publication", "source", "publisher", "outlet", "newspaper"]),
        };
        let taken = [columns.title, columns.byline, columns.date, columns.address];
        let length = |at: usize| -> usize {
            self.rows.iter().take(SAMPLE).filter_map(|row| row.get(at)).map(String::len).sum()
        };
        let free = (0..self.columns.len()).filter(|at| !taken.contains(&Some(*at)));
        columns.text = free.rev().max_by_key(|at| length(*at)).unwrap_or(0);
        columns
    }
}

/// The articles of a table: one for each row with a text.
pub fn articles(table: &Table, columns: &Columns) -> Vec<Incoming> {
    let row = |row: &Vec<String>| {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).and_then(|cell| super::xml::some(cell));
        let mut incoming = plain::text(row.get(columns.text)?);
        incoming.meta = super::Meta {
            title: cell(columns.title),
            byline: cell(columns.byline),
            date: cell(columns.date),
            address: cell(columns.address),
            language: cell(columns.language),
            site: cell(columns.site),
            caption: None,
        };
        incoming.not_empty().ok()
    };
    table.rows.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_bare_commas_is_whole() {
        let table = csv("id,body\n1,“Fog,” she said, twice.\n".as_bytes()).unwrap();
        assert_eq!(table.rows, [["1", "“Fog,” she said, twice."]]);
    }

    #[test]
    fn columns_are_guessed_and_rows_become_articles() {
        let table =
            csv("Headline;Body;Lang\nFerry;\"It sails; again\nand again.\";en\n;;\nLamp;Lit.\n".as_bytes())
                .unwrap();
        let columns = table.guess();
        assert_eq!(
            (columns.text, columns.title, columns.language, columns.date),
            (1, Some(0), Some(2), None)
        );
        let found = articles(&table, &columns);
        assert_eq!((found.len(), found[0].text.as_str()), (2, "It sails; again\nand again."));
        assert_eq!(
            (found[0].meta.language.as_deref(), found[1].meta.language.as_deref()),
            (Some("en"), None)
        );
    }

    #[test]
    fn objects_in_lines_in_a_list_and_alone() {
        let lines =
            json_lines(b"{\"a\": 1, \"text\": [\"x\", \"y\"]}\n\n{\"b\": null, \"text\": \"z\"}").unwrap();
        assert_eq!(lines.columns, ["a", "text", "b"]);
        assert_eq!(lines.rows, [["1", "x\n\ny", ""], ["", "z", ""]]);
        assert_eq!(json(b"{\"data\": [{\"t\": \"x\"}]}").unwrap().rows, [["x"]]);
        assert_eq!(json(b"{\"t\": \"x\"}").unwrap().rows, [["x"]]);
        for bytes in [&b"[1]"[..], b"{", b"[]", b"", &[b'['; 100_000]] {
            assert!(json(bytes).is_err());
        }
        assert!(json_lines(b"{\"a\": 1}\n{oops").unwrap_err().0.contains("line 2"));
    }
}
