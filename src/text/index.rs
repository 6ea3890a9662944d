use super::{CodePoints, Span, Utf16};

/// How many bytes lie between two marks. A look-up walks at most this far.
const STRIDE: usize = 128;

/// Converts positions of one text between bytes, code points and UTF-16 units.
///
/// Built in one pass over the text; a look-up is a binary search (none for bytes) and a walk over at most 128 bytes.
/// A position past the end is taken as the end; a byte inside a character as the start of that character; a UTF-16 unit
/// inside a surrogate pair likewise.
///
/// ```
/// use scarequote::text::{CodePoints, OffsetIndex, Span};
/// let text = "ä𝄞b";
/// let index = OffsetIndex::new(text);
/// assert_eq!(index.to_code_points(text, Span::new(2, 7)), CodePoints { start: 1, end: 3 });
/// assert_eq!(index.from_code_points(text, CodePoints { start: 1, end: 3 }), Span::new(2, 7));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetIndex {
    /// A mark for about every 128th byte, the first at 0.
    marks: Vec<Mark>,
    end: Mark,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    byte: usize,
    code_point: usize,
    utf16: usize,
}

impl Mark {
    /// Where `part`, which starts here, ends.
    fn pass(self, part: &str) -> Mark {
        if part.is_ascii() {
            let length = part.len();
            return Mark {
                byte: self.byte + length,
                code_point: self.code_point + length,
                utf16: self.utf16 + length,
            };
        }
        part.chars().fold(self, Mark::step)
    }

    fn step(self, c: char) -> Mark {
        Mark {
            byte: self.byte + c.len_utf8(),
            code_point: self.code_point + 1,
            utf16: self.utf16 + c.len_utf16(),
        }
    }
}

impl OffsetIndex {
    /// Reads `text` once. The same text has to be handed to every look-up.
    pub fn new(text: &str) -> Self {
        let mut marks = vec![Mark::default()];
        let mut here = Mark::default();
        let mut rest = text;
        while rest.len() > STRIDE {
            let (stride, after) = rest.split_at(rest.ceil_char_boundary(STRIDE));
            here = here.pass(stride);
            marks.push(here);
            rest = after;
        }
        Self { marks, end: here.pass(rest) }
    }

    /// The text's length in code points.
    pub fn code_points(&self) -> usize {
        self.end.code_point
    }

    /// The text's length in UTF-16 units.
    pub fn utf16_units(&self) -> usize {
        self.end.utf16
    }

    /// Bytes to code points.
    pub fn to_code_points(&self, text: &str, span: Span) -> CodePoints {
        let at = |byte| self.find(text, byte, |m| m.byte).code_point;
        CodePoints { start: at(span.start), end: at(span.end) }
    }

    /// Code points to bytes.
    pub fn from_code_points(&self, text: &str, range: CodePoints) -> Span {
        let at = |n| self.find(text, n, |m| m.code_point).byte;
        Span::new(at(range.start), at(range.end))
    }

    /// Bytes to UTF-16 units.
    pub fn to_utf16(&self, text: &str, span: Span) -> Utf16 {
        let at = |byte| self.find(text, byte, |m| m.byte).utf16;
        Utf16 { start: at(span.start), end: at(span.end) }
    }

    /// UTF-16 units to bytes.
    pub fn from_utf16(&self, text: &str, range: Utf16) -> Span {
        let at = |n| self.find(text, n, |m| m.utf16).byte;
        Span::new(at(range.start), at(range.end))
    }

    /// The last character start whose `unit` position is not past `target`.
    fn find(&self, text: &str, target: usize, unit: impl Fn(Mark) -> usize) -> Mark {
        if target >= unit(self.end) {
            return self.end;
        }
        let after = self.marks.partition_point(|&mark| unit(mark) <= target);
        let mut here = self.marks.get(after.saturating_sub(1)).copied().unwrap_or_default();
        let next = self.marks.get(after).copied().unwrap_or(self.end);
        if next.byte - here.byte == next.utf16 - here.utf16
            && next.byte - here.byte == next.code_point - here.code_point
        {
            let step = target - unit(here); // one byte a character up to the next mark
            return Mark {
                byte: here.byte + step,
                code_point: here.code_point + step,
                utf16: here.utf16 + step,
            };
        }
        for c in text.get(here.byte..).unwrap_or("").chars() {
            let next = here.step(c);
            if unit(next) > target {
                break;
            }
            here = next;
        }
        here
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_boundary_of_a_mixed_text_converts_both_ways() {
        let text = "ä\t𝄞 “q” \r\n👩‍👩‍👧 مرحبا 中文".repeat(40);
        let index = OffsetIndex::new(&text);
        for (code_point, (byte, _)) in text.char_indices().enumerate() {
            let span = Span::new(byte, text.len());
            assert_eq!(index.to_code_points(&text, span).start, code_point);
            assert_eq!(index.from_utf16(&text, index.to_utf16(&text, span)), span);
        }
        assert_eq!(index.code_points(), text.chars().count());
        assert_eq!(index.utf16_units(), text.encode_utf16().count());
    }

    #[test]
    fn the_middle_of_a_character_counts_as_its_start() {
        let index = OffsetIndex::new("𝄞x");
        assert_eq!(index.from_utf16("𝄞x", Utf16 { start: 1, end: 2 }), Span::new(0, 4));
        assert_eq!(index.to_code_points("𝄞x", Span::new(2, 4)), CodePoints { start: 0, end: 1 });
    }

    #[test]
    fn past_the_end_is_the_end() {
        let index = OffsetIndex::new("é");
        assert_eq!(index.from_code_points("é", CodePoints { start: 9, end: 99 }), Span::new(2, 2));
        assert_eq!(OffsetIndex::new("").to_utf16("", Span::new(0, 7)), Utf16 { start: 0, end: 0 });
    }

    proptest! {
        #[test]
        fn conversions_are_inverse_on_character_boundaries(text in "\\PC{0,300}", pick in any::<prop::sample::Index>()) {
            let mut starts: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
            starts.push(text.len());
            let span = Span::new(starts[pick.index(starts.len())], text.len());
            let index = OffsetIndex::new(&text);
            prop_assert_eq!(index.from_code_points(&text, index.to_code_points(&text, span)), span);
            prop_assert_eq!(index.from_utf16(&text, index.to_utf16(&text, span)), span);
        }
    }
}
