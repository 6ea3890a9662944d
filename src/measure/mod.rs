//! Figures about an annotated article.

pub mod scoring;
mod summary;

pub use summary::{Bin, Counts, Share, Summary};
