//! The native command line: `scarequote extract article.txt`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command line prints

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

#[cfg(not(target_arch = "wasm32"))]
#[path = "command/mod.rs"]
mod command;
