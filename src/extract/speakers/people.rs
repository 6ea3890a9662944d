//! Who is who: full names, last names and roles that stand for one person or body.

use super::acronyms;
use super::bodies::{is_body, is_likely_person};
use super::names::{self, Gender, Name};
use super::roles::{Role, Roles};
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ATTRIBUTES, BODY, CAPITAL, CONJUNCTION, DEMONYM, DETERMINER, GENITIVE, MARK, POSSESSIVE, PREPOSITION,
    ROLE, SUBJECT, VERB,
};
use crate::extract::np::{apposition_after, is_nominal};
use crate::extract::progress::Progress;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The most bearers of one last name that are told apart.
const BEARERS: usize = 12;
/// The most names that a description looks back at.
const NAMES_BACK: usize = 80;

/// A person or body that the text names.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    /// The fullest name.
    pub(super) name: String,
    pub(super) gender: Gender,
    pub(super) person: bool,
    /// An article or “at” before the name says that it is a body or a place.
    pub(super) body: bool,
    /// By a name, not by a description only.
    pub(super) named: bool,
    /// The text keeps back who it is.
    pub(super) anonymous: bool,
    /// Where it is named.
    pub(super) mentions: Vec<Range<usize>>,
}

/// The entities of a text, and the ways to reach them.
#[derive(Default)]
pub(super) struct People {
    pub(super) all: Vec<Entity>,
    /// Names in the order of the text: where, and whose.
    pub(super) named: Vec<(Range<usize>, usize)>,
    by_name: FxHashMap<String, usize>,
    /// All bearers of a last name, in the order in which they are introduced.
    by_last: FxHashMap<String, Vec<usize>>,
    by_first: FxHashMap<String, usize>,
    roles: Roles,
}

impl People {
    /// Reads all names and the roles beside them. Linear in the number of names.
    pub(super) fn read(a: &Analysis, progress: &mut Progress) -> Self {
        let mut people = Self::default();
        let found = names::find(a, progress);
        for name in found.iter().filter(|name| name.bare.len() > 1 && !name.headline) {
            people.add(a, name);
        }
        for (short, full) in acronyms::find(a, &found) {
            let known = people.by_name.get(&full.to_lowercase()).copied();
            let entity = known.unwrap_or_else(|| people.push(full, Gender::Unknown, false));
            people.by_name.insert(short, entity);
        }
        for name in &found {
            // A mark alone names nobody.
            if !name.bare.clone().any(|at| a.is_word(at)) {
                continue;
            }
            if let Some(entity) = people.look_up(a, name) {
                people.named.push((name.bare.clone(), entity));
                people.add_mention(entity, name.bare.clone());
                if name.gender != Gender::Unknown && people.all[entity].gender == Gender::Unknown {
                    people.all[entity].gender = name.gender;
                }
                // A body is not named by the last word of its name alone; a person is.
                let word = names::words(a, name.bare.clone());
                let full = &people.all[entity].name;
                let by_last = full.contains(' ')
                    && full.rsplit(' ').next().is_some_and(|part| part.eq_ignore_ascii_case(&word))
                    && !a.is(name.bare.start, ROLE);
                people.all[entity].person |= name.person || by_last;
                people.all[entity].body |= names_body(a, name);
                people.read_roles(a, name, entity);
            }
        }
        people
    }

    fn add(&mut self, a: &Analysis, name: &Name) {
        let words = names::words(a, name.bare.clone());
        let lower = words.to_lowercase();
        if self.by_name.contains_key(&lower) {
            return;
        }
        // “Ottawa” is not the University of Ottawa.
        let linked = name.bare.clone().any(|at| a.is(at, PREPOSITION));
        let number = self.push(words.into_owned(), name.gender, name.person && !linked);
        if linked {
            return;
        }
        self.by_first.entry(names::key(a, name.bare.start)).or_insert(number);
        let bearers = self.by_last.entry(names::key(a, name.bare.end - 1)).or_default();
        if bearers.len() < BEARERS {
            bearers.push(number);
        }
    }

