//! Where the clause that a cue governs begins, and to whom it is said: after `that`, at once, at an infinitive, after an object.

use super::group::Group;
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ADVERB, ATTRIBUTES, AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, DIGIT, ED, GENITIVE, ING, LY, MARK,
    MODAL, OBJECT, POSSESSIVE, PREPOSITION, RELATIVE, SUBJECT, SUBORDINATOR, TIME, VERB,
};
use crate::extract::cue::{
    ABOUT, ADDRESSEE, AGAINST, AS, BARE, FINITE, NAMING, NOUN, OBJECT as TAKES_OBJECT, OF, PARTICIPLE,
    SPEECH, THAT, THING, TO, WEAK, WH,
};
use crate::extract::np::walk_right;
use std::ops::Range;

/// How far from its cue a clause may begin: `said in a statement on Monday that …`.
const REACH: usize = 20;

/// How a clause begins.
pub(super) struct Opening {
    pub(super) start: usize,
    pub(super) addressee: Option<Range<usize>>,
    pub(super) score: f32,
    /// It is one only when some of it stands in quotation marks.
    pub(super) in_marks: bool,
}

impl Opening {
    fn at(start: usize, score: f32) -> Self {
        Self { start, addressee: None, score, in_marks: false }
    }
}

/// Where the clause begins, to whom it is said, and how sure that is.
pub(super) fn opening(a: &Analysis, group: &Group, from: usize, sentence: &Range<usize>) -> Option<Opening> {
    let cue = group.cue;
    let end = sentence.end;
    if from >= end {
        return None;
    }
    if cue.has(THAT) {
        let near =
            cue.has(ADDRESSEE) || a.is(from, PREPOSITION | TIME | ADVERB | LY) || a.reads(from, "that");
        if let Some(that) = that_after(a, from, end).filter(|_| near || a.is(from, MARK)) {
            let addressee =
                if cue.has(ADDRESSEE) { addressee(a, from, that) } else { group.addressee(a, that) };
            return Some(Opening { addressee, ..Opening::at(that, if cue.has(WEAK) { 0.65 } else { 0.87 }) });
        }
    }
    if cue.has(WH) && is_question_word(a, from) {
        return Some(Opening::at(from, 0.65));
    }
    if cue.has(ADDRESSEE)
        && let Some(object) = walk_right(a, from, end).filter(|_| !a.is(from, PREPOSITION))
    {
        let next = skip_adverbials(a, object.end, end);
        let clause = cue.has(BARE) && opens_clause(a, next, end) || cue.has(WH) && is_question_word(a, next);
        let infinitive = a.reads(next, "to") && a.is_word(next + 1) || quotes_to(a, next);
        if clause || infinitive {
            let start = if infinitive && cue.has(TO) { from } else { next };
            return Some(Opening { addressee: Some(object), ..Opening::at(start, 0.7) });
        }
        // `warned the pier could fail`: what looks like the addressee is the subject of the clause.
        let verb = a.is(object.end, AUXILIARY | MODAL) && !a.is(object.end, SUBJECT);
        if cue.has(BARE) && cue.has(FINITE) && verb && object.start == from {
            return Some(Opening::at(from, 0.7));
        }
    }
    if cue.has(TO) {
        let infinitive = a.reads(from, "to") && !a.is(from + 1, ING | DETERMINER | POSSESSIVE);
        if infinitive && (!cue.has(WEAK) || quoted(a, from, end)) {
            return Some(Opening::at(from, if cue.has(WEAK) { 0.5 } else { 0.7 }));
        }
        let object =
            walk_right(a, from, end).filter(|object| a.reads(object.end, "to") || quotes_to(a, object.end));
        if let (Some(object), false, false) = (object, cue.has(BARE), cue.has(WEAK)) {
            return Some(Opening { addressee: Some(object), ..Opening::at(from, 0.7) });
        }
    }
    // `Low, who he calls a good skipper, …`
    let calls = cue.has(NAMING) && cue.has(FINITE) && a.is(from, DETERMINER | LY | ADVERB);
    if calls && group.start.checked_sub(1).is_some_and(|at| a.reads(at, "who") || a.reads(at, "whom")) {
        return Some(Opening::at(from, 0.65));
    }
    if let Some(start) = governed(a, group, from, end) {
        return Some(Opening::at(start, 0.65));
    }
    if cue.has(BARE) && !cue.has(ADDRESSEE) {
        let start = skip_adverbials(a, from, end);
        // What the writer or the reader thinks is no attribution.
        let writer = ["i", "we", "you"]
            .iter()
            .any(|word| group.source.iter().any(|s| s.len() == 1 && a.reads(s.start, word)));
        if opens_clause(a, start, end) && !(cue.has(WEAK) && writer) {
            let says = a.word(cue.start).to_ascii_lowercase().starts_with("sa");
            // `said goodbye to the crew`: a bare noun without a verb behind it is not what was said.
            let verb = || {
                (start..end.min(start + REACH))
                    .any(|at| a.is(at, AUXILIARY | MODAL | VERB | ED) || a.pair_at(at).is_some())
            };
            let noun = !a.is(start, SUBJECT | DETERMINER | CAPITAL | POSSESSIVE | DIGIT) && !verb();
            if says && !noun || has_verb(a, start, end) {
                return Some(Opening::at(start, if cue.has(WEAK) { 0.55 } else { 0.85 }));
            }
        }
        // `what the board says is a mistake`, `a step that Low said was needed`
        let verb = a.is(start, AUXILIARY | MODAL) && !a.is(start, SUBJECT) && start == from;
        if verb && cue.has(SPEECH) && group.start > sentence.start {
            return Some(Opening::at(start, 0.6));
        }
        return None;
    }
    // `denied moving any weapons`
    if cue.has(TAKES_OBJECT) && cue.has(THAT) && a.is(from, ING) && a.is_word(from + 1) {
        return Some(Opening::at(from, 0.65));
    }
    let takes = cue.has(TAKES_OBJECT | THING) && cue.has(SPEECH | WEAK);
    let plain = a.is_word(from)
        && !a.is(from, PREPOSITION | CONJUNCTION | AUXILIARY | MODAL | SUBORDINATOR | TIME | ADVERB);
    let noun = plain || a.is(from, DETERMINER) || a.pair_at(from).is_some();
    (takes && noun).then_some(Opening { in_marks: true, ..Opening::at(from, 0.5) })
}

