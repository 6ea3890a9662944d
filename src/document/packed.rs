//! A compact form of documents and edits, for the way between the page and the worker and for the log on disk.
//!
//! The page reads and writes nothing but this: annotation files are read and written by the worker, so that a large or
//! hostile file never keeps the page waiting, and the page's download holds no JSON reader. A line is a record: a letter,
//! then fields parted by tabs; `\\`, `\t` and `\n` stand for themselves. Spans are bytes into the text.

use super::{Annotation, Article, Body, Change, Document, Edit, Id, Marker, Origin, Quote, State};
use crate::extract::{Boilerplate, Category, QuoteKind, reason};
use crate::text::Span;
use std::borrow::Cow;
use std::rc::Rc;

/// A score is written in hundredths when it is a whole number of them, else by its bits. Bits up to this number stand for scores so
/// close to nothing that they are written as nothing.
const HUNDRED: f32 = 100.0;

/// The whole document.
pub fn pack_document(document: &Document) -> String {
    let mut out = Lines::default();
    out.line('t', &[&document.article.title]);
    out.line('T', &[&document.article.text]);
    out.findings(document);
    out.text
}

/// The document without its title and text: for a reader who has the text.
pub fn pack_findings(document: &Document) -> String {
    let mut out = Lines::default();
    out.findings(document);
    out.text
}

/// What an edit leaves behind. What was there before is in the document that it is made to.
pub fn pack_edit(edit: &Edit) -> String {
    let mut out = Lines::default();
    out.line('w', &[&edit.what]);
    for change in &edit.changes {
        match change {
            Change::Annotation { id, after: None, .. } => out.line('x', &[&id.to_string()]),
            Change::Annotation { id, after: Some(after), .. } => out.annotation(*id, after, ""),
            Change::Speaker { name, after: None, .. } => out.line('z', &[name]),
            Change::Speaker { name, after: Some(mentions), .. } => out.speaker(name, mentions),
        }
    }
    out.text
}

/// The document that was packed.
///
/// # Errors
/// The line that does not hold.
pub fn unpack_document(packed: &str) -> Result<Document, String> {
    let read = Read::new(packed, "")?;
    let mut article = Article::verbatim(&read.title, &read.text);
    article.boilerplate = read.boilerplate;
    article.foreign = read.foreign;
    let mut document = Document::new(article);
    for (id, annotation) in read.annotations {
        document.set(id, annotation.map(Rc::new));
    }
    for (name, mentions) in read.speakers {
        document.set_speaker(&name, mentions);
    }
    Ok(document)
}

/// Adds findings that were packed to a document of the same text, under ids of its own. What is there stays.
///
/// # Errors
/// The line that does not hold; then nothing has changed.
pub fn adopt_findings(document: &mut Document, packed: &str) -> Result<(), String> {
    let read = Read::new(packed, &document.article.text)?;
    let first = document.free_id().0;
    let own = |Id(number): Id| Id(number.saturating_add(first - 1));
    for (id, annotation) in read.annotations {
        let annotation = annotation.map(|mut annotation| {
            if let Body::Bias(marker) = &mut annotation.body {
                marker.quote = marker.quote.map(own);
            }
            Rc::new(annotation)
        });
        document.set(own(id), annotation);
    }
    for (name, mentions) in read.speakers {
        document.set_speaker(&name, mentions);
    }
    let article = Rc::make_mut(&mut document.article);
    article.boilerplate = read.boilerplate;
    article.foreign = read.foreign;
    Ok(())
}

