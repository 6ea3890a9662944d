//! Labelling words wherever they stand.

use super::speaker::{mentioned, named_by};
use super::{Done, Refusal, Tag, label};
use crate::document::{Annotation, Body, Change, Document, Edit, Id, Marker, Part, Place, Quote, State};
use crate::text::{Span, search};
use std::cell::OnceCell;
use std::rc::Rc;

/// Every place where the words at `words` (bytes) stand, in order, one after the other; not in what is set aside. White space may differ.
/// With `whole`, not within longer words; with `case`, capitals matter. One pass.
pub fn occurrences(document: &Document, words: Span, whole: bool, case: bool) -> Vec<Span> {
    let text = &document.article.text;
    let mut asides = document.article.reading.boilerplate.iter().map(|aside| aside.span).peekable();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let cut = |at: usize| {
        text.get(..at).is_some_and(|before| is_word(before.chars().next_back()))
            && text.get(at..).is_some_and(|after| is_word(after.chars().next()))
    };
    let mut places = Vec::new();
    search(text, words.of(text), case, &mut |span| {
        while asides.next_if(|aside| aside.end <= span.start).is_some() {}
        let aside = asides.peek().is_some_and(|aside| aside.overlaps(span));
        let good = !(aside || whole && (cut(span.start) || cut(span.end)));
        if good {
            places.push(span);
        }
        good
    });
    places
}

/// Labels all `places` (bytes, in order) in one step, those left out that have the label already. A source or a cue goes to the nearest quote of its
/// paragraph that has none yet.
///
/// # Errors
/// When there is nothing to do.
pub fn tag_everywhere(document: &Document, places: &[Span], tag: Tag) -> Result<Done, Refusal> {
    let (changes, select) = match tag {
        Tag::Source => tie_all(document, places, Part::Source),
        Tag::Cue => tie_all(document, places, Part::Cue),
        _ => label_all(document, places, tag),
    };
    let count = changes.len();
    if count == 0 {
        return Err(Refusal("All of these have the label already, or there is no quote for them."));
    }
    let what = if count == 1 { "Label 1 place".to_owned() } else { format!("Label {count} places") };
    Ok(Done { edit: Edit { changes, what }, select })
}

/// Spans in order, each with the id of what it belongs to. All sorting here is of this one type: it is code of its own for each.
type Sorted = Vec<(usize, usize, u32)>;

fn sorted(spans: impl Iterator<Item = (Span, Id)>) -> Sorted {
    let mut all: Sorted = spans.map(|(span, id)| (span.start, span.end, id.0)).collect();
    all.sort_unstable();
    all
}

/// The content of every quote that is wanted and not rejected; and of each how far those up to it reach.
fn contents(document: &Document, wanted: impl Fn(&Quote) -> bool) -> (Sorted, Vec<usize>) {
    let quotes = document.annotations().filter(|(_, a)| a.state != State::Rejected);
    let quotes = quotes.filter_map(|(id, a)| Some((id, a.as_quote().filter(|quote| wanted(quote))?)));
    let all = sorted(quotes.flat_map(|(id, quote)| quote.content.iter().map(move |&span| (span, id))));
    let mut reach = 0;
    let reaches = all.iter().map(|content| {
        reach = reach.max(content.1);
        reach
    });
    let reaches = reaches.collect();
    (all, reaches)
}

fn label_all(document: &Document, places: &[Span], tag: Tag) -> (Vec<Change>, Option<Place>) {
    let (contents, reach) = contents(document, |_| true);
    let quote_around = |span: Span| {
        let before = contents.partition_point(|content| content.0 <= span.start);
        let near =
            contents.iter().zip(&reach).take(before).rev().take_while(|(_, reach)| **reach >= span.end);
        near.map(|(content, _)| content).find(|content| content.1 >= span.end).map(|content| Id(content.2))
    };
    let same = |annotation: &Annotation| match (&annotation.body, tag) {
        (Body::Bias(marker), Tag::Bias(category)) => (marker.category == category).then_some(marker.span),
        (Body::Own(own), Tag::Own(label)) => (own.label == label).then_some(own.span),
        (Body::Quote(quote), Tag::Content | Tag::MoreContent) => quote.content.first().copied(),
        _ => None,
    };
    let there = sorted(document.annotations().filter_map(|(id, a)| Some((same(a)?, id))));
    let has = |span: &Span| {
        let first = there.partition_point(|(start, end, _)| (*start, *end) < (span.start, span.end));
        there.get(first).is_some_and(|(start, end, _)| (*start, *end) == (span.start, span.end))
    };
    let mut next = document.free_id();
    let mut changes = Vec::new();
    let mut select = None;
    for &span in places.iter().filter(|span| !has(span)) {
        let body = match tag {
            Tag::Bias(category) => {
                Body::Bias(Marker { span, category, reason: String::new(), quote: quote_around(span) })
            }
            Tag::Own(label) => label::own(span, label),
            _ => label::new_quote(document, span),
        };
        let annotation = Annotation::by_person(body);
        select = select.or(Some(Place { id: next, part: annotation.main_part(), number: 0 }));
        changes.push(Change::Annotation { id: next, before: None, after: Some(Rc::new(annotation)) });
        next = Id(next.0.saturating_add(1));
    }
    (changes, select)
}

