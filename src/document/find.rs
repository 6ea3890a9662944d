use super::{Document, Id};
use crate::text::{Span, search};

/// A place where words that were looked for stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The words in the text; or where the annotation begins.
    pub span: Span,
    /// Where they stand.
    pub kind: Match,
}

/// Where words that were looked for stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// In the text.
    Text,
    /// In the name of a quote's speaker.
    Speaker(Id),
    /// In the note of an annotation.
    Note(Id),
}

/// No more places than this are found.
const MOST: usize = 10_000;

/// Every place where `words` stand in the text, in the names of speakers, and in notes, in the order of the text; capitals and the kind of
/// white space do not matter. At most 10,000.
pub fn find(document: &Document, words: &str) -> Vec<Hit> {
    let mut text = Vec::new();
    search(&document.article.text, words, false, &mut |span| {
        if text.len() < MOST {
            text.push(Hit { span, kind: Match::Text });
        }
        true
    });
    let holds = |text: &str| {
        let mut found = false;
        search(text, words, false, &mut |_| {
            found = true;
            true
        });
        found
    };
    let mut text = text.into_iter().peekable();
    let mut hits = Vec::new();
    for (id, annotation) in document.in_order().into_iter().filter_map(|id| Some((id, document.get(id)?))) {
        let span = annotation.anchor();
        let noted = !annotation.note.is_empty() && holds(&annotation.note);
        let speaks = annotation.speaker().is_some_and(holds);
        if noted || speaks {
            while let Some(hit) = text.next_if(|hit| hit.span.start < span.start) {
                hits.push(hit);
            }
            let kinds = [noted.then_some(Match::Note(id)), speaks.then_some(Match::Speaker(id))];
            hits.extend(kinds.into_iter().flatten().map(|kind| Hit { span, kind }));
        }
    }
    hits.extend(text);
    hits.truncate(MOST);
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::document::tagging::set_note;
    use crate::extract::extract;

    #[test]
    fn text_speakers_and_notes_are_found_in_the_order_of_the_text() {
        let text = "The storm. “We sail,” said Ada Moss. She left.";
        let mut document = Document::new(Article::new(text));
        document.suggest(extract(text));
        let id = document.annotations().find(|(_, a)| a.as_quote().is_some()).map(|(id, _)| id).unwrap();
        set_note(&document, id, "MOSS again").unwrap().apply(&mut document).unwrap();
        let kinds: Vec<Match> = find(&document, "moss").into_iter().map(|hit| hit.kind).collect();
        assert_eq!(kinds, [Match::Note(id), Match::Speaker(id), Match::Text]);
        assert!(find(&document, "  ").is_empty());
        assert!(find(&document, "whale").is_empty());
    }
}
