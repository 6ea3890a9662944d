//! How much the page marks: from which score on, and which words never.

use crate::document::{Annotation, Body, Document, Origin, State};
use crate::extract::Category;
use crate::text::lower;

/// How sure the core must be of a marker for it to be shown, by category, and the words that are never marked. It holds for the
/// core's suggestions alone: what a person has made or judged is always shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// In percent, in the order of [`Category::ALL`].
    limits: [u8; Category::ALL.len()],
    /// In lower case, sorted.
    ignored: Vec<String>,
}

impl Default for Sensitivity {
    fn default() -> Self {
        Self { limits: Category::ALL.map(Category::usual_limit), ignored: vec![] }
    }
}

impl Sensitivity {
    /// Whether `annotation` of `document` is shown, as far as this goes.
    pub fn shows(&self, document: &Document, annotation: &Annotation) -> bool {
        let Body::Bias(marker) = &annotation.body else { return true };
        if annotation.state != State::Suggested || annotation.origin == Origin::Person {
            return true;
        }
        let sure = annotation
            .score
            .is_none_or(|score| score * 100.0 + 0.5 >= f32::from(self.limit(marker.category)));
        sure && (self.ignored.is_empty() || !self.ignores(document.article.words(marker.span)))
    }

    /// From which score on markers of `category` are shown, in percent.
    pub fn limit(&self, category: Category) -> u8 {
        number(category).and_then(|number| self.limits.get(number)).copied().unwrap_or(0)
    }

    /// Shows markers of `category` from `percent` on.
    pub fn set_limit(&mut self, category: Category, percent: u8) {
        if let Some(limit) = number(category).and_then(|number| self.limits.get_mut(number)) {
            *limit = percent.min(100);
        }
    }

    /// Sets every limit to what it is at first. Words that are ignored stay so.
    pub fn reset_limits(&mut self) {
        self.limits = Self::default().limits;
    }

    /// The words that are never marked, sorted.
    pub fn ignored(&self) -> &[String] {
        &self.ignored
    }

    /// Never marks `words` again.
    pub fn ignore(&mut self, words: &str) {
        let words = lower(words.trim());
        if let Err(place) = self.ignored.binary_search(&words) {
            self.ignored.insert(place, words);
        }
    }

    /// Marks `words` again.
    pub fn heed(&mut self, words: &str) {
        self.ignored.retain(|ignored| ignored != words);
    }

    fn ignores(&self, words: &str) -> bool {
        self.ignored.binary_search(&lower(words.trim())).is_ok()
    }

    /// Of each category, in the order of [`Category::ALL`], how many markers of `document` are shown, and how many there are.
    pub fn counts(&self, document: &Document) -> [(usize, usize); Category::ALL.len()] {
        let mut counts = [(0, 0); Category::ALL.len()];
        for (_, annotation) in document.annotations().filter(|(_, a)| a.state != State::Rejected) {
            let category = annotation.as_marker().and_then(|marker| number(marker.category));
            if let Some(count) = category.and_then(|number| counts.get_mut(number)) {
                count.1 += 1;
                count.0 += usize::from(self.shows(document, annotation));
            }
        }
        counts
    }

    /// As lines for the browser's memory: the limits, then the ignored words, one a line.
    pub fn pack(&self) -> String {
        let limit = |&category: &Category| format!("{}={}", category.name(), self.limit(category));
        let limits = Category::ALL.iter().map(limit).collect::<Vec<_>>().join(" ");
        std::iter::once(limits.as_str())
            .chain(self.ignored.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What was packed. What cannot be read is as at first.
    pub fn unpack(packed: &str) -> Self {
        let mut lines = packed.lines();
        let mut read = Self::default();
        for (name, percent) in
            lines.next().unwrap_or_default().split(' ').filter_map(|pair| pair.split_once('='))
        {
            let category = Category::ALL.into_iter().find(|category| category.name() == name);
            if let (Some(category), Ok(percent)) = (category, percent.parse()) {
                read.set_limit(category, percent);
            }
        }
        lines.filter(|line| !line.trim().is_empty()).for_each(|line| read.ignore(line));
        read
    }
}

fn number(category: Category) -> Option<usize> {
    Category::ALL.iter().position(|&other| other == category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Article, Id};
    use crate::extract::extract;

    fn document() -> Document {
        let text = "The brutal regime fell on Monday. A brutal winter followed, and it may well be long.";
        let mut document = Document::new(Article::new(text));
        document.suggest(extract(text));
        document
    }

    fn shown(sensitivity: &Sensitivity, document: &Document) -> usize {
        document.annotations().filter(|(_, a)| sensitivity.shows(document, a)).count()
    }

    #[test]
    fn a_limit_hides_what_the_core_is_less_sure_of() {
        let document = document();
        let mut sensitivity = Sensitivity::default();
        let all = shown(&sensitivity, &document);
        sensitivity.set_limit(Category::LoadedLanguage, 100);
        assert_eq!(shown(&sensitivity, &document), all - 2);
        sensitivity.reset_limits();
        assert_eq!(sensitivity, Sensitivity::default());
    }

    #[test]
    fn ignored_words_are_not_shown_until_they_are_heeded() {
        let document = document();
        let mut sensitivity = Sensitivity::default();
        let all = shown(&sensitivity, &document);
        sensitivity.ignore(" Brutal ");
        assert_eq!(shown(&sensitivity, &document), all - 2);
        assert_eq!(sensitivity.ignored(), ["brutal"]);
        sensitivity.heed("brutal");
        assert_eq!(shown(&sensitivity, &document), all);
    }

    #[test]
    fn what_a_person_judged_is_shown() {
        let mut document = document();
        let (id, marker) = document.annotations().find(|(_, a)| a.as_marker().is_some()).unwrap();
        let judged = Annotation { state: State::Accepted, ..Annotation::clone(marker) };
        let id = Id(id.0);
        document.set(id, Some(judged.into()));
        let mut sensitivity = Sensitivity::default();
        sensitivity.set_limit(Category::LoadedLanguage, 100);
        sensitivity.ignore("brutal");
        assert!(sensitivity.shows(&document, document.get(id).unwrap()));
    }

    #[test]
    fn it_comes_back_and_nonsense_is_as_at_first() {
        let mut sensitivity = Sensitivity::default();
        sensitivity.set_limit(Category::Hedge, 35);
        sensitivity.ignore("so-called");
        sensitivity.ignore("über alles");
        assert_eq!(Sensitivity::unpack(&sensitivity.pack()), sensitivity);
        for nonsense in ["", "hedge", "hedge=x puffery=", "nothing=3"] {
            assert_eq!(Sensitivity::unpack(nonsense), Sensitivity::default());
        }
        let counts = Sensitivity::default().counts(&document());
        assert!(counts.iter().all(|(shown, all)| shown <= all) && counts[0].1 == 2);
    }
}
