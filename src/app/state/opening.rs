//! Opening an article, taking one up again, and closing it.

use super::{Effect, Entry, Filter, Find, Focus, Notice, Packed, Pane, Search, Session, State, View};

impl State {
    pub(super) fn open_text(&mut self, title: Option<String>, text: String) -> Vec<Effect> {
        if text.trim().is_empty() {
            return self
                .tell(Notice::problem("There is no text in it. Paste or open the text of an article."));
        }
        let effects = self.begin(Entry::Text(title, text));
        [effects, self.search()].concat()
    }

    pub(super) fn opened(&mut self, packed: String) -> Vec<Effect> {
        let effects = self.begin(Entry::Document(packed));
        if self.session.is_some() {
            self.search = Search::Done;
        }
        effects
    }

    /// Begins a session; when its first entry is no good, says why and changes nothing else.
    pub(super) fn begin(&mut self, entry: Entry) -> Vec<Effect> {
        match Session::begin(&entry) {
            Err(why) => self.tell(Notice::problem(&why)),
            Ok(session) => {
                let title = session.document.article.about.title.clone();
                let hash = session.hash(&entry);
                let saved = session.pack(entry);
                self.show(session);
                self.draft.clear();
                self.notice = None;
                self.pane = Pane::Text;
                let mut effects = vec![
                    Effect::Stop,
                    Effect::Begin(title),
                    Effect::Save(saved),
                    Effect::SaveDraft,
                    Effect::SaveView,
                    Effect::Focus(Focus::Article),
                ];
                effects.extend(hash);
                effects
            }
        }
    }

    /// Lets go of the article that was open, with all that was chosen in it.
    fn let_go(&mut self) {
        self.drop_offer();
        self.session = None;
        (self.selected, self.words, self.caret) = (None, None, None);
        (self.search, self.again, self.review) = (Search::Idle, None, None);
        (self.sticky, self.last_tag) = (None, None); // another article may have other labels
        (self.filter, self.find, self.ignored) = (Filter::default(), Find::default(), None);
    }

    pub(super) fn show(&mut self, session: Session) {
        self.let_go();
        self.session = Some(session);
        self.starting = false;
        self.dialog = None;
        self.refresh();
    }

    pub(super) fn close(&mut self) -> Vec<Effect> {
        self.let_go();
        self.refresh();
        vec![Effect::Stop, Effect::Close, Effect::Focus(Focus::Start)]
    }

    pub(super) fn restore(&mut self, saved: Vec<Packed>, view: Option<View>) -> Vec<Effect> {
        let answered = saved.iter().any(|packed| packed.kind == "findings" || packed.kind == "document");
        match Session::replay(saved) {
            Err(why) => {
                self.starting = false;
                self.tell(Notice::problem(&why))
            }
            Ok(session) => {
                self.show(session);
                let view = view.unwrap_or_default();
                self.filter = view.filter;
                self.pane = view.pane;
                self.selected =
                    view.selected.filter(|place| self.document().is_some_and(|d| d.get(place.id).is_some()));
                self.refresh();
                let scroll = Effect::Scroll(view.top.0, view.top.1);
                if answered {
                    self.search = Search::Done;
                    vec![scroll]
                } else {
                    [vec![scroll], self.search()].concat()
                }
            }
        }
    }
}
