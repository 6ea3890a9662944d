//! Correcting the text itself.

use super::Refusal;
use crate::document::{Change, Document, Edit, Patch, Rewrite};
use crate::text::{Span, each_token, paragraphs};
use std::rc::Rc;

/// Above this many pairs of words and marks, what differs is one patch: to compare each with each would take too long.
const MOST: usize = 1_000_000;

const GONE: Refusal = Refusal("That part of the text is no longer there.");

/// A correction of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// What to do to the document.
    pub edit: Edit,
    /// How many annotations lose words by it.
    pub lost: usize,
    /// Where the first of the new words will stand.
    pub place: Span,
}

/// The paragraphs that `words` (bytes) touch, from the first to the last; `None` when there is no paragraph there.
pub fn lines(document: &Document, words: Span) -> Option<Span> {
    let touched = |line: &Span| line.overlaps(words) || line.holds(words.start);
    paragraphs(&document.article.text).filter(touched).reduce(Span::join)
}

/// Writes `words` in place of what stands at `span` (bytes). Only the words that differ are changed; annotations of the others stay as
/// they are, and an annotation of a word that is replaced goes to the word in its place. Line ends become `\n`.
///
/// # Errors
/// When nothing would change, or nothing would be left of the article.
pub fn correct(document: &Document, span: Span, words: &str) -> Result<Correction, Refusal> {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    document.article.text.get(span.start..span.end).ok_or(GONE)?;
    let patches = patches(&document.article.text, span, &words);
    if patches.is_empty() {
        return Err(Refusal("Nothing was changed."));
    }
    let rewrite = Rewrite::new(document, patches).ok_or(GONE)?;
    if rewrite.after.article.text.trim().is_empty() {
        return Err(Refusal("An article needs a text. Leave some words."));
    }
    let (lost, place) = (rewrite.lost(), rewrite.places().first().copied().unwrap_or(span));
    let edit = Edit { changes: vec![Change::Text(Rc::new(rewrite))], what: "Correct the text".into() };
    Ok(Correction { edit, lost, place })
}

/// What has to be changed in `span` of `text` so that it reads `new`, by whole words and marks.
fn patches(text: &str, span: Span, new: &str) -> Vec<Patch> {
    let (old, new) = (pieces(span.of(text)), pieces(new));
    let mut patches = Vec::new();
    let (mut from, mut to, mut at) = (0, 0, span.start);
    for (next_old, next_new) in common(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        let gone = old.get(from..next_old).unwrap_or_default();
        let words = new.get(to..next_new).unwrap_or_default().concat();
        let end = at + gone.iter().map(|piece| piece.len()).sum::<usize>();
        if at < end || !words.is_empty() {
            patches.push(Patch { span: Span::new(at, end), words });
        }
        (from, to) = (next_old + 1, next_new + 1);
        at = end + old.get(next_old).map_or(0, |piece| piece.len());
    }
    patches
}

/// The places of a longest common subsequence, in both: by dynamic programming, once what is common at the ends is put aside. Twenty
/// lines, where the smallest crate for it would add 6 kB to the page.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (inner_old, inner_new) = (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
    let end = inner_old.iter().rev().zip(inner_new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (rows, columns) = (inner_old.len() - end, inner_new.len() - end);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|n| (n, n)).collect();
    if rows.checked_mul(columns).is_some_and(|pairs| pairs <= MOST) {
        // For each place in both, how long the longest common subsequence of what follows is.
        let width = columns + 1;
        let mut longest = vec![0_u16; (rows + 1) * width];
        let same = |row: usize, column: usize| inner_old.get(row) == inner_new.get(column);
        let read = |longest: &[u16], row: usize, column: usize| {
            longest.get(row * width + column).copied().unwrap_or(0)
        };
        for (row, column) in
            (0..rows).rev().flat_map(|row| (0..columns).rev().map(move |column| (row, column)))
        {
            let best = if same(row, column) {
                read(&longest, row + 1, column + 1) + 1
            } else {
                read(&longest, row + 1, column).max(read(&longest, row, column + 1))
            };
            if let Some(place) = longest.get_mut(row * width + column) {
                *place = best;
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            if same(row, column) {
                pairs.push((start + row, start + column));
                (row, column) = (row + 1, column + 1);
            } else if read(&longest, row + 1, column) >= read(&longest, row, column + 1) {
                row += 1;
            } else {
                column += 1;
            }
        }
    }
    pairs.extend((0..end).map(|n| (old.len() - end + n, new.len() - end + n)));
    pairs
}

