//! Scores the core on annotated articles, next to other systems and to our goals: `make eval`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command line prints

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eval::run()
}

#[cfg(not(target_arch = "wasm32"))]
#[path = "eval/mod.rs"]
mod eval;
