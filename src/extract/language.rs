//! Whether a text is English. The rules and the lists are for English alone; of other texts only quoted passages are told.

use super::analysis::Analysis;
use super::class::{OBJECT, SMALL, SUBJECT};

/// The most words that are looked at.
const SAMPLE: usize = 4000;
/// A text with fewer words tells little: only when it has none of the small words, it is not English.
const FEWEST: usize = 30;
/// A text with fewer words tells nothing, and is taken as English.
const TOO_FEW: usize = 10;
/// The least share of small words: English news has 0.35 and more; German, French, Dutch and Spanish have under 0.2.
const SHARE: f32 = 0.24;

/// Whether small English words (“the”, “of”, “they”) are as frequent as in English, and the letters are Latin.
pub(super) fn is_english(a: &Analysis) -> bool {
    let (mut words, mut small, mut latin, mut other) = (0_usize, 0_usize, 0_usize, 0_usize);
    for at in (0..a.tokens.len()).filter(|&at| a.is_word(at)).take(SAMPLE) {
        words += 1;
        small += usize::from(a.is(at, SMALL | SUBJECT | OBJECT));
        // The look at letters is bounded, as a text without spaces is one long word.
        let word = a.word(at);
        if word.is_ascii() {
            latin += word.len().min(40);
            continue;
        }
        for letter in word.chars().take(40).filter(|letter| letter.is_alphabetic()) {
            if letter < '\u{250}' { latin += 1 } else { other += 1 }
        }
    }
    let share = small as f32 / words.max(1) as f32;
    let english = match words {
        0..TOO_FEW => true,
        TOO_FEW..FEWEST => small > 0,
        _ => share >= SHARE,
    };
    other <= latin && english
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(text: &str) -> bool {
        is_english(&Analysis::of(text))
    }

    #[test]
    fn english_is_told_from_its_neighbours() {
        let text = "The ferry had left the pier before noon, and nobody on the quay had seen it go. The harbour master said \
            that the crew of the boat had not called, though they had been told to do so every hour.";
        assert!(english(text));
        assert!(english("Fog."));
        assert!(!english("Der Bürgermeister sprach zu den Leuten: „Wir fahren heute noch nach Hause.“"));
        let german = "Die Fähre hatte vor Mittag abgelegt, und am Kai hatte sie niemand fahren sehen. Der Hafenmeister sagte, die \
            Mannschaft habe sich nicht gemeldet, obwohl man ihr das zu jeder vollen Stunde aufgetragen hatte.";
        assert!(!english(german));
        let french = "Le bac avait quitté le quai avant midi, et personne ne l’avait vu partir. Le maître du port a dit que \
            l’équipage n’avait pas appelé, alors qu’on le lui avait demandé toutes les heures, comme chaque hiver.";
        assert!(!english(french));
        let spanish = "El transbordador había dejado el muelle antes del mediodía y nadie lo había visto salir. El jefe del \
            puerto dijo que la tripulación no había llamado, aunque se le había pedido cada hora durante la noche.";
        assert!(!english(spanish));
    }

    #[test]
    fn other_scripts_are_not_english() {
        assert!(!english("渡し船は正午前に岸を離れた。"));
        assert!(!english("غادرت العبارة الرصيف قبل الظهر"));
        assert!(!english("Паром ушёл до полудня"));
    }
}
