use super::shared::Shared;
use crate::app::state::{Action, Filter, PARTS};
use crate::measure::{Bin, Share, Summary};
use yew::prelude::*;

/// How many speakers are drawn before the rest is summed up.
const SPEAKERS: usize = 12;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) summary: Shared<Summary>,
    /// The text is not in English: then only quoted passages are looked for.
    pub(super) foreign: bool,
    pub(super) filter: Filter,
    pub(super) act: Callback<Action>,
}

/// Who is quoted how much, and where along the article the loaded wording sits.
#[function_component]
pub(super) fn SummaryPane(props: &Props) -> Html {
    html! {
        <section class="summary" aria-label="Summary">
            <h2>{ "Who is quoted" }</h2>
            { speakers(&props.summary.shares, props) }
            if props.foreign {
                <p class="quiet">{ "This text does not seem to be English. In other languages quoted passages are found, but not who says them." }</p>
            }
            <h2>{ "Where the wording leans" }</h2>
            if props.foreign {
                <p class="quiet">{ "The lists of words that lean are for English alone, so nothing was looked for. You can mark wording by hand." }</p>
            }
            { strip(&props.summary) }
        </section>
    }
}

fn speakers(shares: &[Share], props: &Props) -> Html {
    if shares.is_empty() {
        return html! { <p class="quiet">{ "Nobody yet." }</p> };
    }
    let most = shares.iter().map(|share| share.words).max().unwrap_or(1).max(1);
    let rest = shares.len().saturating_sub(SPEAKERS);
    html! {
        <>
            <ul class="shares">{ for shares.iter().take(SPEAKERS).map(|share| bar(share, most, props)) }</ul>
            if rest > 0 {
                <p class="quiet">{ format!("and {rest} more") }</p>
            }
        </>
    }
}

fn bar(share: &Share, most: usize, props: &Props) -> Html {
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
    let chosen = props.filter.speaker.as_ref() == Some(&name);
    let filter = Filter { speaker: (!chosen).then(|| name.clone()), ..props.filter.clone() };
    let onclick = props.act.reform(move |_: MouseEvent| Action::Filter(filter.clone()));
    let title = if chosen { "Show all speakers" } else { "Show only this speaker" };
    html! {
        <li key={name}>
            <button type="button" class="share" aria-pressed={chosen.to_string()} {title} {onclick}>{ inner }</button>
        </li>
    }
}

/// The article from left to right: how much loaded wording stands where, the article's own above, quoted below the line.
fn strip(summary: &Summary) -> Html {
    let most = summary.bins.iter().map(|bin| bin.own.max(bin.quoted)).max().unwrap_or(0).max(2);
    let (own, quoted) = summary.bins.iter().fold((0, 0), |(o, q), bin| (o + bin.own, q + bin.quoted));
    let bars = summary.bins.iter().enumerate().map(|(x, bin)| column(x, bin, most));
    let said = match (own, quoted) {
        (0, 0) => "No loaded wording is marked.".to_owned(),
        _ => format!("{own} loaded in the article's own voice, {quoted} in the words of those it quotes."),
    };
    let densest =
        summary.bins.iter().enumerate().max_by_key(|(n, bin)| (bin.own + bin.quoted, usize::MAX - n));
    let place = densest.filter(|(_, bin)| bin.own + bin.quoted > 0).map(|(n, _)| n * 100 / PARTS);
    let label = match place {
        Some(percent) => format!("{said} Most of it stands {percent} % into the article."),
        None => said.clone(),
    };
    html! {
        <figure class="strip">
            <svg role="img" aria-label={label} viewBox="0 0 160 60" preserveAspectRatio="none" width="100%" height="84">
                { for bars }
                <line class="axis" x1="0" y1="36" x2="160" y2="36" />
            </svg>
            <div class="ends quiet" aria-hidden="true"><span>{ "Beginning" }</span><span>{ "End" }</span></div>
            <figcaption class="quiet">{ said }</figcaption>
            <p class="legend quiet" aria-hidden="true">
                <svg width="12" height="12"><rect class="own" width="12" height="12" rx="2" /></svg>{ " above: the article's own " }
                <svg width="12" height="12"><rect class="quoted" x="1" y="1" width="10" height="10" rx="2" /></svg>{ " below: quoted" }
            </p>
        </figure>
    }
}

fn column(number: usize, bin: &Bin, most: usize) -> Html {
    let x = (number * 4).to_string();
    let up = bin.own * 34 / most;
    let down = bin.quoted * 22 / most;
    html! {
        <>
            if up > 0 {
                <rect class="own" {x} y={(35 - up).to_string()} width="3" height={up.to_string()} />
            }
            if down > 0 {
                <rect class="quoted" x={(number * 4).to_string()} y="37" width="3" height={down.to_string()} />
            }
        </>
    }
}
