//! Who wrote an article, from what stands in an element or in the head of a page.

use super::words::{letters, one, shown};
use dom_query::NodeRef;

/// What stands before a name in a byline, in small letters.
#[rustfmt::skip]
const BEFORE_NAMES: &[&str] = &[
    "by ", "by: ", "written by ", "words by ", "von ", "par ", "por ", "di ", "door ", "av ", "author: ", "автор: ",
];

/// What stands between names and a date, in small letters.
#[rustfmt::skip]
const BEFORE_DATES: &[&str] = &[
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august",
    "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
    "mon", "monday", "tue", "tuesday", "wed", "wednesday", "thu", "thursday", "fri", "friday", "sat", "saturday",
    "sun", "sunday", "on", "at", "posted", "published", "updated", "last", "",
];

/// Names have at most so many letters.
const LONG: usize = 80;

/// Whether the page marks an element as the one that names who wrote an article.
pub(super) fn is_marked(node: &NodeRef) -> bool {
    let is = |attribute: &str| {
        node.attr(attribute)
            .is_some_and(|value| value.split_whitespace().any(|word| word.eq_ignore_ascii_case("author")))
    };
    is("rel") || is("itemprop")
}

/// Whether an element is a byline by its class: `author`, `article-byline`.
pub(super) fn is_classed(node: &NodeRef) -> bool {
    let class = node.attr("class").map(|class| class.to_ascii_lowercase()).unwrap_or_default();
    let tells = |name: &str| name == "author" || name.ends_with("byline") || name.ends_with("author-name");
    class.split_whitespace().any(tells)
}

/// The names in a byline, without the date behind them.
pub(super) fn names(node: &NodeRef) -> Option<String> {
    let names = one(shown(node)?.split(['@', '•', '|']).next()?)?;
    one(without_date(&names)).filter(|names| names.chars().count() <= LONG)
}

/// The words before the first number, and before the words of time that lead to it.
fn without_date(names: &str) -> &str {
    let Some(number) = names.find(|c: char| c.is_ascii_digit()) else { return names };
    let is_sign = |c: char| !c.is_alphanumeric();
    let mut rest = names.get(..number).unwrap_or_default();
    loop {
        let (before, word) = rest.trim_end_matches(is_sign).rsplit_once(' ').unwrap_or(("", rest));
        let word = word.trim_matches(is_sign).to_lowercase();
        if rest.is_empty() || !BEFORE_DATES.contains(&word.as_str()) {
            return rest.trim_end_matches(|c| is_sign(c) && c != '.');
        }
        rest = before;
    }
}

/// A byline without “By”.
pub(super) fn without_by(byline: &str) -> String {
    let small = byline.to_lowercase();
    let before = BEFORE_NAMES.iter().find(|before| small.starts_with(**before));
    // Small letters may be longer or shorter: the words are counted off in letters.
    let count = before.map_or(0, |before| before.chars().count());
    byline.chars().skip(count).collect::<String>().trim().to_owned()
}

/// Whether a byline begins or ends with the name of the publication, as “Marrow Post Media” may: then it need not name a person.
pub(super) fn is_of_site(byline: &str, site: &str) -> bool {
    let (byline, site) = (letters(byline), letters(site));
    !site.is_empty() && (byline.starts_with(&site) || byline.ends_with(&site))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::parse::parse;

    #[test]
    fn by_is_no_name() {
        assert_eq!(without_by("By Ida Thorne"), "Ida Thorne");
        assert_eq!(without_by("Byron Vance"), "Byron Vance");
        assert_eq!(without_by("Von Leopold Saar"), "Leopold Saar");
    }

    #[test]
    fn dates_are_no_names() {
        for (byline, names) in [
            ("Ida Thorne", "Ida Thorne"),
            ("Ida Thorne - Apr 16, 2031 8:02 pm UTC", "Ida Thorne"),
            ("Ida Thorne Jr. Tuesday, Aug. 17, 2031", "Ida Thorne Jr."),
            ("May Odell, 3. März", "May Odell"),
            ("9:39AM BST 05 Oct 2031", ""),
            ("Last updated on May 3", ""),
            ("— 3", ""),
            ("é ẞ1", "é ẞ"),
        ] {
            assert_eq!(without_date(byline), names, "{byline}");
        }
    }

    #[test]
    fn a_publication_writes_nothing_itself() {
        assert!(
            is_of_site("marrowpost.example", "Marrow Post") && is_of_site("The Marrow Post", "Marrow Post")
        );
        assert!(!is_of_site("Ida Thorne", "Marrow Post") && !is_of_site("Ida Thorne", "—"));
    }

    #[test]
    fn elements_name_who_wrote() {
        let found = |html: &str| {
            let page = parse(html).expect("not deep");
            let node = page.select_single("p, a, div").nodes().first().copied().expect("an element");
            (is_marked(&node) || is_classed(&node)).then(|| names(&node)).flatten()
        };
        for html in [
            "<a rel='nofollow author'>Ida Thorne</a>",
            "<p class='top c-byline'>Ida Thorne | May 3</p>",
            "<div class='Author-Name'>Ida <p>Thorne</p></div>",
            "<p itemprop=author>Ida Thorne <time>3 May 2031</time>",
        ] {
            assert_eq!(found(html).as_deref(), Some("Ida Thorne"), "{html}");
        }
        for html in ["<p class=authority>Ida Thorne", "<p class=author>3 May", "<p class=byline> "] {
            assert_eq!(found(html), None, "{html}");
        }
    }
}
