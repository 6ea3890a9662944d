//! PDF files with a text layer.

mod fonts;
mod latin;
mod lines;
mod order;
mod page;
mod paragraphs;
mod weight;

use super::{Incoming, Problem, xml::some};
use hayro_syntax::object::DateTime;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// A file is read up to this page.
const MOST_PAGES: usize = 5000;

/// The article in a PDF file. Words broken at line ends are joined, lines become paragraphs; page numbers and lines that stand on
/// top or at the foot of several pages are left out. Columns are read one after the other.
///
/// # Errors
/// The file is damaged, locked with a password, a scan, or its letters cannot be told.
pub fn pdf(bytes: &[u8]) -> Result<Incoming, Problem> {
    let file = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => super::archive::locked(),
        LoadPdfError::Decryption(_) => Problem(
            "The file is locked in a way that is not known here. Save it without protection and try again."
                .to_owned(),
        ),
        LoadPdfError::Invalid => Problem(
            "The file is damaged or not complete. Fetch or save it once more and try again.".to_owned(),
        ),
    })?;
    let fonts = fonts::Fonts::default();
    let mut left = page::MOST_STEPS;
    let mut bytes_left = weight::MOST_BYTES;
    let mut pages = Vec::new();
    let (mut known, mut unknown) = (0_usize, 0_usize);
    for page in file.pages().iter().take(MOST_PAGES) {
        if !weight::fits(page, &mut bytes_left) {
            return Err(Problem(
                "The pages unpack to more than 64 MB. Split the file into smaller ones and try again."
                    .to_owned(),
            ));
        }
        let drawn = page::letters(page, &fonts, &mut left, &mut bytes_left);
        known += drawn.letters.iter().filter(|letter| letter.known).count();
        unknown += drawn.letters.iter().filter(|letter| !letter.known).count();
        pages.push(order::order(lines::lines(&drawn.letters)));
    }
    if unknown > known {
        return Err(Problem(
            "The file does not tell which letters its signs stand for. Open it, copy the text, and paste it here.".to_owned(),
        ));
    }
    if known == 0 {
        return Err(Problem(
            "There is no text in the file: its pages are pictures, as a scanner makes them. Run it through a program for text \
             recognition (OCR) first."
                .to_owned(),
        ));
    }
    let mut incoming = paragraphs::article(pages);
    let metadata = file.metadata();
    incoming.meta.title = metadata.title.as_deref().and_then(words).filter(|title| is_title(title));
    incoming.meta.byline = metadata.author.as_deref().and_then(words);
    incoming.meta.date = metadata.creation_date.map(iso);
    if incoming.text.is_empty() {
        return Err(Problem(
            "There is no text in the file but page numbers and running heads. Choose another file."
                .to_owned(),
        ));
    }
    Ok(incoming)
}

/// The date as ISO 8601, to the second, with its offset from UTC.
fn iso(date: DateTime) -> String {
    let DateTime { year, month, day, hour, minute, second, utc_offset_hour, utc_offset_minute } = date;
    let day = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    match (utc_offset_hour, utc_offset_minute) {
        (0, 0) => day + "Z",
        (hours, minutes) => format!("{day}{hours:+03}:{minutes:02}"),
    }
}

/// Programs put the file's name where the title should stand.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let file = [".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".qxp", ".txt", ".html", ".fodt"];
    !lower.starts_with("microsoft word")
        && !lower.starts_with("untitled")
        && !file.iter().any(|end| lower.ends_with(end))
}

/// A text of the file's properties.
fn words(bytes: &[u8]) -> Option<String> {
    some(&latin::text(bytes))
}
