//! What lines are by the lines beside them.

use super::author;
use crate::text::Span;

/// A row of so many lines too common to tell alone is a menu.
const ROW: usize = 3;
/// A longer line is no headline in a list.
const HEADLINE: usize = 120;
/// A list under a heading has at most so many lines.
const LIST: usize = 40;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Boilerplate.
    Aside,
    /// Boilerplate beside other such lines.
    Weak,
    /// Boilerplate above the first paragraph.
    Head,
    /// A person's name.
    Name,
    /// A sentence or a paragraph.
    Prose,
    /// Something short: a headline, a line of verse or of a list.
    Short,
}

/// A line, and what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// The kind of boilerplate that it is or may be.
    pub(super) reason: &'static str,
    /// Whether it is the heading of a list.
    pub(super) heads: bool,
}

/// Makes `Aside` of the lines that are, seen with the others.
pub(super) fn settle(lines: &mut [Line], text: &str) {
    let first = lines.iter().position(|line| line.kind == Kind::Prose);
    let last = notes(lines, text);
    settle_head(lines.get_mut(..first.unwrap_or(0)).unwrap_or_default());
    settle_lists(lines, first.unwrap_or(usize::MAX), text);
    settle_rows(lines, first, last);
}

/// Sets aside what is said of the writer at the end. The number of the last line of the article.
fn notes(lines: &mut [Line], text: &str) -> Option<usize> {
    for (number, line) in lines.iter_mut().enumerate().rev().filter(|(_, line)| line.kind == Kind::Prose) {
        if !author::is_note(line.span.of(text)) {
            return Some(number);
        }
        (line.kind, line.reason) = (Kind::Aside, "author note");
    }
    None
}

/// The lines above the first paragraph: who wrote it, and when. The first line that says something is the headline.
fn settle_head(head: &mut [Line]) {
    let headline = head.iter().position(|line| matches!(line.kind, Kind::Short | Kind::Name));
    for (number, line) in head.iter_mut().enumerate().filter(|(_, line)| line.kind == Kind::Head) {
        if line.reason == "date line" || headline.is_some_and(|headline| headline < number) {
            line.kind = Kind::Aside;
        }
    }
    let dated = |line: Option<&Line>| {
        line.is_some_and(|line| line.kind == Kind::Aside && ["date line", "byline"].contains(&line.reason))
    };
    for number in headline.map_or(0, |headline| headline + 1)..head.len() {
        let beside = dated(head.get(number + 1)) || number > 0 && dated(head.get(number - 1));
        if let Some(line) = head.get_mut(number).filter(|line| beside && line.kind == Kind::Name) {
            line.kind = Kind::Aside;
        }
    }
}

/// The headlines under a heading such as “Most read”, as far as the end or the next boilerplate. Elsewhere a heading may stand
/// alone, and a sub-heading of the article after it; above the first paragraph the article's own headline may follow.
fn settle_lists(lines: &mut [Line], first: usize, text: &str) {
    let mut at = first;
    while at < lines.len() {
        let Some(heading) = lines.get(at).copied().filter(|line| line.heads && line.kind == Kind::Aside)
        else {
            at += 1;
            continue;
        };
        let from = at + 1;
        let listed = |line: &&Line| match line.kind {
            Kind::Aside => line.reason == "date line",
            _ => is_headline(line.span.of(text)),
        };
        let count = lines.get(from..).unwrap_or_default().iter().take(LIST).take_while(listed).count();
        at = from + count;
        let closed = match lines.get(at) {
            None => true,
            Some(next) => next.kind == Kind::Aside && count > 1,
        };
        if closed {
            let inside = lines.get_mut(from..at).unwrap_or_default().iter_mut();
            for line in inside.filter(|line| line.kind != Kind::Aside) {
                (line.kind, line.reason) = (Kind::Aside, heading.reason);
            }
        }
    }
}

fn is_headline(words: &str) -> bool {
    words.len() <= HEADLINE && !words.ends_with(['.', '!', '”', ',', ';', ':'])
}

/// Rows of lines that say little alone: set aside when there are many, at the very ends of the text, or beside boilerplate. Between
/// the paragraphs of the article, names of sections may be its sub-headings.
fn settle_rows(lines: &mut [Line], first: Option<usize>, last: Option<usize>) {
    let mut at = 0;
    while at < lines.len() {
        let from = at;
        let (mut weak, mut beside) = (0, false);
        while let Some(line) = lines.get(at) {
            match line.kind {
                Kind::Weak => weak += 1,
                Kind::Aside => beside = true,
                _ => break,
            }
            at += 1;
        }
        if at == from {
            at += 1;
            continue;
        }
        let between =
            first.is_some_and(|first| from > first) && last.is_some_and(|last| at <= last) || first.is_none();
        let ends = !between && (from == 0 || at == lines.len()) && at - from < lines.len();
        for line in
            lines.get_mut(from..at).unwrap_or_default().iter_mut().filter(|line| line.kind == Kind::Weak)
        {
            if weak >= ROW || ends || beside && !(between && line.reason == "menu") {
                line.kind = Kind::Aside;
            }
        }
    }
}
