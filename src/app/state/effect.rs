use super::Packed;
use crate::document::tagging::{End, Step};
use crate::document::{Block, Document};
use crate::extract::Boilerplate;
use crate::text::Span;
use std::rc::Rc;

/// Something to be done in the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look for quotes and bias markers in a text.
    Search {
        /// The text.
        text: Rc<str>,
        /// What its parts are.
        blocks: Rc<[Block]>,
        /// What is set aside; `None` when that is to be found out.
        aside: Option<Vec<Boilerplate>>,
    },
    /// Stop looking.
    Stop,
    /// Read an annotation file: its name and its JSON.
    Read(String, String),
    /// Keep an article on disk for later: its title, its first entry, and the number of its file.
    Keep(String, Packed, usize),
    /// Another article takes the place of the one with this key; without a key, of the one that is being worked on.
    Replace(Option<String>),
    /// Ask in which encoding a file is: its number among those whose encoding was guessed, and the guess.
    Doubt(usize, String),
    /// Fetch the page at this address.
    Fetch(String),
    /// Go on with a table, its texts and its titles being in these columns, or with the encoding of this number; or leave it out.
    Columns(Option<(usize, Option<usize>)>),
    /// Stop reading files.
    StopReading,
    /// Begin a new session on disk, with this title.
    Begin(String),
    /// Tell the hash of what an article with this text came from.
    Hash(Rc<str>),
    /// Append to the session on disk.
    Save(Packed),
    /// Give the command of this id, once the page is rendered: it looks at the text, which nothing may cover.
    Run(&'static str),
    /// Save what the screen shows.
    SaveView,
    /// Save the text on the start screen.
    SaveDraft,
    /// Remember how much is marked, for all articles.
    SaveSensitivity(String),
    /// Save whether single letters are off.
    SaveKeys(bool),
    /// Show the text as the person likes to read, and remember it.
    Comfort,
    /// Remember a person's own keys, for all articles.
    SaveKeymap(String),
    /// Let go of the session on disk; it stays there.
    Close,
    /// Begin anew with an empty page, if much memory was needed: it is given back no other way.
    Renew,
    /// Read a session from disk, by its key.
    Load(String),
    /// Delete a session from disk, by its key.
    Forget(String),
    /// Remember a person's own labels, for all articles.
    SaveLabels(String),
    /// Write a file of labels, and save it under this name: the set, packed.
    WriteLabels(String, String),
    /// Write the annotation file and save it under this name.
    Write(String, Rc<Document>),
    /// Draw the places where what is looked for was found.
    Found,
    /// Bring these words of the text into view.
    Reveal(Span),
    /// Draw what has come onto the screen.
    Redraw,
    /// Draw everything, as the whole article is printed; or again what is near the screen.
    Print(bool),
    /// Leave the text where it is scrolled to, though it is put on the page anew.
    Stay,
    /// Scroll the text to this place: a paragraph's first byte, and how far it stands below the top, in CSS pixels.
    Scroll(usize, i32),
    /// Select these words in the text, or none.
    Select(Option<Span>),
    /// Put the focus there.
    Focus(Focus),
    /// Show the browser's dialog to choose a file.
    ChooseFile,
    /// Put the caret on the first word that can be seen.
    CaretOnScreen,
    /// Ask the browser how far the next letter reaches, and move the end there.
    Letter(End, Step, usize),
    /// Ask the page where a line up or down leads, and put the caret there.
    Line {
        /// Down.
        forward: bool,
        /// Extend the selected words.
        extend: bool,
        /// The byte to start from.
        from: usize,
    },
}

impl Effect {
    /// Whether it is about parts of the page that are there only once the state has been rendered.
    pub fn needs_rendering(&self) -> bool {
        matches!(self, Self::Redraw | Self::Stay | Self::Scroll(..) | Self::Focus(_) | Self::Run(_))
    }
}

/// A place for the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The text box of the start screen.
    Start,
    /// The article.
    Article,
    /// The list of annotations.
    List,
    /// The note of what is picked.
    Note,
    /// The speaker of what is picked.
    Speaker,
    /// The category of the marker that is picked.
    Category,
    /// Where words to be found are typed.
    Find,
}
