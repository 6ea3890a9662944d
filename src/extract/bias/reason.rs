//! Why a marker is shown, in one sentence, and a more neutral wording. Source of the wordings: the list `neutral`.

use crate::extract::Category;
use crate::lexicon::neutral;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static NEUTRAL: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| neutral::PAIRS.lines().filter_map(|line| line.split_once('\t')).collect());

/// What a plain report could say instead of `entry`, the words as the lists have them.
pub(super) fn neutral(entry: &str) -> Option<&'static str> {
    NEUTRAL.get(entry).copied()
}

/// One sentence that tells the reader what `words` do; it describes, and does not scold.
pub(crate) fn of(category: Category, words: &str, neutral: Option<&str>) -> String {
    match neutral {
        Some(neutral) => ["“", words, "” ", judges(category), "; neutral: “", neutral, "”."].concat(),
        None => ["“", words, "” ", effect(category)].concat(),
    }
}

/// The plainer wording in `reason`, empty for none, when `reason` is [`of`] these; else `None`.
pub(crate) fn neutral_in<'r>(reason: &'r str, category: Category, words: &str) -> Option<&'r str> {
    let told = reason.strip_prefix("“")?.strip_prefix(words)?.strip_prefix("” ")?;
    if told == effect(category) {
        return Some("");
    }
    let neutral = told.strip_prefix(judges(category))?.strip_prefix("; neutral: “")?.strip_suffix("”.")?;
    Some(neutral).filter(|neutral| !neutral.is_empty())
}

/// What words of `category` do where a plainer one is known.
const fn judges(category: Category) -> &'static str {
    match category {
        Category::Label => "names somebody or something and judges it at once",
        Category::Sensationalism => "makes the event sound bigger",
        Category::Doubt => "casts doubt on what it stands with",
        Category::Puffery => "praises without giving a ground for it",
        _ => "carries a judgement or a feeling",
    }
}

const fn effect(category: Category) -> &'static str {
    match category {
        Category::LoadedLanguage => {
            "carries a judgement or a feeling; a plainer word would only say what happened."
        }
        Category::Label => {
            "sorts people or ideas into a camp; a name they use, or what they did, would be neutral."
        }
        Category::Sensationalism => "makes the event sound bigger; the facts would show its size.",
        Category::Doubt => "casts doubt on what it stands with, without saying why.",
        Category::Puffery => "praises without giving a ground for it.",
        Category::Hedge => "holds back from a full commitment to the statement.",
        Category::Booster => "presses the statement as beyond question.",
        Category::Intensifier => "turns up the strength of the word it stands with.",
        Category::Factive => "takes what follows for true.",
        Category::Implicative => "implies whether the act took place, and how it was meant.",
        Category::Editorializing => "brings in the writer's own opinion.",
        Category::Weasel => "leans on people or sources that are not named.",
        Category::Generalization => "covers more cases than can be known.",
        Category::MindReading => "tells what someone thinks or feels, which only they can know.",
        Category::ScareQuote => "stands in quotation marks that hold the words at a distance.",
        Category::AgentlessPassive => "leaves out who did it.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_one_sentence() {
        for category in Category::ALL {
            for neutral in [None, Some("thus")] {
                let reason = of(category, "so", neutral);
                assert!(reason.starts_with("“so” ") && reason.ends_with('.'));
                assert_eq!(reason.matches('.').count(), 1);
                assert_eq!(neutral_in(&reason, category, "so"), Some(neutral.unwrap_or("")));
                assert_eq!(neutral_in(&reason, category, "very"), None);
            }
        }
    }

    #[test]
    fn a_plainer_wording_is_named_where_there_is_one() {
        assert_eq!(neutral("regime"), Some("government"));
        assert_eq!(neutral("slammed"), Some("criticized"));
        assert_eq!(neutral("government"), None);
        let reason = of(Category::Label, "regime", neutral("regime"));
        assert_eq!(
            reason,
            "“regime” names somebody or something and judges it at once; neutral: “government”."
        );
    }
}
