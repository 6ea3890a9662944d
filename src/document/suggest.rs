//! What the core's findings become: annotations that wait for a person's judgement.

use super::{Annotation, Body, Id, Marker, Origin, Quote, State};
use crate::extract::{self, VERSION};

/// The suggestions that `quotes` and the `markers` tied to them become, under the ids from `first` on.
pub(super) fn suggestions(
    quotes: Vec<extract::Quote>,
    markers: Vec<extract::Marker>,
    first: Id,
) -> impl Iterator<Item = (Id, Annotation)> {
    let id =
        move |place: usize| Id(u32::try_from(place).map_or(u32::MAX, |place| first.0.saturating_add(place)));
    let suggestion = {
        let origin = Origin::Core { version: VERSION.into() };
        move |(place, (body, score)): (usize, (Body, f32))| {
            let (origin, state, note) = (origin.clone(), State::Suggested, String::new());
            (id(place), Annotation { body, origin, state, score: Some(score), note })
        }
    };
    let quotes = quotes.into_iter().map(|q| {
        let score = q.score;
        (Body::Quote(quote(q)), score)
    });
    let markers = markers.into_iter().map(move |m| {
        let marker = Marker { span: m.span, category: m.category, reason: m.reason, quote: m.quote.map(id) };
        (Body::Bias(marker), m.score)
    });
    quotes.chain(markers).enumerate().map(suggestion)
}

fn quote(found: extract::Quote) -> Quote {
    Quote {
        kind: found.kind,
        content: found.content,
        source: found.source,
        cue: found.cue,
        speaker: found.speaker,
        addressee: found.addressee,
        anonymous: found.anonymous,
    }
}
