//! A sentence about the writer at the end: `Mira Toll is a staff writer at Venn Weekly.`

use super::words::{bare, is_capital, is_office, same};

/// Longer paragraphs belong to the article.
const LONGEST: usize = 320;
/// What stands before a writer's office that a person in the news would hardly have.
const KINDS: [&str; 8] =
    ["staff", "contributing", "freelance", "senior", "general", "assignment", "investigative", "digital"];

/// Whether `line`, the last of an article, is about its writer.
pub(super) fn is_note(line: &str) -> bool {
    if line.len() > LONGEST || line.contains(['“', '"']) {
        return false;
    }
    let mut words = line.split_whitespace().peekable();
    let mut names = 0;
    while words.next_if(|word| is_capital(word)).is_some() {
        names += 1;
    }
    if !(2..5).contains(&names) || words.next() != Some("is") {
        return false;
    }
    let rest: Vec<&str> = words.take(9).map(bare).collect();
    let any = |list: &[&str]| rest.iter().any(|word| list.iter().any(|want| same(word, want) == Some("")));
    let Some(office) = rest.iter().position(|word| is_office(word)) else { return false };
    let covers =
        rest.get(office + 1).is_some_and(|next| ["covering", "at", "with", "for", "based"].contains(next));
    matches!(rest.first(), Some(&("a" | "an" | "the"))) && office < 5 && (any(&KINDS) || covers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_on_the_writer_are_told() {
        assert!(is_note("Mira Toll is a staff writer at Venn Weekly. She can be reached at 555-0134."));
        assert!(is_note("Ines Corrado is a reporter covering the coast."));
        assert!(!is_note("Ada Moss is a baker."));
        assert!(!is_note("Kos is a writer."));
        assert!(!is_note("The reporter Ada Moss is a friend."));
        assert!(!is_note("Ada Moss said that she is a staff writer."));
        assert!(!is_note("Ada Moss is"));
        assert!(!is_note(""));
    }
}
