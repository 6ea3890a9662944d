use scarequote::document::Document;
use scarequote::formats::scarequote::read;
use scarequote::load::table::{Columns, Table, articles};
use scarequote::load::{Content, Incoming, Problem, open, plain_text};
use std::fs;
use std::path::Path;

/// The article, with its annotations if it has any, in a text file or an annotation file.
///
/// # Errors
/// What is wrong with the file, with its name.
pub(crate) fn document(path: &Path) -> Result<Document, String> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|e| format!("cannot open {name}: {e}"))?;
    if name.to_lowercase().ends_with(".json") {
        return annotations(&name, bytes);
    }
    Ok(Document::new(plain_text(&name, &bytes)?))
}

/// The document in an annotation file, whatever the file's name.
///
/// # Errors
/// What is wrong with the file, with its name.
pub(crate) fn annotations(name: &str, bytes: Vec<u8>) -> Result<Document, String> {
    let json =
        String::from_utf8(bytes).map_err(|_| format!("{name}: the file is damaged: it is not UTF-8"))?;
    read(&json).map_err(|problem| format!("{name}: {problem}"))
}

/// Whether these are the bytes of an annotation file rather than of a table.
pub(crate) fn annotated(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_lowercase();
    let start = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).replace(char::is_whitespace, "");
    name.ends_with(".scarequote.json")
        || name.ends_with(".json") && start.contains("\"format\":\"scarequote\"")
}

/// The columns of tables that the command line names.
#[derive(clap::Args)]
pub(crate) struct Named {
    /// The column of a table that holds the text of an article; else the one with the longest cells.
    #[arg(long, value_name = "NAME")]
    text_column: Option<String>,
    /// The column of a table that holds the headline.
    #[arg(long, value_name = "NAME")]
    title_column: Option<String>,
}

impl Named {
    fn columns(&self, table: &Table) -> Result<Columns, Problem> {
        let find = |name: &String| {
            table.column(name).ok_or_else(|| {
                let known = table.columns.join(", ");
                Problem(format!("There is no column “{name}”. The columns are: {known}."))
            })
        };
        let mut columns = table.guess();
        if let Some(name) = &self.text_column {
            columns.text = find(name)?;
        }
        if let Some(name) = &self.title_column {
            columns.title = Some(find(name)?);
        }
        Ok(columns)
    }
}

/// The articles in the file `name`, and what could not be read of it. An archive's files are read in turn.
pub(crate) fn incoming(name: &str, bytes: &[u8], named: &Named) -> (Vec<Incoming>, Vec<String>) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    match open(name, bytes) {
        Ok(Content::Files(files)) => {
            for (inner, bytes) in files {
                let inner = format!("{name}: {inner}");
                match open(&inner, &bytes).and_then(|content| flat(content, named)) {
                    Ok(more) => found.extend(more),
                    Err(problem) => problems.push(format!("{inner}: {problem}")),
                }
            }
        }
        content => match content.and_then(|content| flat(content, named)) {
            Ok(more) => found = more,
            Err(problem) => problems.push(format!("{name}: {problem}")),
        },
    }
    (found, problems)
}

fn flat(content: Content, named: &Named) -> Result<Vec<Incoming>, Problem> {
    match content {
        Content::Articles(articles) => Ok(articles),
        Content::Table(table) => {
            let found = articles(&table, &named.columns(&table)?);
            if found.is_empty() {
                return Err(Problem(
                    "No row of the table has a text. Name another column with --text-column.".to_owned(),
                ));
            }
            Ok(found)
        }
        Content::Page(_) | Content::SavedPage(_) => {
            let advice =
                "Web pages are not read here. Copy the article from the browser and save it as text.";
            Err(Problem(advice.to_owned()))
        }
        Content::Files(_) => {
            Err(Problem("An archive within an archive is not read. Unpack it first.".to_owned()))
        }
    }
}
