//! Figures about an annotated article.

mod lean;
pub mod scoring;
mod summary;

pub use summary::{Bin, Counts, Share, Summary};
