//! What the core says to the outside: the command line, the worker, the JavaScript function `extract(text)`.
//!
//! The JSON Schema is `schema/extraction.schema.json`. Offsets are Unicode code points, ends exclusive.

use super::findings::{
    Boilerplate, Category, Findings, Lean, Marker, Quotation, Quote, QuoteKind, Speaker, Usage,
};
use crate::text::{CodePoints, OffsetIndex, Span};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Everything found in one text. One line of `scarequote extract`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Extraction {
    /// The article's id: from the input line, or the file's name.
    pub id: String,
    /// Who says what, in the order of the text.
    pub quotes: Vec<QuoteFound>,
    /// The persons and bodies that are quoted, each once.
    pub speakers: Vec<SpeakerFound>,
    /// Where the wording leans, in the order of the text.
    pub bias: Vec<MarkerFound>,
    /// How much the article's own wording leans, 0 (not at all) to 1.
    pub bias_score: f32,
    /// The sentences in which it leans, in the order of the text.
    #[serde(default)]
    pub bias_sentences: Vec<LeanFound>,
    /// What is not part of the article: comment forms, links to other articles, bylines.
    pub boilerplate: Vec<BoilerplateFound>,
    /// The text is in another language than English: then only quoted passages are told, without speakers, and no bias markers.
    #[serde(default)]
    pub foreign: bool,
    /// Every passage in quotation marks, and what the marks are there for, in the order of the text.
    #[serde(default)]
    pub quotations: Vec<QuotationFound>,
}

/// One attribution: some words, who they are ascribed to, and the words that ascribe them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QuoteFound {
    /// Names this quote within one extraction: `q1`, `q2`, ….
    pub id: String,
    /// Whether the words are the speaker's own.
    pub kind: QuoteKind,
    /// What is said, without its quotation marks; several when the cue breaks it.
    pub content: Vec<CodePoints>,
    /// The words that name who says it; empty when the text does not.
    pub source: Vec<CodePoints>,
    /// The words that attribute; empty when there are none.
    pub cue: Vec<CodePoints>,
    /// The canonical name of who says it, when it can be told.
    pub speaker: Option<String>,
    /// Whom it is said to.
    pub addressee: Option<String>,
    /// Whether the source is vague or left without a name on purpose: “critics”, “an official who asked not to be named”.
    #[serde(default)]
    pub anonymous: bool,
    /// How sure the core is, 0 to 1.
    pub score: f32,
}

/// A person or body that is quoted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SpeakerFound {
    /// The fullest name the text gives.
    pub name: String,
    /// Every place where the text names this speaker: by name, by role, by pronoun.
    pub mentions: Vec<CodePoints>,
}

/// Words that lean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MarkerFound {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// In what way the words lean.
    pub category: Category,
    /// How sure the core is, 0 to 1.
    pub score: f32,
    /// One sentence that tells the reader why.
    pub reason: String,
    /// A more neutral wording that fits in its place, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neutral: Option<String>,
    /// The id of the quote that the words stand in: then they are its speaker's, not the article's.
    pub quote: Option<String>,
}

/// A sentence in which the writer's own words lean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LeanFound {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// How likely readers take the sentence as biased, over 0 and up to 1.
    pub score: f32,
}

/// Words that are not part of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BoilerplateFound {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What the words are: `comment form`, `related link`, ….
    pub reason: String,
}

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QuotationFound {
    /// First code point, after the opening mark.
    pub start: usize,
    /// One past the last code point, before the closing mark.
    pub end: usize,
    /// What the marks are there for.
    pub usage: Usage,
}

impl Extraction {
    /// `findings`, which were found in `text`, for the outside.
    pub fn new(id: String, findings: Findings, text: &str) -> Self {
        let index = OffsetIndex::new(text);
        let one = |span: Span| index.to_code_points(text, span);
        let all = |spans: Vec<Span>| spans.into_iter().map(one).collect::<Vec<_>>();
        let name = |place: usize| format!("q{}", place + 1);
        let quote = |(place, q): (usize, Quote)| QuoteFound {
            id: name(place),
            kind: q.kind,
            content: all(q.content),
            source: all(q.source),
            cue: all(q.cue),
            speaker: q.speaker,
            addressee: q.addressee,
            anonymous: q.anonymous,
            score: q.score,
        };
        let marker = |m: Marker| {
            let CodePoints { start, end } = one(m.span);
            MarkerFound {
                start,
                end,
                category: m.category,
                score: m.score,
                reason: m.reason,
                neutral: m.neutral,
                quote: m.quote.map(name),
            }
        };
        let lean = |l: Lean| {
            let CodePoints { start, end } = one(l.span);
            LeanFound { start, end, score: l.score }
        };
        let aside = |b: Boilerplate| {
            let CodePoints { start, end } = one(b.span);
            BoilerplateFound { start, end, reason: b.reason }
        };
        let quotation = |q: Quotation| {
            let CodePoints { start, end } = one(q.span);
            QuotationFound { start, end, usage: q.usage }
        };
        Self {
            id,
            quotes: findings.quotes.into_iter().enumerate().map(quote).collect(),
            speakers: (findings.speakers.into_iter())
                .map(|s| SpeakerFound { name: s.name, mentions: all(s.mentions) })
                .collect(),
            bias: findings.bias.into_iter().map(marker).collect(),
            bias_score: findings.bias_score,
            bias_sentences: findings.bias_sentences.into_iter().map(lean).collect(),
            boilerplate: findings.boilerplate.into_iter().map(aside).collect(),
            foreign: findings.foreign,
            quotations: findings.quotations.into_iter().map(quotation).collect(),
        }
    }

