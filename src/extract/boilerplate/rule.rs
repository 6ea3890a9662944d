//! One rule of `rules/`, and whether a line fits it.

use super::words::{is_names, is_number, same, stops};

/// Where a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// Everywhere.
    Full,
    /// Beside others.
    Weak,
    /// Everywhere, and the lines below may go with it.
    Heading,
    /// Above the first paragraph.
    Head,
}

/// A rule as it stands in its file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub(super) reason: &'static str,
    pub(super) force: Force,
    /// The most bytes that the line may have.
    longest: usize,
    words: &'static str,
}

impl Rule {
    pub(super) fn read(line: &'static str, reason: &'static str, longest: usize) -> Rule {
        let (force, words) = match line.split_once(' ') {
            Some(("?", words)) => (Force::Weak, words),
            Some((">", words)) => (Force::Heading, words),
            Some(("^", words)) => (Force::Head, words),
            _ => (Force::Full, line),
        };
        Rule { reason, force, longest, words }
    }

    /// The word by which a line finds the rule, and whether that is the line's last word.
    pub(super) fn key(&self) -> (&'static str, bool) {
        match self.words.strip_prefix("… ") {
            Some(words) => (words.rsplit(' ').next().unwrap_or(words), true),
            None => (self.words.split(' ').next().unwrap_or(self.words), false),
        }
    }

    /// Whether `line` is such a line. Looks at no more than [`Rule::longest`] bytes.
    pub(super) fn fits(&self, line: &str) -> bool {
        if line.len() > self.longest {
            return false;
        }
        match self.words.strip_prefix("… ") {
            Some(words) => ends(line, words),
            None => begins(line, self.words),
        }
    }
}

/// Whether the last words of `line` are `words`.
fn ends(line: &str, words: &str) -> bool {
    let line = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut given = line.split_whitespace().rev();
    words.split(' ').rev().all(|want| given.next().is_some_and(|word| same(word, want) == Some("")))
}

/// Whether `line` is what the rule `words` says.
fn begins(line: &str, words: &str) -> bool {
    let mut given = line.split_whitespace();
    let mut wanted = words.split(' ').peekable();
    let mut literals = 0;
    while let Some(want) = wanted.next() {
        match want {
            "…" => return !stops(line) && has_one_of(given, wanted),
            "…." => return has_one_of(given, wanted),
            "NAMES" => return is_names(given),
            _ => literals += 1,
        }
        let last = wanted.peek().is_none_or(|next| matches!(*next, "…" | "…." | "NAMES"));
        let rest = match given.next() {
            Some(word) if want == "N" => is_number(word).then_some(""),
            Some(word) if want.contains('N') => numbers(word, want).then_some(""),
            Some(word) => same(word, want),
            None => None,
        };
        let Some(rest) = rest else { return false };
        // A full stop ends a sentence of the article rather than a word on a button.
        let mark = |c: char| MARKS.contains(c) || literals > 2 && matches!(c, '.' | '!');
        if !(rest.is_empty() || last && rest.chars().all(mark)) {
            return false;
        }
    }
    given.all(|word| word.chars().all(|c| !c.is_alphanumeric() && c != '“' && c != '"'))
}

/// What may stand after the words of a button.
const MARKS: &str = ":*…›»>→)|-";

/// Whether `word` is `want` with numbers for `N`, as in `N%`.
fn numbers(word: &str, want: &str) -> bool {
    let shape = |s: &str| -> String { s.chars().filter(|c| !c.is_ascii_digit() && *c != 'N').collect() };
    let plain = |s: String| s.replace('.', "");
    word.bytes().any(|b| b.is_ascii_digit()) && plain(shape(word)) == plain(shape(want))
}

/// Whether one of the words `given` is in the brackets that `wanted` holds; true when it holds none.
fn has_one_of<'t, 'w>(
    given: impl Iterator<Item = &'t str> + Clone,
    wanted: impl Iterator<Item = &'w str>,
) -> bool {
    let mut any = false;
    for want in wanted {
        any = true;
        let want = want.trim_matches(['[', ']']);
        let fits = |word: &str| match want {
            "@" => word.contains('@') || word.contains("://"),
            _ => same(word.trim_matches(|c: char| !c.is_alphanumeric()), want) == Some(""),
        };
        if given.clone().any(fits) {
            return true;
        }
    }
    !any
}