/// Words, marks, and the white space between them: all of `text`, cut up.
fn pieces(text: &str) -> Vec<&str> {
    let mut done = 0;
    let mut out = Vec::new();
    for token in each_token(text) {
        out.push(Span::new(done, token.span.start).of(text));
        out.push(token.span.of(text));
        done = token.span.end;
    }
    out.push(Span::new(done, text.len()).of(text));
    out.retain(|piece| !piece.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::document::packed::{pack_edit, unpack_edit};
    use crate::extract::extract;
    use proptest::prelude::*;

    fn document(text: &str) -> Document {
        let mut document = Document::new(Article::new(text));
        document.suggest(extract(text));
        document
    }

    fn corrected(text: &str, new: &str) -> Vec<(usize, usize, String)> {
        let found = patches(text, Span::new(0, text.len()), new);
        found.into_iter().map(|patch| (patch.span.start, patch.span.end, patch.words)).collect()
    }

    #[test]
    fn only_what_differs_is_changed() {
        assert_eq!(corrected("Ada Mos said.", "Ada Moss said."), [(4, 7, "Moss".into())]);
        assert_eq!(corrected("a b c d", "a x c y d"), [(2, 3, "x".into()), (5, 5, " y".into())]);
        assert_eq!(corrected("“We sail, she said.", "“We sail,” she said."), [(11, 11, "”".into())]);
        assert_eq!(corrected("One. Two.", "One.\nTwo."), [(4, 5, "\n".into())]);
        assert_eq!(corrected("same", "same"), []);
    }

    #[test]
    fn a_typo_in_a_name_keeps_the_quote_and_can_be_undone() {
        let before = document("Head.\n“We sail at dawn,” Ada Mos said. A brutal storm.");
        let line = Span::new(6, before.article.text.len());
        let done = correct(&before, line, "“We sail at dawn,” Ada Moss said. A brutal storm.").unwrap();
        assert_eq!((done.lost, done.place), (0, Span::new(33, 37)));
        assert_eq!(unpack_edit(&before, &pack_edit(&done.edit)), Ok(done.edit.clone()));
        let mut after = before.clone();
        done.edit.apply(&mut after).unwrap();
        let quote = after.annotations().find_map(|(_, a)| a.as_quote().cloned()).unwrap();
        assert_eq!(after.article.words(quote.source[0]), "Ada Moss");
        assert!(done.edit.apply(&mut after.clone()).is_err());
        done.edit.inverse().apply(&mut after).unwrap();
        assert_eq!(after, before);
        assert_eq!(done.edit.inverse().inverse(), done.edit);
    }

    #[test]
    fn whole_paragraphs_are_corrected() {
        let document = document("One.\n\nTwo two.\nThree.");
        for (words, lines) in
            [((0, 1), Some((0, 4))), ((8, 17), Some((6, 21))), ((10, 10), Some((6, 14))), ((5, 5), None)]
        {
            let lines = lines.map(|(start, end)| Span::new(start, end));
            assert_eq!(super::lines(&document, Span::new(words.0, words.1)), lines, "{words:?}");
        }
    }

    #[test]
    fn nothing_and_everything_are_refused() {
        let document = document("One.");
        assert!(correct(&document, Span::new(0, 4), "One.").is_err());
        assert!(correct(&document, Span::new(0, 4), " \r\n").is_err());
        assert!(correct(&document, Span::new(2, 9), "x").is_err());
    }

    #[test]
    fn a_text_of_nothing_alike_is_quick() {
        let long = |word: &str| vec![word; 200_000].join(" ");
        let (old, new) = (long("a"), long("b"));
        assert_eq!(corrected(&old, &new).len(), 1);
    }

    proptest! {
        #[test]
        fn the_new_words_are_there_and_the_way_back_is_exact(
            text in "(“[a-c ]{0,9}” said Ada\\.|[a-d\n]{1,9}|é ){1,6}",
            new in "(“[a-c ]{0,9}” said Ada\\.|[a-d\r\n]{1,9}|é ){0,6}",
            at in any::<(prop::sample::Index, prop::sample::Index)>(),
        ) {
            let before = document(&text);
            let text = &before.article.text;
            let boundary = |index: prop::sample::Index| text.floor_char_boundary(index.index(text.len() + 1));
            let (a, b) = (boundary(at.0), boundary(at.1));
            let span = Span::new(a.min(b), a.max(b));
            if let Ok(done) = correct(&before, span, &new) {
                let mut after = before.clone();
                done.edit.apply(&mut after).unwrap();
                let wanted = [&text[..span.start], &new.replace("\r\n", "\n").replace('\r', "\n"), &text[span.end..]];
                prop_assert_eq!(&*after.article.text, &wanted.concat());
                for (_, annotation) in after.annotations() {
                    for (_, _, span) in annotation.spans() {
                        prop_assert!(!span.is_empty() && after.article.text.get(span.start..span.end).is_some());
                    }
                }
                prop_assert_eq!(&unpack_edit(&before, &pack_edit(&done.edit)).unwrap(), &done.edit);
                done.edit.inverse().apply(&mut after).unwrap();
                prop_assert_eq!(&after, &before);
                prop_assert_eq!(done.edit.inverse().inverse(), done.edit);
            }
        }
    }
}
