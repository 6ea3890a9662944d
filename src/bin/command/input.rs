use scarequote::document::{Article, Document};
use scarequote::extract::{Findings, Structure, extract_structured};
use scarequote::formats::scarequote::read;
use scarequote::load::table::{Columns, Table};
use scarequote::load::{Harvest, Incoming, Problem, Told, harvest, pdf, plain_text};
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

/// What the core finds in an article, its blocks being known, and what is set aside if anything is.
pub(crate) fn found(article: &Article) -> Findings {
    let aside = Some(&*article.reading.boilerplate).filter(|aside| !aside.is_empty());
    extract_structured(&article.text, &Structure { blocks: &article.blocks, aside }, &mut |_| ())
}

/// What the command line says of files that do not tell it by themselves.
#[derive(clap::Args)]
pub(crate) struct Named {
    /// The encoding of a text file, such as windows-1252; in an archive, of those texts that do not tell theirs.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
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
    let choose = |table: &Table| named.columns(table).map(Some);
    let told = Told { encoding: named.encoding.as_deref(), choose: &choose, pdf: Some(pdf) };
    match harvest(name, bytes, told) {
        Ok(Harvest { found, refused, .. }) => {
            let problems = refused.into_iter().map(|(inner, problem)| format!("{name}: {inner}: {problem}"));
            (found.into_iter().map(|found| found.incoming).collect(), problems.collect())
        }
        Err(problem) => (vec![], vec![format!("{name}: {problem}")]),
    }
}
