//! A passive that leaves out who acted: “mistakes were made”, “five people were killed”.
//! List: `passive.txt`, only participles of actions with consequences.

use super::{Draft, Scene};
use crate::extract::Category;
use crate::extract::class::{AUXILIARY, PASSIVE};

const BE: [&str; 6] = ["was", "were", "been", "being", "is", "are"];

/// How far behind the participle its “by” is looked for.
const REACH: usize = 8;

pub(super) fn find(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    for i in (0..scene.len()).filter(|&i| scene.has(i, AUXILIARY) && scene.is_any(i, &BE)) {
        // One adverb may stand between: “was brutally beaten”.
        let adverb =
            scene.word(i + 1).ends_with("ly") || scene.is_any(i + 1, &["also", "then", "not", "never"]);
        let at = if adverb { i + 2 } else { i + 1 };
        let participle = scene.together(i, at) && scene.has(at, PASSIVE) || is_made(scene, i, at);
        if participle && !names_the_agent(scene, at) {
            out.push(Draft { from: i, to: at + 1, category: Category::AgentlessPassive, score: 0.5 });
        }
    }
}

/// “mistakes were made”: “made” leaves out who only after such a noun.
fn is_made(scene: &Scene<'_>, be: usize, at: usize) -> bool {
    const DEEDS: [&str; 6] = ["mistakes", "errors", "mistake", "threats", "accusations", "decisions"];
    let noun = if scene.follows(be, &["have", "had", "has"]) { be.checked_sub(2) } else { be.checked_sub(1) };
    scene.is(at, "made") && noun.is_some_and(|noun| scene.together(noun, at) && scene.is_any(noun, &DEEDS))
}

fn names_the_agent(scene: &Scene<'_>, at: usize) -> bool {
    (at + 1..at + 1 + REACH).take_while(|&j| scene.together(at, j)).any(|j| scene.is(j, "by"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::bias::tests::{marks, spares};

    #[test]
    fn passives_without_an_agent_are_marked() {
        marks(
            find,
            &[
                ("Five people were killed on Monday.", "were killed/agentless-passive"),
                ("Mistakes have been made.", "been made/agentless-passive"),
                ("He was badly beaten. By noon he left.", "was badly beaten/agentless-passive"),
            ],
        );
    }

    #[test]
    fn passives_with_an_agent_and_states_are_not() {
        spares(
            find,
            &[
                "Five people were killed on Monday by a flood.",
                "The cake was made on Monday.",
                "She was tired.",
                "They killed time.",
            ],
        );
    }
}
