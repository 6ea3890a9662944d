//! What quotation marks are there for: speech, a scare quote, the title of a work, or something else.

use super::analysis::Analysis;
use super::class::{
    AUXILIARY, CAPITAL, CONJUNCTION, DETERMINER, DIGIT, GENITIVE, POSSESSIVE, PREPOSITION, SUBORDINATOR,
};
use super::findings::{Category, Marker, Quotation, Quote, Usage};
use super::marks::Pair;
use crate::text::Span;
use std::ops::Range;

/// The most words of a title.
const LONGEST: usize = 12;

/// How many tokens before a title a work may stand.
const NEAR: usize = 4;

/// What has a title; also in the plural.
const WORKS: [&str; 36] = [
    "book",
    "novel",
    "memoir",
    "autobiography",
    "trilogy",
    "film",
    "movie",
    "documentary",
    "series",
    "show",
    "sitcom",
    "episode",
    "podcast",
    "programme",
    "song",
    "single",
    "album",
    "track",
    "anthem",
    "musical",
    "opera",
    "play",
    "drama",
    "comedy",
    "thriller",
    "poem",
    "essay",
    "article",
    "headline",
    "magazine",
    "game",
    "painting",
    "sculpture",
    "exhibition",
    "titled",
    "entitled",
];

/// What has a title when it is “called” something.
const PAPERS: [&str; 4] = ["report", "study", "paper", "survey"];

/// What is done with a work: “wrote ‘Dust’”, “starred in ‘Dust’”.
const MAKING: [&str; 20] = [
    "wrote",
    "writes",
    "written",
    "directed",
    "directs",
    "directing",
    "starred",
    "stars",
    "starring",
    "published",
    "sings",
    "sang",
    "singing",
    "sung",
    "recorded",
    "composed",
    "authored",
    "co-wrote",
    "co-directed",
    "co-starred",
];

/// Who makes a work, right after its title: “‘Dust’ author Ida Brook”.
const MAKERS: [&str; 8] =
    ["author", "novelist", "playwright", "singer", "songwriter", "actor", "actress", "star"];

/// All passages in quotation marks, in order. Linear in the text.
pub(super) fn find(a: &Analysis, quotes: &[Quote], bias: &[Marker]) -> Vec<Quotation> {
    let mut content: Vec<Span> = quotes.iter().flat_map(|quote| &quote.content).copied().collect();
    content.sort(); // nearly in order already
    let scare = bias.iter().filter(|m| m.category == Category::ScareQuote).map(|m| m.span);
    let (mut said, mut held) = (touching(content.iter().copied()), touching(scare));
    let mut after_title = None;
    let usage = |pair: &Pair| {
        let span = a.span(pair.inner.clone());
        let (within, scare) = (said(span), held(span));
        let usage = if content.binary_search(&span).is_ok() {
            Usage::Speech
        } else if is_title(a, pair, after_title) {
            Usage::Title // also in what somebody is quoted with: Low said that “Dust” was a bad book
        } else if within {
            Usage::Speech
        } else if scare {
            Usage::ScareQuote
        } else {
            Usage::Other
        };
        after_title = (usage == Usage::Title).then_some(pair.whole.end);
        Quotation { span, usage }
    };
    a.pairs.iter().map(usage).collect()
}

/// Whether a span overlaps one of `spans`, which are in order of their starts; to be asked in order too.
fn touching(spans: impl Iterator<Item = Span>) -> impl FnMut(Span) -> bool {
    let (mut spans, mut end) = (spans.peekable(), 0);
    move |asked| {
        while let Some(span) = spans.next_if(|span| span.start < asked.end) {
            end = end.max(span.end);
        }
        end > asked.start
    }
}

/// Whether `words` have capitals as a title has: the first of them, and all but small words.
pub(super) fn has_title_case(a: &Analysis, words: Range<usize>) -> bool {
    let large = |at: usize| a.is(at, CAPITAL | DIGIT);
    let small = |at| a.is(at, DETERMINER | POSSESSIVE | PREPOSITION | CONJUNCTION | SUBORDINATOR | AUXILIARY);
    let mut words = words.filter(|&at| a.is_word(at));
    words.next().is_some_and(large) && words.all(|at| large(at) || small(at))
}

/// `after_title` is the token after the title before, if the last quotation was one.
fn is_title(a: &Analysis, pair: &Pair, after_title: Option<usize>) -> bool {
    let Pair { whole, inner, .. } = pair;
    let begins_sentence = |at: usize| a.cuts.binary_search_by_key(&at, |cut| cut.start).is_ok();
    let stops = |at: usize| matches!(a.word(at), "." | "…") && at + 1 < inner.end && begins_sentence(at + 1);
    let goes_on = after_title.is_some_and(|end| {
        whole.start - end <= 2
            && (end..whole.start).all(|at| a.word(at) == "," || a.reads(at, "and") || a.reads(at, "or"))
    });
    a.count_words(inner.clone()) <= LONGEST
        && has_title_case(a, inner.clone())
        && !inner.clone().any(stops)
        && !is_nickname(a, whole)
        && (goes_on || is_announced(a, whole.start) || is_named_after(a, whole.end))
}

