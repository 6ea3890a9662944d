//! What the core hands out. Spans are bytes into the text; [`super::wire`] has the same in code points, for the outside.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Everything found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Who says what, in the order of the text.
    pub quotes: Vec<Quote>,
    /// The persons and bodies that are quoted, each once.
    pub speakers: Vec<Speaker>,
    /// Where the wording leans, in the order of the text.
    pub bias: Vec<Marker>,
    /// How much the article's own wording leans, 0 (not at all) to 1.
    pub bias_score: f32,
    /// The sentences in which it leans, in the order of the text.
    pub bias_sentences: Vec<Lean>,
    /// What is not part of the article: comment forms, links to other articles, bylines.
    pub boilerplate: Vec<Boilerplate>,
    /// The text is in another language than English: then only quoted passages are told, without speakers, and no bias markers.
    pub foreign: bool,
    /// Every passage in quotation marks, and what the marks are there for, in the order of the text.
    pub quotations: Vec<Quotation>,
}

/// One attribution: some words, who they are ascribed to, and the words that ascribe them.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Whether the words are the speaker's own.
    pub kind: QuoteKind,
    /// What is said, without its quotation marks; several spans when the cue breaks it.
    pub content: Vec<Span>,
    /// The words that name who says it; empty when the text does not.
    pub source: Vec<Span>,
    /// The words that attribute: “said”, “according to”; empty when there are none.
    pub cue: Vec<Span>,
    /// The canonical name of who says it, when it can be told.
    pub speaker: Option<String>,
    /// The canonical name or the words for whom it is said to.
    pub addressee: Option<String>,
    /// Whether the source is vague or left without a name on purpose: “critics”, “an official who asked not to be named”.
    pub anonymous: bool,
    /// How sure the core is, 0 to 1.
    pub score: f32,
}

/// Whether a quote's words are the speaker's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Word for word, in quotation marks.
    #[default]
    Direct,
    /// In the writer's words.
    Indirect,
    /// The writer's sentence, with some words in quotation marks.
    Mixed,
}

/// A person or body that is quoted.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The fullest name the text gives.
    pub name: String,
    /// Every place where the text names this speaker: by name, by role, by pronoun.
    pub mentions: Vec<Span>,
}

/// A span whose wording leans.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// The words.
    pub span: Span,
    /// In what way they lean.
    pub category: Category,
    /// How sure the core is, 0 to 1.
    pub score: f32,
    /// One sentence that tells the reader why.
    pub reason: String,
    /// A more neutral wording that fits in its place, where there is one.
    pub neutral: Option<String>,
    /// The quote that the words stand in, as its place in [`Findings::quotes`]: then they are its speaker's, not the article's.
    pub quote: Option<usize>,
}

/// How much the writer's own words in one sentence lean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lean {
    /// The sentence.
    pub span: Span,
    /// How likely readers take it as biased, over 0 and up to 1.
    pub score: f32,
}

/// A span that is not part of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Boilerplate {
    /// The words.
    pub span: Span,
    /// What it is: `comment form`, `related link`, ….
    pub reason: String,
}

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The words, without the marks.
    pub span: Span,
    /// What the marks are there for.
    pub usage: Usage,
}

/// What quotation marks are there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Usage {
    /// Somebody says the words.
    Speech,
    /// They hold the words at a distance.
    ScareQuote,
    /// The words are the title of a work.
    Title,
    /// Something else: a name, a nickname, a word that is mentioned.
    Other,
}

/// In what way a wording leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Words that carry a judgement or stir a feeling: “brutal”, “slapped sanctions on”.
    LoadedLanguage,
    /// A name that judges whom it names: “extremist”, “regime”.
    Label,
    /// Words that make more of an event than it is: “bombshell”, “shocking”.
    Sensationalism,
    /// Words that cast doubt on what is said: “so-called”, “claims”.
    Doubt,
    /// Praise that gives no ground for itself: “world-class”, “legendary”.
    Puffery,
    /// Words that hold back: “may”, “reportedly”.
    Hedge,
    /// Words that press a point: “clearly”, “of course”.
    Booster,
    /// Words that turn up the strength: “very”, “utterly”.
    Intensifier,
    /// Verbs that take what follows for true: “realise”, “reveal”.
    Factive,
    /// Verbs that imply that what follows happened, or did not: “managed to”, “failed to”.
    Implicative,
    /// The writer's own opinion: “unfortunately”, “should”.
    Editorializing,
    /// An authority that is not named: “critics say”, “some believe”.
    Weasel,
    /// More than can be known: “everyone”, “always”.
    Generalization,
    /// What only the person can know: “hopes”, “secretly wanted”.
    MindReading,
    /// Quotation marks that hold the words at a distance.
    ScareQuote,
    /// A passive that leaves out who acted: “mistakes were made”.
    AgentlessPassive,
}

/// How loudly a category speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tier {
    /// The wording itself leans; shown by default.
    Loaded,
    /// How sure, and by whom: shown as neutral information.
    Epistemic,
}

impl Category {
    /// Every category, the loaded tier first.
    pub const ALL: [Category; 16] = [
        Self::LoadedLanguage,
        Self::Label,
        Self::Sensationalism,
        Self::Doubt,
        Self::Puffery,
        Self::Hedge,
        Self::Booster,
        Self::Intensifier,
        Self::Factive,
        Self::Implicative,
        Self::Editorializing,
        Self::Weasel,
        Self::Generalization,
        Self::MindReading,
        Self::ScareQuote,
        Self::AgentlessPassive,
    ];

    /// The tier it belongs to.
    pub const fn tier(self) -> Tier {
        match self {
            Self::LoadedLanguage | Self::Label | Self::Sensationalism | Self::Doubt | Self::Puffery => {
                Tier::Loaded
            }
            _ => Tier::Epistemic,
        }
    }

    /// From which score on a marker of it is shown unless somebody sets another limit, in percent.
    ///
    /// Chosen so that in news the page marks at most one of a hundred of the writer's own words as loaded, and is right more often than
    /// not (`make eval`). Words that cast doubt have the same score wherever they stand. Epistemic cues are all shown on demand.
    pub const fn usual_limit(self) -> u8 {
        match self {
            Self::LoadedLanguage => 55,
            Self::Doubt => 40,
            _ if matches!(self.tier(), Tier::Loaded) => 50,
            _ => 0,
        }
    }

    /// Its name in files: `loaded-language`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LoadedLanguage => "loaded-language",
            Self::Label => "label",
            Self::Sensationalism => "sensationalism",
            Self::Doubt => "doubt",
            Self::Puffery => "puffery",
            Self::Hedge => "hedge",
            Self::Booster => "booster",
            Self::Intensifier => "intensifier",
            Self::Factive => "factive",
            Self::Implicative => "implicative",
            Self::Editorializing => "editorializing",
            Self::Weasel => "weasel",
            Self::Generalization => "generalization",
            Self::MindReading => "mind-reading",
            Self::ScareQuote => "scare-quote",
            Self::AgentlessPassive => "agentless-passive",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_named_alike_in_code_and_in_files() {
        for category in Category::ALL {
            assert_eq!(serde_json::to_string(&category).unwrap(), format!("\"{}\"", category.name()));
        }
    }
}
