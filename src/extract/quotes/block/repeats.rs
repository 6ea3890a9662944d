use crate::extract::analysis::Analysis;
use crate::text::BlockKind;
use rustc_hash::{FxHashSet, FxHasher};
use std::cell::OnceCell;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// So many words in a row are compared.
const ROW: usize = 4;

/// Tells words that the running text says too: those of a pull quote. The text is read once, when it is first asked.
pub(super) struct Repeats<'a> {
    analysis: &'a Analysis<'a>,
    said: OnceCell<FxHashSet<u64>>,
}

impl<'a> Repeats<'a> {
    pub(super) fn new(analysis: &'a Analysis<'a>) -> Self {
        Self { analysis, said: OnceCell::new() }
    }

    /// Whether most of `content` stands in the running text.
    pub(super) fn holds(&self, content: &[Range<usize>]) -> bool {
        let said = self.said.get_or_init(|| {
            let a = self.analysis;
            let text =
                |&(number, _): &(usize, _)| matches!(a.kind(number), BlockKind::Paragraph | BlockKind::Item);
            let lines = a.paragraphs.iter().enumerate().filter(text);
            lines.flat_map(|(_, line)| self.rows(line.clone())).collect()
        });
        let (mut all, mut again) = (0, 0);
        for row in content.iter().flat_map(|line| self.rows(line.clone())) {
            all += 1;
            again += usize::from(said.contains(&row));
        }
        again * 5 > all * 3
    }

    /// Each [`ROW`] words of `line`, hashed, in small letters.
    fn rows(&self, line: Range<usize>) -> Vec<u64> {
        let a = self.analysis;
        let words: Vec<u64> = line.filter(|&at| a.is_word(at)).map(|at| hash(a.word(at))).collect();
        let row = |row: &[u64]| {
            let mut hasher = FxHasher::default();
            row.hash(&mut hasher);
            hasher.finish()
        };
        words.windows(ROW).map(row).collect()
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for letter in word.chars().filter(|&c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
        letter.hash(&mut hasher);
    }
    hasher.finish()
}
