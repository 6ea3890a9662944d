use crate::extract::analysis::Analysis;
use crate::extract::findings::QuoteKind;
use crate::text::Span;
use std::ops::Range;

/// A quote in the making: token ranges, before its speaker is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    pub(crate) content: Vec<Range<usize>>,
    /// Empty when the text names nobody beside the quote.
    pub(crate) source: Vec<Range<usize>>,
    pub(crate) cue: Vec<Range<usize>>,
    pub(crate) addressee: Option<Range<usize>>,
    /// The text keeps back who says it: `after claims that …`.
    pub(crate) unsaid: bool,
    pub(crate) score: f32,
    /// Quoted words inside a sentence of the writer that no cue governs: mixed, though all of it is quoted.
    pub(crate) embedded: bool,
    /// The speaker's own words though no marks say so: a turn of a transcript.
    pub(crate) verbatim: bool,
    /// The ranges of its content hold the speaker's words and nothing else: a block quote.
    pub(crate) exact: bool,
}

impl Draft {
    /// The first token of its content; drafts are sorted by it.
    pub(crate) fn start(&self) -> usize {
        self.content.first().map_or(usize::MAX, |range| range.start)
    }

    /// One past the last token that another rule must not use again: its source, when that follows, is free.
    pub(crate) fn used(&self) -> usize {
        let own = self.content.iter().chain(&self.cue).map(|range| range.end).max().unwrap_or(0);
        self.source
            .iter()
            .filter(|source| source.start < own + 1)
            .map(|source| source.end)
            .fold(own, usize::max)
    }

    /// One past the last token it uses.
    pub(crate) fn end(&self) -> usize {
        let ranges = self.content.iter().chain(&self.source).chain(&self.cue);
        ranges.map(|range| range.end).max().unwrap_or(0)
    }

    /// One past the last token of its last content, source or cue. In constant time.
    pub(crate) fn end_of_last(&self) -> usize {
        [self.content.last(), self.source.last(), self.cue.last()]
            .into_iter()
            .flatten()
            .map(|range| range.end)
            .max()
            .unwrap_or(0)
    }

    /// The first token it uses.
    pub(crate) fn first(&self) -> usize {
        let ranges = self.content.iter().chain(&self.source).chain(&self.cue);
        ranges.map(|range| range.start).min().unwrap_or(usize::MAX)
    }

    /// Whether its first words stand in quotation marks, all of them. In constant time.
    pub(crate) fn is_quotation(&self, a: &Analysis) -> bool {
        let first = self.content.first();
        let pair = first.and_then(|range| Some((range, a.pairs.get(a.pair_at(range.start)?)?)));
        self.verbatim || !self.embedded && pair.is_some_and(|(range, pair)| range.end <= pair.whole.end)
    }

    /// Direct when every word stands in quotation marks, mixed when some do, else indirect.
    pub(crate) fn kind(&self, a: &Analysis) -> QuoteKind {
        let words = self.content.iter().flat_map(Clone::clone).filter(|&at| a.is_word(at));
        let (mut inside, mut outside) = (false, false);
        for at in words {
            match a.pair_at(at) {
                Some(_) => inside = true,
                None => outside = true,
            }
        }
        match (inside, outside) {
            _ if self.verbatim => QuoteKind::Direct,
            (true, false) if !self.embedded => QuoteKind::Direct,
            (true, _) => QuoteKind::Mixed,
            _ => QuoteKind::Indirect,
        }
    }

    /// The bytes of its content: quotation marks at the ends left out when all of it is quoted, no comma or stop at the
    /// end of the writer's own words.
    pub(crate) fn content_spans(&self, a: &Analysis) -> Vec<Span> {
        let words = |range: &Range<usize>| if self.exact { range.clone() } else { trimmed(a, range.clone()) };
        self.content.iter().map(|range| a.span(words(range))).filter(|s| !s.is_empty()).collect()
    }
}

/// `range` without marks at its ends, as far as they are not the speaker's own.
pub(crate) fn trimmed(a: &Analysis, range: Range<usize>) -> Range<usize> {
    if let Some(pair) = a.pair_at(range.start).and_then(|number| a.pairs.get(number))
        && range.start <= pair.inner.start
        && range.end >= pair.inner.end
        && range.end <= pair.whole.end
    {
        return pair.inner.clone();
    }
    let Range { mut start, mut end } = range;
    while start < end
        && !a.is_word(start)
        && a.pair_at(start).is_none()
        && !matches!(a.word(start), "$" | "£" | "€" | "#" | "@" | "(")
    {
        start += 1;
    }
    while start < end
        && matches!(a.word(end - 1), "," | "." | ";" | ":" | "—" | "–" | "-")
        && a.pair_at(end - 1).is_none()
    {
        end -= 1;
    }
    start..end
}
