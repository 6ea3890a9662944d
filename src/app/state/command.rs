//! Everything a person can do by a key: the one list from which the keyboard, the palette of commands and the map of keys are made.

use super::{Action, Dialog, Focus, Jump, Label, Motion, Zone};
use crate::document::State as Judged;
use crate::document::tagging::{End, Step, Tag};
use crate::text::lower;

/// Something a person can do.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its name in what is remembered of a person's own keys; never changes.
    pub id: &'static str,
    /// What it does, for the screen.
    pub name: &'static str,
    /// Its key, as [`Key::written`](super::Key::written) writes it; several are parted by spaces; may be empty.
    pub keys: &'static str,
    /// Under which heading the map of keys lists it.
    pub group: Group,
    /// What happens.
    pub run: Run,
}

/// A heading of the map of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Labels for the words chosen or the annotation picked.
    Label,
    /// Judging what was found.
    Review,
    /// Going from one annotation to another.
    Go,
    /// Choosing words in the text.
    Words,
    /// Moving the ends of what is picked or chosen.
    Ends,
    /// The article and the page.
    Page,
}

impl Group {
    /// All, in the order of the map.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Label, "Label"),
        (Self::Review, "Review"),
        (Self::Go, "Go to"),
        (Self::Words, "Choose words in the text"),
        (Self::Ends, "Move the ends"),
        (Self::Page, "Article and page"),
    ];
}

/// What happens when a command is given.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// This action.
    Do(fn() -> Action),
    /// Gives a label.
    Tag(Tag),
    /// Moves the caret; with Shift, chooses words. Only in the text.
    Move(Motion),
    /// Moves the caret by a line, down if set; with Shift, chooses words. Only in the text.
    Line(bool),
}

impl Run {
    /// The action; with `extend`, the words that the caret passes are chosen.
    pub fn action(self, extend: bool) -> Action {
        match self {
            Self::Do(action) => action(),
            Self::Tag(tag) => Action::Tag(tag),
            Self::Move(motion) => Action::Move(motion, extend),
            Self::Line(down) => Action::Line(down, extend),
        }
    }

    /// Whether it moves the caret.
    pub fn moves(self) -> bool {
        matches!(self, Self::Move(_) | Self::Line(_))
    }
}

impl Command {
    /// Whether its key works where the focus is: one with Control everywhere, the others not where text is typed, and those that move the
    /// caret in the text alone.
    pub fn works_in(&self, zone: Zone) -> bool {
        match zone {
            Zone::Article => true,
            Zone::List | Zone::Elsewhere => !self.run.moves() && self.id != OVERLAP,
            Zone::Field => matches!(self.id, "export" | "open" | "about" | "commands"),
        }
    }

    /// Whether it is of use without an article.
    pub fn needs_no_article(&self) -> bool {
        matches!(self.id, "open" | "keys" | "commands" | "comfort" | "labels" | "guide")
    }
}

/// Every command, in the order of the map of keys.
#[inline(never)] // many ask for it
pub fn commands() -> Vec<Command> {
    let label = |label: &Label| Command {
        id: label.name,
        name: label.name,
        keys: label.key,
        group: Group::Label,
        run: Run::Tag(label.tag),
    };
    let mut all: Vec<Command> = Label::all().map(label).collect();
    all.extend_from_slice(COMMANDS);
    all
}

/// The command of this id.
pub fn command_of(id: &str) -> Option<Command> {
    commands().into_iter().find(|command| command.id == id)
}

/// The commands in whose names all words of `query` are found, those whose name begins with it first.
pub fn matching(query: &str) -> Vec<Command> {
    let query = lower(query.trim());
    let has_all = |command: &Command| {
        let name = lower(command.name);
        query.split(' ').all(|word| name.contains(word))
    };
    let mut found = commands();
    found.retain(has_all);
    let (first, then) = found.iter().partition::<Vec<&Command>, _>(|c| lower(c.name).starts_with(&query));
    first.into_iter().chain(then).copied().collect()
}

/// What Enter does in the text; elsewhere it presses buttons.
const OVERLAP: &str = "overlap";

const fn command(
    group: Group,
    id: &'static str,
    name: &'static str,
    keys: &'static str,
    action: fn() -> Action,
) -> Command {
    Command { id, name, keys, group, run: Run::Do(action) }
}

