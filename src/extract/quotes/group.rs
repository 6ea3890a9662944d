//! A cue with its subject: who, and the verb group, wherever the subject stands.

use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ADVERB, AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, GENITIVE, ING, LY, MODAL, OBJECT, OPENER,
    POSSESSIVE, PREPOSITION, RELATIVE, ROLE, SMALL, SUBJECT, SUBORDINATOR, TIME, TITLE, VERB,
};
use crate::extract::cue::{ADDRESSEE, AMBIGUOUS, BARE, BASE, Cue, FINITE, NAMING, NOUN, PARTICIPLE, SPEECH};
use crate::extract::np::{apposition_after, walk_left, walk_right};
use crate::extract::subject::subject_before;
use std::ops::Range;

/// The most tokens between “with” and a participle.
const WITH: usize = 24;

/// A verb that attributes, and its subject.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) cue: Cue,
    /// Empty when the subject is that of the sentence's draft before.
    pub(super) source: Vec<Range<usize>>,
    /// From the first token of subject and verb to one past their last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The subject follows the verb: `said Low`.
    pub(super) inverted: bool,
    /// A participle without an auxiliary: `, adding that …`.
    pub(super) adjunct: bool,
}

impl Group {
    /// Whom it is said to: `told reporters`, `wrote to his sister`, `said Low to the crowd`.
    pub(super) fn addressee(&self, a: &Analysis, ceiling: usize) -> Option<Range<usize>> {
        let to = a.reads(self.end, "to") && !self.adjunct;
        let from = if to { self.end + 1 } else { self.cue.end };
        if !to && (!self.cue.has(ADDRESSEE) || self.inverted) {
            return None;
        }
        let opens = a.is(from, CAPITAL | DETERMINER | POSSESSIVE | ROLE | OBJECT)
            || a.is_word(from) && !a.is(from, SMALL | ING);
        let person =
            a.is(from, OBJECT) || !a.is(from, PREPOSITION | TIME | SUBORDINATOR | SUBJECT | RELATIVE);
        walk_right(a, from, ceiling).filter(|phrase| opens && person && phrase.start == from)
    }

    /// Whether the verb is negated: “has not said”. What follows is then no more than what was not said.
    pub(super) fn denied(&self, a: &Analysis) -> bool {
        let nobody = ["nobody", "none"].iter().any(|word| a.reads(self.start, word))
            || a.reads(self.start, "no") && a.reads(self.start + 1, "one");
        let before = (self.start..self.cue.start).rev().take(4);
        nobody
            || before.take_while(|&at| a.is(at, AUXILIARY | MODAL | ADVERB | LY)).any(|at| {
                let word = a.word(at);
                a.reads(at, "not") || a.reads(at, "never") || word.ends_with("n't") || word.ends_with("n’t")
            })
    }

    /// Whether nothing has been said yet, or nobody knows: “may argue”, “if the judge orders …”.
    pub(super) fn supposed(&self, a: &Analysis, sentence: &Range<usize>) -> bool {
        let before = (self.start..self.cue.start).rev().take(4);
        let modal = before
            .take_while(|&at| a.is(at, AUXILIARY | MODAL | ADVERB | LY))
            .any(|at| a.is(at, MODAL) && !a.is(at, SUBJECT));
        let condition = self.start.checked_sub(1).filter(|&at| at >= sentence.start);
        let condition = condition
            .is_some_and(|at| ["if", "unless", "whenever", "once"].iter().any(|word| a.reads(at, word)));
        modal || condition
    }
}

