//! Where the text is scrolled to, and where a line up or down leads.

use super::{ArticleView, window};
use crate::text::Span;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

/// How often a place is looked at again until the paragraphs around it have their heights.
const LAYOUTS: usize = 4;

/// No word is longer, in bytes.
const LONGEST_WORD: usize = 100;

impl ArticleView {
    /// Scrolls so that `words` can be read with some text around them; not at all when they can be already.
    pub fn reveal(&self, words: Span) {
        self.when_built(move |view| {
            view.settle(move |view| {
                let frame = view.inner.frame.get_bounding_client_rect();
                let rect = view.rect(words)?;
                let margin = (frame.height() * 0.12).min(80.0);
                let (top, bottom) = (frame.top() + margin, frame.bottom() - margin);
                let hidden = rect.top() < top || rect.bottom().min(rect.top() + 40.0) > bottom;
                hidden.then(|| (rect.top() - frame.top() - frame.height() / 3.0) as i32)
            });
        });
    }

    /// Scrolls so that the paragraph at `byte` stands `below` CSS pixels below the top.
    pub fn scroll_to(&self, byte: usize, below: i32) {
        self.when_built(move |view| view.settle(move |view| view.below(byte).map(|is| is - below)));
    }

    /// After the text was put on the page anew: scrolls to where it was, as [`Self::top`] told, and selects `words` again.
    pub fn stay(&self, (byte, below): (usize, i32), words: Option<Span>) {
        self.scroll_to(byte, below);
        self.when_built(move |view| view.select(words));
    }

    /// Scrolls by what `missing` says, in CSS pixels, and again when the browser has laid out what came onto the screen:
    /// only then are the heights of the paragraphs known. A newer place to go to ends it.
    fn settle(&self, missing: impl Fn(&ArticleView) -> Option<i32> + 'static) {
        let number = self.inner.going.get() + 1;
        self.inner.going.set(number);
        let view = self.clone();
        spawn_local(async move {
            for _ in 0..LAYOUTS {
                match missing(&view) {
                    Some(0) | None => {}
                    Some(by) => view.inner.frame.set_scroll_top(view.inner.frame.scroll_top() + by),
                }
                TimeoutFuture::new(30).await;
                if view.inner.going.get() != number {
                    return;
                }
            }
        });
    }

    /// A person scrolls: where the text was going no longer counts.
    pub fn let_go(&self) {
        self.inner.going.set(self.inner.going.get() + 1);
    }

    /// Where the text is scrolled: the first paragraph that begins on the screen, and how far below the top it stands.
    pub fn top(&self) -> (usize, i32) {
        let byte = self.first_seen();
        (byte, self.below(byte).unwrap_or(0))
    }

    /// How far below the top of the frame the words at `byte` stand, in CSS pixels.
    fn below(&self, byte: usize) -> Option<i32> {
        let blocks = self.inner.blocks.borrow().clone()?;
        let top = blocks.borrow().top_at(byte)?;
        Some((top - self.inner.frame.get_bounding_client_rect().top()) as i32)
    }

    /// The first byte of the first paragraph that begins on the screen.
    pub fn first_seen(&self) -> usize {
        let rect = self.inner.frame.get_bounding_client_rect();
        let blocks = self.inner.blocks.borrow();
        blocks.as_ref().map_or(0, |blocks| blocks.borrow().first_after(rect.top()))
    }

    /// The byte a line above or below byte `from`. Several lines in a row keep to the column they began in.
    pub fn line(&self, from: usize, forward: bool) -> Option<usize> {
        let here = self.rect(Span::new(from, from + 1))?.left();
        // The caret went from the last answer to the start of the word there.
        let going_on =
            self.inner.column.get().filter(|(last, _)| from <= *last && last - from < LONGEST_WORD);
        let column = going_on.map_or(here, |(_, column)| column);
        let byte = self.line_at(from, forward, column)?;
        self.inner.column.set(Some((byte, column)));
        Some(byte)
    }

    fn line_at(&self, from: usize, forward: bool, column: f64) -> Option<usize> {
        let selection = window().get_selection().ok()??;
        let direction = if forward { "forward" } else { "backward" };
        let piece = self.pieces(Span::new(from, from + 1)).into_iter().next()?;
        selection.collapse_with_offset(Some(&piece.node), piece.start).ok()?;
        selection.modify("move", direction, "line").ok()?;
        let there = self.byte(&selection.focus_node()?, selection.focus_offset())?;
        let there = if there == from { self.beyond(from, forward).unwrap_or(there) } else { there };
        let rect = self
            .rect(Span::new(there, there + 1))
            .or_else(|| self.rect(Span::new(there.checked_sub(1)?, there)));
        let in_column =
            rect.and_then(|rect| self.byte_at(column as f32, (rect.top() + rect.height() / 2.0) as f32));
        in_column.or(Some(there))
    }

    /// Where the next paragraph begins, or the one before ends: Safari finds no line in a paragraph that is set aside.
    fn beyond(&self, byte: usize, forward: bool) -> Option<usize> {
        let scene = self.inner.scene.borrow();
        let text = &scene.as_ref()?.document.article.text;
        let is_text = |at: &usize| text.as_bytes()[*at] != b'\n';
        let found = if forward {
            (byte..text.len()).skip_while(is_text).find(is_text)
        } else {
            (0..byte).rev().skip_while(is_text).find(is_text)
        };
        found.map(|at| text.floor_char_boundary(at))
    }
}
