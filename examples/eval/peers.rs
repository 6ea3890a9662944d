//! What others reach on the same corpora, and what we want to reach, in per cent. These figures are given: `make eval` does not
//! measure them. The speeds of peers that run here are measured by `make bench`.

/// The scores of a system. A string, because some are a range or come with a remark.
pub(crate) struct Peer {
    pub(crate) system: &'static str,
    /// Quote F1 on the Gender Gap Tracker's articles: all, direct, mixed, indirect; then quote+source F1 and canonical.
    pub(crate) ggt: [&'static str; 6],
    /// Speech F1 and quote+source F1 on PolNeAR.
    pub(crate) polnear: [&'static str; 2],
    /// Articles a second of processor time.
    pub(crate) speed: &'static str,
}

/// The others, the best first.
pub(crate) const PEERS: [Peer; 4] = [
    Peer {
        system: "Gender Gap Tracker (spaCy md)",
        ggt: ["80.6", "84.8", "90.7", "73.4", "74.1", "54 a"],
        polnear: ["70.1", "43.4"],
        speed: "2.1 to 2.9",
    },
    Peer {
        system: "Citron, retrained on PolNeAR",
        ggt: ["60.7", "76.7", "68.9", "44.9", "54.7", "62"],
        polnear: ["70.1", "53.3 b"],
        speed: "0.7",
    },
    Peer {
        system: "textacy (spaCy sm, per paragraph)",
        ggt: ["52.1", "76.9", "–", "0.7", "46.2", "56"],
        polnear: ["50.1", "32.6"],
        speed: "1.7",
    },
    Peer {
        system: "every run of four quoted words",
        ggt: ["65.3", "93.5", "–", "0", "22.3", "0"],
        polnear: ["50.9", "0.1"],
        speed: "1250",
    },
];

/// What the letters in the table mean.
pub(crate) const REMARKS: &str =
    "a: it has no resolver of names.  b: its own domain, as it was trained on 500 articles of it.";

/// A figure that we want to reach in a set: its label in the report, and at least how much.
pub(crate) type Goal = (&'static str, f64);

/// The goals for the set that `--corpus` calls `name`. Scores are F1.
pub(crate) fn goals(name: &str) -> &'static [Goal] {
    match name {
        "ggt" => &[
            ("quote", 90.0),
            ("direct", 96.0),
            ("mixed", 92.0),
            ("indirect", 80.0),
            ("quote+source", 84.0),
            ("quoted letters", 97.0),
            ("canonical", 88.0),
        ],
        "polnear" => &[("speech", 78.0), ("quote+source", 55.0), ("quoted letters", 97.0)],
        "gum" => &[("canonical", 85.0)],
        _ => &[],
    }
}
