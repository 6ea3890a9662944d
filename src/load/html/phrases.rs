/// Beginnings of short lines that lead away from the article, in small letters.
#[rustfmt::skip]
const LEADS_AWAY: &[&str] = &[
    "advert:", "advertisement", "all rights reserved", "already a subscriber", "also read", "also see",
    "article continues", "click here", "citation:", "comments", "continue reading", "copyright",
    "discover more", "don't miss", "don’t miss", "download our", "download the", "editor's picks",
    "editors' picks", "email the author", "enlarge image", "explore more", "filed under", "follow us",
    "follow on", "for more", "get our", "get the latest", "got a tip", "have a tip", "have your say",
    "image caption", "image copyright", "image credit", "image source", "join our", "leave a comment",
    "leave a reply", "like us on", "listen:", "loading", "log in", "more:", "more from", "more on this",
    "more stories", "most popular", "most read", "not a subscriber", "permalink", "photo by", "photo:",
    "photos:", "photograph:", "picture:", "pictures:", "posted in", "print this", "read also", "read:",
    "read more", "read next", "recommended for you", "related", "scroll down", "see also", "see more:",
    "share on", "share this", "share via", "sharing is caring", "sign in to", "sign up", "story continues",
    "subscribe", "support our", "tags:", "tell us what you think", "thank you for reading",
    "this document is subject to copyright", "top stories", "topics:", "trending", "view author archive",
    "view comments", "view gallery", "view photos", "want more", "watch:", "what to read next", "you may also",
    "you might also",
];

/// The same in other languages.
#[rustfmt::skip]
const LEADS_AWAY_ELSEWHERE: &[&str] = &[
    "anzeige", "auch interessant", "das könnte sie auch", "diesen artikel", "lesen sie auch", "lesen sie hier",
    "mehr zum thema", "mehr dazu", "zum thema:", "à lire aussi", "a lire aussi", "lire aussi", "lire également",
    "lire la suite", "publicité", "sur le même sujet", "partager", "lea también", "lee también", "lea además",
    "le puede interesar", "te puede interesar", "más información", "ver también", "publicidad", "compartir",
    "leia também", "leia mais", "veja também", "saiba mais", "publicidade", "compartilhe", "leggi anche",
    "leggi di più", "pubblicità", "lees ook", "lees meer", "advertentie", "читайте также", "реклама",
];

/// Lines that are nothing but one of these words, in small letters.
#[rustfmt::skip]
const ALONE: &[&str] = &[
    "ad", "ads", "advert", "author", "caption", "close", "comment", "comments", "copy link", "email",
    "facebook", "highlights", "image", "latest", "menu", "more", "newsletter", "next", "photo", "previous",
    "print", "recommended", "related", "reply", "save", "search", "share", "source", "tweet", "twitter",
];

/// Words of time that stand before a date: “Updated 3 May 2021, 10:15”.
#[rustfmt::skip]
const BEFORE_DATES: &[&str] = &[
    "published", "posted", "updated", "last updated", "first published", "last modified", "issued", "created",
    "date", "veröffentlicht", "aktualisiert", "stand:", "publié", "mis à jour", "publicado", "actualizado",
    "atualizado", "pubblicato",
];

/// Whether a line in small letters begins like one that leads away from the article.
pub(super) fn leads_away(line: &str) -> bool {
    let begins = |phrase: &&str| {
        let rest = line.strip_prefix(*phrase);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    LEADS_AWAY.iter().chain(LEADS_AWAY_ELSEWHERE).any(|phrase| begins(phrase))
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
        for line in ["read more: the dam", "related stories", "lesen sie auch: der damm", "share this"] {
            assert!(leads_away(line), "{line}");
        }
        for line in ["relatedly, the dam held", "sharing the prize was right", "commentsville is a town"] {
            assert!(!leads_away(line), "{line}");
        }
        assert!(is_label("— share —") && !is_label("share prices fell"));
        assert!(is_dated("updated: 3 may 2021") && !is_dated("posted sentries slept"));
    }
}
