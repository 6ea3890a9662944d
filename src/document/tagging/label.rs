use super::speaker::speaker_of;
use super::{Done, Refusal, change, find};
use crate::document::{
    Annotation, Body, Document, Edit, Id, LabelId, Labelled, Marker, Part, Place, Quote, State,
};
use crate::extract::{Category, QuoteKind};
use crate::text::Span;

/// What words can be labelled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// The content of a new quote.
    Content,
    /// More content of a quote that is there: the part after its cue.
    MoreContent,
    /// The source of a quote that is there.
    Source,
    /// The cue of a quote that is there.
    Cue,
    /// A wording that leans.
    Bias(Category),
    /// A label of the article's own set.
    Own(LabelId),
}

const NO_WORDS: Refusal = Refusal("Select the words first, then choose a label.");
const NO_QUOTE: Refusal =
    Refusal("A source or a cue belongs to a quote. Mark what is said as a quote first, then its source.");

/// Labels `words` (bytes). A source or cue is tied to the `selected` quote, or else to the nearest one in the paragraph.
///
/// # Errors
/// When `words` holds nothing but white space, or there is no quote to tie to.
pub fn tag(document: &Document, words: Span, tag: Tag, selected: Option<Id>) -> Result<Done, Refusal> {
    let words = words.trimmed(&document.article.text);
    if words.is_empty() {
        return Err(NO_WORDS);
    }
    match tag {
        Tag::Content => Ok(add(document, new_quote(document, words))),
        Tag::Bias(category) => Ok(add(document, new_marker(document, words, category, None))),
        Tag::Own(label) => Ok(add(document, own(words, label))),
        Tag::MoreContent => tie(document, quote_for(document, words, selected)?, Part::Content, words),
        Tag::Source => tie(document, quote_for(document, words, selected)?, Part::Source, words),
        Tag::Cue => tie(document, quote_for(document, words, selected)?, Part::Cue, words),
    }
}

/// Gives what stands at `place` another label. The words stay; what the new label has no room for goes.
///
/// # Errors
/// When the annotation is gone, or there is no quote to tie a source or cue to.
pub fn relabel(document: &Document, place: Place, tag: Tag) -> Result<Done, Refusal> {
    let annotation = find(document, place.id)?;
    let words = annotation.span(place.part, place.number).unwrap_or(annotation.anchor());
    let part = match tag {
        Tag::Content | Tag::MoreContent => Part::Content,
        Tag::Source => Part::Source,
        Tag::Cue => Part::Cue,
        Tag::Bias(_) | Tag::Own(_) => Part::Marker,
    };
    match (&annotation.body, part) {
        (Body::Quote(_), Part::Source | Part::Cue | Part::Content) if place.part != Part::Content => {
            // A part moves to another part of its own quote.
            let edit = change(document, place.id, "Change label", |a| {
                if let Body::Quote(quote) = &mut a.body {
                    take(quote, place);
                    put(quote, part, words, tag == Tag::MoreContent);
                }
                a.state = State::Accepted;
            })?;
            Ok(Done { edit, select: Some(Place { id: place.id, part, number: 0 }) })
        }
        (Body::Quote(_), Part::Content) => Err(Refusal("This is a quote's content already.")),
        (_, Part::Source | Part::Cue) => {
            let owner = nearest_quote(document, words, Some(place.id)).ok_or(NO_QUOTE)?;
            let tied = tie(document, owner, part, words)?;
            let edit = Edit {
                what: "Change label".into(),
                ..super::delete(document, place.id)?.edit.then(&tied.edit)
            };
            Ok(Done { edit, select: tied.select })
        }
        (_, Part::Content | Part::Marker) => {
            let body = match tag {
                Tag::Bias(category) => new_marker(document, words, category, Some(place.id)),
                Tag::Own(label) => own(words, label),
                _ => new_quote(document, words),
            };
            let mut edit = change(document, place.id, "Change label", |a| {
                a.body = body;
                a.state = State::Accepted;
            })?;
            edit.changes.extend(super::review::untie(document, place.id));
            Ok(Done { edit, select: Some(Place { id: place.id, part, number: 0 }) })
        }
    }
}

/// Words with a label of a person's own, of which nothing is said yet.
pub(super) fn own(span: Span, label: LabelId) -> Body {
    Body::Own(Labelled { span, label, values: vec![] })
}

