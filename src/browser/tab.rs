use super::window;

/// What this tab remembers across a reload: small strings, written at once.
///
/// Where the browser forbids it, nothing is remembered and nothing fails.
#[derive(Clone, Copy, Debug)]
pub struct Tab;

impl Tab {
    /// What was put there under this name.
    pub fn get(self, name: &str) -> Option<String> {
        storage()?.get_item(name).ok()?
    }

    /// Remembers a value; `None` forgets it.
    pub fn set(self, name: &str, value: Option<&str>) {
        if let Some(storage) = storage() {
            // A full or forbidden store is no reason to stop: the articles themselves are kept elsewhere.
            let _ = match value {
                Some(value) => storage.set_item(name, value),
                None => storage.remove_item(name),
            };
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok()?
}
