//! Letters to lines.

use super::page::Letter;

/// A line of one column.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// The lines, in the order in which they are drawn. Letters on one height are one line unless a gap is as wide as one between columns.
pub(super) fn lines(letters: &[Letter]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for letter in letters {
        let blank = letter.words.trim().is_empty();
        if let Some(line) = lines.last_mut() {
            let gap = letter.x - line.end;
            // A raised figure stands beside its word.
            let level = (letter.y - line.y).abs() < 0.4 * line.size.max(letter.size);
            if level && gap > -0.6 * line.size && gap < 2.5 * line.size {
                let spaced = line.words.ends_with(char::is_whitespace);
                if !spaced && (blank || gap > 0.18 * line.size) {
                    line.words.push(' ');
                }
                if !blank {
                    line.words.push_str(&letter.words);
                    line.size = line.size.max(letter.size);
                }
                line.end = letter.end.max(letter.x);
                continue;
            }
        }
        if !blank {
            lines.push(Line {
                words: letter.words.clone(),
                x: letter.x,
                end: letter.end,
                y: letter.y,
                size: letter.size,
            });
        }
    }
    for line in &mut lines {
        line.words.truncate(line.words.trim_end().len());
        line.words = ligatures(&line.words);
    }
    lines
}

/// `ﬁ` as two letters: no reader searches for it.
fn ligatures(words: &str) -> String {
    if !words.contains(['ﬀ', 'ﬁ', 'ﬂ', 'ﬃ', 'ﬄ']) {
        return words.to_owned();
    }
    words.replace('ﬀ', "ff").replace('ﬁ', "fi").replace('ﬂ', "fl").replace('ﬃ', "ffi").replace('ﬄ', "ffl")
}
