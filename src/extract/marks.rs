//! Pairs quotation marks: curly, straight, doubled single marks, guillemets, low and corner marks, and single marks when they
//! clearly quote. A pair never leaves its paragraph; one without a closing mark ends at the paragraph's end, at the next opening
//! mark, or before an attribution such as `, he said.`.

use super::analysis::Analysis;
use super::class::{CAPITAL, DETERMINER, DIGIT, SUBJECT};
use super::cue::{Cue, FINITE, SPEECH};
use super::progress::Progress;
use std::ops::Range;

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// With the marks.
    pub(crate) whole: Range<usize>,
    /// Without them; never empty.
    pub(crate) inner: Range<usize>,
    /// Whether a closing mark was found.
    pub(crate) closed: bool,
    /// Whether the next paragraph opens the same quotation again.
    pub(crate) reopens: bool,
}

/// How a quotation was opened, which says how it may close.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Curly,
    Straight,
    Low,
    Guillemets(char),
    /// 「…」 and 『…』; the mark that closes.
    Corner(char),
    Single,
}

/// A single quotation is given up when it is longer than this many tokens.
const LONGEST_SINGLE: usize = 300;

/// All pairs of the text, in order.
pub(crate) fn pairs(a: &Analysis, cues: &[Cue], progress: &mut Progress) -> Vec<Pair> {
    let mut out: Vec<Pair> = Vec::new();
    for (number, paragraph) in a.paragraphs.iter().enumerate() {
        let mut at = paragraph.start;
        // Where words that no pair holds begin.
        let mut free = at;
        let marks = paragraph.clone().filter(|&at| !a.is_word(at));
        let even = marks.filter(|&at| a.word(at) == "\"").count() % 2 == 0;
        while at < paragraph.end {
            progress.at(a.byte(at));
            if a.is_word(at) {
                at += 1;
                continue;
            }
            let loose = even && is_loose(a, at);
            let Some((style, width)) = opening(a, at).or(loose.then_some((Style::Straight, 1))) else {
                if let Some(start) = unopened(a, cues, free, at) {
                    out.push(Pair { whole: start..at + 1, inner: start..at, closed: true, reopens: false });
                    free = at + 1;
                }
                at += 1;
                continue;
            };
            let inner = at + width;
            let (end, close) = closing(a, style, inner, paragraph.end);
            if style == Style::Single && close == 0 || inner >= end {
                at += width;
                continue;
            }
            let mut pair =
                Pair { whole: at..end + close, inner: inner..end, closed: close > 0, reopens: false };
            if !pair.closed {
                let next = a.paragraph_after(number).and_then(|p| opening(a, p.start));
                pair.reopens = end == paragraph.end && next.is_some_and(|(next, _)| next == style);
                if !pair.reopens {
                    let cut = attribution_tail(a, cues, pair.inner.clone()).unwrap_or(end);
                    pair.inner.end = cut;
                    pair.whole.end = cut;
                }
            }
            at = pair.whole.end.max(at + 1);
            free = at;
            out.push(pair);
        }
    }
    out
}

/// Whether a straight mark stands at `at` with space on both sides: `said Low, " but it sank ."`
fn is_loose(a: &Analysis, at: usize) -> bool {
    let (before, after) = neighbours(a, at, 1);
    a.word(at) == "\"" && before.is_none_or(char::is_whitespace) && after.is_some_and(char::is_whitespace)
}

/// Where a quotation begins that closes at `at` and was never opened: with its sentence, when an attribution follows:
/// `It sank,” said Low.`
fn unopened(a: &Analysis, cues: &[Cue], free: usize, at: usize) -> Option<usize> {
    let (before, after) = neighbours(a, at, 1);
    let closes = matches!(a.word(at), "”" | "\"")
        && before.is_some_and(|c| matches!(c, ',' | '.' | '?' | '!'))
        && after.is_some_and(char::is_whitespace);
    if !closes {
        return None;
    }
    let next = cues.partition_point(|cue| cue.start <= at);
    let cue = cues.get(next).filter(|cue| cue.start < at + 5 && cue.has(SPEECH) && cue.has(FINITE))?;
    let between = at + 1..cue.start;
    let named = between.clone().all(|at| a.is(at, SUBJECT | CAPITAL | DETERMINER) || a.is_word(at));
    let cut = a.cuts.partition_point(|cut| cut.end < at);
    let start = a.cuts.get(cut).map_or(free, |cut| cut.start.max(free));
    (named && start + 2 < at).then_some(start)
}

