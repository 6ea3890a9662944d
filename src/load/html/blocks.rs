use super::margins::Hidden;
use super::walk::{Step, walk};
use crate::load::{BlockKind, element_kind};
use dom_query::NodeRef;

/// A block as it comes from the tree.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) kind: BlockKind,
    pub(super) words: String,
    /// How many bytes of the words are links.
    pub(super) linked: usize,
}

/// The blocks of all that hangs from `root` and is not hidden, in the order of reading.
///
/// White space runs become one space, but not in `pre`; a `br` is a line end, two of them part paragraphs.
pub(super) fn parts(root: NodeRef, hidden: &Hidden) -> Vec<Part> {
    let mut writer = Writer::default();
    walk(root, |step| match step {
        Step::Enter(node) => !(node.is_text() && hidden.hides(&node)) && writer.enter(&node),
        Step::Leave(node) => {
            writer.leave(&node);
            true
        }
    });
    writer.flush();
    writer.parts
}

#[derive(Default)]
struct Writer {
    parts: Vec<Part>,
    /// The words of the block that is being written.
    words: String,
    linked: usize,
    /// What the open elements make of a block, the innermost last.
    kinds: Vec<BlockKind>,
    /// How many `pre` are open.
    pre: usize,
    /// How many links are open.
    links: usize,
}

impl Writer {
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            let before = self.words.len();
            self.write(&node.text());
            if self.links > 0 {
                self.linked += self.words.len() - before;
            }
            return false;
        }
        let Some(name) = node.qual_name_ref() else { return true };
        let name: &str = name.local.as_ref();
        if is_unread(name) {
            return false;
        }
        if is_block(name) {
            self.flush();
        }
        match name {
            "td" | "th" => self.cell(),
            "br" => self.line_end(),
            "pre" => self.pre += 1,
            "a" => self.links += 1,
            _ => {}
        }
        self.kinds.extend(element_kind(name));
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let Some(name) = node.qual_name_ref() else { return };
        let name: &str = name.local.as_ref();
        if is_unread(name) {
            return;
        }
        if is_block(name) {
            self.flush();
        }
        match name {
            "pre" => self.pre = self.pre.saturating_sub(1),
            "a" => self.links = self.links.saturating_sub(1),
            _ => {}
        }
        if element_kind(name).is_some() {
            self.kinds.pop();
        }
    }

    fn write(&mut self, text: &str) {
        if self.pre > 0 {
            self.words.push_str(text);
            return;
        }
        for c in text.chars() {
            if !matches!(c, ' ' | '\n' | '\t' | '\r' | '\x0c') {
                self.words.push(c);
            } else if !self.words.is_empty() && !self.words.ends_with([' ', '\n', '\t']) {
                self.words.push(' ');
            }
        }
    }

    /// The cells of a row stand on a line, unless they hold blocks.
    fn cell(&mut self) {
        if self.words.ends_with(' ') {
            self.words.pop();
        }
        if !self.words.is_empty() {
            self.words.push('\t');
        }
    }

    fn line_end(&mut self) {
        if self.words.ends_with(' ') {
            self.words.pop();
        }
        if self.words.ends_with('\n') && self.pre == 0 {
            self.flush();
        } else if !self.words.is_empty() || self.pre > 0 {
            self.words.push('\n');
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let linked = std::mem::take(&mut self.linked);
        let words = words.trim();
        if !words.is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.parts.push(Part { kind, words: words.to_owned(), linked: linked.min(words.len()) });
        }
    }
}

/// Elements of which a browser shows no words, or none that are the article's.
#[rustfmt::skip]
fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "noscript" | "noembed" | "noframes" | "template" | "head" | "iframe" | "object" | "embed"
            | "svg" | "math" | "canvas" | "audio" | "video" | "button" | "input" | "select" | "textarea" | "datalist"
            | "dialog"
    )
}

/// Elements that begin and end a line.
#[rustfmt::skip]
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details" | "div"
            | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4"
            | "h5" | "h6" | "header" | "hr" | "li" | "main" | "nav" | "ol" | "p" | "pre" | "section" | "summary"
            | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::margins::Margins;
    use crate::load::html::parse::parse;

    fn blocks(html: &str) -> Vec<(BlockKind, String, usize)> {
        let page = parse(html).expect("not deep");
        let parts = parts(page.root(), &Margins::default().within(page.root()));
        parts.into_iter().map(|part| (part.kind, part.words, part.linked)).collect()
    }

    #[test]
    fn a_row_is_a_line() {
        let found =
            blocks("<table><tr><th>Year <th>Tons<tr><td>2030<td>7<tr><td><p>a</p><td><p>b</p></table>");
        let words: Vec<String> = found.into_iter().map(|(_, words, _)| words).collect();
        assert_eq!(words, ["Year\tTons", "2030\t7", "a", "b"]);
    }

    #[test]
    fn blocks_are_what_a_browser_shows_as_lines() {
        let found = blocks(
            "<h2>A  wall</h2>One\n<b>two</b><p>three<br> four<br><br>five &amp;amp; six<ul><li>a<li><p>b</p></ul>\
             <blockquote>c</blockquote><pre>d\n  e</pre><script>f</script><a href=x>gh</a> i\u{a0}j",
        );
        let paragraph = |words: &str| (BlockKind::Paragraph, words.to_owned(), 0);
        let expected = [
            (BlockKind::Heading(2), "A wall".to_owned(), 0),
            paragraph("One two"),
            paragraph("three\nfour"),
            paragraph("five &amp; six"),
            (BlockKind::Item, "a".to_owned(), 0),
            (BlockKind::Item, "b".to_owned(), 0),
            (BlockKind::Quote, "c".to_owned(), 0),
            paragraph("d\n  e"),
            (BlockKind::Paragraph, "gh i\u{a0}j".to_owned(), 2),
        ];
        assert_eq!(found, expected);
    }
}
