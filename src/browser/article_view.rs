use super::blocks::{Blocks, Piece};
use super::highlights::{Drawn, Highlights, Ink};
use super::slice::Slices;
use super::{page, window};
use crate::document::{Annotation, Article, Body, Document, Id, Part, Place, State};
use crate::extract::Tier;
use crate::text::Span;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, Range};

/// The article on the page: its text, which is put there once, and what is drawn over it.
///
/// Long work is cut into slices. When the article or what is shown of it changes meanwhile, the old work stops.
#[derive(Clone)]
pub struct ArticleView {
    inner: Rc<Inner>,
}

/// Something to do once the text is on the page.
type Later = Box<dyn FnOnce(&ArticleView)>;

struct Inner {
    /// What scrolls.
    frame: HtmlElement,
    /// What holds the paragraphs.
    root: Element,
    blocks: RefCell<Option<Rc<RefCell<Blocks>>>>,
    built: Cell<bool>,
    highlights: Option<Highlights>,
    drawn: RefCell<BTreeMap<Id, (Rc<Annotation>, Drawn)>>,
    picked: RefCell<Drawn>,
    hovered: RefCell<(Option<Place>, Drawn)>,
    /// Counts articles and drawings; older work sees that it is older.
    article: Cell<u32>,
    drawing: Cell<u32>,
    /// What to do as soon as the text is there.
    then: RefCell<Vec<Later>>,
}

impl ArticleView {
    /// A view in `root`, which holds nothing else, scrolled by `frame`.
    pub fn new(frame: HtmlElement, root: Element) -> Self {
        let inner = Inner {
            frame,
            root,
            blocks: RefCell::default(),
            built: Cell::new(false),
            highlights: Highlights::new(),
            drawn: RefCell::default(),
            picked: RefCell::default(),
            hovered: RefCell::default(),
            article: Cell::new(0),
            drawing: Cell::new(0),
            then: RefCell::default(),
        };
        Self { inner: Rc::new(inner) }
    }

    /// Whether this browser can draw over text.
    pub fn can_draw(&self) -> bool {
        self.inner.highlights.is_some()
    }

    /// Puts an article on the page in place of the last one.
    pub fn show(&self, article: &Article) {
        let inner = &self.inner;
        let number = inner.article.get() + 1;
        inner.article.set(number);
        inner.built.set(false);
        inner.drawn.borrow_mut().clear();
        inner.picked.borrow_mut().clear();
        inner.hovered.take();
        if let Some(highlights) = &inner.highlights {
            highlights.clear();
        }
        let blocks = Blocks::new(inner.root.clone(), article.text.clone(), article.index.clone());
        let blocks = Rc::new(RefCell::new(blocks));
        inner.blocks.replace(Some(blocks.clone()));
        inner.frame.set_scroll_top(0);
        let view = self.clone();
        spawn_local(async move {
            let current = || view.inner.article.get() == number;
            Blocks::build(&blocks, current).await;
            if current() {
                view.inner.built.set(true);
                for act in view.inner.then.take() {
                    act(&view);
                }
            }
        });
    }

    /// Draws the visible annotations; only what has changed is drawn anew.
    pub fn draw(&self, document: &Rc<Document>, visible: &Rc<Vec<Id>>) {
        let number = self.inner.drawing.get() + 1;
        self.inner.drawing.set(number);
        let (document, visible) = (document.clone(), visible.clone());
        self.when_built(move |view| {
            let view = view.clone();
            spawn_local(async move { view.draw_in_slices(&document, &visible, number).await });
        });
    }

