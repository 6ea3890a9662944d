//! Scarequote finds who says what, and where the wording leans, in a news article.
//!
//! The modules are listed from the ground up; a module uses only those above it in this list:
//! `text`, `lexicon`, `extract`, `document`, `formats`, `load`, `measure` know no browser and build natively;
//! `browser` and the components of `app` exist in the wasm32 build only.

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod document;
pub mod extract;
pub mod formats;
pub mod lexicon;
pub mod load;
pub mod measure;
pub mod text;