    /// The entity that `name` names, if a full name for it is known.
    fn look_up(&mut self, a: &Analysis, name: &Name) -> Option<usize> {
        if name.bare.len() > 1 {
            return self.by_name.get(&names::words(a, name.bare.clone()).to_lowercase()).copied();
        }
        let key = names::key(a, name.bare.start);
        let role = a.is(name.bare.start, ROLE);
        let last =
            self.by_last.get(&key).filter(|_| !role).and_then(|bearers| self.bearer(bearers, name.gender));
        let known = last.as_ref().or_else(|| self.by_name.get(&key));
        let by_first = || self.by_first.get(&key).filter(|&&entity| !role && self.is_person(entity));
        if let Some(&entity) = known.or_else(by_first) {
            return Some(entity);
        }
        if !name.person && key.len() < 2 || name.headline {
            return None;
        }
        Some(self.push(names::words(a, name.bare.clone()).into_owned(), name.gender, name.person))
    }

    /// Who of `bearers` is meant by the last name alone, after a title of `gender`: a person before a body, then who fits
    /// the title, then who was named last.
    fn bearer(&self, bearers: &[usize], gender: Gender) -> Option<usize> {
        let fits =
            |who: &Entity| gender == Gender::Unknown || who.gender == gender || who.gender == Gender::Unknown;
        bearers.iter().copied().max_by_key(|&entity| {
            let who = &self.all[entity];
            let last = who.mentions.last().map_or(0, |mention| mention.start + 1);
            (
                fits(who),
                who.person || gender != Gender::Unknown && who.gender == gender,
                last,
                usize::MAX - entity,
            )
        })
    }

    /// A new entity that is known by its whole name.
    fn push(&mut self, name: String, gender: Gender, person: bool) -> usize {
        let number = self.all.len();
        self.by_name.insert(name.to_lowercase(), number);
        self.all.push(Entity {
            name,
            gender,
            person,
            body: false,
            named: true,
            anonymous: false,
            mentions: vec![],
        });
        number
    }

    /// Roles: `Low, the harbour master of Brill,` and `harbour master Ana Low`.
    fn read_roles(&mut self, a: &Analysis, name: &Name, entity: usize) {
        let before = (name.whole.start.saturating_sub(1)..name.bare.start)
            .filter(|&at| a.is(at, ROLE) && !a.is(at, GENITIVE));
        for at in before {
            self.roles.add(Role::before(a, at), entity);
        }
        if let Some(apposition) = apposition_after(a, name.bare.end, a.tokens.len())
            && let Some(role) = head(a, apposition.clone()).filter(|&at| names_role(a, &apposition, at))
        {
            self.roles.add(Role::of(a, &apposition, role), entity);
            if self.all[entity].gender == Gender::Unknown {
                self.all[entity].gender = names::gender_of(a, role).unwrap_or_default();
            }
            // “Brill Lines, the ferry company”: a body.
            let body = a.is(role, BODY) || self.all[entity].name.split(' ').any(is_body);
            self.all[entity].person |= !body;
            self.all[entity].body |= body;
        }
    }

    /// The entity whose name begins at token `start`.
    pub(super) fn named_from(&self, start: usize) -> Option<usize> {
        let number = self.named.binary_search_by_key(&start, |(range, _)| range.start).ok()?;
        Some(self.named[number].1)
    }

    /// Whether the name at `range` stands in the writer's own words, not in a quotation, in brackets or in a photo credit.
    pub(super) fn is_told_of(&self, a: &Analysis, range: &Range<usize>) -> bool {
        let bracket = range.start.checked_sub(1).is_some_and(|at| matches!(a.word(at), "(" | "/"));
        a.pair_at(range.start).is_none() && !bracket && a.word(range.end) != "/"
    }

    /// The first person that sentence number `sentence` names.
    pub(super) fn first_person_in(&self, a: &Analysis, sentence: usize) -> Option<usize> {
        let sentence = a.sentences.get(sentence)?;
        let from = self.named.partition_point(|(range, _)| range.start < sentence.start);
        let within = self.named.get(from..)?.iter().take_while(|(range, _)| range.start < sentence.end);
        // A name of two words that opens the sentence is a person's, as far as can be told.
        let opens = |range: &Range<usize>| (sentence.start..range.start).all(|at| a.is(at, MARK));
        let mut people = within.filter(|(range, entity)| {
            let person = self.all[*entity].person || opens(range) && self.is_person(*entity);
            person && self.is_told_of(a, range)
        });
        people.next().map(|&(_, entity)| entity)
    }

