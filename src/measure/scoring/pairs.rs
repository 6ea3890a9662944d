use std::ops::Range;

/// Pairs up what overlaps by more than `threshold` of its union, one to one: the best overlap first, then what comes first in
/// `gold`, then in `found`. The numbers are places in `gold` and `found`.
pub(super) fn pair_up(gold: &[Range<usize>], found: &[Range<usize>], threshold: f64) -> Vec<(usize, usize)> {
    let mut scored = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, f) in found.iter().enumerate() {
            let both = g.end.min(f.end).saturating_sub(g.start.max(f.start));
            let share = both as f64 / (g.len() + f.len() - both).max(1) as f64;
            if both > 0 && share > threshold {
                scored.push((share, i, j));
            }
        }
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut gold_free, mut found_free) = (vec![true; gold.len()], vec![true; found.len()]);
    let mut pairs = Vec::new();
    for (_, i, j) in scored {
        if let (Some(g), Some(f)) = (gold_free.get_mut(i), found_free.get_mut(j))
            && *g
            && *f
        {
            (*g, *f) = (false, false);
            pairs.push((i, j));
        }
    }
    pairs
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init)] // one span on a side
mod tests {
    use super::*;

    #[test]
    fn more_than_half_of_the_union_has_to_overlap() {
        assert_eq!(pair_up(&[0..10], &[0..5], 0.5), []);
        assert_eq!(pair_up(&[0..10], &[0..6], 0.5), [(0, 0)]);
        assert_eq!(pair_up(&[0..10], &[3..14], 0.5), []);
        assert_eq!(pair_up(&[0..0], &[0..0], 0.5), []);
    }

    #[test]
    fn the_best_overlap_is_paired_first_and_each_only_once() {
        assert_eq!(pair_up(&[0..10, 0..9], &[0..9], 0.5), [(1, 0)]);
        assert_eq!(pair_up(&[0..10, 0..10], &[0..10, 0..10, 0..10], 0.5), [(0, 0), (1, 1)]);
        assert_eq!(pair_up(&[0..10, 20..30], &[19..30, 0..8], 0.5), [(1, 0), (0, 1)]);
    }
}