/// The edit of `document` that was packed.
///
/// # Errors
/// The line that does not hold.
pub fn unpack_edit(document: &Document, packed: &str) -> Result<Edit, String> {
    let read = Read::new(packed, &document.article.text)?;
    let annotations = read.annotations.into_iter().map(|(id, after)| Change::Annotation {
        id,
        before: document.get(id).cloned(),
        after: after.map(Rc::new),
    });
    let speakers = read.speakers.into_iter().map(|(name, after)| Change::Speaker {
        before: document.speakers().get(&name).cloned(),
        name,
        after,
    });
    Ok(Edit { changes: annotations.chain(speakers).collect(), what: read.what })
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn line(&mut self, letter: char, fields: &[&str]) {
        self.text.push(letter);
        fields.iter().for_each(|field| self.field(field));
        self.text.push('\n');
    }

    fn field(&mut self, words: &str) {
        self.text.push('\t');
        self.plain(words);
    }

    /// `=` before the words when there are some, so that empty words differ from none.
    fn some(&mut self, words: Option<&str>) {
        self.text.push('\t');
        if let Some(words) = words {
            self.text.push('=');
            self.plain(words);
        }
    }

    fn plain(&mut self, words: &str) {
        let special = |byte| matches!(byte, b'\\' | b'\t' | b'\n');
        let mut rest = words;
        while let Some(at) = rest.bytes().position(special) {
            let (plain, special) = rest.split_at(at);
            self.text.push_str(plain);
            self.text.push_str(match special.as_bytes().first() {
                Some(b'\t') => "\\t",
                Some(b'\n') => "\\n",
                _ => "\\\\",
            });
            rest = special.get(1..).unwrap_or("");
        }
        self.text.push_str(rest);
    }

    fn spans(&mut self, spans: &[Span]) {
        self.text.push('\t');
        for span in spans {
            self.number(span.start);
            self.text.push('-');
            self.number(span.end);
            self.text.push(' ');
        }
    }

    fn number(&mut self, number: impl itoa::Integer) {
        self.text.push_str(itoa::Buffer::new().format(number));
    }

    fn findings(&mut self, document: &Document) {
        for (id, annotation) in document.annotations() {
            self.annotation(id, annotation, &document.article.text);
        }
        for (name, mentions) in document.speakers() {
            self.speaker(name, mentions);
        }
        for aside in &document.article.boilerplate {
            self.text.push('o');
            self.spans(&[aside.span]);
            self.field(&aside.reason);
            self.text.push('\n');
        }
        if document.article.foreign {
            self.text.push_str("f\n");
        }
    }

    /// `text` is the article's, or empty when it is not at hand: then reasons are written out.
    fn annotation(&mut self, id: Id, annotation: &Annotation, text: &str) {
        let neutral = annotation
            .as_marker()
            .and_then(|m| reason::neutral_in(&m.reason, m.category, text.get(m.span.start..m.span.end)?));
        let state = match annotation.state {
            State::Suggested => "s",
            State::Accepted => "a",
            State::Rejected => "r",
        };
        self.text.push(match annotation.body {
            Body::Quote(_) => 'q',
            Body::Bias(_) if neutral.is_some() => 'c',
            Body::Bias(_) => 'b',
        });
        self.id(Some(id));
        self.field(state);
        self.text.push('\t');
        if let Origin::Core { version } = &annotation.origin {
            self.plain(version);
            self.text.push(' ');
        }
        self.text.push('\t');
        if let Some(score) = annotation.score {
            let hundredths = (score * 100.0).round();
            let exact = hundredths / 100.0 == score && (0.0..=HUNDRED).contains(&hundredths);
            let bits = Some(score.to_bits()).filter(|&bits| bits > HUNDRED as u32).unwrap_or(0);
            self.number(if exact { hundredths as u32 } else { bits });
        }
        self.field(&annotation.note);
        match &annotation.body {
            Body::Quote(q) => {
                self.field(match q.kind {
                    QuoteKind::Direct => "d",
                    QuoteKind::Indirect => "i",
                    QuoteKind::Mixed => "m",
                });
                self.some(q.speaker.as_deref());
                self.some(q.addressee.as_deref());
                [&q.content, &q.source, &q.cue].into_iter().for_each(|spans| self.spans(spans));
                if q.anonymous {
                    self.field("u");
                }
            }
            Body::Bias(m) => {
                self.field(m.category.name());
                self.id(m.quote);
                self.spans(&[m.span]);
                self.field(neutral.unwrap_or(&m.reason));
            }
        }
        self.text.push('\n');
    }

    fn id(&mut self, id: Option<Id>) {
        self.text.push('\t');
        if let Some(Id(number)) = id {
            self.text.push('a');
            self.number(number);
        }
    }

    fn speaker(&mut self, name: &str, mentions: &[Span]) {
        self.text.push('s');
        self.field(name);
        self.spans(mentions);
        self.text.push('\n');
    }
}

#[derive(Default)]
struct Read {
    what: String,
    title: String,
    text: Rc<str>,
    annotations: Vec<(Id, Option<Annotation>)>,
    speakers: Vec<(String, Option<Vec<Span>>)>,
    boilerplate: Vec<Boilerplate>,
    foreign: bool,
}

