use super::Span;

/// Looks for `words` in `text`, one after the other, and tells each place (bytes) to `found`; one that it refuses may overlap the next. White
/// space is all the same; without `case`, capitals are too. A place whose last letter goes on, with an accent of its own, is none. Linear in the text (Knuth, Morris and Pratt 1977).
pub fn search(text: &str, words: &str, case: bool, found: &mut dyn FnMut(Span) -> bool) {
    let pattern: Vec<char> = folded(words.trim(), case).map(|(c, ..)| c).collect();
    let failure = failure(&pattern);
    let mut starts = vec![0; pattern.len()]; // where each of the last characters began
    let mut matched = 0;
    for (number, (c, start, end)) in folded(text, case).enumerate() {
        matched = advance(&pattern, &failure, matched, c);
        if let Some(place) = starts.get_mut(number % pattern.len().max(1)) {
            *place = start;
        }
        if matched > 0 && matched == pattern.len() {
            let first = starts.get((number + 1) % pattern.len()).copied().unwrap_or(start);
            let whole = !text.get(end..).and_then(|rest| rest.chars().next()).is_some_and(goes_on);
            let taken = whole && found(Span::new(first, end));
            matched = if taken { 0 } else { failure.get(matched - 1).copied().unwrap_or(0) };
        }
    }
}

/// The characters of `text` as they are compared, with the bytes where each begins and ends: white space is one space.
fn folded(text: &str, case: bool) -> impl Iterator<Item = (char, usize, usize)> + '_ {
    let mut in_space = false;
    let letters = text.char_indices().filter(move |(_, c)| {
        let again = c.is_whitespace() && in_space;
        in_space = c.is_whitespace();
        !again
    });
    letters.map(move |(at, c)| {
        let one = match c {
            _ if c.is_whitespace() => ' ',
            _ if case => c,
            _ => c.to_lowercase().next().unwrap_or(c),
        };
        (one, at, at + c.len_utf8())
    })
}

/// Whether `c` belongs to the letter before it: accents and vowel signs that take no room (Unicode’s Grapheme_Extend), joiners, skin
/// tones; not vowel signs that take room. The standard library tells the first by escaping them, which spares the page a table.
fn goes_on(c: char) -> bool {
    let tone = ('\u{1f3fb}'..='\u{1f3ff}').contains(&c);
    tone || !c.is_ascii() && !c.is_whitespace() && c.escape_debug().len() > 1
}

/// How much of the pattern is matched once `c` comes.
fn advance(pattern: &[char], failure: &[usize], mut matched: usize, c: char) -> usize {
    while matched > 0 && pattern.get(matched) != Some(&c) {
        matched = failure.get(matched - 1).copied().unwrap_or(0);
    }
    matched + usize::from(pattern.get(matched) == Some(&c))
}

/// For each beginning of the pattern, how much of it is still matched when the next character fails.
fn failure(pattern: &[char]) -> Vec<usize> {
    let mut failure = Vec::with_capacity(pattern.len());
    let mut matched = 0;
    for (place, &c) in pattern.iter().enumerate() {
        if place > 0 {
            matched = advance(pattern, &failure, matched, c);
        }
        failure.push(matched);
    }
    failure
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, words: &str, case: bool) -> Vec<String> {
        let mut all = Vec::new();
        search(text, words, case, &mut |span| {
            all.push(span.of(text).to_owned());
            true
        });
        all
    }

    #[test]
    fn words_are_found_in_any_case_and_over_any_space() {
        assert_eq!(found("Ada\u{a0}\n Moss, ADA MOSS", "ada moss", false), ["Ada\u{a0}\n Moss", "ADA MOSS"]);
        assert_eq!(found("Ada ADA", "Ada", true), ["Ada"]);
        assert_eq!(found("aaaaa", "aa", true), ["aa", "aa"]);
        assert_eq!(found("abcabcabd abd", "abcabd", true), ["abcabd"]);
        assert_eq!(found("Straße İi", "STRASSE", false), Vec::<String>::new());
        assert_eq!(found("ÉCOLE école", "École", false), ["ÉCOLE", "école"]);
        assert_eq!(found("text", " ", false), Vec::<String>::new());
        assert_eq!(found("", "a", false), Vec::<String>::new());
    }

    #[test]
    fn a_letter_is_not_cut() {
        assert_eq!(found("cafe\u{301} cafe", "cafe", false), ["cafe"]);
        assert_eq!(found("cafe\u{301} cafe", "cafe\u{301}", false), ["cafe\u{301}"]);
        assert_eq!(found("न नु", "न", true), ["न"]);
        assert_eq!(found("👩‍🚀 👩 👍🏽 👍", "👩", true), ["👩"]);
        assert_eq!(found("👩‍🚀 👩 👍🏽 👍", "👍", true), ["👍"]);
        assert_eq!(found("one’s “one”", "one", true), ["one", "one"]);
    }

    #[test]
    fn what_is_refused_may_overlap_the_next() {
        let mut count = 0;
        search("aaaa", "aa", true, &mut |_| {
            count += 1;
            false
        });
        assert_eq!(count, 3);
    }
}
