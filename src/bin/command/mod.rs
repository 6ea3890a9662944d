//! What each subcommand does.

mod convert;
mod extract;
mod input;
mod read;
mod validate;

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
    /// Read articles of any input format; print JSON Lines, one article a line.
    Read(read::Read),
    /// Write articles or annotations in another format.
    Convert(convert::Convert),
    /// Check annotation files.
    Validate(validate::Validate),
}

/// Runs the command that the arguments name. Status 0, or 1 with the reason on standard error.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(message) => {
            // Help and version are no errors; wrong usage is one, like any other.
            let _ = message.print();
            return if message.use_stderr() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
        }
    };
    let done = match arguments.command {
        Command::Extract(extract) => extract.run(),
        Command::Read(read) => read.run(),
        Command::Convert(convert) => convert.run(),
        Command::Validate(validate) => validate.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("scarequote: {reason}");
            ExitCode::FAILURE
        }
    }
}
