//! The page's door: starts the app. Trunk builds it for wasm32.

/// Half the size of the standard allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static TALC: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    #[cfg(target_arch = "wasm32")]
    scarequote::app::start();
}
