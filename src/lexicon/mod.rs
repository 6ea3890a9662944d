//! Word lists, kept as plain data files in `data/` and compiled into finite state maps at build time.
//!
//! Each list's header names its source, licence and count; `build.rs` refuses a list whose header does not hold. Entries
//! are in lower case with the straight apostrophe; an entry of several words has one space between them.
//!
//! [`vocabulary_tags`] tells of one word, by a hash map, which lists it is in; a [`Lexicon`] has the tags and the longer entries
//! of one list.

mod list;
mod look_up;

pub use compiled::*;
pub use list::Lexicon;
pub use look_up::vocabulary_tags;

mod compiled {
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}
