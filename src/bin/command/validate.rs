use super::input;
use std::fs;
use std::path::PathBuf;

/// `scarequote validate FILE…`
#[derive(clap::Args)]
pub(crate) struct Validate {
    /// Annotation files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

impl Validate {
    /// Checks every file, and says of each whether it holds.
    pub(crate) fn run(self) -> Result<(), String> {
        let mut problems = Vec::new();
        for path in &self.files {
            let name = path.display().to_string();
            let bytes = fs::read(path).map_err(|e| format!("cannot open {name}: {e}"));
            match bytes.and_then(|bytes| input::annotations(&name, bytes)) {
                Ok(document) => println!("{name}: {} annotations", document.annotations().len()),
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(problems.join("\nscarequote: ")) }
    }
}