    /// The findings, in bytes of `text`, which must be the text they were found in; `index` is that text's.
    pub fn findings(self, text: &str, index: &OffsetIndex) -> Findings {
        let one = |range: CodePoints| index.from_code_points(text, range);
        let all = |ranges: Vec<CodePoints>| ranges.into_iter().map(one).collect::<Vec<_>>();
        let names = self.quotes.iter().map(|q| q.id.clone()).zip(0..);
        let places: FxHashMap<String, usize> = names.collect();
        let quote = |q: QuoteFound| Quote {
            kind: q.kind,
            content: all(q.content),
            source: all(q.source),
            cue: all(q.cue),
            speaker: q.speaker,
            addressee: q.addressee,
            anonymous: q.anonymous,
            score: q.score,
        };
        let marker = |m: MarkerFound| Marker {
            span: one(CodePoints { start: m.start, end: m.end }),
            category: m.category,
            score: m.score,
            reason: m.reason,
            neutral: m.neutral,
            quote: m.quote.and_then(|id| places.get(&id).copied()),
        };
        let lean =
            |l: LeanFound| Lean { span: one(CodePoints { start: l.start, end: l.end }), score: l.score };
        let aside = |b: BoilerplateFound| Boilerplate {
            span: one(CodePoints { start: b.start, end: b.end }),
            reason: b.reason,
        };
        let quotation = |q: QuotationFound| Quotation {
            span: one(CodePoints { start: q.start, end: q.end }),
            usage: q.usage,
        };
        Findings {
            quotes: self.quotes.into_iter().map(quote).collect(),
            speakers: (self.speakers.into_iter())
                .map(|s| Speaker { name: s.name, mentions: all(s.mentions) })
                .collect(),
            bias: self.bias.into_iter().map(marker).collect(),
            bias_score: self.bias_score,
            bias_sentences: self.bias_sentences.into_iter().map(lean).collect(),
            boilerplate: self.boilerplate.into_iter().map(aside).collect(),
            foreign: self.foreign,
            quotations: self.quotations.into_iter().map(quotation).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;

    const TEXT: &str =
        "“Die 𝄞 Fähre fährt,” said Ada Ångström. Critics say it is a so-called plan.\n\nLeave a Reply";

    #[test]
    fn findings_survive_the_way_out_and_back() {
        let findings = extract(TEXT);
        assert!(!findings.quotes.is_empty() && !findings.bias.is_empty() && !findings.boilerplate.is_empty());
        let out = Extraction::new("x".into(), findings.clone(), TEXT);
        assert_eq!(out.quotes[0].content[0], CodePoints { start: 1, end: 19 });
        assert_eq!(out.quotations, [QuotationFound { start: 1, end: 19, usage: Usage::Speech }]);
        let json = serde_json::to_string(&out).unwrap();
        assert!(json.ends_with(r#""quotations":[{"start":1,"end":19,"usage":"speech"}]}"#));
        let back: Extraction = serde_json::from_str(&json).unwrap();
        assert_eq!(back.findings(TEXT, &OffsetIndex::new(TEXT)), findings);
    }

    #[test]
    fn an_extraction_of_an_older_core_still_reads() {
        let quote = r#"{"id":"q1","kind":"direct","content":[{"start":1,"end":4}],"source":[],"cue":[],"speaker":null,"addressee":null,"score":0.5}"#;
        let json = format!(
            r#"{{"id":"x","quotes":[{quote}],"speakers":[],"bias":[],"bias_score":0.0,"boilerplate":[]}}"#
        );
        let read: Extraction = serde_json::from_str(&json).unwrap();
        assert!(!read.quotes[0].anonymous && read.quotations.is_empty());
    }
}
