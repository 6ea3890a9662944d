//! Names in the text: runs of capitalised words, without the titles before them.

use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ASIDE, BODY, CAPITAL, FEMALE, FIRST_NAME, GENITIVE, MALE, MARK, OBJECT, OPENER, ROLE, SMALL, SUBJECT,
    TIME, TITLE, VAGUE,
};
use crate::extract::np::joins_name;
use crate::extract::progress::Progress;
use crate::lexicon::{vocabulary, vocabulary_tags};
use std::borrow::Cow;
use std::ops::Range;

/// Whom “he” and “she” can stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

/// A run of capitalised words that names somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// With its titles.
    pub(super) whole: Range<usize>,
    /// Without them.
    pub(super) bare: Range<usize>,
    pub(super) gender: Gender,
    /// A title or a frequent first name says that it is a person.
    pub(super) person: bool,
    /// In a line whose words all have capitals: then it need not be a name.
    pub(super) headline: bool,
}

/// Every name of the text, in order. Linear.
pub(super) fn find(a: &Analysis, progress: &mut Progress) -> Vec<Name> {
    let mut out = Vec::new();
    let headlines = headlines(a);
    let mut at = 0;
    while at < a.tokens.len() {
        progress.at(a.byte(at));
        if !is_name_word(a, at) {
            at += 1;
            continue;
        }
        let run = run(a, at);
        at = run.end;
        // “Critics say”, “Police said”: a capital only because the sentence begins.
        let common = run.len() == 1 && a.is(run.start, ROLE | VAGUE) && !a.is(run.start, GENITIVE);
        if common && a.opens_sentence(run.start) {
            continue;
        }
        let headline = headlines.get(a.paragraph_at(run.start)).is_some_and(|&headline| headline);
        out.push(Name { headline, ..read(a, run) });
    }
    out
}

/// For each paragraph, whether it is a headline in which most words have capitals.
fn headlines(a: &Analysis) -> Vec<bool> {
    let headline = |(number, line): (usize, &Range<usize>)| {
        if !a.is_heading(number) && (line.len() > 30 || a.word(line.end - 1) == ".") {
            return false;
        }
        let long = line.clone().filter(|&at| a.is_word(at) && a.word(at).len() > 3);
        let (words, capitals) =
            long.fold((0, 0), |(n, caps), at| (n + 1, caps + usize::from(a.is(at, CAPITAL))));
        words >= 3 && capitals * 4 >= words * 3
    };
    a.paragraphs.iter().enumerate().map(headline).collect()
}

/// The run of name words that begins at `start`; a genitive ends it, and so does the line.
fn run(a: &Analysis, start: usize) -> Range<usize> {
    let (mut end, mut of) = (start, false);
    while end < a.tokens.len() && end - start < 12 {
        let joined = end > start && joins_name(a, end) && a.word(end) != "&";
        let particle = end > start && is_particle(a.word(end)) && a.is(end + 1, CAPITAL);
        if !(is_name_word(a, end) || joined || particle) || end > start && a.opens_line(end) {
            break;
        }
        end += 1;
        if a.is(end - 1, GENITIVE) {
            break;
        }
        // “the Church of Grell”, “the Office for Wells and Dams”
        let linked = matches!(a.word(end), "of" | "for") && is_name_word(a, end + 1) && a.is(end - 1, BODY);
        let listed = matches!(a.word(end), "and") && is_name_word(a, end + 1) && of;
        if linked || listed && end + 1 - start < 12 {
            (end, of) = (end + 1, linked);
        }
    }
    // “the Reeds’ dog”: the apostrophe joins nothing here.
    while end > start && a.is(end - 1, MARK) {
        end -= 1;
    }
    start..end
}

fn is_name_word(a: &Analysis, at: usize) -> bool {
    a.is(at, CAPITAL)
        && !a.is(at, SMALL | SUBJECT | OBJECT | OPENER | ASIDE)
        && (!a.is(at, TIME) || a.is(at, TITLE))
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "al"
            | "bin"
            | "ibn"
            | "la"
            | "di"
            | "da"
            | "du"
            | "el"
            | "dos"
            | "del"
            | "le"
            | "ter"
    )
}

