//! The laws of extraction hold for any text. `fuzz/` looks for texts that break them too.
#![allow(clippy::unwrap_used)] // a test may fail

mod check;

use check::check;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::string::string_regex;
use scarequote::extract::{Boilerplate, Structure, extract, extract_structured};
use scarequote::text::{Block, BlockKind, Span};

const MARKS: &[&str] = &[
    "“", "”", "\"", "‘", "’", "'", "''", "«", "»", "„", "‹", "›", "「", "」", ",", ".", "?", "!", ":", ";",
    "…", "—", "-", "(", ")", "[", "]", "*",
];
const CUES: &[&str] = &[
    "said",
    "says",
    "told",
    "asked",
    "claims",
    "denied",
    "accused",
    "calling",
    "according to",
    "According to",
    "Denying",
    "in a statement",
    "that",
    "whether",
    "who",
    "which",
    "as",
    "with",
    "by",
    "to",
    "of",
    "and",
    "but",
    "While",
    "not",
    "was",
    "been",
    "on Tuesday",
    "critics say",
    "so-called",
    "brutal",
    "clearly",
];
const NAMES: &[&str] = &[
    "Ida",
    "Brook",
    "Tom Reed",
    "Mr.",
    "Dr.",
    "U.S.",
    "the",
    "The",
    "a",
    "mayor",
    "police",
    "Grell Water Council",
    "(GWC)",
    "he",
    "She",
    "her",
    "they",
    "it",
    "'s",
    "’s",
    "s'",
    "O’Neil",
    "McKay",
    "de la",
    "1,000",
    "Leave a comment",
    "Share this",
];
const SPACES: &[&str] =
    &[" ", "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{2028}", "\u{200b}", "\u{feff}", "\0"];
const OTHERS: &[&str] = &[
    "é",
    "𝄞",
    "e\u{301}",
    "👩‍🚀",
    "ß",
    "ǅ",
    "İ",
    "市长说",
    "Мэр",
    "сказал",
    "قال",
    "אמר",
    "ﬁ",
    "Ω",
    "ã€",
    "\u{202e}",
];

/// A word of a text that has a little of everything in it.
fn word() -> impl Strategy<Value = String> {
    let one_of = |words: &'static [&'static str]| select(words).prop_map(str::to_owned);
    prop_oneof![
        4 => one_of(MARKS), 4 => one_of(CUES), 4 => one_of(NAMES), 1 => one_of(SPACES), 1 => one_of(OTHERS),
        1 => "\\PC{0,6}",
    ]
}

/// Words of one script other than Latin, between the marks of any.
fn foreign() -> impl Strategy<Value = String> {
    let letters =
        ["Greek", "Cyrillic", "Han", "Arabic", "Hebrew", "Devanagari", "Hiragana", "Hangul", "Thai"];
    let text = |script: &'static str| {
        let word = prop_oneof![
            4 => string_regex(&format!("[\\p{{L}}&&\\p{{{script}}}]{{1,9}}")).unwrap(),
            2 => "[“”«»„\"‘’'「」,.:;?!—()\n]",
            1 => "[0-9]{1,4}",
        ];
        prop::collection::vec(word, 0..60)
    };
    select(letters.to_vec()).prop_flat_map(text).prop_map(|words| words.join(" "))
}

/// Blocks of any kind anywhere: out of order, overlapping, inside characters, beyond the text; and lines that are blocks.
fn blocks() -> impl Strategy<Value = Vec<(Span, BlockKind)>> {
    use BlockKind::{Caption, Heading, Item, Paragraph, Quote};
    let span = (0..300_usize, 0..300_usize).prop_map(|(start, end)| Span::new(start, end));
    prop::collection::vec((span, select(vec![Paragraph, Heading(2), Item, Quote, Caption])), 0..12)
}

/// The lines of `text`, their kinds those of `kinds` in turn.
fn lines(text: &str, kinds: &[(Span, BlockKind)]) -> Vec<Block> {
    let kinds = kinds.iter().map(|&(_, kind)| kind).cycle();
    scarequote::text::paragraphs(text).zip(kinds).map(|(span, kind)| Block { span, kind }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_blocks_are_read(words in prop::collection::vec(word(), 0..80), some in blocks(), asides in blocks()) {
        let text = words.join(" ").replace("Share", "\n");
        let anywhere: Vec<Block> = some.iter().map(|&(span, kind)| Block { span, kind }).collect();
        let mut aside: Vec<Boilerplate> =
            asides.iter().map(|&(span, _)| Boilerplate { span, reason: "given".into() }).collect();
        for blocks in [anywhere, lines(&text, &some)] {
            for aside in [None, Some(&*aside)] {
                let found = extract_structured(&text, &Structure { blocks: &blocks, aside }, &mut |_| ());
                prop_assert_eq!(check(&text, &found), Ok(()));
            }
            aside.sort_by_key(|aside| aside.span.end);
        }
    }

    #[test]
    fn what_the_core_sets_aside_may_be_given_back(words in prop::collection::vec(word(), 0..80)) {
        let text = words.join(" ");
        let found = extract(&text);
        let structure = Structure { blocks: &[], aside: Some(&found.boilerplate) };
        prop_assert_eq!(extract_structured(&text, &structure, &mut |_| ()), found);
    }


    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        prop_assert_eq!(check(&text, &extract(&text)), Ok(()));
    }

    #[test]
    fn any_words_are_read(words in prop::collection::vec(word(), 0..80)) {
        for text in [words.join(" "), words.concat()] {
            prop_assert_eq!(check(&text, &extract(&text)), Ok(()));
        }
    }

    #[test]
    fn a_text_is_read_alike_each_time(words in prop::collection::vec(word(), 0..40)) {
        let text = words.join(" ");
        prop_assert_eq!(extract(&text), extract(&text));
    }
    // The rules and the lists are for English: in another script, nobody can be told from any other word.
    #[test]
    fn nobody_speaks_in_another_script(text in foreign()) {
        prop_assert_eq!(extract(&text).speakers, []);
    }
}
