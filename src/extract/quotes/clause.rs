//! The clause that a cue governs to its right: `claims that …`, `said the …`, `urged them to …`, `accused Low of …`.

use super::draft::Draft;
use super::group::Group;
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ADVERB, ATTRIBUTES, AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, DIGIT, ED, ING, LY, MARK, MODAL, OBJECT, POSSESSIVE, PREPOSITION, RELATIVE,
    SUBJECT, SUBORDINATOR, TIME, VERB,
};
use crate::extract::cue::{
    ABOUT, ADDRESSEE, AGAINST, AS, BARE, FINITE, NAMING, OBJECT as TAKES_OBJECT, OF, PARTICIPLE, SPEECH, THAT, TO, WEAK, WH,
};
use crate::extract::np::walk_right;
use std::ops::Range;

/// Words that show that a clause has a verb.
pub(super) const FINITE_VERB: u64 = VERB | ED;
/// Words that open a subordinate clause at the start of a sentence.
pub(super) const OPENS_SUBORDINATE: u64 = SUBORDINATOR;
/// How far from its cue a clause may begin: `said in a statement on Monday that …`.
const REACH: usize = 20;

/// What `group` reports in the words after it.
pub(super) fn find(a: &Analysis, group: &Group, sentence: &Range<usize>) -> Option<Draft> {
    let from = group.end;
    let (start, addressee, score) = opening(a, group, from, sentence)?;
    let end = end(a, start, sentence);
    let end = if group.start == sentence.start || a.is(sentence.start, PREPOSITION | SUBORDINATOR) {
        introduction(a, sentence.start, start, end).unwrap_or(end)
    } else {
        end
    };
    let words = a.count_words(start..end);
    if words < 2 && (start..end).all(|at| a.pair_at(at).is_none()) {
        return None;
    }
    let doubt = if group.source.is_empty() { 0.1 } else { 0.0 };
    Some(Draft {
        content: vec![start..end],
        source: group.source.clone(),
        cue: vec![group.cue.range()],
        addressee,
        score: score - doubt,
        embedded: false,
    })
}

/// Where a clause in the introduction of a sentence ends: at the comma before the subject. `Denying that …, Low left.`
pub(super) fn introduction(a: &Analysis, first: usize, start: usize, end: usize) -> Option<usize> {
    let subordinate = a.is(first, SUBORDINATOR) && !a.is(first, RELATIVE);
    let opens = a.is(first, PREPOSITION) || a.is_word(first) && a.word(first).ends_with("ing") || subordinate;
    let before = (first..start).any(|at| !subordinate && a.is(at, AUXILIARY | MODAL | VERB) || a.word(at) == ",");
    if !opens || before {
        return None;
    }
    let ends_quote = |at: usize| {
        a.pair_at(at).is_some_and(|pair| a.pairs[pair].whole.end == at + 1 && a.word(a.pairs[pair].inner.end - 1) == ",")
    };
    let commas = (start + 3..end).filter(|&at| a.word(at) == "," && a.pair_at(at).is_none() || ends_quote(at));
    commas.take(4).find(|&at| {
        let names = a.is(at + 1, DETERMINER | SUBJECT | POSSESSIVE | CAPITAL);
        names && !a.is(at + 1, RELATIVE) && (at + 2..end.min(at + 12)).any(|k| a.is(k, AUXILIARY | MODAL | VERB | ED))
    })
}

type Opening = (usize, Option<Range<usize>>, f32);

