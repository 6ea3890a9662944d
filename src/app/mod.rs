//! The app: one [`state`], changed through actions in one place, and the Yew components that show it.
//!
//! `state` knows no browser and is tested natively; everything else here exists in the wasm32 build only.

pub mod state;

#[cfg(target_arch = "wasm32")]
mod view;
#[cfg(target_arch = "wasm32")]
pub use view::start;
