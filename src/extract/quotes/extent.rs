//! Where a reported clause ends: at the end of its sentence, or where the writer or another attribution goes on.

use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ADVERB, AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, DIGIT, ED, GENITIVE, LY, MARK, MODAL, POSSESSIVE,
    PREPOSITION, RELATIVE, SUBJECT, SUBORDINATOR, VERB,
};
use crate::extract::cue::{self, AMBIGUOUS, Cue, FINITE, NAMING, PARTICIPLE, SPEECH, WEAK};
use crate::extract::np::joins_name;
use std::ops::Range;

/// Where the clause that begins at `start` ends: at the end of the sentence, or where another attribution begins.
pub(super) fn end(a: &Analysis, start: usize, sentence: &Range<usize>) -> usize {
    let last = aside(a, start, sentence.end).unwrap_or(sentence.end);
    let semicolon = (start..last).find(|&at| a.word(at) == ";" && a.pair_at(at).is_none());
    let last = semicolon.unwrap_or(last);
    let cues = a.cues_in(start..last);
    for cue in cues {
        let Some(before) = cue.start.checked_sub(1).filter(|&at| at > start) else { continue };
        if cue.has(AMBIGUOUS) && a.is(before, DETERMINER | POSSESSIVE | PREPOSITION | GENITIVE) {
            continue; // “the emails”
        }
        let mut back = before;
        while back > start && a.is(back, ADVERB | LY) {
            back -= 1;
        }
        let comma = a.word(back) == ","
            || a.pair_at(back).is_some_and(|pair| a.word(a.pairs[pair].inner.end - 1) == ",");
        let back = if a.pair_at(back).is_some() { back + 1 } else { back };
        let joined = a.is(back, CONJUNCTION) && cue.has(FINITE) && !a.is(back, SUBORDINATOR);
        // `…, urging both to wait and warning of …`, `… and Low calling it …`
        if let Some(end) = coordinated(a, start, back, *cue) {
            return end;
        }
        // `…, with Low describing …`
        let with = (start..back).rev().take(14).find(|&at| a.reads(at, "with") && a.word(at - 1) == ",");
        if let Some(with) = with.filter(|&with| cue.has(PARTICIPLE) && with > start + 1) {
            return with - 1;
        }
        if cue.has(cue::PREPOSITION) && comma {
            return back;
        }
        if comma && cue.has(PARTICIPLE) && cue.has(SPEECH | WEAK) || joined && cue.has(SPEECH | NAMING) {
            return if joined && back > start && a.word(back - 1) == "," { back - 1 } else { back };
        }
        if cue.has(SPEECH)
            && cue.has(FINITE)
            && let Some(comma) = attribution(a, start, cue.start)
        {
            return comma;
        }
    }
    last
}

/// The conjunction before the participle `cue`, when it goes on with the participle whose content begins at `start`: no verb
/// in between could take it.
fn coordinated(a: &Analysis, start: usize, before: usize, cue: Cue) -> Option<usize> {
    if !cue.has(PARTICIPLE) || !cue.has(SPEECH | NAMING) || !a.word(cue.start).ends_with("ing") {
        return None;
    }
    let named = (start..=before).rev().take_while(|&at| a.is(at, CAPITAL) && a.is_word(at)).last();
    let and = named.map_or(Some(before), |first| first.checked_sub(1)).filter(|&at| at > start + 1)?;
    let free = (start..and)
        .all(|at| !a.is(at, AUXILIARY | MODAL | RELATIVE | SUBORDINATOR) || a.is(at, PREPOSITION));
    (free && a.reads(and, "and") && a.pair_at(and).is_none()).then_some(and)
}

