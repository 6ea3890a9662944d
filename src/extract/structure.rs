//! What is known of a text beside its words: its blocks, and what a person set aside.

use super::findings::Boilerplate;
use crate::text::{Block, BlockKind};

/// What is known of a text beside its words. By default nothing is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Structure<'a> {
    /// What each part of the text is, in order. Empty when only the text is known.
    pub blocks: &'a [Block],
    /// What is set aside, in order: exactly this, and nothing else is looked for. `None` when that is to be found out.
    pub aside: Option<&'a [Boilerplate]>,
}

impl Structure<'_> {
    /// The kind of the block in which each of `lines`, given by their first bytes in order, begins. Empty when all are paragraphs, so
    /// that nobody has to ask.
    pub(super) fn kinds(&self, lines: impl Iterator<Item = usize>) -> Vec<BlockKind> {
        if self.blocks.iter().all(|block| block.kind == BlockKind::Paragraph) {
            return vec![];
        }
        let mut blocks = self.blocks.iter().peekable();
        let kind = |line: usize| {
            while blocks.next_if(|block| block.span.end <= line).is_some() {}
            blocks
                .peek()
                .filter(|block| block.span.holds(line))
                .map_or(BlockKind::Paragraph, |block| block.kind)
        };
        lines.map(kind).collect()
    }

    /// What is set aside, if that is known; without what does not fit `text` or stands out of order.
    pub(super) fn boilerplate(&self, text: &str) -> Option<Vec<Boilerplate>> {
        let mut end = 0;
        let mut fits = |aside: &&Boilerplate| {
            let span = aside.span;
            let fits = span.start >= end && !span.of(text).trim().is_empty();
            end = if fits { span.end } else { end };
            fits
        };
        Some(self.aside?.iter().filter(|aside| fits(aside)).cloned().collect())
    }
}

#[cfg(test)]
mod tests;
