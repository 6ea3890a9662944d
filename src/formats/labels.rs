//! A set of labels as a file of its own, `NAME.labels.json`, to give to others.
//!
//! The JSON Schema is `schema/labels-1.schema.json`; the labels are written as in an annotation file.

use super::scarequote::{LabelRecord, LabelSetRecord, Problem};
use crate::document::{Attribute, COLOURS, LabelId, LabelSet, OwnLabel};
use serde::{Deserialize, Serialize};

/// The end of such a file's name.
pub const EXTENSION: &str = ".labels.json";

/// What `format` says in such a file.
const FORMAT: &str = "scarequote-labels";

/// A set of labels.
#[derive(Debug, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LabelFile {
    /// Always `scarequote-labels`.
    pub format: String,
    /// The version of the format: 1.
    pub version: u64,
    /// What the set is called.
    #[serde(default)]
    pub name: String,
    /// Its labels, in the order in which they are shown.
    pub labels: Vec<LabelRecord>,
}

/// Whether a JSON file whose text begins with `head` is a set of labels.
pub fn is_label_file(head: &str) -> bool {
    let head: String = head.chars().filter(|c| !c.is_whitespace()).take(200).collect();
    head.contains("\"format\":\"scarequote-labels\"")
}

/// Reads a set of labels.
///
/// # Errors
/// [`Problem`]: what is wrong with the file.
pub fn read(json: &str) -> Result<LabelSet, Problem> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let file: LabelFile = serde_json::from_str(json).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => Problem::Wrong(error.to_string()),
        _ => Problem::Damaged(error.to_string()),
    })?;
    match file.version {
        _ if file.format != FORMAT => Err(Problem::Foreign),
        1 => label_set(&LabelSetRecord { name: file.name, labels: file.labels }).map_err(Problem::Wrong),
        newer => Err(Problem::Newer(newer)),
    }
}

/// The set as a file, one label a line.
pub fn write(set: &LabelSet) -> String {
    let LabelSetRecord { name, labels } = label_record(set);
    let labels: Vec<String> = labels.iter().map(json).collect();
    let (format, name, labels) = (json(&FORMAT), json(&name), labels.join(",\n  "));
    [
        "{\n\"format\": ",
        &format,
        ",\n\"version\": 1,\n\"name\": ",
        &name,
        ",\n\"labels\": [\n  ",
        &labels,
        "\n]\n}\n",
    ]
    .concat()
}

/// The value as JSON on one line. These types have string keys and whole numbers only, so it does not fail.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The set that a record tells of.
///
/// # Errors
/// A sentence: what is wrong with it.
pub(super) fn label_set(record: &LabelSetRecord) -> Result<LabelSet, String> {
    let label = |label: &LabelRecord| {
        let wrong = |why: &str| format!("the label “{}” {why}", label.name);
        let colour = COLOURS.iter().position(|name| *name == label.colour);
        Ok(OwnLabel {
            id: LabelId::parse(&label.id)
                .ok_or_else(|| wrong("has an id that is not written as l1, l2, …"))?,
            name: label.name.clone(),
            key: label.key.to_uppercase(),
            colour: colour.ok_or_else(|| wrong("has a colour that is not known"))? as u8,
            guideline: label.guideline.clone(),
            examples: label.examples.join("\n"),
            attributes: Attribute::parse(&label.attributes.join("\n")),
        })
    };
    let labels = record.labels.iter().map(label).collect::<Result<_, String>>()?;
    let set = LabelSet { name: record.name.clone(), labels };
    set.check().map(|()| set)
}

/// The record of a set.
pub(super) fn label_record(set: &LabelSet) -> LabelSetRecord {
    let label = |label: &OwnLabel| LabelRecord {
        id: label.id.to_string(),
        name: label.name.clone(),
        key: label.key.clone(),
        colour: COLOURS.get(usize::from(label.colour)).copied().unwrap_or_default().to_owned(),
        guideline: label.guideline.clone(),
        examples: label.examples.lines().map(str::to_owned).collect(),
        attributes: Attribute::write(&label.attributes).lines().map(str::to_owned).collect(),
    };
    LabelSetRecord { name: set.name.clone(), labels: set.labels.iter().map(label).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set() -> LabelSet {
        let label = OwnLabel {
            id: LabelId(2),
            name: "Frame: money".into(),
            key: "6".into(),
            colour: 5,
            guideline: "When the cost\nis the point.".into(),
            examples: "costs a fortune\nsaves money".into(),
            attributes: Attribute::parse("stance: for, against\nnote"),
        };
        LabelSet { name: "Frames".into(), labels: vec![label] }
    }

    #[test]
    fn a_set_comes_back() {
        let json = write(&set());
        assert!(is_label_file(&json));
        assert_eq!(read(&json), Ok(set()));
        assert_eq!(read(&json.replace("\"6\"", "\"f\"")).unwrap().labels[0].key, "F");
    }

    #[test]
    fn what_is_wrong_is_said() {
        let json = write(&set());
        let said = |json: &str| read(json).unwrap_err().to_string();
        assert!(said(&json[..60]).contains("damaged"));
        assert!(said(&json.replace("teal", "mauve")).contains("a colour that is not known"));
        assert!(said(&json.replace("\"l2\"", "\"2\"")).contains("an id"));
        assert!(said(&json.replace("\"version\": 1", "\"version\": 7")).contains("newer"));
        assert!(said(&json.replace("Frame: money", "")).contains("needs a name"));
        assert!(said(&json.replace("scarequote-labels", "x")).contains("not a Scarequote"));
        assert!(said("[]").contains("error"));
    }
}
