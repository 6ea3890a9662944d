//! Quoted passages of a text in another language: its marks are understood, its words are not.

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use std::ops::Range;

/// The fewest words that are taken as speech, when no stop ends them: fewer may be a title or a term.
const FEWEST: usize = 4;
/// The fewest bytes, in a script without spaces.
const SHORTEST: usize = 24;

/// A draft for each passage in quotation marks that is long enough to be speech; who speaks is not told.
pub(super) fn find(a: &Analysis) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    let mut open = false;
    for pair in &a.pairs {
        if open && let Some(last) = out.last_mut() {
            last.content.push(pair.inner.clone());
        } else if is_speech(a, &pair.inner) || a.word(pair.whole.end) == "," || pair.reopens {
            out.push(Draft {
                content: vec![pair.inner.clone()],
                unsaid: true,
                score: 0.6,
                ..Draft::default()
            });
        } else {
            continue;
        }
        open = pair.reopens;
    }
    out
}

fn is_speech(a: &Analysis, inner: &Range<usize>) -> bool {
    let words = a.count_words(inner.clone());
    let ends = matches!(a.word(inner.end - 1), "." | "!" | "?" | "…" | "。" | "！" | "？" | ",");
    let long = words < FEWEST && a.span(inner.clone()).of(a.text).len() >= SHORTEST * words.max(1);
    words >= FEWEST || ends && words > 0 || long
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn passages_have_no_source() {
        let text = "Der Hafenmeister Mira Toll trat um neun Uhr vor das Haus und sprach zu den Leuten am Kai, die seit dem Morgen \
            gewartet hatten. „Die Fähre ist gesunken“, sagte sie, und dann schwieg sie lange. „Ganz“, sagte sie. Das „Boot“ war neu.";
        assert_eq!(examples(text), [" |  | Die Fähre ist gesunken", " |  | Ganz"]);
        assert_eq!(
            examples("港の責任者は言った。「渡し船は沈みました」と。町では『風』と呼ばれた。"),
            [" |  | 渡し船は沈みました"]
        );
    }
}