/// The group of `cue` in `sentence`; `floor` is where what the rules have not used yet begins.
pub(super) fn group(a: &Analysis, cue: Cue, sentence: &Range<usize>, floor: usize) -> Option<Group> {
    // “the United States” is no verb.
    let named = a.is(cue.start, CAPITAL) && cue.start > sentence.start && !follows_quote(a, cue.start);
    if named || is_noun(a, cue, floor) {
        return None;
    }
    let new = |source: Vec<Range<usize>>, start: usize, end: usize| Group {
        cue,
        source,
        start: start.min(cue.start),
        end: end.max(cue.end),
        inverted: false,
        adjunct: false,
    };
    let after_quote = cue.start > sentence.start && follows_quote(a, cue.start);
    let helped = (floor..cue.start).rev().take(4).take_while(|&at| a.is(at, AUXILIARY | MODAL | ADVERB | LY));
    let helped = helped.filter(|&at| a.is(at, AUXILIARY | MODAL)).count() > 0;
    if cue.has(FINITE)
        && (after_quote || opens_inverted(a, cue, sentence))
        && let Some(source) = inverted_subject(a, cue, sentence)
    {
        let end = source.end;
        return Some(Group { inverted: true, ..new(vec![source], cue.start, end) });
    }
    if cue.has(PARTICIPLE) && !helped {
        return adjunct(a, cue, sentence, floor).map(|source| {
            let start =
                source.first().map_or(cue.start, |r| if r.end <= cue.start { r.start } else { cue.start });
            Group { adjunct: true, ..new(source, start, cue.end) }
        });
    }
    let plural = cue.has(BASE) && plural_before(a, cue.start, floor);
    if !(cue.has(FINITE) || helped || plural) {
        return None;
    }
    if let Some(source) = subject_before(a, cue.start, floor) {
        // “court documents”, “tenants advocate”: a noun with another before it.
        let noun = cue.has(AMBIGUOUS) && a.word(cue.start).ends_with('s') || a.is(cue.start, ROLE);
        let single = source
            .first()
            .is_some_and(|range| range.len() == 1 && !a.is(range.start, SUBJECT | CAPITAL | RELATIVE));
        let plural = source.first().is_some_and(|range| a.word(range.start).ends_with('s'));
        if noun && single && (!plural || a.is(cue.start, ROLE)) {
            return None;
        }
        let start = source.first().map_or(cue.start, |range| range.start);
        return Some(new(source, start, cue.end));
    }
    if let Some(source) = whole_phrase(a, cue, floor) {
        let start = source.start;
        return Some(new(vec![source], start, cue.end));
    }
    let previous = cue.start.checked_sub(1).filter(|&at| at >= floor);
    let coordinated = previous.is_some_and(|at| a.is(at, CONJUNCTION | ADVERB | LY) || a.word(at) == ",");
    if cue.has(FINITE) && cue.has(SPEECH) && (coordinated || cue.start == floor) && floor > sentence.start {
        return Some(new(vec![], cue.start, cue.end)); // “… and said”: the subject is that of the verb before
    }
    // “Low left the pier and said …”, “… and in a letter said …”: the subject is that of the sentence.
    let phrase =
        (floor..cue.start).rev().take(8).find(|&at| a.is(at, PREPOSITION)).and_then(|at| at.checked_sub(1));
    let joined = |at: usize| at >= floor && a.is(at, CONJUNCTION);
    if previous.or(phrase).is_some_and(joined) || phrase.is_some_and(joined) {
        if !(cue.has(FINITE) && cue.has(SPEECH)) {
            return None;
        }
        let source = main_subject(a, sentence).filter(|source| source.end < cue.start)?;
        return Some(new(vec![source], cue.start, cue.end));
    }
    None
}

/// A subject with a phrase hung on it, between a comma and the verb: `…, a guard present during the attack told Low.`
fn whole_phrase(a: &Analysis, cue: Cue, floor: usize) -> Option<Range<usize>> {
    let comma = (floor..cue.start).rev().take(14).find(|&at| a.word(at) == "," || a.pair_at(at).is_some())?;
    let phrase = comma + 1..cue.start;
    let clause =
        phrase.clone().any(|at| a.is(at, AUXILIARY | MODAL | SUBJECT | SUBORDINATOR | VERB | CONJUNCTION));
    let person = (phrase.start..phrase.end.min(phrase.start + 6)).any(|at| a.is(at, ROLE));
    let opens = a.is(phrase.start, DETERMINER) && cue.has(FINITE) && cue.has(SPEECH);
    (opens && person && !clause).then_some(phrase)
}

