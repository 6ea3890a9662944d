use super::table::{self, Columns, Table};
use super::{Content, Incoming, Problem, html, html_text, open};
use crate::document::{Article, Source};
use sha2::{Digest, Sha256};

/// What comes out of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Harvest {
    /// The articles, in the file's order, each with the name of the file it stood in.
    pub articles: Vec<(String, Article)>,
    /// The files of an archive that are not read, and why.
    pub refused: Vec<(String, Problem)>,
    /// It is a table, and it is to be said which columns hold what; then there is nothing else.
    pub table: Option<Table>,
}

/// The articles in the file `name` with these bytes, whatever its format; of an archive, those in its files. `columns` says what a
/// table holds; in an archive, tables are guessed at.
///
/// # Errors
/// Why the file is not read.
pub fn harvest(name: &str, bytes: &[u8], columns: Option<&Columns>) -> Result<Harvest, Problem> {
    let mut out = Harvest::default();
    match (open(name, bytes)?, columns) {
        (Content::Table(table), None) => out.table = Some(table),
        (Content::Table(table), Some(columns)) => out.add(name, bytes, table::articles(&table, columns)),
        (Content::Files(files), _) => {
            for (name, bytes) in files {
                if let Err(problem) = out.file(&name, &bytes) {
                    out.refused.push((name, problem));
                }
            }
            if out.articles.is_empty() && out.refused.is_empty() {
                return Err(Problem("The archive holds no files. Choose another one.".to_owned()));
            }
        }
        (content, _) => out.content(name, bytes, content)?,
    }
    Ok(out)
}

impl Harvest {
    /// One file of an archive.
    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        match open(name, bytes)? {
            Content::Table(table) => self.add(name, bytes, table::articles(&table, &table.guess())),
            Content::Files(_) => {
                return Err(Problem("It is an archive within an archive. Unpack it first.".to_owned()));
            }
            content => self.content(name, bytes, content)?,
        }
        Ok(())
    }

    fn content(&mut self, name: &str, bytes: &[u8], content: Content) -> Result<(), Problem> {
        let incoming = match content {
            Content::Articles(articles) => articles,
            Content::Page(page) => vec![html(&page, None)?],
            Content::SavedPage(page) => vec![html_text(&page)?],
            Content::Table(_) | Content::Files(_) => vec![],
        };
        self.add(name, bytes, incoming);
        Ok(())
    }

    fn add(&mut self, name: &str, bytes: &[u8], incoming: Vec<Incoming>) {
        let source = Source { name: name.to_owned(), sha256: hash(bytes) };
        let several = incoming.len() > 1;
        let stem = stem(name);
        for (number, incoming) in (1..).zip(incoming) {
            let called = if several { format!("{stem} {number}") } else { stem.to_owned() };
            let mut article = incoming.article(&called);
            if article.about.address.is_empty()
                && (name.starts_with("https://") || name.starts_with("http://"))
            {
                name.clone_into(&mut article.about.address);
            }
            article.source = Some(source.clone());
            self.articles.push((name.to_owned(), article));
        }
    }
}

/// A file's name without folders and ending; an address as it is.
fn stem(name: &str) -> &str {
    if name.contains("://") {
        return name;
    }
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.rsplit_once('.').map_or(last, |(stem, _)| stem)
}

/// The SHA-256 of `bytes` in hexadecimal digits.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gives_its_article_with_its_source() {
        let found = harvest("old/ferry.txt", b"The ferry sank.", None).unwrap();
        let (name, article) = &found.articles[0];
        assert_eq!((name.as_str(), article.about.title.as_str()), ("old/ferry.txt", "ferry"));
        let source = article.source.clone().unwrap();
        assert_eq!(source.sha256.len(), 64);
        assert!(source.sha256.starts_with(&hash(b"The ferry sank.")[..8]));
        assert_eq!(hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn a_table_is_asked_about_and_then_read() {
        let csv =
            b"id,headline,body\n1,Fog,The ferry stayed in the harbour all day.\n2,Sun,It left at noon.\n";
        let table = harvest("a.csv", csv, None).unwrap().table.unwrap();
        let columns = table.guess();
        assert_eq!((columns.text, columns.title), (2, Some(1)));
        let found = harvest("a.csv", csv, Some(&columns)).unwrap();
        let titles: Vec<&str> =
            found.articles.iter().map(|(_, article)| article.about.title.as_str()).collect();
        assert_eq!(titles, ["Fog", "Sun"]);
    }

    #[test]
    fn the_address_of_a_page_is_known() {
        let page = format!(
            "<html><body><article><p>{}</p></article>",
            "The ferry left the harbour at noon. ".repeat(20)
        );
        let found = harvest("https://grell.example/ferry", page.as_bytes(), None).unwrap();
        assert_eq!(found.articles[0].1.about.address, "https://grell.example/ferry");
    }
}