impl Read {
    /// `text` is that of the article, unless it is packed too.
    fn new(packed: &str, text: &str) -> Result<Self, String> {
        let mut read = Self { text: text.into(), ..Self::default() };
        for (number, line) in packed.lines().enumerate() {
            let fields: Vec<Cow<str>> = line.split('\t').map(plain).collect();
            read.line(&fields.iter().map(AsRef::as_ref).collect::<Vec<&str>>())
                .ok_or_else(|| format!("line {} of what was saved cannot be read", number + 1))?;
        }
        Ok(read)
    }

    fn line(&mut self, fields: &[&str]) -> Option<()> {
        match *fields {
            ["t", title] => self.title = title.to_owned(),
            ["T", text] => self.text = text.into(),
            ["w", what] => self.what = what.to_owned(),
            ["f"] => self.foreign = true,
            ["x", id] => self.annotations.push((Id::parse(id)?, None)),
            ["z", name] => self.speakers.push((name.to_owned(), None)),
            ["s", name, mentions] => self.speakers.push((name.to_owned(), Some(list(mentions)?))),
            ["o", span, reason] => {
                self.boilerplate.push(Boilerplate { span: one(span)?, reason: reason.to_owned() });
            }
            ["q", id, state, origin, score, note, kind, speaker, to, content, source, cue, ref more @ ..] => {
                let kind = match kind {
                    "i" => QuoteKind::Indirect,
                    "m" => QuoteKind::Mixed,
                    _ => QuoteKind::Direct,
                };
                let quote = Quote {
                    kind,
                    content: list(content)?,
                    source: list(source)?,
                    cue: list(cue)?,
                    speaker: speaker.strip_prefix('=').map(str::to_owned),
                    addressee: to.strip_prefix('=').map(str::to_owned),
                    // Only an unnamed source has this field, so that what was saved before is read too.
                    anonymous: match more {
                        [] => false,
                        ["u"] => true,
                        _ => return None,
                    },
                };
                self.annotation(id, Body::Quote(quote), [state, origin, score, note])?;
            }
            [kind @ ("b" | "c"), id, state, origin, score, note, category, tied, words, reason] => {
                let span = one(words)?;
                let category = Category::ALL.into_iter().find(|c| c.name() == category)?;
                let marker = Marker {
                    span,
                    category,
                    // The core's own sentence is short for the plainer wording in it.
                    reason: match kind {
                        "b" => reason.to_owned(),
                        _ => {
                            let neutral = Some(reason).filter(|neutral| !neutral.is_empty());
                            reason::of(category, self.text.get(span.start..span.end)?, neutral)
                        }
                    },
                    quote: if tied.is_empty() { None } else { Some(Id::parse(tied)?) },
                };
                self.annotation(id, Body::Bias(marker), [state, origin, score, note])?;
            }
            _ => return None,
        }
        Some(())
    }

    fn annotation(&mut self, id: &str, body: Body, [state, origin, score, note]: [&str; 4]) -> Option<()> {
        let state = match state {
            "a" => State::Accepted,
            "r" => State::Rejected,
            _ => State::Suggested,
        };
        let origin = match origin.strip_suffix(' ') {
            Some(version) => Origin::Core { version: version.into() },
            None => Origin::Person,
        };
        let score = match score {
            "" => None,
            score => match score.parse().ok()? {
                hundredths if hundredths <= HUNDRED as u32 => Some(hundredths as f32 / HUNDRED),
                bits => Some(f32::from_bits(bits)),
            },
        };
        self.annotations
            .push((Id::parse(id)?, Some(Annotation { body, origin, state, score, note: note.to_owned() })));
        Some(())
    }
}

fn plain(field: &str) -> Cow<'_, str> {
    if !field.contains('\\') {
        return field.into();
    }
    let mut out = String::with_capacity(field.len());
    let mut chars = field.chars();
    while let Some(c) = chars.next() {
        out.push(match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                _ => '\\',
            },
            _ => c,
        });
    }
    out.into()
}

fn one(span: &str) -> Option<Span> {
    let (start, end) = span.trim_end().split_once('-')?;
    Some(Span::new(start.parse().ok()?, end.parse().ok()?))
}

