//! What the tab and the browser remember, and under which names.

use crate::app::state::{Action, Comfort};
use crate::browser::Settings;

/// The names under which the tab remembers things.
pub(super) const SESSION: &str = "session";
pub(super) const VIEW: &str = "view";
pub(super) const TITLE: &str = "title";
pub(super) const DRAFT: &str = "draft";
pub(super) const PENDING: &str = "pending";
pub(super) const LETTERS_OFF: &str = "letters-off";
/// The name under which the browser remembers how much is marked.
pub(super) const SENSITIVITY: &str = "scarequote-sensitivity";

/// The labels that a person has made.
pub(super) const LABELS: &str = "scarequote-labels";

/// How a person likes to read.
pub(super) const COMFORT: &str = "scarequote-comfort";

/// A person's own keys.
pub(super) const KEYMAP: &str = "scarequote-keys";

/// What the browser remembers of how much is marked. Also asked when another tab has changed it.
pub(super) fn remembered() -> impl Iterator<Item = Action> {
    let keys = Action::OwnKeys(Settings.get(KEYMAP).unwrap_or_default());
    let labels = Settings.get(LABELS).map(Action::OwnLabels);
    let comfort = Settings.get(COMFORT).map(|packed| Action::Comfort(Comfort::unpack(&packed)));
    Settings.get(SENSITIVITY).map(Action::Remembered).into_iter().chain([keys]).chain(comfort).chain(labels)
}
