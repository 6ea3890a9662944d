use super::table::{self, Table};
use super::{Incoming, Kind, Problem, docx, epub, markdown, mhtml, odt, rtf, text, zip};

/// What is in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Articles.
    Articles(Vec<Incoming>),
    /// A table; which columns hold what is to be said: [`Table::guess`], then [`table::articles`].
    Table(Table),
    /// A web page as it came, and still to be cleaned.
    Page(Vec<u8>),
    /// A web page that a browser saved, as HTML, and still to be cleaned.
    SavedPage(String),
    /// A PDF file, still to be read with [`super::pdf`]: that is large, and not every program has it.
    Pdf(Vec<u8>),
    /// The files of an archive with their names.
    Files(Vec<(String, Vec<u8>)>),
}

/// What is in the file `name` with these bytes, whatever its format.
///
/// # Errors
/// Why it is not read.
pub fn open(name: &str, bytes: &[u8]) -> Result<Content, Problem> {
    let one = |incoming: Incoming| Content::Articles(vec![incoming]);
    match Kind::of(name, bytes) {
        Kind::Text => text(&super::encoding::decode(bytes)?.text).not_empty().map(one),
        Kind::Markdown => markdown(&super::encoding::decode(bytes)?.text).map(one),
        Kind::Html => Ok(Content::Page(bytes.to_vec())),
        Kind::Mhtml => mhtml(bytes).map(Content::SavedPage),
        Kind::Docx => docx(bytes).map(one),
        Kind::Odt => odt(bytes).map(one),
        Kind::Epub => epub(bytes).map(Content::Articles),
        Kind::Rtf => rtf(bytes).map(one),
        Kind::Pdf => Ok(Content::Pdf(bytes.to_vec())),
        Kind::Csv => table::csv(bytes).map(Content::Table),
        Kind::Tsv => table::tsv(bytes).map(Content::Table),
        Kind::JsonLines => table::json_lines(bytes).map(Content::Table),
        Kind::Json => table::json(bytes).map(Content::Table),
        Kind::Zip => zip(bytes).map(Content::Files),
        Kind::Locked => Err(super::archive::locked()),
        Kind::OldOffice => Err(Problem(
            "The file is of an old Office program. Open it there, save it as .docx, and try again."
                .to_owned(),
        )),
        Kind::Binary => Err(Problem(
            "The file is a picture, a sound or a program, not a text. Choose another file.".to_owned(),
        )),
    }
}
