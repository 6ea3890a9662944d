use fst::raw::{Fst, Node, Output};

/// A compiled word list. A look-up takes time linear in the words' length and allocates nothing.
///
/// Words may be given as they stand in the text: case and the shape of apostrophes do not matter.
pub struct Lexicon {
    /// None only if the bytes were not made by `build.rs`; then no word is found.
    map: Option<Fst<&'static [u8]>>,
}

impl Lexicon {
    /// Opens a list that `build.rs` compiled, such as `cues::BYTES`.
    pub fn new(bytes: &'static [u8]) -> Self {
        Self { map: Fst::new(bytes).ok() }
    }

    /// The tags of `word`, or `None` when it is not in the list.
    pub fn get(&self, word: &str) -> Option<u64> {
        self.longest([word]).map(|(_, tags)| tags)
    }

    /// The longest entry that `words` begin with: how many words it takes, and its tags.
    pub fn longest<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Option<(usize, u64)> {
        let map = self.map.as_ref()?;
        let mut place = (map.root(), Output::zero());
        let mut best = None;
        for (count, word) in words.into_iter().enumerate() {
            if count > 0 {
                match step(map, place, b' ') {
                    Some(next) => place = next,
                    None => break,
                }
            }
            match walk(map, place, word) {
                Some(next) => place = next,
                None => break,
            }
            if place.0.is_final() {
                best = Some((count + 1, place.1.cat(place.0.final_output()).value()));
            }
        }
        best
    }
}

type Place<'f> = (Node<'f>, Output);

fn walk<'f>(map: &'f Fst<&'static [u8]>, mut place: Place<'f>, word: &str) -> Option<Place<'f>> {
    let mut utf8 = [0; 4];
    for c in word.chars() {
        if c.is_ascii() {
            place = step(map, place, c.to_ascii_lowercase() as u8)?;
            continue;
        }
        for c in c.to_lowercase() {
            let c = if matches!(c, '’' | 'ʼ') { '\'' } else { c };
            for &byte in c.encode_utf8(&mut utf8).as_bytes() {
                place = step(map, place, byte)?;
            }
        }
    }
    Some(place)
}

fn step<'f>(map: &'f Fst<&'static [u8]>, (node, output): Place<'f>, byte: u8) -> Option<Place<'f>> {
    let transition = node.transition(node.find_input(byte)?);
    Some((map.node(transition.addr), output.cat(transition.out)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::cues;

    #[test]
    fn words_are_found_in_any_case() {
        let list = Lexicon::new(cues::BYTES);
        assert_eq!(list.get("Said"), list.get("said"));
        assert!(list.get("said").is_some_and(|tags| tags & cues::SPEECH != 0));
        assert_eq!(list.get("table"), None);
        assert_eq!(list.get(""), None);
    }

    #[test]
    fn the_longest_phrase_wins() {
        let list = Lexicon::new(cues::BYTES);
        assert_eq!(list.longest(["According", "to", "him"]).map(|(n, _)| n), Some(2));
        assert_eq!(list.longest(["pointed", "out", "that"]).map(|(n, _)| n), Some(2));
    }

    #[test]
    fn damaged_bytes_hold_no_words() {
        assert_eq!(Lexicon::new(b"not a map").get("said"), None);
    }
}
