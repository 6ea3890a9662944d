//! What tells the name of a body from that of a person.

/// Words that end the names of bodies and places.
const BODIES: [&str; 48] = [
    "group",
    "organization",
    "organisation",
    "company",
    "firm",
    "agency",
    "department",
    "ministry",
    "government",
    "administration",
    "campaign",
    "committee",
    "commission",
    "council",
    "board",
    "court",
    "union",
    "association",
    "party",
    "team",
    "club",
    "university",
    "institute",
    "report",
    "study",
    "survey",
    "poll",
    "statement",
    "letter",
    "newspaper",
    "paper",
    "lawsuit",
    "website",
    "document",
    "street",
    "house",
    "city",
    "states",
    "county",
    "school",
    "news",
    "times",
    "post",
    "bank",
    "service",
    "canada",
    "kingdom",
    "nations",
];

/// Whether `word` says that a phrase is of a body, not of a person.
pub(super) fn is_body(word: &str) -> bool {
    BODIES.iter().any(|body| word.eq_ignore_ascii_case(body))
}

/// Two to four capitalised words that do not read like a body's name.
pub(super) fn is_likely_person(name: &str) -> bool {
    let words = name.split(' ').count();
    let capital = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
    };
    (2..=4).contains(&words) && name.split(' ').all(|word| capital(word) && !is_body(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_a_body_word() {
        assert!(is_likely_person("Ida Brook"));
        assert!(
            !is_likely_person("Grell Water Board")
                && !is_likely_person("BBC News")
                && !is_likely_person("Brook")
        );
    }
}
