//! Finds the words that may attribute: entries of the list `cues`, with what their form allows.

use super::analysis::Analysis;
use super::class::{CUE, INSIDE, OPENS_CUE};
use super::progress::Progress;
use crate::lexicon::{Lexicon, cues};
use rustc_hash::FxHashMap;
use std::ops::Range;

pub(crate) use cues::{
    ABOUT, ADDRESSEE, AGAINST, AMBIGUOUS, AS, BARE, BASE, FINITE, NAMING, NOUN, OBJECT, OF, PARTICIPLE,
    PERFECT, PREPOSITION, QUOTE, SPEECH, THAT, THING, TO, WEAK, WH,
};

/// Words that may attribute, as token numbers, and their tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) tags: u64,
}

impl Cue {
    /// Whether it has one of the tags `any`.
    pub(crate) fn has(self, any: u64) -> bool {
        self.tags & any != 0
    }

    /// Whether it is a verb and cannot be a noun.
    pub(crate) fn is_verb(self) -> bool {
        self.has(FINITE | PARTICIPLE) && !self.has(NOUN | AMBIGUOUS)
    }

    /// Its tokens.
    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// All entries of the list in the text, the longest at each place, in order.
pub(crate) fn find(a: &Analysis, progress: &mut Progress) -> Vec<Cue> {
    let list = Lexicon::new(cues::BYTES);
    let mut known = FxHashMap::default(); // most cues come again
    let mut out = Vec::new();
    let mut at = 0;
    while at < a.tokens.len() {
        progress.at(a.byte(at));
        let longest = if a.is(at, OPENS_CUE) && a.is(at + 1, INSIDE) {
            list.longest((at..a.tokens.len().min(at + 5)).map(|k| a.word(k)))
        } else if a.is(at, CUE) {
            let tags = known.entry(a.word(at)).or_insert_with_key(|word| list.get(word));
            tags.map(|tags| (1, tags))
        } else {
            None
        };
        match longest {
            Some((count, tags)) => {
                out.push(Cue { start: at, end: at + count, tags });
                at += count;
            }
            None => at += 1,
        }
    }
    out
}

/// Whether `cue` is a passive: “was told”, “been accused”, “a plan offered by”. Then its subject is not who speaks.
pub(crate) fn is_passive(a: &Analysis, cue: Cue) -> bool {
    if cue.has(PERFECT)
        && a.reads(cue.end, "by")
        && !a.is(cue.end + 1, super::class::ING | super::class::TIME)
    {
        return true;
    }
    let before = |at: usize| -> Option<&str> { at.checked_sub(1).map(|k| a.word(k)) };
    let mut at = cue.start;
    while at > 0 && a.is(at - 1, super::class::ADVERB | super::class::LY) {
        at -= 1;
    }
    cue.has(PERFECT)
        && before(at).is_some_and(|word| {
            ["is", "are", "was", "were", "be", "been", "being", "isn't", "wasn't", "got"]
                .iter()
                .any(|form| word.eq_ignore_ascii_case(form))
                || word.ends_with("’re")
                || word.ends_with("'re")
        })
}
