use super::corpus::Page;
use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// What `PROGRAM read` gives of each page, by the page's name; a page that it refuses is not there.
///
/// # Errors
/// When the program does not run, or writes something else than JSON Lines.
pub(crate) fn read(program: &Path, pages: &[Page]) -> Result<HashMap<String, String>, String> {
    let folder = std::env::temp_dir().join(format!("scarequote-pages-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
    let found = run(program, &folder, pages);
    let _ = fs::remove_dir_all(&folder);
    found
}

fn run(program: &Path, folder: &Path, pages: &[Page]) -> Result<HashMap<String, String>, String> {
    let path = |page: &Page| folder.join(format!("{}.html", page.name));
    for page in pages {
        fs::write(path(page), &page.html)
            .map_err(|e| format!("cannot write {}: {e}", path(page).display()))?;
    }
    let output = Command::new(program).arg("read").args(pages.iter().map(path)).output();
    let output = output.map_err(|e| format!("cannot run {}: {e}", program.display()))?;
    let line = |line: &str| {
        let Line { id, text } =
            serde_json::from_str(line).map_err(|e| format!("{}: {e}", program.display()))?;
        let name = Path::new(&id).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok((name, text))
    };
    String::from_utf8_lossy(&output.stdout).lines().map(line).collect()
}
