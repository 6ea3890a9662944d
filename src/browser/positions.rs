//! The way between the bytes of the article and the page: its points, its text nodes and what is selected in them.

use super::blocks::Piece;
use super::{ArticleView, page, window};
use crate::text::Span;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    type OldDocument;

    /// What Safari has had before `caretPositionFromPoint`.
    #[wasm_bindgen(method, js_name = caretRangeFromPoint)]
    fn caret_range_from_point(this: &OldDocument, x: f32, y: f32) -> Option<Range>;
}

impl ArticleView {
    /// The byte under a point of the window, in CSS pixels.
    pub fn byte_at(&self, x: f32, y: f32) -> Option<usize> {
        let has = |name: &str| js_sys::Reflect::has(&page(), &name.into()).unwrap_or(false);
        if has("caretPositionFromPoint") {
            let caret = page().caret_position_from_point(x, y)?;
            return self.byte(&caret.offset_node()?, caret.offset());
        }
        if !has("caretRangeFromPoint") {
            return None;
        }
        let caret = page().unchecked_into::<OldDocument>().caret_range_from_point(x, y)?;
        self.byte(&caret.start_container().ok()?, caret.start_offset().ok()?)
    }

    /// Where the browser's selection stands in the text: the byte where it began and where it is, or `None` outside.
    pub fn selection(&self) -> Option<(usize, usize)> {
        let selection = window().get_selection().ok()??;
        let anchor = self.byte(&selection.anchor_node()?, selection.anchor_offset())?;
        let focus = self.byte(&selection.focus_node()?, selection.focus_offset())?;
        Some((anchor, focus))
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

    /// The box of the letter at byte `at`.
    pub(super) fn letter_rect(&self, at: usize) -> Option<web_sys::DomRect> {
        self.rect(Span::new(at, at + 1))
    }

    /// Where the last letter of `words` begins.
    pub(super) fn last_letter(&self, words: Span) -> usize {
        let blocks = self.inner.blocks.borrow();
        blocks.as_ref().map_or(words.start, |blocks| blocks.borrow().boundary(words.end.saturating_sub(1)))
    }

    pub(super) fn rect(&self, words: Span) -> Option<web_sys::DomRect> {
        let piece = self.pieces(words).into_iter().next()?;
        let range = Range::new().ok()?;
        range.set_start(&piece.node, piece.start).ok()?;
        range.set_end(&piece.node, piece.end).ok()?;
        Some(range.get_bounding_client_rect())
    }

    pub(super) fn byte(&self, node: &web_sys::Node, offset: u32) -> Option<usize> {
        self.inner.blocks.borrow().as_ref()?.borrow().byte(node, offset)
    }

    pub(super) fn pieces(&self, span: Span) -> Vec<Piece> {
        self.inner.blocks.borrow().as_ref().map(|blocks| blocks.borrow().pieces(span)).unwrap_or_default()
    }
}
