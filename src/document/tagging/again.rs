//! What the core finds when it looks again where the text, or what is set aside of it, has changed.

use crate::document::{Annotation, Body, Change, Document, Edit, Id, Origin, State};
use crate::extract::Lean;
use crate::text::Span;
use std::rc::Rc;

/// What the core has found in the whole text, for a document of the same text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Suggestions, under rising ids of their own that tie markers to quotes; quotes first.
    pub annotations: Vec<(Id, Annotation)>,
    /// Speakers with their mentions.
    pub speakers: Vec<(String, Vec<Span>)>,
    /// The score of the article's own wording, 0 to 1, and the sentences that lean.
    pub lean: (f32, Vec<Lean>),
}

/// Takes over what was found at `places`: suggestions there that nobody has judged make room for those found now. What a person made
/// or judged stays, nothing is suggested over it, and the rest of the text keeps what it has. The edit has no name: it belongs to the
/// one before it.
pub fn adopt(document: &Document, mut found: Found, places: &[Span]) -> Edit {
    let places = Reach::of(places.iter().copied());
    let is_near = |annotation: &Annotation| annotation.spans().any(|(.., span)| places.touches(span));
    let main = |annotation: &Annotation| {
        annotation
            .spans()
            .filter(|(part, ..)| *part == annotation.main_part())
            .map(|(.., span)| span)
            .collect::<Vec<_>>()
    };
    found.annotations.retain(|(_, annotation)| is_near(annotation));
    let [new_quotes, new_markers] = [true, false].map(|quotes| {
        let of_kind = found.annotations.iter().filter(|(_, a)| a.as_quote().is_some() == quotes);
        Reach::of(of_kind.flat_map(|(_, a)| main(a)))
    });
    let all = document.in_order().into_iter().filter_map(|id| Some((id, document.get(id)?)));
    let all = all.filter(|(_, annotation)| annotation.as_own().is_none()); // the core has no part in those
    let here: Vec<(Id, &Rc<Annotation>)> = all
        .filter(|(_, a)| {
            let new = if a.as_quote().is_some() { &new_quotes } else { &new_markers };
            is_near(a) || main(a).into_iter().any(|span| new.overlaps(span))
        })
        .collect();
    let [quotes, markers] = [true, false].map(|quotes| {
        let judged = here.iter().filter(|(_, a)| is_judged(a) && a.as_quote().is_some() == quotes);
        Reach::of(judged.flat_map(|(_, a)| main(a)))
    });
    let mut again = vec![false; here.len()]; // which of those here are found again
    let mut own: Vec<(Id, Id)> = Vec::new(); // the id found, rising, and the id here
    let mut changes = Vec::new();
    let mut next = document.free_id();
    for (id, mut annotation) in found.annotations {
        let start = annotation.anchor().start;
        let first = here.partition_point(|(_, old)| old.anchor().start < start);
        let mut there =
            here.iter().zip(&mut again).skip(first).take_while(|((_, old), _)| old.anchor().start == start);
        if let Some(((old, _), again)) = there.find(|((_, old), _)| is_same(old, &annotation)) {
            *again = true;
            own.push((id, *old));
            continue;
        }
        let judged = if annotation.as_quote().is_some() { &quotes } else { &markers };
        if main(&annotation).into_iter().any(|span| judged.overlaps(span)) {
            continue;
        }
        if let Body::Bias(marker) = &mut annotation.body {
            let tied = |quote| own.get(own.binary_search_by_key(&quote, |(found, _)| *found).ok()?);
            marker.quote = marker.quote.and_then(tied).map(|(_, own)| *own);
        }
        own.push((id, next));
        changes.push(Change::Annotation { id: next, before: None, after: Some(Rc::new(annotation)) });
        next = Id(next.0.saturating_add(1));
    }
    let gone =
        here.into_iter().zip(again).filter(|((_, annotation), again)| !again && !is_judged(annotation));
    changes.extend(gone.map(|((id, before), _)| Change::Annotation {
        id,
        before: Some(before.clone()),
        after: None,
    }));
    let speakers = speakers(document, found.speakers, &places, &changes);
    changes.extend(speakers);
    let lean = document.lean();
    if lean != found.lean {
        changes.push(Change::Lean { before: Rc::new(lean), after: Rc::new(found.lean) });
    }
    Edit { changes, what: String::new() }
}

/// The mentions at `places` of speakers that are known, or that speak in what is new.
fn speakers(
    document: &Document,
    found: Vec<(String, Vec<Span>)>,
    places: &Reach,
    new: &[Change],
) -> Vec<Change> {
    let speaks = |name: &str| {
        new.iter().any(
            |change| matches!(change, Change::Annotation { after: Some(a), .. } if a.speaker() == Some(name)),
        )
    };
    let mut changes = Vec::new();
    for (name, mut mentions) in found {
        let before = document.speakers().get(name.as_str()).cloned();
        mentions.retain(|mention| places.touches(*mention));
        if mentions.is_empty() || (before.is_none() && !speaks(&name)) {
            continue;
        }
        let mut after = before.clone().unwrap_or_default();
        after.retain(|mention| !places.touches(*mention));
        for mention in mentions {
            after.insert(after.partition_point(|other| *other < mention), mention);
        }
        if before.as_ref() != Some(&after) {
            changes.push(Change::Speaker { name, before, after: Some(after) });
        }
    }
    changes
}

