//! The subject of a verb, without a parser: the words before it that name who speaks, with appositions and relative clauses.

use super::analysis::Analysis;
use super::class::{
    ADVERB, ATTRIBUTES, AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, DIGIT, ED, GENITIVE, ING, LY, MARK,
    MODAL, POSSESSIVE, PREPOSITION, RELATIVE, ROLE, SUBJECT, TIME, TITLE, VERB,
};
use super::np::{LONGEST, walk_left};
use std::ops::Range;

/// The most tokens of a relative clause without commas.
const CLAUSE: usize = 14;

/// The subject of the verb group that ends at `end`: the words that name it. `floor` is where the sentence, or what is
/// left of it, begins. Several ranges when a relative pronoun stands for an antecedent.
pub(crate) fn subject_before(a: &Analysis, end: usize, floor: usize) -> Option<Vec<Range<usize>>> {
    let end = skip_verb_group(a, end, floor);
    if end <= floor {
        return None;
    }
    let last = end - 1;
    if ["who", "which", "that"].iter().any(|word| a.reads(last, word)) {
        let before = if last > floor && a.word(last - 1) == "," { last - 1 } else { last };
        let antecedent = walk_left(a, before, floor).map(|range| {
            let parted = range.start > floor && a.word(range.start - 1) == ",";
            apposition(a, before, floor).filter(|_| parted).unwrap_or_else(|| nearest_name(a, range))
        });
        return match antecedent {
            Some(range) => Some(vec![range, last..end]),
            None => (!a.reads(last, "that")).then(|| vec![last..end]),
        };
    }
    match a.word(last) {
        "," => apposition(a, last, floor).map(|range| vec![range]),
        ")" => walk_left(a, before_bracket(a, end, floor), floor).map(|range| vec![range.start..end]),
        _ if a.is_dash(last) => {
            let first = if last > floor && a.is_dash(last - 1) { last - 1 } else { last };
            let open = (floor..first)
                .rev()
                .take(LONGEST)
                .find(|&at| a.is_dash(at) && !a.is_dash(at.saturating_sub(1)))?;
            walk_left(a, open, floor).map(|range| vec![range])
        }
        // “People arrested in March said …”: the participle belongs to the phrase before it.
        _ => walk_left(a, end, floor)
            .and_then(|range| match range.start.checked_sub(1).filter(|&at| at >= floor) {
                // “Low, in a letter, said”, “people who left the town said”: the phrase beside the verb is not its subject.
                _ if governed(a, range.start, floor) => ungoverned(a, range, floor),
                Some(verb) if a.is(verb, AUXILIARY | VERB | ED) => {
                    with_relative(a, end, floor).or(Some(range))
                }
                _ => Some(range),
            })
            .or_else(|| walk_left(a, last, floor).filter(|_| a.is(last, ED)).map(|range| range.start..end))
            .or_else(|| with_relative(a, end, floor))
            .map(|range| vec![range]),
    }
}

/// `two officials who asked not to be named` before `said`: a phrase with a relative clause and no commas.
fn with_relative(a: &Analysis, end: usize, floor: usize) -> Option<Range<usize>> {
    let clause = (floor..end).rev().take(CLAUSE).take_while(|&at| a.is_word(at) && a.pair_at(at).is_none());
    let who = clause.into_iter().find(|&at| a.reads(at, "who"))?;
    // “those who left said”: the verb of the clause and that of the sentence are two.
    let verb = (who + 1..end).any(|at| a.is(at, AUXILIARY | MODAL | VERB | ED | ATTRIBUTES));
    walk_left(a, who, floor).filter(|_| verb).map(|phrase| phrase.start..end)
}

/// The name that ends `phrase` when an infinitive stands before it: `Low` in `Brill to meet with Low, who said`.
fn nearest_name(a: &Analysis, phrase: Range<usize>) -> Range<usize> {
    let named = a.is(phrase.start, CAPITAL) && !a.is(phrase.start, DETERMINER | POSSESSIVE | ROLE | TITLE);
    let infinitive = named && phrase.clone().any(|at| a.reads(at, "to"));
    let name = phrase.clone().rev().take_while(|&at| a.is(at, CAPITAL)).last();
    name.filter(|_| infinitive).unwrap_or(phrase.start)..phrase.end
}

