use crate::text::Span;
use std::ops::Range;

const OPENING: &str = "“„«‹〝";
const CLOSING: &str = "”»›〞";

/// The letters and digits of a text, numbered from 0, so that a span becomes a range of numbers and an overlap a
/// subtraction.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    /// The byte at which each letter starts.
    starts: Vec<usize>,
    /// How many letters before each one stand in quotation marks; one entry more than letters.
    quoted: Vec<usize>,
}

impl Letters {
    /// Reads `text` once. A quotation mark that is not closed holds to the end of its line.
    pub(super) fn of(text: &str) -> Self {
        let (mut starts, mut quoted) = (Vec::new(), vec![0]);
        let (mut inside, mut count) = (false, 0);
        for (at, c) in text.char_indices() {
            match c {
                '\n' => inside = false,
                '"' => inside = !inside,
                c if OPENING.contains(c) => inside = true,
                c if CLOSING.contains(c) => inside = false,
                c if c.is_alphanumeric() => {
                    starts.push(at);
                    count += usize::from(inside);
                    quoted.push(count);
                }
                _ => {}
            }
        }
        Self { starts, quoted }
    }

    /// The letters that start in `span`.
    pub(super) fn within(&self, span: Span) -> Range<usize> {
        let before = |byte| self.starts.partition_point(|&start| start < byte);
        before(span.start)..before(span.end)
    }

    /// The letters of `spans`, in order, with ranges that touch made one.
    pub(super) fn within_all(&self, spans: &[Span]) -> Vec<Range<usize>> {
        merged(spans.iter().map(|&span| self.within(span)).collect())
    }

    /// How many of these letters stand in quotation marks.
    pub(super) fn quoted(&self, range: &Range<usize>) -> usize {
        let before = |letter: usize| self.quoted.get(letter).copied().unwrap_or(0);
        before(range.end).saturating_sub(before(range.start))
    }
}

/// The same numbers in rising ranges that neither touch nor are empty.
pub(super) fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut kept: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match kept.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => kept.push(range),
        }
    }
    kept
}

/// What stands in both; `a` and `b` rise.
pub(super) fn common(a: &[Range<usize>], b: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut both = Vec::new();
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let shared = x.start.max(y.start)..x.end.min(y.end);
        if x.end <= y.end {
            a.next()
        } else {
            b.next()
        };
        if !shared.is_empty() {
            both.push(shared);
        }
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn only_letters_and_digits_count() {
        let text = "Ö, “b 7” c";
        let letters = Letters::of(text);
        assert_eq!(letters.within(Span::new(0, text.len())), 0..4);
        assert_eq!(letters.within(Span::new(2, 4)), 1..1);
        assert_eq!(letters.quoted(&(0..4)), 2);
        assert_eq!(letters.quoted(&(2..4)), 1);
    }

    #[test]
    fn an_open_quotation_ends_with_its_line() {
        let letters = Letters::of("“a b\nc \"d\" e");
        assert_eq!((letters.quoted(&(0..2)), letters.quoted(&(2..5))), (2, 1));
    }

    fn ranges() -> impl Strategy<Value = Vec<Range<usize>>> {
        let range = (0..40usize, 0..9usize).prop_map(|(start, length)| start..start + length);
        prop::collection::vec(range, 0..8)
    }

    proptest! {
        #[test]
        fn ranges_stand_for_sets(a in ranges(), b in ranges()) {
            let set = |ranges: &[Range<usize>]| ranges.iter().cloned().flatten().collect::<BTreeSet<_>>();
            let (one, two) = (merged(a.clone()), merged(b.clone()));
            prop_assert_eq!(set(&one), set(&a));
            prop_assert!(one.windows(2).all(|pair| pair[0].end < pair[1].start));
            let both = common(&one, &two);
            prop_assert_eq!(set(&both), &set(&a) & &set(&b));
            prop_assert_eq!(both.iter().map(Range::len).sum::<usize>(), set(&both).len());
        }
    }
}
