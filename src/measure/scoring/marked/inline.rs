use super::Problem;
use crate::extract::{Quotation, Usage};
use crate::text::Span;
use std::collections::BTreeMap;

/// A text that was cleared of its marks, and the marks.
#[derive(Default)]
pub(super) struct Inline {
    pub(super) text: String,
    pub(super) quotes: BTreeMap<u32, Spans>,
    pub(super) quotations: Vec<Quotation>,
}

/// The marked words of one quote. An addressee's are not kept: the core gives it as a name only.
#[derive(Default)]
pub(super) struct Spans {
    pub(super) content: Vec<Span>,
    pub(super) source: Vec<Span>,
    pub(super) cue: Vec<Span>,
    /// Where its first mark is.
    pub(super) line: usize,
}

#[derive(Clone, Copy)]
enum Label {
    Quote(u32, Role),
    Quotation(Usage),
}

#[derive(Clone, Copy)]
enum Role {
    Content,
    Source,
    Cue,
    Addressee,
}

struct Open {
    label: Label,
    start: usize,
    line: usize,
}

/// Reads `body`, whose first line is line number `line` of its file.
pub(super) fn read(body: &str, mut line: usize) -> Result<Inline, Problem> {
    let mut found = Inline::default();
    let mut open: Vec<Open> = Vec::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once(['{', '}']) {
        found.text.push_str(before);
        line += before.matches('\n').count();
        if rest.get(before.len()..).is_some_and(|brace| brace.starts_with('}')) {
            let mark = open.pop().ok_or_else(|| Problem::new(line, "a } closes nothing"))?;
            found.keep(mark)?;
            rest = after;
            continue;
        }
        let (word, words) = after.split_once(' ').unwrap_or((after, ""));
        let label = label(word).ok_or_else(|| {
            let word: String = word.chars().take_while(|c| !c.is_whitespace()).take(12).collect();
            Problem::new(line, format!("{{{word} is no label; 1, 1s, 1c, 1a, t and x are"))
        })?;
        open.push(Open { label, start: found.text.len(), line });
        rest = words;
    }
    found.text.push_str(rest);
    if let Some(mark) = open.pop() {
        return Err(Problem::new(mark.line, "a { is not closed"));
    }
    for spans in found.quotes.values_mut() {
        for role in [&mut spans.content, &mut spans.source, &mut spans.cue] {
            role.sort_unstable();
        }
    }
    found.quotations.sort_unstable_by_key(|quotation| quotation.span);
    Ok(found)
}

/// `12s` is the source of quote 12.
fn label(word: &str) -> Option<Label> {
    match word {
        "t" => return Some(Label::Quotation(Usage::Title)),
        "x" => return Some(Label::Quotation(Usage::ScareQuote)),
        _ => {}
    }
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let role = match word.get(digits.len()..)? {
        "" => Role::Content,
        "s" => Role::Source,
        "c" => Role::Cue,
        "a" => Role::Addressee,
        _ => return None,
    };
    Some(Label::Quote(number, role))
}

impl Inline {
    /// Takes up a mark that ends where the text ends so far.
    fn keep(&mut self, mark: Open) -> Result<(), Problem> {
        let span = Span::new(mark.start, self.text.len());
        if span.of(&self.text).trim().is_empty() {
            return Err(Problem::new(mark.line, "nothing stands between { and }"));
        }
        match mark.label {
            Label::Quotation(usage) => self.quotations.push(Quotation { span, usage }),
            Label::Quote(number, role) => {
                let new = || Spans { line: mark.line, ..Spans::default() };
                let spans = self.quotes.entry(number).or_insert_with(new);
                spans.line = spans.line.min(mark.line);
                match role {
                    Role::Content => spans.content.push(span),
                    Role::Source => spans.source.push(span),
                    Role::Cue => spans.cue.push(span),
                    Role::Addressee => {}
                }
            }
        }
        Ok(())
    }
}