/// “Tom ‘Big Tom’ Reed”.
fn is_nickname(a: &Analysis, whole: &Range<usize>) -> bool {
    let before = whole.start.wrapping_sub(1);
    a.is(before, CAPITAL) && !a.is(before, GENITIVE) && a.is(whole.end, CAPITAL)
}

/// Whether a title may follow at token `open`: a work stands near, or a verb of making with only small words between.
fn is_announced(a: &Analysis, open: usize) -> bool {
    let first = a.sentences.get(a.sentence_at(open)).map_or(open, |sentence| sentence.start);
    let called = a.reads(open.wrapping_sub(1), "called");
    let mut close = true;
    for at in (first..open).rev().take(NEAR).take_while(|&at| a.pair_at(at).is_none()) {
        if is_any(a, at, &WORKS) || called && is_any(a, at, &PAPERS) || close && is_any(a, at, &MAKING) {
            return true;
        }
        close &= a.is(at, DETERMINER | POSSESSIVE | PREPOSITION) && !a.is(at, SUBORDINATOR);
    }
    false
}

/// Whether the word right after a title, token `at`, is who made it or what it is: “‘Dust’ author”, “the ‘Dust’ film”.
fn is_named_after(a: &Analysis, at: usize) -> bool {
    is_any(a, at, &MAKERS) || WORKS.iter().any(|work| a.reads(at, work))
}

fn is_any(a: &Analysis, at: usize, words: &[&str]) -> bool {
    let word = a.word(at);
    let one = word.strip_suffix('s').unwrap_or(word);
    words.iter().any(|known| known.eq_ignore_ascii_case(word) || known.eq_ignore_ascii_case(one))
}

#[cfg(test)]
mod tests {
    use super::Usage::{Other, ScareQuote, Speech, Title};
    use super::*;
    use crate::extract::extract;

    fn usages(found: Vec<Quotation>) -> Vec<Usage> {
        found.into_iter().map(|quotation| quotation.usage).collect()
    }

    /// What the rule for titles makes of `text`, in which nobody is said to speak.
    fn unsaid(text: &str) -> Vec<Usage> {
        usages(find(&Analysis::of(text), &[], &[]))
    }

    fn extracted(text: &str) -> Vec<Usage> {
        usages(extract(text).quotations)
    }

    /// `of` finds that every passage in quotation marks in these texts is there for `usage`.
    fn all(of: fn(&str) -> Vec<Usage>, usage: Usage, texts: &[&str]) {
        for text in texts {
            let found = of(text);
            assert!(!found.is_empty() && found.iter().all(|&is| is == usage), "{text}: {found:?}");
        }
    }

    #[test]
    fn works_have_titles() {
        all(
            unsaid,
            Title,
            &[
                "He read the novel “Dust and Rain” twice.",
                "The books “Dust”, “Rain” and “1984” were lost.",
                "Reed starred in “Gone to Grell” as a young man.",
                "Few remember that she directed the “Old Mill” of 1980.",
                "The town has a choir that sings “Who Will Run? Me!” each May.",
                "A report called “The Wall Is Wet” lies on the table.",
                "The paper was entitled “A Wall of Dr. Reed: Dust and Rain.”",
                "The crowd met “Dust and Rain” author Ida Brook on Tuesday.",
                "The crowd came for the “Dust and Rain” show.",
                "Ida Brook's film 'The Old Mill' opened on Friday.",
            ],
        );
    }

    #[test]
    fn names_and_plain_words_are_no_titles() {
        all(
            unsaid,
            Other,
            &[
                "The hero of the film, Tom “Big Tom” Reed, is ill.",
                "They went to the “Old Mill” on Tuesday.",
                "A man called “Big Tom” was there.",
                "The crowd heard that “Big Tom” plays again.",
                "The song was not as good. Then “Big Tom” came.",
                "The film “Never. Again.” is old.",
            ],
        );
        assert_eq!(extracted("The film is “dust and rain” to the town."), [ScareQuote]);
        assert_eq!(extracted("The film “Dust” pleased all but “Big Tom” this year."), [Title, Other]);
    }

    #[test]
    fn speech_is_what_somebody_says() {
        all(
            extracted,
            Speech,
            &["“It is wet,” Ida Brook said. “It will fall.”", "She said that the wall is “old and wet”."],
        );
    }

    #[test]
    fn distant_words_are_scare_quotes() {
        all(extracted, ScareQuote, &["The “experts” left early.", "They asked for ‘free and fair’ talks."]);
    }

    #[test]
    fn a_passage_is_given_without_its_marks() {
        let text = "The “experts” read the book «Dust».";
        let found = extract(text).quotations;
        assert_eq!(found.iter().map(|q| q.span.of(text)).collect::<Vec<_>>(), ["experts", "Dust"]);
    }

    #[test]
    fn spans_touch_when_they_share_a_byte() {
        let spans = [Span::new(0, 9), Span::new(2, 4), Span::new(20, 22)];
        let mut touches = touching(spans.into_iter());
        let asked = [(5, 7), (9, 10), (12, 20), (21, 30), (30, 40)];
        assert_eq!(asked.map(|(from, to)| touches(Span::new(from, to))), [true, false, false, true, false]);
    }
}
