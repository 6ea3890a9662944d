use super::Span;

/// The sentences of `text`, in order, without the white space between them. One pass.
///
/// A sentence ends at a line end, and after `.`, `!`, `?` or `…` with the closing quotes and brackets that follow it,
/// unless the full stop belongs to an abbreviation or an initial, or the next word begins in lower case. Together the
/// sentences cover everything but white space.
pub fn sentences(text: &str) -> Vec<Span> {
    each_sentence(text).collect()
}

/// The [`sentences`] of `text`, one at a time.
pub fn each_sentence(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    let mut from = 0;
    let ends = std::iter::from_fn(move || {
        while let Some((at, c)) = next_stop(text, from) {
            let mut end = at + c.len_utf8();
            let ends = match c {
                '\n' | '\u{2028}' | '\u{2029}' => true,
                _ if is_terminator(c) => {
                    let mut rest = text.get(end..).unwrap_or("").chars();
                    while let Some(next) = rest.next() {
                        if !is_terminator(next) && !is_closer(next, rest.clone().next()) {
                            break;
                        }
                        end += next.len_utf8();
                    }
                    let after = text.get(end..).unwrap_or("");
                    ends_here(c, tail(text, start, at), after, end > at + c.len_utf8())
                }
                _ => false,
            };
            from = end;
            if ends {
                let sentence = Span::new(start, end);
                start = end;
                return Some(sentence);
            }
        }
        let last = Span::new(start, text.len());
        start = text.len();
        (!last.is_empty()).then_some(last)
    });
    ends.map(|sentence| sentence.trimmed(text)).filter(|sentence| !sentence.is_empty())
}

/// The next character from byte `from` on that may end a sentence, and where it stands.
fn next_stop(text: &str, mut from: usize) -> Option<(usize, char)> {
    loop {
        // The others begin with one of these bytes too.
        let may_end = |byte: &u8| matches!(byte, b'\n' | b'.' | b'!' | b'?' | 0xe2 | 0xe3 | 0xef);
        from += text.as_bytes().get(from..)?.iter().position(may_end)?;
        let c = text.get(from..)?.chars().next()?;
        if is_terminator(c) || matches!(c, '\n' | '\u{2028}' | '\u{2029}') {
            return Some((from, c));
        }
        from += c.len_utf8();
    }
}

/// At most the last 40 bytes of `text[start..end]`: enough for one word, so that the whole stays linear.
fn tail(text: &str, start: usize, end: usize) -> &str {
    let from = start.max(end.saturating_sub(40));
    (from..end).find_map(|at| text.get(at..end)).unwrap_or("")
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

/// Closing quotes and brackets; a mark that could also open counts only when no word follows it.
fn is_closer(c: char, after: Option<char>) -> bool {
    match c {
        '”' | '’' | ')' | ']' => true,
        '"' | '\'' | '“' | '»' | '«' => !after.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Whether the terminator `c` between `said` and `after` ends the sentence.
fn ends_here(c: char, said: &str, after: &str, closed: bool) -> bool {
    let trimmed = after.trim_start();
    let Some(next) = trimmed.chars().find(|c| !matches!(c, '“' | '"' | '‘' | '\'' | '(' | '[' | '«' | '„'))
    else {
        return true;
    };
    if trimmed.len() == after.len() && !closed {
        // No space after the stop: `example.com`, `3.5`. A lower case letter before a capital is a lost space.
        let before = said.chars().next_back();
        return c == '.'
            && next.is_uppercase()
            && before.is_some_and(char::is_lowercase)
            && said
                .rsplit(char::is_whitespace)
                .next()
                .is_some_and(|word| word.chars().all(char::is_alphabetic));
    }
    if next.is_lowercase() || matches!(next, ',' | ';' | ':') {
        return false;
    }
    !(c == '.' && !closed && is_abbreviation(said, trimmed, next))
}

/// Whether the full stop after `said` is part of its last word: `Dr.`, `J.`, `U.S.`, `Jan.` before a number.
fn is_abbreviation(said: &str, after: &str, next: char) -> bool {
    let word =
        said.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '—')).next().unwrap_or("");
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if word.contains('.') && letters * 2 == word.len() + 1 {
        // U.S, a.m: it ends the sentence too when a word follows that begins one.
        let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        return !(after.starts_with(['“', '"', '‘']) || STARTERS.contains(&word));
    }
    if letters == 1 && word.chars().all(char::is_uppercase) && word != "I" {
        return true;
    }
    let lower = word.to_lowercase();
    ALWAYS.contains(&lower.as_str()) || (next.is_numeric() && BEFORE_NUMBERS.contains(&lower.as_str()))
}

/// Words that begin sentences and rarely follow an abbreviation inside one.
const STARTERS: [&str; 20] = [
    "The", "He", "She", "It", "They", "We", "In", "But", "And", "A", "An", "This", "That", "On", "At", "As",
    "When", "While", "There", "His",
];

/// Abbreviations that a name follows.
const ALWAYS: [&str; 44] = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "sen", "rep", "gov", "gen", "col", "maj", "capt", "lt", "sgt",
    "cpl", "pvt", "adm", "cmdr", "rev", "hon", "st", "mt", "ft", "messrs", "pres", "supt", "det", "insp",
    "atty", "vs", "cf", "viz", "e.g", "i.e", "ph.d", "sr", "mme", "mlle", "reps", "sens", "govs", "drs",
    "brig",
];

/// Abbreviations that only a number makes certain.
const BEFORE_NUMBERS: [&str; 17] = [
    "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "p",
    "pp", "vol",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence_before() {
        assert_eq!(
            split("“We won.” They left. \"Did they?\" Yes."),
            ["“We won.”", "They left.", "\"Did they?\"", "Yes."]
        );
        assert_eq!(split("(It rained.) “Oh!” she cried."), ["(It rained.)", "“Oh!” she cried."]);
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        assert_eq!(
            split("Dr. A. B. Crane met Mrs. Low on Jan. 5. He left."),
            ["Dr. A. B. Crane met Mrs. Low on Jan. 5.", "He left."]
        );
        assert_eq!(
            split("The U.S. Senate sat at 5 p.m. It rose."),
            ["The U.S. Senate sat at 5 p.m.", "It rose."]
        );
        assert_eq!(
            split("It cost 3.5 euros at example.com… perhaps more."),
            ["It cost 3.5 euros at example.com… perhaps more."]
        );
    }

    #[test]
    fn lines_and_lost_spaces_end_a_sentence() {
        assert_eq!(split("A headline\nThe lead.Then more.\n\n"), ["A headline", "The lead.", "Then more."]);
        assert!(split(" \n\t").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn sentences_stand_in_order_and_cover_all_but_white_space(text in "[a-zA-Z.!?“”\"'’ \n…é1)(]{0,120}|\\PC{0,80}") {
            let found = sentences(&text);
            for pair in found.windows(2) {
                proptest::prop_assert!(pair[0].end <= pair[1].start);
            }
            let covered: String = found.iter().flat_map(|s| s.of(&text).chars()).filter(|c| !c.is_whitespace()).collect();
            let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            proptest::prop_assert_eq!(covered, expected);
        }
    }
}
