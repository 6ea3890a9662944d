//! `he`, `she`, `they`: resolved to who spoke or was named before.

use super::names::Gender;
use super::people::{People, attributive};
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ATTRIBUTES, AUXILIARY, DEMONYM, DETERMINER, ED, FEMALE, GENITIVE, ING, MALE, MODAL, PREPOSITION, VERB,
};
use crate::extract::quotes::Draft;
use std::ops::Range;

/// How many sentences back a pronoun reaches.
const REACH: usize = 8;

/// How many sentences back `them` reaches for who was spoken to.
const NEAR: usize = 3;

/// Who spoke last, and where.
#[derive(Default)]
pub(super) struct Recent {
    /// Entity, and the number of the sentence.
    pub(super) spoken: Vec<(usize, usize)>,
    /// Who was spoken to last, and the number of the sentence.
    pub(super) told: Option<(String, usize)>,
    /// The heading or caption that is being read, and how many had spoken before it.
    apart: Option<(usize, usize)>,
}

impl Recent {
    /// Comes to token `at`: who spoke in a heading or a caption before it is forgotten.
    pub(super) fn come_to(&mut self, a: &Analysis, at: usize) {
        if let Some((_, spoken)) = self.apart.filter(|&(apart, _)| apart != a.paragraph_at(at)) {
            self.spoken.truncate(spoken);
            self.apart = None;
        }
        if self.apart.is_none() && a.stands_apart(at) {
            self.apart = Some((a.paragraph_at(at), self.spoken.len()));
        }
    }

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
            a.sentence_before(here).filter(|&before| spoken.is_none_or(|&(_, sentence)| sentence < before));
        let named = before.and_then(|before| people.first_person_in(a, before));
        named.or_else(|| spoken.map(|&(entity, _)| entity))
    }

    /// Whom `they` stands for: the group or the body that spoke last.
    fn several(&self, people: &People) -> Option<usize> {
        let recent = || self.spoken.iter().rev().take(4).map(|&(entity, _)| entity);
        let group =
            recent().find(|&entity| is_plural(&people.all[entity].name) && !people.all[entity].person);
        group.or_else(|| self.last().filter(|&entity| !people.all[entity].person && people.all[entity].named))
    }

    /// Whom `them` stands for when they are spoken to in sentence number `here`: those who were spoken to last.
    pub(super) fn told_several(&self, here: usize) -> Option<&str> {
        let (told, sentence) = self.told.as_ref()?;
        (is_plural(told) && here.saturating_sub(*sentence) <= NEAR).then_some(told)
    }

    /// Who was last called by a description with `noun` in it: `the official` after `a justice official`.
    pub(super) fn unnamed(&self, people: &People, noun: &str) -> Option<usize> {
        let has = |entity: usize| {
            let who = &people.all[entity];
            !who.named && who.name.split(' ').any(|word| word.eq_ignore_ascii_case(noun))
        };
        self.spoken.iter().rev().take(12).map(|&(entity, _)| entity).find(|&entity| has(entity))
    }

    /// Who `which` or `her` stands for: who spoke before in the same sentence.
    pub(super) fn in_sentence(&self, a: &Analysis, draft: &Draft) -> Option<usize> {
        let &(entity, sentence) = self.spoken.last()?;
        (sentence == a.sentence_at(draft.end().saturating_sub(1))).then_some(entity)
    }
}

/// Whether a name or a description is of several: `Low and Reed`, `members of the board`.
fn is_plural(name: &str) -> bool {
    name.contains(" and ") || name.split(" of ").next().is_some_and(|head| head.ends_with('s'))
}

/// The gender that the pronoun at `at` asks for.
pub(super) fn gender(a: &Analysis, at: usize) -> Option<Gender> {
    match (a.is(at, FEMALE), a.is(at, MALE)) {
        (true, _) => Some(Gender::Female),
        (_, true) => Some(Gender::Male),
        _ => None,
    }
}

/// What it weighs that the sentence is about somebody, that somebody spoke last, or spoke before; a sentence between weighs 1.
const TOPIC: f32 = 1.5;
const SPOKE_LAST: f32 = 2.0;
const SPOKE: f32 = 1.0;
/// What it weighs that the sentence before has named somebody for the first time.
const INTRODUCED: f32 = 1.0;

