//! What is not part of the article: comment forms, links to other articles, newsletters, share lines, credits. A line is
//! taken as a whole; each rule looks only at how it begins, how it ends, and how long it is.

use super::findings::Boilerplate;
use crate::text::paragraphs;

/// One kind of line.
struct Rule {
    reason: &'static str,
    /// The line begins so, in any case.
    begins: &'static [&'static str],
    /// The most bytes the line may have.
    longest: usize,
}

const RULES: [Rule; 6] = [
    Rule {
        reason: "comment form",
        begins: &[
            "leave a reply",
            "leave a comment",
            "your email address will not be published",
            "required fields are marked",
            "save my name, email",
            "post a comment",
            "cancel reply",
            "comments are closed",
            "log in to comment",
            "sign in to comment",
            "you must be logged in",
            "join the conversation",
            "add a comment",
            "view comments",
            "be the first to comment",
            "notify me of follow-up",
            "notify me of new posts",
        ],
        longest: 260,
    },
    Rule {
        reason: "related link",
        begins: &[
            "see also ",
            "see also:",
            "read more:",
            "read more about",
            "read also",
            "also read",
            "read next",
            "related:",
            "related article",
            "related stor",
            "related content",
            "related coverage",
            "more on this",
            "more from ",
            "more:",
            "you may also like",
            "you might also like",
            "recommended:",
            "recommended for you",
            "don’t miss",
            "don't miss",
            "watch:",
            "watch below",
            "listen below",
            "listen:",
            "in pictures:",
            "click here to",
            "up next",
            "what to read next",
            "most read",
            "trending:",
            "continue reading",
            "keep reading",
            "read the full",
            "view this post on",
        ],
        longest: 200,
    },
    Rule {
        reason: "newsletter",
        begins: &[
            "sign up for",
            "sign up to",
            "subscribe to",
            "subscribe now",
            "get our newsletter",
            "get the latest",
            "enter your email",
            "by signing up",
            "thank you for subscribing",
            "thanks for signing up",
            "newsletter",
            "support our journalism",
            "become a member",
            "already a subscriber",
        ],
        longest: 240,
    },
    Rule {
        reason: "share line",
        begins: &[
            "share this",
            "share on ",
            "share via",
            "share:",
            "follow us on",
            "like us on",
            "tweet this",
            "print this",
            "email this",
            "copy link",
            "click to share",
        ],
        longest: 160,
    },
    Rule {
        reason: "advertisement",
        begins: &[
            "advertisement",
            "sponsored content",
            "article continued below",
            "story continues below",
            "continue below",
            "ad feedback",
        ],
        longest: 60,
    },
    Rule { reason: "copyright", begins: &["©", "(c) ", "copyright ", "all rights reserved"], longest: 300 },
];

const CREDITS: [&str; 9] = [
    "photo:",
    "photo by",
    "photograph:",
    "image:",
    "image credit",
    "picture:",
    "photo credit",
    "credit:",
    "getty images",
];

/// The boilerplate of `text`, in order. Linear: each line is looked at up to a fixed length.
pub(crate) fn find(text: &str) -> Vec<Boilerplate> {
    let reason = |line: &str| {
        let rule = RULES
            .iter()
            .find(|rule| line.len() <= rule.longest && rule.begins.iter().any(|b| starts(line, b)));
        rule.map(|rule| rule.reason).or_else(|| is_credit(line).then_some("photo credit"))
    };
    paragraphs(text)
        .filter_map(|span| Some(Boilerplate { span, reason: reason(span.of(text))?.to_owned() }))
        .collect()
}

fn starts(line: &str, beginning: &str) -> bool {
    // Most lines differ in their first letter.
    if let (Some(given), Some(want)) = (line.bytes().next(), beginning.bytes().next())
        && given.is_ascii_alphanumeric()
        && given.to_ascii_lowercase() != want
    {
        return false;
    }
    let mut given = line.chars().filter(|c| !c.is_control());
    // A space in the rule stands for any white space in the line.
    beginning.chars().all(|want| {
        given.next().is_some_and(|c| c.to_ascii_lowercase() == want || want == ' ' && c.is_whitespace())
    })
}

fn is_credit(line: &str) -> bool {
    line.len() <= 120 && CREDITS.iter().any(|credit| starts(line, credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(line: &str) -> Option<String> {
        find(line).into_iter().next().map(|b| b.reason)
    }

    #[test]
    fn lines_of_the_page_are_set_aside() {
        assert_eq!(reason("Post a comment").as_deref(), Some("comment form"));
        assert_eq!(reason("See also  Ten bridges to cross").as_deref(), Some("related link"));
        assert_eq!(reason("© 2021 The Daily Heron. All rights reserved.").as_deref(), Some("copyright"));
        assert_eq!(reason("Photo: A. Low / Heron Pictures").as_deref(), Some("photo credit"));
    }

    #[test]
    fn sentences_of_the_article_stay() {
        assert_eq!(reason("Leave the door open, she told the crowd that had come to see her."), None);
        assert_eq!(reason("Share prices fell on Monday."), None);
        assert_eq!(reason(&format!("Subscribe to {}", "the view that ".repeat(30))), None);
    }
}
