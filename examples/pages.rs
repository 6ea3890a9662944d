//! Scores the reading of web pages against the bodies of articles that people have marked: `pages [CORPORA]`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command line prints

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    pages::run()
}

#[cfg(not(target_arch = "wasm32"))]
#[path = "pages/mod.rs"]
mod pages;