/// Whether the sentence is about the name at `range`: no verb comes before it, but for one in an opening phrase, `Founded in
/// 1911, the board …`.
fn is_topic(a: &Analysis, range: &Range<usize>, sentence: usize) -> bool {
    let Some(start) = a.sentences.get(sentence).map(|sentence| sentence.start) else { return false };
    // “The first customer knocks: Ana Low.”
    if range.start > start && a.word(range.start - 1) == ":" {
        return true;
    }
    let before = start.max(range.start.saturating_sub(14))..range.start;
    let phrase = a.is(start, ED | ING).then(|| before.clone().find(|&at| a.word(at) == ",")).flatten();
    let open = phrase.map_or(before.start, |comma| comma + 1);
    before.start == start
        && (open..before.end).all(|at| !a.is(at, AUXILIARY | MODAL | VERB | ED | ATTRIBUTES))
}

/// The most mentions that a pronoun looks back at.
const MENTIONS: usize = 60;

/// The entity that the pronoun at `at`, the source or the addressee of `draft`, stands for: of those that fit, the one with
/// the most weight. Nobody speaks to who is `except`: an addressee is not the speaker.
///
/// What weighs, after the field's findings on salience: how near it is, whether it is the subject of its sentence, whether
/// it spoke last, whether its gender is known.
pub(super) fn resolve(
    a: &Analysis,
    at: usize,
    people: &People,
    recent: &Recent,
    draft: &Draft,
    except: Option<usize>,
) -> Option<usize> {
    if a.reads(at, "they") || a.reads(at, "them") {
        return recent.several(people).filter(|&entity| Some(entity) != except);
    }
    let wanted = gender(a, at);
    if wanted.is_none() && !(a.reads(at, "it") || a.reads(at, "who")) {
        return None;
    }
    let here = a.sentence_at(at);
    let distance = |sentence: usize| a.steps(sentence, here) as f32;
    let known = |entity: usize| -> Option<f32> {
        let who = &people.all[entity];
        match who.gender {
            // “it”: a body
            Gender::Unknown if wanted.is_none() => (!who.person && (who.body || who.named)).then_some(0.0),
            gender if Some(gender) == wanted => Some(0.5),
            Gender::Unknown if who.person => Some(0.0),
            Gender::Unknown if people.is_person(entity) => Some(-1.5),
            Gender::Unknown if who.named && !who.body && !who.name.contains(' ') => Some(-2.0),
            Gender::Unknown => Some(-4.0),
            _ => None,
        }
    };
    let mut best: Option<(f32, usize)> = None;
    let mut weigh = |entity: usize, weight: f32| {
        if Some(entity) != except
            && let Some(fit) = known(entity).map(|fit| fit + weight)
            && best.is_none_or(|(most, _)| fit > most)
        {
            best = Some((fit, entity));
        }
    };
    for (order, &(entity, sentence)) in recent.spoken.iter().rev().take(MENTIONS).enumerate() {
        weigh(entity, if order == 0 { SPOKE_LAST } else { SPOKE } - distance(sentence));
    }
    let end = people.named.partition_point(|(range, _)| range.start < draft.first().min(at));
    for (range, entity) in people.named[..end].iter().rev().take(MENTIONS) {
        let sentence = a.sentence_at(range.start);
        if a.steps(sentence, here) > REACH {
            break;
        }
        if !people.is_told_of(a, range) || a.is_beside(range.start, at) {
            continue;
        }
        let before = range.start.checked_sub(1);
        let governed = before
            .is_some_and(|at| a.is(at, PREPOSITION) || a.is(at, DETERMINER) && attributive(a, range.end));
        let topic = is_topic(a, range, sentence);
        // “It” is not the Danish, nor the Brill of “the Brill island”.
        if wanted.is_none() && (!topic || governed || a.is(range.end - 1, DEMONYM | GENITIVE)) {
            continue;
        }
        // A single word that nothing shows to be a person's name may be a place.
        if !topic || governed {
            let who = &people.all[*entity];
            if !who.person && who.gender == Gender::Unknown && !who.name.contains(' ') {
                continue;
            }
        }
        let new = people.all[*entity].mentions.first().is_some_and(|mention| mention.start == range.start);
        let mut weight = -distance(sentence);
        weight += if new && here == sentence + 1 { INTRODUCED } else { 0.0 };
        weight += if topic { TOPIC } else { 0.0 };
        weight -= if a.is(range.end - 1, GENITIVE) { 0.75 } else { 0.0 };
        weigh(*entity, weight);
    }
    best.filter(|&(weight, _)| weight > -1.0 - REACH as f32).map(|(_, entity)| entity)
}
