use super::model::{AnnotationRecord, BlockRecord, File, Selector, VERSION};
use crate::document::{
    About, Annotation, Article, Block, BlockKind, Body, Document, Id, LabelId, Labelled, Marker, Quote,
    Reading, Source,
};
use crate::extract::{Boilerplate, Lean};
use crate::formats::labels::label_set;
use crate::text::{CodePoints, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// Why a file was not read. The message says what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no JSON: cut off, or something else.
    Damaged(String),
    /// It is JSON of another kind.
    Foreign,
    /// A newer program wrote it, in this version of the format.
    Newer(u64),
    /// It is an annotation file, and something in it does not hold: where, and what.
    Wrong(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(why) => write!(f, "The file is damaged or cut off: it is not valid JSON ({why})."),
            Self::Foreign => f.write_str(
                "This JSON file is not a Scarequote annotation file: it lacks \"format\": \"scarequote\".",
            ),
            Self::Newer(version) => write!(
                f,
                "A newer Scarequote wrote this file (format version {version}; this one reads up to {VERSION}). \
                 Reload the page to get the newest version, then open the file again."
            ),
            Self::Wrong(why) => write!(f, "The annotation file has an error: {why}."),
        }
    }
}

/// Enough of a file to tell what it is.
#[derive(Deserialize)]
struct Probe {
    format: Option<serde_json::Value>,
    version: Option<serde_json::Value>,
}

/// Reads an annotation file. Every position is checked against the words that it is said to have.
///
/// # Errors
/// [`Problem`], with nothing read.
pub fn read(json: &str) -> Result<Document, Problem> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if !json.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(json).is_ok() {
        return Err(Problem::Foreign);
    }
    let probe: Probe = serde_json::from_str(json).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => Problem::Foreign,
        _ => Problem::Damaged(error.to_string()),
    })?;
    if probe.format.as_ref().and_then(|f| f.as_str()) != Some("scarequote") {
        return Err(Problem::Foreign);
    }
    match probe.version.as_ref().and_then(serde_json::Value::as_u64) {
        Some(newer) if newer > VERSION => return Err(Problem::Newer(newer)),
        Some(VERSION) => {}
        _ => return Err(Problem::Wrong("“version” is not a number from 1".into())),
    }
    let file: File = serde_json::from_str(json).map_err(|error| Problem::Wrong(error.to_string()))?;
    document(&file).map_err(Problem::Wrong)
}

fn document(file: &File) -> Result<Document, String> {
    let given = &file.article;
    let mut article = Article::verbatim(&given.title, &*given.text);
    article.blocks = blocks(&article, &given.blocks)?;
    if let Some(set) = &file.labels {
        article.labels = Rc::new(label_set(set)?);
    }
    let [byline, date] = [&given.byline, &given.date].map(|field| field.clone().into_owned());
    let [site, language] = [&given.site, &given.language].map(|field| field.clone().into_owned());
    let [address, caption] = [&given.address, &given.caption].map(|field| field.clone().into_owned());
    let title = std::mem::take(&mut article.about.title);
    article.about = About { title, byline, date, site, language, address, caption };
    article.source = given.source.as_ref().map(|source| Source {
        name: source.name.as_ref().to_owned(),
        sha256: source.sha256.as_ref().to_owned(),
    });
    let reader = Reader { article: &article, ids: ids(&file.annotations)? };
    let mut boilerplate = Vec::new();
    for (n, aside) in file.article.boilerplate.iter().enumerate() {
        let span = reader.span(&aside.target).map_err(|why| format!("boilerplate {}: {why}", n + 1))?;
        boilerplate.push(Boilerplate { span, reason: aside.reason.as_ref().to_owned() });
    }
    let mut bias_sentences = Vec::new();
    for (n, lean) in file.article.bias_sentences.iter().enumerate() {
        let wrong = |why| format!("sentence {} that leans: {why}", n + 1);
        let span = reader.span(&lean.target).map_err(wrong)?;
        bias_sentences.push(Lean { span, score: score(lean.score).map_err(wrong)? });
    }
    let mut speakers = Vec::new();
    for speaker in &file.speakers {
        let mentions =
            reader.spans(&speaker.mentions).map_err(|e| format!("speaker “{}”: {e}", speaker.name))?;
        speakers.push((&speaker.name, mentions));
    }
    let mut annotations = Vec::new();
    for record in &file.annotations {
        let annotation =
            reader.annotation(record).map_err(|why| format!("annotation “{}”: {why}", record.id))?;
        annotations.extend(reader.id(&record.id).map(|id| (id, annotation)));
    }
    let bias_score = score(file.article.bias_score).map_err(|why| format!("the article: {why}"))?;
    article.reading = Reading { boilerplate, foreign: file.article.foreign, bias_score, bias_sentences };
    let mut document = Document::new(article);
    for (name, mentions) in speakers {
        document.set_speaker(name, Some(mentions));
    }
    for (id, annotation) in annotations {
        document.set(id, Some(Rc::new(annotation)));
    }
    Ok(document)
}

