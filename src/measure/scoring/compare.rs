use super::letters::{Letters, common, merged};
use super::names::{names, reports};
use super::pairs::pair_up;
use super::{Attribution, Score};
use crate::extract::QuoteKind;
use crate::text::Span;
use std::ops::Range;

/// How much of their union two contents must share to match.
const MATCH: f64 = 0.5;
/// And to count as equal.
const EXACT: f64 = 0.999;

/// The quotes of one article, gold and found, side by side.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The article's text.
    pub text: &'a str,
    /// The content spans of gold.
    pub gold: Vec<Piece<'a>>,
    /// The content spans that were found.
    pub found: Vec<Piece<'a>>,
    /// How many contents are equal.
    pub exact: usize,
    /// The letters in quotation marks.
    pub quoted: Score,
}

/// One content span, with its quote.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// The quote it is of.
    pub of: &'a Attribution,
    /// The words.
    pub span: Span,
    /// By how much of it stands in quotation marks: all, some, or nothing.
    pub kind: QuoteKind,
    /// Its place on the other side, if it is matched.
    pub pair: Option<usize>,
    letters: Range<usize>,
    source: Vec<Range<usize>>,
    cue: Vec<Range<usize>>,
}

impl<'a> Comparison<'a> {
    /// Compares what was `found` in `text` with `gold`. Spans without a letter or digit do not count.
    pub fn new(text: &'a str, gold: &'a [Attribution], found: &'a [Attribution]) -> Self {
        let letters = Letters::of(text);
        let (mut gold, mut found) = (pieces(gold, &letters), pieces(found, &letters));
        let contents = |side: &[Piece]| side.iter().map(|piece| piece.letters.clone()).collect::<Vec<_>>();
        let (wanted, got) = (contents(&gold), contents(&found));
        for (i, j) in pair_up(&wanted, &got, MATCH) {
            if let (Some(g), Some(f)) = (gold.get_mut(i), found.get_mut(j)) {
                (g.pair, f.pair) = (Some(j), Some(i));
            }
        }
        let exact = pair_up(&wanted, &got, EXACT).len();
        let (wanted, got) = (merged(wanted), merged(got));
        let quoted = |ranges: &[Range<usize>]| ranges.iter().map(|range| letters.quoted(range)).sum();
        let quoted = Score::new(quoted(&common(&wanted, &got)), quoted(&got), quoted(&wanted));
        Self { text, gold, found, exact, quoted }
    }

    /// What matches: gold and found, in gold's order.
    pub fn pairs(&self) -> impl Iterator<Item = (&Piece<'a>, &Piece<'a>)> {
        self.gold.iter().filter_map(|gold| Some((gold, self.found.get(gold.pair?)?)))
    }

    /// True when gold's cue reports speech, or some of the words stand in quotation marks.
    pub fn is_speech(&self, gold: &Piece) -> bool {
        gold.kind != QuoteKind::Indirect || reports(&words(self.text, &gold.of.cue))
    }

    /// True when the found speaker, or else the source, names gold's person.
    pub fn names_speaker(&self, gold: &Piece, found: &Piece) -> bool {
        let Some(wanted) = &gold.of.name else { return false };
        match found.of.name.as_deref().filter(|name| !name.is_empty()) {
            Some(name) => names(wanted, name),
            None => names(wanted, &words(self.text, &found.of.source)),
        }
    }

    /// True when it is right who said it: the sources touch; or gold has no source beside the quote, and what was found has
    /// none either, or names gold's person.
    pub fn is_joint(&self, gold: &Piece, found: &Piece) -> bool {
        gold.shares_source(found)
            || (!gold.has_source() && (!found.has_source() || self.names_speaker(gold, found)))
    }
}

