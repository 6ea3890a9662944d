use super::page;
use super::slice::Slices;
use crate::document::{self, BlockKind};
use crate::extract::Boilerplate;
use crate::text::{OffsetIndex, Span, Utf16, paragraphs};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement, Node, Text};

/// A longer paragraph is shown in pieces, since a browser lays a paragraph out as a whole. In bytes.
const LONGEST: usize = 6_000;

/// So much text makes a section, in bytes: a screen or two. The browser leaves out whole sections that are far from the screen, which
/// saves it from looking after each of thousands of paragraphs in each frame.
const SECTION: usize = 6_000;

/// No section has more blocks.
const BLOCKS: usize = 24;

/// How wide a letter is on average, in CSS pixels, and how high a line and the room below a paragraph are, in the text's own size: enough
/// to guess how high a section is until the browser knows.
const LETTER: f64 = 9.0;
const LINE: f64 = 1.65;
const ROOM: f64 = 1.0;

/// The text on the page: one element a paragraph, one text node in each, and the way from there to the bytes and back. Paragraphs are
/// put together in sections.
pub(super) struct Blocks {
    text: Rc<str>,
    index: Rc<OffsetIndex>,
    root: Element,
    blocks: Vec<Block>,
    sections: Vec<Section>,
    /// How many letters a line may hold.
    letters: f64,
    /// The parts of the article that are shown as more than a paragraph.
    parts: Rc<[document::Block]>,
    /// What is shown as set aside, and whether unfolded.
    aside: Vec<(Span, bool)>,
}

/// Blocks in a row. Nothing within a section that is far from the screen has to be measured for as long as that can be avoided: the
/// browser would have to lay it out.
struct Section {
    element: HtmlElement,
    /// The number of its first block.
    first: usize,
    /// How high it may be, in the text's own size.
    height: f64,
}

struct Block {
    span: Span,
    /// Where it starts, in UTF-16 units of the whole text. Known once it is on the page.
    utf16: usize,
    node: Option<Text>,
}

impl Block {
    fn rect(&self) -> Option<DomRect> {
        Some(self.node.as_ref()?.parent_element()?.get_bounding_client_rect())
    }
}

