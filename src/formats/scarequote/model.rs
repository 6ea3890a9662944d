use crate::document::{Origin, State};
use crate::extract::{Category, QuoteKind};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The version of the format that this program writes, and the newest that it reads.
pub const VERSION: u64 = 1;

/// A Scarequote annotation file.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct File<'a> {
    /// Always `scarequote`.
    pub format: Cow<'a, str>,
    /// The version of the format: 1.
    pub version: u64,
    /// The program that wrote the file, with its version.
    pub generator: Cow<'a, str>,
    /// The text, untouched, and what is known about it.
    pub article: ArticleRecord<'a>,
    /// Who is quoted, and every place where the text names them.
    #[serde(default)]
    pub speakers: Vec<SpeakerRecord<'a>>,
    /// Labels that a person has made, beside those that every file knows. Missing when there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<LabelSetRecord>,
    /// Every annotation.
    pub annotations: Vec<AnnotationRecord<'a>>,
}

/// The article.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ArticleRecord<'a> {
    /// What it is called.
    pub title: Cow<'a, str>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub byline: Cow<'a, str>,
    /// When it was published, as ISO 8601 or in words.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub date: Cow<'a, str>,
    /// The publication.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub site: Cow<'a, str>,
    /// A BCP 47 tag: `en`, `pt-BR`.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub language: Cow<'a, str>,
    /// The canonical address.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub address: Cow<'a, str>,
    /// What stands below the leading picture.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub caption: Cow<'a, str>,
    /// The file that it came from, or the text that was pasted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceRecord<'a>>,
    /// What each part of the text is, in order; none when only the text is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<BlockRecord>,
    /// The whole text. Every position counts its Unicode code points.
    pub text: Cow<'a, str>,
    /// What was set aside as not part of the article. It is still in the text.
    #[serde(default)]
    pub boilerplate: Vec<BoilerplateRecord<'a>>,
    /// The core found the text to be in another language than English, so that it marked quoted passages alone.
    #[serde(default)]
    pub foreign: bool,
    /// How much the article's own wording leans by the core, 0 (not at all) to 1.
    #[serde(default)]
    pub bias_score: f32,
    /// The sentences in which it leans.
    #[serde(default)]
    pub bias_sentences: Vec<LeanRecord<'a>>,
}

/// A sentence in which the article's own wording leans.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LeanRecord<'a> {
    /// The sentence.
    pub target: Selector<'a>,
    /// How likely readers take it as biased, 0 to 1.
    pub score: f32,
}

/// The file that an article came from, or the text that was pasted.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SourceRecord<'a> {
    /// The file's name; empty for a text that was pasted.
    pub name: Cow<'a, str>,
    /// The SHA-256 of its bytes, those of a pasted text in UTF-8, in hexadecimal digits; empty when nothing could make it.
    pub sha256: Cow<'a, str>,
}

/// A part of the text that stands for itself.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BlockRecord {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// `paragraph`, `heading-1` to `heading-6`, `item`, `quote` or `caption`.
    pub kind: String,
}

/// Words of the article, by position and by themselves.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Selector<'a> {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    pub exact: Cow<'a, str>,
    /// Up to 32 code points before them.
    #[serde(default)]
    pub prefix: Cow<'a, str>,
    /// Up to 32 code points after them.
    #[serde(default)]
    pub suffix: Cow<'a, str>,
}

/// Words that are not part of the article.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BoilerplateRecord<'a> {
    /// The words.
    pub target: Selector<'a>,
    /// What they are: `comment form`, `related link`, ….
    pub reason: Cow<'a, str>,
}

/// A person or body.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SpeakerRecord<'a> {
    /// The canonical name.
    pub name: Cow<'a, str>,
    /// Where the text names them: by name, by role, by pronoun.
    pub mentions: Vec<Selector<'a>>,
}

/// Labels that a person has made.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LabelSetRecord {
    /// What the set is called.
    #[serde(default)]
    pub name: String,
    /// Its labels, in the order in which they are shown.
    pub labels: Vec<LabelRecord>,
}

/// A label that a person has made.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LabelRecord {
    /// Names it within the set: `l1`, `l2`, ….
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The letter, digit or mark that gives it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// `blue`, `green`, `red`, `purple`, `orange`, `teal`, `pink` or `brown`.
    pub colour: String,
    /// When to give it, and when not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub guideline: String,
    /// Words that it fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// What can be said of the words beside the label: `stance: for, against`; `note`, when any words can be said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
}

/// Words with a label that a person has made.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnRecord<'a> {
    /// The id of the label, one of those in `labels`.
    pub label: Cow<'a, str>,
    /// The words.
    pub target: Selector<'a>,
    /// What is said of them, each with the name of its attribute: `stance: for`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
}

/// A label on words. It has one of `quote`, `bias` and `own`.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AnnotationRecord<'a> {
    /// Names it within the file.
    pub id: Cow<'a, str>,
    /// Somebody says something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<QuoteRecord<'a>>,
    /// The wording leans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bias: Option<BiasRecord<'a>>,
    /// A person's own label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnRecord<'a>>,
    /// Who or what made it.
    pub origin: Origin,
    /// What a person thinks of it.
    pub state: State,
    /// How sure the core was, 0 to 1. Missing when a person made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f32>,
    /// What a person wrote about it.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub note: Cow<'a, str>,
}

/// One attribution.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QuoteRecord<'a> {
    /// Whether the words are the speaker's own.
    pub kind: QuoteKind,
    /// What is said; several when the cue breaks it.
    pub content: Vec<Selector<'a>>,
    /// The words that name who says it.
    #[serde(default)]
    pub source: Vec<Selector<'a>>,
    /// The words that attribute.
    #[serde(default)]
    pub cue: Vec<Selector<'a>>,
    /// The canonical name of who says it.
    #[serde(default)]
    pub speaker: Option<Cow<'a, str>>,
    /// Whom it is said to.
    #[serde(default)]
    pub addressee: Option<Cow<'a, str>>,
    /// Whether the source is vague or left without a name on purpose. Missing when it is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
}

/// A wording that leans.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct BiasRecord<'a> {
    /// In what way it leans.
    pub category: Category,
    /// The words.
    pub target: Selector<'a>,
    /// One sentence that says why.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub reason: Cow<'a, str>,
    /// The id of the quote that the words stand in: then they are its speaker's, not the article's.
    #[serde(default)]
    pub quote: Option<Cow<'a, str>>,
}
