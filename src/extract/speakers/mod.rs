//! Who is behind a source: names, last names, roles and pronouns of one speaker are brought together.

mod acronyms;
mod bodies;
mod descriptions;
mod interview;
mod names;
mod people;
mod pronouns;
mod roles;
mod unnamed;

use super::analysis::Analysis;
use super::class::{CAPITAL, DEMONYM, OBJECT, POSSESSIVE, RELATIVE, ROLE, SUBJECT, VAGUE};
use super::findings::{Quote, QuoteKind, Speaker};
use super::progress::Progress;
use super::quotes::Draft;
use crate::text::Span;
use interview::Interview;
use people::People;
use pronouns::Recent;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Makes quotes of `drafts`, each with its speaker, and lists the speakers in the order in which they first speak.
pub(crate) fn resolve(a: &Analysis, drafts: &[Draft], progress: &mut Progress) -> (Vec<Quote>, Vec<Speaker>) {
    progress.stage(0.08);
    let mut people = People::read(a, progress);
    progress.stage(0.05);
    let interview = Interview::read(a, drafts, &people);
    let mut recent = Recent::default();
    let mut quotes = Vec::with_capacity(drafts.len());
    let mut speakers: Vec<usize> = Vec::new();
    let mut heard: FxHashSet<usize> = FxHashSet::default();
    for draft in drafts {
        progress.at(a.byte(draft.start()));
        recent.come_to(a, draft.start());
        let content = draft.content_spans(a);
        if content.is_empty() {
            continue;
        }
        let (entity, doubt) = match interview.speaker(a, draft) {
            Some(entity) => (Some(entity), 0.1),
            None => speaker(a, draft, &mut people, &recent),
        };
        if let Some(entity) = entity {
            for range in draft.source.iter().take(1) {
                people.add_mention(entity, range.clone());
            }
            recent.note(entity, draft, a);
            if heard.insert(entity) {
                speakers.push(entity);
            }
        }
        let addressee = draft.addressee.as_ref().map(|range| {
            let told = addressee(a, range, draft, &people, &recent, entity);
            recent.told = Some((told.clone(), a.sentence_at(range.start)));
            told
        });
        if let (Some(entity), Some(source)) = (entity, draft.source.first())
            && (!people.all[entity].named && unnamed::is_unnamed(a, source)
                || draft.verbatim && unnamed::is_unnamed_label(a, source))
        {
            people.all[entity].anonymous = true;
        }
        quotes.push(Quote {
            kind: draft.kind(a),
            content,
            source: draft.source.iter().map(|range| a.span(range.clone())).collect(),
            cue: draft.cue.iter().map(|range| a.span(range.clone())).collect(),
            speaker: entity.map(|entity| people.all[entity].name.clone()),
            addressee,
            anonymous: entity.is_some_and(|entity| people.all[entity].anonymous),
            score: ((draft.score - doubt).clamp(0.05, 0.99) * 100.0).round() / 100.0,
        });
    }
    quotes.sort_by_key(|quote| quote.content.first().map_or(0, |span| span.start));
    (quotes, list(a, &people, &speakers))
}

/// The name of, or the words for, whom `draft` is said to.
fn addressee(
    a: &Analysis,
    range: &Range<usize>,
    draft: &Draft,
    people: &People,
    recent: &Recent,
    speaker: Option<usize>,
) -> String {
    let pronoun = range.len() == 1 && a.is(range.start, OBJECT | SUBJECT);
    if pronoun
        && a.reads(range.start, "them")
        && let Some(told) = recent.told_several(a.sentence_at(range.start))
    {
        return told.to_owned();
    }
    // “the mayor, Ana Low, that …”
    let apposed = || {
        let name = (a.word(range.end) == ",").then_some(range.end + 1)?;
        people.named_from(name)
    };
    let found = match pronoun {
        true => pronouns::resolve(a, range.start, people, recent, draft, speaker),
        false => people.of_phrase(a, range).or_else(apposed),
    };
    match found {
        Some(entity) => people.all[entity].name.clone(),
        None => {
            let the = range.len() > 1 && ["the", "a", "an"].iter().any(|word| a.reads(range.start, word));
            names::words(a, if the { range.start + 1..range.end } else { range.clone() }).into_owned()
        }
    }
}