    /// The first body that sentence number `sentence` names before token `before` as who acts, not as where something is.
    pub(super) fn first_body_in(&self, a: &Analysis, sentence: usize, before: usize) -> Option<usize> {
        let sentence = a.sentences.get(sentence)?;
        let from = self.named.partition_point(|(range, _)| range.start < sentence.start);
        let within =
            self.named.get(from..)?.iter().take_while(|(range, _)| range.start < sentence.end.min(before));
        let mut bodies = within.filter(|(range, entity)| {
            let governed = range.start.checked_sub(1).is_some_and(|at| a.is(at, PREPOSITION));
            let who = &self.all[*entity];
            // “Shares in Korvel fell”: a capital only because the sentence begins.
            let common = range.len() == 1 && a.opens_sentence(range.start) && a.is(range.end, PREPOSITION);
            !who.person
                && who.gender == Gender::Unknown
                && !governed
                && !common
                && !attributive(a, range.end)
                && !a.is(range.end - 1, GENITIVE | DEMONYM)
                && self.is_told_of(a, range)
        });
        bodies.next().map(|&(_, entity)| entity)
    }

    /// The last body named before token `before` that has `word` in its name: `the council` is the Grell Council.
    pub(super) fn last_with_word(&self, a: &Analysis, word: &str, before: usize) -> Option<usize> {
        let to = self.named.partition_point(|(range, _)| range.start < before);
        let has = |entity: usize| {
            let name = &self.all[entity].name;
            name.len() > word.len() && name.split(' ').any(|part| part.eq_ignore_ascii_case(word))
        };
        let recent = self.named.get(..to)?.iter().rev().take(NAMES_BACK);
        let mut found = recent.filter(|(range, entity)| has(*entity) && self.is_told_of(a, range));
        found.next().map(|&(_, entity)| entity)
    }

    /// The entity that is named within `range`.
    pub(super) fn named_in(&self, range: Range<usize>) -> Option<usize> {
        let from = self.named.partition_point(|(name, _)| name.start < range.start);
        self.named.get(from).filter(|(name, _)| name.end <= range.end).map(|&(_, entity)| entity)
    }

    /// Notes that `range` names `entity`.
    pub(super) fn add_mention(&mut self, entity: usize, range: Range<usize>) {
        self.all[entity].mentions.push(range);
    }

    /// The entity that a source phrase names outright: by a name at its head, or by a role that somebody was introduced with.
    pub(super) fn of_phrase(&self, a: &Analysis, phrase: &Range<usize>) -> Option<usize> {
        let head_part = before_comma(a, phrase.clone());
        if let Some(entity) = self.named_at_end(a, &head_part).filter(|&entity| self.all[entity].person) {
            return Some(entity);
        }
        // “the mayor of Brill, Ana Low”
        if head_part.end < phrase.end {
            let rest = before_comma(a, head_part.end + 1..phrase.end);
            let named = self.named_at_end(a, &rest);
            let related = head(a, head_part.clone()).is_some_and(|at| a.is(at, ROLE));
            let described =
                !a.is(head_part.end - 1, CAPITAL) || a.is(head_part.start, DETERMINER | POSSESSIVE);
            if let Some(entity) = named.filter(|&entity| described && (self.is_person(entity) || related)) {
                return Some(entity);
            }
        }
        let definite = a.reads(phrase.start, "the") || phrase.clone().any(|at| a.is(at, GENITIVE));
        let placed = phrase.clone().any(|at| a.is(at, DEMONYM)) && !a.is(phrase.start, DETERMINER);
        let role = head(a, head_part.clone()).filter(|_| definite || placed);
        let bearer = role.and_then(|at| self.roles.bearer(&Role::of(a, phrase, at)));
        // “Brill’s Harbour Master” and “Spanish president” name nobody else.
        let one = role.is_some_and(|at| a.is(at, ROLE) && !a.word(at).ends_with('s') && !a.is(at, BODY));
        let titled = bearer.filter(|&entity| one && self.is_person(entity));
        titled.or_else(|| self.named_at_head(a, &head_part)).or(bearer.filter(|_| definite))
    }

    /// Whether `entity` is a person, or may well be one: two or three words, none of them that of a body.
    pub(super) fn is_person(&self, entity: usize) -> bool {
        let who = &self.all[entity];
        who.person || who.gender != Gender::Unknown || !who.body && is_likely_person(&who.name)
    }

