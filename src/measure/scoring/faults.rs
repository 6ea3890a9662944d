use super::compare::words;
use super::details::{is_same, is_speaker_right};
use super::{Attribution, Comparison, Details, Piece};
use crate::extract::QuoteKind;
use crate::text::Span;
use std::collections::BTreeSet;

/// In what way something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// In gold, and not found.
    Missed,
    /// Found, and not in gold.
    Extra,
    /// Another source.
    Source,
    /// Another cue.
    Cue,
    /// Another speaker.
    Speaker,
    /// Another kind.
    Kind,
    /// Another addressee.
    Addressee,
    /// Whether the source is anonymous.
    Anonymous,
}

impl What {
    /// Every way.
    pub const ALL: [What; 8] = [
        Self::Missed,
        Self::Extra,
        Self::Source,
        Self::Cue,
        Self::Speaker,
        Self::Kind,
        Self::Addressee,
        Self::Anonymous,
    ];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::Extra => "extra",
            Self::Source => "source",
            Self::Cue => "cue",
            Self::Speaker => "speaker",
            Self::Kind => "kind",
            Self::Addressee => "addressee",
            Self::Anonymous => "anonymous",
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// In what way.
    pub what: What,
    /// The quote in gold; for an extra one, the found quote.
    pub id: String,
    /// How much of the words stands in quotation marks.
    pub kind: QuoteKind,
    /// The words that are quoted.
    pub span: Span,
    /// What was found, and what is in gold.
    pub note: String,
}

/// Everything that is wrong in one article: what was missed, then what is too much, then what is wrong in the matches. A quote
/// of several spans has each fault once.
pub fn faults(comparison: &Comparison) -> Vec<Fault> {
    let words_of = |spans: &[Span]| words(comparison.text, spans);
    let fault = |what, piece: &Piece, note| {
        let Piece { of, span, kind, .. } = *piece;
        Fault { what, id: of.id.clone(), kind, span, note }
    };
    let whose = |of: &Attribution| format!("{} | {}", words_of(&of.source), words_of(&of.cue));
    let unmatched = |what, side: &[Piece]| -> Vec<Fault> {
        let alone = side.iter().filter(|piece| piece.pair.is_none());
        alone.map(|piece| fault(what, piece, whose(piece.of))).collect()
    };
    let mut all = unmatched(What::Missed, &comparison.gold);
    all.extend(unmatched(What::Extra, &comparison.found));
    let mut told = BTreeSet::new();
    for (gold, found) in comparison.pairs() {
        let mut wrong = Vec::new();
        if !comparison.is_joint(gold, found) {
            wrong.push((What::Source, differ(&words_of(&found.of.source), &words_of(&gold.of.source))));
        }
        if gold.has_cue() && !gold.shares_cue(found) {
            wrong.push((What::Cue, differ(&words_of(&found.of.cue), &words_of(&gold.of.cue))));
        }
        let name = |of: &Attribution| of.name.clone().unwrap_or_default();
        if !is_speaker_right(comparison, gold, found) {
            wrong.push((What::Speaker, differ(&name(found.of), &name(gold.of))));
        }
        if let (Some(g), Some(f)) = (&gold.of.details, &found.of.details) {
            wrong.extend(wrong_details(g, f));
        }
        for (what, note) in wrong {
            if told.insert((what, gold.of.id.as_str(), found.of.id.as_str())) {
                all.push(fault(what, gold, note));
            }
        }
    }
    all
}

fn wrong_details(gold: &Details, found: &Details) -> Vec<(What, String)> {
    let mut wrong = Vec::new();
    if gold.kind != found.kind {
        wrong.push((What::Kind, differ(kind(found.kind), kind(gold.kind))));
    }
    if !is_same(gold.addressee.as_deref(), found.addressee.as_deref()) {
        let name = |details: &Details| details.addressee.clone().unwrap_or_default();
        wrong.push((What::Addressee, differ(&name(found), &name(gold))));
    }
    if let (Some(g), Some(f)) = (gold.anonymous, found.anonymous)
        && g != f
    {
        let word = |anonymous| if anonymous { "anonymous" } else { "named" };
        wrong.push((What::Anonymous, differ(word(f), word(g))));
    }
    wrong
}

fn differ(found: &str, gold: &str) -> String {
    let or_none = |words: &str| if words.is_empty() { "none".to_owned() } else { words.to_owned() };
    format!("{}, not {}", or_none(found), or_none(gold))
}

/// The name of a kind, as in files.
pub(super) const fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::scoring::marked;

    #[test]
    fn every_fault_is_named_once() {
        let gold = marked::read(
            "“{1 It rains},” {1s Ada Moss} {1c told} {1a Bo}. “{1 A lot}.”\n{2s She} {2c hopes} that {2 it stops}.\n\
             ---\n1 direct | Ada Moss | Bo | anonymous\n2 indirect | Ada Moss | - | -",
        )
        .unwrap();
        let said = |part: &str| {
            let start = gold.text.find(part).unwrap();
            vec![Span::new(start, start + part.len())]
        };
        let mut wrong = gold.quotes.clone();
        wrong[0].source = said("Bo");
        wrong[0].cue = said("She");
        wrong[0].name = Some("Bo".to_owned());
        wrong[0].details = Some(Details { kind: QuoteKind::Mixed, ..Details::default() });
        wrong[1].content = said("hopes");
        let told = |found: &[Attribution]| -> Vec<String> {
            let all = faults(&Comparison::new(&gold.text, &gold.quotes, found));
            all.iter().map(|f| format!("{} {}: {}", f.what.name(), f.id, f.note)).collect()
        };
        assert_eq!(told(&gold.quotes), [""; 0]);
        assert_eq!(
            told(&wrong),
            [
                "missed 2: She | hopes",
                "extra 2: She | hopes",
                "source 1: Bo, not Ada Moss",
                "cue 1: She, not told",
                "speaker 1: Bo, not Ada Moss",
                "kind 1: mixed, not direct",
                "addressee 1: none, not Bo",
            ]
        );
        let named = Details { anonymous: Some(false), ..gold.quotes[0].details.clone().unwrap() };
        wrong[0] = Attribution { details: Some(named), ..gold.quotes[0].clone() };
        wrong[1] = gold.quotes[1].clone();
        assert_eq!(told(&wrong), ["anonymous 1: named, not anonymous"]);
    }
}
