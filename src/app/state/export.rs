//! Saving files, and what they are called.

use super::{Effect, State};
use crate::formats::scarequote::EXTENSION;
use crate::text::lower;

impl State {
    pub(super) fn export(&mut self) -> Vec<Effect> {
        let Some(document) = self.document() else { return vec![] };
        let name = file_name(&document.article.about.title);
        vec![Effect::Write(name, document.clone())]
    }
}

/// A name for the annotation file of an article.
fn file_name(title: &str) -> String {
    let name = stem(title.trim_end_matches(EXTENSION).trim_end_matches(".txt"));
    (if name.is_empty() { "article".to_owned() } else { name }) + EXTENSION
}

/// Words as a file's name: in small letters, digits and hyphens, of any script.
pub(super) fn stem(title: &str) -> String {
    let lower = lower(title);
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let name: String = words.join("-").chars().take(60).collect();
    name.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_the_article() {
        assert_eq!(file_name("Ferry “Ada” runs – again"), "ferry-ada-runs-again.scarequote.json");
        assert_eq!(file_name("notes.txt"), "notes.scarequote.json");
        assert_eq!(file_name("x.scarequote.json"), "x.scarequote.json");
        assert_eq!(file_name("…"), "article.scarequote.json");
        assert_eq!(file_name("Выборы 2026"), "выборы-2026.scarequote.json");
    }
}
