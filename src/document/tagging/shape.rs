use super::label::insert;
use super::{Done, Refusal, change, find};
use crate::document::{Body, Document, Edit, Place, State};
use crate::text::{Span, tokens};

/// One end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first word.
    Start,
    /// The last word.
    Finish,
}

/// Where an end goes, by one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Towards the beginning of the text.
    Back,
    /// Towards the end of the text.
    Forward,
}

/// Moves one end of the span at `place` by one word, mark or line break at a time.
///
/// # Errors
/// When the annotation is gone, the span is at the end of the text, or would hold no word.
pub fn move_end(document: &Document, place: Place, end: End, step: Step) -> Result<Edit, Refusal> {
    let text = &document.article.text;
    let span = find(document, place.id)?.span(place.part, place.number).ok_or(GONE)?;
    let moved = match (end, step) {
        (End::Start, Step::Back) => Span::new(word_start_before(text, span.start).ok_or(AT_EDGE)?, span.end),
        (End::Start, Step::Forward) => {
            let first = tokens(span.of(text)).get(1).map(|t| span.start + t.span.start);
            Span::new(first.ok_or(LAST_WORD)?, span.end)
        }
        (End::Finish, Step::Forward) => Span::new(span.start, word_end_after(text, span.end).ok_or(AT_EDGE)?),
        (End::Finish, Step::Back) => {
            let words = tokens(span.of(text));
            let last = words.len().checked_sub(2).and_then(|i| words.get(i)).map(|t| span.start + t.span.end);
            Span::new(span.start, last.ok_or(LAST_WORD)?)
        }
    };
    Ok(respan(document, place, moved)?.edit)
}

/// Makes the span at `place` cover `words` (bytes) instead.
///
/// # Errors
/// When the annotation is gone, or `words` holds nothing but white space.
pub fn respan(document: &Document, place: Place, words: Span) -> Result<Done, Refusal> {
    let words = words.trimmed(&document.article.text);
    if words.is_empty() {
        return Err(Refusal("Select the words first that this should cover."));
    }
    let mut select = place;
    let edit = change(document, place.id, "Move end", |a| {
        match &mut a.body {
            Body::Bias(marker) => marker.span = words,
            Body::Own(own) => own.span = words,
            Body::Quote(quote) => {
                if let Some(spans) = quote.part_mut(place.part)
                    && place.number < spans.len()
                {
                    spans.remove(place.number);
                    select.number = insert(spans, words);
                }
            }
        }
        a.state = State::Accepted;
    })?;
    Ok(Done { edit, select: Some(select) })
}

const GONE: Refusal = Refusal("That part is no longer there. Pick another one.");
const AT_EDGE: Refusal = Refusal("The text ends here.");
const LAST_WORD: Refusal = Refusal("One word has to stay. Use Delete to remove the annotation.");

/// How far, in bytes, a line is read for the next word. A longer word moves by this much.
const WINDOW: usize = 400;

fn word_start_before(text: &str, at: usize) -> Option<usize> {
    let end = text.get(..at)?.trim_end().len();
    let from = boundary(text, end.saturating_sub(WINDOW));
    tokens(text.get(from..end)?).last().map(|t| from + t.span.start)
}

fn word_end_after(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let from = at + (rest.len() - rest.trim_start().len());
    let to = boundary(text, (from + WINDOW).min(text.len()));
    tokens(text.get(from..to)?).first().map(|t| from + t.span.end)
}

/// The character boundary at or before `at`.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tagging::{Tag, tag};
    use crate::document::{Article, Part};

    #[test]
    fn ends_move_by_words_and_marks_and_never_cross() {
        let mut document = Document::new(Article::new("One two, three – vier"));
        let done = tag(&document, Span::new(4, 7), Tag::Content, None).unwrap();
        done.edit.apply(&mut document).unwrap();
        let place = done.select.unwrap();
        let mut go = |end, step| {
            let edit = move_end(&document, place, end, step)?;
            edit.apply(&mut document).unwrap();
            let span = document.get(place.id).unwrap().span(Part::Content, 0).unwrap();
            Ok(document.article.words(span).to_owned())
        };
        assert_eq!(go(End::Finish, Step::Forward), Ok("two,".into()));
        assert_eq!(go(End::Finish, Step::Forward), Ok("two, three".into()));
        assert_eq!(go(End::Start, Step::Back), Ok("One two, three".into()));
        assert_eq!(go(End::Start, Step::Back), Err(AT_EDGE));
        assert_eq!(go(End::Finish, Step::Forward), Ok("One two, three –".into()));
        assert_eq!(go(End::Finish, Step::Forward), Ok("One two, three – vier".into()));
        assert_eq!(go(End::Finish, Step::Forward), Err(AT_EDGE));
        for _ in 0..5 {
            go(End::Start, Step::Forward).unwrap();
        }
        assert_eq!(go(End::Start, Step::Forward), Err(LAST_WORD));
        assert_eq!(go(End::Finish, Step::Back), Err(LAST_WORD));
    }
}
