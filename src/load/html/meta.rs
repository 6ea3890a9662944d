use super::byline::{is_of_site, without_by};
use super::page::Page;
use super::words::one;
use crate::load::Meta;
use dom_query::Document;

/// Names of `meta` elements, the best first.
const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "dcterms.title", "title"];
const BYLINES: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "sailthru.author",
];
#[rustfmt::skip]
const DATES: &[&str] = &[
    "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "pubdate",
    "publishdate", "date",
];

/// What a page tells in its head, in `data` from its JSON-LD, and in its elements.
pub(super) fn meta(document: &Document, data: &Meta) -> Meta {
    let page = Page::of(document);
    let all = |names: &[&str]| -> Vec<String> {
        names.iter().filter_map(|name| one(page.metas.get(*name)?)).collect()
    };
    let first = |names: &[&str]| all(names).into_iter().next();
    let site =
        first(&["og:site_name"]).or_else(|| data.site.clone()).or_else(|| first(&["application-name"]));
    let told = data.title.clone().or_else(|| first(TITLES));
    let bylines = data.byline.iter().cloned().chain(all(BYLINES)).chain(page.byline.clone());
    let bylines: Vec<String> = bylines
        .map(|names| without_by(&names))
        .filter(|names| !names.is_empty() && !names.contains("://"))
        .collect();
    let is_site = |names: &&String| site.as_deref().is_some_and(|site| is_of_site(names, site));
    let dates = all(&["article:published_time"]).into_iter().chain(data.date.clone()).chain(all(DATES));
    let dates: Vec<String> = dates.chain(page.time.clone()).collect();
    let languages =
        [page.language.clone(), first(&["og:locale"]), first(&["content-language"]), data.language.clone()];
    let addresses = [page.canonical.clone(), first(&["og:url"]), data.address.clone()];
    Meta {
        title: page.title(told, site.as_deref()),
        byline: bylines.iter().find(|names| !is_site(names)).or(bylines.first()).cloned(),
        date: dates
            .iter()
            .find(|date| is_iso(date))
            .or(dates.iter().find(|date| !date.starts_with("000")))
            .cloned(),
        site,
        language: languages.into_iter().flatten().find_map(|tag| language(&tag)),
        address: addresses
            .into_iter()
            .flatten()
            .find(|a| a.starts_with("https://") || a.starts_with("http://")),
        caption: page.caption.or_else(|| data.caption.clone()),
    }
}

/// Whether a date is one of ISO 8601, and of a year with news.
fn is_iso(date: &str) -> bool {
    let mut parts = date.splitn(3, '-');
    let is_number = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let is_year = |part: &str| is_number(part, 4) && !part.starts_with('0');
    parts.next().is_some_and(is_year) && parts.next().is_some_and(|part| is_number(part, 2))
}

/// A tag as BCP 47 writes it, when it has that shape: `pt-BR` for `pt_br`.
fn language(tag: &str) -> Option<String> {
    let mut whole = String::new();
    for (number, part) in tag.split(['-', '_']).enumerate() {
        let fits = match number {
            0 => matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic()),
            _ => (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()),
        };
        if !fits {
            return None;
        }
        if number > 0 {
            whole.push('-');
        }
        match (number, part.len()) {
            (1.., 2) => whole.push_str(&part.to_ascii_uppercase()),
            (1.., 4) if part.bytes().all(|b| b.is_ascii_alphabetic()) => {
                let mut letters = part.chars();
                whole.extend(letters.next().map(|c| c.to_ascii_uppercase()));
                whole.extend(letters.map(|c| c.to_ascii_lowercase()));
            }
            _ => whole.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_languages_are_tidied() {
        assert!(
            is_iso("2031-03-04T08:15:00Z")
                && is_iso("2031-03")
                && !is_iso("0001-01-01")
                && !is_iso("4 March 2031")
        );
        for (tag, expected) in [
            ("pt_br", Some("pt-BR")),
            ("EN", Some("en")),
            ("zh-hans-cn", Some("zh-Hans-CN")),
            ("english language", None),
            ("", None),
        ] {
            assert_eq!(language(tag).as_deref(), expected);
        }
    }
}