/// A piece of a text node, in UTF-16 units.
pub(super) struct Piece {
    pub(super) node: Text,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Blocks {
    /// Cuts the text into blocks. Nothing is on the page yet.
    pub(super) fn new(
        root: Element,
        text: Rc<str>,
        index: Rc<OffsetIndex>,
        parts: Rc<[document::Block]>,
    ) -> Self {
        let spans: Vec<Span> = paragraphs(&text).flat_map(|p| pieces(&text, p)).collect();
        let blocks = spans.into_iter().map(|span| Block { span, utf16: 0, node: None }).collect();
        Self { text, index, root, blocks, sections: vec![], letters: 1.0, parts, aside: vec![] }
    }

    /// Puts the blocks on the page, a few at a time. Stops when `go_on` says so.
    pub(super) async fn build(blocks: &std::cell::RefCell<Self>, go_on: impl Fn() -> bool) {
        let mut slices = Slices::new();
        blocks.borrow().root.set_text_content(None);
        let width = f64::from(blocks.borrow().root.client_width());
        blocks.borrow_mut().letters = (width / LETTER).max(1.0);
        let count = blocks.borrow().blocks.len();
        for number in 0..count {
            blocks.borrow_mut().put(number);
            slices.pause().await;
            if !go_on() {
                return;
            }
        }
    }

    fn put(&mut self, number: usize) {
        let Some(block) = self.blocks.get_mut(number) else { return };
        let node = page().create_text_node(block.span.of(&self.text));
        block.utf16 = self.index.to_utf16(&self.text, Span::new(block.span.start, block.span.start)).start;
        if let Ok(element) = page().create_element("p") {
            let _ = element.set_attribute("data-block", &number.to_string());
            let part = self.parts.partition_point(|part| part.span.end <= block.span.start);
            match self
                .parts
                .get(part)
                .filter(|part| part.span.start <= block.span.start)
                .map(|part| part.kind)
            {
                Some(BlockKind::Heading(level)) => {
                    let _ = element.set_attribute("role", "heading");
                    // The page's own heading is the first of its levels.
                    let _ = element.set_attribute("aria-level", &(level + 1).to_string());
                }
                Some(BlockKind::Item) => element.set_class_name("item"),
                Some(BlockKind::Quote) => element.set_class_name("quote"),
                Some(BlockKind::Caption) => element.set_class_name("caption"),
                Some(BlockKind::Paragraph) | None => {}
            }
            let _ = element.append_child(&node);
            block.node = Some(node);
            self.append(number, &element);
        }
    }

    /// Appends the element of the block of this number, which is the next one, to the last section, or to a new one when that is full.
    fn append(&mut self, number: usize, element: &Element) -> Option<()> {
        let start = |number: usize| self.blocks.get(number).map_or(0, |block| block.span.start);
        let span = self.blocks.get(number)?.span;
        let has_room = self.sections.last().is_some_and(|section| {
            number - section.first < BLOCKS && span.end - start(section.first) <= SECTION
        });
        if !has_room {
            let element: HtmlElement = page().create_element("div").ok()?.dyn_into().ok()?;
            element.set_class_name("part");
            let _ = element.set_attribute("data-first", &number.to_string());
            let _ = self.root.append_child(&element);
            self.sections.push(Section { element, first: number, height: 0.0 });
        }
        let section = self.sections.last_mut()?;
        let _ = section.element.append_child(element);
        section.height += (span.len() as f64 / self.letters).ceil() * LINE + ROOM;
        let height = format!("auto {}em", section.height as u32);
        section.element.style().set_property("contain-intrinsic-block-size", &height).ok()
    }

    /// The pieces of text nodes that `span` covers; none where the blocks are not on the page yet.
    pub(super) fn pieces(&self, span: Span) -> Vec<Piece> {
        let first = self.blocks.partition_point(|block| block.span.end <= span.start);
        let after = self.blocks.iter().skip(first).take_while(|block| block.span.start < span.end);
        after.filter_map(|block| self.piece(block, span)).collect()
    }

    fn piece(&self, block: &Block, span: Span) -> Option<Piece> {
        let part = Span::new(span.start.max(block.span.start), span.end.min(block.span.end));
        let Utf16 { start, end } = self.index.to_utf16(&self.text, part);
        let unit = |n: usize| u32::try_from(n.saturating_sub(block.utf16)).unwrap_or(u32::MAX);
        let node = block.node.clone()?;
        (end > start).then(|| Piece { node, start: unit(start), end: unit(end) })
    }

    /// Where the letter that byte `at` is part of begins.
    pub(super) fn boundary(&self, at: usize) -> usize {
        self.text.floor_char_boundary(at)
    }

    /// The byte at a position that the browser names by a node and an offset in it.
    pub(super) fn byte(&self, node: &Node, offset: u32) -> Option<usize> {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        let before = |number: usize| self.blocks.get(number).map_or(self.text.len(), |b| b.span.start);
        if element.is_same_node(Some(&self.root)) {
            // Between two sections.
            let section = self.sections.get(offset as usize);
            return Some(section.map_or(self.text.len(), |section| before(section.first)));
        }
        if let Some(first) = element.get_attribute("data-first") {
            // Between two blocks.
            return Some(before(first.parse::<usize>().ok()? + offset as usize));
        }
        let number: usize = element.get_attribute("data-block")?.parse().ok()?;
        let block = self.blocks.get(number).filter(|_| self.root.contains(Some(node)))?;
        if node.dyn_ref::<Text>().is_none() {
            return Some(if offset == 0 { block.span.start } else { block.span.end });
        }
        let at = block.utf16 + offset as usize;
        Some(self.index.from_utf16(&self.text, Utf16 { start: at, end: at }).start)
    }

    /// The bytes of the blocks that lie between two heights of the window, in CSS pixels.
    pub(super) fn between(&self, top: f64, bottom: f64) -> Span {
        let reaching = |height: f64| {
            let ends = |rect: DomRect| rect.bottom() < height;
            let section = self.sections.partition_point(|s| ends(s.element.get_bounding_client_rect()));
            let number = self.first_within(section, ends);
            self.blocks.get(number).or(self.blocks.last()).map_or(Span::default(), |block| block.span)
        };
        Span::new(reaching(top).start, reaching(bottom).end)
    }

    /// Where the first block starts whose top is at or below a height of the window, in CSS pixels.
    pub(super) fn first_after(&self, top: f64) -> usize {
        let begins = |rect: DomRect| rect.top() < top;
        let sections =
            self.sections.partition_point(|section| begins(section.element.get_bounding_client_rect()));
        let number = self.first_within(sections.saturating_sub(1), begins);
        self.blocks.get(number).or(self.blocks.last()).map_or(0, |block| block.span.start)
    }

    /// The number of the first block of a section whose box is not `before` what is looked for; that after its last one if there is none.
    fn first_within(&self, section: usize, before: impl Fn(DomRect) -> bool) -> usize {
        let first =
            |section: usize| self.sections.get(section).map_or(self.blocks.len(), |section| section.first);
        let (from, to) = (first(section), first(section + 1));
        let blocks = self.blocks.get(from..to).unwrap_or_default();
        from + blocks.partition_point(|block| block.rect().is_some_and(&before))
    }

    /// The height of the window at which the block at byte `offset` begins, in CSS pixels.
    pub(super) fn top_at(&self, offset: usize) -> Option<f64> {
        let number = self.blocks.partition_point(|block| block.span.end <= offset);
        self.blocks.get(number)?.rect().map(|rect| rect.top())
    }

    /// Shows the blocks that lie in one of `asides` as set aside, folded but for that at byte `open`, and those that did before no
    /// longer.
    pub(super) fn set_aside(&mut self, asides: &[Boilerplate], open: Option<usize>) {
        for (span, _) in std::mem::take(&mut self.aside) {
            for element in self.elements(span) {
                let _ = element.remove_attribute("data-aside");
                let _ = element.remove_attribute("aria-description");
            }
        }
        for aside in asides {
            let unfolded = open.is_some_and(|at| aside.span.holds(at));
            for element in self.elements(aside.span) {
                let _ = element.set_attribute("data-aside", &aside.reason);
                let _ = element.set_attribute("aria-description", &format!("set aside: {}", aside.reason));
                let _ = element.toggle_attribute_with_force("data-open", unfolded);
            }
            self.aside.push((aside.span, unfolded));
        }
    }

    /// Whether [`set_aside`](Self::set_aside) would change nothing.
    pub(super) fn is_aside(&self, asides: &[Boilerplate], open: Option<usize>) -> bool {
        let wanted = asides.iter().map(|aside| (aside.span, open.is_some_and(|at| aside.span.holds(at))));
        wanted.eq(self.aside.iter().copied())
    }

    fn elements(&self, span: Span) -> impl Iterator<Item = Element> + '_ {
        let first = self.blocks.partition_point(|block| block.span.end <= span.start);
        let within = self.blocks.iter().skip(first).take_while(move |block| block.span.start < span.end);
        within.filter_map(|block| block.node.as_ref()?.parent_element())
    }
}

