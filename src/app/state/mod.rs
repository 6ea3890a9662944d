//! What the app knows, and how it changes: [`State::apply`] takes an [`Action`] and returns the [`Effect`]s to carry out.
//!
//! Nothing here touches a browser, so that every flow can be tested natively.

mod action;
mod caret;
mod comfort;
mod command;
mod correcting;
mod edits;
mod effect;
mod export;
mod filter;
mod finding;
mod going;
mod guess;
mod intake;
mod keymap;
mod keys;
mod labelling;
mod labels;
mod opening;
mod own;
mod pending;
mod review;
mod screen;
mod searching;
mod sensitivity;
mod session;
mod source;

#[cfg(test)]
mod tests;

pub use action::{Action, Dialog, Notice, Pane, Recent};
pub use caret::{Caret, Motion, snap};
pub use comfort::{Comfort, SETTINGS, Setting};
pub use command::{Command, Group, Run, command_of, commands, matching};
pub use effect::{Effect, Focus};
pub use filter::{Filter, Layer};
pub use finding::Find;
pub use going::Jump;
pub use guess::Guess;
pub use intake::{Arrival, Intake, Table};
pub use keymap::Keymap;
pub use keys::{Key, Zone, action_for};
pub use labelling::{Everywhere, tag_of};
pub use labels::{EPISTEMIC, LOADED, Label, QUOTE_LABELS, label_of};
pub use pending::Pending;
pub use review::Review;
pub use screen::View;
pub use sensitivity::Sensitivity;
pub use session::{Entry, Packed, Session};

use searching::Again;

use crate::document::tagging::Tag;
use crate::document::{Document, Id, LabelSet, Place};
use crate::extract::Boilerplate;
use crate::measure::Summary;
use crate::text::Span;
use std::cell::OnceCell;
use std::rc::Rc;

/// In how many parts the summary cuts the article.
pub const PARTS: usize = 40;

/// So many annotations are put into the order of the text one by one; more are sorted.
const FEW: usize = 16;

/// Everything that the screen shows follows from this.
#[derive(Debug, Default)]
pub struct State {
    /// The article being worked on; `None` on the start screen.
    pub session: Option<Session>,
    /// What is being looked for in the article.
    pub search: Search,
    /// What the search that is running is for, when it is not the first one.
    again: Option<Again>,
    /// The annotations that pass the filter, in the order of the text.
    pub visible: Rc<Vec<Id>>,
    /// What the document adds up to, once somebody has asked.
    summary: OnceCell<Summary>,
    /// The canonical names of all speakers, sorted, once somebody has asked.
    speakers: OnceCell<Rc<Vec<String>>>,
    /// Which annotations are shown.
    pub filter: Filter,
    /// How much the page marks.
    pub sensitivity: Rc<Sensitivity>,
    /// The words that the last thing done was to ignore always: undo takes that back.
    pub ignored: Option<String>,
    /// The palette shows the labels of the epistemic tier too.
    pub all_labels: bool,
    /// The span that is picked.
    pub selected: Option<Place>,
    /// The words that are selected in the text, to be labelled.
    pub words: Option<Span>,
    /// The words under the keyboard, when choosing by keyboard.
    pub caret: Option<Caret>,
    /// The speaker's name while it is being typed.
    pub naming: Option<String>,
    /// The text typed on the start screen.
    pub draft: String,
    /// Earlier articles that can be taken up again.
    pub recent: Rc<Vec<Recent>>,
    /// What there is to tell.
    pub notice: Option<Notice>,
    /// Why work is not being saved; stays on the screen.
    pub unsaved: Option<String>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// What is being looked for by the person.
    pub find: Find,
    /// The label that was given last.
    pub last_tag: Option<Tag>,
    /// The label that whatever is selected is given.
    pub sticky: Option<Tag>,
    /// How far the person is with the suggestions, who goes through them one by one.
    pub review: Option<Review>,
    /// Which key does what.
    pub keymap: Keymap,
    /// The labels that the person has made last, for all articles.
    pub own_labels: Rc<LabelSet>,
    /// How the person likes to read.
    pub comfort: Comfort,
    /// Letters and marks on their own do nothing: for those who speak to their computer.
    pub letters_off: bool,
    /// Files that are being read.
    pub intake: Intake,
    /// The address that is being fetched.
    pub fetching: Option<String>,
    /// The part that a narrow screen shows.
    pub pane: Pane,
    /// True until it is known whether there is an article to take up again.
    pub starting: bool,
}

