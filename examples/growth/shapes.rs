//! Texts that no newsroom writes, of any length: what is looked for in an article stands in them everywhere, or nowhere.

use std::fmt::Write as _;

/// The bytes of an opening that is long enough.
const OPENING: usize = 16_000;

/// How a text of any length is made.
pub(crate) enum Shape {
    /// The same words again and again.
    Repeated(&'static str),
    /// The second again and again, between the first and the third.
    Enclosed(&'static str, &'static str, &'static str),
    /// As many bytes of the first as of the second.
    Halves(&'static str, &'static str),
    /// For each number from 0 on, what stands for it.
    Numbered(fn(usize) -> String),
}

use Shape::{Enclosed, Halves, Numbered, Repeated};

/// Each has a name of one word, by which it is chosen.
pub(crate) const SHAPES: [(&str, Shape); 44] = [
    ("no-stop", Repeated("the river rose and the mayor said that the bridge would hold while ")),
    ("no-space", Repeated("bridge")),
    ("no-letter", Repeated("-+*/=")),
    ("opening-marks", Repeated("“")),
    ("opening-marks-in-words", Repeated("“we will go said Ida Brook ")),
    ("closing-marks", Repeated("”")),
    ("unclosed-paragraphs", Repeated("“It rained all day.\n\n")),
    ("one-long-quotation", Enclosed("“", "It rained, said Ida Brook. ", "”")),
    ("one-long-bracket", Enclosed("(", "it rained, said Ida Brook. ", ")")),
    ("stops-in-quotations", Repeated("the mayor “was wet. It rained” according to him ")),
    ("stops-in-names", Repeated("Dr. “It rained. It was wet.” said ")),
    ("straight-marks", Repeated("\"")),
    ("straight-marks-in-words", Repeated("\" a said ")),
    ("alternate-marks", Repeated("“a” ‘b’ \"c\" ")),
    ("nested-marks", Halves("“‘a ", " b’”")),
    ("mixed-marks", Repeated("“‘\"«„")),
    ("apostrophes", Repeated("'a dogs' 'n' ")),
    ("capitals", Repeated("THE MAYOR SAID THE BRIDGE WILL HOLD ")),
    ("one-long-name", Repeated("Ida Brook of ")),
    ("said", Repeated("said ")),
    ("said-that", Repeated("he said that ")),
    ("according-to", Repeated("according to ")),
    ("titles", Repeated("Mr. President Dr. Governor ")),
    ("relative-clauses", Repeated("the mayor, who said the man, who ")),
    ("brackets", Halves("(the mayor [said ", "]) ")),
    ("short-paragraphs", Repeated("No.\n")),
    ("line-ends", Repeated("\n")),
    ("spaces", Repeated(" ")),
    ("commas", Repeated(",")),
    ("commas-in-words", Repeated("the mayor, ")),
    ("stops", Repeated(".")),
    ("abbreviations", Repeated("U.S. a.m. Jan. ")),
    ("loaded-words", Repeated("so-called brutal regime clearly critics say was killed ")),
    ("boilerplate", Repeated("Share this\nSee also: a bridge\n")),
    ("hyphens", Repeated("well-")),
    ("digits", Repeated("1,")),
    ("initials", Repeated("A.")),
    ("possessives", Repeated("'s ")),
    ("chinese", Repeated("市长说：“桥会在冬天前重新开放。”")),
    ("combining-marks", Repeated("e\u{301}\u{302}\u{303}")),
    ("many-speakers", Numbered(|n| format!("“No,” said {}. ", name(n)))),
    (
        "many-of-one-name",
        Numbered(|n| format!("{} Brook said it rained. Brook agreed, she said. ", first(n))),
    ),
    ("many-unheard", Numbered(|n| format!("{}, the warden of {}, left. She said no. ", name(n), first(n)))),
    ("many-bodies", Numbered(|n| format!("The {} Council (TC{n}) warned that it would rain. ", first(n)))),
];

impl Shape {
    /// A text of about so many bytes, with an opening by which it is taken as English: the rules leave other texts alone.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let mut text = repeated("It is as it was. ", OPENING.min(bytes / 2));
        text += "\n\n";
        let rest = bytes.saturating_sub(text.len());
        match self {
            Repeated(words) => text += &repeated(words, rest),
            Enclosed(first, words, last) => {
                for part in [first, &*repeated(words, rest), last] {
                    text += part;
                }
            }
            Halves(first, second) => {
                text += &repeated(first, rest / 2);
                text += &repeated(second, rest / 2);
            }
            Numbered(words) => {
                for number in 0.. {
                    if text.len() >= bytes {
                        break;
                    }
                    text += &words(number);
                }
            }
        }
        text
    }
}

/// The first `bytes` of `words` again and again, up to the end of a character.
pub(crate) fn repeated(words: &str, bytes: usize) -> String {
    let mut text = words.repeat(bytes.div_ceil(words.len()));
    text.truncate(text.ceil_char_boundary(bytes));
    text
}

/// A name for each number: few words of it are shared with others.
fn name(number: usize) -> String {
    format!("{} {}", first(number), first(number.wrapping_mul(7919) % 1_000_003))
}

/// A word with a capital for each number.
fn first(number: usize) -> String {
    const ENDS: [&str; 10] = ["ba", "de", "fi", "go", "lu", "mar", "nel", "pir", "tov", "sul"];
    let mut word = String::new();
    for digit in format!("{number:03}").bytes() {
        let _ = write!(word, "{}", ENDS[usize::from(digit - b'0')]);
    }
    word[..1].to_uppercase() + &word[1..]
}
