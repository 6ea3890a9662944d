//! What the rules ask about words and lines.

use crate::lexicon::{vocabulary, vocabulary_tags};

/// What is left of `word` after `want`, which is in lower case; `None` when it does not begin so.
pub(super) fn same<'t>(word: &'t str, want: &str) -> Option<&'t str> {
    // Most words differ in their first letter.
    if let (Some(first), Some(wanted)) = (word.bytes().next(), want.bytes().next())
        && first.is_ascii()
        && first.to_ascii_lowercase() != wanted
    {
        return None;
    }
    let mut given = word.chars();
    for want in want.chars() {
        let c = given.next()?;
        if c.to_ascii_lowercase() != want && !(want == '\'' && c == '’') {
            return None;
        }
    }
    Some(given.as_str())
}

/// Whether `line` ends like a sentence, a clause or a line of verse. “…”, “:” and “?” do not: links end so too.
pub(super) fn stops(line: &str) -> bool {
    line.ends_with(['!', '”', '’', ',', ';']) || line.ends_with('.') && !line.ends_with("...")
}

/// Whether `word` is a number: `12`, `1,204`, `2.5k`.
pub(super) fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches('(').trim_end_matches([')', 'k', 'K', 'm', 'M']);
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
}

/// Words in lower case that stand among names and offices.
const JOINING: [&str; 26] = [
    "and", "of", "for", "in", "the", "with", "from", "to", "at", "by", "on", "de", "van", "von", "der",
    "den", "la", "le", "el", "al", "bin", "du", "da", "di", "via", "a",
];
/// What a writer may be.
const OFFICES: [&str; 12] = [
    "reporter",
    "reporters",
    "correspondent",
    "editor",
    "writer",
    "columnist",
    "journalist",
    "photographer",
    "producer",
    "critic",
    "contributor",
    "commentator",
];
/// What stands before it.
const FIELDS: [&str; 38] = [
    "staff",
    "senior",
    "chief",
    "special",
    "contributing",
    "deputy",
    "associate",
    "assistant",
    "news",
    "affairs",
    "environment",
    "business",
    "political",
    "politics",
    "community",
    "education",
    "health",
    "science",
    "sports",
    "sport",
    "economics",
    "foreign",
    "diplomatic",
    "social",
    "legal",
    "home",
    "media",
    "arts",
    "city",
    "crime",
    "investigations",
    "data",
    "technology",
    "transport",
    "local",
    "guest",
    "freelance",
    "our",
];

fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|want| same(word, want) == Some(""))
}

/// Whether `word` says what a writer is: `Reporter`.
pub(super) fn is_office(word: &str) -> bool {
    is_in(bare(word), &OFFICES)
}

/// Whether `word` may stand before that: `Staff`.
pub(super) fn is_field(word: &str) -> bool {
    is_in(bare(word), &FIELDS)
}

/// `word` without marks at its ends.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether `word` begins with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase)
}

/// Whether `word` is a listed first name with a capital.
pub(super) fn is_first_name(word: &str) -> bool {
    is_capital(word) && vocabulary_tags(bare(word)) & vocabulary::FIRST_NAMES != 0
}

/// Whether the `words` are names, offices and what joins them, and no sentence.
pub(super) fn is_names<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut count, mut capitals, mut last) = (0, 0, "");
    for word in words {
        count += 1;
        let name = word.trim_start_matches(['(', '[', '@', '/', '|', '•', '·', '&', '-', '–', '—', '©']);
        let capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        capitals += usize::from(name.starts_with(char::is_uppercase));
        if !capital && !name.is_empty() && !is_in(name, &JOINING) && !is_office(name) && !is_field(name)
            || count > 16
        {
            return false;
        }
        last = word;
    }
    // “Ph.D.”, “A.” and “Inc.” are no ends of sentences.
    let abbreviated = last.len() < 5 || last.trim_end_matches('.').contains('.');
    capitals > 0 && (!stops(last) || last.ends_with('.') && abbreviated)
}
