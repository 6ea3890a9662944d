//! Our own articles, `tests/articles/*.txt`. `tests/articles.rs` reads them with this file too.

use scarequote::measure::scoring::marked::{self, Marked};
use std::fs;
use std::path::{Path, PathBuf};

/// The file that keeps what the core makes of the articles; it stands among them and is none.
pub(crate) const SNAPSHOT: &str = "snapshot.txt";

/// Where they are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

/// Every article with its name, in the order of the names.
///
/// # Errors
/// What is wrong with them, a line for each file that cannot be read.
pub(crate) fn read() -> Result<Vec<(String, Marked)>, String> {
    let folder = folder();
    let entries = fs::read_dir(&folder).map_err(|e| format!("cannot open {}: {e}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".txt") && name != SNAPSHOT).collect();
    names.sort();
    let (mut articles, mut problems) = (Vec::new(), Vec::new());
    for name in names {
        let file = fs::read_to_string(folder.join(&name)).map_err(|e| e.to_string());
        match file.and_then(|file| marked::read(&file).map_err(|problem| problem.to_string())) {
            Ok(article) => articles.push((name, article)),
            Err(problem) => problems.push(format!("tests/articles/{name}, {problem}")),
        }
    }
    if problems.is_empty() { Ok(articles) } else { Err(problems.join("\n")) }
}
