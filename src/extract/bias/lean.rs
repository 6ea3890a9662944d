use super::{Draft, Scene};
use crate::extract::Category;

/// A text is weighed by this many words: about a long sentence.
const WORDS: f32 = 30.0;

/// The lean at which the score is a half: less than one sure loaded word in a sentence. It and the weights of [`pull`] were
/// set on half of the sentences of MBIC (Spinde et al. 2021, Apache-2.0) and tried on the other half.
const HALF: f32 = 0.4;

/// How much the writer's own wording leans, 0 (not at all) to 1: leaning words by their score and category, as a share of
/// the words. What a speaker is quoted with does not count, a paraphrase by half.
pub(super) fn of(scene: &Scene<'_>, drafts: &[Draft]) -> f32 {
    let lean: f32 = drafts.iter().map(|d| d.score * pull(d.category) * scene.weight(d.from)).sum();
    let words = (0..scene.len()).filter(|&i| scene.is_word(i)).map(|i| scene.weight(i)).sum::<f32>();
    let ratio = lean / (words / WORDS).max(1.0) / HALF;
    // A single leaning word in a long calm text hardly moves it.
    ratio * ratio / (1.0 + ratio * ratio)
}

/// How much a category counts beside loaded wording.
const fn pull(category: Category) -> f32 {
    match category {
        Category::LoadedLanguage | Category::Label | Category::Sensationalism | Category::Puffery => 1.0,
        Category::Doubt => 0.8,
        Category::ScareQuote => 0.6,
        Category::Booster
        | Category::Intensifier
        | Category::Editorializing
        | Category::Generalization
        | Category::Weasel => 0.5,
        Category::Implicative | Category::MindReading => 0.25,
        Category::Hedge | Category::Factive | Category::AgentlessPassive => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::bias::tests::found;

    fn score(text: &str) -> f32 {
        found(text, &[]).1
    }

    #[test]
    fn a_leaning_sentence_is_past_a_half_and_a_plain_one_at_nought() {
        assert!(score("The mayor’s disgraceful plan passed on Monday.") > 0.5);
        assert_eq!(score("The mayor’s plan may pass on Monday."), 0.0);
    }

    #[test]
    fn plain_text_dilutes() {
        let plain = "The council met on Monday and heard a report about the bridge. ".repeat(9);
        let mixed = format!("A disgraceful plan. {plain}");
        assert!(score(&mixed) > 0.0 && score(&mixed) < 0.4);
    }
}
