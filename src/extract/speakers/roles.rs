//! What somebody was introduced as: `Low, the harbour master of Brill`. Later phrases lead back to the bearer of the role.

use super::names;
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ATTRIBUTES, CAPITAL, DEMONYM, DETERMINER, GENITIVE, MARK, POSSESSIVE, PREPOSITION,
};
use crate::extract::np::is_nominal;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The most words looked at to either side of a role's head.
const REACH: usize = 5;
/// The most bearers of one word that are compared, the last ones.
const BEARERS: usize = 12;

/// A role: its head, what kind of it, and where. Words are in lower case.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Role {
    head: String,
    /// `supreme`, `deputy`, `opposition`.
    kind: Vec<String>,
    /// `iran’s`, `iranian`, `of Iran`.
    places: Vec<String>,
}

impl Role {
    /// The role that `phrase` describes with the noun at `head`: `the harbour master of Brill`.
    pub(super) fn of(a: &Analysis, phrase: &Range<usize>, head: usize) -> Self {
        let mut role = Self::before(a, head);
        let after = head + 1..phrase.end.min(head + 1 + REACH);
        if a.is(after.start, PREPOSITION) && !after.is_empty() {
            role.places.extend(after.filter(|&at| a.is(at, CAPITAL)).map(|at| names::key(a, at)));
        }
        role
    }

    /// The role whose head stands at `head`, with the words before it: `Grell’s deputy harbour master`.
    pub(super) fn before(a: &Analysis, head: usize) -> Self {
        let mut role = Self { head: names::key(a, head), kind: vec![], places: vec![] };
        for at in (0..head).rev().take(REACH) {
            if a.is(at, GENITIVE | DEMONYM) && a.is(at, CAPITAL) {
                role.places.push(names::key(a, at));
            } else if a.is(at, MARK | DETERMINER | POSSESSIVE | ATTRIBUTES) || !is_nominal(a, at) {
                break;
            } else if a.is(at, CAPITAL) && !a.is(head, CAPITAL) {
                role.places.push(names::key(a, at));
            } else {
                role.kind.push(names::key(a, at));
            }
        }
        role
    }

    /// Whether both can be one role: nothing that both tell differs wholly.
    fn fits(&self, other: &Self) -> bool {
        let shares = |ours: &[String], theirs: &[String], same: fn(&str, &str) -> bool| {
            ours.is_empty() || theirs.is_empty() || ours.iter().any(|x| theirs.iter().any(|y| same(x, y)))
        };
        shares(&self.kind, &other.kind, |x, y| x == y) && shares(&self.places, &other.places, same_place)
    }
}

/// `Iran` and `Iranian`, `Spain` and `Spanish`.
fn same_place(one: &str, other: &str) -> bool {
    const UNLIKE: [(&str, &str); 8] = [
        ("fran", "fren"),
        ("spai", "span"),
        ("wale", "wels"),
        ("us", "amer"),
        ("u.s.", "amer"),
        ("unit", "amer"),
        ("uk", "brit"),
        ("denm", "dani"),
    ];
    let stem = |word: &str| word.chars().take(4).collect::<String>();
    let (one, other) = (stem(one), stem(other));
    let pair = |x: &str, y: &str| UNLIKE.contains(&(x, y));
    one == other || pair(&one, &other) || pair(&other, &one)
}

/// Who was introduced with which role.
#[derive(Default)]
pub(super) struct Roles {
    bearers: FxHashMap<String, Vec<(Role, usize)>>,
}

impl Roles {
    /// Notes that `entity` bears `role`.
    pub(super) fn add(&mut self, role: Role, entity: usize) {
        self.bearers.entry(role.head.clone()).or_default().push((role, entity));
    }

    /// Who bears `role`: the last who was introduced so.
    pub(super) fn bearer(&self, role: &Role) -> Option<usize> {
        let last = self.bearers.get(&role.head)?.iter().rev().take(BEARERS);
        last.clone().find(|(known, _)| known.fits(role)).map(|&(_, entity)| entity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(one: &str, other: &str) -> bool {
        let role = |text: &str| {
            let a = Analysis::of(text);
            let head = (0..a.tokens.len()).find(|&at| a.reads(at, "warden")).unwrap_or(0);
            Role::of(&a, &(0..a.tokens.len()), head)
        };
        role(one).fits(&role(other))
    }

    #[test]
    fn a_role_fits_when_its_kind_and_place_do() {
        assert!(fits("the supreme warden of Spain", "Spain’s Supreme Warden"));
        assert!(fits("the supreme warden of Spain", "the Spanish warden"));
        assert!(fits("the supreme warden of Spain", "the warden"));
        assert!(!fits("the supreme warden of Spain", "the deputy warden"));
        assert!(!fits("the supreme warden of Spain", "the Danish supreme warden"));
    }
}
