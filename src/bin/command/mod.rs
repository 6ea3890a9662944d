//! What each subcommand does.

mod extract;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find quotes, speakers and bias markers; print JSON Lines, one article a line.
    Extract(extract::Extract),
}

/// Runs the command that the arguments name. Status 0, or 1 with the reason on standard error.
pub(crate) fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Extract(extract) => extract.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("scarequote: {reason}");
            ExitCode::FAILURE
        }
    }
}
