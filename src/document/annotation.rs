use super::LabelId;
use crate::extract::{Category, QuoteKind};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::rc::Rc;

/// Names an annotation within its document. Written `a12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

impl Id {
    /// The id that is written `a12`; `None` for any other form.
    pub fn parse(written: &str) -> Option<Self> {
        let number = written.strip_prefix('a')?.parse().ok()?;
        (Id(number).to_string() == written && number < u32::MAX / 2).then_some(Id(number))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a{}", self.0)
    }
}

/// A label on spans of the article, with where it comes from and what a person thinks of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// What is labelled, and as what.
    pub body: Body,
    /// Who or what made it.
    pub origin: Origin,
    /// Whether a person has agreed.
    pub state: State,
    /// How sure the core was, 0 to 1; `None` for what a person made.
    pub score: Option<f32>,
    /// What a person wrote about it.
    pub note: String,
}

/// What an annotation says of the words.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Somebody says something.
    Quote(Quote),
    /// The wording leans.
    Bias(Marker),
    /// A person's own label.
    Own(Labelled),
}

/// Words with a label that a person has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The words.
    pub span: Span,
    /// Which label of the article's set.
    pub label: LabelId,
    /// What is said of the words: the name of an attribute, and its value.
    pub values: Vec<(String, String)>,
}

/// One attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote {
    /// Whether the words are the speaker's own.
    pub kind: QuoteKind,
    /// What is said; several spans when the cue breaks it.
    pub content: Vec<Span>,
    /// The words that name who says it.
    pub source: Vec<Span>,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// The canonical name of who says it.
    pub speaker: Option<String>,
    /// Whom it is said to.
    pub addressee: Option<String>,
    /// Whether the source is vague or left without a name on purpose.
    pub anonymous: bool,
}

/// A wording that leans.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// The words.
    pub span: Span,
    /// In what way they lean.
    pub category: Category,
    /// One sentence that says why; empty for what a person marked.
    pub reason: String,
    /// The quote that the words stand in: then they are its speaker's.
    pub quote: Option<Id>,
}

/// Who or what made an annotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A person, by hand.
    Person,
    /// The extraction core.
    Core {
        /// The core's version.
        version: Rc<str>,
    },
}

/// What a person thinks of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Nobody has looked at it.
    Suggested,
    /// A person agrees.
    Accepted,
    /// A person disagrees. It is kept, so that the core's errors can be counted.
    Rejected,
}

/// What a span is within its annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A quote's content.
    Content,
    /// A quote's source.
    Source,
    /// A quote's cue.
    Cue,
    /// The words of a bias marker, or of a label that a person has made.
    Marker,
}

/// One span of one annotation: what a click hits and what the ends of can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The annotation.
    pub id: Id,
    /// The part of it.
    pub part: Part,
    /// Which of the part's spans, from 0.
    pub number: usize,
}

impl Annotation {
    /// What a person made: accepted, with no score.
    pub fn by_person(body: Body) -> Self {
        Self { body, origin: Origin::Person, state: State::Accepted, score: None, note: String::new() }
    }

    /// Every span with what it is, the main one (content, or the marker's words) first.
    pub fn spans(&self) -> impl Iterator<Item = (Part, usize, Span)> + '_ {
        let (lists, own): ([(Part, &[Span]); 3], Option<Span>) = match &self.body {
            Body::Quote(q) => {
                ([(Part::Content, &q.content), (Part::Source, &q.source), (Part::Cue, &q.cue)], None)
            }
            Body::Bias(Marker { span, .. }) | Body::Own(Labelled { span, .. }) => {
                ([(Part::Content, &[]), (Part::Source, &[]), (Part::Cue, &[])], Some(*span))
            }
        };
        let listed = lists.into_iter().flat_map(|(part, spans)| {
            spans.iter().enumerate().map(move |(number, &span)| (part, number, span))
        });
        own.map(|span| (Part::Marker, 0, span)).into_iter().chain(listed)
    }

    /// The span of one part, if there is one.
    pub fn span(&self, part: Part, number: usize) -> Option<Span> {
        self.spans().find(|&(p, n, _)| (p, n) == (part, number)).map(|(_, _, span)| span)
    }

    /// What its main span is: the content of a quote, or the words of a marker.
    pub fn main_part(&self) -> Part {
        if self.as_quote().is_some() { Part::Content } else { Part::Marker }
    }

    /// The first span: where the annotation stands in the order of the text.
    pub fn anchor(&self) -> Span {
        self.spans().next().map_or(Span::default(), |(_, _, span)| span)
    }

    /// The quote, if it is one.
    pub fn as_quote(&self) -> Option<&Quote> {
        match &self.body {
            Body::Quote(quote) => Some(quote),
            _ => None,
        }
    }

    /// The bias marker, if it is one.
    pub fn as_marker(&self) -> Option<&Marker> {
        match &self.body {
            Body::Bias(marker) => Some(marker),
            _ => None,
        }
    }

    /// What a person's own label says, if it is one.
    pub fn as_own(&self) -> Option<&Labelled> {
        match &self.body {
            Body::Own(own) => Some(own),
            _ => None,
        }
    }

    /// The speaker's name, if it is a quote with one.
    pub fn speaker(&self) -> Option<&str> {
        self.as_quote().and_then(|quote| quote.speaker.as_deref())
    }
}

impl Quote {
    /// The spans of `part`; `None` for [`Part::Marker`], which a quote has not.
    pub fn part_mut(&mut self, part: Part) -> Option<&mut Vec<Span>> {
        match part {
            Part::Content => Some(&mut self.content),
            Part::Source => Some(&mut self.source),
            Part::Cue => Some(&mut self.cue),
            Part::Marker => None,
        }
    }
}
