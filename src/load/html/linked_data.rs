//! What a page tells about itself in JSON-LD.

use super::blocks::Part;
use super::words::{plain, plain_parts};
use crate::load::{BlockKind, Meta};
use dom_query::{Document, NodeRef};
use serde_json::{Map, Value};

/// Objects are looked at up to this number.
const MOST: usize = 20_000;

/// An article as JSON-LD describes it.
#[derive(Default)]
pub(super) struct LinkedData {
    pub(super) meta: Meta,
    /// The body, where it is told.
    pub(super) parts: Vec<Part>,
}

/// What the scripts of a page tell of its article.
pub(super) fn linked_data(document: &Document) -> LinkedData {
    let is_ours = |node: &NodeRef| {
        node.has_name("script")
            && node
                .attr("type")
                .is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("application/ld+json"))
    };
    let root = document.root();
    let scripts = root.descendants_it().filter(is_ours);
    let values: Vec<Value> = scripts.filter_map(|script| value(&script.text())).collect();
    let mut articles: Vec<&Map<String, Value>> = Vec::new();
    let mut left: Vec<&Value> = values.iter().rev().collect();
    let mut seen = 0;
    while let Some(value) = left.pop().filter(|_| seen < MOST) {
        seen += 1;
        match value {
            Value::Array(values) => left.extend(values.iter().rev()),
            Value::Object(object) if is_article(object) => articles.push(object),
            Value::Object(object) => left.extend(
                ["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|key| object.get(*key)),
            ),
            _ => {}
        }
    }
    let with_body = articles.iter().find(|article| article.contains_key("articleBody"));
    with_body.or(articles.first()).map(|article| read(article)).unwrap_or_default()
}

fn value(script: &str) -> Option<Value> {
    let script = script.trim();
    let script = script.strip_prefix("<!--").unwrap_or(script);
    let script = script.trim_start_matches("//").trim_start().strip_prefix("<![CDATA[").unwrap_or(script);
    let script = script.trim().trim_end_matches("-->").trim_end().trim_end_matches("]]>");
    let script = script.trim_end_matches(['/', ';', ' ', '\n', '\r', '\t']);
    // Raw line ends within strings are a frequent fault.
    serde_json::from_str(script)
        .ok()
        .or_else(|| serde_json::from_str(&script.replace(char::is_control, " ")).ok())
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is_kind = |kind: &str| {
        let kind = kind.rsplit('/').next().unwrap_or(kind);
        kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report" | "Review")
    };
    match object.get("@type") {
        Some(Value::String(kind)) => is_kind(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_kind),
        _ => false,
    }
}

fn read(article: &Map<String, Value>) -> LinkedData {
    let text = |key: &str| article.get(key).and_then(Value::as_str).and_then(plain);
    let address = || article.get("mainEntityOfPage").and_then(|page| text_of(page, "@id"));
    let image = article
        .get("image")
        .map(|image| if let Value::Array(images) = image { images.first().unwrap_or(image) } else { image });
    let meta = Meta {
        title: text("headline").or_else(|| text("name")),
        byline: names(article.get("author")).or_else(|| names(article.get("creator"))),
        date: text("datePublished").or_else(|| text("dateCreated")),
        site: names(article.get("publisher")),
        language: text("inLanguage"),
        address: text("url").or_else(address),
        caption: image
            .filter(|image| image.is_object())
            .and_then(|image| text_of(image, "caption"))
            .and_then(|c| plain(&c)),
    };
    let mut parts = article.get("articleBody").and_then(Value::as_str).map(plain_parts).unwrap_or_default();
    if let Some(Value::Array(updates)) = article.get("liveBlogUpdate") {
        for update in updates {
            if let Some(words) = text_of(update, "headline").and_then(|headline| plain(&headline)) {
                parts.push(Part { kind: BlockKind::Heading(2), words, linked: 0 });
            }
            parts.extend(text_of(update, "articleBody").map(|body| plain_parts(&body)).unwrap_or_default());
        }
    }
    LinkedData { meta, parts }
}

/// A text, or the named text of an object.
fn text_of(value: &Value, key: &str) -> Option<String> {
    value.as_str().or_else(|| value.get(key).and_then(Value::as_str)).map(str::to_owned)
}

/// The names of persons or bodies.
fn names(value: Option<&Value>) -> Option<String> {
    let name = |value: &Value| {
        text_of(value, "name").and_then(|name| plain(&name)).filter(|name| !name.contains("://"))
    };
    let names: Vec<String> = match value? {
        Value::Array(values) => values.iter().filter_map(name).collect(),
        value => name(value).into_iter().collect(),
    };
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::parse::parse;

    fn data(script: &str) -> LinkedData {
        let page = format!("<script type='application/ld+json'>{script}</script>");
        linked_data(&parse(&page).expect("not deep"))
    }

    #[test]
    fn an_article_is_found_in_all_usual_shapes() {
        for script in [
            r#"{"@type": "NewsArticle", "headline": "Dam &amp; tide", "author": "Ida Thorne"}"#,
            r#"[{"@type": "WebPage"}, {"@type": ["Thing", "https://schema.org/NewsArticle"], "headline": "Dam &amp; tide", "author": [{"name": "Ida Thorne"}]}]"#,
            r#"{"@graph": [{"@type": "Report", "headline": "Dam &amp; tide", "author": {"name": ["x"]}, "creator": "Ida Thorne"}]};"#,
            "<!-- {\"@type\": \"BlogPosting\", \"headline\": \"Dam\n&amp; <b>tide</b>\", \"author\": \"Ida Thorne\"} -->",
            "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"Dam &amp; tide\", \"author\": \"Ida Thorne\"}\n//]]>",
        ] {
            let meta = data(script).meta;
            assert_eq!(meta.title.as_deref(), Some("Dam & tide"), "{script}");
            assert_eq!(meta.byline.as_deref(), Some("Ida Thorne"), "{script}");
        }
        for script in ["", "{", "[]", "null", r#"{"@type": "Product", "headline": "Dam"}"#, r#"{"@type": 7}"#]
        {
            assert_eq!(data(script).meta, Meta::default(), "{script}");
        }
    }

    #[test]
    fn bodies_are_plain_or_have_markup_or_come_in_updates() {
        let words = |script: &str| data(script).parts.into_iter().map(|part| part.words).collect::<Vec<_>>();
        assert_eq!(
            words(r#"{"@type": "Article", "articleBody": "One &lt; two.\n\nThree."}"#),
            ["One < two.", "Three."]
        );
        assert_eq!(words(r#"{"@type": "Article", "articleBody": "<p>One</p><p>two</p>"}"#), ["One", "two"]);
        let live = r#"{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"headline": "Four", "articleBody": "Five."}, 6]}"#;
        assert_eq!(words(live), ["Four", "Five."]);
    }
}
