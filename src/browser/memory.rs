use super::window;
use web_sys::Storage;

/// What this tab remembers across a reload: small strings, written at once.
///
/// Where the browser forbids it, nothing is remembered and nothing fails.
#[derive(Clone, Copy, Debug)]
pub struct Tab;

/// What the browser remembers for all tabs, and after they are closed. As [`Tab`] in all else.
#[derive(Clone, Copy, Debug)]
pub struct Settings;

impl Tab {
    /// What was put there under this name.
    pub fn get(self, name: &str) -> Option<String> {
        get(window().session_storage().ok()?, name)
    }

    /// Remembers a value; `None` forgets it.
    pub fn set(self, name: &str, value: Option<&str>) {
        set(window().session_storage().ok().flatten(), name, value);
    }
}

impl Settings {
    /// What was put there under this name.
    pub fn get(self, name: &str) -> Option<String> {
        get(window().local_storage().ok()?, name)
    }

    /// Remembers a value; `None` forgets it.
    pub fn set(self, name: &str, value: Option<&str>) {
        set(window().local_storage().ok().flatten(), name, value);
    }
}

fn get(storage: Option<Storage>, name: &str) -> Option<String> {
    storage?.get_item(name).ok()?
}

fn set(storage: Option<Storage>, name: &str, value: Option<&str>) {
    let Some(storage) = storage else { return };
    // A full or forbidden store is no reason to stop: the articles themselves are kept elsewhere.
    let _ = match value {
        Some(value) => storage.set_item(name, value),
        None => storage.remove_item(name),
    };
}
