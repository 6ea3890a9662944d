//! Any text, read as an annotation file: it is refused with a reason, or what is written of it reads back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scarequote::formats::scarequote::{read, write};

fuzz_target!(|json: &str| {
    if let Ok(document) = read(json) {
        assert_eq!(read(&write(&document)).as_ref(), Ok(&document));
    }
});
