use super::window;
use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Calls `then` with the SHA-256 of `bytes` in hexadecimal digits; with nothing where the browser does not make it, as on a page that
/// came without HTTPS. The browser makes it beside.
pub fn sha256(bytes: Uint8Array, then: Box<dyn FnOnce(String)>) {
    let digest = window()
        .crypto()
        .and_then(|crypto| crypto.subtle().digest_with_str_and_js_u8_array("SHA-256", &bytes));
    spawn_local(async move {
        let digest = match digest {
            Ok(digest) => JsFuture::from(digest).await,
            Err(error) => Err(error),
        };
        let bytes = digest.map(|digest| Uint8Array::new(&digest).to_vec()).unwrap_or_default();
        let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        then(digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect());
    });
}
