use crate::text::{Span, each_sentence, paragraphs, tokens};

/// The words under the keyboard: where choosing began, and where it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// The word at which choosing began.
    pub anchor: Span,
    /// The word that moves.
    pub head: Span,
}

/// A movement of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// To the word or mark before.
    WordBack,
    /// To the word or mark after.
    WordForward,
    /// To the first word of this sentence, or of the one before.
    SentenceBack,
    /// To the first word of the next sentence.
    SentenceForward,
    /// To the first word of this paragraph, or of the one before.
    ParagraphBack,
    /// To the first word of the next paragraph.
    ParagraphForward,
    /// To the first word of the text.
    Start,
    /// To the last word of the text.
    Finish,
}

/// How far around the caret the text is read, in bytes.
const WINDOW: usize = 2_000;

impl Caret {
    /// On one word.
    pub fn on(word: Span) -> Self {
        Self { anchor: word, head: word }
    }

    /// On the word at byte `offset` of `text`, or the nearest after it in its line, or before it, or after it.
    pub fn at(text: &str, offset: usize) -> Option<Self> {
        let here = window(text, offset);
        let after = here.iter().find(|w| w.end > offset);
        // Behind the end of a line is still that line.
        let line_ends = |w: &&Span| text.get(offset..w.start).is_some_and(|between| between.contains('\n'));
        let before = after.filter(line_ends).and_then(|_| here.iter().rfind(|w| w.end <= offset));
        let word = before.or(after).or(here.last());
        word.copied().or_else(|| first_word(text, 0)).map(Self::on)
    }

    /// The words from anchor to head.
    pub fn words(self) -> Span {
        self.anchor.join(self.head)
    }

    /// The caret after a movement; with `extend` the anchor stays, and a step forward by a sentence or paragraph ends with its last word.
    /// At the edge of the text nothing changes.
    pub fn step(self, text: &str, motion: Motion, extend: bool) -> Self {
        let head = match (motion, extend) {
            (Motion::SentenceForward, true) => self.end_of(text, sentences_near(text, self.head)),
            (Motion::ParagraphForward, true) => self.end_of(text, paragraphs(text)),
            _ => self.target(text, motion),
        };
        let head = head.unwrap_or(self.head);
        Self { anchor: if extend { self.anchor } else { head }, head }
    }

    /// The last word of the part that the caret is in, or of the next one when it is there already.
    fn end_of(self, text: &str, mut parts: impl Iterator<Item = Span>) -> Option<Span> {
        parts.find(|part| part.end > self.head.end).and_then(|part| last_word(text, part.end))
    }

    fn target(self, text: &str, motion: Motion) -> Option<Span> {
        let at = self.head.start;
        match motion {
            Motion::WordForward => {
                let near = window(text, at).into_iter().find(|w| w.start > at);
                near.or_else(|| first_word(text, self.head.end))
            }
            Motion::WordBack => {
                let near = window(text, at).into_iter().rev().find(|w| w.start < at);
                near.or_else(|| last_word(text, at))
            }
            Motion::SentenceForward => {
                let next = sentences_near(text, self.head).find(|s| s.start > at);
                next.and_then(|sentence| first_word(text, sentence.start))
            }
            Motion::SentenceBack => {
                let last = sentences_near(text, self.head).take_while(|s| s.start < at).last();
                last.and_then(|sentence| first_word(text, sentence.start))
            }
            Motion::ParagraphForward => {
                paragraphs(text).find(|p| p.start > at).and_then(|p| first_word(text, p.start))
            }
            Motion::ParagraphBack => {
                paragraphs(text).take_while(|p| p.start < at).last().and_then(|p| first_word(text, p.start))
            }
            Motion::Start => first_word(text, 0),
            Motion::Finish => last_word(text, text.len()),
        }
    }
}

/// The sentences of the paragraph of `word`, of the one before and of the one after.
fn sentences_near(text: &str, word: Span) -> impl Iterator<Item = Span> + '_ {
    let before = paragraphs(text).take_while(|p| p.end <= word.start).last().map_or(0, |p| p.start);
    let after = paragraphs(text).find(|p| p.start > word.start).map_or(text.len(), |p| p.end);
    let near = text.get(before..after).unwrap_or("");
    each_sentence(near).map(move |s| Span::new(before + s.start, before + s.end))
}

/// `span` grown to whole words: what a person means who drags from the middle of a word to the middle of another. When it holds one mark of a
/// quotation and the other one stands right beside it, that is taken too.
pub fn snap(text: &str, span: Span) -> Span {
    let grow = |at: usize| window(text, at).into_iter().find(|w| w.start < at && at < w.end);
    let span = span.trimmed(text);
    if span.is_empty() {
        return span;
    }
    let start = grow(span.start).map_or(span.start, |w| w.start);
    let end = grow(span.end).map_or(span.end, |w| w.end);
    let words = Span::new(start, end).of(text);
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(end..).and_then(|after| after.chars().next());
    for (open, close) in QUOTATION_MARKS {
        let inside = (words.starts_with(open), words.ends_with(close));
        let once = words.matches([open, close]).count() == 1;
        match (inside, before, after) {
            ((true, false), _, Some(mark)) if once && mark == close => {
                return Span::new(start, end + mark.len_utf8());
            }
            ((false, true), Some(mark), _) if once && mark == open => {
                return Span::new(start - mark.len_utf8(), end);
            }
            _ => {}
        }
    }
    Span::new(start, end)
}

/// The marks that open and close a quotation.
const QUOTATION_MARKS: [(char, char); 7] =
    [('“', '”'), ('„', '“'), ('«', '»'), ('»', '«'), ('‘', '’'), ('"', '"'), ('‹', '›')];

