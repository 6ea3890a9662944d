use super::blocks::Piece;
use crate::document::{Annotation, Body, LabelSet, Part, State};
use crate::extract::Tier;
use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::Text;

#[wasm_bindgen]
extern "C" {
    type HighlightRegistry;

    // Undefined where the browser cannot draw highlights.
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static REGISTRY: Option<HighlightRegistry>;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    type Highlight;

    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);

    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &StaticRange) -> bool;

    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    #[derive(Clone)]
    pub(super) type StaticRange;

    #[wasm_bindgen(constructor)]
    fn new(init: &StaticRangeInit) -> StaticRange;

    type StaticRangeInit;

    #[wasm_bindgen(method, setter, js_name = startContainer)]
    fn set_start_container(this: &StaticRangeInit, node: &Text);

    #[wasm_bindgen(method, setter, js_name = startOffset)]
    fn set_start_offset(this: &StaticRangeInit, units: u32);

    #[wasm_bindgen(method, setter, js_name = endContainer)]
    fn set_end_container(this: &StaticRangeInit, node: &Text);

    #[wasm_bindgen(method, setter, js_name = endOffset)]
    fn set_end_offset(this: &StaticRangeInit, units: u32);
}

/// A kind of highlight. Its look is in `styles/text.css`, under `::highlight(NAME)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Content that a core suggests.
    Content,
    /// Content that a person has accepted.
    ContentAccepted,
    /// Content within the content of another quote.
    ContentNested,
    Source,
    Cue,
    Loaded,
    Epistemic,
    /// A label that a person has made, in one of eight colours.
    Own(u8),
    /// Under the pointer.
    Hover,
    /// Where the speaker of what is picked is mentioned.
    Mention,
    /// What was looked for.
    Found,
    /// All spans of what is picked.
    Picked,
    /// The one span that is picked.
    PickedPart,
}

impl Ink {
    /// What a part of an annotation is drawn with; `nested` content stands in that of another quote.
    pub(super) fn of(annotation: &Annotation, part: Part, nested: bool, labels: &LabelSet) -> Self {
        match (part, &annotation.body) {
            (Part::Content, _) if nested => Self::ContentNested,
            (Part::Content, _) if annotation.state == State::Accepted => Self::ContentAccepted,
            (Part::Content, _) => Self::Content,
            (Part::Source, _) => Self::Source,
            (Part::Cue, _) => Self::Cue,
            (Part::Marker, Body::Bias(marker)) if marker.category.tier() == Tier::Loaded => Self::Loaded,
            (Part::Marker, Body::Own(own)) => {
                Self::Own(labels.get(own.label).map_or(0, |label| label.colour))
            }
            (Part::Marker, _) => Self::Epistemic,
        }
    }

    /// In the order of priority, the lowest first.
    const ALL: [(Ink, &'static str); 20] = [
        (Self::Content, "content"),
        (Self::ContentAccepted, "content-accepted"),
        (Self::ContentNested, "content-nested"),
        (Self::Source, "source"),
        (Self::Cue, "cue"),
        (Self::Epistemic, "epistemic"),
        (Self::Loaded, "loaded"),
        (Self::Own(0), "own-blue"),
        (Self::Own(1), "own-green"),
        (Self::Own(2), "own-red"),
        (Self::Own(3), "own-purple"),
        (Self::Own(4), "own-orange"),
        (Self::Own(5), "own-teal"),
        (Self::Own(6), "own-pink"),
        (Self::Own(7), "own-brown"),
        (Self::Hover, "hover"),
        (Self::Mention, "mention"),
        (Self::Found, "found"),
        (Self::Picked, "picked"),
        (Self::PickedPart, "picked-part"),
    ];
}

/// The highlights of the text, drawn by the browser over text nodes that do not change.
pub(super) struct Highlights {
    inks: Vec<(Ink, Highlight)>,
}

/// Ranges that were drawn, to take them off again.
pub(super) type Drawn = Vec<(Ink, StaticRange)>;

impl Highlights {
    /// Registers every ink; `None` when the browser has no highlights.
    pub(super) fn new() -> Option<Self> {
        REGISTRY.with(|registry| {
            let registry = registry.as_ref()?;
            let register = |(priority, (ink, name)): (i32, &(Ink, &str))| {
                let highlight = Highlight::new();
                highlight.set_priority(priority);
                registry.set(name, &highlight);
                (*ink, highlight)
            };
            Some(Self { inks: (0..).zip(&Ink::ALL).map(register).collect() })
        })
    }

    /// Draws pieces of text in an ink.
    pub(super) fn draw(&self, ink: Ink, pieces: &[Piece], drawn: &mut Drawn) {
        let Some(highlight) = self.get(ink) else { return };
        for piece in pieces {
            let range = static_range(piece);
            highlight.add(&range);
            drawn.push((ink, range));
        }
    }

    /// Takes off what was drawn.
    pub(super) fn erase(&self, drawn: &[(Ink, StaticRange)]) {
        for (ink, range) in drawn {
            if let Some(highlight) = self.get(*ink) {
                highlight.delete(range);
            }
        }
    }

    /// Takes off everything in every ink.
    pub(super) fn clear(&self) {
        self.inks.iter().for_each(|(_, highlight)| highlight.clear());
    }

    fn get(&self, ink: Ink) -> Option<&Highlight> {
        self.inks.iter().find(|(other, _)| *other == ink).map(|(_, highlight)| highlight)
    }
}

fn static_range(piece: &Piece) -> StaticRange {
    let init: StaticRangeInit = Object::new().unchecked_into();
    init.set_start_container(&piece.node);
    init.set_start_offset(piece.start);
    init.set_end_container(&piece.node);
    init.set_end_offset(piece.end);
    StaticRange::new(&init)
}
