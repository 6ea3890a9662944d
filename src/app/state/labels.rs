//! The labels, as the screen names them: with a key, and a sentence that says what they are for.

use crate::document::tagging::Tag;
use crate::document::{Annotation, Article, Body, Part};
use crate::extract::{Category, QuoteKind};

/// A label that words can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it does.
    pub tag: Tag,
    /// Its name on the screen.
    pub name: &'static str,
    /// The key that gives it at first.
    pub key: &'static str,
    /// What it is for.
    pub help: &'static str,
}

const fn label(tag: Tag, name: &'static str, key: &'static str, help: &'static str) -> Label {
    Label { tag, name, key, help }
}

const fn bias(category: Category, name: &'static str, key: &'static str, help: &'static str) -> Label {
    label(Tag::Bias(category), name, key, help)
}

/// The parts of a quote.
pub const QUOTE_LABELS: [Label; 3] = [
    label(Tag::Content, "Quote", "Q", "What somebody says, word for word or in the writer's words"),
    label(Tag::Source, "Source", "S", "The words that name who says it"),
    label(Tag::Cue, "Cue", "C", "The words that attribute: said, according to"),
];

/// The bias markers of the loaded tier.
pub const LOADED: [Label; 5] = [
    bias(Category::LoadedLanguage, "Loaded language", "1", "Words that carry a judgement or stir a feeling"),
    bias(Category::Label, "Label", "2", "A name that judges whom it names"),
    bias(Category::Sensationalism, "Sensationalism", "3", "Words that make more of an event than it is"),
    bias(Category::Doubt, "Doubt", "4", "Words that cast doubt on what is said"),
    bias(Category::Puffery, "Puffery", "5", "Praise that gives no ground for itself"),
];

/// The bias markers of the epistemic tier.
pub const EPISTEMIC: [Label; 11] = [
    bias(Category::Hedge, "Hedge", "H", "Words that hold back: may, reportedly"),
    bias(Category::Booster, "Booster", "B", "Words that press a point: clearly, of course"),
    bias(Category::Intensifier, "Intensifier", "I", "Words that turn up the strength: very, utterly"),
    bias(Category::Factive, "Factive", "F", "A verb that takes what follows for true: realise, reveal"),
    bias(Category::Implicative, "Implicative", "V", "A verb that implies what happened: manage to, fail to"),
    bias(Category::Editorializing, "Editorializing", "E", "The writer's own opinion: unfortunately, should"),
    bias(Category::Weasel, "Weasel", "W", "An authority without a name: critics say"),
    bias(Category::Generalization, "Generalization", "G", "More than can be known: everyone, always"),
    bias(Category::MindReading, "Mind reading", "M", "What only the person can know: hopes, secretly wants"),
    bias(Category::ScareQuote, "Scare quote", "T", "Quotation marks that hold words at a distance"),
    bias(Category::AgentlessPassive, "Agentless passive", "P", "A passive that leaves out who acted"),
];

impl Label {
    /// Every label.
    pub fn all() -> impl Iterator<Item = &'static Label> {
        QUOTE_LABELS.iter().chain(&LOADED).chain(&EPISTEMIC)
    }
}

/// The name on the screen of what an annotation, or a part of it, is.
pub fn label_of<'a>(article: &'a Article, annotation: &Annotation, part: Part) -> &'a str {
    match (&annotation.body, part) {
        (Body::Quote(_), Part::Source) => "Source",
        (Body::Quote(_), Part::Cue) => "Cue",
        (Body::Quote(quote), _) => match quote.kind {
            QuoteKind::Direct => "Direct quote",
            QuoteKind::Indirect => "Indirect quote",
            QuoteKind::Mixed => "Mixed quote",
        },
        (Body::Own(own), _) => article.labels.get(own.label).map_or("Own label", |label| &label.name),
        (Body::Bias(marker), _) => Label::all()
            .find(|label| label.tag == Tag::Bias(marker.category))
            .map_or("Bias marker", |label| label.name),
    }
}
