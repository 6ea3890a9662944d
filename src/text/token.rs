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
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if !is_word_char(c) {
            out.push(Token { span: Span::new(start, end), kind: TokenKind::Mark });
            continue;
        }
        let mut previous = c;
        while let Some(&(at, c)) = rest.peek() {
            if is_word_char(c) {
                end = at + c.len_utf8();
            } else {
                let after = text.get(at + c.len_utf8()..).and_then(|t| t.chars().next());
                let initials = c == '.' && is_initial(text, start, at);
                let joined = after.is_some_and(|next| joins(previous, c, next)) || initials;
                if !joined {
                    break;
                }
                end = at + c.len_utf8();
            }
            previous = c;
            rest.next();
        }
        out.push(Token { span: Span::new(start, end), kind: TokenKind::Word });
    }
    out
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_combining(c)
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
        '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
        _ => false,
    }
}

/// Whether the full stop at `dot` ends one of several single letters: the first or second of `U.S.`.
fn is_initial(text: &str, start: usize, dot: usize) -> bool {
    let word = text.get(start..dot).unwrap_or("");
    let mut letters = word.split('.');
    let all_single = letters.all(|part| {
        let mut chars = part.chars();
        matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
    });
    let next = text.get(dot + 1..).and_then(|t| t.chars().next());
    all_single && (word.contains('.') || next.is_some_and(char::is_uppercase))
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
        assert_eq!(words("the U.S. said."), ["the", "U.S.", "said", "."]);
        assert_eq!(words("“Yes,” he—John—said"), ["“", "Yes", ",", "”", "he", "—", "John", "—", "said"]);
    }

    #[test]
    fn marks_at_the_end_of_a_word_stand_alone() {
        assert_eq!(words("dogs' end- 'quoted'"), ["dogs", "'", "end", "-", "'", "quoted", "'"]);
        assert_eq!(words("I. Then"), ["I", ".", "Then"]);
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
