use super::*;
use crate::document::tagging::{Tag, set_anonymous, tag};
use crate::document::{Article, Document};
use crate::extract::Category;
use crate::text::Span;

const TEXT: &str = "„Große Worte“, sagt 𝄞 Ada.\r\nA so-called plan.";

fn document() -> Document {
    let mut document = Document::new(Article::new(TEXT));
    let text = document.article.text.clone();
    let mut add = |words: &str, as_tag| {
        let start = text.find(words).unwrap();
        let done = tag(&document, Span::new(start, start + words.len()), as_tag, None).unwrap();
        done.edit.apply(&mut document).unwrap();
    };
    add("„Große Worte“", Tag::Content);
    add("𝄞 Ada", Tag::Source);
    add("sagt", Tag::Cue);
    add("so-called", Tag::Bias(Category::Doubt));
    document
}

#[test]
fn what_is_written_is_read_again_without_loss() {
    let before = document();
    let json = write(&before);
    let after = read(&json).unwrap();
    assert_eq!(after, before);
    assert_eq!(write(&after), json);
}

#[test]
fn what_the_core_tells_of_the_text_is_kept() {
    let text = "A brutal, disgraceful regime fell. The ferry left.\n\nLeave a Reply";
    let mut document = Document::new(Article::new(text));
    document.suggest(crate::extract::extract(text));
    let reading = &document.article.reading;
    assert!(reading.bias_score > 0.0 && reading.bias_sentences.len() == 1 && reading.boilerplate.len() == 1);
    let json = write(&document);
    assert_eq!(read(&json).unwrap(), document);
    let problem = read(&json.replace("\"bias_score\":", "\"bias_score\":7")).unwrap_err().to_string();
    assert!(problem.contains("the article: the score is not between 0 and 1"), "{problem}");
    let old = json.replace("bias_score", "x").replace("bias_sentences", "y");
    assert!(read(&old).unwrap().article.reading.bias_sentences.is_empty());
}

#[test]
fn an_annotation_file_is_told_by_its_name_or_its_format() {
    let json = write(&document());
    assert!(is_annotation_file("a.json", &json) && is_annotation_file("b/A.Scarequote.JSON", "{"));
    assert!(
        !is_annotation_file("a.json", "[{\"format\": \"print\"}]") && !is_annotation_file("a.txt", &json)
    );
}

#[test]
fn an_unnamed_source_is_written_and_a_named_one_is_not() {
    let mut document = document();
    let named = write(&document);
    assert!(!named.contains("anonymous"));
    set_anonymous(&document, document.in_order()[0], true).unwrap().apply(&mut document).unwrap();
    let json = write(&document);
    assert!(json.contains(r#""addressee":null,"anonymous":true}"#));
    assert_eq!(read(&json).unwrap(), document);
}

#[test]
fn positions_are_code_points_with_words_and_context() {
    let json: serde_json::Value = serde_json::from_str(&write(&document())).unwrap();
    let source = &json["annotations"][0]["quote"]["source"][0];
    assert_eq!((source["start"].as_u64(), source["end"].as_u64()), (Some(20), Some(25)));
    assert_eq!(source["exact"], "𝄞 Ada");
    assert_eq!(source["suffix"], ".\nA so-called plan.");
}

#[test]
fn a_text_with_other_line_ends_is_taken_as_it_is() {
    let json = write(&document())
        .replace("Ada.\\nA so", "Ada.\\r\\nA so")
        .replace("\"start\":29,\"end\":38", "\"start\":30,\"end\":39");
    let json = json.replace(".\\nA so-called plan.\"", "\""); // contexts are not checked
    let read = read(&json);
    assert!(read.is_ok_and(|d| d.article.text.contains("\r\n")), "{json}");
}

#[test]
fn a_bad_file_is_refused_with_the_place_and_the_reason() {
    let good = write(&document());
    let says = |json: &str, part: &str| {
        let message = read(json).expect_err(json).to_string();
        assert!(message.contains(part), "{message}");
    };
    says(&good[..good.floor_char_boundary(good.len() / 2)], "not valid JSON");
    says("", "line 1 column 0");
    says("[1, 2, 3]", "not a Scarequote");
    says("7", "not a Scarequote");
    says("{\"format\": \"other\"}", "not a Scarequote");
    says(&good.replace("\"version\": 1", "\"version\": 2"), "format version 2; this one reads up to 1");
    says(&good.replace("\"version\": 1", "\"version\": \"x\""), "“version” is not a number");
    says(
        &good.replace("\"exact\":\"sagt\"", "\"exact\":\"fragt\""),
        "annotation “a1”: cue: “fragt” should stand at 15–19",
    );
    says(&good.replace("\"end\":19", "\"end\":1900"), "15–1900 does not fit a text of 44 code points");
    says(&good.replace("\"id\":\"a2\"", "\"id\":\"a1\""), "“a1” stands twice");
    says(&good.replace("\"category\":\"doubt\"", "\"category\":\"rumour\""), "unknown variant `rumour`");
    says(&good.replace("\"quote\":null", "\"quote\":\"a9\""), "the quote “a9”, which is not in the file");
    says(&"[".repeat(100_000), "not valid JSON");
}

proptest::proptest! {
    #[test]
    fn any_cut_or_changed_file_is_read_or_refused(at in 0usize..2000, byte in proptest::prelude::any::<u8>()) {
        let good = write(&document());
        let cut = good.floor_char_boundary(at.min(good.len()));
        let _ = read(&good[..cut]);
        let mut bytes = good.into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read(&String::from_utf8_lossy(&bytes));
    }
}