/// The entity that speaks in `draft`, and how much doubt that adds.
fn speaker(a: &Analysis, draft: &Draft, people: &mut People, recent: &Recent) -> (Option<usize>, f32) {
    let Some(source) = draft.source.first() else {
        // Only quoted words go on with who spoke last.
        let who = match draft.kind(a) {
            _ if draft.unsaid => return (None, 0.0),
            _ if draft.cue.is_empty() => recent.floating(a, people, draft),
            QuoteKind::Direct => recent.last(),
            _ => None,
        };
        return (who, if who.is_some() { 0.05 } else { 0.15 });
    };
    if source.len() == 1 && a.is(source.start, SUBJECT | OBJECT) && !a.is(source.start, ROLE | VAGUE) {
        let found = pronouns::resolve(a, source.start, people, recent, draft, None);
        if let (Some(entity), Some(gender)) = (found, pronouns::gender(a, source.start)) {
            people.all[entity].gender = gender;
            people.all[entity].person = true;
        }
        return (found, 0.05);
    }
    if source.len() == 1 && a.is(source.start, POSSESSIVE) && pronouns::gender(a, source.start).is_some() {
        return (pronouns::resolve(a, source.start, people, recent, draft, None), 0.05);
    }
    if source.len() == 1 && a.is(source.start, RELATIVE | POSSESSIVE) && !a.is(source.start, VAGUE) {
        return (recent.in_sentence(a, draft), 0.15);
    }
    // “Northern claims”: of whom, an adjective of place does not tell.
    if source.len() == 1 && a.is(source.start, DEMONYM) {
        let bearer = people.of_phrase(a, source).filter(|&entity| people.all[entity].name.contains(' '));
        return (bearer, 0.1);
    }
    // “the Board”: the Grell Water Board.
    let common = source.len() == 2
        && a.reads(source.start, "the")
        && bodies::tags(a.word(source.end - 1)) & (bodies::SHARED | bodies::GROUP) != 0;
    if common
        && a.is(source.end - 1, CAPITAL)
        && let Some(entity) = people.last_with_word(a, a.word(source.end - 1), draft.first())
        && people.all[entity].name.contains(' ')
    {
        return (Some(entity), 0.05);
    }
    if let Some(entity) = people.of_phrase(a, source) {
        return (Some(entity), 0.0);
    }
    if let Some(entity) = descriptions::resolve(a, source, people, recent, draft) {
        return (Some(entity), 0.2);
    }
    (people.of_words(a, source), 0.05)
}

