//! E-books, `.epub`.

use super::archive::{Archive, locked};
use super::word::properties;
use super::xml::{Piece, some, walk};
use super::{BlockKind, Incoming, Problem, element_kind};
use rustc_hash::FxHashMap;

/// The chapters of an e-book, in the order in which they are read. Pages without a paragraph (the cover, the contents) are left out.
///
/// # Errors
/// The file is damaged or locked.
pub fn epub(bytes: &[u8]) -> Result<Vec<Incoming>, Problem> {
    let mut archive = Archive::open(bytes)?;
    let container = archive.needed("META-INF/container.xml")?;
    let mut package = None;
    walk(&container, |piece| {
        if let Piece::Open(tag) = piece
            && tag.name == "rootfile"
        {
            package = package.take().or(tag.get("full-path").map(std::borrow::Cow::into_owned));
        }
    });
    let package = package.unwrap_or_default();
    let opf = archive.needed(&package)?;
    let book = properties(&opf, "date");
    let mut chapters = Vec::new();
    for path in spine(&opf, &package) {
        let Some(page) = archive.file(&path)? else { continue };
        let mut chapter = chapter(&page);
        if !chapter
            .blocks
            .iter()
            .any(|block| !matches!(block.kind, BlockKind::Heading(_) | BlockKind::Caption))
        {
            continue;
        }
        chapter.meta.byline.clone_from(&book.byline);
        chapter.meta.date.clone_from(&book.date);
        chapter.meta.language.clone_from(&book.language);
        chapter.meta.site.clone_from(&book.title);
        chapters.push(chapter);
    }
    if chapters.is_empty() {
        let encrypted = archive.names.iter().any(|name| name == "META-INF/encryption.xml");
        return Err(if encrypted { locked() } else { super::incoming::empty() });
    }
    Ok(chapters)
}

/// The paths of the pages in reading order.
fn spine(opf: &[u8], package: &str) -> Vec<String> {
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut pages = FxHashMap::default();
    let mut order = Vec::new();
    walk(opf, |piece| {
        let Piece::Open(tag) = piece else { return };
        let contents =
            tag.get("properties").is_some_and(|all| all.split(' ').any(|property| property == "nav"));
        if tag.name == "item" && !contents {
            if let (Some(id), Some(to)) = (tag.get("id"), tag.get("href")) {
                pages.insert(id.into_owned(), join(folder, &to));
            }
        } else if tag.name == "itemref" {
            order.extend(tag.get("idref").map(std::borrow::Cow::into_owned));
        }
    });
    // Each page once, whatever the book says.
    order.iter().filter_map(|id| pages.remove(id)).collect()
}

/// The path of a file that a file in `folder` names by the address `to`.
fn join(folder: &str, to: &str) -> String {
    let to = decoded(to.split('#').next().unwrap_or(to));
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in to.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The address with `%20` and the like as letters.
fn decoded(address: &str) -> String {
    let mut parts = address.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(part.bytes().skip(2));
            }
            None => {
                bytes.push(b'%');
                bytes.extend(part.bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One page of XHTML. Its first heading is the title.
fn chapter(page: &[u8]) -> Incoming {
    let mut incoming = Incoming::default();
    let mut words = String::new();
    let (mut skipped, mut quoted, mut kept) = (0_usize, 0_usize, 0_usize);
    let mut kind = BlockKind::Paragraph;
    let mut front = false;
    let mut end = |words: &mut String, kind: BlockKind| {
        let line: Vec<String> = words.split('\n').filter_map(some).collect();
        let line = line.join("\n");
        words.clear();
        if let BlockKind::Heading(_) = kind
            && incoming.text.is_empty()
            && incoming.meta.title.is_none()
        {
            incoming.meta.title = some(&line);
        } else {
            incoming.push(kind, &line);
        }
    };
    walk(page, |piece| match piece {
        Piece::Open(tag) => {
            skipped += usize::from(hidden(tag.name));
            front |= matches!(tag.name, "body" | "section" | "div")
                && tag.get("type").is_some_and(|kind| front_matter(&kind));
            kept += usize::from(tag.name == "pre");
            quoted += usize::from(tag.name == "blockquote");
            if tag.name == "br" && skipped == 0 {
                words.push('\n');
            }
            if let Some(next) = block(tag.name) {
                end(&mut words, kind);
                // A paragraph within an item is the item.
                if next != BlockKind::Paragraph || kind != BlockKind::Item || tag.name == "div" {
                    kind = if next == BlockKind::Paragraph && quoted > 0 { BlockKind::Quote } else { next };
                }
            }
        }
        Piece::Close(name) => {
            if hidden(name) {
                skipped = skipped.saturating_sub(1);
            }
            kept -= usize::from(name == "pre" && kept > 0);
            if block(name).is_some() {
                end(&mut words, kind);
                quoted -= usize::from(name == "blockquote" && quoted > 0);
                kind = if quoted > 0 { BlockKind::Quote } else { BlockKind::Paragraph };
            }
        }
        Piece::Words(more) if skipped == 0 && kept > 0 => words.push_str(more),
        Piece::Words(more) if skipped == 0 => {
            words.extend(more.chars().map(|c| if c == '\n' { ' ' } else { c }))
        }
        Piece::Words(_) => {}
    });
    end(&mut words, kind);
    if front { Incoming::default() } else { incoming }
}

/// Pages that are no chapters.
fn front_matter(kind: &str) -> bool {
    let front = ["titlepage", "cover", "toc", "copyright-page", "halftitlepage", "colophon"];
    kind.split_whitespace().any(|kind| front.contains(&kind))
}

fn hidden(name: &str) -> bool {
    matches!(name, "head" | "script" | "style" | "nav" | "aside" | "svg" | "math" | "template")
}

fn block(name: &str) -> Option<BlockKind> {
    match name {
        "p" | "div" | "section" | "article" | "pre" | "tr" | "td" | "th" | "hr" | "ul" | "ol" | "body" => {
            Some(BlockKind::Paragraph)
        }
        _ => element_kind(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_blocks() {
        let page = "<html><head><title>no</title></head><body><h1>Lamp\n lit</h1><p>a <i>b</i><br/>c&nbsp;d</p><blockquote><p>q</p>\
            </blockquote><ul><li><p>item</p></li></ul>end</body></html>";
        let incoming = chapter(page.as_bytes());
        assert_eq!(incoming.meta.title.as_deref(), Some("Lamp lit"));
        assert_eq!(incoming.text, "a b\nc d\n\nq\n\nitem\n\nend");
        let kinds: Vec<BlockKind> = incoming.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Quote, BlockKind::Item, BlockKind::Paragraph]);
    }

    #[test]
    fn addresses_are_paths() {
        assert_eq!(join("OEBPS/text", "../a%20b.xhtml#x"), "OEBPS/a b.xhtml");
        assert_eq!(join("", "100%.xhtml"), "100%.xhtml");
    }
}
