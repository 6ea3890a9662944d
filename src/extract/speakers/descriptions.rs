//! Descriptions of whom the text has named before: `the lanky professor`, `the company`, `her statement`.

use super::bodies::{self, DOCUMENT, GROUP, SHARED};
use super::names::Gender;
use super::people::{People, before_comma, head};
use super::pronouns::{self, Recent};
use crate::extract::analysis::Analysis;
use crate::extract::class::{CAPITAL, DETERMINER, GENITIVE, POSSESSIVE, PREPOSITION, ROLE};
use crate::extract::findings::QuoteKind;
use crate::extract::quotes::Draft;
use std::ops::Range;

/// How many sentences back a description reaches for who spoke.
const SPOKEN: usize = 6;
/// How many sentences back it reaches for who was named.
const NAMED: usize = 3;

/// Whom `source`, a phrase without a name at its head, describes.
pub(super) fn resolve(
    a: &Analysis,
    source: &Range<usize>,
    people: &People,
    recent: &Recent,
    draft: &Draft,
) -> Option<usize> {
    let part = before_comma(a, source.clone());
    let noun = head(a, part.clone())?;
    let here = a.sentence_at(draft.first());
    let kind = bodies::tags(a.word(noun));
    if kind & DOCUMENT != 0 {
        return writer(a, &part, noun, people, recent, draft);
    }
    let definite = a.reads(part.start, "the") && part.len() > 1;
    if definite && let Some(entity) = recent.unnamed(people, a.word(noun)) {
        return Some(entity);
    }
    let plural = a.word(noun).ends_with('s') && !a.word(noun).ends_with("ss");
    if !definite || plural || a.is(noun, CAPITAL) {
        return None;
    }
    // “the professor of law who left” is one of many; “the former mayor” is known.
    let long = (noun + 1..part.end).any(|at| a.is(at, PREPOSITION));
    if kind != 0 {
        let same = || people.last_with_word(a, a.word(noun), draft.first());
        return match kind {
            _ if long => None,
            _ if kind & GROUP != 0 => {
                same().or_else(|| last_body(a, people, recent, source.start, a.word(noun)))
            }
            _ if kind & SHARED != 0 => same(),
            _ => None,
        };
    }
    let known =
        |at: usize| ["former", "late", "veteran", "longtime", "retired"].iter().any(|word| a.reads(at, word));
    let adjectives =
        (part.start + 1..noun).all(|at| a.is_word(at) && !a.is(at, CAPITAL) || a.word(at) == ",");
    let known = (part.start..noun).any(known) || a.word(noun).ends_with("year-old");
    if !(a.is(noun, ROLE) || known || draft.kind(a) != QuoteKind::Indirect && adjectives && part.len() < 6) {
        return None;
    }
    last_person(a, people, recent, here)
}

/// Who wrote a document: `her statement`, `Low’s letter`, `the statement` right after Low has spoken.
fn writer(
    a: &Analysis,
    part: &Range<usize>,
    noun: usize,
    people: &People,
    recent: &Recent,
    draft: &Draft,
) -> Option<usize> {
    if a.is(part.start, POSSESSIVE) && !a.is(part.start, GENITIVE) {
        return pronouns::resolve(a, part.start, people, recent, draft, None);
    }
    if let Some(at) = (part.start..noun).find(|&at| a.is(at, GENITIVE)) {
        return people.of_phrase(a, &(part.start..at + 1));
    }
    if let Some(entity) = people.named_in(part.start..noun) {
        return Some(entity); // “the Grell Water Board statement”
    }
    let plain = noun + 1 >= part.end && a.is(part.start, DETERMINER);
    let here = a.sentence_at(draft.first());
    let reach = if a.reads(part.start, "the") { SPOKEN } else { 1 };
    let &(entity, sentence) = recent.spoken.last().filter(|_| plain)?;
    (a.steps(sentence, here) <= reach).then_some(entity)
}

/// The body that spoke last, or that the words before token `before` and the sentences before name.
fn last_body(a: &Analysis, people: &People, recent: &Recent, before: usize, noun: &str) -> Option<usize> {
    let here = a.sentence_at(before);
    // A council, a ministry or a court is no company.
    let public =
        |entity: usize| people.all[entity].name.split(' ').any(|word| bodies::tags(word) & SHARED != 0);
    let company = !["agency", "regulator", "watchdog", "group", "union", "association"].contains(&noun);
    let is_body = |entity: usize| {
        let who = &people.all[entity];
        !who.person && who.gender == Gender::Unknown && !(company && public(entity))
    };
    let spoken = recent.spoken.iter().rev().take(8).find(|&&(entity, sentence)| {
        a.steps(sentence, here) <= SPOKEN && is_body(entity) && people.all[entity].named
    });
    let named = a.sentences_back(here).take(NAMED + 1).find_map(|sentence| {
        Some((people.first_body_in(a, sentence, before).filter(|&entity| is_body(entity))?, sentence))
    });
    later(spoken, named)
}

/// The person who spoke last, or whom the sentences before name.
fn last_person(a: &Analysis, people: &People, recent: &Recent, here: usize) -> Option<usize> {
    let spoken = recent.spoken.last();
    let spoken =
        spoken.filter(|(entity, sentence)| people.is_person(*entity) && a.steps(*sentence, here) <= NAMED);
    let named = a
        .sentences_back(here)
        .skip(1)
        .take(NAMED)
        .find_map(|sentence| Some((people.first_person_in(a, sentence)?, sentence)));
    later(spoken, named)
}

/// Who was named after the last had spoken, else who spoke: entities with the numbers of their sentences.
fn later(spoken: Option<&(usize, usize)>, named: Option<(usize, usize)>) -> Option<usize> {
    match (spoken, named) {
        (Some(&(_, spoke)), Some((entity, sentence))) if sentence > spoke => Some(entity),
        (Some(&(entity, _)), _) => Some(entity),
        (None, named) => named.map(|(entity, _)| entity),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    fn last_speaker(text: &str) -> Option<String> {
        extract(text).quotes.into_iter().next_back()?.speaker
    }

    #[test]
    fn a_body_named_since_is_the_agency() {
        let text = "Brill Lines said that it rained. The Office for Wells has opened an inquiry. The agency said that it snowed.";
        assert_eq!(last_speaker(text).as_deref(), Some("Office for Wells"));
        let text = "Brill Lines said that it rained. The company said that it snowed.";
        assert_eq!(last_speaker(text).as_deref(), Some("Brill Lines"));
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_makes_no_body() {
        let text = "Brill Lines is old. Shares in it fell on Monday. The company said that it snowed.";
        assert_eq!(last_speaker(text).as_deref(), Some("Brill Lines"));
    }

    #[test]
    fn a_description_with_a_name_in_it_leads_to_nobody_else() {
        let text = "“No,” said Tom Reed, 81. “We are sorry,” the Brill estate said.";
        assert_eq!(last_speaker(text).as_deref(), Some("Brill estate"));
    }
}