/// Whether a participle that `by` follows stands at `at`: `seen by the Herald`.
fn is_done_by(a: &Analysis, at: usize) -> bool {
    const IRREGULAR: [&str; 9] =
        ["seen", "written", "sent", "shown", "drawn", "given", "made", "held", "led"];
    let participle = a.is(at, ED) && !a.is(at, CAPITAL) || IRREGULAR.iter().any(|word| a.reads(at, word));
    participle && a.reads(at + 1, "by")
}

/// Whether a preposition governs the phrase that begins at `start`: `in a letter said` has no subject there.
fn governed(a: &Analysis, start: usize, floor: usize) -> bool {
    if start > floor + 2 && is_done_by(a, start - 2) {
        return true;
    }
    let before = start.checked_sub(1).filter(|&at| at >= floor && a.is(start, DETERMINER | POSSESSIVE));
    before.is_some_and(|at| ["in", "at", "on", "during", "by", "from"].iter().any(|word| a.reads(at, word)))
}

/// The subject that ends with `range`, which a preposition governs: `people held at the camp`, `In a letter to the Post Low`.
fn ungoverned(a: &Analysis, range: Range<usize>, floor: usize) -> Option<Range<usize>> {
    let preposition = range.start - 1;
    let participle = preposition
        .checked_sub(1)
        .filter(|&at| at > floor && (a.is(at, ED) && !a.is(at, CAPITAL) || is_done_by(a, at)));
    let whole = participle.and_then(|at| walk_left(a, at, floor)).map(|phrase| phrase.start..range.end);
    let last = range.end - 1;
    let name = preposition == floor && range.len() > 2 && a.is(last, CAPITAL);
    let start = match name {
        true if a.is(last - 1, CAPITAL) => last,
        true if a.is(last - 1, CONJUNCTION) && a.is(last - 2, CAPITAL) => last - 2,
        _ => range.start,
    };
    whole.or((start > range.start).then_some(start..range.end))
}

/// Steps left over auxiliaries, adverbs and times: “has repeatedly said”, “on Tuesday also said”.
fn skip_verb_group(a: &Analysis, end: usize, floor: usize) -> usize {
    let mut at = end;
    while at > floor && end - at < 10 {
        let last = at - 1;
        let time = a.is(last, TIME) && !a.is(last, GENITIVE | DETERMINER);
        let helps = a.is(last, AUXILIARY | MODAL) && !a.is(last, SUBJECT);
        if helps || a.is(last, LY) || a.is(last, ADVERB) && !a.is(last, SUBJECT | CAPITAL) {
            at = last;
        } else if time && last > floor {
            at = last;
            while at > floor
                && (a.is(at - 1, TIME | PREPOSITION | ADVERB)
                    || ["last", "late", "this", "early", "earlier", "next"]
                        .iter()
                        .any(|word| a.reads(at - 1, word)))
                && !a.reads(at - 1, "of")
            {
                at -= 1;
            }
        } else {
            break;
        }
    }
    if at <= floor { end.min(at.max(floor)) } else { at }
}

/// Where a bracket that ends at `end` opens: `Low (Brill)`; else `end`.
fn before_bracket(a: &Analysis, end: usize, floor: usize) -> usize {
    let closes = end > floor && a.word(end - 1) == ")";
    let open = (floor..end).rev().take(12).find(|&at| a.word(at) == "(");
    open.filter(|_| closes).unwrap_or(end)
}

