//! Any bytes, read as a text: extraction does not panic, and its findings keep the laws.
#![no_main]

#[path = "../../tests/laws/check.rs"]
mod check;

use libfuzzer_sys::fuzz_target;
use scarequote::extract::extract;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Err(why) = check::check(&text, &extract(&text)) {
        panic!("{why}\nin {text:?}");
    }
});