/// The comma before the subject of the cue at `cue`, when it attributes something else than the clause from `start` on:
/// `…, Low said`, `…, said Low`, `…, but Low said`.
fn attribution(a: &Analysis, start: usize, cue: usize) -> Option<usize> {
    let comma = (start + 1..cue).rev().take(12).find(|&at| a.word(at) == "," && a.pair_at(at).is_none())?;
    if comma + 1 == cue {
        return Some(comma);
    }
    let turned =
        ["but", "though", "although", "while", "whereas", "and"].iter().any(|word| a.reads(comma + 1, word));
    let subject = if turned { comma + 2 } else { comma + 1 }..cue;
    let plain = subject.clone().all(|at| {
        !a.is(at, MODAL | SUBORDINATOR | MARK | RELATIVE) && (turned || !a.is(at, AUXILIARY))
            || joins_name(a, at)
    });
    let begins = a.is(subject.start, SUBJECT | CAPITAL | DETERMINER | DIGIT | POSSESSIVE)
        && !a.is(subject.start, RELATIVE);
    (!subject.is_empty() && plain && begins).then_some(comma)
}

/// Where the writer takes over: at a dash that no other closes, or after a quotation with a comma at its end.
fn aside(a: &Analysis, start: usize, end: usize) -> Option<usize> {
    let dash = |at: &usize| matches!(a.word(*at), "—" | "–") && a.pair_at(*at).is_none();
    let mut dashes = (start + 3..end).filter(dash);
    let lone = match (dashes.next(), dashes.next()) {
        (Some(first), None) => Some(first),
        (Some(_), Some(second)) if a.is(second + 1, CONJUNCTION) => Some(second),
        _ => None,
    };
    let turn =
        (start + 2..end).find(|&at| a.is(at, SUBJECT | CONJUNCTION | SUBORDINATOR) && turns(a, start, at));
    let though = (start + 3..end).find(|&at| {
        a.word(at - 1) == ","
            && a.pair_at(at).is_none()
            && ["though", "although", "while", "whereas"].iter().any(|word| a.reads(at, word))
            && a.is(at + 1, SUBJECT | CAPITAL | DETERMINER | POSSESSIVE)
    });
    [lone, turn, though.map(|at| at - 1)].into_iter().flatten().min()
}

/// Whether the writer goes on at `at`, after a quotation with a comma at its end: `is “fair,” but …`, `is “fair,” she has …`.
fn turns(a: &Analysis, start: usize, at: usize) -> bool {
    let Some(pair) = a.pair_at(at - 1).map(|number| &a.pairs[number]) else { return false };
    let parted = pair.whole.start > start && pair.whole.end == at && a.word(pair.inner.end - 1) == ",";
    parted && !a.reads(at, "and") && !a.reads(at, "or")
}

/// Where a clause in the introduction of a sentence ends: at the comma before the subject. `Denying that …, Low left.`
pub(super) fn introduction(a: &Analysis, first: usize, start: usize, end: usize) -> Option<usize> {
    let subordinate = a.is(first, SUBORDINATOR) && !a.is(first, RELATIVE);
    let opens = a.is(first, PREPOSITION) || a.is_word(first) && a.word(first).ends_with("ing") || subordinate;
    let before =
        (first..start).any(|at| !subordinate && a.is(at, AUXILIARY | MODAL | VERB) || a.word(at) == ",");
    if !opens || before {
        return None;
    }
    let ends_quote = |at: usize| {
        a.pair_at(at).is_some_and(|pair| {
            a.pairs[pair].whole.end == at + 1 && a.word(a.pairs[pair].inner.end - 1) == ","
        })
    };
    let commas =
        (start + 3..end).filter(|&at| a.word(at) == "," && a.pair_at(at).is_none() || ends_quote(at));
    commas.take(4).find(|&at| {
        let names =
            a.is(at + 1, DETERMINER | SUBJECT | POSSESSIVE | CAPITAL) || a.is(at + 2, AUXILIARY | MODAL);
        names
            && !a.is(at + 1, RELATIVE)
            && (at + 2..end.min(at + 12)).any(|k| a.is(k, AUXILIARY | MODAL | VERB | ED))
    })
}