/// `Name, the role of somewhere,` before the comma at `last`.
fn apposition(a: &Analysis, last: usize, floor: usize) -> Option<Range<usize>> {
    let mut commas = 0;
    for at in (floor..last).rev().take(LONGEST) {
        if a.pair_at(at).is_some() {
            continue;
        }
        match a.word(at) {
            ";" | ":" | "—" | "?" | "!" => return None,
            "," => {
                commas += 1;
                let short = last - at <= 6 && a.is(at + 1, CAPITAL);
                let role = (at + 1..last).any(|k| a.is(k, ROLE))
                    && !(at + 1..last).any(|k| a.is(k, AUXILIARY | MODAL | SUBJECT));
                let opens = a.is(
                    at + 1,
                    DETERMINER | POSSESSIVE | ROLE | TITLE | DIGIT | RELATIVE | ADVERB | ING | GENITIVE,
                ) || short
                    || role;
                let opens = opens || is_done_by(a, at + 1);
                let opens = opens || a.is(at + 1, PREPOSITION) && a.is(at.saturating_sub(1), CAPITAL);
                if (opens && !a.is(at + 1, SUBJECT & !RELATIVE) || a.reads(at + 1, "who"))
                    && let Some(head) = walk_left(a, before_bracket(a, at, floor), floor)
                    && !(head.len() == 1 && a.is(head.start, DIGIT))
                // an age between two commas
                {
                    // “Low, Minister of Roads, Rail and Ports,”: what stands before the comma is itself an apposition.
                    let outer = head.start.checked_sub(1).filter(|&comma| {
                        comma > floor && a.word(comma) == "," && a.is(head.start, ROLE | TITLE)
                    });
                    let name = outer.and_then(|comma| walk_left(a, comma, floor));
                    let name = name.filter(|name| name.clone().all(|at| a.is(at, CAPITAL | MARK | ROLE)));
                    return Some(name.map_or(head.start, |name| name.start)..last);
                }
                if commas > 5 {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before<'t>(text: &'t str, verb: &str) -> Vec<&'t str> {
        let a = Analysis::of(text);
        let end = (0..a.tokens.len()).find(|&at| a.word(at) == verb).unwrap();
        let found = subject_before(&a, end, 0).unwrap_or_default();
        found.into_iter().map(|range| a.span(range).of(text)).collect()
    }

    #[test]
    fn a_subject_is_a_name_a_role_or_a_pronoun() {
        assert_eq!(before("On Monday Dr. Ana M. Low has again said no", "said"), ["Dr. Ana M. Low"]);
        assert_eq!(
            before("But a spokesman for the harbour board said no", "said"),
            ["a spokesman for the harbour board"]
        );
        assert_eq!(before("When asked, he said no", "said"), ["he"]);
        assert_eq!(before("The road burned and officials said no", "said"), ["officials"]);
    }

    #[test]
    fn appositions_and_relative_clauses_lead_to_the_name() {
        assert_eq!(
            before("Ana Low, the mayor of Brill, claims it", "claims"),
            ["Ana Low, the mayor of Brill"]
        );
        assert_eq!(before("Ana Low, 45, said no", "said"), ["Ana Low, 45"]);
        assert_eq!(
            before("It fell, according to the board, which warns us", "warns"),
            ["the board", "which"]
        );
        assert_eq!(before("Ana Low, 45, who left in May, said no", "said"), ["Ana Low, 45, who left in May"]);
        assert_eq!(before("Sen. Ana Low (R-Brill) said no", "said"), ["Sen. Ana Low (R-Brill)"]);
    }

    #[test]
    fn a_relative_clause_without_commas_belongs_to_the_subject() {
        assert_eq!(
            before("Two officials who asked not to be named said no", "said"),
            ["Two officials who asked not to be named"]
        );
        assert_eq!(before("People who had left the town said no", "said"), ["People who had left the town"]);
    }

    #[test]
    fn who_has_seen_a_letter_is_not_its_voice() {
        for (text, subject) in [
            ("A leaked letter seen by Brill News says no", "A leaked letter seen by Brill News"),
            ("A letter obtained by the Herald says no", "A letter obtained by the Herald"),
            ("The letter, seen by the Herald, says no", "The letter, seen by the Herald"),
            ("It was seen by many, and Low says no", "Low"),
        ] {
            assert_eq!(before(text, "says"), [subject]);
        }
    }

    #[test]
    fn who_stands_for_the_nearest_name() {
        assert_eq!(before("He went to Brill to meet with Low, who said no", "said"), ["Low", "who"]);
        assert_eq!(before("The aide to Ana Low, who said no", "said"), ["The aide to Ana Low", "who"]);
    }

    #[test]
    fn a_place_or_a_time_is_no_subject() {
        assert_eq!(before("Last week said no", "said"), Vec::<&str>::new());
        assert_eq!(before("In Brill, said no", "said"), Vec::<&str>::new());
    }
}
