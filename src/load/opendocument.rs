//! OpenDocument texts, `.odt`.

use super::archive::{Archive, locked};
use super::word::{Style, add, properties, style};
use super::xml::{Piece, walk};
use super::{BlockKind, Incoming, Problem};
use rustc_hash::FxHashMap;

/// The article in an OpenDocument text. Notes, comments and what was deleted under change tracking are left out.
///
/// # Errors
/// The file is damaged, locked or no OpenDocument text.
pub fn odt(bytes: &[u8]) -> Result<Incoming, Problem> {
    let mut archive = Archive::open(bytes)?;
    let manifest = archive.file("META-INF/manifest.xml")?.unwrap_or_default();
    let mut encrypted = false;
    walk(&manifest, |piece| encrypted |= matches!(piece, Piece::Open(tag) if tag.name == "encryption-data"));
    if encrypted || archive.names.iter().any(|name| name == "encrypted-package") {
        return Err(locked());
    }
    let content = archive.needed("content.xml")?;
    let mut incoming = Incoming::default();
    if let Some(meta) = archive.file("meta.xml")? {
        incoming.meta = properties(&meta, "creation-date");
        incoming.meta.date = super::xml::element(&meta, "creation-date").or(incoming.meta.date.take());
    }
    read(&content, &mut incoming);
    incoming.not_empty()
}

fn read(content: &[u8], incoming: &mut Incoming) {
    let mut parents: FxHashMap<String, String> = FxHashMap::default();
    let mut words = String::new();
    let mut kind = None;
    let (mut skipped, mut lists, mut inside) = (0_usize, 0_usize, false);
    walk(content, |piece| match piece {
        Piece::Open(tag) => match tag.name {
            "tracked-changes" | "note" | "annotation" => skipped += 1,
            "style" => {
                if let (Some(name), Some(parent)) = (tag.get("name"), tag.get("parent-style-name")) {
                    parents.insert(name.into_owned(), parent.into_owned());
                }
            }
            _ if skipped > 0 => {}
            "list" => lists += 1,
            "p" | "h" => {
                inside = true;
                let name = tag.get("style-name").unwrap_or_default().into_owned();
                kind = style(parents.get(&name).unwrap_or(&name));
                if tag.name == "h" && kind != Some(Style::Title) {
                    let level = tag.get("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                    kind = Some(Style::Block(BlockKind::Heading(level)));
                } else if lists > 0 {
                    kind = Some(Style::Block(BlockKind::Item));
                }
            }
            "tab" => words.push('\t'),
            "line-break" => words.push('\n'),
            "s" => {
                let count = tag.get("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize).min(100);
                words.extend(std::iter::repeat_n(' ', count));
            }
            _ => {}
        },
        Piece::Close("tracked-changes" | "note" | "annotation") => skipped = skipped.saturating_sub(1),
        _ if skipped > 0 => {}
        Piece::Close("list") => lists = lists.saturating_sub(1),
        Piece::Close("p" | "h") => {
            inside = false;
            add(incoming, kind.take(), &words);
            words.clear();
        }
        Piece::Words(more) if inside => words.push_str(&more.replace(['\n', '\t'], " ")),
        _ => {}
    });
    incoming.push(BlockKind::Paragraph, &words);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_and_deletions_are_left_out() {
        let mut incoming = Incoming::default();
        let body = "<b><tracked-changes><p>no</p></tracked-changes><h outline-level='3'>Head</h><p>a<note><p>no</p></note>\
            <s c='2'/>b</p><list><p>item</p></list></b>";
        read(body.as_bytes(), &mut incoming);
        assert_eq!(incoming.text, "Head\n\na  b\n\nitem");
        assert_eq!(incoming.blocks[2].kind, BlockKind::Item);
    }
}
