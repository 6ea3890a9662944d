/// Beginnings of lines that lead away from the article, in small letters.
#[rustfmt::skip]
const LEADS_AWAY: &[&str] = &[
    "all rights reserved", "already a subscriber", "also read:", "also see:", "article continues", "citation:",
    "click here", "continue reading", "copyright ©", "copyright (c)", "discover more", "don't miss", "don’t miss",
    "download our", "download the app", "email the author", "enlarge image", "filed under", "follow us", "follow on",
    "for more information, visit", "for more stories", "get our", "get the latest", "got a tip", "have a tip",
    "have your say", "image caption", "image copyright", "image credit", "image source", "join our",
    "leave a comment", "leave a reply", "like us on", "listen:", "more:", "not a subscriber", "photo by", "photo:",
    "photos:", "photograph:", "picture:", "pictures:", "posted in", "print this", "read also", "read:", "read more",
    "read next", "read or share this", "recommended for you", "related:", "see also:", "see more:", "share on",
    "share this", "share via", "sharing is caring", "sign in to", "sign up for", "sign up to", "story continues", "subscribe for",
    "subscribe now", "subscribe to", "support our", "tags:", "tell us what you think", "thank you for reading",
    "this document is subject to copyright", "topics:", "view author archive", "view comments", "view gallery",
    "view photos", "watch:", "what to read next", "you may also like", "you might also like",
    // In other languages.
    "auch interessant", "das könnte sie auch", "lesen sie auch", "lesen sie hier", "lesen sie mehr", "mehr dazu:",
    "zum thema:", "à lire aussi", "a lire aussi", "lire aussi", "lire également", "lire la suite", "lea también",
    "lee también", "lea además", "le puede interesar", "te puede interesar", "ver también", "leia também", "leia mais",
    "veja também", "saiba mais", "leggi anche", "leggi di più", "lees ook", "lees meer", "читайте также",
];

/// Beginnings of short labels, that are no sentence.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "also read", "also see", "comments", "copyright", "editor's picks", "editors' picks", "editor’s picks",
    "explore more", "latest", "loading", "log in", "more from", "more in", "more news", "more on", "more stories",
    "most popular", "most read", "permalink", "recommended", "related", "scroll down", "see also", "sign up",
    "subscribe", "top stories", "trending", "want more", "you may also", "you might also", "mehr zum thema",
    "sur le même sujet", "más información", "más noticias", "mais lidas",
];

/// Lines that are nothing but one of these words, in small letters.
#[rustfmt::skip]
const ALONE: &[&str] = &[
    "ad", "ads", "advert", "advertisement", "advertising", "author", "caption", "close", "comment", "comments",
    "copy link", "email", "facebook", "image", "latest", "menu", "more", "newsletter", "next", "photo",
    "posted", "previous", "print", "published", "recommended", "related", "reply", "save", "search", "share",
    "source", "text size", "tweet", "twitter", "updated", "advertentie", "anzeige", "compartilhe", "compartir",
    "iklan", "partager", "publicidad", "publicidade", "publicité", "pubblicità", "teilen", "werbung", "реклама",
];

/// Words of time that stand before a date: “Updated 3 May 2021, 10:15”.
#[rustfmt::skip]
const BEFORE_DATES: &[&str] = &[
    "published", "posted", "updated", "last updated", "first published", "last modified", "issued", "created",
    "date", "veröffentlicht", "aktualisiert", "stand:", "publié", "mis à jour", "publicado", "actualizado",
    "atualizado", "pubblicato",
];

/// A label has so many words.
const LABEL: usize = 7;

/// Whether a line in small letters, of so many words, begins like one that leads away from the article; `ends` when it ends as a
/// sentence does.
pub(super) fn leads_away(line: &str, words: usize, ends: bool) -> bool {
    let begins = |phrase: &&str| {
        let rest = line.strip_prefix(*phrase);
        rest.is_some_and(|rest| phrase.ends_with(':') || !rest.starts_with(char::is_alphanumeric))
    };
    LEADS_AWAY.iter().any(begins) || (words <= LABEL && !ends && LABELS.iter().any(begins))
}

/// Whether a line in small letters is a label, and nothing else.
pub(super) fn is_label(line: &str) -> bool {
    ALONE.contains(&line.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a line in small letters tells when the article came out.
pub(super) fn is_dated(line: &str) -> bool {
    line.contains(|c: char| c.is_ascii_digit()) && BEFORE_DATES.iter().any(|word| line.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_around_an_article_are_known() {
        let away = |line: &str| leads_away(line, line.split(' ').count(), line.ends_with('.'));
        for line in [
            "read more: the dam",
            "related stories",
            "lesen sie auch: der damm",
            "share this",
            "read or share this story: x",
            "most read",
        ] {
            assert!(away(line), "{line}");
        }
        for line in [
            "relatedly, the dam held",
            "sharing the prize was right",
            "comments from the mayor came late.",
            "most read the letter with care.",
            "for more than a decade the mill stood empty.",
        ] {
            assert!(!away(line), "{line}");
        }
        assert!(is_label("— share —") && is_label("text size") && !is_label("share prices fell"));
        assert!(is_dated("updated: 3 may 2021") && !is_dated("posted sentries slept"));
    }
}
