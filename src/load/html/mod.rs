//! The article on a saved page: its body without menus, adverts and comments, and what the page tells about it.
//!
//! A library finds the part of the page that is the article. Around it: the page is stripped of what nobody reads, the names of
//! elements tell the margins (share bars, captions, bylines), and the words of lines tell the rest.

mod attributes;
mod blocks;
mod body;
mod byline;
mod decode;
mod flat;
mod linked_data;
mod margins;
mod meta;
mod names;
mod page;
mod parse;
mod phrases;
mod strip;
mod trim;
mod walk;
mod words;

use crate::load::{Incoming, Problem};
pub(super) use decode::decode as decode_page;

/// What to do with a page that gives no article.
const NONE: &str =
    "No article was found on this page. Copy the article’s text in the browser, and paste it here.";
/// An article has so many words.
const LEAST_WORDS: usize = 15;

/// The article on a page of which the encoding is to be found; `charset` is what the server said of it.
///
/// # Errors
/// A sentence that says what to do when no article is found.
pub fn html(bytes: &[u8], charset: Option<&str>) -> Result<Incoming, Problem> {
    html_text(&decode_page(bytes, charset).0)
}

/// The article on a page.
///
/// # Errors
/// A sentence that says what to do when no article is found.
pub fn html_text(html: &str) -> Result<Incoming, Problem> {
    if html.trim().is_empty() {
        return Err(problem("This page is empty. Open it again, and save it once all of it is shown."));
    }
    if attributes::is_flooded(html) {
        return Err(problem(NONE));
    }
    let mut incoming = Incoming::default();
    let parts = match parse::parse(html) {
        Some(document) => {
            let data = linked_data::linked_data(&document);
            incoming.meta = meta::meta(&document, &data.meta);
            body::body(document, data.parts, &incoming.meta)
        }
        None => flat::flat(html),
    };
    for part in parts {
        incoming.push(part.kind, &part.words);
    }
    if words::count(&incoming.text) < LEAST_WORDS {
        return Err(problem(NONE));
    }
    Ok(incoming)
}

fn problem(words: &str) -> Problem {
    Problem(words.to_owned())
}
