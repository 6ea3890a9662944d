//! Markdown, `.md`.

use super::xml::some;
use super::{BlockKind, Incoming, Meta, Problem};
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

/// The article in a Markdown text. A highest heading above the text, or the front matter, gives the title. Footnotes, code and
/// HTML are left out.
///
/// # Errors
/// There is no text.
pub fn markdown(text: &str) -> Result<Incoming, Problem> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES;
    let mut incoming = Incoming::default();
    let mut words = String::new();
    let (mut items, mut quotes, mut skipped) = (0_usize, 0_usize, 0_usize);
    let mut matter = false;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => matter = true,
            Event::End(TagEnd::MetadataBlock(kind)) => {
                matter = false;
                incoming.meta = front_matter(&std::mem::take(&mut words), kind);
            }
            Event::Start(Tag::FootnoteDefinition(_) | Tag::Image { .. } | Tag::CodeBlock(_)) => skipped += 1,
            Event::End(TagEnd::FootnoteDefinition | TagEnd::Image | TagEnd::CodeBlock) => {
                skipped = skipped.saturating_sub(1);
            }
            Event::Text(more) if matter => words.push_str(&more),
            _ if skipped > 0 => {}
            Event::Text(more) | Event::Code(more) => words.push_str(&more),
            Event::SoftBreak => words.push(' '),
            Event::HardBreak => words.push('\n'),
            Event::Start(tag) => match tag {
                Tag::Item => {
                    push(&mut incoming, &mut words, items, quotes);
                    items += 1;
                }
                Tag::BlockQuote(_) => {
                    push(&mut incoming, &mut words, items, quotes);
                    quotes += 1;
                }
                Tag::List(_) => push(&mut incoming, &mut words, items, quotes),
                _ => {}
            },
            Event::End(TagEnd::Heading(level)) => {
                let level = level as u8;
                if level == 1 && incoming.text.is_empty() && incoming.meta.title.is_none() {
                    incoming.meta.title = some(&words);
                } else {
                    incoming.push(BlockKind::Heading(level), &words);
                }
                words.clear();
            }
            Event::End(TagEnd::Paragraph | TagEnd::TableRow | TagEnd::TableHead) => {
                push(&mut incoming, &mut words, items, quotes);
            }
            Event::End(TagEnd::TableCell) => words.push('\t'),
            Event::End(TagEnd::Item) => {
                push(&mut incoming, &mut words, items, quotes);
                items = items.saturating_sub(1);
            }
            Event::End(TagEnd::BlockQuote(_)) => quotes = quotes.saturating_sub(1),
            _ => {}
        }
    }
    incoming.not_empty()
}

fn push(incoming: &mut Incoming, words: &mut String, items: usize, quotes: usize) {
    let kind = if quotes > 0 {
        BlockKind::Quote
    } else if items > 0 {
        BlockKind::Item
    } else {
        BlockKind::Paragraph
    };
    incoming.push(kind, words);
    words.clear();
}

/// The lines `title: …` of a front matter, in YAML or TOML.
fn front_matter(lines: &str, kind: MetadataBlockKind) -> Meta {
    let sign = if kind == MetadataBlockKind::YamlStyle { ':' } else { '=' };
    let mut meta = Meta::default();
    for (key, value) in lines.lines().filter_map(|line| line.split_once(sign)) {
        let value = value.trim().trim_matches(['"', '\'', '[', ']']);
        let field = match key.trim().to_lowercase().as_str() {
            "title" | "headline" => &mut meta.title,
            "author" | "authors" | "byline" | "by" => &mut meta.byline,
            "date" | "published" | "pubdate" => &mut meta.date,
            "lang" | "language" => &mut meta.language,
            "url" | "canonical" | "link" => &mut meta.address,
            "site" | "publication" | "source" => &mut meta.site,
            _ => continue,
        };
        if field.is_none() {
            *field = some(value);
        }
    }
    meta
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_told_apart_and_marks_are_gone() {
        let text = "# Ferry\n\nIt *sails*\n[again](x).\n\n> Sound.\n\n- one\n- two\n\n## Next\n\n```\ncode\n```\n\nEnd  \nline[^1].\n\n[^1]: no\n";
        let incoming = markdown(text).unwrap();
        assert_eq!(incoming.meta.title.as_deref(), Some("Ferry"));
        assert_eq!(incoming.text, "It sails again.\n\nSound.\n\none\n\ntwo\n\nNext\n\nEnd\nline.");
        assert_eq!(incoming.blocks[1].kind, BlockKind::Quote);
        assert_eq!(incoming.blocks[2].kind, BlockKind::Item);
        assert_eq!(incoming.blocks[4].kind, BlockKind::Heading(2));
    }

    #[test]
    fn front_matter_in_both_styles() {
        for text in [
            "---\ntitle: \"Ferry\"\nauthor: Tessa Quill\n---\n\nText",
            "+++\ntitle = 'Ferry'\nauthor = 'Tessa Quill'\n+++\n\nText",
        ] {
            let incoming = markdown(text).unwrap();
            assert_eq!(incoming.meta.title.as_deref(), Some("Ferry"), "{text}");
            assert_eq!(incoming.meta.byline.as_deref(), Some("Tessa Quill"));
            assert_eq!(incoming.text, "Text");
        }
    }
}
