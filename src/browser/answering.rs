//! The other side of [`Backstage`](super::Backstage): how a program in a worker hears of jobs, and answers.

use super::BUILD;
use crate::document::packed::{pack_document, pack_labels};
use crate::document::{Document, LabelSet};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::File;

/// Calls `answer` with each job, a list of its name and what belongs to it; and tells the page that the program runs.
pub fn listen(answer: impl Fn(&Array) + 'static) {
    let hear = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        if let Some(job) = field(&event, "data").and_then(|data| data.dyn_into::<Array>().ok()) {
            answer(&job);
        }
    });
    // Not through web-sys's worker scope: the benchmark runs the core in Node, which has none.
    if let Some(listen) = function("addEventListener") {
        let _ = listen.call2(&js_sys::global(), &"message".into(), hear.as_ref());
    }
    hear.forget();
    say("ready", &BUILD.into());
}

/// Tells the page `{name: value}`.
pub fn say(name: &str, value: &JsValue) {
    let message = Object::new();
    let _ = Reflect::set(&message, &name.into(), value);
    post(&message);
}

fn post(message: &JsValue) {
    if let Some(post) = function("postMessage") {
        let _ = post.call1(&js_sys::global(), message);
    }
}

fn function(name: &str) -> Option<Function> {
    field(&js_sys::global(), name).and_then(|function| function.dyn_into().ok())
}

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// What a file holds, for the page: see [`Loaded`](super::Loaded).
#[derive(Default)]
pub struct Posted {
    loaded: Array,
    failed: Array,
    pdfs: Array,
    /// The table, packed.
    pub table: Option<String>,
    /// The encoding that was guessed.
    pub guess: Option<&'static str>,
}

impl Posted {
    /// A document and the kind of session entry that it makes.
    pub fn add(&mut self, kind: &str, document: &Document) {
        let title = document.article.about.title.as_str();
        self.loaded.push(&Array::of3(&kind.into(), &title.into(), &pack_document(document).into()));
    }

    /// A set of labels.
    pub fn labels(&mut self, set: &LabelSet) {
        self.loaded.push(&Array::of3(&"labels".into(), &set.name.as_str().into(), &pack_labels(set).into()));
    }

    /// A part that could not be read, and why.
    pub fn fail(&mut self, name: &str, why: &str) {
        self.failed.push(&Array::of2(&name.into(), &why.into()));
    }

    /// A PDF file, to be read by the program for those.
    pub fn pdf(&mut self, name: &str, bytes: &[u8]) {
        let file = File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name);
        self.pdfs.extend(file);
    }

    /// Tells the page.
    pub fn post(self) {
        let message = Object::new();
        for (name, value) in [("loaded", &self.loaded), ("failed", &self.failed), ("pdfs", &self.pdfs)] {
            let _ = Reflect::set(&message, &name.into(), value);
        }
        for (name, value) in [("table", self.table.as_deref()), ("guess", self.guess)] {
            let _ = Reflect::set(&message, &name.into(), &value.map(JsValue::from).unwrap_or_default());
        }
        post(&message);
    }
}
