use super::encoding::{decode, decode_as};
use super::html::decode_page;
use super::table::{self, Columns, Table};
use super::{Content, Incoming, Kind, Problem, html, html_text, open};
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
    /// The encodings in which texts were read that do not tell theirs.
    pub encodings: Vec<&'static str>,
    /// The PDF files, with their names, when they are not read here.
    pub pdfs: Vec<(String, Vec<u8>)>,
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
    /// The one article of a file.
    pub fn new(name: &str, bytes: &[u8], incoming: Incoming) -> Self {
        let source = Source { name: name.to_owned(), sha256: hash(bytes) };
        Self { incoming, name: stem(name).to_owned(), source }
    }

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

/// Reads the article of a PDF file.
pub type ReadPdf = fn(&[u8]) -> Result<Incoming, Problem>;

/// What is to be known to read a file beside its bytes: what a person says of it, and how a PDF is read.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The encoding of a text, by its label. In an archive: of those texts that do not tell theirs.
    pub encoding: Option<&'a str>,
    /// The columns of a table.
    pub choose: &'a Choose<'a>,
    /// Reads a PDF file, [`super::pdf`]. Nothing: they are handed back.
    pub pdf: Option<ReadPdf>,
}

/// The articles in the file `name` with these bytes, whatever its format; of an archive, those in its files. Of a table in an archive
/// nobody is asked: its columns are guessed.
///
/// # Errors
/// Why the file is not read.
pub fn harvest(name: &str, bytes: &[u8], told: Told) -> Result<Harvest, Problem> {
    let mut out = Harvest::default();
    match out.open(name, bytes, told.encoding, true)? {
        Content::Table(table) => match (told.choose)(&table)? {
            Some(columns) => out.rows(name, bytes, &table, &columns)?,
            None => out.table = Some(table),
        },
        Content::Files(files) => {
            for (inner, bytes) in files {
                let read = out.open(&inner, &bytes, told.encoding, false).and_then(|content| match content {
                    Content::Table(table) => {
                        let columns = (told.choose)(&table)?.unwrap_or_else(|| table.guess());
                        out.rows(&inner, &bytes, &table, &columns)
                    }
                    content => out.content(&inner, &bytes, content, told),
                });
                out.refused.extend(read.err().map(|problem| (inner, problem)));
            }
            if out.found.is_empty() && out.refused.is_empty() && out.pdfs.is_empty() {
                return Err(Problem("The archive holds no files. Choose another one.".to_owned()));
            }
        }
        content => out.content(name, bytes, content, told)?,
    }
    Ok(out)
}

impl Harvest {
    /// What is in a file; a text is read in `encoding`, if there is one and `always` or the text does not tell its own.
    fn open(
        &mut self,
        name: &str,
        bytes: &[u8],
        encoding: Option<&str>,
        always: bool,
    ) -> Result<Content, Problem> {
        let kind = Kind::of(name, bytes);
        let chosen = encoding.filter(|_| always);
        if !kind.is_text() || (chosen.is_none() && std::str::from_utf8(bytes).is_ok()) {
            return open(name, bytes);
        }
        let (text, guess) = match chosen {
            Some(label) => decode_as(bytes, label).map(|read| (read.text.into(), Some(read.encoding)))?,
            None if kind == Kind::Html => decode_page(bytes, None),
            None => decode(bytes).map(|read| (read.text.into(), read.guessed.then_some(read.encoding)))?,
        };
        let (text, guess) = match (guess, encoding) {
            (Some(_), Some(label)) if !always => {
                decode_as(bytes, label).map(|read| (read.text.into(), Some(read.encoding)))?
            }
            _ => (text, guess),
        };
        self.encodings.extend(guess);
        open(name, text.as_bytes())
    }

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

    fn content(&mut self, name: &str, bytes: &[u8], content: Content, told: Told) -> Result<(), Problem> {
        let incoming = match content {
            Content::Articles(articles) => articles,
            Content::Page(page) => vec![html(&page, None)?],
            Content::SavedPage(page) => vec![html_text(&page)?],
            Content::Pdf(bytes) => match told.pdf {
                Some(pdf) => vec![pdf(&bytes)?],
                None => {
                    self.pdfs.push((name.to_owned(), bytes));
                    return Ok(());
                }
            },
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

    fn harvest(name: &str, bytes: &[u8], choose: &Choose) -> Result<Harvest, Problem> {
        super::harvest(name, bytes, Told { encoding: None, choose, pdf: None })
    }

    fn read_as(name: &str, bytes: &[u8], encoding: Option<&str>) -> (Vec<&'static str>, Vec<String>) {
        let read = super::harvest(
            name,
            bytes,
            Told { encoding, choose: &|table| Ok(Some(table.guess())), pdf: None },
        );
        let read = read.unwrap();
        (read.encodings, read.found.into_iter().map(|found| found.incoming.text).collect())
    }

    #[test]
    fn a_guessed_encoding_is_told_and_can_be_changed() {
        let bytes = b"Gar\x8don, she said: \x8et\x8e, for\x90t.";
        let (encodings, texts) = read_as("a.txt", bytes, None);
        assert_eq!((encodings.len(), texts.len()), (1, 1));
        let (encodings, texts) = read_as("a.txt", bytes, Some("macintosh"));
        assert_eq!(
            (&encodings[..], &texts[..]),
            (&["macintosh"][..], &["Garçon, she said: été, forêt.".to_owned()][..])
        );
        assert_eq!(read_as("a.csv", b"body\nT\x8et\x8e\n", Some("macintosh")).1, ["Tété"]);
        assert_eq!(read_as("a.txt", "été".as_bytes(), None), (vec![], vec!["été".to_owned()]));
        assert_eq!(read_as("a.txt", "é".as_bytes(), Some("windows-1252")).1, ["Ã©"]);
        let none = super::super::harvest(
            "a.txt",
            bytes,
            Told { encoding: Some("latin-seventeen"), choose: &ask, pdf: None },
        );
        assert!(none.is_err_and(|problem| problem.0.contains("latin-seventeen")));
    }

    #[test]
    fn a_page_is_read_in_the_encoding_that_is_chosen() {
        let page = b"<html><body><article><p>"
            .iter()
            .copied()
            .chain(b"The caf\xe9 of Grell opens at noon. ".repeat(20));
        let page: Vec<u8> = page.collect();
        let (encodings, texts) = read_as("a.html", &page, None);
        assert_eq!(encodings, ["windows-1252"]);
        assert!(texts[0].starts_with("The café"));
        assert!(read_as("a.html", &page, Some("koi8-r")).1[0].starts_with("The cafИ"));
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
    fn a_pdf_is_handed_back_or_read() {
        let bytes = b"%PDF-1.7 ...";
        let handed = harvest("a.pdf", bytes, &ask).unwrap();
        assert_eq!((handed.pdfs, handed.found), (vec![("a.pdf".to_owned(), bytes.to_vec())], vec![]));
        let told = Told { encoding: None, choose: &ask, pdf: Some(|_| Ok(super::super::text("Fog."))) };
        let read = super::harvest("old/a.pdf", bytes, told).unwrap();
        assert_eq!(read.found, [Found::new("old/a.pdf", bytes, super::super::text("Fog."))]);
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
