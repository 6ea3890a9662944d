//! stub
use super::analysis::Analysis;
use super::findings::{Quote, Speaker};
use super::quotes::Draft;

pub(crate) fn resolve(a: &Analysis, drafts: &[Draft]) -> (Vec<Quote>, Vec<Speaker>) {
    let quotes = drafts.iter().enumerate().map(|(n, d)| Quote {
        id: format!("q{}", n + 1), kind: d.kind(a), content: d.content_spans(a),
        source: d.source.iter().map(|r| a.span(r.clone())).collect(), cue: d.cue.iter().map(|r| a.span(r.clone())).collect(),
        speaker: None, addressee: None, score: d.score,
    }).collect();
    (quotes, vec![])
}
