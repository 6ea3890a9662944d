//! The page's door: starts the app. Trunk builds it for wasm32.

fn main() {
    #[cfg(target_arch = "wasm32")]
    scarequote::app::start();
}
