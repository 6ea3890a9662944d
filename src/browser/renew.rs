use super::window;
use std::arch::wasm32::memory_size;

/// An article of some hundred kilobytes needs more than this, in bytes.
const MUCH: usize = 16 << 20;

/// Loads the page anew if it has needed much memory: a WebAssembly program cannot give back what it once had. Nothing of what the page shows
/// may be needed any more.
pub fn renew() {
    if memory_size::<0>() * 65_536 > MUCH {
        let _ = window().location().reload();
    }
}
