use super::walk::{Step, walk};
use dom_query::{Document, NodeRef};

/// The id that the library gives to the article that it finds.
pub(super) const ARTICLE: &str = "readability-page-1";

/// Takes from a page what no browser shows as words or nobody reads as a text. What runs, is embedded or is hidden is gone after
/// this.
pub(super) fn strip(document: &Document) {
    let (mut doomed, mut quotes) = (Vec::new(), Vec::new());
    walk(document.root(), |step| {
        let Step::Enter(node) = step else { return true };
        let is_doomed = node.is_comment() || is_never_read(&node);
        if node.attr("id").is_some_and(|id| &*id == ARTICLE) {
            node.remove_attr("id");
        }
        if is_doomed {
            doomed.push(node);
        } else if node.has_name("blockquote") {
            quotes.push(node);
        }
        !is_doomed
    });
    doomed.iter().for_each(NodeRef::remove_from_parent);
    quotes.iter().for_each(unwrap);
}

/// A quoted post alone in a box takes its place: boxes are looked at with suspicion.
fn unwrap(quote: &NodeRef) {
    if let Some(parent) = quote.parent().filter(|parent| parent.has_name("div") || parent.has_name("figure"))
    {
        let is_other = |node: NodeRef| node.id != quote.id && (node.is_element() || node.is_nonempty_text());
        if !parent.children_it(false).any(is_other) {
            parent.replace_with(quote);
        }
    }
}

#[rustfmt::skip]
fn is_never_read(node: &NodeRef) -> bool {
    let Some(element) = node.element_ref() else { return false };
    let name: &str = element.name.local.as_ref();
    let embedded = matches!(
        name,
        "script" | "style" | "noscript" | "noembed" | "noframes" | "iframe" | "object" | "embed" | "applet" | "svg"
            | "math" | "canvas" | "audio" | "video" | "button" | "input" | "select" | "textarea" | "datalist" | "dialog"
            | "nav" | "link" | "map"
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
