use super::blocks::{Part, parts};
use super::margins::Margins;
use super::strip::strip;
use super::trim::trim;
use super::words::count;
use crate::load::Meta;
use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// What the page's JSON-LD has as the body counts when the page itself shows less than this part of it, in hundredths.
const TOO_LITTLE: usize = 70;

/// The body of the article on a page, of which the JSON-LD may tell the body too.
pub(super) fn body(document: Document, told: Vec<Part>, meta: &Meta) -> Vec<Part> {
    let shown = shown(document, meta);
    let told = trim(told, meta);
    let (of_shown, of_told) = (words(&shown), words(&told));
    if of_shown * 100 < of_told * TOO_LITTLE { told } else { shown }
}

/// The body that the page shows.
fn shown(document: Document, meta: &Meta) -> Vec<Part> {
    strip(&document);
    let margins = Margins::of(document.root());
    let config = Config { disable_json_ld: true, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else { return Vec::new() };
    if reader.parse().is_err() {
        return Vec::new();
    }
    let article = reader.doc.select_single("#readability-page-1");
    let Some(root) = article.nodes().first() else { return Vec::new() };
    trim(parts(*root, &margins.within(*root)), meta)
}

fn words(parts: &[Part]) -> usize {
    parts.iter().map(|part| count(&part.words)).sum()
}
