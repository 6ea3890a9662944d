//! The components. They show the state and report actions; only the [`store`] changes anything.

mod about;
mod adjust;
mod app;
mod article;
mod comfort;
mod commands;
mod correct;
mod dialogs;
mod disk;
mod effects;
mod everywhere;
mod filter;
mod find;
mod header;
mod inspector;
mod intake;
mod keys;
mod labels;
mod lean;
mod list;
mod notice;
mod palette;
mod reading;
mod remembered;
mod review;
mod shared;
mod speaker;
mod start;
mod status;
mod store;
mod summary;

/// Starts the app in the element `#app`, in place of what stands there.
pub fn start() {
    let root = crate::browser::page().get_element_by_id("app");
    if let Some(root) = root {
        root.set_text_content(None);
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