/// Where the clause begins, to whom it is said, and how sure that is.
fn opening(a: &Analysis, group: &Group, from: usize, sentence: &Range<usize>) -> Option<Opening> {
    let cue = group.cue;
    let end = sentence.end;
    if from >= end {
        return None;
    }
    if cue.has(THAT) {
        let near = cue.has(ADDRESSEE) || a.is(from, PREPOSITION | TIME | ADVERB | LY) || a.reads(from, "that");
        if let Some(that) = that_after(a, from, end).filter(|_| near || a.is(from, MARK)) {
            let addressee = if cue.has(ADDRESSEE) { addressee(a, from, that) } else { None };
            return Some((that, addressee, if cue.has(WEAK) { 0.7 } else { 0.9 }));
        }
    }
    if cue.has(WH) && is_question_word(a, from) {
        return Some((from, None, 0.7));
    }
    if cue.has(ADDRESSEE) {
        if let Some(object) = walk_right(a, from, end).filter(|_| !a.is(from, PREPOSITION)) {
            let next = object.end;
            let clause = cue.has(BARE) && opens_clause(a, next, end) || cue.has(WH) && is_question_word(a, next);
            let infinitive = a.reads(next, "to") && a.is_word(next + 1);
            if clause || infinitive {
                let start = if infinitive && cue.has(TO) { from } else { next };
                return Some((start, Some(object), 0.75));
            }
        }
    }
    if cue.has(TO) {
        let infinitive = a.reads(from, "to") && !a.is(from + 1, ING | DETERMINER | POSSESSIVE);
        if infinitive && (!cue.has(WEAK) || quoted(a, from, end)) {
            return Some((from, None, if cue.has(WEAK) { 0.5 } else { 0.75 }));
        }
        let object = walk_right(a, from, end).filter(|object| a.reads(object.end, "to"));
        if let (Some(object), false, false) = (object, cue.has(BARE), cue.has(WEAK)) {
            return Some((from, Some(object), 0.75));
        }
    }
    if let Some(start) = governed(a, group, from, end) {
        return Some((start, None, 0.7));
    }
    if cue.has(BARE) && !cue.has(ADDRESSEE) {
        let start = skip_adverbials(a, from, end);
        // What the writer or the reader thinks is no attribution.
        let writer = ["i", "we", "you"].iter().any(|word| group.source.iter().any(|s| s.len() == 1 && a.reads(s.start, word)));
        if opens_clause(a, start, end) && !(cue.has(WEAK) && writer) {
            let says = a.word(cue.start).to_ascii_lowercase().starts_with("sa");
            if says || has_verb(a, start, end) {
                return Some((start, None, if cue.has(WEAK) { 0.55 } else { 0.85 }));
            }
        }
        // `what the board says is a mistake`, `a step that Low said was needed`
        let verb = a.is(start, AUXILIARY | MODAL) && !a.is(start, SUBJECT) && start == from;
        if verb && cue.has(SPEECH) && group.start > sentence.start {
            return Some((start, None, 0.6));
        }
        return None;
    }
    let takes = cue.has(TAKES_OBJECT) && (cue.has(SPEECH) || cue.has(WEAK));
    let plain = a.is_word(from) && !a.is(from, PREPOSITION | CONJUNCTION | AUXILIARY | MODAL | SUBORDINATOR | TIME | ADVERB);
    let noun = plain || a.is(from, DETERMINER) || a.pair_at(from).is_some();
    let told = cue.has(SPEECH) && !group.adjunct || quoted(a, from, end);
    (takes && noun && told).then_some((from, None, 0.5))
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
        || cue.has(ABOUT) && (a.reads(from, "about") || a.reads(from, "of"));
    if particle && a.is_word(from) {
        return Some(from);
    }
    if cue.has(NAMING) && cue.has(FINITE | PARTICIPLE) {
        let pronoun = a.is(from, OBJECT) || a.reads(from, "it") || a.reads(from, "that") || a.reads(from, "this");
        let quoted = within.take_while(stops).any(|at| a.pair_at(at).is_some());
        return (quoted || pronoun && a.is(from + 1, DETERMINER)).then_some(from);
    }
    None
}