fn add(document: &Document, body: Body) -> Done {
    let id = document.free_id();
    let part = if matches!(body, Body::Quote(_)) { Part::Content } else { Part::Marker };
    let what = if part == Part::Content { "Mark quote" } else { "Mark wording" };
    let edit = Edit::one(what, id, None, Some(Annotation::by_person(body)));
    Done { edit, select: Some(Place { id, part, number: 0 }) }
}

pub(super) fn new_quote(document: &Document, words: Span) -> Body {
    let (content, kind) = content_of(&document.article.text, words);
    Body::Quote(Quote { kind, content: vec![content], ..Quote::default() })
}

/// A marker, tied to the quote it stands in, other than `not`.
fn new_marker(document: &Document, span: Span, category: Category, not: Option<Id>) -> Body {
    let inside = |a: &Annotation| a.as_quote().is_some_and(|q| q.content.iter().any(|c| c.contains(span)));
    let mut quotes = document.annotations().filter(|(id, a)| Some(*id) != not && a.state != State::Rejected);
    let quote = quotes.find(|(_, a)| inside(a)).map(|(id, _)| id);
    Body::Bias(Marker { span, category, reason: String::new(), quote })
}

/// Ties `words` to the quote `id` as its source or cue, or adds them to its content.
fn tie(document: &Document, id: Id, part: Part, words: Span) -> Result<Done, Refusal> {
    let speaker = if part == Part::Source { speaker_of(document, words) } else { None };
    let what = match part {
        Part::Source => "Mark source",
        Part::Cue => "Mark cue",
        _ => "Add to quote",
    };
    let words = if part == Part::Content { content_of(&document.article.text, words).0 } else { words };
    let mut number = 0;
    let edit = change(document, id, what, |a| {
        if let Body::Quote(quote) = &mut a.body {
            number = put(quote, part, words, true);
            quote.speaker = speaker.or(quote.speaker.take());
        }
        a.state = State::Accepted;
    })?;
    Ok(Done { edit, select: Some(Place { id, part, number }) })
}

/// Puts `words` into a part: as its only span, or for content, with `more`, beside those that are there, in order.
fn put(quote: &mut Quote, part: Part, words: Span, more: bool) -> usize {
    let Some(spans) = quote.part_mut(part) else { return 0 };
    if !(part == Part::Content && more) {
        spans.clear();
    }
    insert(spans, words)
}

/// Puts `words` in their place among `spans`, which are in order; says which they are.
pub(super) fn insert(spans: &mut Vec<Span>, words: Span) -> usize {
    let number = spans.partition_point(|&span| span < words);
    if spans.get(number) != Some(&words) {
        spans.insert(number, words);
    }
    number
}

fn take(quote: &mut Quote, place: Place) {
    if let Some(spans) = quote.part_mut(place.part)
        && place.number < spans.len()
    {
        spans.remove(place.number);
    }
}

fn quote_for(document: &Document, words: Span, selected: Option<Id>) -> Result<Id, Refusal> {
    let chosen = selected.filter(|&id| document.get(id).is_some_and(|a| a.as_quote().is_some()));
    chosen.or_else(|| nearest_quote(document, words, None)).ok_or(NO_QUOTE)
}

/// The quote whose content is nearest to `words`, within the same paragraph, other than `not`.
fn nearest_quote(document: &Document, words: Span, not: Option<Id>) -> Option<Id> {
    let text = &document.article.text;
    let gap = |c: &Span| {
        let between = Span::new(c.end.min(words.end), words.start.max(c.start));
        (!between.of(text).contains('\n')).then(|| between.len())
    };
    let distance = |a: &Annotation| a.as_quote().and_then(|q| q.content.iter().filter_map(gap).min());
    let quotes = document.annotations().filter(|(id, a)| Some(*id) != not && a.state != State::Rejected);
    quotes.filter_map(|(id, a)| distance(a).map(|d| (d, id))).min().map(|(_, id)| id)
}

const OPENING: [char; 7] = ['“', '„', '«', '‹', '‘', '"', '\u{201f}'];
const CLOSING: [char; 7] = ['”', '“', '»', '›', '’', '"', '\u{201f}'];

