//! The page's door: starts the app. Trunk builds it for wasm32.
fn main() {
    #[cfg(target_arch = "wasm32")]
    let _ = js_sys::global().clone(); // wasm-bindgen stops at a program that names no value of JavaScript's
}
