use super::names::names;
use super::{Comparison, Part, Piece};
use std::collections::BTreeSet;

/// How many of the quotes that were found agree with gold in what only our own articles mark. Counted by quote, not by span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DetailTally {
    /// The speaker is the same person or body, or there is none on either side.
    pub speaker: Part,
    /// The kind is the same.
    pub kind: Part,
    /// The addressee is the same; of those where either side has one.
    pub addressee: Part,
    /// Whether the source is anonymous; of those for which both sides tell.
    pub anonymous: Part,
}

impl DetailTally {
    /// Adds one article.
    pub fn add(&mut self, comparison: &Comparison) {
        let mut seen = BTreeSet::new();
        for (gold, found) in comparison.pairs() {
            let (Some(g), Some(f)) = (&gold.of.details, &found.of.details) else { continue };
            if !seen.insert((gold.of.id.as_str(), found.of.id.as_str())) {
                continue;
            }
            self.speaker.count(is_speaker_right(comparison, gold, found));
            self.kind.count(g.kind == f.kind);
            if g.addressee.is_some() || f.addressee.is_some() {
                self.addressee.count(is_same(g.addressee.as_deref(), f.addressee.as_deref()));
            }
            if let (Some(g), Some(f)) = (g.anonymous, f.anonymous) {
                self.anonymous.count(g == f);
            }
        }
    }
}

/// Whether the speaker is right. Published corpora do not name every speaker: there, a name where gold has none is no fault,
/// and a source that names the person will do.
pub(super) fn is_speaker_right(comparison: &Comparison, gold: &Piece, found: &Piece) -> bool {
    match (&gold.of.details, gold.of.name.as_deref()) {
        (Some(_), name) => is_same(name, found.of.name.as_deref()),
        (None, name) => name.is_none_or(str::is_empty) || comparison.names_speaker(gold, found),
    }
}

/// True when the two names may be one person's, or there is no name on either side.
pub(super) fn is_same(gold: Option<&str>, found: Option<&str>) -> bool {
    match (gold, found) {
        (Some(gold), Some(found)) => names(gold, found),
        (gold, found) => gold.is_none() && found.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::scoring::marked;

    #[test]
    fn a_quote_of_two_spans_counts_once() {
        let gold = marked::read(
            "“{1 It rains},” {1s Ada Moss} {1c said}. “{1 A lot}.” {2s One} {2c hopes} {2 it stops}.\n\
             ---\n1 direct | Ada Moss | Bo | -\n2 indirect | - | - | -",
        )
        .unwrap();
        let mut found = gold.quotes.clone();
        found[0].name = Some("MOSS".to_owned());
        let details = found[0].details.as_mut().unwrap();
        (details.addressee, details.anonymous) = (None, None);
        let mut tally = DetailTally::default();
        tally.add(&Comparison::new(&gold.text, &gold.quotes, &found));
        let both = Part { right: 2, of: 2 };
        let (addressee, anonymous) = (Part { right: 0, of: 1 }, Part { right: 1, of: 1 });
        assert_eq!(tally, DetailTally { speaker: both, kind: both, addressee, anonymous });
        found[1].name = Some("Ada Moss".to_owned());
        tally = DetailTally::default();
        tally.add(&Comparison::new(&gold.text, &gold.quotes, &found));
        assert_eq!(tally.speaker, Part { right: 1, of: 2 });
    }
}
