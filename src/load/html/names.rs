use dom_query::{Attr, NodeRef};

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
    "ad", "ads", "addthis", "addtoany", "advert", "advertisement", "advertising", "banner", "breadcrumb",
    "breadcrumbs", "carousel", "comment", "comments", "consent", "cookie", "cookies", "copyright", "disqus",
    "donate", "donation", "gallery", "gdpr", "mostread", "navigation", "newsletter",
    "outbrain", "pagination", "paywall", "popover", "popular", "popup", "printonly", "promo", "promos",
    "promotion", "readmore", "mostpopular", "cta", "callout", "optin", "ticker", "morefrom", "morestories",
    "alsoread", "readnext", "upnext", "instream", "recirc", "recirculation", "recommendation",
    "recommendations", "recommended", "related", "relatedposts", "rollover", "share", "sharebar", "sharedaddy",
    "sharing", "sidebar", "signup", "slideshow", "social", "sponsor", "sponsored", "subscribe", "subscription",
    "taboola", "rail", "teaser", "teasers", "toolbar", "tooltip", "trending", "upsell", "widget", "zergnet",
];

#[rustfmt::skip]
const MARGIN: &[&str] = &[
    "author", "authors", "bio", "byline", "bylines", "caption", "captions", "cutline", "credit", "credits",
    "crumb", "date", "datetime", "disclaimer", "editor", "eyebrow", "submitted", "readtime", "wordcount",
    "figcaption", "kicker", "label", "meta", "metadata", "photo", "posted", "pubdate", "published", "reporter", "tag", "tags", "time", "timestamp",
    "topics", "updated",
];

const DECK: &[&str] = &["dek", "deck", "standfirst", "strapline", "subheadline", "subtitle"];

/// Words of a sentence have more letters than a label.
const SOME_WORDS: usize = 20;

/// What the element's tag, classes and id tell.
pub(super) fn hint(node: &NodeRef) -> Option<Hint> {
    let element = node.element_ref()?;
    match element.name.local.as_ref() {
        "figure" => return (!node.descendants_it().any(|n| is_text_of_a_figure(&n))).then_some(Hint::Other),
        "figcaption" | "aside" | "footer" | "nav" => return Some(Hint::Other),
        "time" => return (!is_within_a_sentence(node)).then_some(Hint::Other),
        "span" | "small" | "label" | "cite" | "abbr" if is_within_a_sentence(node) => {
            return hint_of_names(&element.attrs).filter(|hint| *hint == Hint::Other);
        }
        "address" => return Some(Hint::Margin),
        "a" | "b" | "strong" | "em" | "i" | "html" | "body" | "article" | "main" => return None,
        _ => {}
    }
    hint_of_names(&element.attrs)
}

fn hint_of_names(attributes: &[Attr]) -> Option<Hint> {
    let values = attributes.iter().filter(|a| matches!(a.name.local.as_ref() as &str, "class" | "id"));
    values.filter_map(|a| named(&a.value)).min_by_key(|hint| *hint as u8)
}

/// Whether words stand beside an element: the day of a meeting is a part of its sentence.
fn is_within_a_sentence(node: &NodeRef) -> bool {
    let is_text = |node: NodeRef| node.is_text() && node.normalized_char_count() >= SOME_WORDS;
    [node.prev_sibling(), node.next_sibling()].into_iter().flatten().any(is_text)
}

/// A figure may hold a quote or a table.
fn is_text_of_a_figure(node: &NodeRef) -> bool {
    node.has_name("blockquote") || node.has_name("table") || node.has_name("pre")
}

fn named(value: &str) -> Option<Hint> {
    let words = words(value);
    // `read-more` is `readmore` too.
    let pairs = words.windows(2).map(|pair| pair.concat());
    let hint = |word: String| match word.as_str() {
        word if OTHER.contains(&word) => Some(Hint::Other),
        word if MARGIN.contains(&word) => Some(Hint::Margin),
        word if DECK.contains(&word) => Some(Hint::Deck),
        _ => None,
    };
    pairs.chain(words.iter().cloned()).filter_map(hint).min_by_key(|hint| *hint as u8)
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

    #[test]
    fn names_of_classes_tell_what_an_element_is() {
        for (name, expected) in [
            ("relatedLinks-box", Some(Hint::Other)),
            ("story__read-more", Some(Hint::Other)),
            ("c-article__byline", Some(Hint::Margin)),
            ("imageEmbedCaption", Some(Hint::Margin)),
            ("byline share-bar", Some(Hint::Other)),
            ("pf_subheadline", Some(Hint::Deck)),
            ("article-body", None),
            ("shared-ground adage loading", None),
            ("", None),
        ] {
            assert_eq!(named(name), expected, "{name}");
        }
    }
}