    async fn draw_in_slices(&self, document: &Document, visible: &[Id], number: u32) {
        let inner = &self.inner;
        let (Some(highlights), Some(blocks)) = (&inner.highlights, inner.blocks.borrow().clone()) else {
            return;
        };
        let aside: Vec<Span> = document.article.boilerplate.iter().map(|b| b.span).collect();
        blocks.borrow().set_aside(&aside);
        // What is still as it was drawn stays; the rest is taken off.
        let mut old = inner.drawn.take();
        for id in visible {
            if let Some((was, drawn)) = old.remove(id) {
                if document.get(*id).is_some_and(|is| Rc::ptr_eq(&was, is)) {
                    inner.drawn.borrow_mut().insert(*id, (was, drawn));
                } else {
                    highlights.erase(&drawn);
                }
            }
        }
        old.values().for_each(|(_, drawn)| highlights.erase(drawn));
        let mut slices = Slices::new();
        let mut outer = 0; // how far the quotes before this one reach
        for id in visible {
            let Some(annotation) = document.get(*id) else { continue };
            let nested = annotation.anchor().end <= outer;
            if annotation.as_quote().is_some() {
                outer = outer.max(annotation.anchor().end);
            }
            if inner.drawn.borrow().contains_key(id) {
                continue;
            }
            let drawn = draw_annotation(highlights, &blocks.borrow(), annotation, nested);
            inner.drawn.borrow_mut().insert(*id, (annotation.clone(), drawn));
            slices.pause().await;
            if inner.drawing.get() != number {
                return;
            }
        }
    }

    /// Shows what is picked: the whole annotation, and the one span stronger.
    pub fn pick(&self, picked: Option<(Rc<Annotation>, Place)>) {
        self.when_built(move |view| {
            let inner = &view.inner;
            let (Some(highlights), Some(blocks)) = (&inner.highlights, inner.blocks.borrow().clone()) else {
                return;
            };
            highlights.erase(&inner.picked.take());
            if let Some((annotation, place)) = picked {
                let mut drawn = Drawn::new();
                for (part, number, span) in annotation.spans() {
                    let chosen = (part, number) == (place.part, place.number);
                    let ink = if chosen { Ink::PickedPart } else { Ink::Picked };
                    highlights.draw(ink, &blocks.borrow().pieces(span), &mut drawn);
                }
                inner.picked.replace(drawn);
            }
        });
    }

    /// Shows what a click would pick: the span at `place`.
    pub fn hover(&self, document: &Document, place: Option<Place>) {
        let inner = &self.inner;
        let (Some(highlights), Some(blocks)) = (&inner.highlights, inner.blocks.borrow().clone()) else {
            return;
        };
        if inner.hovered.borrow().0 == place {
            return;
        }
        highlights.erase(&inner.hovered.take().1);
        let mut drawn = Drawn::new();
        if let Some(annotation) = place.and_then(|place| document.get(place.id)) {
            for (_, _, span) in annotation.spans() {
                highlights.draw(Ink::Hover, &blocks.borrow().pieces(span), &mut drawn);
            }
        }
        inner.hovered.replace((place, drawn));
    }

    /// The byte under a point of the window, in CSS pixels.
    pub fn byte_at(&self, x: f32, y: f32) -> Option<usize> {
        let has = js_sys::Reflect::has(&page(), &"caretPositionFromPoint".into()).unwrap_or(false);
        let caret = has.then(|| page().caret_position_from_point(x, y)).flatten()?;
        self.byte(&caret.offset_node()?, caret.offset())
    }

    /// Where the browser's selection stands in the text: the byte where it began and where it is, or `None` outside.
    pub fn selection(&self) -> Option<(usize, usize)> {
        let selection = window().get_selection().ok()??;
        let anchor = self.byte(&selection.anchor_node()?, selection.anchor_offset())?;
        let focus = self.byte(&selection.focus_node()?, selection.focus_offset())?;
        Some((anchor, focus))
    }

    /// Moves the browser's selection by a line, and says where it is then.
    pub fn line(&self, forward: bool) -> Option<usize> {
        let selection = window().get_selection().ok()??;
        let direction = if forward { "forward" } else { "backward" };
        // From the start of the selected words, so that a line up or down keeps to the column.
        let (node, offset) = (selection.focus_node()?, selection.focus_offset());
        selection.collapse_with_offset(Some(&node), offset).ok()?;
        selection.modify("move", direction, "line").ok()?;
        self.byte(&selection.focus_node()?, selection.focus_offset())
    }

