//! How far from the screen annotations are drawn.

use crate::text::Span;

/// Where the text is scrolled to, in bytes: most of a screen. With each change to the page, browsers sort and paint all anew that is drawn,
/// whatever changes; more than this delays frames.
pub(super) const NEAR: usize = 1_600;

/// Where it was scrolled from, and all around once it rests, in bytes.
pub(super) const AT_REST: usize = 800;

/// What is near the screen: `far` bytes before and after what is `seen`, but less on the side that leads back to what was near `before`.
pub(super) fn around(seen: Span, far: usize, before: Span) -> Span {
    let passed = far.min(AT_REST);
    let (back, on) = match before.is_empty() {
        true => (far, far),
        false if seen.end > before.end => (passed, far),
        false => (far, passed),
    };
    Span::new(seen.start.saturating_sub(back), seen.end.saturating_add(on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn more_is_drawn_where_the_text_goes_than_where_it_comes_from() {
        let seen = Span::new(10_000, 12_000);
        let on = around(seen, NEAR, Span::new(7_000, 11_000));
        assert_eq!(on, Span::new(10_000 - AT_REST, 12_000 + NEAR));
        let back = around(seen, NEAR, Span::new(11_000, 15_000));
        assert_eq!(back, Span::new(10_000 - NEAR, 12_000 + AT_REST));
        assert_eq!(around(seen, AT_REST, Span::default()), Span::new(10_000 - AT_REST, 12_000 + AT_REST));
        assert_eq!(around(seen, usize::MAX, Span::default()), Span::new(0, usize::MAX));
    }
}
