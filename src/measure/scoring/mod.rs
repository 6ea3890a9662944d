//! Scores quotes against a gold standard, by the rules that published systems were scored with.
//!
//! Corpora differ in whether a quote that its cue breaks is one record or two, so each content span is scored on its own,
//! with its quote's source, cue and speaker. Only letters and digits count: quotation marks and punctuation cost nothing. A
//! found span matches a gold one when they overlap by more than half of their union, one to one, the best overlap first.
//!
//! [`Comparison`] sets the quotes of one article side by side, [`Tally`] adds articles up, [`faults()`] says in words what went
//! wrong. [`marked`] reads articles with their gold quotes marked in the text.

mod calibration;
mod compare;
mod details;
mod faults;
mod letters;
pub mod marked;
mod names;
mod pairs;
mod ratio;
pub mod report;
mod tally;

pub use calibration::{Band, Calibration};
pub use compare::{Comparison, Piece};
pub use details::DetailTally;
pub use faults::{Fault, What, faults};
pub use ratio::{Part, Score};
pub use tally::Tally;

use crate::extract::{Quote, QuoteKind};
use crate::text::Span;

/// One quote, gold or found, as far as scoring goes. Spans are bytes into the article's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// Names it within its article.
    pub id: String,
    /// What is said; each span is scored on its own.
    pub content: Vec<Span>,
    /// The words that name who says it.
    pub source: Vec<Span>,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// The canonical name of who says it.
    pub name: Option<String>,
    /// How sure its finder is, 0 to 1; of no meaning in gold.
    pub score: f32,
    /// What published corpora do not mark. Compared only where both sides have it.
    pub details: Option<Details>,
}

/// What only our own articles mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Whether the words are the speaker's own. Published corpora are scored by the quotation marks instead.
    pub kind: QuoteKind,
    /// For whom it is said.
    pub addressee: Option<String>,
    /// True when the source is one that does not want to be named; `None` when that was not looked at.
    pub anonymous: Option<bool>,
}

impl Attribution {
    /// All of `quotes`, named `q1`, `q2`, … in their order.
    pub fn all(quotes: &[Quote]) -> Vec<Self> {
        quotes.iter().zip(1..).map(|(quote, number)| Self::new(format!("q{number}"), quote)).collect()
    }

    fn new(id: String, quote: &Quote) -> Self {
        Self {
            id,
            content: quote.content.clone(),
            source: quote.source.clone(),
            cue: quote.cue.clone(),
            name: quote.speaker.clone(),
            score: quote.score,
            details: Some(Details {
                kind: quote.kind,
                addressee: quote.addressee.clone(),
                anonymous: Some(quote.anonymous),
            }),
        }
    }
}
