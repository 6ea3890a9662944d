//! Labels that a person has made.

use super::{Action, Command, Dialog, Effect, Group, Label, Notice, State};
use crate::document::packed::{pack_labels, unpack_labels};
use crate::document::tagging::{self, Done, Refusal, Tag};
use crate::document::{Document, LabelId, LabelSet};
use crate::text::{Span, lower};
use std::rc::Rc;

impl State {
    /// The labels that a person has made: those of the article, or if it has none, those that were made last.
    pub fn labels(&self) -> &Rc<LabelSet> {
        let of_article = self.document().map(|document| &document.article.labels);
        of_article.filter(|set| !set.labels.is_empty()).unwrap_or(&self.own_labels)
    }

    /// The label of a person's own that a key gives, as it is written. It goes before those that are there at first, and behind other commands.
    pub fn own_label(&self, key: &str) -> Option<LabelId> {
        let label = self.labels().labels.iter().find(|label| !key.is_empty() && label.key == key)?;
        let command = self.keymap.command(key).filter(|command| command.group != Group::Label);
        command.is_none().then_some(label.id)
    }

    /// The actions on labels; they need no article.
    pub(super) fn own(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::KeepLabels(set) => self.keep_labels(set),
            Action::LabelsRead(packed) => {
                let used = |id: LabelId| self.uses(id);
                let set = unpack_labels(&packed).map(|set| self.labels().replaced_by(&set, used));
                match set {
                    Err(why) => self.tell(Notice::problem(&why)),
                    Ok(set) => {
                        let said =
                            [&set.labels.len().to_string(), " labels now, as the file has them."].concat();
                        let effects = self.keep_labels(set);
                        self.notice.get_or_insert_with(|| Notice::done(&said));
                        effects
                    }
                }
            }
            Action::OwnLabels(packed) => {
                self.own_labels = Rc::new(unpack_labels(&packed).unwrap_or_default());
                vec![]
            }
            Action::ExportLabels => {
                let set = self.labels().clone();
                let name = if set.name.trim().is_empty() { "own" } else { set.name.trim() };
                let file = super::export::stem(name) + ".labels.json";
                vec![Effect::WriteLabels(file, pack_labels(&set))]
            }
            other => self.apply_to_article(other),
        }
    }

    /// Whether anything has this label.
    fn uses(&self, id: LabelId) -> bool {
        self.document().is_some_and(|document| {
            document.annotations().any(|(_, a)| a.as_own().is_some_and(|own| own.label == id))
        })
    }

    /// Keeps the set, for the article and for others to come; or says what is wrong with it, and changes nothing.
    fn keep_labels(&mut self, set: LabelSet) -> Vec<Effect> {
        let wrong = set.labels.iter().find_map(|label| {
            let command = self.keymap.command(&label.key).filter(|command| command.group != Group::Label);
            let taken = |command: Command| {
                ["The key ", &label.key, " is that of “", command.name, "”. Choose another one."].concat()
            };
            let known = Label::all().any(|other| lower(other.name) == lower(label.name.trim()));
            let double = || ["“", &label.name, "” is a label already. Choose another name."].concat();
            command.map(taken).or_else(|| known.then(double))
        });
        if let Some(why) = set.check().err().map(|why| why + ".").or(wrong) {
            return self.tell(Notice::problem(&why));
        }
        if let Some(Dialog::Labels(editing)) = &mut self.dialog {
            *editing = None;
        }
        self.notice = None;
        (self.sticky, self.last_tag) = (None, None); // they may be of a label that is gone
        let mut effects = vec![Effect::SaveLabels(pack_labels(&set))];
        if let Some(document) = self.document().cloned()
            && let Ok(edit) = tagging::set_labels(&document, set.clone())
        {
            effects.extend(self.make(edit, false));
        }
        self.own_labels = Rc::new(set);
        effects
    }

    /// Labels words; with a label of a person's own, the article gets the set that it is of.
    pub(super) fn tag_words(&self, document: &Document, words: Span, tag: Tag) -> Result<Done, Refusal> {
        self.with_set(document, tag, tagging::tag(document, words, tag, self.selected.map(|place| place.id)))
    }

    /// The edit, and before it that which gives the article the set of `tag`, if it has none.
    pub(super) fn with_set(
        &self,
        document: &Document,
        tag: Tag,
        done: Result<Done, Refusal>,
    ) -> Result<Done, Refusal> {
        let Tag::Own(label) = tag else { return done };
        if self.labels().get(label).is_none() {
            return Err(Refusal("That label is no longer there. Choose another one."));
        }
        if !document.article.labels.labels.is_empty() {
            return done;
        }
        let Done { edit, select } = done?;
        let mut whole = tagging::set_labels(document, LabelSet::clone(self.labels()))?;
        whole.changes.extend(edit.changes);
        whole.what = edit.what;
        Ok(Done { edit: whole, select })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{opened, said, words};
    use super::super::{Key, Zone, action_for};
    use super::*;
    use crate::document::{OwnLabel, Part};

    #[test]
    fn a_label_is_made_used_by_its_key_and_undone() {
        let mut state = State::new();
        state.apply(Action::Dialog(Some(Dialog::Labels(Some(LabelId(1))))));
        let effects = state.apply(Action::KeepLabels(LabelSet::plain(&[OwnLabel::plain(1, "Frame", "6")])));
        assert!(matches!(effects[..], [Effect::SaveLabels(_)]));
        let mut state = State { own_labels: state.own_labels.clone(), ..opened() };
        words(&mut state, "storm");
        let key = Key { name: "6", ..Key::default() };
        let action = action_for(key, Zone::Article, &state).unwrap();
        state.apply(action);
        assert_eq!(said(&state, Part::Marker), "storm");
        assert_eq!(
            state.document().unwrap().article.labels.labels.len(),
            1,
            "the file can tell what it means"
        );
        state.apply(Action::Undo);
        assert!(state.document().unwrap().article.labels.labels.is_empty());
    }

    #[test]
    fn a_key_of_another_command_and_a_bad_set_are_refused_with_the_dialog_open() {
        let mut state = opened();
        for bad in
            [OwnLabel::plain(1, "Frame", "A"), OwnLabel::plain(1, " ", ""), OwnLabel::plain(1, "hedge", "")]
        {
            state.apply(Action::Dialog(Some(Dialog::Labels(Some(LabelId(1))))));
            assert!(state.apply(Action::KeepLabels(LabelSet::plain(&[bad]))).is_empty());
            assert!(matches!(&state.dialog, Some(Dialog::Labels(Some(_)))));
            assert!(state.notice.take().is_some_and(|notice| notice.problem));
        }
        state.apply(Action::KeepLabels(LabelSet::plain(&[OwnLabel::plain(1, "Frame", "H")])));
        assert!(matches!(&state.dialog, Some(Dialog::Labels(None))), "the key of a label can be taken");
        assert_eq!(state.own_label("H"), Some(LabelId(1)));
        state.apply(Action::SetKey("accept", Some("H".into())));
        assert_eq!(state.own_label("H"), None, "a key that a person gives to a command is the command's");
    }

    #[test]
    fn a_label_that_is_gone_is_not_given_again() {
        let mut state = opened();
        state.apply(Action::KeepLabels(LabelSet::plain(&[OwnLabel::plain(1, "Frame", "6")])));
        let both = [OwnLabel::plain(1, "Frame", "6"), OwnLabel::plain(2, "Claim", "7")];
        state.apply(Action::KeepLabels(LabelSet::plain(&both)));
        words(&mut state, "storm");
        state.apply(Action::Tag(Tag::Own(LabelId(2))));
        state.apply(Action::Undo);
        state.apply(Action::Undo);
        words(&mut state, "Nobody");
        let before = state.document().cloned();
        state.apply(Action::Repeat);
        assert_eq!(state.document().cloned(), before);
        assert!(state.notice.as_ref().is_some_and(|notice| notice.problem));
        state.apply(Action::OpenText { title: None, text: "Another.".into() });
        assert!(state.last_tag.is_none());
    }

    #[test]
    fn a_file_of_labels_keeps_those_that_are_used() {
        let mut state = opened();
        state.apply(Action::KeepLabels(LabelSet::plain(&[
            OwnLabel::plain(1, "Frame", "6"),
            OwnLabel::plain(2, "Claim", "7"),
        ])));
        words(&mut state, "storm");
        state.apply(Action::Tag(Tag::Own(LabelId(2))));
        state.apply(Action::LabelsRead(pack_labels(&LabelSet::plain(&[OwnLabel::plain(1, "New", "6")]))));
        let names: Vec<&str> = state.labels().labels.iter().map(|label| label.name.as_str()).collect();
        assert_eq!(names, ["New", "Claim"]);
        state.apply(Action::LabelsRead("nonsense".into()));
        assert!(state.notice.as_ref().is_some_and(|notice| notice.problem));
    }
}
