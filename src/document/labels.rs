use crate::text::lower;
use std::fmt;

/// Labels that a person has made, beside those that are there at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelSet {
    /// What the set is called.
    pub name: String,
    /// Its labels, in the order of the screen.
    pub labels: Vec<OwnLabel>,
}

/// Names a label within its set; never given to another one. Written `l3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub u32);

impl LabelId {
    /// The id that is written `l3`; `None` for any other form.
    pub fn parse(written: &str) -> Option<Self> {
        let number = written.strip_prefix('l')?.parse().ok()?;
        (LabelId(number).to_string() == written).then_some(LabelId(number))
    }
}

impl fmt::Display for LabelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "l{}", self.0)
    }
}

/// A label that a person has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLabel {
    /// Names it within the set.
    pub id: LabelId,
    /// What it is called.
    pub name: String,
    /// The letter, digit or mark that gives it, in capitals; empty for none.
    pub key: String,
    /// Which of the [`COLOURS`] it is drawn in.
    pub colour: u8,
    /// When to give it, and when not.
    pub guideline: String,
    /// Words that it fits, one a line.
    pub examples: String,
    /// What can be said of the words beside the label.
    pub attributes: Vec<Attribute>,
}

/// Something that can be said of words that have a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// What it is called. Holds no `:`, `=` or line end.
    pub name: String,
    /// What can be said; empty when any words can. They hold no `,` or line end.
    pub values: Vec<String>,
}

/// The colours of labels, by their names in files and styles.
pub const COLOURS: [&str; 8] = ["blue", "green", "red", "purple", "orange", "teal", "pink", "brown"];

/// A set has at most so many labels.
const MOST: usize = 50;

/// No name is longer, in characters.
const LONGEST_NAME: usize = 60;

/// No guideline and no list of examples is longer, in bytes.
const LONGEST_TEXT: usize = 10_000;

impl LabelSet {
    /// The label of this id.
    pub fn get(&self, id: LabelId) -> Option<&OwnLabel> {
        self.labels.iter().find(|label| label.id == id)
    }

    /// An id that no label has.
    pub fn free_id(&self) -> LabelId {
        LabelId(self.labels.iter().map(|label| label.id.0).max().unwrap_or(0).saturating_add(1))
    }

    /// Whether the set can be used.
    ///
    /// # Errors
    /// A sentence: what is wrong with it, and where.
    pub fn check(&self) -> Result<(), String> {
        if self.labels.len() > MOST {
            return Err(format!("A set has at most {MOST} labels"));
        }
        for (number, label) in self.labels.iter().enumerate() {
            let before = self.labels.get(..number).unwrap_or_default();
            let name = label.name.trim();
            if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains('\n') {
                return Err(format!("A label needs a name of up to {LONGEST_NAME} characters"));
            }
            let wrong = |why: &str| Err(format!("The label “{name}” {why}"));
            if before.iter().any(|other| lower(other.name.trim()) == lower(name)) {
                return wrong("is there twice");
            }
            if before.iter().any(|other| other.id == label.id) {
                return wrong("has the id of another one");
            }
            let mut letters = label.key.chars();
            if letters.next().is_some_and(|key| key.is_whitespace() || key.is_control())
                || letters.next().is_some()
            {
                return wrong("needs a single letter, digit or mark as its key, or none");
            }
            if !label.key.is_empty() && before.iter().any(|other| other.key == label.key) {
                return wrong("has the key of another one");
            }
            if usize::from(label.colour) >= COLOURS.len() {
                return wrong("has a colour that is not known");
            }
            if label.guideline.len() > LONGEST_TEXT || label.examples.len() > LONGEST_TEXT {
                return wrong("has a guideline or examples that are too long");
            }
            if Attribute::parse(&Attribute::write(&label.attributes)) != label.attributes {
                return wrong(
                    "has attributes whose names or values are empty, double, too many, or hold one of : = ,",
                );
            }
        }
        Ok(())
    }

    /// This set with the labels of `other`: those of the same name take the place of ours under our ids; ours that are left stay when they are
    /// `used`.
    pub fn replaced_by(&self, other: &LabelSet, used: impl Fn(LabelId) -> bool) -> LabelSet {
        let mut next = self.free_id().0;
        let mut labels: Vec<OwnLabel> = Vec::new();
        for label in &other.labels {
            let same = self.labels.iter().find(|own| lower(own.name.trim()) == lower(label.name.trim()));
            let id = same.map_or(LabelId(next), |own| own.id);
            next += u32::from(same.is_none());
            labels.push(OwnLabel { id, ..label.clone() });
        }
        for own in &self.labels {
            if used(own.id) && !labels.iter().any(|label| label.id == own.id) {
                let taken = labels.iter().any(|label| label.key == own.key);
                let key = if taken { String::new() } else { own.key.clone() };
                labels.push(OwnLabel { key, ..own.clone() });
            }
        }
        LabelSet { name: other.name.clone(), labels }
    }
}

