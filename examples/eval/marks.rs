//! How much loaded wording the page marks in the writer's own words, when nobody has changed its limits.

use scarequote::extract::{Findings, Tier};
use scarequote::text::{TokenKind, each_token};

/// Words outside the contents of quotes, and loaded wording marked in them.
#[derive(Default)]
pub(crate) struct Marks {
    words: usize,
    marks: usize,
}

impl Marks {
    pub(crate) fn add(&mut self, text: &str, found: &Findings) {
        let mut said: Vec<_> = found.quotes.iter().flat_map(|quote| &quote.content).copied().collect();
        said.sort_unstable_by_key(|span| span.start);
        let mut said = said.into_iter().peekable();
        for token in each_token(text).filter(|token| token.kind == TokenKind::Word) {
            while said.next_if(|span| span.end <= token.span.start).is_some() {}
            self.words += usize::from(said.peek().is_none_or(|span| !span.overlaps(token.span)));
        }
        let marked = found.bias.iter().filter(|marker| {
            marker.quote.is_none()
                && marker.category.tier() == Tier::Loaded
                && marker.score * 100.0 + 0.5 >= f32::from(marker.category.usual_limit())
        });
        self.marks += marked.count();
    }

    /// Of a hundred of the writer's own words.
    pub(crate) fn rate(&self) -> f32 {
        self.marks as f32 * 100.0 / self.words.max(1) as f32
    }
}
