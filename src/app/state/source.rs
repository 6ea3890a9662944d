use super::{Effect, Entry, Session, State};
use crate::document::Source;
use std::rc::Rc;

impl Session {
    /// Asks for the hash of what the article came from. An annotation file tells that itself.
    pub(super) fn hash(&self, first: &Entry) -> Option<Effect> {
        let article = &self.document.article;
        let unknown = article.source.is_none() && !matches!(first, Entry::Document(_));
        unknown.then(|| Effect::Hash(article.text.clone()))
    }
}

impl State {
    /// It is known what the article came from. What is told of another article than the open one does not count.
    pub(super) fn hashed(&mut self, text: &Rc<str>, source: Source) -> Vec<Effect> {
        let open = |session: &&mut Session| Rc::ptr_eq(&session.document.article.text, text);
        let Some(session) = self.session.as_mut().filter(open) else { return vec![] };
        let entry = Entry::Source(source);
        let _ = session.add(&entry); // it always fits
        vec![Effect::Save(session.pack(entry))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::{Action, Packed};

    const TEXT: &str = "Nobody asked her.";

    #[test]
    fn the_hash_of_a_text_comes_beside() {
        let mut state = State::new();
        let effects = state.apply(Action::OpenText { title: None, text: TEXT.into() });
        let text = effects.into_iter().find_map(|effect| match effect {
            Effect::Hash(text) => Some(text),
            _ => None,
        });
        let source = Source { name: String::new(), sha256: "c0ffee".into() };
        assert!(
            state.apply(Action::Hashed(TEXT.into(), source.clone())).is_empty(),
            "another article of this text"
        );
        let effects = state.apply(Action::Hashed(text.unwrap(), source.clone()));
        assert_eq!(effects, [Effect::Save(Packed { kind: "source".into(), body: "c0ffee\n".into() })]);
        assert_eq!(state.document().unwrap().article.source, Some(source));
    }
}
