//! `he`, `she`, `they`, and descriptions such as `the veteran`: resolved to who spoke or was named last.

use super::bodies::is_body;
use super::names::Gender;
use super::people::{People, before_comma, head};
use crate::extract::analysis::Analysis;
use crate::extract::class::{CAPITAL, FEMALE, MALE, ROLE};
use crate::extract::quotes::Draft;
use std::ops::Range;

/// How many sentences back a pronoun reaches.
const REACH: usize = 8;

/// Who spoke last, and where.
#[derive(Default)]
pub(super) struct Recent {
    /// Entity, and the number of the sentence.
    spoken: Vec<(usize, usize)>,
}

impl Recent {
    /// Notes that `entity` speaks in `draft`.
    pub(super) fn note(&mut self, entity: usize, draft: &Draft, a: &Analysis) {
        self.spoken.push((entity, a.sentence_at(draft.end().saturating_sub(1))));
    }

    /// Who speaks in a quotation that nobody is named beside: who spoke last.
    pub(super) fn last(&self) -> Option<usize> {
        self.spoken.last().map(|&(entity, _)| entity)
    }

    /// Who speaks in a quotation that floats: the person that the sentence before is about, if that came after who spoke
    /// last, else who spoke last.
    pub(super) fn floating(&self, a: &Analysis, people: &People, draft: &Draft) -> Option<usize> {
        let here = a.sentence_at(draft.first());
        let spoken = self.spoken.last();
        let before =
            here.checked_sub(1).filter(|&before| spoken.is_none_or(|&(_, sentence)| sentence < before));
        let named = before.and_then(|before| people.first_person_in(a, before));
        named.or_else(|| spoken.map(|&(entity, _)| entity))
    }

    /// Who `which` or `her` stands for: who spoke before in the same sentence.
    pub(super) fn in_sentence(&self, a: &Analysis, draft: &Draft) -> Option<usize> {
        let &(entity, sentence) = self.spoken.last()?;
        (sentence == a.sentence_at(draft.end().saturating_sub(1))).then_some(entity)
    }

    /// `the veteran`, right after somebody has spoken: that person, described.
    pub(super) fn described(
        &self,
        a: &Analysis,
        source: &Range<usize>,
        people: &People,
        draft: &Draft,
    ) -> Option<usize> {
        let here = a.sentence_at(draft.first());
        let spoken = self
            .spoken
            .last()
            .filter(|(entity, sentence)| people.is_person(*entity) && here.saturating_sub(*sentence) <= 3);
        let named = || (1..3).find_map(|back| people.first_person_in(a, here.checked_sub(back)?));
        let entity = spoken.map(|&(entity, _)| entity).or_else(named)?;
        let part = before_comma(a, source.clone());
        let head = head(a, part.clone()).unwrap_or(part.start);
        let singular = !a.word(head).ends_with('s') && !a.is(head, CAPITAL);
        let fits = a.reads(source.start, "the") && source.len() > 1 && singular;
        (fits && a.is(head, ROLE) && !is_body(a.word(head))).then_some(entity)
    }
}

/// The gender that the pronoun at `at` asks for.
pub(super) fn gender(a: &Analysis, at: usize) -> Option<Gender> {
    match (a.is(at, FEMALE), a.is(at, MALE)) {
        (true, _) => Some(Gender::Female),
        (_, true) => Some(Gender::Male),
        _ => None,
    }
}

/// The entity that the pronoun at `at` stands for.
pub(super) fn resolve(
    a: &Analysis,
    at: usize,
    people: &People,
    recent: &Recent,
    draft: &Draft,
) -> Option<usize> {
    let Some(wanted) = gender(a, at) else {
        let plural = a.reads(at, "they") || a.reads(at, "it") || a.reads(at, "who");
        return recent.last().filter(|&entity| plural && !people.all[entity].person);
    };
    let fits = |entity: usize| {
        let who = &people.all[entity];
        who.gender == wanted || who.gender == Gender::Unknown && people.is_person(entity)
    };
    let here = a.sentence_at(at);
    let certain =
        |entity: usize| people.all[entity].gender == wanted || people.all[entity].person && fits(entity);
    let spoken = |sure: bool| {
        let all = recent.spoken.iter().rev().take(50);
        all.copied().find(|&(entity, _)| if sure { certain(entity) } else { fits(entity) })
    };
    // The person named first in the nearest sentence that names one; who spoke after that goes before.
    let end = people.named.partition_point(|(range, _)| range.start < draft.first().min(at));
    let mut nearest: Option<(usize, usize)> = None;
    for (range, entity) in people.named.get(..end).unwrap_or(&[]).iter().rev() {
        let sentence = a.sentence_at(range.start);
        if here.saturating_sub(sentence) > REACH || nearest.is_some_and(|(_, found)| found != sentence) {
            break;
        }
        if certain(*entity) && people.is_told_of(a, range) {
            nearest = Some((*entity, sentence));
        }
    }
    match (spoken(true), nearest) {
        (Some((speaker, sentence)), Some((_, named))) if sentence + 1 >= named => Some(speaker),
        (_, Some((entity, _))) => Some(entity),
        (Some((speaker, _)), None) => Some(speaker),
        (None, None) => spoken(false).map(|(speaker, _)| speaker),
    }
}
