use super::{Action, Dialog, Effect, Entry, Guess, Notice, Packed, State};

/// Files that are being read, and what came of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// How many files were chosen.
    pub files: usize,
    /// How many of them are done.
    pub done: usize,
    /// The file that is being read.
    pub reading: String,
    /// The articles that came in: the title of each, its key on disk, and the number of its file.
    pub came: Vec<(String, String, usize)>,
    /// What did not come in, and why: the name of a file or of a part of it, and a sentence.
    pub refused: Vec<(String, String)>,
    /// A table whose columns a person is asked about.
    pub table: Option<Table>,
    /// The files whose encoding was guessed.
    pub guessed: Vec<Guess>,
    /// The number of the one of them that is read again.
    pub again: Option<usize>,
    /// All files are done.
    pub ended: bool,
}

/// A table in which each row may be an article. One without rows tells the encodings that a file may be in: their words are the columns,
/// their names the samples, and the present one is `text`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of its columns.
    pub columns: Vec<String>,
    /// The first words of each column in the first row that has some.
    pub samples: Vec<String>,
    /// How many rows there are.
    pub rows: usize,
    /// The column that seems to hold the texts.
    pub text: usize,
    /// The column that seems to hold the titles, if there is one.
    pub title: Option<usize>,
}

/// What happens while files are read.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// So many files were chosen.
    Began(usize),
    /// This file is being read.
    Reading(String),
    /// It holds these articles, each with its title, and these parts could not be read; the encoding, if it was guessed; and how many
    /// PDF files in it are still to be read.
    Came(Vec<(String, Packed)>, Vec<(String, String)>, Option<String>, usize),
    /// An article is on disk: its title, its key, and the number of its file.
    Kept(String, String, usize),
    /// It could not be read: its name, and why.
    Refused(String, String),
    /// It is a table.
    Asks(Table),
    /// Its letters are wrong: its number among those whose encoding was guessed.
    Doubted(usize),
    /// A person has said which columns hold the texts and the titles, or the number of the encoding; nothing when the file is to be
    /// left out, or as it is.
    Answered(Option<(usize, Option<usize>)>),
    /// A person has stopped it.
    Stopped,
    /// All files are done.
    Ended,
}

impl State {
    /// One article from one file is opened at once; of several, each is kept on disk, and a report tells what came in.
    pub(super) fn arrive(&mut self, arrival: Arrival) -> Vec<Effect> {
        let intake = &mut self.intake;
        match arrival {
            Arrival::Began(files) => {
                self.fetching = None;
                *intake = Intake { files, ..Intake::default() };
                self.notice = None;
                self.dialog = Some(Dialog::Intake);
            }
            Arrival::Reading(name) => intake.reading = name,
            Arrival::Came(articles, refused, encoding, pdfs) => {
                return self.came(articles, refused, encoding, pdfs);
            }
            Arrival::Kept(title, key, file) => intake.came.push((title, key, file)),
            Arrival::Refused(name, why) => {
                intake.again = None;
                intake.done += 1;
                intake.refused.push((name, why));
            }
            Arrival::Doubted(number) => {
                if let Some(guess) = intake.guessed.get(number) {
                    (intake.reading, intake.again) = (guess.name.clone(), Some(number));
                    return vec![Effect::Doubt(number, guess.encoding.clone())];
                }
            }
            Arrival::Asks(table) => {
                intake.table = Some(table);
                self.dialog = Some(Dialog::Intake);
            }
            Arrival::Answered(columns) => {
                intake.table = None;
                if intake.again.is_some() {
                    intake.ended = columns.is_none();
                    if intake.ended {
                        // Back to where the doubt came up.
                        self.dialog = Some(Dialog::Intake).filter(|_| !intake.came.is_empty());
                        intake.again = None;
                        return vec![];
                    }
                }
                if columns.is_none() {
                    intake.done += 1;
                    intake.refused.push((intake.reading.clone(), "It was left out.".into()));
                }
                return vec![Effect::Columns(columns)];
            }
            Arrival::Stopped => {
                intake.ended = true;
                self.dialog = None;
                self.notice = Some(Notice::done("Stopped. What had come in is among the earlier articles."));
                return vec![Effect::StopReading];
            }
            Arrival::Ended => {
                let only = matches!((intake.files, &*intake.came, &*intake.refused), (1, [], [_]));
                if !intake.ended {
                    self.dialog = Some(Dialog::Intake);
                }
                if !intake.ended && only {
                    self.dialog = None;
                    let (name, why) = intake.refused.first().cloned().unwrap_or_default();
                    self.notice = Some(Notice::problem(&format!("“{name}” was not opened. {why}")));
                }
                intake.ended = true;
            }
        }
        vec![]
    }

    /// An article that was pasted with its structure.
    pub(super) fn open_article(&mut self, packed: String, plain: Option<String>) -> Vec<Effect> {
        let effects = self.take(Packed { kind: "article".into(), body: packed });
        if let Some(text) = plain {
            let plain = Action::OpenText { title: None, text };
            self.notice = Some(Notice {
                text: "Pasted with its headings, lists and quotations.".into(),
                problem: false,
                offer: Some(("Take the plain text instead", Box::new(plain))),
            });
        }
        effects
    }

