use super::window;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;

/// The SHA-256 of `bytes` in hexadecimal digits; nothing where the browser does not make it, as on a page that came without HTTPS.
pub async fn sha256(bytes: &Uint8Array) -> Option<String> {
    let digest = window().crypto().ok()?.subtle().digest_with_str_and_js_u8_array("SHA-256", bytes).ok()?;
    let digest = Uint8Array::new(&JsFuture::from(digest).await.ok()?).to_vec();
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Some(digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect())
}
