use super::byline;
use super::words::{letters, one, one_line, shown};
use dom_query::{Document, NodeRef};
use rustc_hash::FxHashMap;

/// A paragraph of so many letters is no label.
const LONG: usize = 80;

/// Behind so many paragraphs, a byline may be that of a comment.
const FEW: usize = 2;
/// The title in a page's head has at most so many times the letters of a headline that it does not begin with: a site may have a
/// heading too.
const MOST_OF_TITLE: usize = 4;

/// What stands in a page's elements.
#[derive(Default)]
pub(super) struct Page {
    /// The first content of each `meta`, by its name in small letters.
    pub(super) metas: FxHashMap<String, String>,
    /// The text of `title`.
    head: Option<String>,
    headings: Vec<String>,
    pub(super) byline: Option<String>,
    /// How many headings stand above the byline.
    above_byline: usize,
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
        self.see_byline(node);
    }

    /// Takes the first byline, or one below the next heading: above the headline may stand those of other articles, and far behind
    /// it those of comments.
    fn see_byline(&mut self, node: &NodeRef) {
        let is_near = self.paragraphs <= FEW;
        let is_wanted = self.byline.is_none() || (is_near && self.headings.len() > self.above_byline);
        let is_byline = || byline::is_marked(node) || (is_near && byline::is_classed(node));
        if is_wanted
            && !node.has_name("meta")
            && !node.has_name("link")
            && is_byline()
            && let Some(names) = byline::names(node)
        {
            self.byline = Some(names);
            self.above_byline = self.headings.len();
        }
    }

    /// The text of a caption below the headline or within the article, on one line.
    fn caption(&self, node: &NodeRef) -> Option<String> {
        let is_aside =
            |node: &NodeRef| ["aside", "nav", "footer", "li"].iter().any(|name| node.has_name(name));
        let mut above = node.ancestors_it(None);
        let is_ours =
            !self.headings.is_empty() || node.ancestors_it(None).any(|ancestor| ancestor.has_name("article"));
        shown(node).filter(|_| is_ours && !above.any(|ancestor| is_aside(&ancestor)))
    }

    /// The headline: the longest heading that the page's head agrees with, else what the head tells.
    pub(super) fn title(&self, told: Option<String>, site: Option<&str>) -> Option<String> {
        let told = told.or_else(|| self.head.clone()).map(|title| without_site(&title, site));
        let agrees = |heading: &&String| {
            let heading = letters(heading);
            let is_of = |title: &String| {
                let title = letters(title);
                title.starts_with(&heading)
                    || (title.contains(&heading) && title.len() <= heading.len() * MOST_OF_TITLE)
            };
            !heading.is_empty() && [&told, &self.head].into_iter().flatten().any(is_of)
        };
        let is_site = |heading: &&String| site.is_some_and(|site| letters(site) == letters(heading));
        self.headings
            .iter()
            .filter(|heading| !is_site(heading))
            .filter(agrees)
            .rev()
            .max_by_key(|heading| heading.len())
            .cloned()
            .or(told)
            .or_else(|| self.headings.first().cloned())
    }
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
        let other = "<title>Why the dam above the town held · Post</title><h1>Post</h1>";
        assert_eq!(
            title(&format!("{other}<h1>The dam above the town</h1>")).as_deref(),
            Some("The dam above the town")
        );
        assert_eq!(title(other).as_deref(), Some("Why the dam above the town held · Post"));
        assert_eq!(title(&format!("{head}<h1>Subscribe</h1>")).as_deref(), Some("The dam held"));
        assert_eq!(title("<h1>The dam held</h1>").as_deref(), Some("The dam held"));
        assert_eq!(title("<p>x</p>"), None);
        assert_eq!(
            without_site("Dam - and bridge - held", Some("The Marrow Post")),
            "Dam - and bridge - held"
        );
    }

    #[test]
    fn the_byline_is_the_one_below_the_headline() {
        let byline = |html: &str| Page::of(&parse(html).expect("not deep")).byline;
        let by = |name: &str| format!("<p class=byline>{name}</p>");
        let long = format!(
            "<p>{}</p>",
            "The dam above Marrow held through the night, the mayor said on Sunday. ".repeat(2)
        );
        let (ida, nell) = (by("Ida Thorne"), by("Nell Pike"));
        assert_eq!(byline(&format!("{nell}<h1>x</h1>{ida}{nell}")).as_deref(), Some("Ida Thorne"));
        assert_eq!(
            byline(&format!("{ida}<h1>x</h1>{long}{long}{long}{nell}")).as_deref(),
            Some("Ida Thorne")
        );
        assert_eq!(byline(&format!("<h1>x</h1>{long}{long}{long}{nell}")), None);
        assert_eq!(
            byline(&format!("<h1>x</h1>{long}{long}{long}<a rel=author>Ida</a>")).as_deref(),
            Some("Ida")
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
