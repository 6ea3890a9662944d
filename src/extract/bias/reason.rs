use crate::extract::Category;

/// One sentence that tells the reader what `words` do; it describes, and does not scold.
pub(super) fn of(category: Category, words: &str) -> String {
    ["“", words, "” ", effect(category)].concat()
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
            let reason = of(category, "so");
            assert!(reason.starts_with("“so” ") && reason.ends_with('.'));
            assert_eq!(reason.matches('.').count(), 1);
        }
    }
}
