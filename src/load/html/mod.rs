//! The article on a saved page: its body without menus, adverts and comments, and what the page tells about it.

mod blocks;
mod parse;

use crate::load::{Incoming, Problem};
use dom_smoothie::Readability;

/// The article on a page.
///
/// # Errors
/// A sentence that says what to do when no article is found.
pub fn html_text(html: &str) -> Result<Incoming, Problem> {
    let mut incoming = Incoming::default();
    let none = || Problem("No article was found on this page. Copy the article’s text and paste it instead.".to_owned());
    let document = parse::parse(html).ok_or_else(none)?;
    let mut reader = Readability::with_document(document, None, None).map_err(|_| none())?;
    let article = reader.parse().map_err(|_| none())?;
    incoming.meta.title = Some(article.title);
    let root = reader.doc.select_single("#readability-page-1");
    let root = root.nodes().first().ok_or_else(none)?;
    blocks::put(blocks::blocks(*root), &mut incoming);
    Ok(incoming)
}