/// Whether a quotation opens at token `at`: how, and how many tokens its mark takes.
fn opening(a: &Analysis, at: usize) -> Option<(Style, usize)> {
    let (before, after) = neighbours(a, at, 1);
    let free = before.is_none_or(|c| c.is_whitespace() || "([{—–-/…:“‘\"'".contains(c));
    let touches = after.is_some_and(|c| !c.is_whitespace());
    match a.word(at) {
        "“" | "‟" => Some((Style::Curly, 1)),
        "„" | "‚" if touches => Some((Style::Low, 1)),
        "”" if free && touches && after.is_some_and(char::is_alphanumeric) => Some((Style::Curly, 1)),
        "\"" if touches && (free || after.is_some_and(char::is_alphabetic)) => {
            let inches = before.is_some_and(|c| c.is_ascii_digit());
            (!inches).then_some((Style::Straight, 1))
        }
        "«" | "‹" if touches || free => {
            Some((Style::Guillemets(if a.word(at) == "«" { '»' } else { '›' }), 1))
        }
        "「" => Some((Style::Corner('」'), 1)),
        "『" => Some((Style::Corner('』'), 1)),
        "»" if free && touches => Some((Style::Guillemets('«'), 1)),
        "'" | "‘" | "’" | "`" if is_doubled(a, at) => {
            let after = neighbours(a, at, 2).1;
            let free = before.is_none_or(|c| c.is_whitespace() || "([—–-:".contains(c));
            (free && after.is_some_and(|c| !c.is_whitespace())).then_some((Style::Straight, 2))
        }
        "'" | "‘" => (free && after.is_some_and(char::is_alphabetic)).then_some((Style::Single, 1)),
        _ => None,
    }
}

/// Where the quotation that opened before `from` ends, and how many tokens its closing mark takes (0: there is none).
fn closing(a: &Analysis, style: Style, from: usize, end: usize) -> (usize, usize) {
    let limit = if style == Style::Single { end.min(from + LONGEST_SINGLE) } else { end };
    let mut fallback = None;
    // “He told me: ‘She said, “No.”’”: double marks within single ones within double ones.
    let (mut single, mut nested) = (false, 0_usize);
    for at in (from..limit).filter(|&at| !a.is_word(at)) {
        let (before, after) = neighbours(a, at, 1);
        let opens = before.is_none_or(char::is_whitespace) && after.is_some_and(|c| !c.is_whitespace());
        match (style, a.word(at)) {
            (Style::Curly, "‘") if !is_doubled(a, at) => {
                single |= after.is_some_and(char::is_alphanumeric) || after == Some('“')
            }
            (Style::Curly, "“") if opens && single => nested += 1,
            (Style::Curly, "”") if nested > 0 => {
                nested -= 1;
                fallback = fallback.or(Some(at));
            }
            (Style::Curly, "’") if single && nested == 0 && !after.is_some_and(char::is_alphanumeric) => {
                single = false
            }
            (Style::Curly, "“") if opens => return (at, 0),
            (Style::Curly, "”" | "“") => return (at, 1),
            (Style::Curly, "\"") if !opens => return (at, 1),
            (Style::Low, "“" | "”") => return (at, 1),
            (Style::Straight, "\"" | "”") => return (at, usize::from(!opens)),
            (Style::Curly | Style::Straight, "'" | "’") if is_doubled(a, at) => {
                let after = neighbours(a, at, 2).1;
                let opens =
                    before.is_none_or(char::is_whitespace) && after.is_some_and(|c| !c.is_whitespace());
                return if opens { (at, 0) } else { (at, 2) };
            }
            (Style::Guillemets(close) | Style::Corner(close), word) if word.starts_with(close) => {
                return (at, 1);
            }
            (Style::Low, "„") => return (at, 0),
            (Style::Guillemets('»'), "«") | (Style::Guillemets('«'), "»") => return (at, 0),
            (Style::Single, "'" | "’") if !before.is_none_or(char::is_whitespace) => {
                if after.is_some_and(char::is_alphanumeric) {
                    continue;
                }
                // “the workers’ demands”: a plural genitive, if the quotation still closes later.
                let genitive =
                    before == Some('s') && a.is_word(at + 1) && !a.is(at + 1, super::class::PREPOSITION);
                if !genitive {
                    return (at, 1);
                }
                fallback = fallback.or(Some(at));
            }
            (Style::Single, "‘") => break,
            _ => {}
        }
    }
    match fallback {
        Some(at) => (at, 1),
        None => (end, 0),
    }
}

/// Two single marks that stand for a double one.
fn is_doubled(a: &Analysis, at: usize) -> bool {
    let touching = |x: usize| match (a.tokens.get(x), a.tokens.get(x + 1)) {
        (Some(one), Some(two)) => one.span.end == two.span.start,
        _ => false,
    };
    let single = |word: &str| matches!(word, "'" | "‘" | "’" | "`");
    single(a.word(at)) && a.word(at) == a.word(at + 1) && touching(at)
}

/// The characters before and after the `width` tokens from `at`.
fn neighbours(a: &Analysis, at: usize, width: usize) -> (Option<char>, Option<char>) {
    let start = a.tokens.get(at).map_or(0, |t| t.span.start);
    let end = a.tokens.get(at + width - 1).map_or(a.text.len(), |t| t.span.end);
    let before = a.text.get(..start).and_then(|t| t.chars().next_back());
    (before, a.text.get(end..).and_then(|t| t.chars().next()))
}

