//! What always holds of findings, whatever the text. The fuzz targets include this file too.

use scarequote::extract::{Boilerplate, Extraction, Findings, Quote};
use scarequote::text::{OffsetIndex, Span};
use std::collections::HashSet;

/// Checks that `found` can have been found in `text`.
///
/// # Errors
/// The first law that is broken, and where.
pub(crate) fn check(text: &str, found: &Findings) -> Result<(), String> {
    quotes(text, found)?;
    speakers(text, found)?;
    bias(text, found)?;
    let asides: Vec<Span> = found.boilerplate.iter().map(|b| b.span).collect();
    in_order(text, &asides).map_err(|why| format!("boilerplate: {why}"))?;
    let quotations: Vec<Span> = found.quotations.iter().map(|q| q.span).collect();
    in_order(text, &quotations).map_err(|why| format!("quotations: {why}"))?;
    let out = Extraction::new(String::new(), found.clone(), text);
    law(out.findings(text, &OffsetIndex::new(text)) == *found, || {
        "the way out and back changes findings".into()
    })
}

fn quotes(text: &str, found: &Findings) -> Result<(), String> {
    let speakers: HashSet<&str> = found.speakers.iter().map(|speaker| &*speaker.name).collect();
    let mut last = 0;
    for quote in &found.quotes {
        let Quote { content, source, cue, speaker, score, .. } = quote;
        let broken = |why: String| format!("{why}: {quote:?}");
        let first = content.first().ok_or_else(|| broken("it has no content".into()))?.start;
        law(first >= last, || broken("it begins before the one before it".into()))?;
        last = first;
        for spans in [content, source, cue] {
            in_order(text, spans).map_err(broken)?;
        }
        let aside = |b: &Boilerplate| content.iter().any(|span| span.overlaps(b.span));
        law(!found.boilerplate.iter().any(aside), || broken("it stands in boilerplate".into()))?;
        law((0.0..=1.0).contains(score), || broken("its score is not from 0 to 1".into()))?;
        law(speaker.as_deref().is_none_or(|name| speakers.contains(name)), || {
            broken("its speaker is not listed".into())
        })?;
    }
    Ok(())
}

fn speakers(text: &str, found: &Findings) -> Result<(), String> {
    let heard: HashSet<&str> = found.quotes.iter().filter_map(|quote| quote.speaker.as_deref()).collect();
    let mut seen = HashSet::new();
    for speaker in &found.speakers {
        let broken = |why: String| format!("{why}: {speaker:?}");
        in_order(text, &speaker.mentions).map_err(broken)?;
        law(!speaker.name.trim().is_empty(), || broken("the speaker has no name".into()))?;
        law(seen.insert(&*speaker.name), || broken("the speaker is there twice".into()))?;
        law(heard.contains(&*speaker.name), || broken("the speaker says nothing".into()))?;
    }
    Ok(())
}

fn bias(text: &str, found: &Findings) -> Result<(), String> {
    let sentences: Vec<Span> = found.bias_sentences.iter().map(|lean| lean.span).collect();
    in_order(text, &sentences)?;
    for lean in &found.bias_sentences {
        law(lean.score > 0.0 && lean.score <= 1.0, || format!("the lean is {}", lean.score))?;
    }
    law((0.0..=1.0).contains(&found.bias_score), || format!("the lean is {}", found.bias_score))?;
    law(found.bias.is_sorted_by_key(|marker| marker.span.start), || "markers are out of order".into())?;
    for marker in &found.bias {
        let broken = |why: &str| format!("{why}: {marker:?}");
        in_order(text, &[marker.span]).map_err(|why| broken(&why))?;
        law((0.0..=1.0).contains(&marker.score), || broken("its score is not from 0 to 1"))?;
        law(!marker.reason.is_empty(), || broken("it has no reason"))?;
        let Some(place) = marker.quote else { continue };
        let owns = |quote: &Quote| quote.content.iter().any(|span| span.overlaps(marker.span));
        let inside = found.quotes.get(place).is_some_and(owns);
        law(inside, || broken("it does not stand in its quote"))?;
    }
    Ok(())
}

/// Each span covers some characters of `text`, whole ones, and stands behind the one before it.
fn in_order(text: &str, spans: &[Span]) -> Result<(), String> {
    let sound = |span: &Span| text.get(span.start..span.end).is_some_and(|words| !words.is_empty());
    law(spans.iter().all(sound), || "a span covers no whole characters".into())?;
    law(spans.is_sorted_by(|a, b| a.end <= b.start), || "spans overlap or are out of order".into())
}

fn law(holds: bool, broken: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(broken()) }
}
