use super::model::{
    AnnotationRecord, ArticleRecord, BiasRecord, BlockRecord, BoilerplateRecord, File, LeanRecord, OwnRecord,
    QuoteRecord, Selector, SourceRecord, SpeakerRecord, VERSION,
};
use crate::document::{Annotation, Article, Block, Body, Document, Id, LabelSet};
use crate::formats::labels::label_record;
use crate::text::Span;
use serde::Serialize;

/// How many code points of context stand beside the exact words.
const CONTEXT: usize = 32;

/// The whole document as an annotation file. One annotation a line, so that two versions compare well.
pub fn write(document: &Document) -> String {
    let file = file(document);
    let mut out = String::from("{\n");
    let mut field = |name: &str, value: String, last: bool| {
        out.push_str(&format!("\"{name}\": {value}{}\n", if last { "" } else { "," }));
    };
    field("format", json(&file.format), false);
    field("version", json(&file.version), false);
    field("generator", json(&file.generator), false);
    field("article", json(&file.article), false);
    field("speakers", lines(&file.speakers), false);
    if let Some(labels) = &file.labels {
        field("labels", json(labels), false);
    }
    field("annotations", lines(&file.annotations), true);
    out.push_str("}\n");
    out
}

fn lines(items: &[impl Serialize]) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("  {}", json(item))).collect();
    if items.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", items.join(",\n")) }
}

/// The value as JSON on one line. These types have string keys and finite numbers only, so it does not fail.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn file(document: &Document) -> File<'_> {
    let article = &*document.article;
    let (about, reading) = (&article.about, &article.reading);
    File {
        format: "scarequote".into(),
        version: VERSION,
        generator: concat!("scarequote ", env!("CARGO_PKG_VERSION")).into(),
        article: ArticleRecord {
            title: about.title.as_str().into(),
            byline: about.byline.as_str().into(),
            date: about.date.as_str().into(),
            site: about.site.as_str().into(),
            language: about.language.as_str().into(),
            address: about.address.as_str().into(),
            caption: about.caption.as_str().into(),
            source: article.source.as_ref().map(|source| SourceRecord {
                name: source.name.as_str().into(),
                sha256: source.sha256.as_str().into(),
            }),
            blocks: article.blocks.iter().map(|block| self::block(article, block)).collect(),
            text: (&*article.text).into(),
            boilerplate: (reading.boilerplate.iter())
                .map(|b| BoilerplateRecord {
                    target: selector(article, b.span),
                    reason: b.reason.as_str().into(),
                })
                .collect(),
            foreign: reading.foreign,
            bias_score: reading.bias_score,
            bias_sentences: (reading.bias_sentences.iter())
                .map(|lean| LeanRecord { target: selector(article, lean.span), score: lean.score })
                .collect(),
        },
        speakers: (document.speakers().iter())
            .map(|(name, spans)| SpeakerRecord {
                name: name.as_str().into(),
                mentions: selectors(article, spans),
            })
            .collect(),
        labels: (*article.labels != LabelSet::default()).then(|| label_record(&article.labels)),
        annotations: document.annotations().map(|(id, annotation)| record(article, id, annotation)).collect(),
    }
}

fn record<'a>(article: &'a Article, id: Id, annotation: &'a Annotation) -> AnnotationRecord<'a> {
    let (mut quote, mut bias, mut own) = (None, None, None);
    match &annotation.body {
        Body::Quote(q) => {
            quote = Some(QuoteRecord {
                kind: q.kind,
                content: selectors(article, &q.content),
                source: selectors(article, &q.source),
                cue: selectors(article, &q.cue),
                speaker: q.speaker.as_deref().map(Into::into),
                addressee: q.addressee.as_deref().map(Into::into),
                anonymous: q.anonymous,
            });
        }
        Body::Own(labelled) => {
            own = Some(OwnRecord {
                label: labelled.label.to_string().into(),
                target: selector(article, labelled.span),
                values: labelled.values.iter().map(|(name, value)| [name, ": ", value].concat()).collect(),
            });
        }
        Body::Bias(m) => {
            bias = Some(BiasRecord {
                category: m.category,
                target: selector(article, m.span),
                reason: m.reason.as_str().into(),
                quote: m.quote.map(|id| id.to_string().into()),
            });
        }
    }
    AnnotationRecord {
        id: id.to_string().into(),
        quote,
        bias,
        own,
        origin: annotation.origin.clone(),
        state: annotation.state,
        score: annotation.score,
        note: annotation.note.as_str().into(),
    }
}

fn block(article: &Article, block: &Block) -> BlockRecord {
    let range = article.index.to_code_points(&article.text, block.span);
    BlockRecord { start: range.start, end: range.end, kind: block.kind.name() }
}

fn selectors<'a>(article: &'a Article, spans: &[Span]) -> Vec<Selector<'a>> {
    spans.iter().map(|&span| selector(article, span)).collect()
}

fn selector(article: &Article, span: Span) -> Selector<'_> {
    let range = article.index.to_code_points(&article.text, span);
    let before = article.text.get(..span.start).unwrap_or("");
    let after = article.text.get(span.end..).unwrap_or("");
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    Selector {
        start: range.start,
        end: range.end,
        exact: article.words(span).into(),
        prefix: before.get(from..).unwrap_or("").into(),
        suffix: after.get(..to).unwrap_or("").into(),
    }
}
