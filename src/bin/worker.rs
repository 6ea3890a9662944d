//! The worker's door: extraction away from the page's main thread. Trunk builds it for wasm32.

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::listen();
}

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::{Function, Object, Reflect};
    use scarequote::browser::BUILD;
    use scarequote::extract::{Extraction, extract_with_progress};
    use serde::Serialize;
    use serde_wasm_bindgen::Serializer;
    use wasm_bindgen::prelude::*;

    /// Finds quotes, speakers and bias markers in `text`.
    ///
    /// Returns the object of `schema/extraction.schema.json`; its offsets are Unicode code points into `text`.
    #[wasm_bindgen]
    #[allow(unreachable_pub)] // JavaScript reaches it
    pub fn extract(text: &str) -> Result<JsValue, JsError> {
        Ok(find(text, &mut |_| ()).serialize(&Serializer::json_compatible())?)
    }

    /// Answers each message, a text, with `{progress}` as the work goes on and `{found}` at its end: the extraction as JSON.
    pub(crate) fn listen() {
        let answer = Closure::<dyn FnMut(JsValue)>::new(|event: JsValue| {
            let Some(text) = field(&event, "data").and_then(|data| data.as_string()) else { return };
            let findings = find(&text, &mut |share| post("progress", &share.into()));
            match serde_json::to_string(&findings) {
                Ok(json) => post("found", &json.into()),
                Err(error) => post("error", &error.to_string().into()),
            }
        });
        // Not through web-sys's worker scope: the benchmark runs this in Node, which has none.
        if let Some(listen) =
            field(&js_sys::global(), "addEventListener").and_then(|f| f.dyn_into::<Function>().ok())
        {
            let _ = listen.call2(&js_sys::global(), &"message".into(), answer.as_ref());
        }
        answer.forget();
        post("ready", &BUILD.into());
    }

    fn find(text: &str, progress: &mut dyn FnMut(f32)) -> Extraction {
        Extraction::new("article".into(), extract_with_progress(text, progress), text)
    }

    fn post(name: &str, value: &JsValue) {
        let message = Object::new();
        let _ = Reflect::set(&message, &name.into(), value);
        if let Some(post) =
            field(&js_sys::global(), "postMessage").and_then(|f| f.dyn_into::<Function>().ok())
        {
            let _ = post.call1(&js_sys::global(), &message);
        }
    }

    fn field(of: &JsValue, name: &str) -> Option<JsValue> {
        Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
    }
}
