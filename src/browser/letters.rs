use js_sys::{JsString, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The browser's own rules for letters: Unicode's grapheme clusters.
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new() -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> Segments;

    type Segments;

    #[wasm_bindgen(method)]
    fn containing(this: &Segments, at: u32) -> Option<Segment>;

    #[wasm_bindgen(extends = Object)]
    type Segment;

    #[wasm_bindgen(method, getter)]
    fn segment(this: &Segment) -> JsString;
}

/// No letter is longer, in bytes.
const LONGEST: usize = 200;

/// The byte one letter after, or before, byte `at` of `text`, white space passed over: a letter with its accents, or an emoji of several parts,
/// is one. `None` at the edge of the text.
pub fn letter(text: &str, at: usize, forward: bool) -> Option<usize> {
    let (before, after) = (text.get(..at)?, text.get(at..)?);
    let at = if forward { text.len() - after.trim_start().len() } else { before.trim_end().len() };
    let part = if forward {
        text.get(at..text.ceil_char_boundary((at + LONGEST).min(text.len())))?
    } else {
        text.get(text.floor_char_boundary(at.saturating_sub(LONGEST))..at)?
    };
    let character = if forward { part.chars().next()? } else { part.chars().next_back()? };
    let inside = if forward { 0 } else { (part.encode_utf16().count() as u32).saturating_sub(1) };
    // Where the browser does not know letters, one code point.
    let whole = Segmenter::new().ok().and_then(|segmenter| segmenter.segment(part).containing(inside));
    let bytes = whole.map_or(character.len_utf8(), |whole| String::from(whole.segment()).len());
    if forward { Some(at + bytes) } else { at.checked_sub(bytes) }
}
