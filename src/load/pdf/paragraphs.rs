//! Lines to paragraphs.

use super::lines::Line;
use crate::load::{BlockKind, Incoming};
use rustc_hash::{FxHashMap, FxHashSet};

/// So many lines at the top and at the foot of a page may repeat on others.
const MARGIN: usize = 2;

/// The text of the pages.
pub(super) fn article(mut pages: Vec<Vec<Line>>) -> Incoming {
    drop_running(&mut pages);
    let body = usual(pages.iter().flatten().map(|line| (line.size, line.words.len())));
    let gaps = pages.iter().flat_map(|page| page.windows(2)).filter_map(|pair| match pair {
        [above, below] => {
            let gap = above.y - below.y;
            (gap > 0.0 && gap < 4.0 * above.size && same(above.size, below.size))
                .then(|| (gap / above.size, 1))
        }
        _ => None,
    });
    let leading = usual(gaps).max(0.8);
    let compounds: FxHashSet<String> = pages
        .iter()
        .flatten()
        .flat_map(|line| line.words.split_whitespace())
        .filter(|word| word.contains('-') && !word.ends_with('-'))
        .map(bare)
        .collect();
    let mut incoming = Incoming::default();
    let mut words = String::new();
    let mut size = body;
    let mut before: Option<(Line, f64)> = None;
    for page in pages {
        let right = rights(&page);
        for (line, right) in page.into_iter().zip(right) {
            if let Some((above, above_right)) = &before
                && ends(above, &line, *above_right, leading)
            {
                incoming.push(kind(size, body, &words), &words);
                words.clear();
            }
            if words.is_empty() {
                size = line.size;
            }
            join(&mut words, &line.words, &compounds);
            before = Some((line, right));
        }
    }
    incoming.push(kind(size, body, &words), &words);
    incoming
}

/// Where the column of each line ends: as far right as a line that begins at about the same place does.
fn rights(page: &[Line]) -> Vec<f64> {
    let column = |line: &Line| (line.x / 40.0) as i64;
    let mut furthest: FxHashMap<i64, f64> = FxHashMap::default();
    for line in page {
        let right = furthest.entry(column(line)).or_insert(line.end);
        *right = right.max(line.end);
    }
    page.iter().map(|line| furthest.get(&column(line)).copied().unwrap_or(line.end)).collect()
}

/// A paragraph ends between the two lines.
fn ends(above: &Line, below: &Line, right: f64, leading: f64) -> bool {
    if !same(above.size, below.size) {
        return true;
    }
    let stopped = above.words.ends_with(['.', '!', '?', '”', '"', '»', '’', ':', '。', '」']);
    let gap = (above.y - below.y) / above.size;
    if gap < 0.0 || gap > 4.0 * leading {
        // The next column or page.
        return stopped;
    }
    let indent = (below.x - above.x) / above.size;
    let short = right - above.end > 0.25 * (right - above.x);
    gap > 1.3 * leading || (stopped && ((0.8..6.0).contains(&indent) || short))
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.08 * a.max(b)
}

fn kind(size: f64, body: f64, words: &str) -> BlockKind {
    match size / body {
        times if words.len() > 300 || times < 1.15 => BlockKind::Paragraph,
        times if times < 1.6 => BlockKind::Heading(2),
        _ => BlockKind::Heading(1),
    }
}

/// Adds a line to a paragraph. A hyphen that only breaks a word goes.
fn join(words: &mut String, line: &str, compounds: &FxHashSet<String>) {
    let soft = words.ends_with(['\u{ad}', '\u{2010}']);
    let hyphen = soft || (words.ends_with('-') && words.trim_end_matches('-').ends_with(char::is_alphabetic));
    if hyphen && line.starts_with(char::is_alphabetic) {
        let first = words.rsplit(char::is_whitespace).next().unwrap_or_default();
        let second = line.split_whitespace().next().unwrap_or_default();
        let compound =
            compounds.contains(&bare(&format!("{first}{second}"))) || line.starts_with(char::is_uppercase);
        if soft || !compound {
            words.pop();
        }
    } else if !words.is_empty() && !wide(words.chars().last(), line.chars().next()) {
        words.push(' ');
    }
    words.push_str(line);
}

/// Scripts that put no spaces between words.
fn wide(left: Option<char>, right: Option<char>) -> bool {
    let wide =
        |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}');
    left.is_some_and(wide) && right.is_some_and(wide)
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Leaves out what stands on top or at the foot of several pages, page numbers among them.
fn drop_running(pages: &mut [Vec<Line>]) {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    let edges: Vec<Vec<usize>> = pages.iter().map(|page| edge(page)).collect();
    for (page, edge) in pages.iter().zip(&edges) {
        let here: FxHashSet<String> =
            edge.iter().filter_map(|at| page.get(*at)).map(|line| pattern(&line.words)).collect();
        for pattern in here {
            *seen.entry(pattern).or_default() += 1;
        }
    }
    let enough = 2.max(pages.len() / 4);
    for (page, edge) in pages.iter_mut().zip(&edges) {
        let mut at = 0;
        page.retain(|line| {
            at += 1;
            let repeats = seen.get(&pattern(&line.words)).is_some_and(|count| *count >= enough);
            !(edge.contains(&(at - 1)) && repeats)
        });
    }
}

/// The highest and the lowest lines of a page.
fn edge(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    let height = |at: &usize| page.get(*at).map_or(0.0, |line| line.y);
    order.sort_by(|a, b| height(a).total_cmp(&height(b)));
    let foot = order.iter().take(MARGIN);
    foot.chain(order.iter().rev().take(MARGIN)).copied().collect()
}

fn pattern(words: &str) -> String {
    let mut pattern = String::new();
    for letter in words.chars() {
        match letter {
            digit if digit.is_ascii_digit() => {
                if !pattern.ends_with('#') {
                    pattern.push('#');
                }
            }
            _ => pattern.push(letter),
        }
    }
    pattern
}

/// The value that most weight is on, to a twentieth.
fn usual(values: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut weights: FxHashMap<i64, usize> = FxHashMap::default();
    for (value, weight) in values {
        *weights.entry((value * 20.0).round() as i64).or_default() += weight;
    }
    let most = weights.into_iter().max_by_key(|(value, weight)| (*weight, *value));
    most.map_or(1.2, |(value, _)| value as f64 / 20.0)
}
