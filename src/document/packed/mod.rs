//! A compact form of documents and edits, for the way between the page and the worker and for the log on disk.
//!
//! The page reads and writes nothing but this: annotation files are read and written by the worker, so that a large or
//! hostile file never keeps the page waiting, and the page's download holds no JSON reader. A line is a record: a letter,
//! then fields parted by tabs; `\\`, `\t` and `\n` stand for themselves. Spans are bytes into the text.

mod read;
mod write;

use super::suggest::suggestions;
use super::tagging::Found;
use super::{Article, Block, Body, Change, Document, Edit, Id, LabelSet, Reading, Rewrite};
use crate::extract::{Boilerplate, Findings, Structure};
use read::Read;
use std::rc::Rc;
use write::Lines;

/// A score is written in hundredths when it is a whole number of them, else by its bits. Bits up to this number stand for scores so
/// close to nothing that they are written as nothing.
const HUNDRED: f32 = 100.0;

/// The whole document.
pub fn pack_document(document: &Document) -> String {
    let mut out = Lines::default();
    out.frame(&document.article);
    out.line('T', &[&document.article.text]);
    for (id, annotation) in document.annotations() {
        out.annotation(id, annotation, &document.article.text);
    }
    for (name, mentions) in document.speakers().iter() {
        out.speaker(name, mentions);
    }
    out.reading(&document.article.reading);
    out.text
}

/// What was found in `text`, as suggestions, for a reader who has the text.
pub fn pack_findings(text: &str, findings: Findings) -> String {
    // A line has about so many bytes; to grow the text again and again would copy it each time.
    let mut out = Lines::with_room(128 * (findings.quotes.len() + findings.bias.len()));
    for (id, annotation) in suggestions(findings.quotes, findings.bias, Id(1)) {
        out.annotation(id, &annotation, text);
    }
    for speaker in &findings.speakers {
        out.speaker(&speaker.name, &speaker.mentions);
    }
    out.reading(&Reading {
        boilerplate: findings.boilerplate,
        foreign: findings.foreign,
        bias_score: findings.bias_score,
        bias_sentences: findings.bias_sentences,
    });
    out.text
}

/// A set of labels.
pub fn pack_labels(set: &LabelSet) -> String {
    let mut out = Lines::default();
    out.labels(set);
    out.text
}

/// The set of labels that was packed.
///
/// # Errors
/// The line that does not hold, or what is wrong with the set.
pub fn unpack_labels(packed: &str) -> Result<LabelSet, String> {
    let set = Read::new(packed, "")?.labels.unwrap_or_default();
    set.check().map(|()| set)
}

/// What is known of an article beside its words, for who looks through it.
pub fn pack_structure(structure: &Structure) -> String {
    let mut out = Lines::default();
    out.blocks(structure.blocks);
    if let Some(aside) = structure.aside {
        out.line('a', &[]);
        out.asides(aside);
    }
    out.text
}

/// The blocks, and what is set aside if that is known, of the [`Structure`] that was packed.
///
/// # Errors
/// The line that does not hold.
pub fn unpack_structure(packed: &str) -> Result<(Vec<Block>, Option<Vec<Boilerplate>>), String> {
    let read = Read::new(packed, "")?;
    Ok((read.blocks, read.given.then_some(read.reading.boilerplate)))
}

/// What an edit leaves behind. What was there before is in the document that it is made to. A change of the text stands alone in its
/// edit, as a person makes it; its inverse has no form of its own, since undoing is told apart in the log.
pub fn pack_edit(edit: &Edit) -> String {
    let mut out = Lines::default();
    out.line('w', &[&edit.what]);
    for change in &edit.changes {
        match change {
            Change::Annotation { id, after: None, .. } => out.line('x', &[&id.to_string()]),
            Change::Annotation { id, after: Some(after), .. } => out.annotation(*id, after, ""),
            Change::About { after, .. } => out.about(after),
            Change::Labels { after, .. } => out.labels(after),
            Change::Aside { span, after, .. } => out.aside(*span, after.as_deref()),
            Change::Lean { after, .. } => out.lean(after.0, &after.1),
            Change::Text(rewrite) => out.patches(&rewrite.patches),
            Change::Speaker { name, after: None, .. } => out.line('z', &[name]),
            Change::Speaker { name, after: Some(mentions), .. } => out.speaker(name, mentions),
        }
    }
    out.text
}

/// The document that was packed.
///
/// # Errors
/// The line that does not hold.
pub fn unpack_document(packed: &str) -> Result<Document, String> {
    let read = Read::new(packed, "")?;
    let mut article = Article::verbatim("", read.text);
    article.about = read.about.unwrap_or_default();
    article.source = read.source;
    article.blocks = read.blocks.into();
    article.labels = Rc::new(read.labels.unwrap_or_default());
    article.reading = read.reading;
    let mut document = Document::new(article);
    for (id, annotation) in read.annotations {
        document.set(id, annotation.map(Rc::new));
    }
    for (name, mentions) in read.speakers {
        document.set_speaker(&name, mentions);
    }
    Ok(document)
}

