//! The door of the reader of PDF files, which is large: a page loads it only when such a file comes in. Trunk builds it for wasm32.

fn main() {
    #[cfg(target_arch = "wasm32")]
    reader::listen();
}

#[cfg(target_arch = "wasm32")]
mod reader {
    use js_sys::Uint8Array;
    use scarequote::browser::{Posted, listen as hear, say};
    use scarequote::document::Document;
    use scarequote::load::{Found, pdf};
    use wasm_bindgen::JsCast;

    /// Answers each message `["load", name, bytes]`. See `scarequote::browser::Backstage`.
    pub(crate) fn listen() {
        hear(|job| {
            let name = job.get(1).as_string().unwrap_or_default();
            let bytes = job.get(2).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
            match pdf(&bytes) {
                Ok(incoming) => {
                    let mut posted = Posted::default();
                    posted.add("article", &Document::new(Found::new(&name, &bytes, incoming).article()));
                    posted.post();
                }
                Err(problem) => say("refused", &problem.to_string().into()),
            }
        });
    }
}