/// Whether words in marks that begin with `to` stand at `at`: `urged both “to wait”`.
fn quotes_to(a: &Analysis, at: usize) -> bool {
    a.pair_at(at).is_some_and(|number| a.reads(a.pairs[number].inner.start, "to"))
}

/// Whether words in quotation marks follow soon.
fn quoted(a: &Analysis, from: usize, end: usize) -> bool {
    (from..end.min(from + REACH)).any(|at| a.pair_at(at).is_some())
}

/// Frames with a particle after the object: `accused Low of`, `described it as`, `cautioned them against`, `called it “…”`.
fn governed(a: &Analysis, group: &Group, from: usize, end: usize) -> Option<usize> {
    let cue = group.cue;
    let within = from..end.min(from + REACH);
    let stops = |at: &usize| !(a.is(*at, AUXILIARY | MODAL) || matches!(a.word(*at), "." | ";" | ":"));
    let finds = |word: &str| within.clone().take_while(stops).any(|at| a.reads(at, word));
    let particle = cue.has(OF) && finds("of")
        || cue.has(AS) && finds("as")
        || cue.has(AGAINST) && finds("against")
        || cue.has(ABOUT) && (a.reads(from, "about") || a.reads(from, "of")) && quoted(a, from, end);
    if particle && a.is_word(from) {
        return Some(from);
    }
    if cue.has(NAMING) && cue.has(FINITE | PARTICIPLE) {
        let pronoun =
            a.is(from, OBJECT) || a.reads(from, "it") || a.reads(from, "that") || a.reads(from, "this");
        let quoted = within.take_while(stops).any(|at| a.pair_at(at).is_some());
        return (quoted || pronoun && a.is(from + 1, DETERMINER)).then_some(from);
    }
    None
}

/// The `that` which opens the clause, with nothing but adverbials, objects and phrases before it.
fn that_after(a: &Analysis, from: usize, end: usize) -> Option<usize> {
    for at in from..end.min(from + REACH) {
        if a.reads(at, "that") {
            if at > from && a.is(at - 1, PREPOSITION) {
                continue; // “in that speech”
            }
            // “laughed at the claim that …” is the claim’s clause; “said in a statement that …” is not the statement’s.
            let inside = at > from + 2 && a.reads(from, "in");
            if at > from && !inside && a.cues_in(at - 1..at).iter().any(|cue| cue.has(NOUN)) {
                return None;
            }
            let clause = a.is_word(at + 1) || a.pair_at(at + 1).is_some() || a.word(at + 1) == ",";
            return clause.then_some(at);
        }
        let blocks = a.is(at, AUXILIARY | MODAL | SUBORDINATOR | ATTRIBUTES) && !a.is(at, PREPOSITION)
            || a.pair_at(at).is_some();
        let subject = a.is(at, SUBJECT) && !a.is(at, OBJECT | DETERMINER);
        if blocks || subject || matches!(a.word(at), "." | ";" | ":" | "—" | "?" | "!") {
            return None;
        }
    }
    None
}