fn tie_all(document: &Document, places: &[Span], part: Part) -> (Vec<Change>, Option<Place>) {
    let text = &document.article.text;
    let (contents, reach) =
        contents(
            document,
            |quote| if part == Part::Source { quote.source.is_empty() } else { quote.cue.is_empty() },
        );
    // The quote, the distance in bytes, and which place: of each quote the nearest one is taken.
    let mut nearest: Sorted = Vec::new();
    for (number, place) in places.iter().enumerate() {
        let from = text.get(..place.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let to = text.get(place.end..).and_then(|after| after.find('\n'));
        let to = to.map_or(text.len(), |at| place.end + at);
        let next = contents.partition_point(|content| content.0 < place.start);
        let after = contents.get(next).filter(|content| content.0 < to);
        let after = after.map(|content| (content.0.saturating_sub(place.end), content.2));
        // Of those before, as far back as one could still be nearer.
        let mut best = after;
        for (content, reach) in contents.iter().zip(&reach).take(next).rev() {
            let near = |end: usize| place.start.saturating_sub(end);
            if content.0 < from || best.is_some_and(|(distance, _)| near(*reach) > distance) {
                break;
            }
            best = best.into_iter().chain([(near(content.1), content.2)]).min();
        }
        if let Some((distance, id)) = best {
            nearest.push((id as usize, distance, number as u32));
        }
    }
    nearest.sort_unstable();
    nearest.dedup_by_key(|(id, ..)| *id);
    let named = OnceCell::new(); // the words are the same everywhere
    let (mut changes, mut select) = (Vec::new(), None);
    for (id, _, number) in nearest {
        let id = Id(id as u32);
        let (Some(before), Some(&place)) = (document.get(id), places.get(number as usize)) else { continue };
        let mut after = Annotation::clone(before);
        let Body::Quote(quote) = &mut after.body else { continue };
        match quote.part_mut(part) {
            Some(spans) if spans.is_empty() => spans.push(place),
            _ => continue,
        }
        if part == Part::Source {
            let known = || {
                mentioned(document, place).or_else(|| named.get_or_init(|| named_by(document, place)).clone())
            };
            quote.speaker = quote.speaker.take().or_else(known);
        }
        after.state = State::Accepted;
        select = select.or(Some(Place { id, part, number: 0 }));
        changes.push(Change::Annotation { id, before: Some(before.clone()), after: Some(Rc::new(after)) });
    }
    (changes, select)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Article;
    use crate::document::tagging::tag;
    use crate::extract::{Boilerplate, Category};
    use crate::text::lower;
    use proptest::prelude::*;

    fn document(text: &str) -> Document {
        Document::new(Article::new(text))
    }

    fn found(text: &str, whole: bool, case: bool, words: &str) -> Vec<String> {
        let start = text.find(words).unwrap();
        let document = document(text);
        let places = occurrences(&document, Span::new(start, start + words.len()), whole, case);
        places.into_iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn words_are_found_whole_or_within_others_and_in_any_case() {
        let text = "A regime. The Regime and regimes. REGIME";
        assert_eq!(found(text, true, false, "regime"), ["regime", "Regime", "REGIME"]);
        assert_eq!(found(text, true, true, "regime"), ["regime"]);
        assert_eq!(found(text, false, true, "regime"), ["regime", "regime"]);
        assert_eq!(
            found("so called  and so\ncalled, so called", true, true, "so called"),
            ["so called", "so\ncalled", "so called"]
        );
        assert_eq!(found("aaaa aa", false, true, "aa"), ["aa", "aa", "aa"]);
        assert_eq!(found("İi̇ Straße STRASSE straße", true, false, "straße"), ["Straße", "straße"]);
        assert_eq!(found("ab abab", false, true, "ab"), ["ab", "ab", "ab"]);
        assert_eq!(found("a ab", true, true, "a"), ["a"]);
    }

    #[test]
    fn what_is_set_aside_is_left_out() {
        let mut document = document("storm\nstorm storm");
        document.set_aside(Span::new(0, 5), Some("byline"));
        assert_eq!(occurrences(&document, Span::new(6, 11), true, true).len(), 2);
        assert_eq!(
            document.article.reading.boilerplate,
            [Boilerplate { span: Span::new(0, 5), reason: "byline".into() }]
        );
    }

    #[test]
    fn all_places_are_labelled_once_and_taken_back_in_one_step() {
        let mut document = document("“A storm,” said Ada. The storm, that storm.");
        let quote = tag(&document, Span::new(3, 10), Tag::Content, None).unwrap();
        quote.edit.apply(&mut document).unwrap();
        let loaded = Tag::Bias(Category::LoadedLanguage);
        let places = occurrences(&document, Span::new(5, 10), true, false);
        assert_eq!(places.len(), 3);
        let before = document.clone();
        let done = tag_everywhere(&document, &places, loaded).unwrap();
        done.edit.apply(&mut document).unwrap();
        let tied: Vec<bool> =
            document.annotations().filter_map(|(_, a)| a.as_marker().map(|m| m.quote.is_some())).collect();
        assert_eq!(tied, [true, false, false]);
        assert!(tag_everywhere(&document, &places, loaded).is_err());
        done.edit.inverse().apply(&mut document).unwrap();
        assert_eq!(document, before);
    }

    #[test]
    fn a_source_goes_to_the_nearest_quote_without_one() {
        let mut document = document("“One,” said Ada.\n“Two,” said Ada.\nAda left.");
        let at = |document: &Document, words: &str| {
            let start = document.article.text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        for words in ["One,", "Two,"] {
            let done = tag(&document, at(&document, words), Tag::Content, None).unwrap();
            done.edit.apply(&mut document).unwrap();
        }
        let ada = occurrences(&document, at(&document, "Ada"), true, true);
        assert_eq!(ada.len(), 3);
        let done = tag_everywhere(&document, &ada, Tag::Source).unwrap();
        assert_eq!(done.edit.changes.len(), 2);
        done.edit.apply(&mut document).unwrap();
        assert!(document.annotations().all(|(_, a)| a.speaker() == Some("Ada")));
        assert!(tag_everywhere(&document, &ada, Tag::Source).is_err());
    }

    #[test]
    fn a_quote_that_has_a_source_leaves_the_place_to_the_next_one() {
        let mut document = document("“One,” said Ada. She said: “Two.”");
        for (words, as_tag) in [("One,", Tag::Content), ("Two.", Tag::Content), ("said", Tag::Cue)] {
            let start = document.article.text.find(words).unwrap();
            let first = (as_tag == Tag::Cue).then_some(Id(1));
            let done = tag(&document, Span::new(start, start + words.len()), as_tag, first).unwrap();
            done.edit.apply(&mut document).unwrap();
        }
        let start = document.article.text.find("said").unwrap();
        let said = occurrences(&document, Span::new(start, start + 4), true, true);
        let done = tag_everywhere(&document, &said, Tag::Cue).unwrap();
        done.edit.apply(&mut document).unwrap();
        let cues: Vec<Span> =
            document.annotations().flat_map(|(_, a)| a.as_quote().unwrap().cue.clone()).collect();
        assert_eq!(cues, said);
    }

    proptest! {
        #[test]
        fn places_hold_the_words_and_do_not_overlap(text in "[aAbB İß\n]{1,40}", at in 0usize..40, len in 1usize..4, whole: bool, case: bool) {
            let document = document(&text);
            let text = &document.article.text;
            let start = text.floor_char_boundary(at.min(text.len()));
            let end = text.ceil_char_boundary((start + len).min(text.len()));
            let places = occurrences(&document, Span::new(start, end), whole, case);
            let fold = |words: &str| lower(&words.split_whitespace().collect::<Vec<_>>().join(" "));
            let words = Span::new(start, end).trimmed(text);
            for (n, place) in places.iter().enumerate() {
                prop_assert_eq!(fold(place.of(text)), fold(words.of(text)));
                prop_assert!(n == 0 || places[n - 1].end <= place.start);
            }
        }
    }
}