/// The `that` which opens the clause, with nothing but adverbials, objects and phrases before it.
fn that_after(a: &Analysis, from: usize, end: usize) -> Option<usize> {
    for at in from..end.min(from + REACH) {
        if a.reads(at, "that") {
            let clause = a.is_word(at + 1) || a.pair_at(at + 1).is_some() || a.word(at + 1) == ",";
            return clause.then_some(at);
        }
        let blocks = a.is(at, AUXILIARY | MODAL | SUBORDINATOR | ATTRIBUTES) && !a.is(at, PREPOSITION) || a.pair_at(at).is_some();
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
    ["if", "whether", "how", "why", "what", "who", "where", "when", "which"].iter().any(|word| a.reads(at, word))
}

/// Steps over `on Tuesday`, `in 2016`, `again`, `last week`.
fn skip_adverbials(a: &Analysis, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end && at - from < 8 {
        let next = at + 1;
        let times = |k: usize| a.is(k, TIME | DIGIT);
        let last = |k: usize| ["last", "next", "this", "earlier", "late", "early"].iter().any(|word| a.reads(k, word));
        if a.is(at, ADVERB) && !a.is(at, DETERMINER | CAPITAL) && !a.reads(at, "there") || a.is(at, LY) && a.is(next, PREPOSITION | TIME) || a.is(at, TIME) && a.is(at, CAPITAL) {
            at = next;
        } else if last(at) && times(next) {
            at += 2;
        } else if a.is(at, PREPOSITION) && (times(next) || (last(next) && times(next + 1))) {
            at += if times(next) { 2 } else { 3 };
        } else if a.is(at, TIME) && at > from && !a.reads(at, "may") {
            at = next;
        } else if a.is(at, PREPOSITION) && at == from {
            // `said in her speech she would …`
            let phrase = walk_right(a, next, end).filter(|phrase| a.is(phrase.end, SUBJECT) && !a.is(phrase.end, DETERMINER));
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
    if at >= end || a.pair_at(at).is_none() && a.is(at, MARK) && !matches!(a.word(at), "$" | "£" | "€" | "[" | "#" | "@") {
        return false;
    }
    let names = a.is(at, DETERMINER | SUBJECT | POSSESSIVE | CAPITAL | DIGIT) || a.reads(at, "there") || a.reads(at, "if");
    let closed = a.is(at, PREPOSITION | CONJUNCTION | AUXILIARY | MODAL | RELATIVE | TIME | ADVERB | SUBORDINATOR);
    let only_object = a.is(at, OBJECT) && !a.is(at, SUBJECT | POSSESSIVE);
    // `said as they left, …`, `said having them back was …`
    let subordinate = a.is(at, SUBORDINATOR) && !a.is(at, RELATIVE) && !is_question_word(a, at) || a.reads(at, "when");
    let subordinate = subordinate && a.is(at + 1, SUBJECT | DETERMINER | CAPITAL | POSSESSIVE) && !a.is(at + 1, TIME);
    (names || !closed || subordinate || a.reads(at, "having")) && !only_object && end - at > 1
}

/// Whether a finite verb stands near the beginning of a clause.
fn has_verb(a: &Analysis, start: usize, end: usize) -> bool {
    (start + 1..end.min(start + 24)).any(|at| a.is(at, AUXILIARY | MODAL | VERB | ED))
}

/// Where the clause that begins at `start` ends: at the end of the sentence, or where another attribution begins.
pub(super) fn end(a: &Analysis, start: usize, sentence: &Range<usize>) -> usize {
    let last = aside(a, start, sentence.end).unwrap_or(sentence.end);
    let cues = a.cues_in(start..last);
    for cue in cues {
        let Some(before) = cue.start.checked_sub(1).filter(|&at| at > start) else { continue };
        let mut back = before;
        while back > start && a.is(back, ADVERB | LY) {
            back -= 1;
        }
        let comma = a.word(back) == "," || a.pair_at(back).is_some_and(|pair| a.word(a.pairs[pair].inner.end - 1) == ",");
        let back = if a.pair_at(back).is_some() { back + 1 } else { back };
        let joined = a.is(back, CONJUNCTION) && cue.has(FINITE) && !a.is(back, SUBORDINATOR);
        if cue.has(crate::extract::cue::PREPOSITION) && comma {
            return back;
        }
        if comma && cue.has(PARTICIPLE) && cue.has(SPEECH | WEAK) || joined && cue.has(SPEECH) {
            return if joined && back > start && a.word(back - 1) == "," { back - 1 } else { back };
        }
        // `…, Low said.`: an attribution at the end of the sentence.
        if cue.has(SPEECH) && cue.has(FINITE) {
            let ends = cue.end >= sentence.end || matches!(a.word(cue.end), "." | ",");
            let comma = (start..cue.start).rev().take(12).find(|&at| a.word(at) == ",");
            if let (true, Some(comma)) = (ends, comma) {
                let subject = comma + 1..cue.start;
                let plain = subject.clone().all(|at| !a.is(at, AUXILIARY | MODAL | SUBORDINATOR | MARK | RELATIVE));
                if !subject.is_empty() && plain && a.is(comma + 1, SUBJECT | CAPITAL | DETERMINER) {
                    return comma;
                }
            }
        }
    }
    last
}

/// Where the writer takes over: at a dash that no other closes, or at `, which`.
fn aside(a: &Analysis, start: usize, end: usize) -> Option<usize> {
    let dash = |at: &usize| matches!(a.word(*at), "—" | "–") && a.pair_at(*at).is_none();
    let mut dashes = (start + 3..end).filter(dash);
    let lone = match (dashes.next(), dashes.next()) {
        (Some(first), None) => Some(first),
        (Some(_), Some(second)) if a.is(second + 1, CONJUNCTION) => Some(second),
        _ => None,
    };
    let which = (start + 3..end).find(|&at| a.reads(at, "which") && a.word(at - 1) == "," && a.pair_at(at).is_none());
    let turn = (start + 2..end).find(|&at| a.is(at, SUBJECT | CONJUNCTION | SUBORDINATOR) && turns(a, start, at));
    [lone, which.map(|at| at - 1), turn].into_iter().flatten().min()
}

/// Whether the writer goes on at `at`, after a quotation with a comma at its end: `is “fair,” but …`, `is “fair,” she has …`.
fn turns(a: &Analysis, start: usize, at: usize) -> bool {
    let Some(pair) = a.pair_at(at - 1).map(|number| &a.pairs[number]) else { return false };
    let parted = pair.whole.start > start && pair.whole.end == at && a.word(pair.inner.end - 1) == ",";
    parted && !a.reads(at, "and") && !a.reads(at, "or")
}
