use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// A page with the body that it should give.
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) html: String,
    pub(crate) body: String,
}

#[derive(Deserialize)]
struct Truth {
    #[serde(rename = "articleBody")]
    body: String,
    #[serde(default)]
    url: String,
}

/// Reads `ground-truth.json` and the gzipped pages beside it.
///
/// # Errors
/// What is wrong, with the file's name.
pub(crate) fn read(folder: &Path) -> Result<Vec<Page>, String> {
    let path = folder.join("ground-truth.json");
    let name = path.display();
    let truth = fs::read(&path).map_err(|e| format!("cannot open {name}: {e}"))?;
    let truth: BTreeMap<String, Truth> =
        serde_json::from_slice(&truth).map_err(|e| format!("{name}: {e}"))?;
    let page = |(name, Truth { body, url }): (String, Truth)| {
        let path = folder.join("pages").join(format!("{name}.html.gz"));
        let html = unpacked(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        Ok(Page { name, url, html, body })
    };
    truth.into_iter().map(page).collect()
}

fn unpacked(path: &Path) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    GzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