fn list(spans: &str) -> Option<Vec<Span>> {
    spans.split_terminator(' ').map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tagging::{self, Tag};
    use proptest::prelude::*;

    fn document(text: &str, name: &str) -> Document {
        let mut document = Document::new(Article::verbatim(name, text));
        let end = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
        for tag in [Tag::Content, Tag::Source, Tag::Bias(Category::Doubt), Tag::Bias(Category::Hedge)] {
            if let Ok(done) = tagging::tag(&document, Span::new(0, end), tag, None) {
                done.edit.apply(&mut document).unwrap();
            }
        }
        document.set_speaker(name, Some(vec![Span::new(0, end)]));
        document
    }

    type Make<'a> = dyn Fn(&Document) -> Result<Edit, tagging::Refusal> + 'a;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(text in "(\\PC|\n|\t|\\\\){0,40}", name in "(\\PC|\t|\\\\|=){0,9}", note in "(\\PC|\n){0,9}") {
            let mut document = document(&text, &name);
            prop_assert_eq!(&unpack_document(&pack_document(&document)).unwrap(), &document);
            for id in document.in_order() {
                let edits: [&Make; 6] = [
                    &|d| tagging::set_note(d, id, &note),
                    &|d| tagging::set_state(d, id, State::Rejected),
                    &|d| tagging::set_speaker(d, id, &name),
                    &|d| tagging::set_anonymous(d, id, true),
                    &|d| tagging::rename_speaker(d, &name, &note),
                    &|d| tagging::delete(d, id).map(|done| done.edit),
                ];
                for edit in edits.iter().filter_map(|make| make(&document).ok()).collect::<Vec<_>>() {
                    prop_assert_eq!(&unpack_edit(&document, &pack_edit(&edit)).unwrap(), &edit);
                }
                if let Ok(done) = tagging::delete(&document, id) {
                    done.edit.apply(&mut document).unwrap();
                }
            }
        }

        #[test]
        fn anything_else_is_read_or_refused(packed in "([tTwxzsoqbcf]\t|\\PC|\n|\t|[0-9 -]){0,60}") {
            let _ = unpack_document(&packed);
            let _ = unpack_edit(&document("one two", "x"), &packed);
        }
    }

    #[test]
    fn what_the_core_found_comes_back() {
        let text =
            "The brutal regime fell, Ada Moss said. Critics say “it” may not be shocking; she clearly won.";
        let mut document = Document::new(Article::new(text));
        document.suggest(crate::extract::extract(text));
        Rc::make_mut(&mut document.article).foreign = true;
        let packed = pack_document(&document);
        assert!(packed.lines().any(|line| line.starts_with('c') && line.ends_with("\tgovernment")));
        assert_eq!(unpack_document(&packed).unwrap(), document);
        for score in [0.0, 0.004, 0.07, 0.5, 0.123, 1.0, 7.5, -0.25] {
            let id = document.in_order()[0];
            let mut scored = Annotation::clone(document.get(id).unwrap());
            scored.score = Some(score);
            document.set(id, Some(Rc::new(scored)));
            assert_eq!(unpack_document(&pack_document(&document)).unwrap(), document);
        }
    }

    #[test]
    fn a_quote_that_was_saved_before_has_a_named_source() {
        let mut document = document("one two", "Ada");
        let packed = pack_document(&document);
        let quote = packed.lines().find(|line| line.starts_with('q')).unwrap();
        assert_eq!(quote.matches('\t').count(), 11);
        let id = document.in_order()[0];
        tagging::set_anonymous(&document, id, true).unwrap().apply(&mut document).unwrap();
        assert_eq!(pack_document(&document), packed.replace(quote, &format!("{quote}\tu")));
        assert!(unpack_document(&packed.replace(quote, &format!("{quote}\tu\tu"))).is_err());
    }

    #[test]
    fn findings_get_ids_of_their_own() {
        let theirs = document("one two", "Ada");
        let mut ours = document("one two", "Bo");
        let count = ours.annotations().len();
        adopt_findings(&mut ours, &pack_findings(&theirs)).unwrap();
        assert_eq!(ours.annotations().len(), 2 * count);
        let tied = ours.annotations().filter_map(|(_, a)| a.as_marker()?.quote).collect::<Vec<_>>();
        assert!(tied.iter().all(|&id| ours.get(id).is_some_and(|a| a.as_quote().is_some())));
        assert_eq!(ours.speaker_names(), ["Ada", "Bo"]);
    }
}
