use scarequote::document::Document;
use scarequote::formats::scarequote::read;
use scarequote::load::plain_text;
use std::fs;
use std::path::Path;

/// The article, with its annotations if it has any, in a text file or an annotation file.
///
/// # Errors
/// What is wrong with the file, with its name.
pub(crate) fn document(path: &Path) -> Result<Document, String> {
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|e| format!("cannot open {name}: {e}"))?;
    if name.to_lowercase().ends_with(".json") {
        return annotations(&name, bytes);
    }
    Ok(Document::new(plain_text(&name, &bytes)?))
}

/// The document in an annotation file, whatever the file's name.
///
/// # Errors
/// What is wrong with the file, with its name.
pub(crate) fn annotations(name: &str, bytes: Vec<u8>) -> Result<Document, String> {
    let json =
        String::from_utf8(bytes).map_err(|_| format!("{name}: the file is damaged: it is not UTF-8"))?;
    read(&json).map_err(|problem| format!("{name}: {problem}"))
}
