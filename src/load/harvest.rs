use super::table::{self, Columns, Table};
use super::{Content, Incoming, Problem, html, html_text, open};
use crate::document::{Article, Source};
use sha2::{Digest, Sha256};

/// What comes out of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Harvest {
    /// The articles, in the file's order.
    pub found: Vec<Found>,
    /// The files of an archive that are not read, and why.
    pub refused: Vec<(String, Problem)>,
    /// It is a table, and it is to be said which columns hold what; then there is nothing else.
    pub table: Option<Table>,
}

/// An article and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it says.
    pub incoming: Incoming,
    /// What it is called when it has no headline: the file's name, and its number in the file.
    pub name: String,
    /// The file.
    pub source: Source,
}

impl Found {
    /// The article. One that was fetched from the web has its address, when it names no other.
    pub fn article(self) -> Article {
        let mut article = self.incoming.article(&self.name);
        if article.about.address.is_empty() && is_address(&self.source.name) {
            self.source.name.clone_into(&mut article.about.address);
        }
        article.source = Some(self.source);
        article
    }
}

/// Says which columns of a table hold what; nothing when a person is to be asked.
pub type Choose<'a> = dyn Fn(&Table) -> Result<Option<Columns>, Problem> + 'a;

/// The articles in the file `name` with these bytes, whatever its format; of an archive, those in its files. Of a table in an archive
/// nobody is asked: its columns are guessed.
///
/// # Errors
/// Why the file is not read.
pub fn harvest(name: &str, bytes: &[u8], choose: &Choose) -> Result<Harvest, Problem> {
    let mut out = Harvest::default();
    match open(name, bytes)? {
        Content::Table(table) => match choose(&table)? {
            Some(columns) => out.rows(name, bytes, &table, &columns)?,
            None => out.table = Some(table),
        },
        Content::Files(files) => {
            for (inner, bytes) in files {
                let read = open(&inner, &bytes).and_then(|content| match content {
                    Content::Table(table) => {
                        let columns = choose(&table)?.unwrap_or_else(|| table.guess());
                        out.rows(&inner, &bytes, &table, &columns)
                    }
                    content => out.content(&inner, &bytes, content),
                });
                out.refused.extend(read.err().map(|problem| (inner, problem)));
            }
            if out.found.is_empty() && out.refused.is_empty() {
                return Err(Problem("The archive holds no files. Choose another one.".to_owned()));
            }
        }
        content => out.content(name, bytes, content)?,
    }
    Ok(out)
}

impl Harvest {
    fn rows(&mut self, name: &str, bytes: &[u8], table: &Table, columns: &Columns) -> Result<(), Problem> {
        let found = table::articles(table, columns);
        if found.is_empty() {
            return Err(Problem(
                "No row of the table has a text in that column. Choose another one.".to_owned(),
            ));
        }
        self.add(name, bytes, found);
        Ok(())
    }

    fn content(&mut self, name: &str, bytes: &[u8], content: Content) -> Result<(), Problem> {
        let incoming = match content {
            Content::Articles(articles) => articles,
            Content::Page(page) => vec![html(&page, None)?],
            Content::SavedPage(page) => vec![html_text(&page)?],
            Content::Table(_) | Content::Files(_) => {
                return Err(Problem("It is an archive within an archive. Unpack it first.".to_owned()));
            }
        };
        self.add(name, bytes, incoming);
        Ok(())
    }

    fn add(&mut self, name: &str, bytes: &[u8], incoming: Vec<Incoming>) {
        let source = Source { name: name.to_owned(), sha256: hash(bytes) };
        let several = incoming.len() > 1;
        let stem = stem(name);
        for (number, incoming) in (1..).zip(incoming) {
            let name = if several { format!("{stem} {number}") } else { stem.to_owned() };
            self.found.push(Found { incoming, name, source: source.clone() });
        }
    }
}

fn is_address(name: &str) -> bool {
    name.starts_with("https://") || name.starts_with("http://")
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

    fn ask(_: &Table) -> Result<Option<Columns>, Problem> {
        Ok(None)
    }

    #[test]
    fn a_file_gives_its_article_with_its_source() {
        let found = harvest("old/ferry.txt", b"The ferry sank.", &ask).unwrap();
        let article = found.found[0].clone().article();
        let source = article.source.clone().unwrap();
        assert_eq!((source.name.as_str(), article.about.title.as_str()), ("old/ferry.txt", "ferry"));
        assert_eq!(source.sha256.len(), 64);
        assert!(source.sha256.starts_with(&hash(b"The ferry sank.")[..8]));
        assert_eq!(hash(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn a_page_saved_as_one_file_gives_its_article() {
        let words =
            "The ferry left the harbour of Grell at noon, with nine people and two dogs on board. ".repeat(8);
        let page = format!(
            "From: <Saved by Blink>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; \
             boundary=\"cut\"\r\n\r\n--cut\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
             <html><body><nav>Home</nav><article><h1>Ferry runs</h1><p>{words}</p></article></body></html>\r\n--cut--\r\n"
        );
        let found = harvest("ferry.mhtml", page.as_bytes(), &ask).unwrap();
        assert_eq!(found.found[0].incoming.text, words.trim());
    }

    #[test]
    fn a_table_is_asked_about_and_then_read() {
        let csv =
            b"id,headline,body\n1,Fog,The ferry stayed in the harbour all day.\n2,Sun,It left at noon.\n";
        let table = harvest("a.csv", csv, &ask).unwrap().table.unwrap();
        let columns = table.guess();
        assert_eq!((columns.text, columns.title), (2, Some(1)));
        let found = harvest("a.csv", csv, &|_| Ok(Some(columns.clone()))).unwrap();
        let titles = found.found.into_iter().map(|found| found.article().about.title);
        assert_eq!(titles.collect::<Vec<_>>(), ["Fog", "Sun"]);
        let none = harvest("a.csv", csv, &|_| Ok(Some(Columns { text: 9, ..Columns::default() })));
        assert!(none.is_err_and(|problem| problem.0.contains("No row")));
    }

    #[test]
    fn the_address_of_a_page_is_known() {
        let page = format!(
            "<html><body><article><p>{}</p></article>",
            "The ferry left the harbour at noon. ".repeat(20)
        );
        let found = harvest("https://grell.example/ferry", page.as_bytes(), &ask).unwrap();
        assert_eq!(found.found[0].clone().article().about.address, "https://grell.example/ferry");
    }
}
