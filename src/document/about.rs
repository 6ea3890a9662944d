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

/// The file that an article came from, or the text that was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The file's name; empty for a text that was pasted.
    pub name: String,
    /// The SHA-256 of its bytes, those of a pasted text in UTF-8, in hexadecimal digits; empty when nothing could make it.
    pub sha256: String,
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
}
