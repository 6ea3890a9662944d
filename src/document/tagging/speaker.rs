use super::label::insert;
use super::{Refusal, change, find};
use crate::document::{Annotation, Body, Change, Document, Edit, Id, State};
use crate::extract::QuoteKind;
use crate::text::Span;
use std::rc::Rc;

/// Says who a quote's speaker is. An empty name means that nobody knows.
///
/// # Errors
/// When the annotation is gone or is no quote.
pub fn set_speaker(document: &Document, id: Id, name: &str) -> Result<Edit, Refusal> {
    let speaker = Some(name.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
    change_quote(document, id, "Change speaker", |quote| quote.speaker = speaker)
}

/// Says whether the words are the speaker's own.
///
/// # Errors
/// When the annotation is gone or is no quote.
pub fn set_kind(document: &Document, id: Id, kind: QuoteKind) -> Result<Edit, Refusal> {
    change_quote(document, id, "Change kind", |quote| quote.kind = kind)
}

/// Says whether a quote's source is vague or left without a name on purpose.
///
/// # Errors
/// When the annotation is gone or is no quote.
pub fn set_anonymous(document: &Document, id: Id, anonymous: bool) -> Result<Edit, Refusal> {
    let what = if anonymous { "Mark source as unnamed" } else { "Mark source as named" };
    change_quote(document, id, what, |quote| quote.anonymous = anonymous)
}

/// Says to whom a quote is said. An empty name means that nobody knows.
///
/// # Errors
/// When the annotation is gone or is no quote.
pub fn set_addressee(document: &Document, id: Id, name: &str) -> Result<Edit, Refusal> {
    // Not trimmed at its end: it may still be being typed.
    let addressee = Some(name.trim_start()).filter(|name| !name.is_empty()).map(str::to_owned);
    change_quote(document, id, "Change addressee", |quote| quote.addressee = addressee)
}

/// Gives a speaker another canonical name: in every quote, or `only` in some, which splits the speaker in two; the mentions that are sources of
/// these go along. Taking the name of another speaker makes them one.
///
/// # Errors
/// When the new name is empty or the same, or no quote is left.
pub fn rename_speaker(
    document: &Document,
    from: &str,
    to: &str,
    only: Option<&[Id]>,
) -> Result<Edit, Refusal> {
    let to = to.trim();
    if to.is_empty() || to == from {
        return Err(Refusal("Type the new name first."));
    }
    if only.is_some_and(<[Id]>::is_empty) {
        return Err(Refusal("Check the quotes first that get the new name."));
    }
    let what = if only.is_some() { "Split speaker" } else { "Rename speaker" };
    let mut edit = Edit { changes: vec![], what: what.into() };
    let mut sources: Vec<Span> = Vec::new();
    let its = |(id, annotation): &(Id, &Rc<Annotation>)| {
        annotation.speaker() == Some(from) && only.is_none_or(|only| only.contains(id))
    };
    for (id, before) in document.annotations().filter(its) {
        let mut after = (**before).clone();
        if let Body::Quote(quote) = &mut after.body {
            quote.speaker = Some(to.to_owned());
            sources.extend_from_slice(&quote.source);
        }
        let (before, after) = (Some(before.clone()), Some(Rc::new(after)));
        edit.changes.push(Change::Annotation { id, before, after });
    }
    if let Some(mentions) = document.speakers().get(from) {
        let goes = |mention: &Span| only.is_none() || sources.iter().any(|source| source.overlaps(*mention));
        let (gone, stay): (Vec<Span>, Vec<Span>) = mentions.iter().partition(|mention| goes(mention));
        let there = document.speakers().get(to).cloned();
        let mut all = there.clone().unwrap_or_default();
        for &mention in &gone {
            insert(&mut all, mention);
        }
        if !gone.is_empty() || only.is_none() {
            let after = Some(stay).filter(|stay| !stay.is_empty());
            let before = Some(mentions.clone());
            edit.changes.push(Change::Speaker { name: from.into(), before, after });
            edit.changes.push(Change::Speaker { name: to.into(), before: there, after: Some(all) });
        }
    }
    Ok(edit)
}

/// Whom `words` name: the speaker that is mentioned there, or whose name they are part of, or the words themselves when
/// they look like a name.
pub(super) fn speaker_of(document: &Document, words: Span) -> Option<String> {
    mentioned(document, words).or_else(|| named_by(document, words))
}

/// The speaker that is mentioned at `words`.
pub(super) fn mentioned(document: &Document, words: Span) -> Option<String> {
    let here = |mentions: &[Span]| mentions.iter().any(|mention| mention.overlaps(words));
    document.speakers().iter().find(|(_, mentions)| here(mentions)).map(|(name, _)| name.clone())
}

/// The speaker of whose name `words` are part, or the words themselves when they look like a name.
pub(super) fn named_by(document: &Document, words: Span) -> Option<String> {
    let said = document.article.words(words);
    let names_whole = |name: &&str| name.split(' ').any(|part| part == said) || *name == said;
    if let Some(name) = document.speaker_names().into_iter().find(names_whole) {
        return Some(name.to_owned());
    }
    let looks_like_a_name = said.split(' ').count() <= 5 && said.split(' ').all(starts_upper);
    let pronoun = ["He", "She", "They", "It", "We", "I"].contains(&said);
    (looks_like_a_name && !pronoun).then(|| said.to_owned())
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn change_quote(
    document: &Document,
    id: Id,
    what: &str,
    make: impl FnOnce(&mut crate::document::Quote),
) -> Result<Edit, Refusal> {
    if find(document, id)?.as_quote().is_none() {
        return Err(Refusal("Only a quote has a speaker. Pick a quote first."));
    }
    change(document, id, what, |a| {
        if let Body::Quote(quote) = &mut a.body {
            make(quote);
        }
        a.state = State::Accepted;
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tagging::{Tag, tag};
    use crate::document::{Article, Part};

    #[test]
    fn renaming_reaches_every_quote_and_comes_back() {
        let mut document = Document::new(Article::new("One. Two. Three."));
        for start in [0, 5] {
            let done = tag(&document, Span::new(start, start + 3), Tag::Content, None).unwrap();
            done.edit.apply(&mut document).unwrap();
            set_speaker(&document, done.select.unwrap().id, " Ada ").unwrap().apply(&mut document).unwrap();
        }
        document.set_speaker("Ada", Some(vec![Span::new(0, 3)]));
        let before = document.clone();
        let edit = rename_speaker(&document, "Ada", "Ada Moss", None).unwrap();
        edit.apply(&mut document).unwrap();
        assert_eq!(document.speaker_names(), ["Ada Moss"]);
        edit.inverse().apply(&mut document).unwrap();
        assert_eq!(document, before);
        assert_eq!(document.get(Id(1)).unwrap().span(Part::Content, 0), Some(Span::new(0, 3)));
    }

    #[test]
    fn a_speaker_is_split_and_made_one_again() {
        let mut document = Document::new(Article::new("“One,” Moss said. “Two,” Moss said."));
        for words in ["One,", "Two,"] {
            let start = document.article.text.find(words).unwrap();
            let span = Span::new(start, start + words.len());
            let done = tag(&document, span, Tag::Content, None).unwrap();
            done.edit.apply(&mut document).unwrap();
            let source = document.article.text.get(start..).unwrap().find("Moss").unwrap() + start;
            let tied =
                tag(&document, Span::new(source, source + 4), Tag::Source, done.select.map(|place| place.id));
            tied.unwrap().edit.apply(&mut document).unwrap();
        }
        let mentions: Vec<Span> =
            document.annotations().flat_map(|(_, a)| a.as_quote().unwrap().source.clone()).collect();
        document.set_speaker("Moss", Some(mentions.clone()));
        let before = document.clone();
        assert!(rename_speaker(&document, "Moss", "Bo Moss", Some(&[])).is_err());
        let split = rename_speaker(&document, "Moss", "Bo Moss", Some(&[Id(2)])).unwrap();
        split.apply(&mut document).unwrap();
        assert_eq!(document.speaker_names(), ["Bo Moss", "Moss"]);
        assert_eq!(document.speakers().get("Bo Moss"), Some(&mentions[1..].to_vec()));
        assert_eq!(document.speakers().get("Moss"), Some(&mentions[..1].to_vec()));
        let merged = rename_speaker(&document, "Bo Moss", "Moss", None).unwrap();
        merged.apply(&mut document).unwrap();
        assert_eq!(document, before);
        merged.inverse().apply(&mut document).unwrap();
        split.inverse().apply(&mut document).unwrap();
        assert_eq!(document, before);
    }
}
