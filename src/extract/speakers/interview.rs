//! Who `Q` and `A` are in a printed interview: whom its introduction names.

use super::people::People;
use crate::extract::analysis::Analysis;
use crate::extract::quotes::Draft;

/// How many names of the introduction are looked at.
const NAMES: usize = 20;

/// The two sides of an interview, as far as the introduction tells.
#[derive(Default)]
pub(super) struct Interview {
    asks: Option<usize>,
    answers: Option<usize>,
}

impl Interview {
    /// Reads what stands before the first turn: who is named first answers; who is spoken to asks.
    pub(super) fn read(a: &Analysis, drafts: &[Draft], people: &People) -> Self {
        let Some(turn) = drafts.iter().find(|draft| label(a, draft).is_some()) else {
            return Self::default();
        };
        let named = people.named.iter().take(NAMES).take_while(|(range, _)| range.start < turn.start());
        let persons = named.filter(|&&(_, entity)| people.is_person(entity));
        let answers = persons.clone().map(|&(_, entity)| entity).next();
        // “She spoke to Ida Brook”, “interviewed by Ida Brook”
        let spoken_to = |at: usize| ["to", "with", "by"].iter().any(|word| a.reads(at, word));
        let mut others = persons.filter(|&&(_, entity)| Some(entity) != answers);
        let asks = others.find(|(range, _)| range.start.checked_sub(1).is_some_and(spoken_to));
        Self { asks: asks.map(|&(_, entity)| entity), answers }
    }

    /// Who speaks in `draft`, if it is a turn of an interview.
    pub(super) fn speaker(&self, a: &Analysis, draft: &Draft) -> Option<usize> {
        match label(a, draft)? {
            "Q" => self.asks,
            _ => self.answers,
        }
    }
}

/// `Q` or `A`, if that is what stands before the words.
fn label<'t>(a: &Analysis<'t>, draft: &Draft) -> Option<&'t str> {
    let source = draft.source.first().filter(|source| draft.verbatim && source.len() == 1)?;
    Some(a.word(source.start)).filter(|word| matches!(*word, "Q" | "A"))
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    fn speakers(text: &str) -> Vec<Option<String>> {
        extract(text).quotes.into_iter().map(|quote| quote.speaker).collect()
    }

    #[test]
    fn the_introduction_names_who_asks_and_who_answers() {
        let turns = "Q: Why did you come?\nA: For the ferry. Ada Moss sent me.\nQ: And then?";
        let [brook, toll] = ["Ida Brook", "Mira Toll"].map(|name| Some(name.to_owned()));
        let text = format!("Mira Toll kept the light. She spoke to Ida Brook about fog.\n{turns}");
        assert_eq!(speakers(&text), [brook.clone(), toll.clone(), brook]);
        let text = format!("Mira Toll kept the light.\n{turns}");
        assert_eq!(speakers(&text)[1], toll);
        assert_eq!(speakers(turns)[1].as_deref(), Some("A"));
    }
}
