use super::{Sensitivity, label_of};
use crate::document::{Annotation, Body, Document, Id, Origin, State};
use crate::extract::Tier;

/// A group of annotations that is shown or hidden together, in the text and in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Quotes with their cues and sources.
    Quotes,
    /// Bias markers of the loaded tier.
    Loaded,
    /// Bias markers of the epistemic tier.
    Epistemic,
    /// Labels that a person has made.
    Own,
}

impl Layer {
    /// All, in the order of the screen.
    pub const ALL: [Layer; 4] = [Self::Quotes, Self::Loaded, Self::Epistemic, Self::Own];

    /// The layer an annotation is in.
    pub fn of(annotation: &Annotation) -> Self {
        match &annotation.body {
            Body::Quote(_) => Self::Quotes,
            Body::Bias(marker) if marker.category.tier() == Tier::Loaded => Self::Loaded,
            Body::Bias(_) => Self::Epistemic,
            Body::Own(_) => Self::Own,
        }
    }
}

/// Which annotations are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The layers that are hidden.
    pub hidden: Vec<Layer>,
    /// Only what has this label, by its name on the screen.
    pub kind: Option<String>,
    /// Only what this speaker says, and how.
    pub speaker: Option<String>,
    /// Only what is in this state.
    pub state: Option<State>,
    /// Only what a person made, or only what a core found.
    pub by_hand: Option<bool>,
    /// Only quotes whose source is not named.
    pub unnamed: bool,
    /// Only what the core was at least so sure of, in percent; what a person made passes.
    pub sure: u8,
}

impl Filter {
    /// Shows a layer that was hidden, or hides it.
    pub fn toggle(&mut self, layer: Layer) {
        if self.hidden.contains(&layer) {
            self.hidden.retain(|&other| other != layer);
        } else {
            self.hidden.push(layer);
        }
    }

    /// True when nothing is hidden.
    pub fn shows_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it lets an annotation of `document` through.
    pub fn shows(&self, document: &Document, annotation: &Annotation) -> bool {
        let speaker = match &annotation.body {
            Body::Quote(quote) => quote.speaker.as_deref(),
            Body::Own(_) => None,
            Body::Bias(marker) => {
                marker.quote.and_then(|id| document.get(id)).and_then(|quote| quote.speaker())
            }
        };
        !self.hidden.contains(&Layer::of(annotation))
            && self
                .kind
                .as_deref()
                .is_none_or(|kind| label_of(&document.article, annotation, annotation.main_part()) == kind)
            && self.state.is_none_or(|state| annotation.state == state)
            && self.speaker.as_deref().is_none_or(|name| speaker == Some(name))
            && self.by_hand.is_none_or(|by_hand| by_hand == (annotation.origin == Origin::Person))
            && (!self.unnamed || annotation.as_quote().is_some_and(|quote| quote.anonymous))
            && annotation.score.is_none_or(|score| score * 100.0 >= f32::from(self.sure))
    }

    /// What is shown of `document`, in the order of the text.
    pub fn visible(&self, document: &Document, sensitivity: &Sensitivity) -> Vec<Id> {
        let shown = |id: &Id| self.lets(document, sensitivity, *id);
        document.in_order().into_iter().filter(shown).collect()
    }

    /// Brings `visible`, which was what is shown, up to date, where only the annotations of `ids` may be others than they were.
    pub fn update(&self, visible: &mut Vec<Id>, ids: &[Id], document: &Document, sensitivity: &Sensitivity) {
        visible.retain(|id| !ids.contains(id));
        for &id in ids.iter().filter(|&&id| self.lets(document, sensitivity, id)) {
            let place = visible.partition_point(|&other| document.place(other) < document.place(id));
            visible.insert(place, id);
        }
    }

    fn lets(&self, document: &Document, sensitivity: &Sensitivity, id: Id) -> bool {
        document.get(id).is_some_and(|annotation| {
            sensitivity.shows(document, annotation) && self.shows(document, annotation)
        })
    }
}
