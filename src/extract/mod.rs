//! The extraction core: who says what (quotes, cues, sources, speakers) and where the wording leans (bias markers).
//!
//! [`extract`] is a pure function of the text, linear in its length, and never panics, whatever the text. The text is cut up
//! once (`analysis`); `quotes` drafts the attributions, `speakers` tells who is who, `bias` marks what leans.

#![allow(clippy::single_range_in_vec_init)] // words and phrases are lists of ranges, often of one

mod analysis;
mod bias;
mod boilerplate;
mod class;
mod cue;
mod findings;
mod marks;
mod np;
mod quotes;
mod speakers;
pub mod wire;

pub use findings::{Boilerplate, Category, Findings, Marker, Quote, QuoteKind, Speaker, Tier};
pub use wire::Extraction;

use analysis::Analysis;

/// The version of the core that annotation files name as the origin of its findings.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Finds quotes, speakers, bias markers and boilerplate in `text`. Spans are bytes into `text`.
pub fn extract(text: &str) -> Findings {
    extract_with_progress(text, &mut |_| ())
}

/// As [`extract`], and calls `progress` with the share of the work that is done, from 0 to 1, rising: at least once for
/// every 64 kB of text, and with 1 at the end.
pub fn extract_with_progress(text: &str, progress: &mut dyn FnMut(f32)) -> Findings {
    progress(0.0);
    let analysis = Analysis::new(text);
    progress(0.4);
    let drafts = {
        let total = analysis.tokens.len().max(1) as f32;
        let mut told = 0;
        quotes::find(&analysis, &mut |token| {
            if token >= told + 8192 {
                told = token;
                progress(0.4 + 0.3 * token as f32 / total);
            }
        })
    };
    progress(0.7);
    let (quotes, speakers) = speakers::resolve(&analysis, &drafts);
    progress(0.8);
    let (bias, bias_score) = bias::find(text, &analysis.tokens, &quotes, &analysis.boilerplate);
    progress(1.0);
    Findings { quotes, speakers, bias, bias_score, boilerplate: analysis.boilerplate }
}
