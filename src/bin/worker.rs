//! The worker's door: extraction away from the page's main thread. Trunk builds it for wasm32.
fn main() {}
