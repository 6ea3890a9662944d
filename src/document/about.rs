use crate::text::Span;

/// What is known about an article beside its text. A person may correct it; what is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What the article is called: its headline, its first line, or the file's name.
    pub title: String,
    /// Who wrote it.
    pub byline: String,
    /// When it was published, as ISO 8601 or in words.
    pub date: String,
    /// The publication.
    pub site: String,
    /// A BCP 47 tag: `en`, `pt-BR`.
    pub language: String,
    /// The canonical address.
    pub address: String,
    /// What stands below the leading picture.
    pub caption: String,
}

impl About {
    /// Every field with its name, the title first.
    pub fn fields(&self) -> [(&'static str, &str); 7] {
        [
            ("title", &self.title),
            ("byline", &self.byline),
            ("date", &self.date),
            ("site", &self.site),
            ("language", &self.language),
            ("address", &self.address),
            ("caption", &self.caption),
        ]
    }

    /// The field of that name, to be written to.
    pub fn field_mut(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "title" => &mut self.title,
            "byline" => &mut self.byline,
            "date" => &mut self.date,
            "site" => &mut self.site,
            "language" => &mut self.language,
            "address" => &mut self.address,
            "caption" => &mut self.caption,
            _ => return None,
        })
    }
}

/// The file that an article came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The file's name.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

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
    fn each_field_has_its_name() {
        let mut about = About::default();
        for (name, _) in About::default().fields() {
            about.field_mut(name).unwrap().push_str(name);
        }
        assert!(about.fields().iter().all(|(name, value)| name == value));
        assert_eq!(about.field_mut("x"), None);
    }

    #[test]
    fn a_kind_is_read_by_its_name() {
        let kinds = [BlockKind::Paragraph, BlockKind::Item, BlockKind::Quote, BlockKind::Caption];
        for kind in kinds.into_iter().chain((1..=6).map(BlockKind::Heading)) {
            assert_eq!(BlockKind::parse(&kind.name()), Some(kind));
        }
        assert_eq!(BlockKind::parse("heading-7"), None);
    }
}
