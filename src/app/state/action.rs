use super::{Arrival, Comfort, Everywhere, Filter, Focus, Jump, Layer, Motion, Packed, View};
use crate::document::tagging::{End, Step, Tag};
use crate::document::{About, Id, LabelId, LabelSet, Place, Source, State};
use crate::extract::{Category, QuoteKind};
use crate::text::Span;
use std::rc::Rc;

/// Something that happened: a person did it, or an answer arrived.
#[derive(Clone, Debug)]
pub enum Action {
    /// The disk was looked at and there is no article to take up again; the earlier ones are these.
    Started(Vec<Recent>),
    /// The list of earlier articles has changed.
    Recent(Vec<Recent>),
    /// The article that was left is wholly on the disk.
    Closed,
    /// An article is taken up again.
    Restore(Vec<Packed>, Option<View>),
    /// A text was pasted, dropped or opened.
    OpenText {
        /// The file's name, if it had one.
        title: Option<String>,
        /// The text.
        text: String,
    },
    /// An article was pasted with its structure: packed as a document; and its plain text where the words of that differ.
    OpenArticle(String, Option<String>),
    /// An annotation file was chosen: its name and its JSON. The worker reads it.
    OpenFile(String, String),
    /// An annotation file was read: its document, packed.
    Opened(String),
    /// Fetch the page at this address, as it was typed.
    Fetch(String),
    /// A page could not be fetched: its address, and why, if it is known.
    Unfetched(String, String),
    /// Something happened while files were read.
    Arrive(Arrival),
    /// Take up an earlier article, by its key.
    Resume(String),
    /// Delete an earlier article from this browser, by its key.
    Forget(String),
    /// The text on the start screen changed.
    Draft(String),
    /// Back to the start screen.
    New,
    /// It is known what the article with this text came from.
    Hashed(Rc<str>, Source),
    /// The core is this far, 0 to 1.
    Progress(f32),
    /// The core has answered: its findings, packed.
    Found(String),
    /// The core could not answer: why.
    SearchFailed(String),
    /// Stop the core.
    Stop,
    /// Ask the core again.
    Search,
    /// Show other annotations.
    Filter(Filter),
    /// Show or hide a layer.
    Toggle(Layer),
    /// Show another part on a narrow screen.
    Pane(Pane),
    /// Open or close a dialog.
    Dialog(Option<Dialog>),
    /// Something to tell.
    Tell(Notice),
    /// The notice has been read.
    Dismiss,
    /// Saving does not work, or works again.
    Unsaved(Option<String>),
    /// Save the annotation file.
    Export,
    /// Put the focus there.
    Focus(Focus),
    /// Let the person choose a file.
    ChooseFile,
    /// The person likes to read so.
    Comfort(Comfort),
    /// Keep this set of labels.
    KeepLabels(LabelSet),
    /// A file of labels was read: its set, packed.
    LabelsRead(String),
    /// A person's own labels were remembered from an earlier visit: the packed set.
    OwnLabels(String),
    /// Save the labels as a file.
    ExportLabels,
    /// Say something of the picked words: the name of an attribute, and its value.
    Value(String, String),
    /// Give a command this key, as it is written; `None` gives it its first keys.
    SetKey(&'static str, Option<String>),
    /// All commands have their first keys again.
    ResetKeys,
    /// A person's own keys were remembered from an earlier visit: the packed [`Keymap`](super::Keymap).
    OwnKeys(String),
    /// Close the palette of commands and do what this one does.
    Run(&'static str),
    /// Switch the keys that are a single letter or mark off, or on again.
    LettersOff(bool),
    /// How much is marked was remembered from an earlier visit: the packed [`Sensitivity`](super::Sensitivity).
    Remembered(String),
    /// Show markers of these categories from so many percent on.
    Limit(Vec<Category>, u8),
    /// Show markers from the scores on that they are shown from at first.
    ResetLimits,
    /// Mark words again that were ignored.
    Heed(String),
    /// Show or hide the labels of the epistemic tier.
    AllLabels(bool),
    /// The page is being printed; or no more.
    Print(bool),
    /// The text was scrolled.
    Scrolled,
    /// The window has another size.
    Resized,

    /// Pick this, or nothing.
    Pick(Option<Place>),
    /// A click in the text, at this byte: pick what stands there.
    Hit(usize),
    /// Pick the next or the previous one in the list, of a kind.
    Go(Step, Jump),
    /// Pick what stands at the caret; again, the next longer annotation there.
    Overlap,
    /// Pick the first or the last one in the list.
    GoToEnd(End),
    /// Words were selected in the text, or none any more.
    Words(Option<Span>),
    /// Move the caret; with the flag, extend the selected words.
    Move(Motion, bool),
    /// Move the caret by a line, down if the first flag is set; with the second, extend the selected words.
    Line(bool, bool),
    /// Let go of the selected words.
    DropWords,
    /// Put the caret on the word at this byte; with the flag, extend the selected words.
    PutCaret(usize, bool),
    /// Go to the word at this byte and leave the caret there.
    Visit(usize),
    /// Label the selected words; or else change the label of what is picked.
    Tag(Tag),
    /// Give the label again that was given last.
    Repeat,
    /// Label whatever is selected from now on; or no more.
    Sticky,
    /// The words that are selected are all that are meant.
    Chosen,
    /// Ask where else the selected words stand, or those of what is picked, to label them all.
    Everywhere,
    /// Look for them in another way, or for another label.
    LookEverywhere {
        /// The label.
        tag: Tag,
        /// Not within longer words.
        whole: bool,
        /// Capitals matter.
        case: bool,
    },
    /// Label all places that were found.
    TagEverywhere,
    /// Find what was typed.
    Find(String),
    /// Show the next or the previous place where it was found.
    FindNext(Step),
    /// Stop finding: the words that were found are chosen.
    FindEnd,
    /// Tie the selected words to the picked quote.
    Tie(Tag),
    /// Change the label of what is picked, whatever words are selected.
    Relabel(Tag),
    /// Move an end of what is picked by a word.
    MoveEnd(End, Step),
    /// Move an end of the selected words by a letter, or of what is picked.
    Letter(End, Step),
    /// The end goes to this byte.
    LetterTo(End, usize),
    /// Exactly this was selected in the text: no whole words.
    Exact(Span),
    /// Make what is picked cover the selected words.
    Respan,
    /// Accept, reject, or put back what is picked; with the flag, go on to the next suggestion.
    Judge(State, bool),
    /// Accept or reject every suggestion that is like what is picked.
    JudgeAlike(State),
    /// Ask the core again: what nobody has judged makes room for what it finds now.
    SearchAgain,
    /// Put the focus where what is picked can be corrected.
    Fix,
    /// Go through the suggestions one by one; or no more.
    Review,
    /// Review the most doubtful first; or in the order of the text.
    ReviewOrder(bool),
    /// Never mark the words of what is picked again.
    IgnoreAlways,
    /// Delete what is picked.
    Delete,
    /// Put back what is set aside at the chosen words; or set aside the paragraphs they stand in.
    Aside,
    /// Show the paragraphs at the chosen words to be corrected.
    CorrectHere,
    /// Write these words in place of what stands there.
    Correct(Span, String),
    /// Correct what is known about the article.
    About(About),
    /// Write the note of what is picked.
    Note(String),
    /// The speaker's name is being typed.
    Naming(String),
    /// Name the speaker of the quote that is picked.
    Speaker(String),
    /// Give a speaker another name: the present one and the new one, in all quotes or only in these.
    Rename(String, String, Option<Vec<Id>>),
    /// Say to whom the picked quote is said.
    Addressee(String),
    /// Ask for another name of the picked quote's speaker.
    RenameHere,
    /// Say whether the picked quote is direct.
    Kind(QuoteKind),
    /// Say whether the picked quote's source is vague or left without a name on purpose.
    Anonymous(bool),
    /// Take the last edit back.
    Undo,
    /// Make the last undone edit again.
    Redo,
}

/// What a narrow screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The article.
    #[default]
    Text,
    /// The list of annotations, and what is picked.
    List,
    /// Who is quoted how much, and where the wording leans.
    Summary,
}

/// A dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The keys and what they do; and the command that gets the next key.
    Keys(Option<&'static str>),
    /// A person's own labels, and the one that is being edited.
    Labels(Option<LabelId>),
    /// What every label is for.
    Guide,
    /// How the text is read.
    Comfort,
    /// Filters that are used less often.
    Filter,
    /// All commands: what is typed to find one, and which of those found is chosen.
    Commands(String, usize),
    /// Label words wherever they stand.
    Everywhere(Everywhere),
    /// How much is marked.
    Sensitivity,
    /// What is known about the article.
    About,
    /// What came of the files that were chosen.
    Intake,
    /// Correct the text of these paragraphs.
    Text(Span),
    /// Give a speaker another name: the present one.
    Rename(String),
    /// Delete an earlier article: its key and title.
    Forget(String, String),
}

/// A sentence for the person.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// True when something did not work: it stays until it is read.
    pub problem: bool,
    /// What a button beside it does, and the button's name.
    pub offer: Option<(&'static str, Box<Action>)>,
}

impl Notice {
    /// Something did not work.
    pub fn problem(text: &str) -> Self {
        Self { text: text.to_owned(), problem: true, offer: None }
    }

    /// Something was done.
    pub fn done(text: &str) -> Self {
        Self { text: text.to_owned(), problem: false, offer: None }
    }
}

/// An earlier article, kept in this browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Recent {
    /// Its key on disk.
    pub key: String,
    /// Its title.
    pub title: String,
    /// When it was last changed, in words: “today, 14:05”.
    pub when: String,
}
