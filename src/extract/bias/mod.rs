//! Where the wording leans.
//!
//! Each rule family has a file and hands in [`Draft`]s; this file gathers them, says whose words they are, and weighs
//! them. Word lists say which words lean ([`loaded`], [`epistemic`]); the other rules look at how words stand together.
//! A rule is a function over a [`Scene`]; its tests are the examples that must match and those that must not.
//! All rules look a fixed number of words ahead and back, so the whole takes time linear in the text.

mod doubt;
mod epistemic;
#[cfg(test)]
mod examples;
mod lean;
mod learned;
#[cfg(not(target_arch = "wasm32"))]
mod lesson;
mod loaded;
mod passive;
pub(crate) mod reason;
mod scare_quote;
mod scene;
mod weasel;

use super::analysis::Analysis;
use super::progress::Progress;
use super::{Category, Lean, Marker, Quote, Tier};
use crate::text::Span;
#[cfg(not(target_arch = "wasm32"))]
pub use lesson::Example;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use lesson::{Lesson, evidence_names};
use scene::{Owner, Scene};
use std::cmp::Reverse;

/// What a rule found: the words `from..to` (indices of tokens, end exclusive) and how they lean.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Draft {
    from: usize,
    to: usize,
    category: Category,
    score: f32,
}

type Rule = fn(&Scene<'_>, &mut Vec<Draft>);

/// The rules, each with its share of the time that extraction takes.
const RULES: [(f32, Rule); 6] = [
    (0.07, loaded::find),
    (0.02, doubt::find),
    (0.06, epistemic::find),
    (0.02, weasel::find),
    (0.02, passive::find),
    (0.02, scare_quote::find),
];

/// Where a text leans.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Bias {
    /// In the order of the text.
    pub(super) markers: Vec<Marker>,
    /// The sentences in which the writer's own words lean, in order.
    pub(super) sentences: Vec<Lean>,
    /// How much the article's own wording leans, 0 to 1.
    pub(super) lean: f32,
}

/// Where the wording leans.
///
/// A marker inside the content of one of `quotes` tells which, and does not
/// count for the score (by half where the quote is a paraphrase); there is none inside boilerplate. Markers of one tier do
/// not overlap.
pub(super) fn find(a: &Analysis, quotes: &[Quote], progress: &mut Progress) -> Bias {
    if !a.english {
        return Bias::default(); // the lists know English alone
    }
    let scene = Scene::new(a, quotes);
    let drafts = drafts(&scene, progress);
    let (sentences, lean) = lean::of(&scene, &drafts);
    Bias { markers: drafts.into_iter().map(|draft| marker(&scene, draft)).collect(), sentences, lean }
}

/// What the rules find, in the order of the text and without overlap.
fn drafts(scene: &Scene<'_>, progress: &mut Progress) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (share, rule) in RULES {
        progress.stage(share);
        rule(scene, &mut drafts);
    }
    without_overlap(scene, drafts)
}

/// In each tier the longest of those that begin first.
fn without_overlap(scene: &Scene<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.retain(|d| scene.owner(d.from) != Owner::Boilerplate);
    drafts.sort_by(|a, b| {
        let key = |d: &Draft| (d.from, Reverse(d.to), d.category);
        key(a).cmp(&key(b))
    });
    let mut ends = [0; 2];
    drafts.retain(|draft| {
        let end = &mut ends[usize::from(draft.category.tier() == Tier::Loaded)];
        let free = draft.from >= *end;
        if free {
            *end = draft.to;
        }
        free
    });
    drafts
}