/// `stance: for`
fn value(written: &str) -> Result<(String, String), String> {
    let pair = written.split_once(": ").filter(|(name, _)| !name.contains(['=', '\n']));
    let (name, value) =
        pair.ok_or_else(|| format!("“{}” is not written as “attribute: value”", brief(written)))?;
    Ok((name.to_owned(), value.to_owned()))
}

/// In order and without overlap.
fn blocks(article: &Article, given: &[BlockRecord]) -> Result<Rc<[Block]>, String> {
    let mut end = 0;
    let read = |(number, record): (usize, &BlockRecord)| {
        let wrong = |why: &str| format!("block {}: {why}", number + 1);
        if record.start < end || record.end <= record.start || record.end > article.index.code_points() {
            return Err(wrong("it does not stand behind the one before it, within the text"));
        }
        end = record.end;
        let range = CodePoints { start: record.start, end: record.end };
        let kind = BlockKind::parse(&record.kind).ok_or_else(|| wrong("its kind is not known"))?;
        Ok(Block { span: article.index.from_code_points(&article.text, range), kind })
    };
    given.iter().enumerate().map(read).collect()
}

fn score(given: f32) -> Result<f32, String> {
    if (0.0..=1.0).contains(&given) { Ok(given) } else { Err("the score is not between 0 and 1".into()) }
}

/// A number for each id: ids of the form `a12` keep theirs, others get a free one.
fn ids<'f>(records: &'f [AnnotationRecord]) -> Result<BTreeMap<&'f str, Id>, String> {
    let mut ids = BTreeMap::new();
    let mut free = records.iter().filter_map(|r| Id::parse(&r.id)).map(|id| id.0).max().unwrap_or(0);
    for (n, record) in records.iter().enumerate() {
        let id = Id::parse(&record.id).unwrap_or_else(|| {
            free += 1;
            Id(free)
        });
        if ids.insert(record.id.as_ref(), id).is_some() {
            return Err(format!("annotation {}: the id “{}” stands twice", n + 1, record.id));
        }
    }
    Ok(ids)
}

/// Reads records against the text they are about.
struct Reader<'f> {
    article: &'f Article,
    /// The number of each id in the file.
    ids: BTreeMap<&'f str, Id>,
}

impl<'f> Reader<'f> {
    fn id(&self, written: &str) -> Option<Id> {
        self.ids.get(written).copied()
    }

    fn annotation(&self, record: &AnnotationRecord) -> Result<Annotation, String> {
        let body = match (&record.quote, &record.bias, &record.own) {
            (Some(q), None, None) => {
                let part = |name: &str, list| self.spans(list).map_err(|why| format!("{name}: {why}"));
                let quote = Quote {
                    kind: q.kind,
                    content: part("content", &q.content)?,
                    source: part("source", &q.source)?,
                    cue: part("cue", &q.cue)?,
                    speaker: q.speaker.as_deref().map(str::to_owned),
                    addressee: q.addressee.as_deref().map(str::to_owned),
                    anonymous: q.anonymous,
                };
                if quote.content.is_empty() {
                    return Err("a quote needs content".into());
                }
                Body::Quote(quote)
            }
            (None, None, Some(own)) => Body::Own(Labelled {
                span: self.span(&own.target)?,
                label: (LabelId::parse(&own.label))
                    .filter(|label| self.article.labels.get(*label).is_some())
                    .ok_or_else(|| {
                        format!("its label “{}” is not among those of the file", brief(&own.label))
                    })?,
                values: own.values.iter().map(|written| value(written)).collect::<Result<_, _>>()?,
            }),
            (None, Some(b), None) => Body::Bias(Marker {
                span: self.span(&b.target)?,
                category: b.category,
                reason: b.reason.as_ref().to_owned(),
                quote: b.quote.as_deref().map(|id| self.quote(id)).transpose()?,
            }),
            _ => return Err("it needs one of “quote”, “bias” and “own”".into()),
        };
        Ok(Annotation {
            body,
            origin: record.origin.clone(),
            state: record.state,
            score: record.score.map(score).transpose()?,
            note: record.note.as_ref().to_owned(),
        })
    }

    fn quote(&self, id: &str) -> Result<Id, String> {
        self.id(id).ok_or_else(|| format!("it stands in the quote “{id}”, which is not in the file"))
    }

    fn spans(&self, selectors: &[Selector]) -> Result<Vec<Span>, String> {
        selectors.iter().map(|selector| self.span(selector)).collect()
    }

    fn span(&self, selector: &Selector) -> Result<Span, String> {
        let Article { text, index, .. } = self.article;
        let Selector { start, end, exact, .. } = selector;
        if start >= end || *end > index.code_points() {
            let length = index.code_points();
            return Err(format!("position {start}–{end} does not fit a text of {length} code points"));
        }
        let span = index.from_code_points(text, CodePoints { start: *start, end: *end });
        let there = span.of(text);
        if there != exact.as_ref() {
            let (said, there) = (brief(exact), brief(there));
            return Err(format!("“{said}” should stand at {start}–{end}, but the text has “{there}” there"));
        }
        Ok(span)
    }
}

/// Words for a message: the first few.
fn brief(words: &str) -> String {
    crate::document::shorten(words, 40)
}
