//! An attribution after or inside the words it attributes: `The bridge will close, Low said.`,
//! `The bridge, she said, will close.`

use super::clause::FINITE_VERB;
use super::draft::Draft;
use super::group::Group;
use crate::extract::analysis::Analysis;
use crate::extract::class::{
    ADVERB, ATTRIBUTES, AUXILIARY, CONJUNCTION, LY, MODAL, PREPOSITION, RELATIVE, SUBJECT, TIME,
};
use crate::extract::cue::{QUOTE, SPEECH, THAT};
use std::ops::Range;

/// The writer's words to the left of `group`, and those to its right when it stands between commas.
pub(super) fn find(a: &Analysis, group: &Group, sentence: &Range<usize>) -> Option<Draft> {
    let comma = group.start.checked_sub(1).filter(|&at| at > sentence.start)?;
    let parts = a.word(comma) == "," || a.is_dash(comma) || a.pair_at(comma).is_some();
    let speaks = group.cue.has(SPEECH) && group.cue.has(THAT | QUOTE) && !group.adjunct;
    let subject = group.inverted || group.source.first().is_some_and(|source| source.end <= group.cue.start);
    let relative =
        group.source.last().is_some_and(|source| a.is(source.start, RELATIVE) && source.len() == 1);
    if !parts || !speaks || !subject || relative {
        return None;
    }
    let addressee = group.addressee(a, sentence.end);
    let mut after = addressee.as_ref().map_or(group.end, |whom| whom.end.max(group.end));
    while addressee.is_some() && a.is(after, ADVERB | LY | TIME) {
        after += 1; // “told reporters afterwards”
    }
    let last = after >= sentence.end
        || matches!(a.word(after), "." | "!" | "?")
        || a.is(after, PREPOSITION | TIME)
        || group.inverted; // “said Low, who leads the …”
    let between = a.word(after) == a.word(comma) || a.word(after) == ",";
    if !last && !between {
        return None;
    }
    let left = sentence.start..if a.pair_at(comma).is_some() { group.start } else { comma };
    let one = a.count_words(left.clone()) < 2;
    if one && !between {
        return None;
    }
    let clause = left.clone().any(|at| a.is(at, AUXILIARY | MODAL | FINITE_VERB));
    let mut draft = Draft {
        source: group.source.clone(),
        cue: vec![group.cue.range()],
        addressee,
        score: 0.85,
        ..Draft::default()
    };
    draft.content.push(left);
    let turns = group.inverted && ["but", "and", "who", "though"].iter().any(|word| a.reads(after + 1, word));
    if between && after + 1 < sentence.end && !a.is(after + 1, ATTRIBUTES | RELATIVE) && !turns {
        let right = after + 1..super::extent::end(a, after + 1, sentence);
        let verb = right.clone().any(|at| a.is(at, AUXILIARY | MODAL | FINITE_VERB | SUBJECT));
        if verb && a.count_words(right.clone()) > 1 {
            // “But, she said, …”, “Now, she said, …”: one word is no content.
            if one && a.is(sentence.start, CONJUNCTION | ADVERB | LY | TIME) {
                draft.content.clear();
            }
            draft.content.push(right);
            return Some(draft);
        }
    }
    (!one && clause || last && a.count_words(draft.content[0].clone()) > 3).then_some(draft)
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn an_attribution_may_stand_last_or_between() {
        assert_eq!(
            examples("The ferry will sail, Toll said on Friday."),
            ["Toll | said | The ferry will sail"]
        );
        assert_eq!(
            examples("The ferry will sail, said Mira Toll."),
            ["Mira Toll | said | The ferry will sail"]
        );
        assert_eq!(
            examples("The ferry, she said, will sail at noon."),
            ["she | said | The ferry // will sail at noon"]
        );
    }

    #[test]
    fn a_relative_clause_is_no_attribution() {
        assert!(examples("The ferry hit the pier, which responded by falling.").is_empty());
    }
}