    /// Makes `words` the browser's selection, or clears it.
    pub fn select(&self, words: Option<Span>) {
        let Ok(Some(selection)) = window().get_selection() else { return };
        let pieces = words.map(|words| self.pieces(words)).unwrap_or_default();
        match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => {
                let _ = selection.set_base_and_extent(&first.node, first.start, &last.node, last.end);
            }
            _ if self.selection().is_some() => drop(selection.remove_all_ranges()),
            _ => {}
        }
    }

    /// Scrolls so that `words` can be read with some text around them; not at all when they can be already.
    pub fn reveal(&self, words: Span) {
        self.when_built(move |view| {
            let frame = view.inner.frame.get_bounding_client_rect();
            let Some(rect) = view.rect(words) else { return };
            let margin = (frame.height() * 0.12).min(80.0);
            let (top, bottom) = (frame.top() + margin, frame.bottom() - margin);
            if rect.top() < top || rect.bottom().min(rect.top() + 40.0) > bottom {
                let target = f64::from(view.inner.frame.scroll_top()) + rect.top()
                    - frame.top()
                    - frame.height() / 3.0;
                view.inner.frame.set_scroll_top(target as i32);
            }
        });
    }

    /// Scrolls to a place, in CSS pixels from the top.
    pub fn scroll_to(&self, top: i32) {
        self.when_built(move |view| view.inner.frame.set_scroll_top(top));
    }

    /// How far the text is scrolled, in CSS pixels.
    pub fn scrolled(&self) -> i32 {
        self.inner.frame.scroll_top()
    }

    fn rect(&self, words: Span) -> Option<web_sys::DomRect> {
        let piece = self.pieces(words).into_iter().next()?;
        let range = Range::new().ok()?;
        range.set_start(&piece.node, piece.start).ok()?;
        range.set_end(&piece.node, piece.end).ok()?;
        Some(range.get_bounding_client_rect())
    }

    fn when_built(&self, act: impl FnOnce(&ArticleView) + 'static) {
        if self.inner.built.get() {
            act(self);
        } else {
            self.inner.then.borrow_mut().push(Box::new(act));
        }
    }

    fn byte(&self, node: &web_sys::Node, offset: u32) -> Option<usize> {
        self.inner.blocks.borrow().as_ref()?.borrow().byte(node, offset)
    }

    fn pieces(&self, span: Span) -> Vec<Piece> {
        self.inner.blocks.borrow().as_ref().map(|blocks| blocks.borrow().pieces(span)).unwrap_or_default()
    }
}

fn draw_annotation(highlights: &Highlights, blocks: &Blocks, annotation: &Annotation, nested: bool) -> Drawn {
    let mut drawn = Drawn::new();
    if annotation.state == State::Rejected {
        return drawn;
    }
    for (part, _, span) in annotation.spans() {
        let ink = match (part, &annotation.body) {
            (Part::Content, _) if nested => Ink::ContentNested,
            (Part::Content, _) if annotation.state == State::Accepted => Ink::ContentAccepted,
            (Part::Content, _) => Ink::Content,
            (Part::Source, _) => Ink::Source,
            (Part::Cue, _) => Ink::Cue,
            (Part::Marker, Body::Bias(marker)) if marker.category.tier() == Tier::Loaded => Ink::Loaded,
            (Part::Marker, _) => Ink::Epistemic,
        };
        highlights.draw(ink, &blocks.pieces(span), &mut drawn);
    }
    drawn
}

/// True when `element` is, or is within, a place where text is typed.
pub fn is_field(element: &Element) -> bool {
    element.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some()
        && element.dyn_ref::<web_sys::HtmlInputElement>().is_none_or(|input| input.type_() != "checkbox")
}
