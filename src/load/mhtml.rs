//! Pages saved whole, `.mhtml`.

use super::Problem;
use mail_parser::{MessageParser, MimeHeaders, PartType};

/// The HTML of a page that a browser saved as one file.
///
/// # Errors
/// There is no page in the file.
pub fn mhtml(bytes: &[u8]) -> Result<String, Problem> {
    let message = MessageParser::default().parse(bytes).ok_or_else(none)?;
    let pages = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(page) => Some(page.as_ref()),
        // XHTML is no text for a mail program.
        PartType::Binary(page) | PartType::InlineBinary(page)
            if part.is_content_type("application", "xhtml+xml") =>
        {
            std::str::from_utf8(page).ok()
        }
        _ => None,
    });
    // The first page is the one that was saved; those after it stand in its frames.
    pages.into_iter().find(|page| !page.trim().is_empty()).map(str::to_owned).ok_or_else(none)
}

fn none() -> Problem {
    Problem(
        "There is no page in the file: it is damaged or not complete. Save the page once more and try again."
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_decoded() {
        let file = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; \
            charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>f=E4hrt=\r\n wieder</p>\r\n--b--\r\n";
        assert_eq!(mhtml(file).unwrap().trim(), "<p>fährt wieder</p>");
        assert!(mhtml(b"").is_err());
    }
}
