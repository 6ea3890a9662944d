use super::{Action, Dialog, Effect, Entry, Notice, Packed, State};

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

/// A file that does not tell in which encoding it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Its name.
    pub name: String,
    /// Its number among the files that were chosen.
    pub file: usize,
    /// The encoding in which it was read.
    pub encoding: String,
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
    /// It holds these articles, each with its title, and these parts could not be read; and the encoding, if it was guessed.
    Came(Vec<(String, Packed)>, Vec<(String, String)>, Option<String>),
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
            Arrival::Came(articles, refused, encoding) => return self.came(articles, refused, encoding),
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

    /// The articles of a file came in. Read again, they take the place of those before, unless a person has worked on one.
    fn came(
        &mut self,
        articles: Vec<(String, Packed)>,
        refused: Vec<(String, String)>,
        encoding: Option<String>,
    ) -> Vec<Effect> {
        let intake = &mut self.intake;
        let alone = intake.files == 1 && articles.len() == 1 && refused.is_empty();
        intake.refused.extend(refused);
        let again = intake.again.take();
        let known = again.and_then(|number| intake.guessed.get_mut(number));
        let file = known.as_ref().map_or(intake.done, |guess| guess.file);
        intake.done += usize::from(again.is_none());
        if let Some(encoding) = encoding.clone() {
            match known {
                Some(guess) => guess.encoding = encoding,
                None => intake.guessed.push(Guess { name: intake.reading.clone(), file, encoding }),
            }
        }
        let mut effects = vec![];
        if !alone {
            intake.came.retain(|(_, key, other)| {
                if *other == file {
                    effects.push(Effect::Replace(Some(key.clone())));
                }
                *other != file
            });
            effects.extend(articles.into_iter().map(|(title, entry)| Effect::Keep(title, entry, file)));
            return effects;
        }
        intake.ended = true;
        let untouched = self.session.as_ref().is_some_and(|session| session.history.last_done().is_none());
        if again.is_some() && untouched {
            effects.push(Effect::Replace(None));
        }
        effects.extend(articles.into_iter().flat_map(|(_, entry)| self.take(entry)));
        if let Some(encoding) = encoding {
            let a_guess = if again.is_some() { "" } else { ", a guess" };
            self.notice = Some(Notice {
                text: format!("Read as {encoding}{a_guess}. Wrong letters?"),
                problem: false,
                offer: Some(("Choose another encoding", Box::new(Action::Arrive(Arrival::Doubted(0))))),
            });
        }
        effects
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
        let effects = arrive(&mut state, Arrival::Came(vec![article("One.")], vec![], None));
        assert!(matches!(effects.last(), Some(Effect::Search { text, .. }) if &**text == "One."));
        arrive(&mut state, Arrival::Ended);
        assert_eq!(state.dialog, None);
        assert_eq!(state.document().unwrap().article.about.title, "One.");
    }

    #[test]
    fn several_articles_are_kept_and_reported() {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(2));
        let effects = arrive(&mut state, Arrival::Came(vec![article("One."), article("Two.")], vec![], None));
        assert!(matches!(&effects[..], [Effect::Keep(one, ..), Effect::Keep(..)] if one == "One."));
        arrive(&mut state, Arrival::Kept("One.".into(), "k1".into(), 0));
        arrive(&mut state, Arrival::Refused("x.pdf".into(), "It is a scan.".into()));
        arrive(&mut state, Arrival::Ended);
        assert_eq!(state.dialog, Some(Dialog::Intake));
        assert!(state.intake.ended && state.intake.came.len() == 1 && state.intake.refused.len() == 1);
        assert!(state.session.is_none());
    }

    /// One article that was read in an encoding that was guessed.
    fn guessed() -> State {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(1));
        arrive(&mut state, Arrival::Reading("a.txt".into()));
        arrive(&mut state, Arrival::Came(vec![article("Îäèí.")], vec![], Some("windows-1252".into())));
        arrive(&mut state, Arrival::Ended);
        state
    }

    /// A person takes up the offer, and the encodings are asked about.
    fn doubt(state: &mut State) {
        let (_, offer) = state.notice.as_ref().and_then(|notice| notice.offer.clone()).unwrap();
        assert_eq!(state.apply(*offer), [Effect::Doubt(0, "windows-1252".into())]);
        arrive(
            state,
            Arrival::Asks(Table::unpack("0\t0\t\nWestern European\twindows-1252\nCyrillic\tkoi8-r")),
        );
        assert_eq!(state.dialog, Some(Dialog::Intake));
    }

    fn read_again(state: &mut State) -> Vec<Effect> {
        let answer = Some((1, None));
        assert_eq!(arrive(state, Arrival::Answered(answer)), [Effect::Columns(answer)]);
        arrive(state, Arrival::Came(vec![article("Один.")], vec![], Some("KOI8-R".into())))
    }

    #[test]
    fn a_guessed_encoding_is_told_and_the_article_replaced() {
        let mut state = guessed();
        let told = state.notice.as_ref().map(|notice| notice.text.as_str());
        assert_eq!(told, Some("Read as windows-1252, a guess. Wrong letters?"));
        doubt(&mut state);
        let effects = read_again(&mut state);
        assert!(matches!(&effects[..], [Effect::Replace(None), Effect::Stop, Effect::Begin(_), ..]));
        assert_eq!(&*state.document().unwrap().article.text, "Один.");
        arrive(&mut state, Arrival::Ended);
        assert_eq!((&state.dialog, state.intake.guessed.len()), (&None, 1));
        assert_eq!(state.notice.as_ref().unwrap().text, "Read as KOI8-R. Wrong letters?");
        state.apply(Action::New);
        assert!(state.notice.is_none());
    }

    #[test]
    fn what_a_person_has_worked_on_is_not_replaced() {
        let mut state = guessed();
        doubt(&mut state);
        let mut about = state.document().unwrap().article.about.clone();
        about.byline = "Ada Moss".into();
        state.apply(Action::About(about));
        assert!(matches!(&read_again(&mut state)[..], [Effect::Stop, Effect::Begin(_), ..]));
    }

    #[test]
    fn the_encoding_may_stay() {
        let mut state = guessed();
        doubt(&mut state);
        assert!(state.apply(Action::Dialog(None)).is_empty());
        assert_eq!((&state.dialog, state.intake.again, state.intake.refused.len()), (&None, None, 0));
    }

    #[test]
    fn in_the_report_the_articles_of_a_file_are_replaced() {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(2));
        arrive(&mut state, Arrival::Came(vec![article("One.")], vec![], None));
        arrive(&mut state, Arrival::Reading("b.txt".into()));
        arrive(&mut state, Arrival::Came(vec![article("Äâà.")], vec![], Some("windows-1252".into())));
        arrive(&mut state, Arrival::Kept("One.".into(), "k1".into(), 0));
        arrive(&mut state, Arrival::Kept("Äâà.".into(), "k2".into(), 1));
        arrive(&mut state, Arrival::Ended);
        for answer in [None, Some((1, None))] {
            arrive(&mut state, Arrival::Doubted(0));
            arrive(&mut state, Arrival::Asks(Table::default()));
            arrive(&mut state, Arrival::Answered(answer));
            assert_eq!((&state.dialog, state.intake.ended), (&Some(Dialog::Intake), answer.is_none()));
        }
        let effects = arrive(&mut state, Arrival::Came(vec![article("Два.")], vec![], Some("KOI8-R".into())));
        assert!(matches!(&effects[..], [Effect::Replace(Some(key)), Effect::Keep(_, _, 1)] if key == "k2"));
        let intake = &state.intake;
        assert_eq!((intake.came.len(), intake.done, intake.guessed[0].encoding.as_str()), (1, 2, "KOI8-R"));
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
