//! Verbs that open a sentence have a capital, but are no part of a name: `Denying Brill’s claims, …`, `Asked about Low, …`.

use super::analysis::Analysis;
use super::class::{ATTRIBUTES, AUXILIARY, CAPITAL, DETERMINER, MARK, MODAL, OPENER, VERB};
use super::cue::{AMBIGUOUS, BASE, Cue, FINITE, NOUN, PARTICIPLE, PERFECT};
use crate::lexicon::{Lexicon, first_names, passive};
use std::collections::HashSet;

/// Gives the class [`OPENER`] to each verb that opens a sentence of `a`. One pass.
pub(super) fn mark(a: &mut Analysis, cues: &[Cue]) {
    let (first_names, participles) = (Lexicon::new(first_names::BYTES), Lexicon::new(passive::BYTES));
    let named = named_inside(a);
    let mut cues = cues.iter().peekable();
    let mut found = Vec::new();
    for cut in &a.cuts {
        let Some(at) = cut.clone().find(|&at| !a.is(at, MARK)) else { continue };
        while cues.next_if(|cue| cue.start < at).is_some() {}
        let word = a.word(at);
        if !a.is(at, CAPITAL) || first_names.get(word).is_some() || named.contains(word) {
            continue;
        }
        let cue = cues.peek().filter(|cue| cue.start == at && cue.end == at + 1);
        let attributes = cue
            .is_some_and(|cue| cue.has(FINITE | BASE | PERFECT | PARTICIPLE) && !cue.has(NOUN | AMBIGUOUS));
        if attributes || participles.get(word).is_some() || is_participle(a, at) {
            found.push(at);
        }
    }
    for at in found {
        a.classes[at] |= OPENER;
    }
}

/// Words in `-ing` that have a capital inside a sentence: `Beijing`.
fn named_inside<'t>(a: &Analysis<'t>) -> HashSet<&'t str> {
    let inside = a.cuts.iter().flat_map(|cut| cut.clone().skip(2));
    inside.filter(|&at| a.is(at, CAPITAL) && a.word(at).ends_with("ing")).map(|at| a.word(at)).collect()
}

/// Whether the word in `-ing` at `at` governs what follows: not when it is what a verb follows, as in `Housing Board says`.
fn is_participle(a: &Analysis, at: usize) -> bool {
    let name =
        (at + 1..at + 6).find(|&next| !a.is(next, CAPITAL) || a.is(next, DETERMINER)).unwrap_or(at + 1);
    let subject = a.is(name, ATTRIBUTES | AUXILIARY | MODAL | VERB);
    a.word(at).len() > 5 && a.word(at).ends_with("ing") && a.is_word(at + 1) && !subject
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
    }

    #[test]
    fn names_do_not() {
        assert!(!opens("Housing Board says no."));
        assert!(!opens("Harding said no."));
        assert!(!opens("Keating, the mayor, left. Few liked Keating."));
        assert!(!opens("Ida Brook left."));
    }
}
