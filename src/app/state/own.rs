//! Labels that a person has made.

use super::{Action, Dialog, Effect, Group, Notice, State};
use crate::document::packed::{pack_labels, unpack_labels};
use crate::document::tagging::{self, Done, Refusal, Tag};
use crate::document::{Document, LabelId, LabelSet};
use crate::text::Span;
use std::rc::Rc;

impl State {
    /// The labels that a person has made: those of the article, or if it has none, those that were made last.
    pub fn labels(&self) -> &Rc<LabelSet> {
        let of_article = self.document().map(|document| &document.article.labels);
        of_article.filter(|set| !set.labels.is_empty()).unwrap_or(&self.own_labels)
    }

    /// The label of a key, as it is written.
    pub(super) fn own_label(&self, key: &str) -> Option<Tag> {
        self.labels().labels.iter().find(|label| label.key == key).map(|label| Tag::Own(label.id))
    }

    /// The actions on labels; they need no article.
    pub(super) fn own(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::KeepLabels(set) => self.keep_labels(set, true),
            Action::LabelsRead(packed) => {
                let set = unpack_labels(&packed).map(|set| {
                    let used = |id: LabelId| self.uses(id);
                    self.labels().replaced_by(&set, used)
                });
                match set {
                    Err(why) => self.tell(Notice::problem(&why)),
                    Ok(set) => {
                        let count = set.labels.len().to_string();
                        let effects = self.keep_labels(set, false);
                        let said =
                            [&count, " labels now, as the file has them. Undo takes that back."].concat();
                        self.notice = self.notice.take().or_else(|| Some(Notice::done(&said)));
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
                let file = super::stem(name) + ".labels.json";
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

    fn keep_labels(&mut self, set: LabelSet, ask: bool) -> Vec<Effect> {
        let taken = set.labels.iter().find_map(|label| {
            let command = self.keymap.command(&label.key).filter(|command| command.group != Group::Label)?;
            Some(["The key ", &label.key, " is that of “", command.name, "”. Choose another one."].concat())
        });
        let problem = set.check().err().map(|why| why + ".").or(taken);
        if ask {
            self.dialog = match (&self.dialog, problem.is_some()) {
                (Some(Dialog::Labels(editing, _)), true) => Some(Dialog::Labels(*editing, problem.clone())),
                _ => Some(Dialog::Labels(None, None)),
            };
        }
        if let Some(why) = problem {
            return if ask { vec![] } else { self.tell(Notice::problem(&why)) };
        }
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
        if !matches!(tag, Tag::Own(_)) || !document.article.labels.labels.is_empty() {
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

    fn label(id: u32, name: &str, key: &str) -> OwnLabel {
        OwnLabel {
            id: LabelId(id),
            name: name.into(),
            key: key.into(),
            colour: 0,
            guideline: String::new(),
            examples: String::new(),
            attributes: vec![],
        }
    }

    fn set(labels: &[OwnLabel]) -> LabelSet {
        LabelSet { name: "Frames".into(), labels: labels.to_vec() }
    }

    #[test]
    fn a_label_is_made_used_by_its_key_and_undone() {
        let mut state = State::new();
        state.apply(Action::Dialog(Some(Dialog::Labels(Some(LabelId(1)), None))));
        let effects = state.apply(Action::KeepLabels(set(&[label(1, "Frame", "6")])));
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
        for bad in [label(1, "Frame", "A"), label(1, " ", "")] {
            state.apply(Action::Dialog(Some(Dialog::Labels(Some(LabelId(1)), None))));
            assert!(state.apply(Action::KeepLabels(set(&[bad]))).is_empty());
            assert!(matches!(&state.dialog, Some(Dialog::Labels(Some(_), Some(_)))));
        }
        state.apply(Action::KeepLabels(set(&[label(1, "Frame", "H")])));
        assert!(matches!(&state.dialog, Some(Dialog::Labels(None, None))), "the key of a label can be taken");
    }

    #[test]
    fn a_file_of_labels_keeps_those_that_are_used() {
        let mut state = opened();
        state.apply(Action::KeepLabels(set(&[label(1, "Frame", "6"), label(2, "Claim", "7")])));
        words(&mut state, "storm");
        state.apply(Action::Tag(Tag::Own(LabelId(2))));
        state.apply(Action::LabelsRead(pack_labels(&set(&[label(1, "New", "6")]))));
        let names: Vec<&str> = state.labels().labels.iter().map(|label| label.name.as_str()).collect();
        assert_eq!(names, ["New", "Claim"]);
        state.apply(Action::LabelsRead("nonsense".into()));
        assert!(state.notice.as_ref().is_some_and(|notice| notice.problem));
    }
}
