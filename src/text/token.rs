use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits, with the apostrophes and hyphens inside them: `don’t`, `so-called`, `U.S.`, `5,000`.
    Word,
    /// One mark of punctuation or one symbol.
    Mark,
}

/// A word or a mark of punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Word or mark.
    pub kind: TokenKind,
}

/// Cuts `text` into words and marks, in order, without the white space between them. One pass, any script.
///
/// A possessive `’s` stays with its word; full stops stay inside initials (`U.S.`, `J.D.`).
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    out.extend(each_token(text));
    out
}

/// The [`tokens`] of `text`, one at a time.
pub fn each_token(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut c = char_at(text, at)?;
        while c.is_whitespace() {
            at += c.len_utf8();
            c = char_at(text, at)?;
        }
        let start = at;
        at += c.len_utf8();
        let handle = matches!(c, '@' | '#') && char_at(text, at).is_some_and(char::is_alphanumeric);
        if !is_word_char(c) && !handle {
            return Some(Token { span: Span::new(start, at), kind: TokenKind::Mark });
        }
        let mut previous = c;
        let mut initials = Initials::default();
        initials.read(c);
        loop {
            let plain = plain_run(text, at);
            if let Some(last) = plain.as_bytes().last() {
                at += plain.len();
                previous = char::from(*last);
                initials.read_run(plain.len(), previous);
            }
            let Some(c) = char_at(text, at) else { break };
            if !is_word_char(c) {
                let after = char_at(text, at + c.len_utf8());
                let joined = after.is_some_and(|next| joins(previous, c, next));
                if !(joined || c == '.' && initials.take_stop(after)) {
                    break;
                }
            }
            at += c.len_utf8();
            initials.read(c);
            previous = c;
        }
        Some(Token { span: Span::new(start, at), kind: TokenKind::Word })
    })
}

/// The character that begins at byte `at`.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The letters and digits from byte `at` on that are ASCII: nearly all of an English text.
fn plain_run(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let end = rest.bytes().position(|b| !(b.is_ascii_alphanumeric() || b == b'_')).unwrap_or(rest.len());
    rest.get(..end).unwrap_or("")
}

fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() || is_combining(c)
}

/// Combining marks that belong to the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{65f}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}')
}

/// Whether `mark` between the word characters `before` and `next` belongs to the word.
fn joins(before: char, mark: char, next: char) -> bool {
    match mark {
        '\'' | '’' | 'ʼ' => before.is_alphanumeric() && next.is_alphabetic(),
        '-' | '‐' | '‑' | '\u{ad}' => before.is_alphanumeric() && next.is_alphanumeric(),
        '.' if next.is_lowercase() => before.is_alphanumeric(), // example.com
        '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
        _ => false,
    }
}

/// What a word is so far: single capitals with full stops between them, or not.
#[derive(Default)]
struct Initials {
    stops: usize,
    /// Since the last full stop.
    letters: usize,
    capital: bool,
    broken: bool,
}

impl Initials {
    fn read(&mut self, c: char) {
        if c == '.' {
            self.broken |= !(self.letters == 1 && self.capital);
            (self.letters, self.stops) = (0, self.stops + 1);
        } else {
            self.read_run(1, c);
        }
    }

    /// As `read` for so many `letters`, the last of them `last`.
    fn read_run(&mut self, letters: usize, last: char) {
        (self.letters, self.capital) = (self.letters + letters, last.is_uppercase());
    }

    /// Whether a full stop here, before `next`, belongs to the word: the first or second of `U.S.`.
    fn take_stop(&self, next: Option<char>) -> bool {
        let single = !self.broken && self.letters == 1 && self.capital;
        single && (self.stops > 0 || next.is_some_and(char::is_uppercase))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_keep_what_is_inside_them() {
        assert_eq!(words("Don’t so-called 5,000 it's"), ["Don’t", "so-called", "5,000", "it's"]);
        assert_eq!(words("at Ferry.org. It"), ["at", "Ferry.org", ".", "It"]);
        assert_eq!(
            words("“Hm,” @ada_moss wrote. #ferry @ noon"),
            ["“", "Hm", ",", "”", "@ada_moss", "wrote", ".", "#ferry", "@", "noon"]
        );
        assert_eq!(words("the U.S. said."), ["the", "U.S.", "said", "."]);
        assert_eq!(words("“Yes,” he—John—said"), ["“", "Yes", ",", "”", "he", "—", "John", "—", "said"]);
    }

    #[test]
    fn marks_at_the_end_of_a_word_stand_alone() {
        assert_eq!(words("dogs' end- 'quoted'"), ["dogs", "'", "end", "-", "'", "quoted", "'"]);
        assert_eq!(words("I. Then"), ["I", ".", "Then"]);
        assert_eq!(
            words("A.B.C.d AB.C. Ä.Ö. 3.A.B"),
            ["A.B.C.d", "AB", ".", "C", ".", "Ä.Ö.", "3", ".", "A.B"]
        );
    }

    proptest::proptest! {
        #[test]
        fn tokens_cover_every_character_but_white_space(text in "\\PC{0,200}") {
            let covered: String = tokens(&text).iter().map(|t| t.span.of(&text)).collect();
            let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            proptest::prop_assert_eq!(covered, expected);
        }
    }
}
