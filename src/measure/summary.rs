use super::lean::leaning;
use crate::document::{Annotation, Body, Document, State};
use crate::extract::{Lean, Tier};

/// Who is quoted how much, and where the loaded wording sits. Rejected annotations do not count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many there are of each kind.
    pub counts: Counts,
    /// Who is quoted, the most words first, then who is quoted first. Quotes without a speaker are one share, with no name.
    pub shares: Vec<Share>,
    /// The article in equal parts, from its beginning to its end.
    pub bins: Vec<Bin>,
    /// How much the article's own wording leans, 0 to 1.
    pub lean: f32,
    /// The sentences in which it does, in the order of the text.
    pub leaning: Vec<Lean>,
}

/// How many annotations there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Quotes.
    pub quotes: usize,
    /// Bias markers of the loaded tier.
    pub loaded: usize,
    /// Bias markers of the epistemic tier.
    pub epistemic: usize,
    /// Labels that a person has made.
    pub own: usize,
}

/// How much one speaker is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The canonical name.
    pub name: Option<String>,
    /// How many quotes.
    pub quotes: usize,
    /// How many words in them.
    pub words: usize,
}

/// The loaded wording in one part of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// How much the sentence leans that leans most of those that begin there, 0 to 1.
    pub lean: f32,
    /// In the article's own voice.
    pub own: usize,
    /// In the words of those who are quoted.
    pub quoted: usize,
}

impl Summary {
    /// Sums up what is `shown` of `document` and passes the filter, with the article in `parts` equal parts. The counts are of all that is shown.
    pub fn of(
        document: &Document,
        parts: usize,
        shown: impl Fn(&Annotation) -> bool,
        passes: impl Fn(&Annotation) -> bool,
    ) -> Self {
        let mut summary = Self { bins: vec![Bin::default(); parts], ..Self::default() };
        // Sorted by name. There are few speakers, and another kind of map would cost the page's download some kilobytes.
        let mut numbers: Vec<(&str, usize)> = Vec::new();
        for (_, annotation) in document.annotations().filter(|(_, a)| a.state != State::Rejected && shown(a))
        {
            let count = match &annotation.body {
                Body::Quote(_) => &mut summary.counts.quotes,
                Body::Bias(marker) if marker.category.tier() == Tier::Epistemic => {
                    &mut summary.counts.epistemic
                }
                Body::Bias(_) => &mut summary.counts.loaded,
                Body::Own(_) => &mut summary.counts.own,
            };
            *count += 1;
            if !passes(annotation) {
                continue;
            }
            match &annotation.body {
                Body::Quote(quote) => {
                    let shares = &mut summary.shares;
                    let name = quote.speaker.as_deref();
                    let key = name.unwrap_or("");
                    let known = numbers.binary_search_by(|(other, _)| other.cmp(&key));
                    let number =
                        known.map_or(shares.len(), |place| numbers.get(place).map_or(0, |entry| entry.1));
                    if let Err(place) = known {
                        numbers.insert(place, (key, number));
                        shares.push(Share { name: name.map(str::to_owned), quotes: 0, words: 0 });
                    }
                    let said = quote.content.iter().map(|&span| document.article.words(span));
                    let words = said.map(|words| words.split_whitespace().count()).sum::<usize>();
                    if let Some(share) = shares.get_mut(number) {
                        share.quotes += 1;
                        share.words += words;
                    }
                }
                Body::Own(_) => {}
                Body::Bias(marker) if marker.category.tier() == Tier::Epistemic => {}
                Body::Bias(marker) => match (summary.bin_of(document, marker.span.start), marker.quote) {
                    (Some(bin), Some(_)) => bin.quoted += 1,
                    (Some(bin), None) => bin.own += 1,
                    (None, _) => {}
                },
            }
        }
        (summary.leaning, summary.lean) =
            leaning(document, |annotation: &Annotation| shown(annotation) && passes(annotation));
        for lean in summary.leaning.clone() {
            if let Some(bin) = summary.bin_of(document, lean.span.start) {
                bin.lean = bin.lean.max(lean.score);
            }
        }
        let shares = summary.shares.iter().enumerate();
        let mut order: Vec<(usize, usize, u32)> =
            shares.map(|(n, share)| (usize::MAX - share.words, n, n as u32)).collect();
        order.sort_unstable();
        summary.shares = order.iter().filter_map(|(_, n, _)| summary.shares.get(*n).cloned()).collect();
        summary
    }

    /// The part of the article that holds byte `at`.
    fn bin_of(&mut self, document: &Document, at: usize) -> Option<&mut Bin> {
        let length = document.article.text.len().max(1);
        let part = at * self.bins.len() / length;
        self.bins.get_mut(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::document::tagging::{Tag, set_speaker, set_state, tag};
    use crate::extract::Category;
    use crate::text::Span;

    #[test]
    fn shares_and_parts_add_up() {
        let mut document = Document::new(Article::new("one two three. four five. six seven eight nine!!"));
        let mut add = |start, end, as_tag| {
            let done = tag(&document, Span::new(start, end), as_tag, None).unwrap();
            done.edit.apply(&mut document).unwrap();
            done.select.unwrap().id
        };
        let ids = [add(0, 13, Tag::Content), add(15, 24, Tag::Content), add(26, 40, Tag::Content)];
        add(0, 3, Tag::Bias(Category::Doubt));
        add(41, 45, Tag::Bias(Category::Label));
        add(41, 45, Tag::Bias(Category::Hedge));
        for (id, name) in [(ids[0], "Ada"), (ids[1], "Ada")] {
            set_speaker(&document, id, name).unwrap().apply(&mut document).unwrap();
        }
        let summary = Summary::of(&document, 2, |_| true, |_| true);
        assert_eq!(summary.counts, Counts { quotes: 3, loaded: 2, epistemic: 1, own: 0 });
        assert_eq!(
            summary.bins,
            [Bin { lean: 0.0, own: 0, quoted: 1 }, Bin { lean: 0.0, own: 1, quoted: 0 }]
        );
        let shares: Vec<_> = summary.shares.iter().map(|s| (s.name.as_deref(), s.quotes, s.words)).collect();
        assert_eq!(shares, [(Some("Ada"), 2, 5), (None, 1, 3)]);
        set_state(&document, ids[2], State::Rejected).unwrap().apply(&mut document).unwrap();
        assert_eq!(Summary::of(&document, 2, |_| true, |_| true).shares.len(), 1);
    }
}
