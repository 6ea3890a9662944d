use super::blocks::parts;
use super::margins::Margins;
use super::words::one_line;
use dom_query::{Document, NodeRef};
use rustc_hash::FxHashMap;

/// A paragraph of so many letters is no label.
const LONG: usize = 80;

/// What stands in a page's elements.
#[derive(Default)]
pub(super) struct Page {
    /// The first content of each `meta`, by its name in small letters.
    pub(super) metas: FxHashMap<String, String>,
    /// The text of `title`.
    head: Option<String>,
    headings: Vec<String>,
    pub(super) byline: Option<String>,
    pub(super) time: Option<String>,
    pub(super) language: Option<String>,
    pub(super) canonical: Option<String>,
    pub(super) caption: Option<String>,
    /// How many paragraphs of some length have come after the headline.
    paragraphs: usize,
}

impl Page {
    /// Reads them.
    pub(super) fn of(document: &Document) -> Page {
        let mut page = Page::default();
        for node in document.root().descendants_it().filter(NodeRef::is_element) {
            page.see(&node);
        }
        page
    }

    fn see(&mut self, node: &NodeRef) {
        let attribute =
            |name: &str| node.attr(name).map(|value| one_line(&value)).filter(|value| !value.is_empty());
        let Some(name) = node.node_name() else { return };
        match &*name {
            "html" => self.language = attribute("lang").or_else(|| attribute("xml:lang")),
            "meta" => {
                let key = attribute("property")
                    .or_else(|| attribute("name"))
                    .or_else(|| attribute("itemprop"))
                    .or_else(|| attribute("http-equiv"));
                if let (Some(key), Some(content)) = (key, attribute("content")) {
                    self.metas.entry(key.to_lowercase()).or_insert(content);
                }
            }
            "link"
                if self.canonical.is_none()
                    && attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
            {
                self.canonical = attribute("href");
            }
            "title" if self.head.is_none() && node.parent().is_some_and(|parent| parent.has_name("head")) => {
                self.head = one(&node.text())
            }
            "h1" if self.headings.len() < 20 => self.headings.extend(one(&node.text())),
            "time" if self.time.is_none() => self.time = attribute("datetime").or_else(|| one(&node.text())),
            "p" if !self.headings.is_empty() && node.normalized_char_count() >= LONG => self.paragraphs += 1,
            "figcaption" if self.caption.is_none() && self.paragraphs < 2 => {
                self.caption = self.caption(node)
            }
            _ => {}
        }
        let names_one = || {
            let is = |name: &str, word: &str| {
                attribute(name).is_some_and(|value| value.split(' ').any(|v| v.eq_ignore_ascii_case(word)))
            };
            is("rel", "author") || is("itemprop", "author") || is("class", "byline") || is("class", "author")
        };
        if self.byline.is_none() && !matches!(&*name, "meta" | "link") && names_one() {
            let names = one(&node.text()).and_then(|text| one(text.split(['@', '•', '|']).next()?));
            self.byline = names.filter(|names| names.chars().count() <= 80);
        }
    }

    /// The text of a caption below the headline or within the article, on one line.
    fn caption(&self, node: &NodeRef) -> Option<String> {
        let is_aside =
            |node: &NodeRef| ["aside", "nav", "footer", "li"].iter().any(|name| node.has_name(name));
        let mut above = node.ancestors_it(None);
        let is_ours =
            !self.headings.is_empty() || node.ancestors_it(None).any(|ancestor| ancestor.has_name("article"));
        let parts = parts(*node, &Margins::default().within(*node));
        let words: Vec<String> = parts.into_iter().map(|part| part.words).collect();
        one(&words.join(" ")).filter(|_| is_ours && !above.any(|ancestor| is_aside(&ancestor)))
    }

    /// The headline: the heading that the page's head agrees with, else what the head tells.
    pub(super) fn title(&self, told: Option<String>, site: Option<&str>) -> Option<String> {
        let told = told.or_else(|| self.head.clone()).map(|title| without_site(&title, site));
        let agrees = |heading: &&String| {
            let heading = letters(heading);
            !heading.is_empty()
                && [&told, &self.head].into_iter().flatten().any(|title| letters(title).contains(&heading))
        };
        let is_site = |heading: &&String| site.is_some_and(|site| letters(site) == letters(heading));
        self.headings
            .iter()
            .filter(|heading| !is_site(heading))
            .find(agrees)
            .cloned()
            .or(told)
            .or_else(|| self.headings.first().cloned())
    }
}

/// The words of `text` on one line, when there are any.
pub(super) fn one(text: &str) -> Option<String> {
    Some(one_line(text)).filter(|line| !line.is_empty())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A title without the name of the site at its end.
fn without_site(title: &str, site: Option<&str>) -> String {
    for sign in [" | ", " - ", " – ", " — ", " · ", " :: "] {
        if let Some((rest, last)) = title.rsplit_once(sign)
            && site.is_some_and(|site| letters(site) == letters(last))
        {
            return rest.trim().to_owned();
        }
    }
    title.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::parse::parse;

    #[test]
    fn the_headline_is_the_heading_that_the_head_agrees_with() {
        let title =
            |html: &str| Page::of(&parse(html).expect("not deep")).title(None, Some("The Marrow Post"));
        let head = "<title>The dam held | The Marrow Post</title>";
        assert_eq!(
            title(&format!("{head}<h1>The Marrow Post</h1><h1>The dam  held</h1>")).as_deref(),
            Some("The dam held")
        );
        assert_eq!(title(&format!("{head}<h1>Subscribe</h1>")).as_deref(), Some("The dam held"));
        assert_eq!(title("<h1>The dam held</h1>").as_deref(), Some("The dam held"));
        assert_eq!(title("<p>x</p>"), None);
        assert_eq!(
            without_site("Dam - and bridge - held", Some("The Marrow Post")),
            "Dam - and bridge - held"
        );
    }

    #[test]
    fn captions_are_those_of_leading_pictures() {
        let caption = |html: &str| Page::of(&parse(html).expect("not deep")).caption;
        let figure = "<figure><figcaption>The dam.<p>Photo: Odell</p></figcaption></figure>";
        assert_eq!(caption(&format!("<h1>x</h1>{figure}")).as_deref(), Some("The dam. Photo: Odell"));
        assert_eq!(
            caption(&format!("<article>{figure}</article>")).as_deref(),
            Some("The dam. Photo: Odell")
        );
        assert_eq!(caption(figure), None);
        assert_eq!(caption(&format!("<h1>x</h1><aside>{figure}</aside>")), None);
        let long =
            "<p>The dam above Marrow held through the night, the mayor said on Sunday in the church.</p>";
        assert_eq!(caption(&format!("<h1>x</h1>{long}{long}{figure}")), None);
    }
}
