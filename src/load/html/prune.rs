use super::names::{Hint, hint};
use super::walk::{Step, walk};
use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxHashMap;

/// Of the article's words, what a part at most has that is no part of its body, in hundredths: more than that is the body itself.
const MOST: usize = 30;
/// What the short lines around a body have at most, in letters.
const SHORT: usize = 400;

/// Takes elements from a page in which no browser shows words, or none that people read as a text. What runs, is embedded or is
/// hidden is gone after this.
pub(super) fn strip(document: &Document) {
    let mut doomed = Vec::new();
    walk(document.root(), |step| {
        let Step::Enter(node) = step else { return true };
        let is_doomed = node.is_comment() || is_never_read(&node);
        if is_doomed {
            doomed.push(node);
        }
        !is_doomed
    });
    doomed.iter().for_each(NodeRef::remove_from_parent);
}

#[rustfmt::skip]
fn is_never_read(node: &NodeRef) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let name: &str = element.name.local.as_ref();
    let embedded = matches!(
        name,
        "script" | "style" | "noscript" | "iframe" | "object" | "embed" | "applet" | "svg" | "math" | "canvas" | "audio"
            | "video" | "button" | "input" | "select" | "textarea" | "datalist" | "dialog" | "nav" | "link" | "map"
    );
    embedded
        || element.attrs.iter().any(|attribute| {
            let value: &str = attribute.value.as_ref();
            match attribute.name.local.as_ref() as &str {
                "hidden" => !matches!(name, "html" | "body"),
                "role" => matches!(value, "navigation" | "dialog" | "alertdialog" | "menu" | "menubar" | "search" | "toolbar"),
                _ => false,
            }
        })
}

/// Takes from an article what its elements' names say is not its body: share bars, related links, captions, bylines.
pub(super) fn prune(root: NodeRef) {
    let sizes = sizes(root);
    let size = |node: &NodeRef| sizes.get(&node.id).copied().unwrap_or_default();
    let all = size(&root);
    let mut doomed = Vec::new();
    walk(root, |step| {
        let Step::Enter(node) = step else { return true };
        if node.id == root.id || !node.is_element() {
            return true;
        }
        let is_doomed = match hint(&node) {
            Some(Hint::Other) => size(&node) * 100 <= all * MOST,
            Some(Hint::Margin) => size(&node) <= SHORT && size(&node) * 100 <= all * MOST,
            None => false,
        };
        if is_doomed {
            doomed.push(node);
        }
        !is_doomed
    });
    doomed.iter().for_each(NodeRef::remove_from_parent);
}

/// How many letters hang from each element.
fn sizes(root: NodeRef) -> FxHashMap<NodeId, usize> {
    let mut sizes = FxHashMap::default();
    let (mut open, mut letters) = (Vec::new(), 0);
    walk(root, |step| {
        match step {
            Step::Enter(node) if node.is_text() => {
                letters += node.text().bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
            }
            Step::Enter(node) if node.is_element() => open.push(letters),
            Step::Leave(node) if node.is_element() => {
                let before = open.pop().unwrap_or_default();
                sizes.insert(node.id, letters - before);
            }
            _ => {}
        }
        true
    });
    sizes
}
