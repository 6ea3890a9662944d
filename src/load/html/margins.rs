use super::names::{Hint, hint};
use super::walk::{Step, walk};
use dom_query::{NodeId, NodeRef};
use rustc_hash::{FxHashMap, FxHashSet};

/// Of the article's letters, what a part has at most that is no part of its body, in hundredths: more is the body itself.
const MOST: usize = 45;
/// A line around the body has at most so many letters.
const FEW: usize = 400;

/// The words on a page that elements' names set apart: share bars, related links, captions, bylines.
///
/// They are noted before the article is looked for, which renames and replaces elements but keeps the words.
#[derive(Default)]
pub(super) struct Margins {
    groups: Vec<Group>,
    /// The innermost group of each text.
    texts: FxHashMap<NodeId, usize>,
}

/// Words in an element that is no body by its name.
struct Group {
    hint: Hint,
    letters: usize,
    /// The group around it.
    outer: Option<usize>,
}

impl Margins {
    /// Those of the page.
    pub(super) fn of(page: NodeRef) -> Margins {
        let mut margins = Margins::default();
        let mut letters = 0;
        // Of each open group its element, its number, and the letters before it.
        let mut open: Vec<(NodeId, usize, usize)> = Vec::new();
        walk(page, |step| {
            match step {
                Step::Enter(node) if node.is_text() => {
                    letters += count(&node);
                    if let Some(&(_, group, _)) = open.last() {
                        margins.texts.insert(node.id, group);
                    }
                }
                Step::Enter(node) => {
                    if let Some(hint) = hint(&node) {
                        let outer = open.last().map(|&(_, group, _)| group);
                        open.push((node.id, margins.groups.len(), letters));
                        margins.groups.push(Group { hint, letters: 0, outer });
                    }
                }
                Step::Leave(node) => {
                    if let Some((_, group, before)) = open.pop_if(|(id, ..)| *id == node.id)
                        && let Some(group) = margins.groups.get_mut(group)
                    {
                        group.letters = letters - before;
                    }
                }
            }
            true
        });
        margins
    }

    /// The texts that are no body of the article that hangs from `root`.
    pub(super) fn within(&self, root: NodeRef) -> Hidden<'_> {
        let mut all = 0;
        let mut decks: FxHashSet<usize> = FxHashSet::default();
        walk(root, |step| {
            if let Step::Enter(node) = step
                && node.is_text()
            {
                all += count(&node);
                let group = self.texts.get(&node.id);
                decks.extend(
                    group.filter(|group| self.groups.get(**group).is_some_and(|g| g.hint == Hint::Deck)),
                );
            }
            true
        });
        let mut hidden: Vec<bool> = Vec::with_capacity(self.groups.len());
        for group in &self.groups {
            let outer = group.outer.and_then(|outer| hidden.get(outer)).copied().unwrap_or_default();
            let fits = group.letters * 100 <= all * MOST;
            let itself = fits
                && match group.hint {
                    Hint::Other => true,
                    Hint::Margin => group.letters <= FEW,
                    Hint::Deck => group.letters <= FEW && decks.len() == 1,
                };
            hidden.push(outer || itself);
        }
        Hidden { texts: &self.texts, groups: hidden }
    }
}

/// Which texts are no body.
pub(super) struct Hidden<'a> {
    texts: &'a FxHashMap<NodeId, usize>,
    groups: Vec<bool>,
}

impl Hidden<'_> {
    /// Whether this text is no body.
    pub(super) fn hides(&self, text: &NodeRef) -> bool {
        let group = self.texts.get(&text.id).and_then(|&group| self.groups.get(group));
        group.copied().unwrap_or_default()
    }
}

fn count(text: &NodeRef) -> usize {
    text.text().bytes().filter(|byte| !byte.is_ascii_whitespace()).count()
}