/// Whether the words before `at` are a closing quotation mark, with or without a comma.
fn follows_quote(a: &Analysis, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).is_some_and(|k| a.pair_at(k).is_some());
    back(1) || back(2) && at.checked_sub(1).is_some_and(|k| a.word(k) == "," || a.is_dash(k))
}

/// `The bridge will close, said Low.`: a clause, a comma, the verb, a name and the end.
fn opens_inverted(a: &Analysis, cue: Cue, sentence: &Range<usize>) -> bool {
    // Whom one tells or warns stands behind the verb, and is not who speaks.
    if !cue.has(SPEECH) || cue.has(ADDRESSEE) {
        return false;
    }
    if cue.start == sentence.start {
        return a.is(cue.start + 1, CAPITAL) && !a.is(cue.start + 1, DETERMINER);
    }
    if a.word(cue.start - 1) != "," || cue.start < sentence.start + 4 {
        return false;
    }
    let names = a.is(cue.end, CAPITAL | TITLE | ROLE | DETERMINER)
        && !a.is(cue.end, TIME)
        && !a.reads(cue.end, "that");
    let Some(subject) = walk_right(a, cue.end, sentence.end).filter(|_| names) else { return false };
    let clause =
        (sentence.start..cue.start).any(|at| a.is(at, AUXILIARY | MODAL | super::clause::FINITE_VERB));
    let ends = subject.end >= sentence.end
        || matches!(a.word(subject.end), "." | ",")
        || a.is(subject.end, TIME | PREPOSITION);
    clause && ends
}

fn inverted_subject(a: &Analysis, cue: Cue, sentence: &Range<usize>) -> Option<Range<usize>> {
    let source = walk_right(a, cue.end, sentence.end)?;
    if a.is(source.start, PREPOSITION | TIME) && !a.is(source.start, ROLE) {
        return None;
    }
    // “‘…’, claimed the referee had …”: the phrase begins a clause.
    if a.is(source.end, AUXILIARY | MODAL) && cue.has(BARE) {
        return None;
    }
    match apposition_after(a, source.end, sentence.end) {
        Some(apposition) => Some(source.start..apposition.end),
        None => Some(source),
    }
}

/// The subject of a participle: `with Low accusing …`, or that of the clause it hangs on.
fn adjunct(a: &Analysis, cue: Cue, sentence: &Range<usize>, floor: usize) -> Option<Vec<Range<usize>>> {
    if let Some(source) = after_with(a, cue.start, floor) {
        return Some(vec![source]);
    }
    if let Some(before) = walk_left(a, cue.start, floor) {
        let with = before.start.checked_sub(1).is_some_and(|at| a.reads(at, "with"));
        let pronoun = before.len() == 1 && a.is(before.start, SUBJECT);
        let inner = (before.clone().rev()).find(|&at| a.reads(at, "with") && at + 1 < before.end);
        if let Some(at) = inner {
            return Some(vec![at + 1..before.end]);
        }
        // “a letter asking …”, “Low saying …”: a person, a body or a document speaks; “the tax adding …” does not.
        let speaks =
            before.clone().any(|at| a.is(at, CAPITAL | ROLE)) && cue.has(SPEECH | NAMING) && !cue.has(NOUN);
        return (with || pronoun || speaks).then(|| vec![before]);
    }
    if cue.start == sentence.start {
        let comma = (cue.end..sentence.end).find(|&at| a.word(at) == "," && a.pair_at(at).is_none())?;
        return walk_right(a, comma + 1, sentence.end).map(|source| vec![source]);
    }
    if floor > sentence.start {
        return Some(vec![]);
    }
    main_subject(a, sentence).filter(|source| source.end <= cue.start).map(|source| vec![source])
}

