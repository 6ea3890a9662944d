//! The lines of a page in the order in which they are read.

use super::lines::Line;

/// Columns within columns are looked for this deep: three splits tell up to eight.
const MOST_DEPTH: usize = 3;
/// A column has so many lines.
const FEWEST: usize = 4;
/// The width of a strip in which lines are counted, in points.
const STRIP: f64 = 2.0;
/// No page is wider, in strips.
const MOST_STRIPS: usize = 4000;

/// Top to bottom, and column after column where the page has columns. A line across the columns (a headline) ends those above it.
///
/// Needs time in O(n log n) of the lines.
pub(super) fn order(lines: Vec<Line>) -> Vec<Line> {
    // Too few to tell columns by: as the file draws them.
    if lines.len() < 2 * FEWEST {
        return lines;
    }
    let mut ordered = Vec::with_capacity(lines.len());
    split(downwards(lines), MOST_DEPTH, &mut ordered);
    ordered
}

/// Sorted by height; what stands on one height from left to right.
fn downwards(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| b.y.total_cmp(&a.y));
    for level in lines.chunk_by_mut(|a, b| a.y - b.y < 0.3 * a.size.min(b.size)) {
        level.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

fn split(lines: Vec<Line>, depth: usize, ordered: &mut Vec<Line>) {
    let gutter = if depth == 0 { None } else { gutter(&lines) };
    let Some(gutter) = gutter else {
        ordered.extend(lines);
        return;
    };
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in lines {
        if line.end <= gutter {
            left.push(line);
        } else if line.x >= gutter {
            right.push(line);
        } else {
            split(std::mem::take(&mut left), depth - 1, ordered);
            split(std::mem::take(&mut right), depth - 1, ordered);
            ordered.push(line);
        }
    }
    split(left, depth - 1, ordered);
    split(right, depth - 1, ordered);
}

/// Where an upright strip that few lines cross parts the lines.
fn gutter(lines: &[Line]) -> Option<f64> {
    let start = lines.iter().map(|line| line.x).min_by(f64::total_cmp)?;
    let end = lines.iter().map(|line| line.end).max_by(f64::total_cmp)?;
    let strips = ((end - start) / STRIP) as usize + 2;
    if lines.len() < 2 * FEWEST || strips > MOST_STRIPS {
        return None;
    }
    // At each strip: how many lines begin in it, and how many end.
    let mut turns = vec![(0_usize, 0_usize); strips];
    let strip = |x: f64| ((x - start) / STRIP) as usize;
    for line in lines {
        if let Some(turn) = turns.get_mut(strip(line.x)) {
            turn.0 += 1;
        }
        if let Some(turn) = turns.get_mut(strip(line.end)) {
            turn.1 += 1;
        }
    }
    let (mut begun, mut ended) = (0, 0);
    let mut best: Option<(usize, usize)> = None;
    for (at, (begin, end)) in turns.into_iter().enumerate() {
        let (before, after) = (ended, lines.len() - begun - begin);
        let crossing = (begun + begin).saturating_sub(before);
        begun += begin;
        ended += end;
        let few = crossing * 5 <= lines.len() && before >= FEWEST && after >= FEWEST;
        if few && best.is_none_or(|(least, _)| crossing < least) {
            best = Some((crossing, at));
        }
    }
    let x = start + best?.1 as f64 * STRIP;
    beside(lines, x).then_some(x)
}

/// Both sides have a good part of the height in common, so they are columns.
fn beside(lines: &[Line], x: f64) -> bool {
    let reach = |side: &dyn Fn(&Line) -> bool| {
        lines
            .iter()
            .filter(|line| side(line))
            .fold((f64::MAX, f64::MIN), |(low, high), line| (low.min(line.y), high.max(line.y)))
    };
    let (left, right) = (reach(&|line| line.end <= x), reach(&|line| line.x >= x));
    let shared = left.1.min(right.1) - left.0.max(right.0);
    shared > 0.5 * (left.1 - left.0).min(right.1 - right.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str, x: f64, end: f64, y: f64) -> Line {
        Line { words: words.to_owned(), x, end, y, size: 10.0 }
    }

    fn read(lines: Vec<Line>) -> Vec<String> {
        order(lines).into_iter().map(|line| line.words).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut lines = vec![line("head", 50.0, 500.0, 700.0)];
        for row in 0..6 {
            let y = 600.0 - 12.0 * f64::from(row);
            for (column, x) in [50.0, 210.0, 370.0].into_iter().enumerate() {
                lines.push(line(&format!("{column}{row}"), x, x + 140.0, y));
            }
        }
        let mut expected = vec!["head".to_owned()];
        expected.extend((0..3).flat_map(|column| (0..6).map(move |row| format!("{column}{row}"))));
        assert_eq!(read(lines), expected);
    }

    #[test]
    fn one_column_goes_down_the_page() {
        let lines = (0..9).map(|at| line(&at.to_string(), 50.0, 300.0 + f64::from(at), 12.0 * f64::from(at)));
        assert_eq!(read(lines.collect()).concat(), "876543210");
        assert!(order(Vec::new()).is_empty());
    }
}
