//! The worker's door: extraction away from the page's main thread. Trunk builds it for wasm32.

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::listen();
}

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::Array;
    use scarequote::browser::{listen as hear, say};
    use scarequote::document::packed::{
        pack_document, pack_findings, unpack_document, unpack_labels, unpack_structure,
    };
    use scarequote::extract::{Extraction, Structure, extract as find, extract_structured};
    use scarequote::formats::labels;
    use scarequote::formats::scarequote::{read, write};
    use serde::Serialize;
    use serde_wasm_bindgen::Serializer;
    use wasm_bindgen::prelude::*;
    use web_sys::{Blob, BlobPropertyBag};

    /// Finds quotes, speakers and bias markers in `text`.
    ///
    /// Returns the object of `schema/extraction.schema.json`; its offsets are Unicode code points into `text`.
    #[wasm_bindgen]
    #[allow(unreachable_pub)] // JavaScript reaches it
    pub fn extract(text: &str) -> Result<JsValue, JsError> {
        Ok(Extraction::new("article".into(), find(text), text).serialize(&Serializer::json_compatible())?)
    }

    /// Answers each message, the name of a job and a text, and for a search what is known of the text. See `scarequote::browser::Backstage`.
    pub(crate) fn listen() {
        hear(|message| {
            let [job, text, more] = [0, 1, 2].map(|place| message.get(place).as_string());
            let (Some(job), Some(text), more) = (job, text, more.unwrap_or_default()) else { return };
            match &*job {
                "search" => match search(&text, &more) {
                    Ok(found) => post("found", &found),
                    Err(why) => post("error", &why),
                },
                "read" => match read(&text) {
                    Ok(document) => post("read", &pack_document(&document)),
                    Err(problem) => post("refused", &problem.to_string()),
                },
                "write labels" => match unpack_labels(&text) {
                    Ok(set) => say("written", &file(&labels::write(&set))),
                    Err(why) => post("error", &why),
                },
                "write" => match unpack_document(&text) {
                    Ok(document) => say("written", &file(&write(&document))),
                    Err(why) => post("error", &why),
                },
                _ => {}
            }
        });
    }

    /// The findings in `text`, packed, telling how far it is.
    fn search(text: &str, structure: &str) -> Result<String, String> {
        let (blocks, aside) = unpack_structure(structure)?;
        let structure = Structure { blocks: &blocks, aside: aside.as_deref() };
        let found = extract_structured(text, &structure, &mut |share| say("progress", &share.into()));
        Ok(pack_findings(text, found))
    }

    /// A file for the page to save: made here, so that the page need not hold its text.
    fn file(content: &str) -> JsValue {
        let options = BlobPropertyBag::new();
        options.set_type("application/json");
        Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options)
            .map_or_else(|e| e, Into::into)
    }

    fn post(name: &str, text: &str) {
        say(name, &text.into());
    }
}