#[cfg(test)]
impl LabelSet {
    /// A set of these labels.
    pub(crate) fn plain(labels: &[OwnLabel]) -> Self {
        Self { name: "Frames".into(), labels: labels.to_vec() }
    }
}

#[cfg(test)]
impl OwnLabel {
    /// A label with nothing but a name and a key.
    pub(crate) fn plain(id: u32, name: &str, key: &str) -> Self {
        Self {
            id: LabelId(id),
            name: name.into(),
            key: key.into(),
            colour: 1,
            guideline: String::new(),
            examples: String::new(),
            attributes: vec![],
        }
    }
}

impl Attribute {
    /// Attributes as a person writes them, one a line: `stance: for, against`; without values, any words can be said. Empty names and values,
    /// and names that were there, are left out.
    pub fn parse(written: &str) -> Vec<Self> {
        let line = |line: &str| {
            let (name, values) = line.split_once(':').unwrap_or((line, ""));
            let name = name.replace('=', " ").trim().to_owned();
            let values = values.split(',').map(str::trim).filter(|value| !value.is_empty());
            (!name.is_empty()).then(|| Self { name, values: values.map(str::to_owned).collect() })
        };
        let mut attributes: Vec<Self> = Vec::new();
        for attribute in written.lines().filter_map(line).take(MOST) {
            if !attributes.iter().any(|known| known.name == attribute.name) {
                attributes.push(attribute);
            }
        }
        attributes
    }

    /// The lines that [`Self::parse`] reads.
    pub fn write(attributes: &[Self]) -> String {
        let line = |attribute: &Self| match attribute.values.is_empty() {
            true => attribute.name.clone(),
            false => [&attribute.name, ": ", &attribute.values.join(", ")].concat(),
        };
        attributes.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_checked() {
        assert_eq!(
            LabelSet::plain(&[OwnLabel::plain(1, "Frame", "6"), OwnLabel::plain(2, "Claim", "")]).check(),
            Ok(())
        );
        for (labels, wrong) in [
            (vec![OwnLabel::plain(1, " ", "")], "needs a name"),
            (vec![OwnLabel::plain(1, "Frame", ""), OwnLabel::plain(2, "frame ", "")], "is there twice"),
            (vec![OwnLabel::plain(1, "Frame", ""), OwnLabel::plain(1, "Claim", "")], "the id of another"),
            (vec![OwnLabel::plain(1, "Frame", "6"), OwnLabel::plain(2, "Claim", "6")], "the key of another"),
            (vec![OwnLabel::plain(1, "Frame", "66")], "a single letter"),
            (vec![OwnLabel { colour: 9, ..OwnLabel::plain(1, "Frame", "") }], "a colour"),
            (vec![OwnLabel { guideline: "x".repeat(20_000), ..OwnLabel::plain(1, "Frame", "") }], "too long"),
        ] {
            let why = LabelSet::plain(&labels).check().unwrap_err();
            assert!(why.contains(wrong), "{why}");
        }
        assert!(
            LabelSet::plain(&(0..51).map(|n| OwnLabel::plain(n, &n.to_string(), "")).collect::<Vec<_>>())
                .check()
                .is_err()
        );
    }

    #[test]
    fn attributes_are_lines() {
        let read = Attribute::parse("stance: for, against,\n\n note \n: x\na=b: c\nnote: twice");
        assert_eq!(Attribute::write(&read), "stance: for, against\nnote\na b: c");
        assert_eq!(Attribute::parse(&Attribute::write(&read)), read);
    }

    #[test]
    fn another_set_keeps_the_ids_of_the_same_names_and_what_is_used() {
        let ours = LabelSet::plain(&[
            OwnLabel::plain(1, "Frame", "6"),
            OwnLabel::plain(2, "Claim", "7"),
            OwnLabel::plain(3, "Old", "8"),
        ]);
        let theirs = LabelSet::plain(&[OwnLabel::plain(1, "New", "8"), OwnLabel::plain(2, "frame", "9")]);
        let both = ours.replaced_by(&theirs, |id| id == LabelId(3));
        let all: Vec<_> = both.labels.iter().map(|l| (l.id.0, l.name.as_str(), l.key.as_str())).collect();
        assert_eq!(all, [(4, "New", "8"), (1, "frame", "9"), (3, "Old", "")]);
        assert_eq!(both.check(), Ok(()));
    }
}
