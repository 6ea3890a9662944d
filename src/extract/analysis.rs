//! What every rule looks at, made once for a text: tokens with their classes, paragraphs, sentences, quotation marks, cues.

use super::boilerplate;
use super::class::{self, Class};
use super::cue::{self, Cue};
use super::findings::Boilerplate;
use super::language;
use super::marks::{self, Pair};
use super::opener;
use super::progress::Progress;
use super::structure::Structure;
use crate::text::{BlockKind, Span, Token, TokenKind, each_sentence, each_token, paragraphs};
use std::ops::Range;

/// The most tokens of a sentence, quotations aside.
const LONGEST_SENTENCE: usize = 600;

/// A text cut up. Ranges are of token numbers; only [`Span`]s are bytes.
pub(crate) struct Analysis<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token>,
    /// One a token.
    pub(crate) classes: Vec<Class>,
    pub(crate) paragraphs: Vec<Range<usize>>,
    /// What each paragraph is; empty when nothing is known, or all are paragraphs.
    pub(super) kinds: Vec<BlockKind>,
    /// All sentences, those inside quotation marks too.
    pub(crate) cuts: Vec<Range<usize>>,
    /// Sentences of the writer: quotation marks are never cut, so `“One. Two,” she said.` is one.
    pub(crate) sentences: Vec<Range<usize>>,
    /// For each of them, how many before it stand in headings and captions; empty when none does.
    pub(super) apart: Vec<u32>,
    /// What stands in quotation marks, in order, outermost only.
    pub(crate) pairs: Vec<Pair>,
    /// For each token, 1 + the number of the pair it stands in, its marks included; 0 outside.
    inside: Vec<u32>,
    /// Attributing words outside quotation marks and boilerplate, in order.
    pub(crate) cues: Vec<Cue>,
    pub(crate) boilerplate: Vec<Boilerplate>,
    /// Whether the rules and the lists apply.
    pub(crate) english: bool,
}

impl<'t> Analysis<'t> {
    /// Cuts `text` up. Linear in its length.
    pub(crate) fn new(text: &'t str, structure: &Structure, progress: &mut Progress) -> Self {
        progress.stage(0.12);
        let mut tokens = Vec::with_capacity(text.len() / 5);
        tokens.extend(each_token(text).inspect(|token| progress.at(token.span.start)));
        progress.stage(0.12);
        let classes = class::classes(text, &tokens, progress);
        let paragraphs = token_ranges(&tokens, paragraphs(text));
        let kinds = structure.kinds(paragraphs.iter().map(|line| tokens[line.start].span.start));
        let boilerplate = structure.boilerplate(text).unwrap_or_else(|| boilerplate::find(text));
        let mut analysis = Self {
            text,
            classes,
            paragraphs,
            kinds,
            cuts: vec![],
            sentences: vec![],
            apart: vec![],
            pairs: vec![],
            inside: vec![0; tokens.len()],
            cues: vec![],
            boilerplate,
            english: true,
            tokens,
        };
        analysis.english = language::is_english(&analysis);
        progress.stage(0.08);
        let mut cues = cue::find(&analysis, progress);
        for cue in cues.iter().filter(|cue| cue.is_verb()) {
            if !analysis.is(cue.start, class::CAPITAL | class::ROLE) {
                analysis.classes[cue.start] |= class::ATTRIBUTES;
            }
        }
        progress.stage(0.06);
        let sentences = each_sentence(text).inspect(|sentence| progress.at(sentence.start));
        analysis.cuts = token_ranges(&analysis.tokens, sentences);
        opener::mark(&mut analysis, &cues);
        let set_aside = analysis.set_aside();
        for (class, _) in analysis.classes.iter_mut().zip(&set_aside).filter(|(_, aside)| **aside) {
            *class |= class::ASIDE;
        }
        progress.stage(0.08);
        analysis.pairs = marks::pairs(&analysis, &cues, progress);
        analysis.pairs.retain(|pair| !set_aside[pair.whole.start]);
        for (number, pair) in analysis.pairs.iter().enumerate() {
            let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
            analysis.inside[pair.whole.clone()].fill(number);
        }
        cues.retain(|cue| analysis.inside[cue.start] == 0 && !set_aside[cue.start]);
        analysis.cues = cues;
        analysis.sentences = analysis.outer_sentences();
        analysis.apart = analysis.count_apart();
        analysis
    }

