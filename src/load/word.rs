//! Word files, `.docx`.

use super::archive::Archive;
use super::xml::{Piece, element, walk};
use super::{BlockKind, Incoming, Meta, Problem};
use rustc_hash::FxHashMap;

/// The article in a Word file. Footnotes, comments and what was deleted under change tracking are left out.
///
/// # Errors
/// The file is damaged, locked or no Word file.
pub fn docx(bytes: &[u8]) -> Result<Incoming, Problem> {
    let mut archive = Archive::open(bytes)?;
    let styles = archive.file("word/styles.xml")?.map(|bytes| styles(&bytes)).unwrap_or_default();
    let body = archive.needed("word/document.xml")?;
    let mut incoming = Incoming::default();
    if let Some(core) = archive.file("docProps/core.xml")? {
        incoming.meta = properties(&core, "created");
    }
    read(&body, &styles, &mut incoming);
    incoming.not_empty()
}

/// Title, author, date and language of the core properties, where `date` names the element of the date.
pub(super) fn properties(core: &[u8], date: &str) -> Meta {
    Meta {
        title: element(core, "title"),
        byline: element(core, "creator").or_else(|| element(core, "initial-creator")),
        date: element(core, "date").or_else(|| element(core, date)),
        language: element(core, "language"),
        ..Meta::default()
    }
}

/// What a paragraph style says of its paragraphs.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Style {
    Title,
    Author,
    Date,
    Block(BlockKind),
}

/// The style with this name, as the programs name it in English.
pub(super) fn style(name: &str) -> Option<Style> {
    let name = name.to_lowercase().replace("_20_", " ");
    let name = name.trim();
    if let Some(level) = name.strip_prefix("heading") {
        let level = level.trim().parse().unwrap_or(1);
        return Some(Style::Block(BlockKind::Heading(level)));
    }
    Some(match name {
        "title" => Style::Title,
        "author" => Style::Author,
        "date" => Style::Date,
        "subtitle" => Style::Block(BlockKind::Heading(2)),
        "caption" | "figure" | "illustration" | "image caption" | "table caption" => {
            Style::Block(BlockKind::Caption)
        }
        _ if name.contains("quot") || name == "block text" => Style::Block(BlockKind::Quote),
        _ if name.starts_with("list") => Style::Block(BlockKind::Item),
        _ => return None,
    })
}

/// The meaning of each style by its id: its name, its outline level, or that of the style it is based on.
fn styles(bytes: &[u8]) -> FxHashMap<String, Style> {
    let mut found = FxHashMap::default();
    let mut bases = Vec::new();
    let mut id = String::new();
    walk(bytes, |piece| {
        let Piece::Open(tag) = piece else { return };
        match tag.name {
            "style" => id = tag.get("styleId").unwrap_or_default().into_owned(),
            "name" => {
                if let Some(style) = tag.get("val").and_then(|name| style(&name)) {
                    found.insert(id.clone(), style);
                }
            }
            "basedOn" => bases.push((id.clone(), tag.get("val").unwrap_or_default().into_owned())),
            "outlineLvl" => {
                if let Some(level) =
                    tag.get("val").and_then(|level| level.parse::<u8>().ok()).filter(|l| *l < 9)
                {
                    found.entry(id.clone()).or_insert(Style::Block(BlockKind::Heading(level + 1)));
                }
            }
            _ => {}
        }
    });
    for (id, base) in bases {
        if let Some(&style) = found.get(&base) {
            found.entry(id).or_insert(style);
        }
    }
    found
}

fn read(body: &[u8], styles: &FxHashMap<String, Style>, incoming: &mut Incoming) {
    let mut words = String::new();
    let mut kind: Option<Style> = None;
    let mut skipped = 0_usize;
    let mut spoken = false;
    walk(body, |piece| match piece {
        Piece::Open(tag) => match tag.name {
            // A fallback repeats what stands before it.
            "del" | "moveFrom" | "Fallback" | "instrText" => skipped += 1,
            _ if skipped > 0 => {}
            "pStyle" => {
                let id = tag.get("val").unwrap_or_default();
                kind = styles.get(&*id).copied().or_else(|| style(&id)).or(kind);
            }
            "numPr" => kind = kind.or(Some(Style::Block(BlockKind::Item))),
            "t" => spoken = true,
            "tab" if !words.is_empty() => words.push('\t'),
            "br" | "cr" => words.push('\n'),
            "noBreakHyphen" => words.push('\u{2011}'),
            _ => {}
        },
        Piece::Close("del" | "moveFrom" | "Fallback" | "instrText") => skipped = skipped.saturating_sub(1),
        Piece::Close("t") => spoken = false,
        Piece::Close("p") => {
            add(incoming, kind.take(), &words);
            words.clear();
        }
        Piece::Words(more) if spoken && skipped == 0 => words.push_str(more),
        _ => {}
    });
    incoming.push(BlockKind::Paragraph, &words);
}

/// Adds a paragraph of this style. Title, author and date above the text go where they belong, whatever the properties say.
pub(super) fn add(incoming: &mut Incoming, style: Option<Style>, words: &str) {
    let above = incoming.text.is_empty();
    let meta = &mut incoming.meta;
    let field = match style {
        Some(Style::Title) if above => &mut meta.title,
        Some(Style::Author) if above => &mut meta.byline,
        Some(Style::Date) if above => &mut meta.date,
        Some(Style::Title) => return incoming.push(BlockKind::Heading(1), words),
        Some(Style::Block(kind)) => return incoming.push(kind, words),
        Some(Style::Author | Style::Date) | None => return incoming.push(BlockKind::Paragraph, words),
    };
    *field = super::xml::some(words).or(field.take());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_breaks_and_deletions() {
        let mut incoming = Incoming::default();
        let body = "<w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p><w:p><w:r><w:t>a</w:t><w:br/>\
            <w:t xml:space='preserve'>b &amp; </w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t>c</w:t>\
            </w:r></w:ins></w:p>";
        read(body.as_bytes(), &FxHashMap::default(), &mut incoming);
        assert_eq!(incoming.text, "Head\n\na\nb & c");
        assert_eq!(incoming.blocks[0].kind, BlockKind::Heading(2));
    }
}
