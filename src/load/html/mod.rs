//! The article on a saved page: its body without menus, adverts and comments, and what the page tells about it.

mod blocks;
mod margins;
mod names;
mod parse;
mod strip;
mod trim;
mod walk;

use crate::load::{Incoming, Problem};
use dom_smoothie::{Config, Readability};

/// The article on a page.
///
/// # Errors
/// A sentence that says what to do when no article is found.
pub fn html_text(html: &str) -> Result<Incoming, Problem> {
    let mut incoming = Incoming::default();
    let none = || Problem("No article was found on this page. Copy the article’s text and paste it instead.".to_owned());
    let document = parse::parse(html).ok_or_else(none)?;
    let config = Config { keep_classes: true, ..Config::default() };
    let mut reader = Readability::with_document(document, None, Some(config)).map_err(|_| none())?;
    strip::strip(&reader.doc);
    let margins = margins::Margins::of(reader.doc.root());
    let article = reader.parse().map_err(|_| none())?;
    incoming.meta.title = Some(article.title);
    let root = reader.doc.select_single("#readability-page-1");
    let root = root.nodes().first().ok_or_else(none)?;
    let parts = blocks::parts(*root, &margins.within(*root));
    let parts = if std::env::var("NOTRIM").is_err() { trim::trim(parts, &incoming.meta) } else { parts };
    for part in parts {
        incoming.push(part.kind, &part.words);
    }
    Ok(incoming)
}