    /// For the tests.
    #[cfg(test)]
    pub(crate) fn of(text: &'t str) -> Self {
        Self::with(text, &Structure::default())
    }

    /// For the tests.
    #[cfg(test)]
    pub(crate) fn with(text: &'t str, structure: &Structure) -> Self {
        Self::new(text, structure, &mut Progress::new(text.len(), &mut |_| ()))
    }

    /// For each token, whether it stands in boilerplate.
    fn set_aside(&self) -> Vec<bool> {
        let mut aside = vec![false; self.tokens.len()];
        let mut from = 0;
        for span in self.boilerplate.iter().map(|part| part.span) {
            let rest = self.tokens.get(from..).unwrap_or_default();
            let start = from + rest.partition_point(|token| token.span.end <= span.start);
            let end = start + self.tokens[start..].partition_point(|token| token.span.start < span.end);
            aside[start..end].fill(true);
            from = start;
        }
        aside
    }

    /// Sentences, joined where a cut falls into quotation marks.
    fn outer_sentences(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        for range in self.cuts.iter().cloned() {
            let within = range.start > 0
                && self.inside[range.start] != 0
                && self.inside[range.start] == self.inside[range.start - 1];
            match out.last_mut() {
                Some(last) if within => {
                    last.end = range.end;
                    // Stops in quotation marks alone would make one sentence of a whole text.
                    let closing =
                        self.pair_at(range.start).map_or(range.end, |pair| self.pairs[pair].whole.end);
                    if last.len() > LONGEST_SENTENCE && closing < range.end {
                        last.end = closing;
                        out.push(closing..range.end);
                    }
                }
                // A text without stops is cut into pieces, so that looking through a sentence stays cheap.
                _ if range.len() > LONGEST_SENTENCE => {
                    let mut start = range.start;
                    while start < range.end {
                        let mut end = range.end.min(start + LONGEST_SENTENCE);
                        while end < range.end
                            && self.inside[end] != 0
                            && self.inside[end] == self.inside[end - 1]
                        {
                            end += 1;
                        }
                        out.push(start..end);
                        start = end;
                    }
                }
                _ => out.push(self.after_dateline(range)),
            }
        }
        out
    }

    /// `sentence` without the dateline before it: `BRILL, Ont. (AP) — The ferry sank.`
    fn after_dateline(&self, sentence: Range<usize>) -> Range<usize> {
        let shouted = |at: usize| {
            let word = self.word(at);
            word.len() > 2 && word.chars().all(|c| c.is_uppercase() || c == '.')
        };
        if !shouted(sentence.start) || !self.opens_line(sentence.start) {
            return sentence;
        }
        let ends = sentence.end.min(sentence.start + 14);
        let dash = (sentence.start + 1..ends).find(|&at| self.is_dash(at));
        let place = |dash: usize| {
            (sentence.start..dash).all(|at| self.is(at, class::CAPITAL | class::MARK | class::DIGIT))
        };
        match dash.filter(|&dash| place(dash)) {
            Some(dash) if dash + 3 < sentence.end && self.is_dash(dash + 1) => dash + 2..sentence.end,
            Some(dash) if dash + 2 < sentence.end => dash + 1..sentence.end,
            _ => sentence,
        }
    }

    /// The pair that token `at` stands in.
    pub(crate) fn pair_at(&self, at: usize) -> Option<usize> {
        self.inside.get(at).filter(|&&n| n > 0).map(|&n| n as usize - 1)
    }