/// Made or judged by a person, or written about.
fn is_judged(annotation: &Annotation) -> bool {
    annotation.origin == Origin::Person || annotation.state != State::Suggested || !annotation.note.is_empty()
}

/// The two say the same of the same words.
fn is_same(one: &Annotation, other: &Annotation) -> bool {
    match (&one.body, &other.body) {
        (Body::Quote(a), Body::Quote(b)) => {
            (a.kind, &a.content, &a.source, &a.cue) == (b.kind, &b.content, &b.source, &b.cue)
        }
        (Body::Bias(a), Body::Bias(b)) => (a.span, a.category) == (b.span, b.category),
        _ => false,
    }
}

/// Spans that can be asked quickly whether another one meets them: where each starts, in order, and how far those up to it reach.
struct Reach(Vec<(usize, usize, u32)>);

impl Reach {
    fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut sorted: Vec<_> = spans.map(|span| (span.start, span.end, 0)).collect();
        sorted.sort_unstable();
        let mut reach = 0;
        for (_, end, _) in &mut sorted {
            reach = reach.max(*end);
            *end = reach;
        }
        Self(sorted)
    }

    /// True when one of them shares a byte with `span`.
    fn overlaps(&self, span: Span) -> bool {
        self.before(span.end).is_some_and(|reach| reach > span.start)
    }

    /// True when one of them shares a byte with `span`, or begins or ends where it does.
    fn touches(&self, span: Span) -> bool {
        self.before(span.end + 1).is_some_and(|reach| reach >= span.start)
    }

    /// How far those reach that start before byte `at`.
    fn before(&self, at: usize) -> Option<usize> {
        let count = self.0.partition_point(|(start, ..)| *start < at);
        self.0.get(count.checked_sub(1)?).map(|(_, reach, _)| *reach)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::document::packed::{pack_edit, pack_findings, unpack_edit, unpack_findings};
    use crate::document::tagging::{delete, set_state};
    use crate::extract::extract;

    const TEXT: &str = "“We sail at dawn,” Ada Moss said. A brutal storm.\n\n“It is a shocking end,” Bo Reed said. A brutal storm.";

    fn document() -> Document {
        let mut document = Document::new(Article::new(TEXT));
        document.suggest(extract(TEXT));
        document
    }

    fn found(text: &str) -> Found {
        unpack_findings(text, &pack_findings(text, extract(text))).unwrap()
    }

    fn second() -> Span {
        Span::new(TEXT.find("“It").unwrap(), TEXT.len())
    }

    #[test]
    fn what_is_found_again_stays_as_it_is() {
        assert_eq!(adopt(&document(), found(TEXT), &[Span::new(0, TEXT.len())]).changes, []);
    }

    #[test]
    fn only_places_that_were_searched_change() {
        let mut document = document();
        for id in document.in_order() {
            delete(&document, id).unwrap().edit.apply(&mut document).unwrap();
        }
        document.set_speaker("Bo Reed", None);
        let edit = adopt(&document, found(TEXT), &[second()]);
        assert_eq!(unpack_edit(&document, &pack_edit(&edit)), Ok(edit.clone()));
        let before = document.clone();
        edit.apply(&mut document).unwrap();
        let quotes: Vec<_> = document.annotations().filter_map(|(_, a)| a.speaker()).collect();
        assert_eq!(quotes, ["Bo Reed"]);
        let tied = document.annotations().filter_map(|(_, a)| a.as_marker()?.quote).collect::<Vec<_>>();
        assert!(
            !tied.is_empty()
                && tied.iter().all(|&id| document.get(id).is_some_and(|a| a.as_quote().is_some()))
        );
        assert_eq!(document.speaker_names(), ["Ada Moss", "Bo Reed"]);
        edit.inverse().apply(&mut document).unwrap();
        assert_eq!(document, before);
    }

    #[test]
    fn suggestions_that_are_not_found_any_more_go_unless_somebody_judged_them() {
        let mut document = document();
        let count = document.annotations().len();
        let last = document.in_order().pop().unwrap();
        set_state(&document, last, State::Accepted).unwrap().apply(&mut document).unwrap();
        adopt(&document, Found::default(), &[second()]).apply(&mut document).unwrap();
        assert!(document.get(last).is_some() && document.annotations().len() < count);
        assert!(document.annotations().any(|(_, a)| a.speaker() == Some("Ada Moss")));
        assert_eq!(document.lean(), (0.0, vec![]));
    }

    #[test]
    fn nothing_is_suggested_over_what_was_rejected() {
        let mut document = document();
        let quote = document.annotations().find(|(_, a)| a.speaker() == Some("Bo Reed")).unwrap().0;
        set_state(&document, quote, State::Rejected).unwrap().apply(&mut document).unwrap();
        let mut longer = found(TEXT);
        for (_, annotation) in &mut longer.annotations {
            if let Body::Quote(quote) = &mut annotation.body {
                quote.content[0].end -= 1;
            }
        }
        let edit = adopt(&document, longer, &[second()]);
        assert!(!edit.changes.iter().any(
            |change| matches!(change, Change::Annotation { after: Some(a), .. } if a.as_quote().is_some())
        ));
    }
}
