//! PDF files with a text layer.

mod fonts;
mod lines;
mod page;
mod paragraphs;

use super::{Incoming, Problem, xml::some};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// A file is read up to this page.
const MOST_PAGES: usize = 5000;

/// The article in a PDF file. Words broken at line ends are joined, lines become paragraphs; page numbers and lines that stand on
/// top or at the foot of several pages are left out. The text is in the order in which the file draws it.
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
    let mut pages = Vec::new();
    let (mut known, mut unknown) = (0_usize, 0_usize);
    for page in file.pages().iter().take(MOST_PAGES) {
        let drawn = page::letters(page, &fonts, &mut left);
        known += drawn.letters.iter().filter(|letter| letter.known).count();
        unknown += drawn.letters.iter().filter(|letter| !letter.known).count();
        pages.push(lines::lines(&drawn.letters));
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
    incoming.meta.date =
        metadata.creation_date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    incoming.not_empty()
}

/// Programs put the file's name where the title should stand.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let file = [".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".qxp", ".txt", ".html", ".fodt"];
    !lower.starts_with("microsoft word")
        && !lower.starts_with("untitled")
        && !file.iter().any(|end| lower.ends_with(end))
}

/// A text of the file's properties: UTF-16 or UTF-8 with a byte order mark, else Latin.
fn words(bytes: &[u8]) -> Option<String> {
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(bytes);
    some(&text)
}
