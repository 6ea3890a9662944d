//! What a person pastes: the text, or the headings, lists and quotations of the HTML beside it.

use crate::document::packed::pack_document;
use crate::document::{Article, BlockKind, Document};
use crate::load::{Incoming, element_kind};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DomParser, Element, Node, SupportedType};

/// What was pasted.
#[derive(Clone, Debug)]
pub enum Pasted {
    /// A text.
    Text(String),
    /// An article with its structure, packed as a document; and the plain text when its words differ.
    Article(String, Option<String>),
}

/// More HTML is not looked at: reading it would hold up the page.
const LONGEST: usize = 1_000_000;

/// What a paste holds; nothing when it holds no text.
pub fn pasted(event: &ClipboardEvent) -> Option<Pasted> {
    let data = event.clipboard_data()?;
    let text = data.get_data("text/plain").unwrap_or_default();
    let html = data.get_data("text/html").unwrap_or_default();
    let structured = (html.len() <= LONGEST).then(|| read(&html)).flatten();
    let structured =
        structured.filter(|incoming| incoming.blocks.iter().any(|b| b.kind != BlockKind::Paragraph));
    let Some(incoming) = structured else {
        return (!text.trim().is_empty()).then_some(Pasted::Text(text));
    };
    let differs = !incoming.text.split_whitespace().eq(text.split_whitespace());
    let title = Article::new(&incoming.text).about.title;
    let packed = pack_document(&Document::new(incoming.article(&title)));
    Some(Pasted::Article(packed, Some(text).filter(|text| differs && !text.trim().is_empty())))
}

/// The text of `html` with its blocks. The browser's own parser reads it into a document of its own, in which nothing runs and nothing
/// loads; only text is taken out.
fn read(html: &str) -> Option<Incoming> {
    let parsed = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let root: Node = parsed.body()?.into();
    let mut out = Incoming::default();
    let mut words = String::new();
    // Nested without end, HTML must not exhaust the stack: the walk keeps its own.
    let mut kinds = vec![BlockKind::Paragraph];
    let mut node = root.first_child();
    while let Some(here) = node {
        let element = here.dyn_ref::<Element>();
        let tag = element.map(|element| element.tag_name().to_ascii_lowercase()).unwrap_or_default();
        if here.node_type() == Node::TEXT_NODE {
            add(&mut words, &here.text_content().unwrap_or_default());
        }
        let outer = kinds.last().copied().unwrap_or(BlockKind::Paragraph);
        let inner = kind(&tag, outer);
        if tag == "br" {
            words.push('\n');
        }
        if inner.is_some() {
            flush(&mut out, outer, &mut words);
        }
        let child = here
            .first_child()
            .filter(|_| !matches!(tag.as_str(), "script" | "style" | "template" | "noscript"));
        if let Some(child) = child {
            kinds.push(inner.unwrap_or(outer));
            node = Some(child);
            continue;
        }
        // Up to the next one, closing what ends on the way.
        let mut up = Some(here);
        node = None;
        while let Some(ended) = up {
            if let Some(next) = ended.next_sibling() {
                node = Some(next);
                break;
            }
            up = ended.parent_node().filter(|parent| !parent.is_same_node(Some(&root)));
            let closed = kinds.pop().unwrap_or(BlockKind::Paragraph);
            let tag = up
                .as_ref()
                .and_then(|node| node.dyn_ref::<Element>())
                .map(|e| e.tag_name().to_ascii_lowercase());
            if tag.is_some_and(|tag| kind(&tag, closed).is_some()) {
                flush(&mut out, closed, &mut words);
            }
        }
    }
    flush(&mut out, BlockKind::Paragraph, &mut words);
    Some(out)
}

/// What the text in an element is, `outer` being what it stands in; `None` for an element within a line.
fn kind(tag: &str, outer: BlockKind) -> Option<BlockKind> {
    match tag {
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav" | "figure"
        | "ul" | "ol" | "dl" | "table" | "tbody" | "tr" | "pre" | "form" | "hr" | "address" | "details"
        | "summary" | "body" => Some(outer),
        _ => element_kind(tag),
    }
}

/// Adds text of a line, runs of white space as one space.
fn add(words: &mut String, text: &str) {
    for word in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_whitespace());
        words.push_str(bare);
        if bare.len() < word.len() && !words.is_empty() && !words.ends_with([' ', '\n']) {
            words.push(' ');
        }
    }
}

fn flush(out: &mut Incoming, kind: BlockKind, words: &mut String) {
    let lines = words.split('\n').map(str::trim).collect::<Vec<_>>().join("\n");
    out.push(kind, lines.trim_matches('\n'));
    words.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn blocks(html: &str) -> Vec<(BlockKind, String)> {
        let incoming = read(html).unwrap();
        incoming.blocks.iter().map(|block| (block.kind, block.span.of(&incoming.text).to_owned())).collect()
    }

    #[wasm_bindgen_test]
    fn headings_lists_and_quotations_are_kept() {
        let html = "<h2>The <b>wall</b></h2>loose <p>It\n holds.<br>Still.</p><ul><li>one<li>two</ul>\
            <blockquote><p>“No,”</p></blockquote><figure><img src=x onerror=alert(1)><figcaption>A wall</figcaption></figure>\
            <script>alert(1)</script>end";
        use BlockKind::*;
        let expected = [
            (Heading(2), "The wall"),
            (Paragraph, "loose"),
            (Paragraph, "It holds.\nStill."),
            (Item, "one"),
            (Item, "two"),
            (Quote, "“No,”"),
            (Caption, "A wall"),
            (Paragraph, "end"),
        ];
        assert_eq!(blocks(html), expected.map(|(kind, words)| (kind, words.to_owned())));
    }

    #[wasm_bindgen_test]
    fn nesting_without_end_is_read() {
        let deep = "<div>".repeat(3_000) + "one";
        assert_eq!(blocks(&deep), [(BlockKind::Paragraph, "one".to_owned())]);
        assert_eq!(blocks(""), []);
    }
}
