//! Posts set off from the article, as pages embed them: `Stay off the slipway. — Brill Harbour (@brillharbour) 4 March`.

use super::draft::Draft;
use crate::extract::analysis::Analysis;
use std::ops::Range;

/// The most tokens of a name between the dash and the handle.
const LONGEST_NAME: usize = 8;

/// A draft for each post that is signed with a name and a handle; the paragraphs that it fills are marked in `taken`.
pub(super) fn find(a: &Analysis, taken: &mut [bool]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if !a.text.contains('@') {
        return drafts;
    }
    for number in 0..a.paragraphs.len() {
        let Some((dashes, name)) = signature(a, &a.paragraphs[number]) else { continue };
        let alone = dashes.start == a.paragraphs[number].start;
        let above =
            number.checked_sub(1).filter(|&above| alone && !a.stands_apart(a.paragraphs[above].start));
        let content = match above {
            Some(above) if !taken[above] => a.paragraphs[above].clone(),
            Some(_) => continue,
            None => a.paragraphs[number].start..dashes.start,
        };
        if !content.clone().any(|at| a.is_word(at)) {
            continue;
        }
        taken[number] = true;
        if let Some(above) = above {
            taken[above] = true;
        }
        drafts.push(Draft {
            content: vec![content],
            source: vec![name],
            cue: vec![dashes],
            verbatim: true,
            score: 0.85,
            ..Draft::default()
        });
    }
    drafts
}

/// The dash and the name before the last handle in brackets of `paragraph`.
fn signature(a: &Analysis, paragraph: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let bracket = paragraph.clone().rev().find(|&at| a.word(at) == "(" && a.word(at + 1).starts_with('@'))?;
    let dash = (paragraph.start..bracket).rev().take(LONGEST_NAME + 1).find(|&at| a.is_dash(at))?;
    let double = dash > paragraph.start && a.is_dash(dash - 1);
    let name = dash + 1..bracket;
    name.clone().any(|at| a.is_word(at)).then(|| (dash - usize::from(double)..dash + 1, name))
}

#[cfg(test)]
mod tests {
    use crate::extract::quotes::examples;

    #[test]
    fn a_post_belongs_to_who_signs_it() {
        for text in [
            "Stay off the slipway. #seal — Brill Harbour (@brillharbour) March 4, 2022",
            "Stay off the slipway. #seal\n— Brill Harbour (@brillharbour) March 4, 2022",
        ] {
            assert_eq!(examples(text), ["Brill Harbour | — | Stay off the slipway. #seal"]);
        }
    }

    #[test]
    fn a_handle_or_a_dash_alone_is_no_signature() {
        assert!(examples("The harbour (@brillharbour) opened in May.").is_empty());
        assert!(examples("The harbour opened in May — late, as ever.").is_empty());
        assert!(examples("— Brill Harbour (@brillharbour) March 4").is_empty());
    }

    #[test]
    fn a_link_to_a_post_is_none() {
        let link = "Read more: Stay off the slipway — Brill Harbour (@brillharbour) March 4";
        assert!(examples(&format!("The ferry sank in May.\n\n{link}")).is_empty());
    }
}