/// The name or phrase between the verb and `that`.
fn addressee(a: &Analysis, from: usize, that: usize) -> Option<Range<usize>> {
    walk_right(a, from, that).filter(|object| !a.is(object.start, PREPOSITION | TIME))
}

fn is_question_word(a: &Analysis, at: usize) -> bool {
    ["if", "whether", "how", "why", "what", "who", "where", "when", "which"]
        .iter()
        .any(|word| a.reads(at, word))
}

/// Steps over `on Tuesday`, `in 2016`, `again`, `last week`.
pub(super) fn skip_adverbials(a: &Analysis, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && at - from < 8 {
        let next = at + 1;
        let times = |k: usize| a.is(k, TIME | DIGIT);
        let last = |k: usize| {
            ["last", "next", "this", "earlier", "late", "early"].iter().any(|word| a.reads(k, word))
        };
        if a.is(at, ADVERB) && !a.is(at, DETERMINER | CAPITAL) && !a.reads(at, "there")
            || a.is(at, LY) && a.is(next, PREPOSITION | TIME)
            || a.is(at, TIME) && a.is(at, CAPITAL)
        {
            at = next;
        } else if last(at) && times(next) {
            at += 2;
        } else if a.is(at, PREPOSITION) && (times(next) || (last(next) && times(next + 1))) {
            at += if times(next) { 2 } else { 3 };
        } else if a.is(at, TIME) && at > from && !a.reads(at, "may") {
            at = next;
        } else if a.is(at, PREPOSITION) && at == from {
            // `said in her speech she would …`
            let phrase = walk_right(a, next, end)
                .filter(|phrase| a.is(phrase.end, SUBJECT) && !a.is(phrase.end, DETERMINER));
            match phrase {
                Some(phrase) => return phrase.end,
                None => break,
            }
        } else {
            break;
        }
    }
    at
}

/// Whether a clause without `that` can begin at `at`.
fn opens_clause(a: &Analysis, at: usize, end: usize) -> bool {
    if at >= end
        || a.pair_at(at).is_none()
            && a.is(at, MARK)
            && !matches!(a.word(at), "$" | "£" | "€" | "[" | "#" | "@")
    {
        return false;
    }
    let names = a.is(at, DETERMINER | SUBJECT | POSSESSIVE | CAPITAL | DIGIT)
        || a.reads(at, "there")
        || a.reads(at, "if");
    let closed =
        a.is(at, PREPOSITION | CONJUNCTION | AUXILIARY | MODAL | RELATIVE | TIME | ADVERB | SUBORDINATOR);
    let only_object = a.is(at, OBJECT) && !a.is(at, SUBJECT | POSSESSIVE);
    // `said as they left, …`, `said having them back was …`
    let subordinate =
        a.is(at, SUBORDINATOR) && !a.is(at, RELATIVE) && !is_question_word(a, at) || a.reads(at, "when");
    let subordinate =
        subordinate && a.is(at + 1, SUBJECT | DETERMINER | CAPITAL | POSSESSIVE) && !a.is(at + 1, TIME);
    (names || !closed || subordinate || a.reads(at, "having")) && !only_object && end - at > 1
}

/// Whether the words from `start` on are a clause: a finite verb comes before a relative or subordinate clause does. `added
/// two people`, `announced the end of a siege that lasted a week` have none.
fn has_verb(a: &Analysis, start: usize, end: usize) -> bool {
    for at in start + 1..end.min(start + 24) {
        if a.pair_at(at).is_some() || a.is(at, AUXILIARY | MODAL | VERB) {
            return true;
        }
        // “a projected loss” has no verb.
        if a.is(at, ED) && !a.is(at - 1, DETERMINER | POSSESSIVE | PREPOSITION | CONJUNCTION | GENITIVE) {
            return true;
        }
        if matches!(a.word(at), "," | ";") {
            return false;
        }
        let relative = a.is(at, RELATIVE) || a.reads(at, "that");
        if relative || a.is(at, SUBORDINATOR) && !a.is(at, PREPOSITION) || a.reads(at, "as") {
            return false;
        }
    }
    false
}