/// Adds findings that were packed to a document of the same text, under ids of its own. What is there stays.
///
/// # Errors
/// The line that does not hold; then nothing has changed.
pub fn adopt_findings(document: &mut Document, packed: &str) -> Result<(), String> {
    let read = Read::new(packed, &document.article.text)?;
    let first = document.free_id().0;
    let own = |Id(number): Id| Id(number.saturating_add(first - 1));
    for (id, annotation) in read.annotations {
        let annotation = annotation.map(|mut annotation| {
            if let Body::Bias(marker) = &mut annotation.body {
                marker.quote = marker.quote.map(own);
            }
            Rc::new(annotation)
        });
        document.set(own(id), annotation);
    }
    for (name, mentions) in read.speakers {
        document.set_speaker(&name, mentions);
    }
    let mut reading = read.reading;
    for aside in &document.article.reading.boilerplate {
        if !reading.boilerplate.iter().any(|found| found.span.overlaps(aside.span)) {
            let place = reading.boilerplate.partition_point(|found| found.span.start < aside.span.start);
            reading.boilerplate.insert(place, aside.clone()); // a person did that while the core was at work
        }
    }
    document.set_reading(reading);
    Ok(())
}

/// The findings that were packed, in a document of this text.
///
/// # Errors
/// The line that does not hold.
pub fn unpack_findings(text: &str, packed: &str) -> Result<Found, String> {
    let read = Read::new(packed, text)?;
    Ok(Found {
        annotations: read.annotations.into_iter().filter_map(|(id, found)| Some((id, found?))).collect(),
        speakers: read.speakers.into_iter().filter_map(|(name, found)| Some((name, found?))).collect(),
        lean: (read.reading.bias_score, read.reading.bias_sentences),
    })
}

