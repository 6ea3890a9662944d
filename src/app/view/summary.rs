use super::lean::lean;
use super::shared::press;
use crate::app::state::{Action, Dialog, Filter, State};
use crate::document::{About, Document};
use crate::measure::Share;
use yew::prelude::*;

/// How many speakers are drawn before the rest is summed up.
const SPEAKERS: usize = 12;

/// Who is quoted how much, and where along the article the loaded wording sits.
pub(super) fn summary(state: &State, document: &Document, act: &Callback<Action>) -> Html {
    // In a text that is not English only quoted passages are looked for.
    let foreign = document.article.reading.foreign;
    html! {
        <section class="summary" aria-label="Summary">
            { known(&document.article.about, act) }
            if !state.filter.shows_all() {
                <p class="quiet">{ "Of what passes the filter. " }
                    <button type="button" class="link" onclick={press(act, Action::Filter(Filter::default()))}>{ "Show all" }</button></p>
            }
            <h2>{ "Who is quoted" }</h2>
            { speakers(&state.summary().shares, state, act) }
            if foreign {
                <p class="quiet">{ "This text does not seem to be English. In other languages quoted passages are found, but not who says them." }</p>
            }
            <h2>{ "Where the wording leans" }</h2>
            if foreign {
                <p class="quiet">{ "The lists of words that lean are for English alone, so nothing was looked for. You can mark wording by hand." }</p>
            }
            { lean(state.summary(), &document.article, act) }
        </section>
    }
}

/// What is known about the article, in short.
fn known(about: &About, act: &Callback<Action>) -> Html {
    let onclick = press(act, Action::Dialog(Some(Dialog::About)));
    let known = [&about.byline, &about.date, &about.site].into_iter().filter(|field| !field.is_empty());
    let known = known.map(String::as_str).collect::<Vec<_>>().join(" · ");
    html! {
        <div class="known">
            <p>{ &about.title }</p>
            if !known.is_empty() {
                <p class="quiet">{ known }</p>
            }
            <button type="button" class="link" {onclick} title="Title, author, date … (Ctrl I)">{ "About this article" }</button>
        </div>
    }
}

fn speakers(shares: &[Share], state: &State, act: &Callback<Action>) -> Html {
    if shares.is_empty() {
        return html! { <p class="quiet">{ "Nobody yet." }</p> };
    }
    let most = shares.iter().map(|share| share.words).max().unwrap_or(1).max(1);
    let rest = shares.len().saturating_sub(SPEAKERS);
    html! {
        <>
            <ul class="shares">{ for shares.iter().take(SPEAKERS).map(|share| bar(share, most, state, act)) }</ul>
            if rest > 0 {
                <p class="quiet">{ format!("and {rest} more") }</p>
            }
        </>
    }
}

fn bar(share: &Share, most: usize, state: &State, act: &Callback<Action>) -> Html {
    let plural = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    let figures = format!("{}, {}", plural(share.words, "word"), plural(share.quotes, "quote"));
    let width = format!("{}%", share.words * 100 / most);
    let inner = html! {
        <>
            <span class="who">{ share.name.clone().unwrap_or("Unknown speaker".into()) }</span>
            <svg class="bar" aria-hidden="true" width="100%" height="6" preserveAspectRatio="none">
                <rect class="track" width="100%" height="6" rx="3" />
                <rect class="fill" {width} height="6" rx="3" />
            </svg>
            <span class="quiet">{ figures }</span>
        </>
    };
    let Some(name) = share.name.clone() else { return html! { <li class="share">{ inner }</li> } };
    let chosen = state.filter.speaker.as_ref() == Some(&name);
    let filter = Filter { speaker: (!chosen).then(|| name.clone()), ..state.filter.clone() };
    let onclick = press(act, Action::Filter(filter.clone()));
    let title = if chosen { "Show all speakers" } else { "Show only this speaker" };
    html! {
        <li key={name}>
            <button type="button" class="share" aria-pressed={chosen.to_string()} {title} {onclick}>{ inner }</button>
        </li>
    }
}