/// Strips titles from `run`, and reads the gender from them or from the first name.
fn read(a: &Analysis, run: Range<usize>) -> Name {
    // “the University of Grell” is named by all its words, and is no person.
    if run.clone().any(|at| matches!(a.word(at), "of" | "for")) {
        return Name {
            whole: run.clone(),
            bare: run,
            gender: Gender::Unknown,
            person: false,
            headline: false,
        };
    }
    let last = run.end - 1;
    let mut start = run.start;
    let mut gender = Gender::Unknown;
    let mut titled = false;
    if !a.is(last, ROLE | TITLE) || a.is(last, GENITIVE) && run.len() > 1 && !a.is(last, ROLE) {
        for at in run.start..last {
            if a.is(at, TITLE | ROLE) {
                titled = true;
                gender = gender_of(a, at).unwrap_or(gender);
                start = at + 1;
                if a.word(start) == "." && start < last {
                    start += 1;
                }
            }
        }
    }
    // “Secretary of State Ana Low”, “Brill Port Ana Low”: a frequent first name inside shows where the person begins.
    if !a.is(last, ROLE | TITLE) {
        let inner = (start + 1..last).rev().find(|&at| a.is(at, FIRST_NAME));
        let begins = !a.is(start, FIRST_NAME);
        start = inner.filter(|_| begins).unwrap_or(start);
    }
    // “spokeswoman Ana Low”: the role before the name in lower case.
    let role =
        run.start.checked_sub(1).filter(|&at| !titled && a.is(at, ROLE | TITLE) && !a.is(at, GENITIVE));
    let role = role.filter(|&at| !a.is(at, BODY)); // “the agency Grell News” is no person
    if let Some(at) = role {
        titled = true;
        gender = gender_of(a, at).unwrap_or(gender);
    }
    // “the Madison Council” is no person, though Madison is a first name.
    let listed = a.is(start, FIRST_NAME) && start < last && !a.is(last, BODY);
    let listed = listed.then(|| vocabulary_tags(a.word(start)));
    match listed {
        Some(tags) if gender == Gender::Unknown => {
            gender =
                match (tags & vocabulary::FIRST_NAMES_FEMALE != 0, tags & vocabulary::FIRST_NAMES_MALE != 0) {
                    (true, false) => Gender::Female,
                    (false, true) => Gender::Male,
                    _ => Gender::Unknown,
                }
        }
        _ => {}
    }
    Name {
        whole: run.clone(),
        bare: start..run.end,
        gender,
        person: titled || listed.is_some(),
        headline: false,
    }
}

/// The gender that the word at `at` has: `spokeswoman`.
pub(super) fn gender_of(a: &Analysis, at: usize) -> Option<Gender> {
    match (a.is(at, FEMALE), a.is(at, MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// The words of `range` with single spaces, the last without its genitive.
pub(super) fn words<'t>(a: &Analysis<'t>, range: Range<usize>) -> Cow<'t, str> {
    let span = a.span(range).of(a.text);
    let bare = ["'s", "’s", "'", "’"].iter().find_map(|ending| span.strip_suffix(ending)).unwrap_or(span);
    if is_evenly_spaced(bare) {
        return bare.into();
    }
    bare.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// Whether single plain spaces are the only white space between the words; the ends have none.
fn is_evenly_spaced(words: &str) -> bool {
    let mut before = 0;
    words.bytes().all(|byte| {
        // Other spaces than those of ASCII begin with these bytes too.
        let space = matches!(byte, b'\t'..=b'\r' | 0x1c..=0x1f | 0xc2 | 0xe1..=0xe3)
            || byte == b' ' && before == b' ';
        before = byte;
        !space
    })
}

/// The word of token `at` in lower case without its genitive: what names are compared by.
pub(super) fn key(a: &Analysis, at: usize) -> String {
    words(a, at..at + 1).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(String, Gender)> {
        let a = Analysis::of(text);
        find(&a, &mut Progress::new(text.len(), &mut |_| ()))
            .into_iter()
            .map(|name| (words(&a, name.bare).into_owned(), name.gender))
            .collect()
    }

    #[test]
    fn titles_are_no_part_of_a_name() {
        assert_eq!(
            names("On Monday Harbour Minister Dr. Ana de Low met Mr. Crane."),
            [("Ana de Low".to_owned(), Gender::Female), ("Crane".to_owned(), Gender::Male)]
        );
        assert_eq!(names("spokeswoman Bo Crane’s dog"), [("Bo Crane".to_owned(), Gender::Female)]);
    }

    #[test]
    fn an_apostrophe_at_the_end_is_no_part_of_a_name() {
        assert_eq!(names("Asked by Ms’ group."), [("Ms".to_owned(), Gender::Unknown)]);
        assert_eq!(names("the Reeds’ dog"), [("Reeds".to_owned(), Gender::Unknown)]);
    }

    #[test]
    fn line_ends_and_odd_spaces_become_single_spaces() {
        for text in ["Bo  Crane", "Bo\u{a0}Crane", "Bo\u{2003}Crane", "Bo\tCrane"] {
            let a = Analysis::of(text);
            assert_eq!(words(&a, 0..2), "Bo Crane");
        }
        assert_eq!(key(&Analysis::of("Åsa’s"), 0), "åsa");
    }

    #[test]
    fn bodies_keep_their_words() {
        assert_eq!(
            names("The Justice Department and the Supreme Court."),
            [
                ("Justice Department".to_owned(), Gender::Unknown),
                ("Supreme Court".to_owned(), Gender::Unknown)
            ]
        );
    }
}