/// A paragraph whole, or in pieces that end after white space where there is some.
fn pieces(text: &str, paragraph: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = paragraph;
    while rest.len() > LONGEST {
        let limit = text.floor_char_boundary(rest.start + LONGEST);
        let part = Span::new(rest.start, limit).of(text);
        let cut = part.rfind(char::is_whitespace).filter(|&at| at > 0).map_or(limit, |at| rest.start + at);
        out.push(Span::new(rest.start, cut));
        rest.start = cut;
    }
    out.push(rest.trimmed(text));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    async fn positions_go_to_the_page_and_back() {
        let text: Rc<str> = "Ä “𝄞 one”\n\n  two three\n".into();
        let root = page().create_element("div").unwrap();
        let index = Rc::new(OffsetIndex::new(&text));
        let blocks = std::cell::RefCell::new(Blocks::new(root, text.clone(), index, Rc::default()));
        Blocks::build(&blocks, || true).await;
        let blocks = blocks.borrow();
        let span = Span::new(text.find('𝄞').unwrap(), text.find(" three").unwrap());
        let pieces = blocks.pieces(span);
        let said: Vec<String> =
            pieces.iter().map(|p| p.node.substring_data(p.start, p.end - p.start).unwrap()).collect();
        assert_eq!(said, ["𝄞 one”", "two"]);
        let ends: Vec<_> = pieces.iter().map(|p| blocks.byte(&p.node, p.start).unwrap()).collect();
        assert_eq!(ends, [span.start, text.find("two").unwrap()]);
        assert_eq!(blocks.byte(&pieces[1].node, pieces[1].end), Some(span.end));
    }

    #[wasm_bindgen_test]
    fn markup_in_a_text_stays_text() {
        let text: Rc<str> = "<img src=x onerror=alert(1)>".into();
        let root = page().create_element("div").unwrap();
        let mut blocks =
            Blocks::new(root.clone(), text.clone(), Rc::new(OffsetIndex::new(&text)), Rc::default());
        blocks.put(0);
        assert_eq!(root.query_selector("img").unwrap(), None);
        assert_eq!(root.text_content().as_deref(), Some(&*text));
    }

    #[wasm_bindgen_test]
    fn a_long_paragraph_is_cut_without_loss() {
        let text = format!("{} {}", "word ".repeat(4_000), "é".repeat(9_000));
        let cut = pieces(&text, Span::new(0, text.len()));
        assert!(cut.iter().all(|p| p.len() <= LONGEST && !p.of(&text).is_empty()));
        assert_eq!(cut.iter().map(|p| p.len()).sum::<usize>(), text.len());
    }
}
