//! The extraction core: who says what (quotes, cues, sources, speakers) and where the wording leans (bias markers).
//!
//! [`extract`] is a pure function of the text, linear in its length, and never panics, whatever the text. The text is cut up
//! once (`analysis`); `quotes` drafts the attributions, `speakers` tells who is who, `bias` marks what leans, `usage` says what
//! each pair of quotation marks is there for.

#![allow(clippy::single_range_in_vec_init)] // words and phrases are lists of ranges, often of one

mod analysis;
mod bias;
mod boilerplate;
mod class;
mod cue;
mod findings;
mod language;
mod layout;
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub mod learning;
mod marks;
mod np;
mod opener;
mod progress;
mod quotes;
mod speakers;
mod structure;
mod subject;
mod usage;
pub mod wire;

pub use findings::{
    Boilerplate, Category, Findings, Lean, Marker, Quotation, Quote, QuoteKind, Speaker, Tier, Usage,
};
pub use structure::Structure;
pub use wire::Extraction;

pub(crate) use bias::reason;

use analysis::Analysis;
use progress::Progress;

/// The version of the core that annotation files name as the origin of its findings.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Finds quotes, speakers, bias markers and boilerplate in `text`. Spans are bytes into `text`.
pub fn extract(text: &str) -> Findings {
    extract_with_progress(text, &mut |_| ())
}

/// As [`extract`], and calls `progress` with the share of the work that is done, from 0 to 1, rising: from the beginning
/// on, at least once for every 64 kB of text, and with 1 at the end.
pub fn extract_with_progress(text: &str, progress: &mut dyn FnMut(f32)) -> Findings {
    extract_structured(text, &Structure::default(), progress)
}

/// As [`extract_with_progress`], of a text of which more is known. What does not fit the text is passed over.
pub fn extract_structured(text: &str, structure: &Structure, progress: &mut dyn FnMut(f32)) -> Findings {
    let mut progress = Progress::new(text.len(), progress);
    let analysis = Analysis::new(text, structure, &mut progress);
    let drafts = quotes::find(&analysis, &mut progress);
    let (quotes, speakers) = speakers::resolve(&analysis, &drafts, &mut progress);
    let bias = bias::find(&analysis, &quotes, &mut progress);
    let quotations = usage::find(&analysis, &quotes, &bias.markers);
    progress.end();
    Findings {
        quotes,
        speakers,
        bias: bias.markers,
        bias_score: bias.lean,
        bias_sentences: bias.sentences,
        foreign: !analysis.english,
        boilerplate: analysis.boilerplate,
        quotations,
    }
}
