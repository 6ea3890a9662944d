use crate::extract::analysis::Analysis;
use crate::extract::class::{CAPITAL, Class};
use crate::extract::usage;
use crate::extract::{Quote, QuoteKind};
use crate::lexicon::Lexicon;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What the rules look at: the tokens of a text with the sentence, the line's case and the owner of each.
///
/// Look-ups take any index; outside the text there is the empty word.
pub(super) struct Scene<'a> {
    analysis: &'a Analysis<'a>,
    notes: Vec<Note>,
}

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The writer's.
    Article,
    /// Those of whoever says the quote with this index.
    Quote(usize),
    /// Nobody's: not part of the article.
    Boilerplate,
}

#[derive(Clone, Copy)]
struct Note {
    sentence: usize,
    /// The first word of its sentence, or of what stands in quotation marks.
    opens: bool,
    /// In a line whose words are capitalised as in a headline, so that a capital tells nothing.
    headline: bool,
    owner: Owner,
    /// How much a marker here counts for the article's own lean.
    weight: f32,
}

impl<'a> Scene<'a> {
    pub(super) fn new(analysis: &'a Analysis<'a>, quotes: &[Quote]) -> Self {
        let blank = Note { sentence: 0, opens: false, headline: false, owner: Owner::Article, weight: 1.0 };
        let mut scene = Self { analysis, notes: vec![blank; analysis.tokens.len()] };
        scene.note_sentences();
        for line in &analysis.paragraphs {
            scene.note_headline(line.clone());
        }
        for (index, quote) in quotes.iter().enumerate() {
            // A paraphrase is half the writer's wording.
            let weight = if quote.kind == QuoteKind::Indirect { 0.5 } else { 0.0 };
            for &span in &quote.content {
                scene.own(span, Owner::Quote(index), weight);
            }
        }
        for part in &analysis.boilerplate {
            scene.own(part.span, Owner::Boilerplate, 0.0);
        }
        scene
    }

    fn note_sentences(&mut self) {
        for (number, sentence) in self.analysis.cuts.iter().enumerate() {
            let mut opens = true;
            for i in sentence.clone() {
                let word = self.is_word(i);
                self.notes[i].sentence = number;
                self.notes[i].opens = opens && word;
                opens = !word && (opens || matches!(self.word(i), "“" | "\"" | ":"));
            }
        }
    }

    /// A headline is one sentence with four long words or more, most with a capital, and no full stop at its end.
    fn note_headline(&mut self, line: Range<usize>) {
        let last = line.end.saturating_sub(1);
        if !self.together(line.start, last) || self.word(last) == "." {
            return;
        }
        let long = line.clone().filter(|&i| self.is_word(i) && self.word(i).len() > 3);
        let (words, capitals) =
            long.fold((0, 0), |(n, caps), i| (n + 1, caps + usize::from(self.is_capital(i))));
        if words >= 4 && capitals * 4 >= words * 3 {
            self.notes[line].iter_mut().for_each(|note| note.headline = true);
        }
    }

    fn own(&mut self, span: Span, owner: Owner, weight: f32) {
        let from = self.analysis.tokens.partition_point(|t| t.span.start < span.start);
        let to = self.analysis.tokens.partition_point(|t| t.span.start < span.end);
        for note in self.notes.get_mut(from..to).unwrap_or_default() {
            note.owner = owner;
            note.weight = note.weight.min(weight);
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.analysis.text
    }

    pub(super) fn len(&self) -> usize {
        self.notes.len()
    }

    pub(super) fn span(&self, i: usize) -> Span {
        let end = self.analysis.text.len();
        self.analysis.tokens.get(i).map_or(Span::new(end, end), |t| t.span)
    }

    pub(super) fn word(&self, i: usize) -> &'a str {
        self.analysis.word(i)
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.analysis.is_word(i)
    }

