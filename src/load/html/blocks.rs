use crate::load::{BlockKind, Incoming};
use dom_query::NodeRef;

/// A stop on the way through a tree.
enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(NodeRef<'a>),
}

/// The blocks of all that hangs from `root`, in the order of reading.
///
/// White space runs become one space, but not in `pre`; a `br` is a line end, two of them part paragraphs.
pub(super) fn blocks(root: NodeRef) -> Vec<(BlockKind, String)> {
    let mut writer = Writer::default();
    walk(root, |step| match step {
        Step::Enter(node) => writer.enter(&node),
        Step::Leave(node) => {
            writer.leave(&node);
            true
        }
    });
    writer.flush();
    writer.blocks
}

/// Goes through a tree without recursion. `visit` tells whether to go into the node that it enters.
fn walk<'a>(root: NodeRef<'a>, mut visit: impl FnMut(Step<'a>) -> bool) {
    let mut node = root;
    loop {
        let inside = visit(Step::Enter(node));
        if inside && let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            visit(Step::Leave(node));
            if node.id == root.id {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return };
            node = parent;
        }
    }
}

#[derive(Default)]
struct Writer {
    blocks: Vec<(BlockKind, String)>,
    /// The words of the block that is being written.
    words: String,
    /// What the open elements make of a block, the innermost last.
    kinds: Vec<BlockKind>,
    /// How many `pre` are open.
    pre: usize,
}

impl Writer {
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            let text = node.text();
            self.write(&text);
            return false;
        }
        let Some(name) = node.qual_name_ref() else { return true };
        let name: &str = name.local.as_ref();
        if is_unread(name) {
            return false;
        }
        match name {
            "br" => self.line_end(),
            "pre" => self.pre += 1,
            _ => {}
        }
        if is_block(name) {
            self.flush_unless_pre_started(name);
        }
        self.kinds.extend(kind(name));
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let Some(name) = node.qual_name_ref() else { return };
        let name: &str = name.local.as_ref();
        if is_block(name) {
            self.flush();
        }
        if name == "pre" {
            self.pre = self.pre.saturating_sub(1);
        }
        if kind(name).is_some() {
            self.kinds.pop();
        }
    }

    fn flush_unless_pre_started(&mut self, _name: &str) {
        self.flush();
    }

    fn write(&mut self, text: &str) {
        if self.pre > 0 {
            self.words.push_str(text);
            return;
        }
        for c in text.chars() {
            if !matches!(c, ' ' | '\n' | '\t' | '\r' | '\x0c') {
                self.words.push(c);
            } else if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
        }
    }

    fn line_end(&mut self) {
        if self.words.ends_with(' ') {
            self.words.pop();
        }
        if self.words.ends_with('\n') {
            self.flush();
        } else {
            self.words.push('\n');
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if !words.trim().is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.blocks.push((kind, words.trim().to_owned()));
        }
    }
}

fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" => BlockKind::Heading(1),
        "h2" => BlockKind::Heading(2),
        "h3" => BlockKind::Heading(3),
        "h4" => BlockKind::Heading(4),
        "h5" => BlockKind::Heading(5),
        "h6" => BlockKind::Heading(6),
        "li" | "dt" | "dd" => BlockKind::Item,
        "blockquote" => BlockKind::Quote,
        "figcaption" | "caption" => BlockKind::Caption,
        _ => return None,
    })
}

/// Elements of which a browser shows no words, or none that are the article's.
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "noscript" | "template" | "head" | "iframe" | "object" | "embed" | "svg" | "math" | "canvas"
            | "audio" | "video" | "button" | "input" | "select" | "textarea" | "datalist" | "dialog"
    )
}

/// Elements that begin and end a line.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details" | "div" | "dl"
            | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5"
            | "h6" | "header" | "hr" | "li" | "main" | "nav" | "ol" | "p" | "pre" | "section" | "summary" | "table"
            | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" | "ul"
    )
}

/// Puts blocks together.
pub(super) fn put(blocks: Vec<(BlockKind, String)>, into: &mut Incoming) {
    for (kind, words) in blocks {
        into.push(kind, &words);
    }
}
