use super::{message, page};
use crate::formats::scarequote::is_annotation_file;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, TextDecoder, TextDecoderOptions, Url};

/// A larger file is not read: nothing of that size is an article.
const LIMIT: f64 = 64e6;

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub enum Opened {
    /// A text: the file's name without its ending, its words, and its bytes.
    Text(String, String, Uint8Array),
    /// An annotation file, or JSON that claims to be one.
    Annotations(String),
    /// Something else, for the reader.
    Bytes(Uint8Array),
}

/// Reads a file that a person picked or dropped.
///
/// # Errors
/// A sentence for the screen: too large, or not readable.
pub async fn read_file(file: &File) -> Result<Opened, String> {
    let name = file.name();
    if file.size() > LIMIT {
        return Err("It is larger than 64 MB. Open a file with fewer articles in it.".into());
    }
    let unreadable = |e: JsValue| format!("It could not be read: {}", message(&e));
    let bytes = Uint8Array::new(&JsFuture::from(file.array_buffer()).await.map_err(unreadable)?);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let text = match ending.to_ascii_lowercase().as_str() {
        "json" => decode(&bytes).filter(|text| is_annotation_file(&name, text)).map(Opened::Annotations),
        "txt" | "text" | "" => decode(&bytes).map(|text| Opened::Text(stem.to_owned(), text, bytes.clone())),
        _ => None,
    };
    Ok(text.unwrap_or(Opened::Bytes(bytes)))
}

/// UTF-8, or UTF-16 with a byte order mark; nothing when it is neither.
fn decode(bytes: &Uint8Array) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let label = match (bytes.at(0), bytes.at(1)) {
        (Some(0xff), Some(0xfe)) => "utf-16le",
        (Some(0xfe), Some(0xff)) => "utf-16be",
        _ => "utf-8",
    };
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_buffer_source(bytes).ok().filter(|text| !text.contains('\0'))
}

/// Offers `content` as a file to save.
///
/// # Errors
/// A sentence for the screen.
pub fn download(name: &str, content: &Blob) -> Result<(), String> {
    let failed = |e: JsValue| format!("The file could not be saved: {}", message(&e));
    let url = Url::create_object_url_with_blob(content).map_err(failed)?;
    let link = page().create_element("a").map_err(failed)?.unchecked_into::<HtmlAnchorElement>();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob after this turn; it is let go a minute later.
    gloo_timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}