    /// Whether token `i` is `word`, given in lower case.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.analysis.reads(i, word)
    }

    pub(super) fn is_any(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(i, word))
    }

    /// Whether token `i` has one of the classes `any`.
    pub(super) fn has(&self, i: usize, any: Class) -> bool {
        self.analysis.is(i, any)
    }

    /// Whether an entry of a list may begin at token `i`, `alone` and `opens` being that list's classes.
    pub(super) fn may_begin(&self, i: usize, alone: Class, opens: Class) -> bool {
        self.analysis.may_begin(i, alone, opens)
    }

    /// Whether the token before `i`, in the same sentence, is one of `words`.
    pub(super) fn follows(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.together(i - 1, i) && self.is_any(i - 1, words)
    }

    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.has(i, CAPITAL)
    }

    /// Whether `words` have capitals as a title has.
    pub(super) fn has_title_case(&self, words: Range<usize>) -> bool {
        usage::has_title_case(self.analysis, words)
    }

    /// Whether the capital of token `i` makes it a name: not at the start of a sentence, nor in a headline.
    pub(super) fn is_name(&self, i: usize) -> bool {
        let plain = self.notes.get(i).is_none_or(|note| note.opens || note.headline);
        let shouted = self.word(i).len() > 4 && !self.word(i).chars().any(char::is_lowercase);
        !plain && self.is_capital(i) && !shouted
    }

    pub(super) fn opens(&self, i: usize) -> bool {
        self.notes.get(i).is_some_and(|note| note.opens)
    }

    /// Whether token `i` stands in quotation marks.
    pub(super) fn is_marked(&self, i: usize) -> bool {
        self.analysis.pair_at(i).is_some()
    }

    /// The tokens of each sentence, in order.
    pub(super) fn cuts(&self) -> &[Range<usize>] {
        &self.analysis.cuts
    }

    /// Whether both stand in one sentence.
    pub(super) fn together(&self, i: usize, j: usize) -> bool {
        let sentence = |i: usize| self.notes.get(i).map(|note| note.sentence);
        sentence(i).is_some() && sentence(i) == sentence(j)
    }

    pub(super) fn owner(&self, i: usize) -> Owner {
        self.notes.get(i).map_or(Owner::Article, |note| note.owner)
    }

    /// How much a marker at `i` counts for the article's own lean, 0 to 1.
    pub(super) fn weight(&self, i: usize) -> f32 {
        self.notes.get(i).map_or(0.0, |note| note.weight)
    }

    /// As [`Self::entry`], for a list whose longer entries have words of the class `opens` at their beginning. What stands alone
    /// is looked up once a word and remembered in `known`.
    pub(super) fn entry_of(
        &self,
        list: &Lexicon,
        i: usize,
        opens: Class,
        known: &mut FxHashMap<&'a str, Option<u64>>,
    ) -> Option<(usize, u64)> {
        if self.has(i, opens) {
            return self.entry(list, i);
        }
        let tags = *known.entry(self.word(i)).or_insert_with(|| self.entry(list, i).map(|(_, tags)| tags));
        tags.map(|tags| (i + 1, tags))
    }

    /// The longest entry of `list` that begins at token `i`: the token after it, and its tags. `’s` may follow a word.
    pub(super) fn entry(&self, list: &Lexicon, i: usize) -> Option<(usize, u64)> {
        let words =
            || (i..self.len()).take_while(|&j| self.is_word(j) && self.together(i, j)).map(|j| self.word(j));
        let whole = list.longest(words());
        let bare = || list.longest(words().map(without_possessive));
        let found = if without_possessive(self.word(i)).len() < self.word(i).len() {
            whole.or_else(bare)
        } else {
            whole
        };
        found.map(|(count, tags)| (i + count, tags))
    }
}

fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let analysis = Analysis::of(text);
        let scene = Scene::new(&analysis, &[]);
        (0..scene.len()).filter(|&i| scene.is_name(i)).map(|i| scene.word(i).to_owned()).collect()
    }

    #[test]
    fn a_capital_makes_a_name_only_where_it_tells() {
        assert_eq!(names("Brave men met Mr. Savage. Bold talk!"), ["Mr", "Savage"]);
        assert_eq!(names("Mayor Slams Brutal Plan For Old Bridge\nThe plan is old."), Vec::<String>::new());
        assert_eq!(names("he said: “Horrible.” Then SHOCKING news"), Vec::<String>::new());
    }

    #[test]
    fn sentences_end_at_stops_and_lines() {
        let text = "One two. Three\nfour";
        let analysis = Analysis::of(text);
        let scene = Scene::new(&analysis, &[]);
        assert!(scene.together(0, 1) && !scene.together(1, 3) && !scene.together(3, 4));
        assert!(!scene.together(90, 91));
    }
}