/// How far the core is with the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Search {
    /// It has not been asked.
    #[default]
    Idle,
    /// It is at work; the share that is done, 0 to 1.
    Running(f32),
    /// It has answered.
    Done,
    /// A person stopped it.
    Stopped,
    /// It could not answer: why.
    Failed(String),
}

impl State {
    /// The state before anything is known.
    pub fn new() -> Self {
        Self { starting: true, ..Self::default() }
    }

    /// The document being worked on.
    pub fn document(&self) -> Option<&Rc<Document>> {
        self.session.as_ref().map(|session| &session.document)
    }

    /// Where the person is in the text: the words chosen, or those under the caret.
    pub fn here(&self) -> Option<Span> {
        self.words.or(self.caret.map(Caret::words))
    }

    /// What is set aside where the person is.
    pub fn aside(&self) -> Option<&Boilerplate> {
        self.document()?.article.aside_at(self.here()?.start)
    }

    /// Changes the state and returns what is to be done about it, in order.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Started(recent) => {
                self.starting = false;
                self.recent = Rc::new(recent);
                vec![]
            }
            Action::Recent(recent) => {
                self.recent = Rc::new(recent);
                vec![]
            }
            Action::Closed => {
                let busy = self.session.is_some()
                    || self.dialog.is_some()
                    || self.fetching.is_some()
                    || self.unsaved.is_some()
                    || self.intake != Intake::default();
                if busy { vec![] } else { vec![Effect::Renew] }
            }
            Action::Restore(saved, view) => self.restore(saved, view),
            Action::OpenText { title, text } => self.open_text(title, text),
            Action::OpenArticle(packed, plain) => self.open_article(packed, plain),
            Action::OpenFile(name, json) => vec![Effect::Read(name, json)],
            Action::Arrive(arrival) => self.arrive(arrival),
            Action::Fetch(address) => {
                self.fetching = Some(address.clone());
                vec![Effect::Fetch(address)]
            }
            Action::Unfetched(address, why) => self.unfetched(&address, &why),
            Action::Opened(packed) => self.opened(packed),
            Action::Resume(key) => vec![Effect::Load(key)],
            Action::Forget(key) => {
                self.dialog = None;
                vec![Effect::Forget(key)]
            }
            Action::Draft(text) => {
                self.draft = text;
                vec![Effect::SaveDraft]
            }
            Action::New => self.close(),
            Action::Progress(share) => {
                if let Search::Running(done) = &mut self.search {
                    *done = done.max(share);
                }
                vec![]
            }
            Action::Found(json) => self.found(json),
            Action::Hashed(text, source) => self.hashed(&text, source),
            Action::SearchFailed(why) => {
                self.search = Search::Failed(why);
                vec![]
            }
            Action::Stop => {
                self.search = Search::Stopped;
                vec![Effect::Stop]
            }
            Action::Search => self.search(),
            Action::Filter(filter) => {
                self.filter = filter;
                self.refresh();
                vec![Effect::SaveView]
            }
            Action::Pane(pane) => {
                self.pane = pane;
                vec![Effect::SaveView, Effect::Redraw]
            }
            Action::Dialog(None) if self.dialog == Some(Dialog::Intake) => self.leave_intake(),
            Action::Dialog(dialog) => {
                // What was wrong in the one before has been read.
                let leaves = self.dialog.is_some();
                self.notice.take_if(|notice| leaves && notice.problem);
                self.dialog = dialog;
                vec![]
            }
            Action::Dismiss => {
                self.notice = None;
                vec![]
            }
            Action::Tell(notice) => {
                self.notice = Some(notice);
                vec![]
            }
            Action::Unsaved(why) => {
                self.unsaved = why;
                vec![]
            }
            Action::Export => self.export(),
            Action::Focus(focus) => self.focus(focus),
            Action::LettersOff(off) => {
                self.letters_off = off;
                vec![Effect::SaveKeys(off)]
            }
            Action::SearchAgain => self.search_again(),
            Action::Comfort(comfort) => {
                self.comfort = comfort;
                vec![Effect::Comfort, Effect::Redraw]
            }
            Action::SetKey(id, key) => self.set_key(|keymap| keymap.set(id, key.as_deref())),
            Action::ResetKeys => self.set_key(|keymap| *keymap = Keymap::default()),
            Action::OwnKeys(packed) => {
                self.keymap = Keymap::unpack(&packed);
                vec![]
            }
            Action::Run(id) => {
                let covered = self.dialog.take().is_some();
                match command_of(id) {
                    Some(command) if covered && command.run.moves() => vec![Effect::Run(id)],
                    Some(command) => self.apply(command.run.action(false)),
                    None => vec![],
                }
            }
            Action::Remembered(packed) => {
                self.sensitivity = Rc::new(Sensitivity::unpack(&packed));
                self.refresh();
                vec![]
            }
            Action::Limit(categories, percent) => self.sense(|sensitivity| {
                categories.iter().for_each(|&category| sensitivity.set_limit(category, percent));
            }),
            Action::ResetLimits => self.sense(Sensitivity::reset_limits),
            Action::Heed(words) => {
                self.ignored = None;
                self.sense(|sensitivity| sensitivity.heed(&words))
            }
            Action::AllLabels(shown) => {
                self.all_labels = shown;
                vec![]
            }
            Action::ChooseFile => vec![Effect::ChooseFile],
            Action::Print(on) => vec![Effect::Print(on)],
            Action::Scrolled => vec![Effect::SaveView],
            Action::Resized => vec![Effect::Redraw],
            other => self.own(other),
        }
    }

    fn set_key(&mut self, change: impl FnOnce(&mut Keymap)) -> Vec<Effect> {
        change(&mut self.keymap);
        self.dialog = Some(Dialog::Keys(None));
        vec![Effect::SaveKeymap(self.keymap.pack())]
    }

    /// Changes how much is marked.
    pub(super) fn sense(&mut self, change: impl FnOnce(&mut Sensitivity)) -> Vec<Effect> {
        change(Rc::make_mut(&mut self.sensitivity));
        self.refresh();
        vec![Effect::SaveSensitivity(self.sensitivity.pack()), Effect::SaveView]
    }

    /// What has the focus has to be on the screen first.
    pub(super) fn focus(&mut self, focus: Focus) -> Vec<Effect> {
        match focus {
            Focus::Start => {}
            Focus::Article => self.pane = Pane::Text,
            Focus::List | Focus::Note | Focus::Speaker | Focus::Category => self.pane = Pane::List,
            Focus::Find => {}
        }
        vec![Effect::Redraw, Effect::Focus(focus)]
    }

    fn tell(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = Some(notice);
        vec![]
    }

    /// What the document adds up to: counted when it is to be shown, not while a key is being handled.
    pub fn summary(&self) -> &Summary {
        self.summary.get_or_init(|| match self.document() {
            Some(document) => Summary::of(
                document,
                PARTS,
                |annotation| self.sensitivity.shows(document, annotation),
                |annotation| self.filter.shows(document, annotation),
            ),
            None => Summary::default(),
        })
    }

    /// The canonical names of all speakers, sorted.
    pub fn speakers(&self) -> &Rc<Vec<String>> {
        self.speakers.get_or_init(|| {
            let names = self.document().map(|document| document.speaker_names()).unwrap_or_default();
            Rc::new(names.into_iter().map(str::to_owned).collect())
        })
    }

    /// Computes anew what follows from the document and the filter.
    fn refresh(&mut self) {
        let Some(document) = self.document().cloned() else { return };
        self.visible = Rc::new(self.filter.visible(&document, &self.sensitivity));
        self.refreshed();
    }

    /// Like [`refresh`](Self::refresh), when of all annotations only those of `ids` may be others than before.
    fn refresh_some(&mut self, ids: &[Id]) {
        let Some(document) = self.document().cloned() else { return };
        // What is shown may depend on the quote around it.
        if ids.len() > FEW || self.filter.speaker.is_some() {
            return self.refresh();
        }
        self.filter.update(Rc::make_mut(&mut self.visible), ids, &document, &self.sensitivity);
        debug_assert_eq!(*self.visible, self.filter.visible(&document, &self.sensitivity));
        self.refreshed();
    }

    fn refreshed(&mut self) {
        (self.summary, self.speakers) = (OnceCell::new(), OnceCell::new());
        self.count_review();
    }
}
