//! The reader of packed records.

use super::HUNDRED;
use crate::document::{
    About, Annotation, Attribute, Block, BlockKind, Body, COLOURS, Id, LabelId, LabelSet, Labelled, Marker,
    Origin, OwnLabel, Patch, Quote, Reading, Source, State,
};
use crate::extract::{Boilerplate, Category, Lean, QuoteKind, reason};
use crate::text::Span;
use std::borrow::Cow;
use std::rc::Rc;

/// What records say.
#[derive(Default)]
pub(super) struct Read {
    pub(super) what: String,
    pub(super) about: Option<About>,
    pub(super) source: Option<Source>,
    pub(super) blocks: Vec<Block>,
    pub(super) labels: Option<LabelSet>,
    /// What is set aside is as it was given: nothing else is to be looked for.
    pub(super) given: bool,
    /// What is put back.
    pub(super) back: Vec<Span>,
    pub(super) text: Rc<str>,
    pub(super) annotations: Vec<(Id, Option<Annotation>)>,
    pub(super) speakers: Vec<(String, Option<Vec<Span>>)>,
    pub(super) reading: Reading,
    /// There is a record of where the wording leans.
    pub(super) leans: bool,
    pub(super) patches: Vec<Patch>,
}

impl Read {
    /// `text` is that of the article, unless it is packed too.
    pub(super) fn new(packed: &str, text: &str) -> Result<Self, String> {
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
            // As it was written before there was more to know.
            ["t", title] => self.about = Some(About { title: title.to_owned(), ..About::default() }),
            ["i", ref fields @ ..] => {
                let mut about = About::default();
                let names = About::default().fields().map(|(name, _)| name);
                for (name, value) in names.into_iter().zip(fields) {
                    *about.field_mut(name)? = (*value).to_owned();
                }
                self.about = Some(about);
            }
            ["g", name, sha256] => {
                self.source = Some(Source { name: name.to_owned(), sha256: sha256.to_owned() });
            }
            ["k", span, kind] => {
                self.blocks.push(Block { span: one(span)?, kind: BlockKind::parse(kind)? });
            }
            ["v", name] => self.labels = Some(LabelSet { name: name.to_owned(), labels: vec![] }),
            ["V", id, name, key, colour, guideline, examples, attributes] => {
                self.labels.as_mut()?.labels.push(OwnLabel {
                    id: LabelId::parse(id)?,
                    name: name.to_owned(),
                    key: key.to_owned(),
                    colour: COLOURS.iter().position(|known| *known == colour)? as u8,
                    guideline: guideline.to_owned(),
                    examples: examples.to_owned(),
                    attributes: Attribute::parse(attributes),
                });
            }
            ["n", id, state, origin, score, note, label, words, ref values @ ..] => {
                let pair = |value: &&str| {
                    value.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))
                };
                let values = values.iter().map(pair).collect::<Option<_>>()?;
                let own = Labelled { span: one(words)?, label: LabelId::parse(label)?, values };
                self.annotation(id, Body::Own(own), [state, origin, score, note])?;
            }
            ["a"] => self.given = true,
            ["p", span] => self.back.push(one(span)?),
            ["T", text] => self.text = text.into(),
            ["w", what] => self.what = what.to_owned(),
            ["f"] => self.reading.foreign = true,
            ["l", score] => {
                self.leans = true;
                self.reading.bias_score = number(score)?;
            }
            ["e", span, words] => self.patches.push(Patch { span: one(span)?, words: words.to_owned() }),
            ["L", span, score] => {
                self.reading.bias_sentences.push(Lean { span: one(span)?, score: number(score)? });
            }
            ["x", id] => self.annotations.push((Id::parse(id)?, None)),
            ["z", name] => self.speakers.push((name.to_owned(), None)),
            ["s", name, mentions] => self.speakers.push((name.to_owned(), Some(list(mentions)?))),
            ["o", span, reason] => {
                self.reading.boilerplate.push(Boilerplate { span: one(span)?, reason: reason.to_owned() });
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
            score => Some(number(score)?),
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

fn number(score: &str) -> Option<f32> {
    Some(match score.parse().ok()? {
        hundredths if hundredths <= HUNDRED as u32 => hundredths as f32 / HUNDRED,
        bits => f32::from_bits(bits),
    })
}

fn one(span: &str) -> Option<Span> {
    let (start, end) = span.trim_end().split_once('-')?;
    Some(Span::new(start.parse().ok()?, end.parse().ok()?))
}

fn list(spans: &str) -> Option<Vec<Span>> {
    spans.split_terminator(' ').map(one).collect()
}