    /// Whether token `at` has one of the classes `any`.
    pub(crate) fn is(&self, at: usize, any: Class) -> bool {
        self.classes.get(at).is_some_and(|class| class & any != 0)
    }

    /// Whether an entry of a list may begin at token `at`, `alone` and `opens` being that list's classes.
    pub(crate) fn may_begin(&self, at: usize, alone: Class, opens: Class) -> bool {
        self.is(at, alone) || self.is(at, opens) && self.is(at + 1, class::INSIDE)
    }

    /// The words of token `at`.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The first byte of token `at`.
    pub(crate) fn byte(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |token| token.span.start)
    }

    /// Whether token `at` is a word that reads `word`, in any case.
    pub(crate) fn reads(&self, at: usize, word: &str) -> bool {
        // Most words differ in length: the text is not looked at then.
        self.tokens.get(at).is_some_and(|token| {
            let Span { start, end } = token.span;
            end - start == word.len()
                && self
                    .text
                    .as_bytes()
                    .get(start..end)
                    .is_some_and(|own| own.eq_ignore_ascii_case(word.as_bytes()))
        })
    }

    /// Whether token `at` is a dash: `—`, `–`, `--`, or a hyphen with space around it.
    pub(crate) fn is_dash(&self, at: usize) -> bool {
        match self.word(at) {
            "—" | "–" | "―" => true,
            "-" => {
                let end = |k: usize| self.tokens.get(k).map_or(self.text.len(), |token| token.span.end);
                let free_before = at == 0 || end(at - 1) < self.byte(at);
                let free_after = self.byte(at + 1) > end(at);
                let double = self.word(at + 1) == "-" || at > 0 && self.word(at - 1) == "-";
                double || free_before && free_after
            }
            _ => false,
        }
    }

    /// Whether token `at` is a word.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The bytes from the first to the last token of `range`.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last)))
        {
            (Some(first), Some(last)) if range.start < range.end => {
                Span::new(first.span.start, last.span.end)
            }
            _ => Span::default(),
        }
    }

    /// How many words `range` holds.
    pub(crate) fn count_words(&self, range: Range<usize>) -> usize {
        range.filter(|&at| self.is_word(at)).count()
    }

    /// The cues in `range`, in order.
    pub(crate) fn cues_in(&self, range: Range<usize>) -> &[Cue] {
        let first = self.cues.partition_point(|cue| cue.start < range.start);
        let last = self.cues.partition_point(|cue| cue.start < range.end);
        self.cues.get(first..last).unwrap_or(&[])
    }

    /// Whether token `at` is the first of a sentence, one inside quotation marks too, marks before it aside.
    pub(crate) fn opens_sentence(&self, at: usize) -> bool {
        let cut = self.cuts.partition_point(|cut| cut.end <= at);
        self.cuts.get(cut).is_some_and(|cut| (cut.start..at).all(|k| self.is(k, class::MARK)))
    }

    /// Whether token `at` is the first of its line.
    pub(crate) fn opens_line(&self, at: usize) -> bool {
        let line = self.paragraphs.partition_point(|line| line.start < at);
        self.paragraphs.get(line).is_some_and(|line| line.start == at)
    }

    /// The number of the sentence that token `at` stands in.
    pub(crate) fn sentence_at(&self, at: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= at)
    }

    /// The number of the paragraph that token `at` stands in.
    pub(crate) fn paragraph_at(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|p| p.end <= at)
    }
}

/// The tokens inside each of `spans`, which stand in order; a span without tokens is left out.
fn token_ranges(tokens: &[Token], spans: impl Iterator<Item = Span>) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut out = Vec::new();
    for span in spans {
        while tokens.get(at).is_some_and(|t| t.span.start < span.start) {
            at += 1;
        }
        let start = at;
        while tokens.get(at).is_some_and(|t| t.span.start < span.end) {
            at += 1;
        }
        if start < at {
            out.push(start..at);
        }
    }
    out
}
