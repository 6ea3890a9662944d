use super::shared::press;
use crate::app::state::{Action, PARTS};
use crate::document::{Article, shorten};
use crate::extract::Lean;
use crate::measure::{Bin, Summary};
use yew::prelude::*;

/// How many sentences are named.
const SENTENCES: usize = 3;
/// From this score on a sentence is named: it is then more likely than not that readers take it as biased.
const LEANS: f32 = 0.5;
/// Characters of a sentence that are shown.
const LENGTH: usize = 90;
/// How high the picture is above the line, and below it.
const ABOVE: usize = 34;
const BELOW: usize = 22;

/// How much the article leans, where along it, and the sentences that do most.
pub(super) fn lean(summary: &Summary, article: &Article, act: &Callback<Action>) -> Html {
    html! {
        <>
            <p class="score" title="0: nothing leans. 100: every sentence surely does. What is quoted does not count.">
                <strong>{ percent(summary.lean) }</strong>{ " of 100 " }<span class="quiet">{ "in the article's own words" }</span>
            </p>
            { picture(summary) }
            { sentences(summary, article, act) }
        </>
    }
}

/// The article from left to right: above the line how much its sentences lean, below it how much loaded wording is quoted.
fn picture(summary: &Summary) -> Html {
    let (own, quoted) = summary.bins.iter().fold((0, 0), |(o, q), bin| (o + bin.own, q + bin.quoted));
    let said = match (own, quoted) {
        (0, 0) => "No loaded wording is marked.".to_owned(),
        _ => format!("{own} loaded in the article's own voice, {quoted} in the words of those it quotes."),
    };
    let most = summary.bins.iter().map(|bin| bin.quoted).max().unwrap_or(0).max(2);
    let bars = summary.bins.iter().enumerate().map(|(number, bin)| column(number, bin, most));
    let height = |bin: &Bin| (percent(bin.lean), bin.own + bin.quoted);
    let highest = summary.bins.iter().enumerate().max_by_key(|(n, bin)| (height(bin), usize::MAX - n));
    let label = match highest.filter(|(_, bin)| height(bin) > (0, 0)) {
        Some((n, _)) => format!("{said} It leans most {} % into the article.", n * 100 / PARTS),
        None => said.clone(),
    };
    html! {
        <figure class="strip">
            <svg role="img" aria-label={label} viewBox="0 0 160 60" preserveAspectRatio="none" width="100%" height="84">
                <line class="half" x1="0" y1="19" x2="160" y2="19" />
                { for bars }
                <line class="axis" x1="0" y1="36" x2="160" y2="36" />
            </svg>
            <div class="ends quiet" aria-hidden="true"><span>{ "Beginning" }</span><span>{ "End" }</span></div>
            <figcaption class="quiet">{ said }</figcaption>
            <p class="legend quiet" aria-hidden="true">
                <svg width="12" height="12"><rect class="own" width="12" height="12" rx="2" /></svg>
                { " how far sentences lean " }
                <svg width="12" height="12"><rect class="quoted" x="1" y="1" width="10" height="10" rx="2" /></svg>
                { " loaded words quoted" }
            </p>
        </figure>
    }
}

fn column(number: usize, bin: &Bin, most: usize) -> Html {
    let x = (number * 4).to_string();
    // Wording that a person marked where the core saw nothing is a small bar.
    let least = if bin.own > 0 { 15 } else { 0 };
    let up = percent(bin.lean).max(least) * ABOVE / 100;
    let down = bin.quoted * BELOW / most;
    html! {
        <>
            if up > 0 {
                <rect class="own" x={x.clone()} y={(35 - up).to_string()} width="3" height={up.to_string()} />
            }
            if down > 0 {
                <rect class="quoted" {x} y="37" width="3" height={down.to_string()} />
            }
        </>
    }
}

/// The sentences that lean most; each leads to its place in the text.
fn sentences(summary: &Summary, article: &Article, act: &Callback<Action>) -> Html {
    let leaning = summary.leaning.iter().enumerate().filter(|(_, lean)| lean.score >= LEANS);
    let mut most: Vec<(usize, usize, u32)> =
        leaning.map(|(n, lean)| (usize::MAX - percent(lean.score), n, 0)).collect();
    most.sort_unstable();
    let count = most.len();
    let item = |lean: &Lean| {
        let at = lean.span.start;
        let words = article.words(lean.span).split_whitespace().collect::<Vec<_>>().join(" ");
        html! {
            <li>
                <button type="button" class="leans" title="Go there" onclick={press(act, Action::Visit(at))}>
                    <b>{ percent(lean.score) }</b><span>{ shorten(&words, LENGTH) }</span>
                </button>
            </li>
        }
    };
    html! {
        if count > 0 {
            <h3>{ if count > SENTENCES { format!("{SENTENCES} of {count} sentences that lean") } else { "Sentences that lean".into() } }</h3>
            <ol class="leaning">{ for most.iter().filter_map(|(_, n, _)| summary.leaning.get(*n)).take(SENTENCES).map(item) }</ol>
        }
    }
}

fn percent(score: f32) -> usize {
    (score.clamp(0.0, 1.0) * 100.0).round() as usize
}
