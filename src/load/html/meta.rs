use super::blocks::parts;
use super::margins::Margins;
use super::words::one_line;
use crate::load::Meta;
use dom_query::{Document, NodeRef};
use rustc_hash::FxHashMap;

/// What stands before a name in a byline, in small letters.
const BEFORE_NAMES: [&str; 12] = [
    "by ",
    "by: ",
    "written by ",
    "words by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "door ",
    "av ",
    "author: ",
    "автор: ",
];

/// A paragraph of so many letters is no label.
const LONG: usize = 80;

/// What a page tells in its head, in `data` from its JSON-LD, and in its elements.
pub(super) fn meta(document: &Document, data: &Meta) -> Meta {
    let page = Page::of(document);
    let first =
        |names: &[&str]| names.iter().find_map(|name| page.metas.get(*name)).and_then(|value| one(value));
    let site =
        first(&["og:site_name"]).or_else(|| data.site.clone()).or_else(|| first(&["application-name"]));
    let told = data
        .title
        .clone()
        .or_else(|| first(&["og:title", "twitter:title", "dc.title", "dcterms.title", "title"]));
    let byline = data.byline.clone().or_else(|| {
        let names = [
            "author",
            "article:author",
            "parsely-author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "sailthru.author",
        ];
        names
            .iter()
            .filter_map(|name| first(&[name]))
            .find(|name| !name.contains("://"))
            .or_else(|| page.byline.clone())
    });
    let dates = [
        "article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "date",
    ];
    let language = [page.language.clone(), first(&["og:locale", "content-language"]), data.language.clone()];
    let addresses = [page.canonical.clone(), first(&["og:url"]), data.address.clone()];
    Meta {
        title: page.title(told, site.as_deref()),
        byline: byline.map(|byline| without_by(&byline)).filter(|byline| !byline.is_empty()),
        date: first(&dates[..1])
            .or_else(|| data.date.clone())
            .or_else(|| first(&dates[1..]))
            .or_else(|| page.time.clone()),
        site,
        language: language
            .into_iter()
            .flatten()
            .map(|tag| tag.replace('_', "-"))
            .find(|tag| is_language(tag)),
        address: addresses
            .into_iter()
            .flatten()
            .find(|address| address.starts_with("https://") || address.starts_with("http://")),
        caption: page.caption.or_else(|| data.caption.clone()),
    }
}

/// What stands in a page's elements.
#[derive(Default)]
struct Page {
    /// The first content of each `meta`, by its name in small letters.
    metas: FxHashMap<String, String>,
    /// The text of `title`.
    head: Option<String>,
    headings: Vec<String>,
    byline: Option<String>,
    time: Option<String>,
    language: Option<String>,
    canonical: Option<String>,
    caption: Option<String>,
    /// How many paragraphs of some length have come after the headline.
    paragraphs: usize,
}

impl Page {
    fn of(document: &Document) -> Page {
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
    fn title(&self, told: Option<String>, site: Option<&str>) -> Option<String> {
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

fn one(text: &str) -> Option<String> {
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

fn without_by(byline: &str) -> String {
    let small = byline.to_lowercase();
    let before = BEFORE_NAMES.iter().find(|before| small.starts_with(**before));
    // Small letters may be longer or shorter: the words are counted off in letters.
    let count = before.map_or(0, |before| before.chars().count());
    byline.chars().skip(count).collect::<String>().trim().to_owned()
}

/// Whether a tag has the shape of one of BCP 47.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_first = |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic());
    parts.next().is_some_and(is_first)
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::words::plain;

    #[test]
    fn bylines_titles_and_languages_are_cleaned() {
        assert_eq!(without_by("By Ida Thorne"), "Ida Thorne");
        assert_eq!(without_by("Byron Vance"), "Byron Vance");
        assert_eq!(without_site("The dam held | The Marrow Post", Some("The Marrow Post")), "The dam held");
        assert_eq!(
            without_site("Dam - and bridge - held", Some("The Marrow Post")),
            "Dam - and bridge - held"
        );
        assert!(
            is_language("pt-BR") && is_language("en") && !is_language("english language") && !is_language("")
        );
        assert_eq!(plain(" Tide &amp; <b>tar</b>\n").as_deref(), Some("Tide & tar"));
    }
}