/// The speakers with their mentions in order, without overlaps: of two that overlap, the longer stays.
fn list(a: &Analysis, people: &People, speakers: &[usize]) -> Vec<Speaker> {
    let speaker = |&entity: &usize| {
        let entity = &people.all[entity];
        let spans = entity.mentions.iter().map(|range| a.span(range.clone()));
        let mut spans: Vec<Span> = spans.filter(|span| !span.is_empty()).collect();
        spans.sort_unstable_by_key(|span| span.start);
        let mut mentions: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match mentions.last_mut() {
                Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
                _ => mentions.push(span),
            }
        }
        Speaker { name: entity.name.clone(), mentions }
    };
    speakers.iter().map(speaker).collect()
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    /// The speaker of each quote, `-` for none.
    fn heard(text: &str) -> Vec<String> {
        extract(text).quotes.into_iter().map(|quote| quote.speaker.unwrap_or("-".into())).collect()
    }

    #[test]
    fn a_name_a_last_name_a_role_and_a_pronoun_are_one_speaker() {
        let text = "Admiral Ida Brook, the supreme warden of Grell, claims that the wall will hold. “It is thick,” she said. \
            According to Brook, the wall is old. The supreme warden insisted that nobody should worry.";
        assert_eq!(heard(text), ["Ida Brook"; 4]);
        let speakers = extract(text).speakers;
        assert_eq!(speakers.len(), 1);
        let mentions: Vec<&str> = speakers[0].mentions.iter().map(|span| span.of(text)).collect();
        let expected =
            ["Admiral Ida Brook, the supreme warden of Grell", "she", "Brook", "The supreme warden"];
        assert_eq!(mentions, expected);
    }

    #[test]
    fn roles_before_a_name_are_no_part_of_it() {
        assert_eq!(heard("“No,” said Grell Water Council spokesman Tom Reed."), ["Tom Reed"]);
        assert_eq!(heard("“No,” said Reed’s lawyer, Mary Stone."), ["Mary Stone"]);
    }

    #[test]
    fn a_pronoun_goes_to_whom_it_fits() {
        let text = "Tom Reed met Mary Stone. She said the wall was wet. He said that it was dry.";
        assert_eq!(heard(text), ["Mary Stone", "Tom Reed"]);
    }

    #[test]
    fn who_has_no_name_keeps_the_words() {
        assert_eq!(heard("Officials say the wall is dry."), ["Officials"]);
        assert_eq!(heard("The wall is dry, according to the Grell Institute."), ["Grell Institute"]);
        assert_eq!(heard("“We saw nothing of the wall.”"), ["-"]);
    }

    #[test]
    fn a_verb_or_a_place_before_a_claim_is_no_speaker() {
        let text = "Ida Brook, the warden of Grell, said the wall would hold. Denying Northern assertions that it was wet, \
            the warden stressed that nobody had looked.";
        assert_eq!(heard(text), ["Ida Brook", "-", "Ida Brook"]);
        let text =
            "“It holds,” Ida Brook said. On the strength of claims that the wall was wet, the town left.";
        assert_eq!(heard(text), ["Ida Brook", "-"]);
        assert!(extract(text).quotes[1].score < 0.5);
    }

    #[test]
    fn an_acronym_is_the_body_whose_full_name_the_text_gives() {
        let text = "The wall is wet, according to the GWB, which warns that it may fall. \
            According to the Grell Water Board, it is old. The GWB said that it knew.";
        assert_eq!(heard(text), ["Grell Water Board"; 4]);
        let text =
            "The US said that the wall was wet. He told Ida Brook. The United States denied that it fell.";
        assert_eq!(heard(text), ["United States"; 2]);
    }

    #[test]
    fn a_role_with_a_place_leads_to_who_was_introduced_with_it() {
        let text = "Tom Reed, the king of Spain, met Ida Brook, the supreme judge of Iceland. The Spanish king said it rained. \
            Iceland’s Supreme Judge said that it snowed. The Icelandic judge insists that it did.";
        assert_eq!(heard(text), ["Tom Reed", "Ida Brook", "Ida Brook"]);
        let text = "Tom Reed met the crowd. Iceland’s Supreme Judge said that it snowed.";
        assert_eq!(heard(text), ["Supreme Judge"]);
    }

    /// Whom each quote is said to, `-` for nobody.
    fn told(text: &str) -> Vec<String> {
        extract(text).quotes.into_iter().map(|quote| quote.addressee.unwrap_or("-".into())).collect()
    }

    #[test]
    fn an_addressee_is_named_in_full() {
        let quotes = extract("Ida Brook met Tom Reed. Brook told Reed that the wall was dry.").quotes;
        assert_eq!(quotes[0].addressee.as_deref(), Some("Tom Reed"));
        assert_eq!(told("Brook informed the mayor, Tom Reed, that the wall was dry."), ["Tom Reed"]);
    }

    #[test]
    fn an_addressee_is_not_the_speaker_and_them_are_who_was_told() {
        let text = "Mary Stone came. The warden, Ida Brook, told her that the wall was dry.";
        assert_eq!(told(text), ["Mary Stone"]);
        let text = "Ida Brook told islanders that the wall was wet. Brook assured them that it was dry.";
        assert_eq!(told(text), ["islanders", "islanders"]);
    }

    #[test]
    fn a_pronoun_goes_to_what_the_sentence_before_is_about() {
        let text = "Ida Brook said the wall was wet. By five a guest is at the door: Mary Stone. She said that it was dry.";
        assert_eq!(heard(text), ["Ida Brook", "Mary Stone"]);
        let text = "Ida Brook warned the Grell Water Board. Founded in 1911, the GWB (Grell Water Board) is old. It said that it was dry.";
        assert_eq!(heard(text).last().map(String::as_str), Some("Grell Water Board"));
    }

    #[test]
    fn a_transcript_keeps_a_questioner_unnamed() {
        let quotes = extract("MOSS: It sank.\nQUESTION: When?\nMOSS: At noon.\nA REPORTER: Why?").quotes;
        assert_eq!(
            quotes.iter().map(|quote| quote.anonymous).collect::<Vec<_>>(),
            [false, true, false, true]
        );
    }
}