const fn moving(id: &'static str, name: &'static str, keys: &'static str, run: Run) -> Command {
    Command { id, name, keys, group: Group::Words, run }
}

use Group::{Ends, Go, Page, Review};

const COMMANDS: &[Command] = &[
    command(Group::Label, "more", "Add the words to the picked quote", "Shift+Q", || {
        Action::Tag(Tag::MoreContent)
    }),
    command(Group::Label, "repeat", "Repeat the last label", ".", || Action::Repeat),
    command(Group::Label, "sticky", "Sticky label: selecting alone labels, on or off", "Z", || {
        Action::Sticky
    }),
    command(Group::Label, "everywhere", "Label every occurrence…", "Shift+T", || Action::Everywhere),
    command(Group::Label, "guide", "What every label is for…", "Shift+G", || {
        Action::Dialog(Some(Dialog::Guide))
    }),
    command(Group::Label, "labels", "Own labels…", "Shift+L", || {
        Action::Dialog(Some(Dialog::Labels(None)))
    }),
    command(Review, "accept", "Accept, and go on", "A", || Action::Judge(Judged::Accepted, true)),
    command(Review, "reject", "Reject, and go on", "X", || Action::Judge(Judged::Rejected, true)),
    command(Review, "suggested", "Put back to suggested", "U", || Action::Judge(Judged::Suggested, false)),
    command(Review, "accept-alike", "Accept all like this", "Shift+A", || {
        Action::JudgeAlike(Judged::Accepted)
    }),
    command(Review, "reject-alike", "Reject all like this: ignore them in this article", "Shift+X", || {
        Action::JudgeAlike(Judged::Rejected)
    }),
    command(Review, "ignore", "Ignore these words always", "D", || Action::IgnoreAlways),
    command(Review, "review", "Review one by one, the doubtful first", "Shift+R", || Action::Review),
    command(Review, "fix", "Correct its speaker or category", "Shift+E", || Action::Fix),
    command(Review, "note", "Write a note", "N", || Action::Focus(Focus::Note)),
    command(Review, "speaker", "Name the speaker", "Y", || Action::Focus(Focus::Speaker)),
    command(Review, "rename", "Rename, merge or split the speaker…", "Shift+Y", || Action::RenameHere),
    command(Review, "delete", "Delete the annotation", "Delete Backspace", || Action::Delete),
    command(Review, "sensitivity", "How much is marked…", "O", || {
        Action::Dialog(Some(Dialog::Sensitivity))
    }),
    command(Go, "next", "Next annotation", "J", || Action::Go(Step::Forward, Jump::Any)),
    command(Go, "previous", "Previous annotation", "K", || Action::Go(Step::Back, Jump::Any)),
    command(Go, "next-suggestion", "Next suggestion", "Shift+J", || {
        Action::Go(Step::Forward, Jump::Suggestion)
    }),
    command(Go, "previous-suggestion", "Previous suggestion", "Shift+K", || {
        Action::Go(Step::Back, Jump::Suggestion)
    }),
    command(Go, "next-speaker", "Next quote of this speaker", ">", || {
        Action::Go(Step::Forward, Jump::Speaker)
    }),
    command(Go, "previous-speaker", "Previous quote of this speaker", "<", || {
        Action::Go(Step::Back, Jump::Speaker)
    }),
    command(Go, "next-loaded", "Next loaded wording", "Shift+N", || Action::Go(Step::Forward, Jump::Loaded)),
    command(Go, "previous-loaded", "Previous loaded wording", "Shift+P", || {
        Action::Go(Step::Back, Jump::Loaded)
    }),
    command(
        Go,
        OVERLAP,
        "Pick the annotation here; again: the next one over the same words",
        "Enter",
        || Action::Overlap,
    ),
    command(Go, "filter", "Filter…", "Shift+F", || Action::Dialog(Some(Dialog::Filter))),
    command(Go, "find", "Find…", "/", || Action::Focus(Focus::Find)),
    moving("left", "Previous word", "ArrowLeft", Run::Move(Motion::WordBack)),
    moving("right", "Next word", "ArrowRight", Run::Move(Motion::WordForward)),
    moving("up", "Line up", "ArrowUp", Run::Line(false)),
    moving("down", "Line down", "ArrowDown", Run::Line(true)),
    moving("sentence-back", "Previous sentence", "Ctrl+ArrowLeft", Run::Move(Motion::SentenceBack)),
    moving("sentence", "Next sentence", "Ctrl+ArrowRight", Run::Move(Motion::SentenceForward)),
    moving("paragraph-back", "Previous paragraph", "Ctrl+ArrowUp", Run::Move(Motion::ParagraphBack)),
    moving("paragraph", "Next paragraph", "Ctrl+ArrowDown", Run::Move(Motion::ParagraphForward)),
    moving("first", "First word", "Home Ctrl+Home", Run::Move(Motion::Start)),
    moving("last", "Last word", "End Ctrl+End", Run::Move(Motion::Finish)),
    command(Ends, "start-earlier", "Start a word earlier", "[", || Action::MoveEnd(End::Start, Step::Back)),
    command(Ends, "start-later", "Start a word later", "{", || Action::MoveEnd(End::Start, Step::Forward)),
    command(Ends, "end-later", "End a word later", "]", || Action::MoveEnd(End::Finish, Step::Forward)),
    command(Ends, "end-earlier", "End a word earlier", "}", || Action::MoveEnd(End::Finish, Step::Back)),
    command(Ends, "letter-later", "End a letter later", "Alt+ArrowRight", || {
        Action::Letter(End::Finish, Step::Forward)
    }),
    command(Ends, "letter-earlier", "End a letter earlier", "Alt+ArrowLeft", || {
        Action::Letter(End::Finish, Step::Back)
    }),
    command(Ends, "letter-start-earlier", "Start a letter earlier", "Alt+Shift+ArrowLeft", || {
        Action::Letter(End::Start, Step::Back)
    }),
    command(Ends, "letter-start-later", "Start a letter later", "Alt+Shift+ArrowRight", || {
        Action::Letter(End::Start, Step::Forward)
    }),
    command(Ends, "cover", "Cover the chosen words", "R", || Action::Respan),
    command(Page, "undo", "Undo", "Ctrl+Z", || Action::Undo),
    command(Page, "redo", "Redo", "Ctrl+Y Ctrl+Shift+Z", || Action::Redo),
    command(Page, "aside", "Set the paragraph aside, or put it back", "L", || Action::Aside),
    command(Page, "correct", "Correct the text of the paragraph…", "F2", || Action::CorrectHere),
    command(Page, "search", "Search for quotes and wording again", "", || Action::SearchAgain),
    command(Page, "about", "Title, author, date of the article…", "Ctrl+I", || {
        Action::Dialog(Some(Dialog::About))
    }),
    command(Page, "export", "Save the annotation file", "Ctrl+S", || Action::Export),
    command(Page, "open", "Open a file…", "Ctrl+O", || Action::ChooseFile),
    command(Page, "new", "Another article", "", || Action::New),
    command(Page, "comfort", "Text size, typeface, colours…", "Shift+C", || {
        Action::Dialog(Some(Dialog::Comfort))
    }),
    command(Page, "commands", "All commands…", "Ctrl+K", || {
        Action::Dialog(Some(Dialog::Commands(String::new(), 0)))
    }),
    command(Page, "keys", "The map of keys…", "?", || Action::Dialog(Some(Dialog::Keys(None)))),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_by_words_of_their_names() {
        let found = |query: &str| matching(query).iter().map(|command| command.id).collect::<Vec<_>>();
        assert_eq!(found("undo"), ["undo"]);
        assert_eq!(found("Quote")[0], "Quote");
        assert_eq!(found("next load"), ["next-loaded"]);
        assert_eq!(found("").len(), commands().len());
        assert!(found("xyzzy").is_empty());
    }

    #[test]
    fn no_two_commands_have_the_same_key_or_id() {
        let mut keys: Vec<&str> =
            commands().into_iter().flat_map(|command| command.keys.split_whitespace()).collect();
        let mut ids: Vec<&str> = commands().into_iter().map(|command| command.id).collect();
        for all in [&mut keys, &mut ids] {
            all.sort_unstable();
            let twice = all.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
            assert_eq!(twice, None);
        }
    }
}
