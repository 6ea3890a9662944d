//! What comes from other pages: an address to fetch, a page that a bookmark sends, a text in the page's own address.

use super::{page, window};
use gloo_events::EventListener;
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, MessageEvent, Url, UrlSearchParams};

/// Something that came from another page.
#[derive(Clone, Debug)]
pub enum FromWeb {
    /// The bytes at an address.
    Fetched(String, Uint8Array),
    /// An address that was not fetched, and why, if more is known than that the site does not allow it.
    Unfetched(String, String),
}

/// Waits for what other pages send, and fetches addresses.
///
/// Fetching is done by `fetch.html`, a frame that knows an address and nothing else: this page's policy lets it reach no other origin,
/// so that no article can leave it.
pub struct Web {
    asked: RefCell<Option<(String, HtmlIFrameElement)>>,
    /// The page that opened this one may send itself: once.
    invites: Cell<bool>,
}

thread_local! {
    static WEB: Web = const { Web { asked: RefCell::new(None), invites: Cell::new(false) } };
}

impl Web {
    /// Listens; tells the page that opened this one, if its bookmark did, that it may send itself.
    pub fn listen(tell: impl Fn(FromWeb) + 'static) -> EventListener {
        let listener = EventListener::new(&window(), "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>()
                && let Some(came) = WEB.with(|web| web.hear(event))
            {
                tell(came);
            }
        });
        if param("from").as_deref() == Some("page")
            && let Ok(opener) = window().opener()
            && !opener.is_null()
        {
            WEB.with(|web| web.invites.set(true));
            forget_params(); // a reload does not ask again
            // A window of another origin is no instance of this one's class.
            let _ = opener.unchecked_ref::<web_sys::Window>().post_message(&"scarequote: ready".into(), "*");
        }
        listener
    }

    /// Fetches `address`, in place of what was being fetched.
    pub fn fetch(address: &str) {
        WEB.with(|web| {
            web.drop_frame();
            let frame =
                page().create_element("iframe").ok().and_then(|e| e.dyn_into::<HtmlIFrameElement>().ok());
            if let (Some(frame), Some(body)) = (frame, page().body()) {
                frame.set_hidden(true);
                frame.set_src("./fetch.html");
                let _ = body.append_child(&frame);
                web.asked.replace(Some((address.to_owned(), frame)));
            }
        });
    }

    /// Gives up what is being fetched.
    pub fn stop() {
        WEB.with(|web| drop(web.drop_frame()));
    }

    fn drop_frame(&self) -> Option<String> {
        let (address, frame) = self.asked.take()?;
        frame.remove();
        Some(address)
    }

    fn hear(&self, event: &MessageEvent) -> Option<FromWeb> {
        let data = event.data();
        let field = |name: &str| Reflect::get(&data, &name.into()).ok().filter(|value| !value.is_undefined());
        let opener = window().opener().unwrap_or(JsValue::NULL);
        let source = event.source().map(JsValue::from).unwrap_or(JsValue::NULL);
        if !opener.is_null() && source == opener && self.invites.get() {
            let (html, address) = (field("html")?.as_string()?, field("address")?.as_string()?);
            self.invites.set(false);
            return Some(FromWeb::Fetched(address, Uint8Array::from(html.as_bytes())));
        }
        let frame = self.asked.borrow().as_ref()?.1.content_window()?;
        if source != JsValue::from(frame.clone()) {
            return None;
        }
        if data.as_string().is_some() {
            let message = Object::new();
            let address = self.asked.borrow().as_ref()?.0.clone();
            let _ = Reflect::set(&message, &"fetch".into(), &address.into());
            let _ = frame.post_message(&message, &window().location().origin().ok()?);
            return None;
        }
        let (fetched, why) = (field("fetched"), field("unfetched"));
        let address = self.drop_frame()?;
        Some(match fetched.and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok()) {
            Some(bytes) => FromWeb::Fetched(address, bytes),
            None => FromWeb::Unfetched(address, why.and_then(|why| why.as_string()).unwrap_or_default()),
        })
    }
}

/// A value in the page's address, behind `?` or `#`: `text`, `url`, `from`.
pub fn param(name: &str) -> Option<String> {
    let location = window().location();
    let parts = [location.search().ok()?, location.hash().ok()?];
    let find = |part: &String| UrlSearchParams::new_with_str(part.trim_start_matches('#')).ok()?.get(name);
    parts.iter().find_map(find).filter(|value| !value.trim().is_empty())
}

/// Takes what was read from the page's address out of it, so that a reload does not open it again.
pub fn forget_params() {
    let path = window().location().pathname().unwrap_or_default();
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&path)));
}

/// A bookmark's address that sends the page on which it is used to this page.
pub fn bookmarklet() -> String {
    let here = window().location();
    let (origin, path) = (here.origin().unwrap_or_default(), here.pathname().unwrap_or_default());
    format!(
        "javascript:(()=>{{const w=open('{origin}{path}?from=page');addEventListener('message',e=>{{\
         if(e.source===w&&e.data==='scarequote: ready')w.postMessage({{html:document.documentElement.outerHTML,\
         address:location.href}},'{origin}')}})}})()"
    )
}

/// `typed` as an address that can be fetched.
pub fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::new(&whole).ok()?;
    (matches!(url.protocol().as_str(), "http:" | "https:") && url.hostname().contains('.'))
        .then(|| url.href())
}
