//! What cross-validation found, in the terms of the field: F1 of words, macro-F1 of sentences, calibration.

use crate::sentences::Sentence;

/// Prints the figures of `found`: for each of `all` the scores of its listed words, and how much it leans.
pub fn print(all: &[Sentence], found: &[(Vec<f32>, f32)]) {
    let examples: usize = all.iter().map(|s| s.examples.len()).sum();
    println!("{} sentences, {examples} listed words; five-fold cross-validation\n", all.len());
    let limits: Vec<f32> = (0..20).map(|step| step as f32 / 20.0).collect();
    let best = limits
        .iter()
        .copied()
        .max_by(|a, b| words(all, found, *a).f1().total_cmp(&words(all, found, *b).f1()));
    println!("words                precision   recall       F1   flagged of 100");
    for (name, limit) in [("best", best.unwrap_or(0.0)), ("half", 0.5), ("default", 0.55), ("sure", 0.7)] {
        let w = words(all, found, limit);
        println!(
            "  {name:8} (≥ {limit:.2}) {:9.3} {:8.3} {:8.3} {:10.2}",
            w.precision(),
            w.recall(),
            w.f1(),
            100.0 * (w.right + w.wrong) as f32 / w.all as f32
        );
    }
    let judged = || all.iter().zip(found).map(|(s, (_, lean))| (s.biased, *lean >= 0.5));
    println!("sentences, macro-F1 at 0.5: {:.3}\n", macro_f1(judged()));
    println!("marked by annotators, by score");
    for band in [0.8..1.01, 0.7..0.8, 0.6..0.7, 0.5..0.6, 0.4..0.5, 0.0..0.4] {
        let mut marked = Vec::new();
        for (sentence, (scores, _)) in all.iter().zip(found) {
            let within = sentence.examples.iter().zip(scores).filter(|(_, score)| band.contains(*score));
            marked.extend(within.map(|(e, _)| sentence.is_marked(e.span.start, e.span.end)));
        }
        let right = marked.iter().filter(|&&so| so).count();
        println!(
            "  {:.1} to {:.1} {right:8} of {:5} {:8.1} %",
            band.start,
            band.end.min(1.0),
            marked.len(),
            100.0 * right as f32 / marked.len().max(1) as f32
        );
    }
}

/// How many words are marked by both, by us alone, by annotators alone.
#[derive(Default)]
struct Words {
    right: usize,
    wrong: usize,
    missed: usize,
    all: usize,
}

impl Words {
    fn precision(&self) -> f32 {
        self.right as f32 / (self.right + self.wrong).max(1) as f32
    }

    fn recall(&self) -> f32 {
        self.right as f32 / (self.right + self.missed).max(1) as f32
    }

    fn f1(&self) -> f32 {
        2.0 * self.right as f32 / (2 * self.right + self.wrong + self.missed).max(1) as f32
    }
}

/// Words as the scorers of the field cut them: letters, digits and `$`, with what follows an apostrophe.
fn words(all: &[Sentence], found: &[(Vec<f32>, f32)], limit: f32) -> Words {
    let mut out = Words::default();
    for (sentence, (scores, _)) in all.iter().zip(found) {
        for (start, end) in cut(&sentence.text) {
            let ours = sentence
                .examples
                .iter()
                .zip(scores)
                .any(|(e, score)| *score >= limit && e.span.start < end && e.span.end > start);
            out.all += 1;
            match (ours, sentence.is_marked(start, end)) {
                (true, true) => out.right += 1,
                (true, false) => out.wrong += 1,
                (false, true) => out.missed += 1,
                (false, false) => {}
            }
        }
    }
    out
}

fn cut(text: &str) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut apostrophe = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() || c == '$' {
            match out.last_mut() {
                Some(last) if last.1 == at || apostrophe == Some(at) && c.is_ascii_alphabetic() => {
                    last.1 = at + 1
                }
                _ => out.push((at, at + 1)),
            }
        }
        let joins = matches!(c, '\'' | '’') && out.last().is_some_and(|last| last.1 == at);
        apostrophe = joins.then_some(at + c.len_utf8());
    }
    out
}

/// The mean of the F1 of both classes, of pairs (is so, is called so).
pub fn macro_f1(judged: impl Iterator<Item = (bool, bool)>) -> f32 {
    let mut counts = [[0_usize; 2]; 2];
    judged.for_each(|(so, called)| counts[usize::from(so)][usize::from(called)] += 1);
    let f1 = |class: usize| {
        let right = counts[class][class];
        2.0 * right as f32 / (2 * right + counts[1 - class][class] + counts[class][1 - class]).max(1) as f32
    };
    (f1(0) + f1(1)) / 2.0
}
