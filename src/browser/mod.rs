//! Everything that names the browser: files, the disk, the worker, highlights and the selection in the text.
//!
//! Built for wasm32 only. What comes from an article is put into the page as text, never as markup.

mod answering;
mod article_view;
mod backstage;
mod blocks;
mod files;
mod hash;
mod highlights;
mod letters;
mod lock;
mod memory;
mod near;
mod pasted;
mod positions;
mod renew;
mod scrolling;
mod slice;
mod storage;
mod ties;
mod web;

pub use answering::{Posted, listen, say};
pub use article_view::{ArticleView, Scene};
pub use backstage::{Answer, Backstage, Job, Loaded};
pub use files::{Opened, download, read_file};
pub use hash::sha256;
pub use letters::letter;
pub use memory::{Settings, Tab};
pub use pasted::{Pasted, pasted};
pub use renew::renew;
pub use storage::{Saved, Storage};
pub use web::{FromWeb, Web, address, bookmarklet, forget_params, param};

#[cfg(test)]
mod tests;

use wasm_bindgen::{JsCast, JsValue};

/// The build that the page and the worker must have in common.
pub const BUILD: &str = env!("SCAREQUOTE_BUILD");

/// The page's window. There is one wherever this module runs.
#[allow(clippy::expect_used)] // without a window nothing can be shown or said
pub fn window() -> web_sys::Window {
    web_sys::window().expect("the page has a window")
}

/// The page's document.
#[allow(clippy::expect_used)]
pub fn page() -> web_sys::Document {
    window().document().expect("the window has a document")
}

/// An error from the browser as a sentence.
fn message(error: &JsValue) -> String {
    let said = js_sys::Reflect::get(error, &"message".into()).ok().and_then(|m| m.as_string());
    said.or_else(|| error.as_string()).unwrap_or_else(|| format!("{error:?}"))
}

/// True when `element` is, or is within, a place where text is typed.
pub fn is_field(element: &web_sys::Element) -> bool {
    element.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some()
        && element.dyn_ref::<web_sys::HtmlInputElement>().is_none_or(|input| input.type_() != "checkbox")
}
