//! Figures about an annotated article.

mod summary;

pub use summary::{Bin, Counts, Share, Summary};
