use super::window;
use futures::channel::oneshot;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &Object, callback: &Function) -> Promise;
}

/// How often a lock is asked for, 50 ms apart.
const TRIES: usize = 5;

/// Says that this tab works on something. The browser lets go of it when the tab is closed or crashes.
pub(super) struct Lock {
    release: Option<Function>,
}

impl Lock {
    /// Takes the lock of that name; `None` when another tab holds it.
    ///
    /// Where the browser has no locks (a page that is not served securely), there is nothing to hold, and it succeeds.
    pub(super) async fn take(name: &str) -> Option<Lock> {
        let Some(locks) = manager() else { return Some(Lock { release: None }) };
        for _ in 0..TRIES {
            let lock = Self::try_take(&locks, name).await;
            if lock.is_some() {
                return lock;
            }
            // The page before a reload, or a session that was just closed, lets go a moment later.
            TimeoutFuture::new(50).await;
        }
        None
    }

    async fn try_take(locks: &LockManager, name: &str) -> Option<Lock> {
        let (answer, answered) = oneshot::channel();
        let mut answer = Some(answer);
        let callback = Closure::wrap(Box::new(move |lock: JsValue| -> JsValue {
            let mut release = None;
            // The lock is held for as long as this promise is open.
            let held = Promise::new(&mut |resolve, _| release = Some(resolve));
            let got = !lock.is_null() && !lock.is_undefined();
            if let Some(answer) = answer.take() {
                let _ = answer.send(release.filter(|_| got));
            }
            if got { held.into() } else { JsValue::UNDEFINED }
        }) as Box<dyn FnMut(JsValue) -> JsValue>);
        let options = Object::new();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
        let _ = locks.request(name, &options, callback.as_ref().unchecked_ref());
        let release = answered.await.ok().flatten();
        drop(callback);
        release.map(|release| Lock { release: Some(release) })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

fn manager() -> Option<LockManager> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    (!locks.is_undefined() && !locks.is_null()).then(|| locks.unchecked_into())
}
