use super::input;
use scarequote::document::Document;
use scarequote::formats::scarequote::{EXTENSION, write};
use std::fs;
use std::path::{Path, PathBuf};

/// `scarequote convert FILE… --to FORMAT [--out DIR]`
#[derive(clap::Args)]
pub(crate) struct Convert {
    /// Text files and annotation files. A text is annotated by the core.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The format to write.
    #[arg(long)]
    to: Format,
    /// The folder to write to; that of each file when it is not given.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// The annotation file, NAME.scarequote.json.
    Scarequote,
    /// The article's text, NAME.txt.
    Text,
}

impl Convert {
    /// Writes one file for each file, and says which.
    pub(crate) fn run(self) -> Result<(), String> {
        if let Some(folder) = &self.out {
            fs::create_dir_all(folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
        }
        for path in &self.files {
            let document = input::document(path)?;
            let (content, ending) = match self.to {
                Format::Scarequote => (write(&annotated(document)), EXTENSION),
                Format::Text => (document.article.text.to_string(), ".txt"),
            };
            let target = self.target(path, ending);
            if target == *path {
                return Err(format!(
                    "{} would be written over itself. Choose a folder with --out.",
                    path.display()
                ));
            }
            fs::write(&target, content).map_err(|e| format!("cannot write {}: {e}", target.display()))?;
            println!("{}", target.display());
        }
        Ok(())
    }

    fn target(&self, path: &Path, ending: &str) -> PathBuf {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let stem =
            name.strip_suffix(EXTENSION).or(name.rsplit_once('.').map(|(stem, _)| stem)).unwrap_or(&name);
        let folder = self.out.as_deref().or(path.parent()).unwrap_or(Path::new(""));
        folder.join(format!("{stem}{ending}"))
    }
}

/// A document that nobody has annotated, with what the core finds.
fn annotated(mut document: Document) -> Document {
    if document.annotations().len() == 0 {
        let findings = input::found(&document.article);
        document.suggest(findings);
    }
    document
}
