use dom_query::NodeRef;

/// What an element's name tells about its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// They are something else than the article.
    Other,
    /// They belong to the article, but stand around its body: when they are few.
    Margin,
    /// They stand between the headline and the body, when there is one such element and not many.
    Deck,
}

/// Words in classes and ids.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "ad", "ads", "addthis", "addtoany", "advert", "advertisement", "advertising", "breadcrumb",
    "breadcrumbs", "carousel", "comment", "comments", "consent", "cookie", "cookies", "copyright", "disqus",
    "donate", "donation", "gallery", "gdpr", "mostread", "navigation", "newsletter",
    "outbrain", "pagination", "popover", "popular", "popup", "printonly", "promo", "promos",
    "promotion", "readmore", "mostpopular", "cta", "optin", "morefrom", "morestories",
    "alsoread", "readnext", "upnext", "recirc", "recirculation", "recommendation",
    "recommendations", "recommended", "related", "relatedposts", "rollover", "share", "sharebar", "sharedaddy",
    "sharing", "sidebar", "signup", "slideshow", "social", "sponsor", "sponsored", "subscribe", "subscription",
    "taboola", "rail", "teaser", "teasers", "toolbar", "tooltip", "trending", "upsell",
    "videotranscript", "vjs", "zergnet",
];

#[rustfmt::skip]
const MARGIN: &[&str] = &[
    "author", "authors", "bio", "byline", "bylines", "caption", "captions", "cutline", "credit", "credits",
    "crumb", "date", "datetime", "eyebrow", "submitted", "readtime", "wordcount",
    "figcaption", "kicker", "meta", "metadata", "photo", "posted", "pubdate", "published", "reporter", "tag", "tags", "time", "timestamp",
    "topics", "updated",
];

const DECK: &[&str] = &["dek", "deck", "standfirst", "strapline", "subheadline", "subtitle"];

/// Elements of which the classes are not read: they hold the words of sentences, or the classes are of the code in them.
#[rustfmt::skip]
const UNNAMED: &[&str] = &[
    "figure", "a", "b", "strong", "em", "i", "html", "body", "article", "main", "pre", "code",
];

/// Before an element, the words of a sentence have more letters than a label has.
const SOME_WORDS: usize = 20;
/// Behind it, a word is enough.
const A_WORD: usize = 3;

/// What the element's tag, classes and id tell, each with the name that tells it.
pub(super) fn hints(node: &NodeRef) -> Vec<(Hint, &'static str)> {
    let Some(element) = node.element_ref() else { return Vec::new() };
    let name: &str = element.name.local.as_ref();
    let tag = match name {
        "figure" if !node.descendants_it().any(|n| is_text_of_a_figure(&n)) => Some((Hint::Other, "figure")),
        "figcaption" => Some((Hint::Other, "figcaption")),
        "aside" => Some((Hint::Other, "aside")),
        "footer" => Some((Hint::Other, "footer")),
        "time" if !is_within_a_sentence(node) => Some((Hint::Other, "time")),
        "address" => Some((Hint::Margin, "address")),
        _ => None,
    };
    if UNNAMED.contains(&name) || is_code(node) {
        return tag.into_iter().collect();
    }
    let values = element.attrs.iter().filter(|a| matches!(a.name.local.as_ref() as &str, "class" | "id"));
    let mut hints: Vec<_> = tag.into_iter().chain(values.flat_map(|a| named(&a.value))).collect();
    if matches!(name, "span" | "small" | "label" | "cite" | "abbr") && is_within_a_sentence(node) {
        hints.retain(|(_, name)| matches!(*name, "popover" | "popup" | "tooltip"));
    }
    hints.sort_unstable_by_key(|(_, name)| *name);
    hints.dedup();
    hints
}

/// Whether words stand beside an element: the day of a meeting is a part of its sentence.
fn is_within_a_sentence(node: &NodeRef) -> bool {
    let letters = |node: NodeRef| if node.is_text() { node.normalized_char_count() } else { 0 };
    node.prev_sibling().is_some_and(|before| letters(before) >= SOME_WORDS)
        || node.next_sibling().is_some_and(|after| letters(after) >= A_WORD)
}

/// Whether an element stands in code, where classes tell the parts of the code, such as its comments.
fn is_code(node: &NodeRef) -> bool {
    node.has_name("span")
        && node.ancestors_it(Some(3)).any(|around| around.has_name("pre") || around.has_name("code"))
}

/// A figure may hold a quote or a table.
fn is_text_of_a_figure(node: &NodeRef) -> bool {
    node.has_name("blockquote") || node.has_name("table") || node.has_name("pre")
}

fn named(value: &str) -> Vec<(Hint, &'static str)> {
    let words = words(value);
    let is_embedded = words.iter().any(|word| word == "embed");
    // `read-more` is `readmore` too.
    let pairs = words.windows(2).map(|pair| pair.concat());
    let hint = |word: String| {
        let find = |names: &[&'static str]| names.iter().find(|name| **name == word).copied();
        let other = find(OTHER).filter(|_| !is_embedded).map(|name| (Hint::Other, name));
        let margin = || find(MARGIN).map(|name| (Hint::Margin, name));
        other.or_else(margin).or_else(|| find(DECK).map(|name| (Hint::Deck, name)))
    };
    pairs.chain(words.iter().cloned()).filter_map(hint).collect()
}

/// The words of a class, in small letters: `relatedLinks-box` has three.
fn words(value: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in value.chars().take(1_000) {
        let parts = !c.is_ascii_alphanumeric() || (was_small && c.is_ascii_uppercase());
        if parts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphanumeric()) {
            word.push(c.to_ascii_lowercase());
        }
        was_small = c.is_ascii_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::parse::parse;

    #[test]
    fn names_of_classes_tell_what_an_element_is() {
        for (name, expected) in [
            ("relatedLinks-box", &[(Hint::Other, "related")][..]),
            ("story__read-more", &[(Hint::Other, "readmore")]),
            ("c-article__byline", &[(Hint::Margin, "byline")]),
            ("imageEmbedCaption", &[(Hint::Margin, "caption")]),
            (
                "byline share-bar",
                &[(Hint::Other, "sharebar"), (Hint::Margin, "byline"), (Hint::Other, "share")],
            ),
            ("video-transcript-title", &[(Hint::Other, "videotranscript")]),
            ("pf_subheadline", &[(Hint::Deck, "subheadline")]),
            ("social-embed", &[]),
            ("article-body", &[]),
            ("shared-ground adage loading", &[]),
            ("", &[]),
        ] {
            assert_eq!(named(name), expected, "{name}");
        }
    }

    #[test]
    fn classes_within_code_are_of_the_code() {
        let found = |html: &str| {
            let page = parse(html).expect("not deep");
            let span = page.select_single("span").nodes().first().copied().expect("a span");
            hints(&span)
        };
        assert_eq!(found("<pre><code><span class='token comment'>// tide.c</span></code></pre>"), []);
        assert_eq!(found("<p><span class='token comment'>// tide.c</span></p>"), [(Hint::Other, "comment")]);
    }
}