    /// The entity whose name ends `phrase`, if that is not what a preposition governs.
    fn named_at_end(&self, a: &Analysis, phrase: &Range<usize>) -> Option<usize> {
        let last = phrase.end.checked_sub(1)?;
        let from = self.named.partition_point(|(range, _)| range.end <= last);
        let (range, entity) = self.named.get(from)?;
        let free =
            range.start <= phrase.start || !a.is(range.start - 1, PREPOSITION | CONJUNCTION | DETERMINER);
        (range.start <= last && last < range.end && !a.is(last, GENITIVE) && free).then_some(*entity)
    }

    /// The entity whose name ends the part of `phrase` before its first preposition.
    fn named_at_head(&self, a: &Analysis, phrase: &Range<usize>) -> Option<usize> {
        let head = head(a, phrase.clone())?;
        let from = self.named.partition_point(|(range, _)| range.end <= head);
        let (range, entity) = self.named.get(from)?;
        let next = head + 1;
        // “the Bank of Brill” is more than a bank; “Low and Crane” are two.
        let longer = next >= range.end
            && next < phrase.end
            && (a.is(next, PREPOSITION) && !self.is_person(*entity)
                || a.is(next, CONJUNCTION) && a.is(next + 1, CAPITAL));
        (range.start <= head && head < range.end && !longer && !a.is(head, GENITIVE)).then_some(*entity)
    }

    /// An entity for a phrase that names nobody known: `officials`, `a spokeswoman for the port`. None for a phrase without words.
    pub(super) fn of_words(&mut self, a: &Analysis, phrase: &Range<usize>) -> Option<usize> {
        let part = before_comma(a, phrase.clone());
        let article = ["the", "a", "an"].iter().any(|word| a.reads(part.start, word));
        let start = if part.len() > 1 && article { part.start + 1 } else { part.start };
        let words = names::words(a, start..part.end);
        if let Some(&entity) = self.by_name.get(&words.to_lowercase()) {
            return Some(entity);
        }
        if !words.chars().any(char::is_alphanumeric) {
            return None;
        }
        let gender = head(a, part).and_then(|at| names::gender_of(a, at)).unwrap_or_default();
        let entity = self.push(words.into_owned(), gender, gender != Gender::Unknown);
        self.all[entity].named = false;
        Some(entity)
    }
}

/// Whether a noun follows at `at`, so that the name before it is an adjective: `the Grell island`.
pub(super) fn attributive(a: &Analysis, at: usize) -> bool {
    is_nominal(a, at) && !a.is(at, CAPITAL | VERB | ATTRIBUTES)
}

/// Whether the words beside `name` are those beside a body or a place: `the Grell Resorts said`, `at Grell Halls`.
fn names_body(a: &Analysis, name: &Name) -> bool {
    let Some(before) = name.whole.start.checked_sub(1).filter(|_| name.bare.len() > 1) else { return false };
    let article =
        a.reads(before, "the") && !attributive(a, name.whole.end) && name.whole.start == name.bare.start;
    article || a.word(before) == "at"
}

/// Whether the apposition with the head `at` says what somebody is: `the warden of Grell`, but not `Brill` or `45`.
fn names_role(a: &Analysis, apposition: &Range<usize>, at: usize) -> bool {
    let common = a.is(apposition.start, DETERMINER) && !a.is(at, CAPITAL | GENITIVE) && a.is_word(at);
    // “according to Low, the wreck lies at 40 metres”: a sentence.
    let common = common && !apposition.clone().any(|at| a.is(at, VERB));
    a.is(at, ROLE) || common && !a.is(apposition.start, SUBJECT)
}

/// `phrase` up to its first comma or bracket.
pub(super) fn before_comma(a: &Analysis, phrase: Range<usize>) -> Range<usize> {
    let end = phrase
        .clone()
        .find(|&at| (matches!(a.word(at), "," | "(") || a.is_dash(at)) && at > phrase.start)
        .unwrap_or(phrase.end);
    phrase.start..end
}

/// The last word before the first preposition or conjunction: the head of a simple phrase.
pub(super) fn head(a: &Analysis, phrase: Range<usize>) -> Option<usize> {
    let particle = |at: usize| {
        a.is(at, PREPOSITION | CONJUNCTION) || matches!(a.word(at), "who" | "which" | "that" | ",")
    };
    let end = phrase.clone().skip(1).find(|&at| particle(at)).unwrap_or(phrase.end);
    (phrase.start..end).rev().find(|&at| a.is_word(at) && !a.is(at, DETERMINER | POSSESSIVE))
}
