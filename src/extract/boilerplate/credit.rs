//! Captions: a short text whose end names who took the picture, as in `The pool in May. Photograph: Amy Stroud/Wexcombe Echo`.

use super::words::{is_capital, is_names, same};

/// Longer lines are paragraphs.
const LONGEST: usize = 320;

/// How a credit begins.
const OPENINGS: [&str; 13] = [
    "photo:",
    "photo by ",
    "photos by ",
    "photograph:",
    "photograph by ",
    "photo credit:",
    "image:",
    "picture:",
    "credit:",
    "file photo",
    "photos:",
    "pic:",
    "image credit:",
];

/// Whether `words` begin as a credit does: `Photograph: Amy Stroud`.
pub(crate) fn opens(words: &str) -> bool {
    OPENINGS.iter().any(|opening| same(words, opening).is_some())
}

/// Whether `line` ends with a credit. A line with quotation marks is none: somebody may be speaking.
pub(super) fn ends_with_one(line: &str) -> bool {
    // Few paragraphs end without a full stop; those are all that is looked at.
    if line.len() > LONGEST
        || line.ends_with(['.', '”', '"', '?', '!', ':'])
        || line.contains(['“', '”', '"', '‘'])
    {
        return false;
    }
    // All credits have one of these.
    if !(line.ends_with(')')
        || line.bytes().any(|b| matches!(b, b'/' | b':'))
        || line.contains("hoto")
        || line.contains("HOTO"))
    {
        return false;
    }
    let Some((before, piece)) = cut(line) else { return false };
    let opened = OPENINGS.iter().find_map(|opening| same(piece, opening));
    match opened {
        Some(rest) => rest.trim().is_empty() || is_names(rest.split_whitespace()),
        None => before.ends_with('.') && is_pair(piece),
    }
}

/// The caption, and what stands after its last sentence, or in brackets at its end.
fn cut(line: &str) -> Option<(&str, &str)> {
    if let Some(inner) = line.strip_suffix(')') {
        let (before, piece) = inner.rsplit_once('(')?;
        return Some((before.trim_end(), piece.trim()));
    }
    let at = [". ", "| ", ") "].iter().filter_map(|mark| line.rfind(mark)).max();
    let upper = ["PHOTO BY ", "Photo Credit: ", "Photo: ", "Photo by "]
        .iter()
        .filter_map(|mark| line.rfind(mark))
        .max();
    match (upper, at) {
        (Some(from), _) if from > 0 => Some((line.get(..from)?.trim_end(), line.get(from..)?)),
        (_, Some(at)) => Some((line.get(..=at)?, line.get(at + 2..)?.trim())),
        _ => None,
    }
}

/// Whether `piece` is a name and a house with a stroke between: `Amy Stroud/Wexcombe Echo`.
fn is_pair(piece: &str) -> bool {
    piece.split_once('/').is_some_and(|(name, house)| {
        let name = name.trim();
        let names = name.split_whitespace().count();
        (2..5).contains(&names)
            && !name.contains(['[', ','])
            && name.split_whitespace().all(is_capital)
            && is_names(house.split_whitespace())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_with_a_credit_are_told() {
        for line in [
            "The pool in May. Photograph: Amy Stroud/Wexcombe Echo",
            "Workers stack sandbags on Monday. (Lena Marsh/The Orrin Ledger)",
            "Fay Dunnock with the scone (Image: Harn Press Agency)",
            "The moose on Thursday. PHOTO BY ANDRE VACHE /Norvale Star",
            "A line 4 tram. | Photo Credit: R. Anders",
            "The Assembly in Varanpur. (File photo)",
        ] {
            assert!(ends_with_one(line), "{line}");
        }
    }

    #[test]
    fn other_lines_stay() {
        for line in [
            "",
            "She took a photo by the river.",
            "He praised the photo: a boat.",
            "M Joss 58 (T Ali/S Kale)",
            "“It rose,” she said. Photo: Ada Moss",
            "Two of them came from the west. His/her names are unknown",
            "The Lumens lead in Harn. [Polar, NBD/WST/Marten, ARD]",
            "She says that the so-called ‘loop’ is late. (Amy Stroud/Wexcombe Echo)",
            "(",
            ")",
        ] {
            assert!(!ends_with_one(line), "{line}");
        }
    }
}