/// `Low, the mayor of Brill,` before a participle, after “with”.
fn after_with(a: &Analysis, participle: usize, floor: usize) -> Option<Range<usize>> {
    let comma = participle.checked_sub(1).filter(|&at| at > floor && a.word(at) == ",")?;
    let start = (floor..comma).rev().take(WITH).find(|&at| a.reads(at, "with"))? + 1;
    let clause =
        (start..comma).any(|at| a.is(at, AUXILIARY | MODAL | VERB | RELATIVE) || a.pair_at(at).is_some());
    let apposed = (start..comma).filter(|&at| a.word(at) == ",").count() == 1;
    (apposed && !clause && start < comma).then_some(start..comma)
}

/// The first noun phrase of `sentence` that a verb may follow: its subject, as far as can be told.
pub(super) fn main_subject(a: &Analysis, sentence: &Range<usize>) -> Option<Range<usize>> {
    let mut start = sentence.start;
    if a.is(start, PREPOSITION | OPENER | super::clause::OPENS_SUBORDINATE) {
        let comma =
            (start..sentence.end.min(start + 40)).find(|&at| a.word(at) == "," && a.pair_at(at).is_none())?;
        if let Some(name) = apposed_name(a, start, comma) {
            return Some(name);
        }
        start = comma + 1;
    }
    while start < sentence.end && (a.is(start, CONJUNCTION | ADVERB | LY) || a.word(start) == ",") {
        start += 1;
    }
    let first = walk_right(a, start, sentence.end)?;
    // “Later that month, Low …”
    if a.word(first.end) == "," && a.is(first.end - 1, TIME) && !a.is(first.end - 1, TITLE) {
        return walk_right(a, first.end + 1, sentence.end);
    }
    Some(first)
}

/// `Ana Low` in `In the canteen Ana Low, a cutter, …`: the name that ends an opening phrase and has an apposition.
fn apposed_name(a: &Analysis, start: usize, comma: usize) -> Option<Range<usize>> {
    let named = |at: usize| a.is(at, CAPITAL) && !a.is(at, TIME | GENITIVE | DETERMINER | PREPOSITION);
    let first = (start + 2..comma).rev().take_while(|&at| named(at)).last()?;
    let before = first - 1;
    let phrase = a.is_word(before)
        && !a.is(before, CAPITAL | PREPOSITION | DETERMINER | POSSESSIVE | CONJUNCTION | ROLE);
    let apposition = apposition_after(a, comma, a.tokens.len())?;
    (phrase && a.is(apposition.start, DETERMINER) && a.word(apposition.end) == ",").then_some(first..comma)
}

/// Whether a form that may be a noun is one here: `the claims`, `Low’s statement`, `in reports`.
fn is_noun(a: &Analysis, cue: Cue, floor: usize) -> bool {
    let Some(before) = cue.start.checked_sub(1).filter(|&at| at >= floor) else { return false };
    let past = a.word(cue.start).ends_with("ed") || a.word(cue.start).ends_with("ing");
    let article = ["the", "a", "an"].iter().any(|word| a.reads(before, word));
    let determined =
        a.is(before, DETERMINER | POSSESSIVE) && !a.is(before, SUBJECT | RELATIVE) || a.is(before, GENITIVE);
    let governed = a.is(before, PREPOSITION) && !a.reads(before, "to") && !past;
    !past && (determined || governed) && !a.reads(before, "that")
        || (article || a.is(before, POSSESSIVE | GENITIVE)) && past
        || cue.has(BASE) && !cue.has(FINITE) && a.reads(before, "to")
}

/// Whether the subject before `end` can take a plural verb: `critics argue`, `they say`, `I think`.
fn plural_before(a: &Analysis, end: usize, floor: usize) -> bool {
    let mut at = end;
    while at > floor && a.is(at - 1, ADVERB | LY) {
        at -= 1;
    }
    let Some(last) = at.checked_sub(1).filter(|&last| last >= floor) else { return false };
    let word = a.word(last);
    a.is(last, SUBJECT)
        || a.reads(last, "who")
        || a.reads(last, "which")
        || a.reads(last, "people")
        || a.reads(last, "police")
        || word.ends_with('s') && !a.is(last, GENITIVE) && !word.ends_with("ss")
        || a.is(last, CAPITAL) && last > floor && a.is(last - 1, CONJUNCTION)
        || matches!(word, "," | ")")
}
