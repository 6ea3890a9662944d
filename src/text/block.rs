use super::Span;

/// A part of the text that stands for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the text, in bytes, without white space at its ends.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading, 1 for the highest.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A paragraph of a block quote.
    Quote,
    /// What stands below a picture or a table.
    Caption,
}

impl BlockKind {
    /// Its name in files: `paragraph`, `heading-2`, `item`, `quote`, `caption`.
    pub fn name(self) -> String {
        match self {
            Self::Paragraph => "paragraph".to_owned(),
            Self::Heading(level) => format!("heading-{level}"),
            Self::Item => "item".to_owned(),
            Self::Quote => "quote".to_owned(),
            Self::Caption => "caption".to_owned(),
        }
    }

    /// The kind of that name; `None` for any other.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "paragraph" => Self::Paragraph,
            "item" => Self::Item,
            "quote" => Self::Quote,
            "caption" => Self::Caption,
            _ => {
                let level =
                    name.strip_prefix("heading-")?.parse().ok().filter(|level| (1..=6).contains(level))?;
                Self::Heading(level)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_by_its_name() {
        let kinds = [BlockKind::Paragraph, BlockKind::Item, BlockKind::Quote, BlockKind::Caption];
        for kind in kinds.into_iter().chain((1..=6).map(BlockKind::Heading)) {
            assert_eq!(BlockKind::parse(&kind.name()), Some(kind));
        }
        assert_eq!(BlockKind::parse("heading-7"), None);
    }
}
