//! The clause that a cue governs to its right: `claims that …`, `said the …`, `urged them to …`, `accused Low of …`.

use super::draft::Draft;
use super::extent;
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

/// Words that show that a clause has a verb.
pub(super) const FINITE_VERB: u64 = VERB | ED;
/// Words that open a subordinate clause at the start of a sentence.
pub(super) const OPENS_SUBORDINATE: u64 = SUBORDINATOR;
/// How much surer a clause is with words in quotation marks in it. The scores of this file are the shares that were right
/// on news with hand-marked quotes: see `make eval`.
const MARKS: f32 = 0.07;
/// How far from its cue a clause may begin: `said in a statement on Monday that …`.
const REACH: usize = 20;
/// How far from its beginning words in marks show that an object is somebody's words: `demanded a full and “fair” hearing`.
const NEAR: usize = 7;

/// What `group` reports in the words after it.
pub(super) fn find(a: &Analysis, group: &Group, sentence: &Range<usize>) -> Option<Draft> {
    if group.inverted {
        return None;
    }
    let from = group.end;
    let Opening { start, addressee, score, in_marks } = opening(a, group, from, sentence)?;
    let end = extent::end(a, start, sentence);
    let end = if group.start == sentence.start || a.is(sentence.start, PREPOSITION | SUBORDINATOR) {
        extent::introduction(a, sentence.start, start, end).unwrap_or(end)
    } else {
        end
    };
    // `Low, who said it sank, left`: the relative clause ends where the sentence goes on.
    let relative =
        group.source.last().is_some_and(|source| source.len() == 1 && a.is(source.start, RELATIVE));
    let closes = |&at: &usize| {
        a.word(at) == ","
            && a.pair_at(at).is_none()
            && a.is(at + 1, AUXILIARY | MODAL | VERB | ED | ATTRIBUTES)
    };
    let end = (start + 2..end).find(closes).filter(|_| relative).unwrap_or(end);
    // `What the board calls “a mess” …`: only the words in marks are the board's.
    let quotation = (start..end).find(|&at| a.pair_at(at).is_some()).and_then(|at| a.pair_at(at));
    let asked = group.start.checked_sub(1).is_some_and(|at| a.reads(at, "what"));
    let end = match quotation.map(|number| a.pairs[number].whole.end) {
        Some(closing) if closing < end && (asked || group.cue.has(NAMING | AS) && goes_on(a, closing)) => {
            closing
        }
        _ => end,
    };
    // `said no when asked`; `expressed “deep concern” over the delay`: the writer goes on at once.
    let answer = (a.reads(start, "no") || a.reads(start, "yes"))
        && (start + 1 >= end || a.is(start + 1, MARK | SUBORDINATOR) || a.reads(start + 1, "to"));
    let end = match quotation.and_then(|number| a.pairs.get(number)) {
        Some(pair) if in_marks && pair.whole.start == start => pair.whole.end.min(end),
        Some(pair) if in_marks && pair.whole.start > start + NEAR => return None,
        _ if answer => {
            let stop = (start + 1..end).find(|&at| a.is(at, MARK | SUBORDINATOR));
            stop.unwrap_or(end)
        }
        _ => end,
    };
    // What was not said, may be said, or is said only if …, is no quote, unless the words stand in marks.
    if quotation.is_none() && (group.denied(a) || group.supposed(a, sentence)) {
        return None;
    }
    // Thoughts are no speech: `Low believes that …` is the writer's telling, unless words of Low's stand in it.
    let own = |number: usize| a.count_words(a.pairs[number].inner.clone()) > 2;
    if group.cue.has(WEAK) && !quotation.is_some_and(own) {
        return None;
    }
    let words = a.count_words(start..end);
    if quotation.is_none() && (in_marks || words < 2 && !answer) {
        return None;
    }
    // `Toll says more than the board says it is`: a comparison.
    if group.start.checked_sub(1).is_some_and(|at| a.reads(at, "than") || a.reads(at, "as") && words < 4) {
        return None;
    }
    let doubt = if group.source.is_empty() { 0.1 } else { 0.0 };
    Some(Draft {
        content: vec![start..end],
        source: group.source.clone(),
        cue: vec![group.cue.range()],
        addressee,
        score: score - doubt + if quotation.is_some() { MARKS } else { 0.0 },
        ..Draft::default()
    })
}

/// Whether the writer goes on at `at`, after a quotation: `and said …`, `on Thursday`, `during …`.
fn goes_on(a: &Analysis, at: usize) -> bool {
    a.is(at, CONJUNCTION) && (at + 1..at + 4).any(|k| a.is(k, VERB | ED | AUXILIARY | ATTRIBUTES))
        || a.is(at, PREPOSITION) && a.is(at + 1, TIME)
        || a.is(at, TIME)
        || ["during", "after", "before", "while", "when"].iter().any(|word| a.reads(at, word))
}

/// How a clause begins.
struct Opening {
    start: usize,
    addressee: Option<Range<usize>>,
    score: f32,
    /// It is one only when some of it stands in quotation marks.
    in_marks: bool,
}

impl Opening {
    fn at(start: usize, score: f32) -> Self {
        Self { start, addressee: None, score, in_marks: false }
    }
}

/// Where the clause begins, to whom it is said, and how sure that is.
fn opening(a: &Analysis, group: &Group, from: usize, sentence: &Range<usize>) -> Option<Opening> {
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

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn a_clause_follows_its_cue() {
        assert_eq!(
            examples("Mira Toll, the harbour master, claims that the ferry sank."),
            ["Mira Toll, the harbour master | claims | that the ferry sank"]
        );
        assert_eq!(
            examples("Toll said on Tuesday the ferry had sunk."),
            ["Toll | said | the ferry had sunk"]
        );
        assert_eq!(
            examples("Toll said in a statement on Monday that it sank."),
            ["Toll | said | that it sank"]
        );
        assert_eq!(
            examples("Toll informed Ida Brook that the ferry sank."),
            ["Toll | informed | that the ferry sank"]
        );
    }

    #[test]
    fn frames_with_an_object_keep_it() {
        assert_eq!(
            examples("Toll urged the crew to leave the ferry."),
            ["Toll | urged | the crew to leave the ferry"]
        );
        assert_eq!(
            examples("Toll accused the owners of lying, with Ida Brook describing the ferry as “a coffin”."),
            ["Toll | accused | the owners of lying", "Ida Brook | describing | the ferry as “a coffin”"]
        );
        assert_eq!(
            examples("Toll cautioned the owners against sailing."),
            ["Toll | cautioned | the owners against sailing"]
        );
    }

    #[test]
    fn a_clause_ends_where_the_writer_or_another_cue_goes_on() {
        assert_eq!(
            examples("Toll said the ferry sank, adding that nobody was hurt."),
            ["Toll | said | the ferry sank", "Toll | adding | that nobody was hurt"]
        );
        assert_eq!(
            examples("While Toll says the ferry sank, divers have found nothing."),
            ["Toll | says | the ferry sank"]
        );
        assert_eq!(
            examples("Denying that the ferry sank, the owners left the town."),
            ["the owners | Denying | that the ferry sank"]
        );
    }

    #[test]
    fn what_nobody_says_is_no_clause() {
        assert!(examples("The proposed ferry was never built.").is_empty());
        assert!(examples("Toll was told that the ferry sank.").is_empty());
        assert!(examples("The claims were paid in May.").is_empty());
        assert!(examples("We think the ferry is lovely.").is_empty());
    }
}
