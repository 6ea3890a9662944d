//! What follows what in the running text: headings and captions stand apart, and it goes on behind them as if they were not there.
//!
//! When no blocks are known, nothing stands apart.

use super::analysis::Analysis;
use crate::text::BlockKind;
use std::ops::Range;

/// The most headings and captions in a row that are passed over.
const ROW: usize = 8;

impl Analysis<'_> {
    /// What paragraph number `paragraph` is. One of which nothing is known is a paragraph.
    pub(crate) fn kind(&self, paragraph: usize) -> BlockKind {
        self.kinds.get(paragraph).copied().unwrap_or(BlockKind::Paragraph)
    }

    /// Whether token `at` stands in a heading or a caption.
    pub(crate) fn stands_apart(&self, at: usize) -> bool {
        !self.kinds.is_empty() && self.is_apart(self.paragraph_at(at))
    }

    /// Whether paragraph number `paragraph` is a heading.
    pub(crate) fn is_heading(&self, paragraph: usize) -> bool {
        matches!(self.kind(paragraph), BlockKind::Heading(_))
    }

    fn is_apart(&self, paragraph: usize) -> bool {
        matches!(self.kind(paragraph), BlockKind::Heading(_) | BlockKind::Caption)
    }

    /// Whether token `at` stands in another paragraph than token `from`, and in a heading or a caption.
    pub(crate) fn is_beside(&self, at: usize, from: usize) -> bool {
        self.stands_apart(at) && self.paragraph_at(at) != self.paragraph_at(from)
    }

    /// The paragraph of the running text that follows number `paragraph`, which is itself of it.
    pub(crate) fn paragraph_after(&self, paragraph: usize) -> Option<&Range<usize>> {
        if self.is_apart(paragraph) {
            return None;
        }
        let next = (paragraph + 1..=paragraph + ROW).find(|&next| !self.is_apart(next))?;
        self.paragraphs.get(next)
    }

    /// Where the running text goes on behind `end`, one past the last token of a sentence.
    pub(crate) fn onward(&self, end: usize) -> usize {
        let Some(last) = end.checked_sub(1).filter(|_| !self.kinds.is_empty()) else { return end };
        let paragraph = self.paragraph_at(last);
        match self.paragraphs.get(paragraph) {
            Some(own) if own.end == end => {
                self.paragraph_after(paragraph).map_or(self.tokens.len(), |next| next.start)
            }
            _ => end,
        }
    }

    /// The number of the sentence before number `sentence` in the running text, or in its own heading or caption.
    pub(crate) fn sentence_before(&self, sentence: usize) -> Option<usize> {
        let before = sentence.checked_sub(1)?;
        if self.kinds.is_empty() {
            return Some(before);
        }
        let start = |number: usize| self.sentences.get(number).map_or(0, |range| range.start);
        (0..=before).rev().take(ROW).find(|&other| !self.is_beside(start(other), start(sentence)))
    }

    /// Sentence number `sentence` and those before it, back to the first.
    pub(crate) fn sentences_back(&self, sentence: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(sentence), |&number| self.sentence_before(number))
    }

    /// How many sentences of the running text sentence number `to` stands behind number `from`.
    pub(crate) fn steps(&self, from: usize, to: usize) -> usize {
        let apart = |number: usize| self.apart.get(number).map_or(0, |&count| count as usize);
        to.saturating_sub(from).saturating_sub(apart(to).saturating_sub(apart(from)))
    }

    /// For each sentence, how many before it stand apart. Empty when none does.
    pub(super) fn count_apart(&self) -> Vec<u32> {
        if self.kinds.is_empty() {
            return vec![];
        }
        let count = |count: &mut u32, sentence: &Range<usize>| {
            let before = *count;
            *count += u32::from(self.stands_apart(sentence.start));
            Some(before)
        };
        self.sentences.iter().scan(0, count).collect()
    }

    /// The number of the quotation that opens pair number `pair` again in the next paragraph.
    pub(crate) fn reopening(&self, pair: usize) -> Option<usize> {
        self.pairs.get(pair).filter(|pair| pair.reopens)?;
        let next = (pair + 1..self.pairs.len()).take(ROW);
        next.into_iter().find(|&next| !self.stands_apart(self.pairs[next].whole.start))
    }

    /// The number of the quotation that pair number `pair` opens again.
    pub(crate) fn reopened(&self, pair: usize) -> Option<usize> {
        let of_text = |number: &usize| !self.stands_apart(self.pairs[*number].whole.start);
        if pair == 0 || !of_text(&pair) {
            return None;
        }
        (0..pair).rev().take(ROW).find(of_text).filter(|&before| self.pairs[before].reopens)
    }
}
