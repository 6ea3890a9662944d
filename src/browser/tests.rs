//! What crosses the files of this module, in a real browser.

use super::*;
use crate::document::tagging::{Tag, tag};
use crate::document::{Article, Document, Place};
use crate::extract::Category;
use crate::text::Span;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{File, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

fn file(name: &str, bytes: &[u8]) -> File {
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name).unwrap()
}

async fn opened(name: &str, bytes: &[u8]) -> Result<String, String> {
    read_file(&file(name, bytes)).await.map(|opened| match opened {
        Opened::Text(title, text, _) => format!("{title}: {text}"),
        Opened::Annotations(json) => json,
        Opened::Bytes(bytes) => format!("{} bytes", bytes.length()),
    })
}

#[wasm_bindgen_test]
async fn texts_are_read_and_the_rest_is_left_to_the_reader() {
    assert_eq!(opened("a.b.txt", "é𝄞".as_bytes()).await, Ok("a.b: é𝄞".into()));
    assert_eq!(opened("a.txt", b"\xef\xbb\xbfone").await, Ok("a: one".into()));
    assert_eq!(opened("a.txt", b"caf\xe9 \x93q\x94").await, Ok("8 bytes".into()));
    assert_eq!(opened("a.txt", b"\xff\xfeh\0i\0").await, Ok("a: hi".into()));
    assert_eq!(opened("a.scarequote.json", b"{}").await, Ok("{}".into()));
    assert_eq!(opened("a.JSON", b"[]").await, Ok("2 bytes".into()));
    assert_eq!(opened("a.png", b"\x89PNG\0\0").await, Ok("6 bytes".into()));
}

#[wasm_bindgen_test]
async fn a_hash_is_made_of_bytes() {
    let made = Rc::new(RefCell::new(String::new()));
    let told = made.clone();
    sha256(Uint8Array::from(&b"abc"[..]), Box::new(move |hash| drop(told.replace(hash))));
    TimeoutFuture::new(100).await;
    assert_eq!(*made.borrow(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

fn on_page() -> (HtmlElement, ArticleView) {
    let frame: HtmlElement = page().create_element("div").unwrap().unchecked_into();
    let root = page().create_element("div").unwrap();
    frame.append_child(&root).unwrap();
    page().body().unwrap().append_child(&frame).unwrap();
    (frame.clone(), ArticleView::new(frame, root))
}

#[wasm_bindgen_test]
async fn the_selection_is_read_and_set_in_bytes() {
    let (frame, view) = on_page();
    let document = Rc::new(Document::new(Article::new("Ä “𝄞 one” two.\n\nThree.")));
    let article = &document.article;
    view.present(Scene { document: document.clone(), visible: Rc::default(), picked: None, here: None });
    TimeoutFuture::new(30).await;
    let words = Span::new(article.text.find("one").unwrap(), article.text.find("Three").unwrap() + 5);
    view.select(Some(words));
    assert_eq!(view.selection(), Some((words.start, words.end)));
    view.select(None);
    assert_eq!(view.selection(), None);
    frame.remove();
}

#[wasm_bindgen_test]
async fn highlights_follow_the_document_and_leave_the_text_alone() {
    let (frame, view) = on_page();
    assert!(view.can_draw());
    let mut document = Document::new(Article::new("One two three."));
    let done = tag(&document, Span::new(4, 7), Tag::Bias(Category::Doubt), None).unwrap();
    done.edit.apply(&mut document).unwrap();
    let markup = |frame: &HtmlElement| frame.inner_html();
    let place: Place = done.select.unwrap();
    let bare = Scene { document: Rc::new(document), visible: Rc::default(), picked: None, here: None };
    assert!(view.present(bare.clone()));
    TimeoutFuture::new(30).await;
    let before = markup(&frame);
    let scene = Scene { visible: Rc::new(vec![place.id]), picked: Some(place), ..bare.clone() };
    // At once, so that the next frame has it.
    assert!(view.present(scene.clone()));
    assert_eq!((drawn("loaded"), drawn("picked-part")), (1, 1));
    assert!(!view.present(scene));
    view.hover(Some(5));
    assert_eq!(drawn("hover"), 1);
    assert!(view.present(bare));
    assert_eq!((drawn("loaded"), drawn("picked-part")), (0, 0));
    assert_eq!(markup(&frame), before);
    frame.remove();
}

/// How many ranges are drawn in an ink.
fn drawn(ink: &str) -> u32 {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap();
    let registry = get(&get(&js_sys::global(), "CSS"), "highlights");
    let by_name: js_sys::Function = get(&registry, "get").unchecked_into();
    let highlight = by_name.call1(&registry, &ink.into()).unwrap();
    get(&highlight, "size").as_f64().unwrap() as u32
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_start_says_so_and_is_tried_again() {
    let answers: Rc<std::cell::RefCell<Vec<Answer>>> = Rc::default();
    let heard = answers.clone();
    // The test page has no worker file.
    let backstage = Backstage::new(move |answer| heard.borrow_mut().push(answer));
    for count in 1..3 {
        backstage.ask(Job::Read("a.json".into(), "{}".into()));
        for _ in 0..100 {
            if answers.borrow().len() == count {
                break;
            }
            TimeoutFuture::new(20).await;
        }
        assert!(
            matches!(&answers.borrow()[..], [.., Answer::Failed(Job::Read(..), _)]),
            "{:?}",
            answers.borrow()
        );
    }
}

#[wasm_bindgen_test]
fn letters_are_whole() {
    let text = "ae\u{301} 👩‍👩‍👧🇳🇴 नमस्ते";
    let mut at = 0;
    let mut letters = Vec::new();
    while let Some(to) = letter(text, at, true) {
        letters.push(text[at..to].trim());
        at = to;
    }
    assert_eq!(letters[..4], ["a", "e\u{301}", "👩‍👩‍👧", "🇳🇴"]);
    assert_eq!(at, text.len());
    let mut back = 0;
    while let Some(to) = letter(text, at, false) {
        assert!(to < at && text.is_char_boundary(to));
        (at, back) = (to, back + 1);
    }
    assert_eq!((at, back), (0, letters.len()));
}
