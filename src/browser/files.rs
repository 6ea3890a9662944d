use super::{message, page};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlAnchorElement, TextDecoder, TextDecoderOptions, Url};

/// A larger file is not read: nothing of that size is an article.
const LIMIT: f64 = 64e6;

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub enum Opened {
    /// A text, with the file's name without its ending.
    Text(String, String),
    /// An annotation file, or JSON that claims to be one.
    Annotations(String),
}

/// Reads a file that a person picked or dropped.
///
/// # Errors
/// A sentence for the screen: too large, not readable, or of a kind that is no text.
pub async fn read_file(file: &File) -> Result<Opened, String> {
    let name = file.name();
    if file.size() > LIMIT {
        return Err(format!("“{name}” is larger than 64 MB. Open a file with one article in it."));
    }
    let unreadable = |e: JsValue| format!("“{name}” could not be read: {}", message(&e));
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(unreadable)?;
    let text = decode(&Uint8Array::new(&bytes).to_vec());
    if text.contains('\0') {
        return Err(format!(
            "“{name}” is not a text file. Open a .txt or a .scarequote.json file, or paste the text."
        ));
    }
    if name.to_ascii_lowercase().ends_with(".json") {
        return Ok(Opened::Annotations(text));
    }
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    Ok(Opened::Text(stem.to_owned(), text))
}

/// UTF-8, or UTF-16 with a byte order mark; anything else is taken for Windows-1252, which has a letter for every byte.
fn decode(bytes: &[u8]) -> String {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let attempt = |label: &str| {
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    };
    let marked = match bytes {
        [0xff, 0xfe, ..] => attempt("utf-16le"),
        [0xfe, 0xff, ..] => attempt("utf-16be"),
        _ => None,
    };
    let text = marked.or_else(|| attempt("utf-8")).or_else(|| attempt("windows-1252"));
    text.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
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