/// The words near `at`, whole ones only. The window's own edges are moved to white space.
fn window(text: &str, at: usize) -> Vec<Span> {
    let from = text.floor_char_boundary(at.saturating_sub(WINDOW));
    let to = text.ceil_char_boundary(at.saturating_add(WINDOW).min(text.len()));
    let part = text.get(from..to).unwrap_or("");
    let skip = if from == 0 { 0 } else { part.find(char::is_whitespace).unwrap_or(0) };
    let keep =
        if to == text.len() { part.len() } else { part.rfind(char::is_whitespace).unwrap_or(part.len()) };
    let words = tokens(part.get(skip..keep.max(skip)).unwrap_or(""));
    words.into_iter().map(|t| Span::new(from + skip + t.span.start, from + skip + t.span.end)).collect()
}

fn first_word(text: &str, from: usize) -> Option<Span> {
    let rest = text.get(from..)?;
    let start = from + (rest.len() - rest.trim_start().len());
    window(text, start).into_iter().find(|w| w.start >= start)
}

fn last_word(text: &str, to: usize) -> Option<Span> {
    let end = text.get(..to)?.trim_end().len();
    window(text, end).into_iter().rev().find(|w| w.end <= end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "One “two” three.\n\n  Vier\u{a0}fünf.\n";

    fn walk(motions: &[Motion], extend: bool) -> String {
        let mut caret = Caret::at(TEXT, 0).unwrap();
        for &motion in motions {
            caret = caret.step(TEXT, motion, extend);
        }
        caret.words().of(TEXT).to_owned()
    }

    #[test]
    fn the_caret_goes_by_words_and_marks_across_paragraphs() {
        use Motion::*;
        assert_eq!(walk(&[WordForward; 2], false), "two");
        assert_eq!(walk(&[WordForward; 6], false), "Vier");
        assert_eq!(walk(&[WordForward; 40], false), ".");
        assert_eq!(walk(&[WordBack; 3], false), "One");
        assert_eq!(walk(&[ParagraphForward], false), "Vier");
        assert_eq!(walk(&[Finish, ParagraphBack, ParagraphBack], false), "One");
        assert_eq!(walk(&[WordForward, WordForward, WordForward], true), "One “two”");
    }

    #[test]
    fn the_caret_goes_by_sentences_and_chooses_whole_ones() {
        const TEXT: &str = "One two. Three!\nFour five.";
        let walk = |from: usize, motions: &[Motion], extend: bool| {
            let mut caret = Caret::at(TEXT, from).unwrap();
            for &motion in motions {
                caret = caret.step(TEXT, motion, extend);
            }
            caret.words().of(TEXT)
        };
        use Motion::*;
        assert_eq!(walk(0, &[SentenceForward], false), "Three");
        assert_eq!(walk(4, &[SentenceForward, SentenceForward], false), "Four");
        assert_eq!(walk(4, &[SentenceBack], false), "One");
        assert_eq!(walk(16, &[SentenceBack], false), "Three");
        assert_eq!(walk(0, &[SentenceForward], true), "One two.");
        assert_eq!(walk(0, &[SentenceForward, SentenceForward], true), "One two. Three!");
        assert_eq!(walk(9, &[SentenceBack], true), "One two. Three");
        assert_eq!(walk(0, &[ParagraphForward], true), "One two. Three!");
        assert_eq!(walk(0, &[SentenceForward; 9], true), TEXT);
    }

    #[test]
    fn dragging_takes_whole_words() {
        let start = TEXT.find("wo”").unwrap();
        assert_eq!(snap(TEXT, Span::new(start, start + 8)).of(TEXT), "two” three");
        assert_eq!(snap(TEXT, Span::new(3, 4)).len(), 0);
    }

    #[test]
    fn a_quotation_with_one_mark_gets_the_other() {
        let snapped = |text: &str, words: &str| {
            let start = text.find(words).unwrap();
            snap(text, Span::new(start, start + words.len())).of(text).to_owned()
        };
        assert_eq!(snapped("He said “we sail,” once.", "“we sail,"), "“we sail,”");
        assert_eq!(snapped("He said “we sail,” once.", "e sail,”"), "“we sail,”");
        assert_eq!(snapped("He said “we sail,” once.", "we sail,"), "we sail,");
        assert_eq!(snapped("Er sagte „wir fahren“ laut.", "„wir fahren"), "„wir fahren“");
        assert_eq!(snapped("a \"b c\" d", "\"b c"), "\"b c\"");
        assert_eq!(snapped("the dogs’ tails", "dogs’"), "dogs’");
        assert_eq!(snapped("“a” and “b”", "“a” and “b"), "“a” and “b");
    }

    #[test]
    fn long_texts_without_space_and_empty_ones_are_no_trouble() {
        let long = "x".repeat(10_000);
        assert!(Caret::at(&long, 5_000).is_some_and(|c| c.step(&long, Motion::WordForward, false) == c));
        assert_eq!(Caret::at("One two\n\nThree", 7).map(|caret| caret.head), Some(Span::new(4, 7)));
        assert_eq!(Caret::at("", 0), None);
        assert_eq!(Caret::at(" \n ", 1), None);
    }

    proptest::proptest! {
        #[test]
        fn the_caret_stays_on_words(text in "(\\PC| |\n|\\. ){0,80}", at in 0usize..200, motions in proptest::collection::vec(0u8..8, 0..12)) {
            use Motion::*;
            let all = [WordBack, WordForward, ParagraphBack, ParagraphForward, Start, Finish, SentenceBack, SentenceForward];
            if let Some(mut caret) = Caret::at(&text, at) {
                for m in motions {
                    caret = caret.step(&text, all[usize::from(m)], m % 2 == 0);
                    proptest::prop_assert!(!caret.words().of(&text).trim().is_empty());
                }
            }
        }
    }
}
