use super::blocks::{Part, parts};
use super::margins::Margins;
use super::strip::{ARTICLE, strip};
use super::trim::trim;
use super::walk::{Step, walk};
use super::words::count;
use crate::load::Meta;
use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// What the page's JSON-LD has as the body counts when the page itself shows less than this part of it, in hundredths.
const TOO_LITTLE: usize = 70;
/// The same for what its elements mark as the body, in which there may be much else.
const FAR_TOO_LITTLE: usize = 30;

/// The body comes in so many elements at most.
const MOST_MARKED: usize = 20;

/// The body of the article on a page, of which the JSON-LD may tell the body too.
pub(super) fn body(document: Document, told: Vec<Part>, meta: &Meta) -> Vec<Part> {
    strip(&document);
    let margins = Margins::of(document.root());
    let marked = trim(marked(&document, &margins), meta);
    let found = trim(found(document, &margins), meta);
    let told = trim(told, meta);
    let (of_marked, of_found, of_told) = (words(&marked), words(&found), words(&told));
    if of_found * 100 < of_told * TOO_LITTLE {
        told
    } else if of_found * 100 < of_marked * FAR_TOO_LITTLE {
        marked
    } else {
        found
    }
}

/// The part of the page that a library for reading takes for the article.
fn found(document: Document, margins: &Margins) -> Vec<Part> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else { return Vec::new() };
    if reader.parse().is_err() {
        return Vec::new();
    }
    let article = reader.doc.select_single(&format!("#{ARTICLE}"));
    article.nodes().first().map(|root| parts(*root, &margins.within(*root))).unwrap_or_default()
}

/// The elements that the page itself marks as the body.
fn marked(document: &Document, margins: &Margins) -> Vec<Part> {
    let mut all = Vec::new();
    let mut left = MOST_MARKED;
    walk(document.root(), |step| {
        let Step::Enter(node) = step else { return true };
        let is_body =
            node.attr("itemprop").is_some_and(|names| names.split_whitespace().any(|n| n == "articleBody"));
        if is_body && left > 0 {
            left -= 1;
            all.extend(parts(node, &margins.within(node)));
        }
        !is_body
    });
    all
}

fn words(parts: &[Part]) -> usize {
    parts.iter().map(|part| count(&part.words)).sum()
}
