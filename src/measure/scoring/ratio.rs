use std::ops::AddAssign;

/// Precision and recall, as counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// How many of what was found are right.
    pub found_right: usize,
    /// How many were found.
    pub found: usize,
    /// How many of the gold ones were found.
    pub gold_right: usize,
    /// How many there are in gold.
    pub gold: usize,
}

impl Score {
    /// Where one that is right on one side is one that is right on the other.
    pub(super) const fn new(right: usize, found: usize, gold: usize) -> Self {
        Self { found_right: right, found, gold_right: right, gold }
    }

    /// How much of what was found is right, 0 to 1.
    pub fn precision(self) -> f64 {
        share(self.found_right, self.found)
    }

    /// How much of gold was found, 0 to 1.
    pub fn recall(self) -> f64 {
        share(self.gold_right, self.gold)
    }

    /// The harmonic mean of precision and recall, 0 to 1.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        2.0 * p * r / (p + r).max(1e-9)
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.found_right += other.found_right;
        self.found += other.found;
        self.gold_right += other.gold_right;
        self.gold += other.gold;
    }
}

/// How many of some are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The right ones.
    pub right: usize,
    /// All.
    pub of: usize,
}

impl Part {
    /// Counts one more.
    pub(super) fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// How much of it is right, 0 to 1.
    pub fn share(self) -> f64 {
        share(self.right, self.of)
    }
}

fn share(right: usize, of: usize) -> f64 {
    right as f64 / of.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_lies_between_precision_and_recall() {
        let score = Score { found_right: 1, found: 2, gold_right: 1, gold: 1 };
        assert_eq!((score.precision(), score.recall()), (0.5, 1.0));
        assert!((score.f1() - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(Score::default().f1(), 0.0);
    }
}
