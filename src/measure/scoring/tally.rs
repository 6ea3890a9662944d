use super::{Calibration, Comparison, Part, Score};
use crate::extract::QuoteKind;

/// The figures of many articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// How many articles.
    pub articles: usize,
    /// Content spans.
    pub quote: Score,
    /// Content spans wholly in quotation marks.
    pub direct: Score,
    /// Content spans partly in quotation marks.
    pub mixed: Score,
    /// Content spans without quotation marks.
    pub indirect: Score,
    /// Content spans for which it is also right who said it.
    pub joint: Score,
    /// Content spans found to the letter.
    pub exact: Score,
    /// Content spans, with recall over speech only: corpora that mark beliefs and intentions too are read by this.
    pub speech: Score,
    /// Letters in quotation marks.
    pub letters: Score,
    /// Matched spans whose source touches gold's.
    pub source: Part,
    /// Matched spans whose cue touches gold's.
    pub cue: Part,
    /// Matched spans whose speaker is the person that gold names.
    pub canonical: Part,
    /// Whether the scores of what was found can be believed.
    pub calibration: Calibration,
}

impl Tally {
    /// Adds one article.
    pub fn add(&mut self, comparison: &Comparison) {
        let (gold, found) = (comparison.gold.len(), comparison.found.len());
        let (mut hits, mut joint, mut speech_hits) = (0, 0, 0);
        for piece in &comparison.gold {
            let kind = self.of_kind(piece.kind);
            kind.gold += 1;
            kind.gold_right += usize::from(piece.pair.is_some());
            self.speech.gold += usize::from(comparison.is_speech(piece));
        }
        for piece in &comparison.found {
            let kind = self.of_kind(piece.kind);
            kind.found += 1;
            kind.found_right += usize::from(piece.pair.is_some());
            self.calibration.count(piece.of.score, piece.pair.is_some());
        }
        for (gold, found) in comparison.pairs() {
            hits += 1;
            joint += usize::from(comparison.is_joint(gold, found));
            speech_hits += usize::from(comparison.is_speech(gold));
            if gold.has_source() {
                self.source.count(gold.shares_source(found));
            }
            if gold.has_cue() {
                self.cue.count(gold.shares_cue(found));
            }
            if gold.of.name.as_ref().is_some_and(|name| !name.is_empty()) {
                self.canonical.count(comparison.names_speaker(gold, found));
            }
        }
        self.articles += 1;
        self.quote += Score::new(hits, found, gold);
        self.joint += Score::new(joint, found, gold);
        self.exact += Score::new(comparison.exact, found, gold);
        self.speech += Score { found_right: hits, found, gold_right: speech_hits, gold: 0 };
        self.letters += comparison.quoted;
    }

    fn of_kind(&mut self, kind: QuoteKind) -> &mut Score {
        match kind {
            QuoteKind::Direct => &mut self.direct,
            QuoteKind::Mixed => &mut self.mixed,
            QuoteKind::Indirect => &mut self.indirect,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::scoring::Attribution;
    use crate::text::Span;

    #[test]
    fn articles_add_up() {
        let text = "“It rains,” Ada Moss said. Bo hopes it stops.";
        let quote =
            |content: (usize, usize), source: (usize, usize), cue: (usize, usize), score| Attribution {
                content: vec![Span::new(content.0, content.1)],
                source: vec![Span::new(source.0, source.1)],
                cue: vec![Span::new(cue.0, cue.1)],
                name: Some("Ada Moss".to_owned()),
                score,
                ..Attribution::default()
            };
        let said = |score| quote((3, 12), (16, 24), (25, 29), score);
        let hoped = quote((40, 48), (31, 33), (34, 39), 0.65);
        let mut tally = Tally::default();
        tally.add(&Comparison::new(text, &[said(0.0), hoped.clone()], &[said(0.95)]));
        tally.add(&Comparison::new(text, &[said(0.0)], &[hoped, said(0.9)]));
        assert_eq!(tally.articles, 2);
        assert_eq!(tally.quote, Score::new(2, 3, 3));
        assert_eq!(tally.direct, Score::new(2, 2, 2));
        assert_eq!(tally.indirect, Score::new(0, 1, 1));
        assert_eq!(tally.speech, Score { found_right: 2, found: 3, gold_right: 2, gold: 2 });
        assert_eq!((tally.joint, tally.exact), (tally.quote, tally.quote));
        assert_eq!(tally.letters, Score::new(14, 14, 14));
        assert_eq!(tally.canonical, Part { right: 2, of: 2 });
        let bands: Vec<_> = tally.calibration.bands().map(|band| (band.part.right, band.part.of)).collect();
        assert_eq!(bands, [(2, 2), (0, 0), (0, 0), (0, 1), (0, 0)]);
    }
}
