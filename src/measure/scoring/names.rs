/// Verbs and phrases that report speech. Together with quotation marks they tell speech from what is only thought.
const REPORTING: &str = "say says said saying tell tells told telling add adds added adding claim claims claimed claiming \
argue argues argued arguing warn warns warned warning insist insists insisted insisting deny denies denied denying announce \
announces announced announcing accuse accuses accused accusing according ask asks asked asking explain explains explained \
explaining state states stated stating note notes noted noting write writes wrote writing tweet tweets tweeted posted report \
reports reported reporting suggest suggests suggested suggesting describe describes described describing admit admits \
admitted acknowledge acknowledges acknowledged confirm confirms confirmed declare declares declared call calls called \
calling urge urges urged vow vows vowed pledge pledged promise promised reply replied respond responded responds comment \
commented remark remarked observe observed point points pointed conclude concluded contend contends contended maintain \
maintains maintained allege alleges alleged assert asserts asserted reveal revealed recall recalled joke joked complain \
complained agree agreed decline declined stress stressed emphasize emphasized tells quipped lamented wondered answered \
testified";

/// True when one of the words of `cue` reports speech.
pub(super) fn reports(cue: &str) -> bool {
    let cue = cue.to_lowercase();
    cue.split(|c: char| !c.is_ascii_lowercase())
        .any(|word| !word.is_empty() && REPORTING.split(' ').any(|verb| verb == word))
}

/// True when `name` may be the person or body that gold calls `wanted`: the last word of `wanted` is among its words, in
/// upper or lower case.
pub(super) fn names(wanted: &str, name: &str) -> bool {
    let (wanted, name) = (wanted.to_lowercase(), name.to_lowercase());
    words(&wanted).last().is_some_and(|last| words(&name).any(|word| word == last))
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    let within = |c: char| c.is_alphanumeric() || matches!(c, '_' | '\'' | '’' | '-');
    name.split(move |c| !within(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_names() {
        assert!(names("Mayor Ada Moss", "MOSS"));
        assert!(names("Ada Moss", "Moss, Ada"));
        assert!(!names("Ada Moss", "Ada"));
        assert!(!names("Ada Moss", "Ada Moss’s"));
        assert!(!names("", "Ada"));
        assert!(!names("(…)", "…"));
    }

    #[test]
    fn a_cue_reports_by_any_of_its_words() {
        assert!(reports("has Said that"));
        assert!(reports("According to"));
        assert!(!reports("hopes"));
        assert!(!reports(""));
    }
}