fn marker(scene: &Scene<'_>, draft: Draft) -> Marker {
    let span = Span::new(scene.span(draft.from).start, scene.span(draft.to.saturating_sub(1)).end);
    let quote = match scene.owner(draft.from) {
        Owner::Quote(index) => Some(index),
        _ => None,
    };
    let loaded = draft.category.tier() == Tier::Loaded;
    let neutral = loaded.then(|| reason::neutral(&learned::entry(scene, &draft))).flatten();
    let reason = reason::of(draft.category, span.of(scene.text()), neutral);
    Marker {
        span,
        category: draft.category,
        score: draft.score,
        reason,
        neutral: neutral.map(str::to_owned),
        quote,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Boilerplate, QuoteKind};
    use proptest::prelude::*;

    /// The words that `rule` marks, each with its category: `slapped/loaded-language`.
    pub(super) fn marked(rule: Rule, text: &str) -> Vec<String> {
        let analysis = Analysis::of(text);
        let scene = Scene::new(&analysis, &[]);
        let mut drafts = Vec::new();
        rule(&scene, &mut drafts);
        let words = |d: &Draft| Span::new(scene.span(d.from).start, scene.span(d.to - 1).end).of(text);
        drafts.iter().map(|d| format!("{}/{}", words(d), d.category.name())).collect()
    }

    /// Each text is marked by `rule` once, as it says.
    pub(super) fn marks(rule: Rule, examples: &[(&str, &str)]) {
        for (text, expected) in examples {
            assert_eq!(marked(rule, text), [*expected], "{text}");
        }
    }

    /// None of the texts is marked by `rule`.
    pub(super) fn spares(rule: Rule, examples: &[&str]) {
        for text in examples {
            assert_eq!(marked(rule, text), Vec::<String>::new(), "{text}");
        }
    }

    /// What is found in `text`, in which `quotes` are known.
    pub(super) fn found(text: &str, quotes: &[Quote]) -> Bias {
        find(&Analysis::of(text), quotes, &mut Progress::new(text.len(), &mut |_| ()))
    }

    fn quote(start: usize, end: usize) -> Quote {
        Quote {
            kind: QuoteKind::Direct,
            content: vec![Span::new(start, end)],
            source: vec![],
            cue: vec![],
            speaker: None,
            addressee: None,
            anonymous: false,
            score: 1.0,
        }
    }

    #[test]
    fn a_quote_keeps_its_markers_and_the_article_is_not_blamed_for_them() {
        let text = "The disgraceful plan passed, she said: “A shameful, disgusting farce.”";
        let inside = text.find('“').unwrap();
        let Bias { markers: all, lean: alone, .. } = found(text, &[]);
        let Bias { markers: owned, lean: own, .. } = found(text, &[quote(inside + 3, text.len() - 3)]);
        assert_eq!(all.len(), owned.len());
        assert_eq!(owned[0].quote, None);
        assert!(owned[1..].iter().all(|m| m.quote == Some(0)));
        assert!(own < alone);
    }

    #[test]
    fn boilerplate_is_not_marked() {
        let text = "A shocking offer!";
        let all = Boilerplate { span: Span::new(0, text.len()), reason: "advertisement".into() };
        let mut analysis = Analysis::of(text);
        analysis.boilerplate = vec![all];
        let found = find(&analysis, &[], &mut Progress::new(text.len(), &mut |_| ()));
        assert_eq!(found, Bias::default());
    }

    #[test]
    fn plain_news_is_calm() {
        let text =
            "The council met on Tuesday and approved the budget for next year. The vote was nine to four.";
        assert_eq!(found(text, &[]), Bias::default());
    }

    /// What is learned is wording: other names change nothing.
    #[test]
    fn swapped_names_leave_the_markers_as_they_are() {
        let markers = |name: &str, place: &str, people: &str| {
            let text = format!(
                "{name} slammed the disgraceful plan in {place} on Monday. {people} officials called {name}’s regime a \
                 brutal mess, and critics of {place} clearly mocked the so-called reform."
            );
            let Bias { markers, lean, .. } = found(&text, &[]);
            let marks = markers.iter().map(|m| (m.span.of(&text).to_owned(), m.category, m.score));
            (marks.collect::<Vec<_>>(), lean)
        };
        let usual = markers("Brook", "Brill", "Grellish");
        assert!(usual.0.len() > 4);
        for (name, place, people) in
            [("Trump", "Wuhan", "Chinese"), ("Hillary", "Iran", "Iranian"), ("Merkel", "Germany", "German")]
        {
            assert_eq!(markers(name, place, people), usual);
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_sound_markers(
            parts in prop::collection::vec(
                prop_oneof!["\\PC{0,6}", "[“”‘’\"'.,!?\n -]", Just(" brutal ".into()), Just(" it is widely ".into()),
                    Just(" critics say ".into()), Just(" was killed ".into()), Just("so-called".into())],
                0..60,
            ),
            a in 0..200_usize, b in 0..200_usize,
        ) {
            let text: String = parts.concat();
            let Bias { markers, lean, sentences } = found(&text, &[quote(a.min(b), a.max(b))]);
            prop_assert!((0.0..=1.0).contains(&lean));
            prop_assert!(sentences.iter().all(|s| text.get(s.span.start..s.span.end).is_some() && (0.0..=1.0).contains(&s.score)));
            prop_assert!(markers.is_sorted_by_key(|m| m.span.start));
            for marker in markers {
                prop_assert!(text.get(marker.span.start..marker.span.end).is_some_and(|words| !words.is_empty()));
                prop_assert!((0.0..=1.0).contains(&marker.score));
                prop_assert!(!marker.reason.is_empty());
            }
        }
    }
}
