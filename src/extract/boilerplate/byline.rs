//! Who wrote the article: `By Mira Toll, Staff Writer`, `Environment correspondent`, or a name beside a date.

use super::rule::Force;
use super::words::{bare, is_capital, is_field, is_first_name, is_names, is_office, same};

/// Longer lines are no bylines.
const LONGEST: usize = 120;

/// Whether `line` is a byline, and where it counts as one.
pub(super) fn force(line: &str) -> Option<Force> {
    // A sentence is none; names end so at most where they are short.
    if line.len() > LONGEST || line.len() > 60 && super::words::stops(line) {
        return None;
    }
    let mut words = line.split_whitespace();
    let (first, second) = (words.next()?, words.next()?);
    if same(first, "by") == Some("") {
        let names = line.split_whitespace().skip(1);
        let known = is_first_name(second) && words.next().is_some_and(is_capital);
        return is_names(names.clone())
            .then(|| if known && names.count() < 12 { Force::Full } else { Force::Head });
    }
    // A line that begins in lower case, or holds the marks of speech or of a clause, is no byline.
    if !first.starts_with(char::is_uppercase) || line.contains(['“', '”', '"']) {
        return None;
    }
    let mut all = line.split_whitespace();
    let office = all.clone().any(is_office);
    if !office {
        return None;
    }
    let named = is_first_name(first) && is_capital(second) && is_names(all.clone());
    let last = all.next_back()?;
    let our = same(first, "our") == Some("");
    let plain =
        is_office(last) && !line.ends_with('.') && all.all(|word| is_field(word) || our && is_capital(word));
    (named || plain).then_some(Force::Head)
}

/// The last words of the names of agencies and papers.
const HOUSES: [&str; 5] = ["Press", "Service", "Agency", "News", "Times"];

/// Whether `line` is the name of a person, an agency or a paper, and nothing else.
pub(super) fn is_name(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let count = words.clone().take(5).count();
    (2..5).contains(&count)
        && line.len() < 50
        && (words.clone().next().is_some_and(is_first_name)
            || words.clone().next_back().is_some_and(|last| HOUSES.contains(&last)))
        && words.all(|word| {
            is_capital(word) && bare(word).len() + 1 >= word.len() && !word.ends_with([':', '?', '!'])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_told_from_sentences() {
        assert_eq!(force("By Tom Arkley, Senior Reporter"), Some(Force::Full));
        assert_eq!(force("BY JONAH REYES"), Some(Force::Full));
        assert_eq!(force("By Zzyx Arkley"), Some(Force::Head));
        assert_eq!(force("Our Wexcombe correspondent"), Some(Force::Head));
        assert_eq!(force("Environment correspondent"), Some(Force::Head));
        assert_eq!(force("Mira Toll, Staff Reporter"), Some(Force::Head));
        assert_eq!(force("By Friday evening the first cranes had moved."), None);
        assert_eq!(force("By Ada Fenn’s count, eleven ships were waiting."), None);
        assert_eq!(force("Minister attacks reporter"), None);
        assert_eq!(force("A reporter asked."), None);
        assert_eq!(force("By"), None);
    }

    #[test]
    fn names_are_told_from_other_lines() {
        assert!(is_name("Mira Toll") && is_name("Peter J. Toll") && is_name("The Norvale Press"));
        assert!(!is_name("Mira") && !is_name("Mira sang") && !is_name("Mira Toll: no") && !is_name(""));
    }
}