/// The content within `words`, without the quotation marks around it, and its kind by the marks about and within it.
fn content_of(text: &str, words: Span) -> (Span, QuoteKind) {
    let chosen = words.of(text);
    let inner = chosen.strip_prefix(OPENING);
    let inner = inner.map(|rest| rest.strip_suffix(CLOSING).unwrap_or(rest));
    if let Some(inner) = inner.filter(|inner| !inner.trim().is_empty() && !inner.contains(['“', '”', '"']))
    {
        let start = words.end - chosen.len() + chosen.find(inner).unwrap_or(0);
        return (Span::new(start, start + inner.len()).trimmed(text), QuoteKind::Direct);
    }
    let line = text.get(..words.start).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
    let opened = line.rfind(['“', '„', '«']) > line.rfind(['”', '»']) || line.matches('"').count() % 2 == 1;
    let kind = match (opened, chosen.contains(['“', '”', '"'])) {
        (true, false) => QuoteKind::Direct,
        (_, true) => QuoteKind::Mixed,
        (false, false) => QuoteKind::Indirect,
    };
    (words, kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;

    const TEXT: &str =
        "“We leave at dawn,” said Ada Moss, the captain. The mayor calls it “reckless”.\nNobody else spoke.";

    fn find_words(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn made(document: &mut Document, words: &str, as_tag: Tag) -> Place {
        let done = tag(document, find_words(words), as_tag, None).unwrap();
        done.edit.apply(document).unwrap();
        done.select.unwrap()
    }

    #[test]
    fn a_quote_is_marked_without_its_marks() {
        let mut document = Document::new(Article::new(TEXT));
        let place = made(&mut document, "“We leave at dawn,”", Tag::Content);
        let quote = document.get(place.id).unwrap().as_quote().unwrap().clone();
        assert_eq!(quote.content, [find_words("We leave at dawn,")]);
        assert_eq!(quote.kind, QuoteKind::Direct);
    }

    #[test]
    fn the_kind_follows_from_the_marks() {
        assert_eq!(content_of(TEXT, find_words("leave at")).1, QuoteKind::Direct);
        assert_eq!(content_of(TEXT, find_words("calls it “reckless”")).1, QuoteKind::Mixed);
        assert_eq!(content_of(TEXT, find_words("Nobody else")).1, QuoteKind::Indirect);
    }

    #[test]
    fn a_source_goes_to_the_nearest_quote_and_names_the_speaker() {
        let mut document = Document::new(Article::new(TEXT));
        let first = made(&mut document, "We leave at dawn,", Tag::Content);
        let second = made(&mut document, "“reckless”", Tag::Content);
        assert_eq!(made(&mut document, "Ada Moss", Tag::Source).id, first.id);
        assert_eq!(made(&mut document, "The mayor", Tag::Source).id, second.id);
        assert_eq!(document.get(first.id).unwrap().speaker(), Some("Ada Moss"));
    }

    #[test]
    fn a_source_without_a_quote_in_its_paragraph_is_refused() {
        let mut document = Document::new(Article::new(TEXT));
        made(&mut document, "We leave at dawn,", Tag::Content);
        assert_eq!(tag(&document, find_words("Nobody"), Tag::Source, None), Err(NO_QUOTE));
        assert_eq!(tag(&document, Span::new(5, 6), Tag::Content, None), Err(NO_WORDS));
    }

    #[test]
    fn a_marker_within_a_quote_belongs_to_it() {
        let mut document = Document::new(Article::new(TEXT));
        let quote = made(&mut document, "“reckless”", Tag::Content);
        let marker = made(&mut document, "reckless", Tag::Bias(Category::LoadedLanguage));
        assert_eq!(document.get(marker.id).unwrap().as_marker().unwrap().quote, Some(quote.id));
    }

    #[test]
    fn every_label_can_become_another() {
        let mut document = Document::new(Article::new(TEXT));
        made(&mut document, "“reckless”", Tag::Content);
        let place = made(&mut document, "The mayor", Tag::Bias(Category::Label));
        let done = relabel(&document, place, Tag::Source).unwrap();
        done.edit.apply(&mut document).unwrap();
        let place = done.select.unwrap();
        assert_eq!((place.part, document.annotations().len()), (Part::Source, 1));
        let done = relabel(&document, place, Tag::Cue).unwrap();
        done.edit.apply(&mut document).unwrap();
        let quote = document.get(place.id).unwrap().as_quote().unwrap();
        assert_eq!((quote.source.len(), quote.cue.len()), (0, 1));
    }
}
