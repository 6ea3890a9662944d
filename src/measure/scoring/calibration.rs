use super::Part;

/// Where the bands begin, the surest first.
const FLOORS: [f32; 5] = [0.9, 0.8, 0.7, 0.6, 0.0];
const LABELS: [&str; 5] = ["0.9 and more", "0.8 to 0.9", "0.7 to 0.8", "0.6 to 0.7", "below 0.6"];

/// How often what was found is right, by how sure its finder was. Right means that the content matches gold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration([Part; 5]);

/// The content spans of which a finder was equally sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Between which scores.
    pub label: &'static str,
    /// How many of them are right.
    pub part: Part,
}

impl Calibration {
    /// Counts a content span.
    pub(super) fn count(&mut self, score: f32, right: bool) {
        let band = FLOORS.iter().position(|&floor| score >= floor).unwrap_or(FLOORS.len() - 1);
        if let Some(part) = self.0.get_mut(band) {
            part.count(right);
        }
    }

    /// The bands, the surest first.
    pub fn bands(&self) -> impl Iterator<Item = Band> {
        LABELS.into_iter().zip(self.0).map(|(label, part)| Band { label, part })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_holds_its_lower_end() {
        let mut calibration = Calibration::default();
        for score in [1.0, 0.9, 0.89, 0.8, 0.7, 0.6, 0.59, 0.0, f32::NAN] {
            calibration.count(score, score > 0.85);
        }
        let counts: Vec<_> = calibration.bands().map(|band| (band.part.right, band.part.of)).collect();
        assert_eq!(counts, [(2, 2), (1, 2), (0, 1), (0, 1), (0, 3)]);
    }
}