/// The edit of `document` that was packed.
///
/// # Errors
/// The line that does not hold.
pub fn unpack_edit(document: &Document, packed: &str) -> Result<Edit, String> {
    let read = Read::new(packed, &document.article.text)?;
    let annotations = read.annotations.into_iter().map(|(id, after)| Change::Annotation {
        id,
        before: document.get(id).cloned(),
        after: after.map(Rc::new),
    });
    let speakers = read.speakers.into_iter().map(|(name, after)| Change::Speaker {
        before: document.speakers().get(name.as_str()).cloned(),
        name,
        after,
    });
    let about = read.about.map(|after| Change::About {
        before: Rc::new(document.article.about.clone()),
        after: Rc::new(after),
    });
    let labels = read
        .labels
        .map(|after| Change::Labels { before: document.article.labels.clone(), after: Rc::new(after) });
    let asides = read.reading.boilerplate.into_iter().map(|aside| (aside.span, Some(aside.reason)));
    let asides = asides.chain(read.back.into_iter().map(|span| (span, None))).map(|(span, after)| {
        Change::Aside { span, before: document.article.aside(span).map(str::to_owned), after }
    });
    let lean = read.leans.then(|| Change::Lean {
        before: Rc::new(document.lean()),
        after: Rc::new((read.reading.bias_score, read.reading.bias_sentences)),
    });
    let mut changes: Vec<Change> = labels
        .into_iter()
        .chain(annotations)
        .chain(speakers)
        .chain(about)
        .chain(asides)
        .chain(lean)
        .collect();
    if !read.patches.is_empty() {
        let rewrite = Rewrite::new(document, read.patches).ok_or("what was saved does not fit the text")?;
        changes.insert(0, Change::Text(Rc::new(rewrite)));
    }
    Ok(Edit { changes, what: read.what })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tagging::{self, Tag};
    use crate::document::{Annotation, BlockKind, State};
    use crate::extract::Category;
    use crate::text::Span;
    use proptest::prelude::*;

    fn document(text: &str, name: &str) -> Document {
        let mut document = Document::new(Article::verbatim(name, text));
        let end = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
        for tag in [Tag::Content, Tag::Source, Tag::Bias(Category::Doubt), Tag::Bias(Category::Hedge)] {
            if let Ok(done) = tagging::tag(&document, Span::new(0, end), tag, None) {
                done.edit.apply(&mut document).unwrap();
            }
        }
        document.set_speaker(name, Some(vec![Span::new(0, end)]));
        document
    }

    type Make<'a> = dyn Fn(&Document) -> Result<Edit, tagging::Refusal> + 'a;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(text in "(\\PC|\n|\t|\\\\){0,40}", name in "(\\PC|\t|\\\\|=){0,9}", note in "(\\PC|\n){0,9}") {
            let mut document = document(&text, &name);
            prop_assert_eq!(&unpack_document(&pack_document(&document)).unwrap(), &document);
            for id in document.in_order() {
                let edits: [&Make; 6] = [
                    &|d| tagging::set_note(d, id, &note),
                    &|d| tagging::set_state(d, id, State::Rejected),
                    &|d| tagging::set_speaker(d, id, &name),
                    &|d| tagging::set_anonymous(d, id, true),
                    &|d| tagging::rename_speaker(d, &name, &note, None),
                    &|d| tagging::delete(d, id).map(|done| done.edit),
                ];
                for edit in edits.iter().filter_map(|make| make(&document).ok()).collect::<Vec<_>>() {
                    prop_assert_eq!(&unpack_edit(&document, &pack_edit(&edit)).unwrap(), &edit);
                }
                if let Ok(done) = tagging::delete(&document, id) {
                    done.edit.apply(&mut document).unwrap();
                }
            }
        }

        #[test]
        fn anything_else_is_read_or_refused(packed in "([tTwxzsoqbcflLigkpa]\t|\\PC|\n|\t|[0-9 -]){0,60}") {
            let _ = unpack_document(&packed);
            let _ = unpack_structure(&packed);
            let _ = unpack_edit(&document("one two", "x"), &packed);
        }
    }

    #[test]
    fn a_structure_comes_back() {
        let block = |start, kind| Block { span: Span::new(start, start + 2), kind };
        let blocks = [block(0, BlockKind::Heading(1)), block(4, BlockKind::Quote)];
        let aside = [Boilerplate { span: Span::new(4, 6), reason: "by\thand".into() }];
        for aside in [None, Some(&aside[..0]), Some(&aside[..])] {
            let packed = pack_structure(&Structure { blocks: &blocks, aside });
            assert_eq!(unpack_structure(&packed), Ok((blocks.to_vec(), aside.map(<[_]>::to_vec))));
        }
        assert_eq!(unpack_structure(""), Ok((vec![], None)));
        assert!(unpack_structure("k\t0-2\n").is_err());
    }

    #[test]
    fn what_the_core_found_comes_back() {
        let text =
            "The brutal regime fell, Ada Moss said. Critics say “it” may not be shocking; she clearly won.";
        let mut document = Document::new(Article::new(text));
        document.suggest(crate::extract::extract(text));
        let mut reading = document.article.reading.clone();
        assert!(reading.bias_score > 0.0 && !reading.bias_sentences.is_empty());
        (reading.foreign, reading.bias_score) = (true, 0.123);
        document.set_reading(reading);
        let packed = pack_document(&document);
        assert!(packed.lines().any(|line| line.starts_with('c') && line.ends_with("\tgovernment")));
        assert_eq!(unpack_document(&packed).unwrap(), document);
        for score in [0.0, 0.004, 0.07, 0.5, 0.123, 1.0, 7.5, -0.25] {
            let id = document.in_order()[0];
            let mut scored = Annotation::clone(document.get(id).unwrap());
            scored.score = Some(score);
            document.set(id, Some(Rc::new(scored)));
            assert_eq!(unpack_document(&pack_document(&document)).unwrap(), document);
        }
    }

    #[test]
    fn a_quote_that_was_saved_before_has_a_named_source() {
        let mut document = document("one two", "Ada");
        let packed = pack_document(&document);
        let quote = packed.lines().find(|line| line.starts_with('q')).unwrap();
        assert_eq!(quote.matches('\t').count(), 11);
        let id = document.in_order()[0];
        tagging::set_anonymous(&document, id, true).unwrap().apply(&mut document).unwrap();
        assert_eq!(pack_document(&document), packed.replace(quote, &format!("{quote}\tu")));
        assert!(unpack_document(&packed.replace(quote, &format!("{quote}\tu\tu"))).is_err());
    }

    #[test]
    fn findings_get_ids_of_their_own() {
        let text = "“A brutal regime,” said Ada Moss.";
        let findings = crate::extract::extract(text);
        let mut ours = document(text, "Bo");
        let mut straight = ours.clone();
        let count = ours.annotations().len();
        adopt_findings(&mut ours, &pack_findings(text, findings.clone())).unwrap();
        assert_eq!(ours.annotations().len(), count + findings.quotes.len() + findings.bias.len());
        let tied = ours.annotations().filter_map(|(_, a)| a.as_marker()?.quote).collect::<Vec<_>>();
        assert!(
            !tied.is_empty() && tied.iter().all(|&id| ours.get(id).is_some_and(|a| a.as_quote().is_some()))
        );
        assert_eq!(ours.speaker_names(), ["Ada Moss", "Bo"]);
        straight.suggest(findings);
        assert_eq!(ours, straight);
    }
}
