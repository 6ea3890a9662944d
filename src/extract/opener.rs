//! Verbs and adverbs that open a sentence have a capital, but are no part of a name: `Denying Brill’s claims, …`, `Asked about Low, …`.

use super::analysis::Analysis;
use super::class::{
    ATTRIBUTES, AUXILIARY, CAPITAL, FIRST_NAME, MARK, MODAL, OPENER, PASSIVE, PREPOSITION, SUBORDINATOR, VERB,
};
use super::cue::{AMBIGUOUS, BASE, Cue, FINITE, NOUN, PARTICIPLE, PERFECT};
use super::np::is_nominal;
use rustc_hash::FxHashSet;

/// Gives the class [`OPENER`] to each verb or adverb that opens a sentence of `a`. One pass.
pub(super) fn mark(a: &mut Analysis, cues: &[Cue]) {
    let named = named_inside(a);
    let mut cues = cues.iter().peekable();
    let mut found = Vec::new();
    for cut in &a.cuts {
        let Some(at) = cut.clone().find(|&at| !a.is(at, MARK)) else { continue };
        while cues.next_if(|cue| cue.start < at).is_some() {}
        let word = a.word(at);
        if !a.is(at, CAPITAL) || a.is(at, FIRST_NAME) || named.contains(word) {
            continue;
        }
        let cue = cues.peek().filter(|cue| cue.start == at && cue.end == at + 1);
        let attributes = cue
            .is_some_and(|cue| cue.has(FINITE | BASE | PERFECT | PARTICIPLE) && !cue.has(NOUN | AMBIGUOUS));
        if attributes || a.is(at, PASSIVE) || is_participle(a, at) {
            found.push(at);
        }
    }
    for at in found {
        a.classes[at] |= OPENER;
    }
}

/// Words in `-ing`, `-ed` and `-ly` that have a capital inside a sentence: `Beijing`, `Khaled`, `Italy`.
fn named_inside<'t>(a: &Analysis<'t>) -> FxHashSet<&'t str> {
    let inside = a.cuts.iter().flat_map(|cut| cut.clone().skip(2));
    let ending = |at: usize| ["ing", "ed", "ly"].iter().any(|ending| a.word(at).ends_with(ending));
    inside.filter(|&at| a.is(at, CAPITAL) && ending(at)).map(|at| a.word(at)).collect()
}

/// Whether the word at `at` ends like a participle or an adverb and governs what follows. It does not when a verb follows
/// the noun, as in `Housing Board says`.
fn is_participle(a: &Analysis, at: usize) -> bool {
    let (word, next) = (a.word(at), at + 1);
    if word.len() < 5 {
        return false;
    }
    if word.ends_with("ing") {
        const FINITE_VERB: u64 = ATTRIBUTES | AUXILIARY | MODAL | VERB;
        let after = (next..at + 8).find(|&k| !is_nominal(a, k) || a.is(k, FINITE_VERB)).unwrap_or(next);
        return a.is_word(next) && !a.is(after, FINITE_VERB);
    }
    let parted = a.word(next) == "," || a.is(next, PREPOSITION | SUBORDINATOR) && !a.is(next, CAPITAL);
    parted && (word.ends_with("ed") || word.ends_with("ly"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens(text: &str) -> bool {
        Analysis::of(text).classes[0] & OPENER != 0
    }

    #[test]
    fn participles_and_verbs_open_sentences() {
        assert!(opens("Denying Northern claims, the board left."));
        assert!(opens("Meeting Ida Brook at the pier, he wept."));
        assert!(opens("Accused of theft, he left."));
        assert!(opens("Insisted Brook: it is over."));
        assert!(opens("Using old maps, they got lost."));
        assert!(opens("Chastened, the board left."));
        assert!(opens("Shortly before noon, Brook left."));
    }

    #[test]
    fn names_do_not() {
        assert!(!opens("Housing Board says no."));
        assert!(!opens("Housing officials said no."));
        assert!(!opens("Harding said no."));
        assert!(!opens("Italy, a member, left. So did Italy."));
        assert!(!opens("Keating, the mayor, left. Few liked Keating."));
        assert!(!opens("Ida Brook left."));
    }
}
