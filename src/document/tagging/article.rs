//! What a person does to the article itself: correct what is known about it, set parts aside, put them back.

use super::Refusal;
use crate::document::{About, Change, Document, Edit};
use crate::text::{Span, paragraphs};
use std::rc::Rc;

/// The reason of what a person set aside.
const BY_HAND: &str = "by hand";

/// Corrects what is known about the article. White space at the ends of a field is left out.
///
/// # Errors
/// When nothing would change, or the title would be empty.
pub fn set_about(document: &Document, mut about: About) -> Result<Edit, Refusal> {
    for (name, value) in about.clone().fields() {
        if let Some(field) = about.field_mut(name) {
            value.trim().clone_into(field);
        }
    }
    let before = &document.article.about;
    if about.title.is_empty() {
        return Err(Refusal("An article needs a title. Write one."));
    }
    if about == *before {
        return Err(Refusal("Nothing was changed."));
    }
    let change = Change::About { before: Rc::new(before.clone()), after: Rc::new(about) };
    Ok(Edit { changes: vec![change], what: "Correct what is known".into() })
}

/// Puts back what is set aside at `words`; when nothing is, sets aside the paragraphs that `words` touch. Annotations stay.
///
/// # Errors
/// When there is no paragraph there.
pub fn toggle_aside(document: &Document, words: Span) -> Result<Edit, Refusal> {
    let article = &document.article;
    let asides = &article.reading.boilerplate;
    let back: Vec<Change> = (asides.iter())
        .filter(|aside| aside.span.overlaps(words) || aside.span.holds(words.start))
        .map(|aside| Change::Aside { span: aside.span, before: Some(aside.reason.clone()), after: None })
        .collect();
    if !back.is_empty() {
        return Ok(Edit { changes: back, what: "Put back".into() });
    }
    let touched = |line: &Span| line.overlaps(words) || line.holds(words.start);
    let aside = |span| Change::Aside { span, before: None, after: Some(BY_HAND.to_owned()) };
    let changes: Vec<Change> = paragraphs(&article.text).filter(touched).map(aside).collect();
    if changes.is_empty() {
        return Err(Refusal("Put the caret into a paragraph first."));
    }
    Ok(Edit { changes, what: "Set aside".into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::document::packed::{pack_edit, unpack_edit};
    use crate::extract::extract;

    fn document() -> Document {
        let text = "The ferry left.\n\nIt came back.\n\nLeave a Reply";
        let mut document = Document::new(Article::new(text));
        document.suggest(extract(text));
        document
    }

    #[test]
    fn parts_are_put_back_and_set_aside_and_both_can_be_undone() {
        let before = document();
        let line = before.article.reading.boilerplate[0].span;
        for words in [Span::new(line.start, line.start), line, Span::new(20, 22)] {
            let edit = toggle_aside(&before, words).unwrap();
            assert_eq!(unpack_edit(&before, &pack_edit(&edit)), Ok(edit.clone()));
            let mut after = before.clone();
            edit.apply(&mut after).unwrap();
            assert_ne!(after, before);
            assert_eq!(after.article.aside_at(words.start).is_some(), words.start == 20);
            assert!(edit.apply(&mut after.clone()).is_err());
            edit.inverse().apply(&mut after).unwrap();
            assert_eq!(after, before);
        }
        assert!(toggle_aside(&Document::new(Article::new("")), Span::new(0, 0)).is_err());
    }

    #[test]
    fn what_is_known_is_corrected_in_one_step() {
        let mut document = document();
        let before = document.clone();
        let about = About { byline: " Ada Moss ".into(), ..document.article.about.clone() };
        let edit = set_about(&document, about).unwrap();
        assert_eq!(unpack_edit(&document, &pack_edit(&edit)), Ok(edit.clone()));
        edit.apply(&mut document).unwrap();
        assert_eq!(document.article.about.byline, "Ada Moss");
        assert!(set_about(&document, document.article.about.clone()).is_err());
        assert!(set_about(&document, About::default()).is_err());
        edit.inverse().apply(&mut document).unwrap();
        assert_eq!(document, before);
    }
}
