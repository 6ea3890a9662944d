use super::{Filter, Layer, Pane};
use crate::document::{Id, Part, Place, State};

/// What the screen shows of an article; the tab remembers it across a reload.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The first byte of the first paragraph on the screen, and how far it stands below the top, in CSS pixels.
    pub top: (usize, i32),
    /// What is picked.
    pub selected: Option<Place>,
    /// Which annotations are shown.
    pub filter: Filter,
    /// What a narrow screen shows.
    pub pane: Pane,
}

const PANES: [Pane; 3] = [Pane::Text, Pane::List, Pane::Summary];
const PARTS: [Part; 4] = [Part::Content, Part::Source, Part::Cue, Part::Marker];
const STATES: [State; 3] = [State::Suggested, State::Accepted, State::Rejected];

impl View {
    /// The view as a line for the tab.
    pub fn pack(&self) -> String {
        let place = |p: Place| format!("{} {} {}", p.id, number(&PARTS, &p.part), p.number);
        let hidden: String =
            self.filter.hidden.iter().map(|layer| number(&Layer::ALL, layer).to_string()).collect();
        let state = self.filter.state.map(|state| number(&STATES, &state).to_string()).unwrap_or_default();
        let by_hand = self.filter.by_hand.map_or("", |by_hand| if by_hand { "p" } else { "c" });
        let unnamed = if self.filter.unnamed { "u" } else { "" };
        let state = [&state, by_hand, unnamed, &self.filter.sure.to_string()].join(" ");
        let fields = [
            format!("{} {}", self.top.0, self.top.1),
            number(&PANES, &self.pane).to_string(),
            hidden,
            state,
            self.selected.map(place).unwrap_or_default(),
            self.filter.kind.clone().unwrap_or_default(),
            self.filter.speaker.clone().unwrap_or_default(),
        ];
        fields.join("\t")
    }

    /// The view that was packed. What cannot be read is as at the start.
    pub fn unpack(packed: &str) -> Self {
        let mut fields = packed.splitn(7, '\t');
        let mut next = || fields.next().unwrap_or_default();
        let top =
            next().split_once(' ').and_then(|(byte, below)| Some((byte.parse().ok()?, below.parse().ok()?)));
        let pane = item(&PANES, next()).unwrap_or_default();
        let hidden = next()
            .char_indices()
            .filter_map(|(_, c)| item(&Layer::ALL, c.encode_utf8(&mut [0; 4])))
            .collect();
        let mut more = next().split(' ');
        let state = more.next().and_then(|state| item(&STATES, state));
        let by_hand = more.next().filter(|by| !by.is_empty()).map(|by| by == "p");
        let unnamed = more.next() == Some("u");
        let sure = more.next().and_then(|sure| sure.parse().ok()).unwrap_or(0);
        let selected = place(next());
        let kind = Some(next()).filter(|name| !name.is_empty()).map(str::to_owned);
        let speaker = Some(next()).filter(|name| !name.is_empty()).map(str::to_owned);
        let filter = Filter { hidden, kind, speaker, state, by_hand, unnamed, sure };
        Self { top: top.unwrap_or_default(), selected, filter, pane }
    }
}

fn number<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or(0)
}

fn item<T: Copy>(all: &[T], number: &str) -> Option<T> {
    all.get(number.parse::<usize>().ok()?).copied()
}

fn place(packed: &str) -> Option<Place> {
    let mut words = packed.split(' ');
    let id = Id::parse(words.next()?)?;
    Some(Place { id, part: item(&PARTS, words.next()?)?, number: words.next()?.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_comes_back() {
        let full = View {
            top: (120, -7),
            selected: Some(Place { id: Id(7), part: Part::Cue, number: 1 }),
            filter: Filter {
                hidden: vec![Layer::Loaded, Layer::Epistemic],
                kind: Some("Direct quote".into()),
                speaker: Some("Ada\tMoss".into()),
                state: Some(State::Rejected),
                by_hand: Some(false),
                unnamed: true,
                sure: 55,
            },
            pane: Pane::Summary,
        };
        for view in [View::default(), full] {
            assert_eq!(View::unpack(&view.pack()), view);
        }
        assert_eq!(
            View::unpack("0 0\t0\t\t1").filter.state,
            Some(State::Accepted),
            "as it was packed before"
        );
        for nonsense in ["", "x", "\t\t\t9\ta1 9\t", "1\t9\t9é"] {
            assert_eq!(View::unpack(nonsense).filter.state, None);
        }
    }
}