/// Where the comma of an attribution stands that ends a quotation without a closing mark: `…, she said.`
fn attribution_tail(a: &Analysis, cues: &[Cue], inner: Range<usize>) -> Option<usize> {
    let first = cues.partition_point(|cue| cue.start < inner.start);
    let within = cues.get(first..).unwrap_or(&[]).iter().take_while(|cue| cue.end <= inner.end);
    for cue in within.filter(|cue| cue.has(SPEECH) && cue.has(FINITE)) {
        // `…, said Mira Toll`: a name after the verb. A pronoun or a noun there could be the speaker's own words.
        let comma = cue.start.checked_sub(1).filter(|&at| at > inner.start && a.word(at) == ",");
        if let Some(comma) = comma.filter(|_| cue.end < inner.end && a.is(cue.end, CAPITAL)) {
            return Some(comma);
        }
        // `…, Toll, 58, said on the pier`: a name and an age between commas.
        let age = comma
            .and_then(|comma| comma.checked_sub(2))
            .filter(|&at| a.word(at) == "," && a.is(at + 1, DIGIT));
        let name = age.and_then(|age| (inner.start + 1..age).rev().take(5).find(|&at| a.word(at) == ","));
        if let (Some(name), Some(age)) = (name, age)
            && (name + 1..age).all(|at| a.is(at, CAPITAL))
            && name + 1 < age
        {
            return Some(name);
        }
        let ends =
            cue.end == inner.end || matches!(a.word(cue.end), "." | ",") || a.is(cue.end, super::class::TIME);
        let comma = (inner.start + 1..cue.start).rev().take(5).find(|&at| a.word(at) == ",");
        if let (true, Some(comma)) = (ends, comma) {
            let subject = comma + 1..cue.start;
            if !subject.is_empty()
                && subject.clone().any(|at| a.is(at, SUBJECT | CAPITAL | DETERMINER))
                && !a.is(comma + 1, DIGIT)
            {
                return Some(comma);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        let a = Analysis::of(text);
        a.pairs.iter().map(|pair| a.span(pair.inner.clone()).of(text)).collect()
    }

    #[test]
    fn every_style_of_mark_pairs() {
        assert_eq!(quoted("“One,” she said. \"Two,\" he said."), ["One,", "Two,"]);
        assert_eq!(quoted("«Un», „zwei“, ''three'' and ‘four’."), ["Un", "zwei", "three", "four"]);
        assert_eq!(quoted("He called it 'a fine mess' again."), ["a fine mess"]);
    }

    #[test]
    fn apostrophes_and_inches_are_no_quotation_marks() {
        assert!(quoted("The workers' union and the ’90s don't mix; it's 5'10\" tall.").is_empty());
        assert!(quoted("Rock 'n' roll is the players’ choice.").len() <= 1);
    }

    #[test]
    fn a_missing_closing_mark_ends_before_the_attribution_or_at_the_paragraph() {
        assert_eq!(quoted("“We shall rebuild, and soon, she said."), ["We shall rebuild, and soon"]);
        assert_eq!(quoted("“We shall rebuild, said Mira Toll, the mayor. It rained."), ["We shall rebuild"]);
        assert_eq!(quoted("“We came, said our piece and left."), ["We came, said our piece and left."]);
        assert_eq!(quoted("“We shall rebuild.\nNothing else."), ["We shall rebuild."]);
        assert_eq!(quoted("“One. “Two.”"), ["One.", "Two."]);
        assert_eq!(quoted("“We swam, Toll, 58, said on the pier."), ["We swam"]);
    }

    #[test]
    fn double_marks_may_nest_in_single_ones() {
        assert_eq!(
            quoted("“He told me: ‘She always said, “Sell it.”’” the curator said."),
            ["He told me: ‘She always said, “Sell it.”’"]
        );
        assert_eq!(quoted("“It’s the ‘end’.” “Two.”"), ["It’s the ‘end’.", "Two."]);
    }

    #[test]
    fn a_missing_opening_mark_is_put_before_the_sentence() {
        assert_eq!(quoted("It rained. We swam for it,” said Mira Toll."), ["We swam for it,"]);
        assert_eq!(quoted("We swam for it,\" she said. \"All of us.\""), ["We swam for it,", "All of us."]);
        assert!(quoted("It was 5 ft,” tall.").is_empty());
    }

    #[test]
    fn straight_marks_may_stand_loose() {
        assert_eq!(quoted("\" We swam, \" she said, \" all of us .\""), ["We swam,", "all of us ."]);
    }

    #[test]
    fn a_quotation_may_reopen_in_the_next_paragraph() {
        let a = Analysis::of("“We begin.\n\n“We end,” she said.");
        assert_eq!(a.pairs.iter().map(|p| p.reopens).collect::<Vec<_>>(), [true, false]);
    }
}