impl Piece<'_> {
    /// True when its source has a letter or digit.
    pub fn has_source(&self) -> bool {
        !self.source.is_empty()
    }

    /// True when its cue has a letter or digit.
    pub fn has_cue(&self) -> bool {
        !self.cue.is_empty()
    }

    /// True when the two sources touch.
    pub fn shares_source(&self, other: &Piece) -> bool {
        !common(&self.source, &other.source).is_empty()
    }

    /// True when the two cues touch.
    pub fn shares_cue(&self, other: &Piece) -> bool {
        !common(&self.cue, &other.cue).is_empty()
    }
}

fn pieces<'a>(quotes: &'a [Attribution], letters: &Letters) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for quote in quotes {
        let (source, cue) = (letters.within_all(&quote.source), letters.within_all(&quote.cue));
        for &span in &quote.content {
            let range = letters.within(span);
            if range.is_empty() {
                continue;
            }
            let kind = match letters.quoted(&range) {
                0 => QuoteKind::Indirect,
                all if all == range.len() => QuoteKind::Direct,
                _ => QuoteKind::Mixed,
            };
            let (source, cue) = (source.clone(), cue.clone());
            pieces.push(Piece { of: quote, span, kind, pair: None, letters: range, source, cue });
        }
    }
    pieces
}

/// The words of `spans`, with a space between one span and the next.
pub(super) fn words(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“It rains,” Ada Moss said. “A lot.” She hopes that it stops.";

    fn quote(content: &[&str], source: &str, cue: &str, name: &str) -> Attribution {
        let find = |part: &str| {
            let start = TEXT.find(part).unwrap();
            Span::new(start, start + part.len())
        };
        Attribution {
            content: content.iter().map(|part| find(part)).collect(),
            source: (!source.is_empty()).then(|| find(source)).into_iter().collect(),
            cue: (!cue.is_empty()).then(|| find(cue)).into_iter().collect(),
            name: (!name.is_empty()).then(|| name.to_owned()),
            ..Attribution::default()
        }
    }

    #[test]
    fn each_content_span_stands_on_its_own() {
        let gold = [quote(&["It rains,", "A lot."], "Ada Moss", "said", "Ada Moss")];
        let found = [quote(&["“It rains"], "Moss", "said", ""), quote(&["A lot"], "", "", "")];
        let comparison = Comparison::new(TEXT, &gold, &found);
        assert_eq!((comparison.gold.len(), comparison.exact), (2, 2));
        assert_eq!(comparison.quoted, Score::new(11, 11, 11));
        let joint: Vec<_> = comparison.pairs().map(|(g, f)| comparison.is_joint(g, f)).collect();
        assert_eq!(joint, [true, false]);
        let named: Vec<_> = comparison.pairs().map(|(g, f)| comparison.names_speaker(g, f)).collect();
        assert_eq!(named, [true, false]);
    }

    #[test]
    fn kinds_go_by_the_quotation_marks() {
        let found =
            [quote(&["It rains", "that it stops", "rains,” Ada"], "", "", ""), quote(&["“"], "", "", "")];
        let kinds: Vec<_> = Comparison::new(TEXT, &[], &found).found.iter().map(|p| p.kind).collect();
        assert_eq!(kinds, [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed]);
    }

    #[test]
    fn without_a_source_in_gold_the_name_decides() {
        let gold = [quote(&["A lot"], "", "", "Ada Moss")];
        for (source, name, right) in
            [("", "", true), ("Ada Moss", "", true), ("She", "Ann", false), ("She", "Ada Moss", true)]
        {
            let found = [quote(&["A lot"], source, "", name)];
            let comparison = Comparison::new(TEXT, &gold, &found);
            assert!(comparison.pairs().all(|(g, f)| comparison.is_joint(g, f) == right), "{source} {name}");
        }
    }

    #[test]
    fn hopes_are_no_speech() {
        let gold = [quote(&["that it stops"], "She", "hopes", ""), quote(&["A lot"], "", "", "")];
        let comparison = Comparison::new(TEXT, &gold, &[]);
        let speech: Vec<_> = comparison.gold.iter().map(|piece| comparison.is_speech(piece)).collect();
        assert_eq!(speech, [false, true]);
    }
}
