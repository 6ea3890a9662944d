//! The published JSON Schemas are those of the types. `UPDATE_SCHEMAS=1 cargo test --test schema` writes them anew.
#![cfg(not(target_arch = "wasm32"))] // files and programs
#![allow(clippy::unwrap_used)] // a test may fail

use scarequote::extract::Extraction;
use scarequote::formats::labels::LabelFile;
use scarequote::formats::scarequote::File;
use std::{env, fs};

fn is_current(name: &str, schema: schemars::Schema) {
    let path = format!("{}/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let json = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if env::var_os("UPDATE_SCHEMAS").is_some() {
        fs::write(&path, &json).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == json,
        "schema/{name}.schema.json is out of date: UPDATE_SCHEMAS=1 cargo test --test schema"
    );
}

#[test]
fn the_schema_of_annotation_files_is_current() {
    is_current("scarequote-1", schemars::schema_for!(File));
}

#[test]
fn the_schema_of_sets_of_labels_is_current() {
    is_current("labels-1", schemars::schema_for!(LabelFile));
}

#[test]
fn the_schema_of_extractions_is_current() {
    is_current("extraction", schemars::schema_for!(Extraction));
}
