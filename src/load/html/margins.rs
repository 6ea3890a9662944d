use super::names::{Hint, hints};
use super::walk::{Step, walk};
use dom_query::{NodeId, NodeRef};
use rustc_hash::FxHashMap;

/// Of the article's letters, what a part has at most that is no part of its body, in hundredths: more is the body itself.
const MOST: usize = 45;
/// The same for all parts of a name: more than that, and the name says nothing here.
const MOST_OF_A_NAME: usize = 65;
/// A line around the body has at most so many letters.
const FEW: usize = 400;
/// Pictures with their captions, which may be longer than the article that they stand in.
const ALBUMS: [&str; 3] = ["carousel", "gallery", "slideshow"];
/// They stand in it when it has so many letters before them, and behind them.
const AROUND_ALBUM: usize = 500;

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
    /// What tells the hint.
    name: &'static str,
    letters: usize,
    /// The group around it.
    outer: Option<usize>,
    /// Whether none of the groups around it has its name.
    is_outermost: bool,
}

impl Margins {
    /// Those of the page.
    pub(super) fn of(page: NodeRef) -> Margins {
        let mut margins = Margins::default();
        let mut letters = 0;
        // Of each open group its element, its number, and the letters before it.
        let mut open: Vec<(NodeId, usize, usize)> = Vec::new();
        let mut open_names: FxHashMap<&str, usize> = FxHashMap::default();
        walk(page, |step| {
            match step {
                Step::Enter(node) if node.is_text() => {
                    letters += count(&node);
                    if let Some(&(_, group, _)) = open.last() {
                        margins.texts.insert(node.id, group);
                    }
                }
                Step::Enter(node) => {
                    for (hint, name) in hints(&node) {
                        let outer = open.last().map(|&(_, group, _)| group);
                        open.push((node.id, margins.groups.len(), letters));
                        let same = open_names.entry(name).or_default();
                        *same += 1;
                        margins.groups.push(Group {
                            hint,
                            name,
                            letters: 0,
                            outer,
                            is_outermost: *same == 1,
                        });
                    }
                }
                Step::Leave(node) => {
                    while let Some((_, group, before)) = open.pop_if(|(id, ..)| *id == node.id) {
                        if let Some(group) = margins.groups.get_mut(group) {
                            group.letters = letters - before;
                            open_names.entry(group.name).and_modify(|same| *same -= 1);
                        }
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
        let mut letters = vec![0; self.groups.len()];
        let mut before = vec![None; self.groups.len()];
        walk(root, |step| {
            if let Step::Enter(node) = step
                && node.is_text()
            {
                let group = self.texts.get(&node.id).copied();
                if let Some(letters) = group.and_then(|group| letters.get_mut(group)) {
                    *letters += count(&node);
                }
                self.note_start(&mut before, group, all);
                all += count(&node);
            }
            true
        });
        let mut of_names: FxHashMap<&str, usize> = FxHashMap::default();
        let mut decks = 0;
        // What is within a group comes behind it.
        for (number, group) in self.groups.iter().enumerate().rev() {
            let own = letters.get(number).copied().unwrap_or_default();
            if let Some(outer) = group.outer.and_then(|outer| letters.get_mut(outer)) {
                *outer += own;
            }
            if group.is_outermost && own > 0 {
                *of_names.entry(group.name).or_default() += own;
                decks += usize::from(group.hint == Hint::Deck);
            }
        }
        let says_much =
            |name: &str| of_names.get(name).is_some_and(|letters| letters * 100 <= all * MOST_OF_A_NAME);
        let mut hidden: Vec<bool> = Vec::with_capacity(self.groups.len());
        for (number, group) in self.groups.iter().enumerate() {
            let outer = group.outer.and_then(|outer| hidden.get(outer)).copied().unwrap_or_default();
            let own = letters.get(number).copied().unwrap_or_default();
            let start = before.get(number).copied().flatten().unwrap_or_default();
            let is_inset =
                ALBUMS.contains(&group.name) && start.min(all.saturating_sub(start + own)) >= AROUND_ALBUM;
            let fits = is_inset || (group.letters * 100 <= all * MOST && says_much(group.name));
            let itself = fits
                && match group.hint {
                    Hint::Other => true,
                    Hint::Margin => group.letters <= FEW,
                    Hint::Deck => group.letters <= FEW && decks == 1,
                };
            hidden.push(outer || itself);
        }
        Hidden { texts: &self.texts, groups: hidden }
    }

    /// Notes of a group, and of those around it, how many letters stand before their first text.
    fn note_start(&self, before: &mut [Option<usize>], group: Option<usize>, letters: usize) {
        let mut next = group;
        while let Some(group) = next {
            match before.get_mut(group) {
                Some(start @ None) => *start = Some(letters),
                _ => return,
            }
            next = self.groups.get(group).and_then(|group| group.outer);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::html::blocks::parts;
    use crate::load::html::parse::parse;

    const LINE: &str = "The dam above Marrow held through the night.";

    fn shown(html: &str) -> Vec<String> {
        let page = parse(html).expect("not deep");
        let hidden = Margins::of(page.root());
        parts(page.root(), &hidden.within(page.root())).into_iter().map(|part| part.words).collect()
    }

    #[test]
    fn names_hide_what_is_a_small_part() {
        let body = format!("<p>{LINE}</p>").repeat(4);
        let html = format!(
            "<div class=related>More dams</div>{body}<p class=byline>Ida Thorne<p class=meta>{}<p>On <time>4 May</time> it broke.",
            "long ".repeat(120)
        );
        let shown = shown(&html);
        assert_eq!(shown.len(), 6);
        assert_eq!(shown[0], LINE);
        assert_eq!(shown[5], "On 4 May it broke.");
    }

    #[test]
    fn pictures_within_an_article_go_however_many_they_are() {
        let body = format!("<p>{LINE}</p>").repeat(20);
        let album = format!("<div class=gallery>{}</div>", format!("<div>Slide. {LINE}</div>").repeat(90));
        assert_eq!(shown(&format!("{body}{album}{body}")).len(), 40);
        assert_eq!(shown(&format!("{body}{album}<p>{LINE}")).len(), 111);
        let promos = album.replace("gallery", "promo");
        assert_eq!(shown(&format!("{body}{promos}{body}")).len(), 130);
    }

    #[test]
    fn words_within_a_sentence_stay() {
        let body = format!("<p>{LINE}</p>").repeat(9);
        let name = "<span class=rollover><a>Crane</a><span class=rollover-box>All on Crane</span></span>";
        let html =
            format!("{body}<p>The mayor, Ottilie {name}, said so<span class=tooltip> Mayor</span> at noon.");
        assert_eq!(shown(&html)[9], "The mayor, Ottilie Crane, said so at noon.");
    }

    #[test]
    fn a_name_that_is_everywhere_says_nothing() {
        let html = format!("<div class='promo share'>{LINE}</div>").repeat(4) + &format!("<p>{LINE}</p>");
        assert_eq!(shown(&html).len(), 5);
        let both =
            format!("<div class=promo>{LINE}</div>").repeat(5) + "<div class='promo share'>Share</div>";
        assert_eq!(shown(&both).len(), 5);
        let whole = format!("<div class=sidebar>{LINE}</div>");
        assert_eq!(shown(&whole), [LINE]);
    }
}
