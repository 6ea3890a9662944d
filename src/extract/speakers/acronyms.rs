//! Acronyms and the full names that the same text gives: `the GWB` is the `Grell Water Board`.

use super::bodies::is_likely_person;
use super::names::{self, Gender, Name};
use crate::extract::analysis::Analysis;
use crate::extract::class::CAPITAL;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Pairs that initials alone do not show, or that two initials would leave in doubt.
const KNOWN: [(&str, &str); 14] = [
    ("eu", "european union"),
    ("fed", "federal reserve"),
    ("gop", "republican party"),
    ("nasa", "national aeronautics and space administration"),
    ("nato", "north atlantic treaty organisation"),
    ("nato", "north atlantic treaty organization"),
    ("opec", "organization of the petroleum exporting countries"),
    ("uae", "united arab emirates"),
    ("uk", "united kingdom"),
    ("un", "united nations"),
    ("unesco", "united nations educational, scientific and cultural organization"),
    ("us", "united states"),
    ("who", "world health organisation"),
    ("who", "world health organization"),
];

/// For each acronym among the names of the text, in lower case, the full name that the text gives too. Linear.
pub(super) fn find(a: &Analysis, found: &[Name]) -> Vec<(String, String)> {
    // The letters, without full stops, and the forms in which they stand.
    let mut wanted: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for name in found.iter().filter(|name| name.bare.len() == 1) {
        if let Some(letters) = letters(a, name.bare.start) {
            let forms = wanted.entry(letters).or_default();
            let form = names::key(a, name.bare.start);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    let mut out = Vec::new();
    for (number, name) in found.iter().enumerate() {
        if wanted.is_empty() {
            break;
        }
        if name.person || name.gender != Gender::Unknown {
            continue;
        }
        let mut end = name.bare.end;
        for next in number + 1..number + 4 {
            let full = names::words(a, name.bare.start..end);
            for letters in shortened(a, &full, name.bare.start..end) {
                let forms = wanted.remove(&letters).unwrap_or_default();
                out.extend(forms.into_iter().map(|form| (form, full.clone().into_owned())));
            }
            // “Grell Board of Water and Roads” is several runs of capitals.
            match found.get(next).filter(|next| links(a, end..next.bare.start)) {
                Some(next) => end = next.bare.end,
                None => break,
            }
        }
    }
    out
}

/// The letters of the acronym at `at`, in lower case; none if it is none.
fn letters(a: &Analysis, at: usize) -> Option<String> {
    let word = names::words(a, at..at + 1);
    let letters: String = word.chars().filter(|&c| c != '.').collect();
    let lower = letters.to_lowercase();
    let capitals = letters.len() <= 7 && letters.chars().all(|c| c.is_ascii_uppercase());
    let known = letters.len() > 2 && KNOWN.iter().any(|(short, _)| *short == lower);
    (letters.len() > 1 && (capitals || known)).then_some(lower)
}

/// The acronyms that may stand for `full`, the words of `range`. Those of KNOWN, and its initials.
fn shortened(a: &Analysis, full: &str, range: Range<usize>) -> impl Iterator<Item = String> {
    let initials = range.filter(|&at| a.is(at, CAPITAL)).filter_map(|at| a.word(at).chars().next());
    let count = initials.clone().take(3).count();
    // Two initials are those of many a person too.
    let telling = count > 2 || count == 2 && !is_likely_person(full);
    let initials = telling.then(|| initials.collect::<String>().to_lowercase());
    let known = KNOWN.iter().filter(move |(_, name)| full.eq_ignore_ascii_case(name));
    known.map(|(short, _)| (*short).to_owned()).chain(initials)
}

/// Whether nothing but one or two small words stand in `gap`: `of`, `of the`, `for`, `and`.
fn links(a: &Analysis, gap: Range<usize>) -> bool {
    let small = |at: usize| ["of", "the", "for", "and", "on", "in"].iter().any(|word| a.word(at) == *word);
    (1..=2).contains(&gap.len()) && a.word(gap.start) != "the" && gap.into_iter().all(small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::progress::Progress;

    fn pairs(text: &str) -> Vec<(String, String)> {
        let a = Analysis::of(text);
        let found = names::find(&a, &mut Progress::new(text.len(), &mut |_| ()));
        find(&a, &found)
    }

    fn pair(short: &str, full: &str) -> Vec<(String, String)> {
        vec![(short.to_owned(), full.to_owned())]
    }

    #[test]
    fn initials_stand_for_a_full_name() {
        assert_eq!(pairs("The Grell Water Board met. The GWB left early."), pair("gwb", "Grell Water Board"));
        assert_eq!(
            pairs("The Grell Office of Wells and Dams met. The GOWD left."),
            pair("gowd", "Grell Office of Wells and Dams")
        );
        assert_eq!(
            pairs("The U.N. met in Grell. The United Nations will stay."),
            pair("u.n.", "United Nations")
        );
        assert_eq!(
            pairs("Nato grows. The North Atlantic Treaty Organization met."),
            pair("nato", "North Atlantic Treaty Organization")
        );
    }

    #[test]
    fn a_person_or_an_unknown_acronym_does_not() {
        assert!(pairs("Ida Brook met the IB. Mr. Tom Grell Reed left the TGR.").is_empty());
        assert!(pairs("NATO and the UN met.").is_empty());
    }
}
