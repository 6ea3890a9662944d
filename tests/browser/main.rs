//! What needs a browser, run in headless Chromium by wasm-bindgen-test: one file for each part of the program.
#![cfg(target_arch = "wasm32")]

use scarequote::extract::extract;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_core_runs_in_a_browser() {
    assert!(extract("").quotes.is_empty());
}