    /// The dialog is left, with Escape or its button: a table is left out, reading is stopped, a report has been read, an encoding stays.
    pub(super) fn leave_intake(&mut self) -> Vec<Effect> {
        self.dialog = None;
        match (&self.intake.table, self.intake.ended) {
            (Some(_), _) => self.arrive(Arrival::Answered(None)),
            (None, false) => self.arrive(Arrival::Stopped),
            (None, true) => vec![],
        }
    }

    /// A site decides by itself whether other pages may read it; most do not allow it.
    pub(super) fn unfetched(&mut self, address: &str, why: &str) -> Vec<Effect> {
        self.fetching = None;
        let why = if why.is_empty() {
            "the site does not let other pages read it, or it cannot be reached"
        } else {
            why
        };
        self.notice = Some(Notice::problem(&format!(
            "{address} was not fetched: {why}. Open it in a tab of its own, select all, copy, and paste it here; or use the bookmark below."
        )));
        vec![]
    }

    pub(super) fn take(&mut self, entry: Packed) -> Vec<Effect> {
        self.dialog = None;
        match entry.unpack() {
            Some(Entry::Document(packed)) => self.opened(packed),
            Some(entry) => {
                let effects = self.begin(entry);
                let search = if effects.is_empty() { vec![] } else { self.search() };
                [effects, search].concat()
            }
            None => vec![],
        }
    }
}

impl Table {
    /// The table of which the reader tells: a line of how many rows there are, the column of the texts and that of the titles; then
    /// a line for each column, its name and its sample.
    pub fn unpack(packed: &str) -> Self {
        let mut lines = packed.lines();
        let mut head = lines.next().unwrap_or_default().split('\t').map(str::parse::<usize>);
        let mut number = || head.next().and_then(Result::ok);
        let (rows, text, title) = (number().unwrap_or(0), number().unwrap_or(0), number());
        let (columns, samples) = lines
            .map(|line| line.split_once('\t').unwrap_or((line, "")))
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .unzip();
        Self { columns, samples, rows, text, title }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::packed::pack_document;
    use crate::document::{Article, Document};

    fn article(text: &str) -> (String, Packed) {
        let body = pack_document(&Document::new(Article::new(text)));
        (text.to_owned(), Packed { kind: "article".into(), body })
    }

    fn arrive(state: &mut State, arrival: Arrival) -> Vec<Effect> {
        state.apply(Action::Arrive(arrival))
    }

    #[test]
    fn one_article_is_opened_and_searched() {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(1));
        assert_eq!(state.dialog, Some(Dialog::Intake));
        let effects = arrive(&mut state, Arrival::Came(vec![article("One.")], vec![], None, 0));
        assert!(matches!(effects.last(), Some(Effect::Search { text, .. }) if &**text == "One."));
        arrive(&mut state, Arrival::Ended);
        assert_eq!(state.dialog, None);
        assert_eq!(state.document().unwrap().article.about.title, "One.");
    }

    #[test]
    fn several_articles_are_kept_and_reported() {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(2));
        let effects =
            arrive(&mut state, Arrival::Came(vec![article("One."), article("Two.")], vec![], None, 0));
        assert!(matches!(&effects[..], [Effect::Keep(one, ..), Effect::Keep(..)] if one == "One."));
        arrive(&mut state, Arrival::Kept("One.".into(), "k1".into(), 0));
        arrive(&mut state, Arrival::Refused("x.pdf".into(), "It is a scan.".into()));
        arrive(&mut state, Arrival::Ended);
        assert_eq!(state.dialog, Some(Dialog::Intake));
        assert!(state.intake.ended && state.intake.came.len() == 1 && state.intake.refused.len() == 1);
        assert!(state.session.is_none());
    }

    #[test]
    fn the_pdf_files_of_an_archive_are_files_of_their_own() {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(1));
        arrive(&mut state, Arrival::Came(vec![], vec![], None, 1));
        let effects = arrive(&mut state, Arrival::Came(vec![article("One.")], vec![], None, 0));
        assert!(matches!(effects.last(), Some(Effect::Search { .. })), "the only one is opened");
        arrive(&mut state, Arrival::Began(1));
        let effects = arrive(&mut state, Arrival::Came(vec![article("One.")], vec![], None, 1));
        assert!(matches!(&effects[..], [Effect::Keep(..)]));
        assert_eq!((state.intake.files, state.intake.done), (2, 1));
    }

    #[test]
    fn a_single_file_that_is_refused_is_told_without_a_report() {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(1));
        arrive(&mut state, Arrival::Refused("x.pdf".into(), "It is a scan.".into()));
        arrive(&mut state, Arrival::Ended);
        assert_eq!(state.dialog, None);
        assert!(
            state
                .notice
                .as_ref()
                .is_some_and(|notice| notice.problem && notice.text.contains("It is a scan."))
        );
    }

    #[test]
    fn a_table_is_asked_about_and_may_be_left_out() {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(1));
        let table = Table::unpack("7\t1\t\nid\t1\nbody\tThe ferry …");
        assert_eq!((table.rows, table.text, table.title), (7, 1, None));
        assert_eq!(table.columns, ["id", "body"]);
        arrive(&mut state, Arrival::Asks(table));
        assert_eq!(arrive(&mut state, Arrival::Answered(None)), [Effect::Columns(None)]);
        assert_eq!(
            (state.intake.table.is_some(), state.intake.done, state.intake.refused.len()),
            (false, 1, 1)
        );
    }
}
