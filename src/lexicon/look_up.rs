use super::vocabulary as list;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// No word of a list has more bytes.
const LONGEST: usize = 32;

/// The words of all lists, read when the first one is looked up.
static WORDS: LazyLock<FxHashMap<&[u8], u64>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    words.reserve(list::BYTES.len() / 8);
    for line in list::BYTES.split(|&byte| byte == b'\n') {
        let mut parts = line.split(|&byte| byte == b' ');
        let tags = parts.next().and_then(|tags| std::str::from_utf8(tags).ok());
        let tags = tags.and_then(|tags| u64::from_str_radix(tags, 16).ok()).unwrap_or(0);
        words.extend(parts.map(|word| (word, tags)));
    }
    words
});

/// The tags that the list `vocabulary` has for `word`; 0 when it is not in it.
///
/// The word may be given as it stands in the text: case and the shape of apostrophes do not matter.
pub fn vocabulary_tags(word: &str) -> u64 {
    let tags = |word: &[u8]| WORDS.get(word).copied().unwrap_or(0);
    if !word.is_ascii() {
        let lower = word.to_lowercase().replace(['’', 'ʼ'], "'");
        return if lower.len() > LONGEST { 0 } else { tags(lower.as_bytes()) };
    }
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else { return 0 };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    tags(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_tells_its_lists_in_any_case() {
        assert_ne!(vocabulary_tags("Said") & list::CUES, 0);
        assert_ne!(vocabulary_tags("According") & list::CUES_OPENS, 0);
        assert_ne!(vocabulary_tags("to") & list::INSIDE, 0);
        assert_ne!(vocabulary_tags("isn’t") & list::AUXILIARY, 0);
        assert_eq!(vocabulary_tags("xyzzy"), 0);
        assert_eq!(vocabulary_tags(&"é".repeat(99)), 0);
        assert_eq!(vocabulary_tags(&"e".repeat(99)), 0);
        assert_eq!(vocabulary_tags(""), 0);
    }

    #[test]
    fn no_word_is_too_long_to_be_found() {
        assert!(WORDS.len() > 10_000);
        assert!(
            WORDS.keys().all(|word| std::str::from_utf8(word).is_ok_and(|word| vocabulary_tags(word) != 0))
        );
    }
}
