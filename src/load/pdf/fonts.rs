//! The letters that the codes of a font stand for, and how wide they are.

use hayro_font::hayro_cmap::{BfString, CMap};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Stream};
use std::sync::Arc;

/// The fonts of a file.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    programs: FontResolverFn,
    maps: CMapResolverFn,
}

impl Default for Fonts<'_> {
    fn default() -> Self {
        Self { cache: FontCache::new(), programs: Arc::new(|_| None), maps: Arc::new(|_| None) }
    }
}

/// A font that is set.
#[derive(Clone)]
pub(super) enum Face<'a> {
    /// The file has its program.
    Embedded(Font<'a>),
    /// One of those that every reader has.
    Plain(Arc<Plain>),
}

/// What the file tells of a font that it does not have.
pub(super) struct Plain {
    widths: Vec<f32>,
    first: usize,
    letters: Option<CMap>,
}

/// A code as a letter.
pub(super) struct Sign {
    /// How many bytes the code has.
    pub(super) length: usize,
    /// A space in the sense of the word spacing.
    pub(super) space: bool,
    /// In thousandths of the font's size.
    pub(super) advance: f64,
    /// What it stands for, if that is known.
    pub(super) words: Option<String>,
}

impl<'a> Fonts<'a> {
    pub(super) fn face(&self, dict: &Dict<'a>) -> Face<'a> {
        if let Some(font) = self.cache.font(dict, &self.programs, &self.maps) {
            return Face::Embedded(font);
        }
        let widths = dict.get::<Array<'_>>(b"Widths".as_slice());
        let letters = dict
            .get::<Stream<'_>>(b"ToUnicode".as_slice())
            .and_then(|stream| stream.decoded().ok())
            .and_then(|map| CMap::parse(&map, |_| None));
        Face::Plain(Arc::new(Plain {
            widths: widths.map(|widths| widths.iter::<f32>().take(256).collect()).unwrap_or_default(),
            first: dict
                .get::<i32>(b"FirstChar".as_slice())
                .and_then(|first| usize::try_from(first).ok())
                .unwrap_or(0),
            letters,
        }))
    }
}

impl Face<'_> {
    /// The code at `at`.
    pub(super) fn sign(&self, bytes: &[u8], at: usize) -> Option<Sign> {
        let byte = *bytes.get(at)?;
        match self {
            Self::Embedded(font) => {
                let (code, length) = font.read_code(bytes, at);
                let glyph = match font.glyph(font.map_code(code), code) {
                    FontGlyph::Outline(glyph) => glyph.as_unicode(),
                    FontGlyph::Type3(glyph) => glyph.as_unicode(),
                };
                let advance = if font.is_horizontal() { font.code_advance(code).x } else { 1000.0 };
                let length = length.max(1);
                Some(Sign { length, space: length == 1 && code == 32, advance, words: glyph.and_then(words) })
            }
            Self::Plain(plain) => {
                let told = plain
                    .letters
                    .as_ref()
                    .and_then(|map| map.lookup_bf_string(u32::from(byte)))
                    .and_then(words);
                let latin = || super::latin::letter(byte).to_string();
                let width = usize::from(byte).checked_sub(plain.first).and_then(|at| plain.widths.get(at));
                Some(Sign {
                    length: 1,
                    space: byte == 32,
                    advance: f64::from(width.copied().unwrap_or(500.0)),
                    words: told.or_else(|| Some(latin())),
                })
            }
        }
    }
}

fn words(found: BfString) -> Option<String> {
    let words = match found {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(words) => words,
    };
    // Typesetters put their own signs in the private use area.
    let odd = |c: char| {
        c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c) || (c.is_control() && !c.is_whitespace())
    };
    (!words.is_empty() && !words.chars().any(odd)).then_some(words)
}
