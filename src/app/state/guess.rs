use super::{Action, Arrival, Effect, Notice, Packed, State};

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

impl State {
    /// What is offered belongs to the article that was open.
    pub(super) fn drop_offer(&mut self) {
        self.notice.take_if(|notice| notice.offer.is_some());
    }

    /// The articles of a file came in. Read again, they take the place of those before, unless a person has worked on one.
    pub(super) fn came(
        &mut self,
        articles: Vec<(String, Packed)>,
        refused: Vec<(String, String)>,
        encoding: Option<String>,
        pdfs: usize,
    ) -> Vec<Effect> {
        let intake = &mut self.intake;
        intake.files += pdfs;
        if pdfs > 0 && articles.is_empty() && refused.is_empty() {
            intake.files -= 1; // they are all of it
            return vec![];
        }
        if let [(_, Packed { kind, body })] = &*articles
            && kind == "labels"
        {
            intake.done += 1;
            if intake.files == 1 {
                (intake.ended, self.dialog) = (true, None);
            }
            return self.own(Action::LabelsRead(body.clone()));
        }
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
            // What came of the file before stays when nothing comes of it now.
            let nothing = articles.is_empty();
            intake.came.retain(|(_, key, other)| {
                let stays = nothing || *other != file;
                if !stays {
                    effects.push(Effect::Replace(Some(key.clone())));
                }
                stays
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::{Dialog, Table};
    use crate::document::packed::pack_document;
    use crate::document::{Article, Document};

    fn article(text: &str) -> (String, Packed) {
        let body = pack_document(&Document::new(Article::new(text)));
        (text.to_owned(), Packed { kind: "article".into(), body })
    }

    fn arrive(state: &mut State, arrival: Arrival) -> Vec<Effect> {
        state.apply(Action::Arrive(arrival))
    }

    /// One article that was read in an encoding that was guessed.
    fn guessed() -> State {
        let mut state = State::new();
        arrive(&mut state, Arrival::Began(1));
        arrive(&mut state, Arrival::Reading("a.txt".into()));
        arrive(&mut state, Arrival::Came(vec![article("Îäèí.")], vec![], Some("windows-1252".into()), 0));
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
        arrive(state, Arrival::Came(vec![article("Один.")], vec![], Some("KOI8-R".into()), 0))
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
        arrive(&mut state, Arrival::Came(vec![article("One.")], vec![], None, 0));
        arrive(&mut state, Arrival::Reading("b.txt".into()));
        arrive(&mut state, Arrival::Came(vec![article("Äâà.")], vec![], Some("windows-1252".into()), 0));
        arrive(&mut state, Arrival::Kept("One.".into(), "k1".into(), 0));
        arrive(&mut state, Arrival::Kept("Äâà.".into(), "k2".into(), 1));
        arrive(&mut state, Arrival::Ended);
        for answer in [None, Some((1, None))] {
            arrive(&mut state, Arrival::Doubted(0));
            arrive(&mut state, Arrival::Asks(Table::default()));
            arrive(&mut state, Arrival::Answered(answer));
            assert_eq!((&state.dialog, state.intake.ended), (&Some(Dialog::Intake), answer.is_none()));
        }
        let effects =
            arrive(&mut state, Arrival::Came(vec![article("Два.")], vec![], Some("KOI8-R".into()), 0));
        assert!(matches!(&effects[..], [Effect::Replace(Some(key)), Effect::Keep(_, _, 1)] if key == "k2"));
        let intake = &state.intake;
        assert_eq!((intake.came.len(), intake.done, intake.guessed[0].encoding.as_str()), (1, 2, "KOI8-R"));
    }
}
