//! The tables, narrow enough for a terminal of 110 columns.

use super::Outcome;
use super::peers::{PEERS, REMARKS, goals};
use scarequote::measure::scoring::report::{
    HEAD, calibration_lines, context, cut, detail_parts, fault_head, part_line, parts, score_line, scores,
};
use scarequote::measure::scoring::{Comparison, faults as faults_of};

const WIDTH: usize = 110;

/// What the overview shows of GGT and of PolNeAR, by the labels of the report.
const GGT: [&str; 6] = ["quote", "direct", "mixed", "indirect", "quote+source", "canonical"];
const POLNEAR: [&str; 2] = ["speech", "quote+source"];

/// Ours beside the goal and other systems.
pub(crate) fn overview(outcomes: &[Outcome]) {
    println!("\n{:33}{:^47}{:^18}{:>10}", "", "GGT dev: F1, canonical in %", "PolNeAR dev: F1", "articles a");
    let heads =
        ["quote", "direct", "mixed", "indirect", "+source", "canonical", "speech", "+source", "CPU second"];
    row("system", &heads.map(str::to_owned));
    let find = |name: &str| outcomes.iter().find(|outcome| outcome.set.name == name);
    let one = |set: &str, label: &str| {
        let outcome = find(set).filter(|outcome| outcome.tally.articles > 0);
        outcome.and_then(|outcome| figure(outcome, label)).map_or("–".to_owned(), |f| format!("{f:.1}"))
    };
    let speed = find("ggt").or(find("polnear")).or(outcomes.first()).map_or(0.0, |outcome| outcome.speed);
    let goal =
        |set: &str, label: &str| goal(set, label).map_or("–".to_owned(), |goal| format!("≥ {goal:.0}"));
    let cells = |of: &dyn Fn(&str, &str) -> String, speed: String| -> Vec<String> {
        let ggt = GGT.iter().map(|label| of("ggt", label));
        ggt.chain(POLNEAR.iter().map(|label| of("polnear", label))).chain([speed]).collect()
    };
    row("Scarequote", &cells(&one, format!("{speed:.0}")));
    row("our goal", &cells(&goal, "–".to_owned()));
    for peer in &PEERS {
        let cells = peer.ggt.iter().chain(&peer.polnear).chain([&peer.speed]);
        row(peer.system, &cells.map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
    }
    println!("{REMARKS}");
}

fn row(system: &str, cells: &[String]) {
    let widths = [6, 7, 6, 9, 9, 10, 8, 9, 11];
    let cells = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:>width$}"));
    println!("{system:33}{}", cells.collect::<String>());
}

/// Everything about one set: scores beside the goals, shares, and whether the core knows how sure it may be.
pub(crate) fn set(outcome: &Outcome) {
    let tally = &outcome.tally;
    println!("\n── {}", outcome.set.title);
    println!(
        "articles {}, spans in gold {}, found {}; {:.0} articles a CPU second\n",
        tally.articles, tally.quote.gold, tally.quote.found, outcome.speed
    );
    if tally.articles == 0 {
        return;
    }
    println!("{HEAD}");
    for (label, score) in scores(tally) {
        println!("{}{}", score_line(label, score), beside(outcome, label));
    }
    for (label, part) in parts(tally) {
        println!("{}{}", part_line(label, part), beside(outcome, label));
    }
    for (label, part) in detail_parts(&outcome.details) {
        println!("{}", part_line(label, part));
    }
    println!(
        "loaded wording marked in 100 of the writer's own words (goal: at most 1): {:.2}",
        outcome.marks.rate()
    );
    println!("\nright, by how sure the core was\n{}", calibration_lines(&tally.calibration).trim_end());
}

/// The goal for a figure, and whether it is reached.
fn beside(outcome: &Outcome, label: &str) -> String {
    let label = label.trim();
    let (Some(goal), Some(figure)) = (goal(outcome.set.name, label), figure(outcome, label)) else {
        return String::new();
    };
    let reached = if figure >= goal { "reached".to_owned() } else { format!("{:.1} to go", goal - figure) };
    format!("   goal ≥ {goal:.0}: {reached}")
}

fn goal(set: &str, label: &str) -> Option<f64> {
    goals(set).iter().find(|goal| goal.0 == label).map(|goal| goal.1)
}

/// The F1 or the share that is called `label`, in per cent.
fn figure(outcome: &Outcome, label: &str) -> Option<f64> {
    let scores = scores(&outcome.tally).map(|(label, score)| (label, score.f1()));
    let parts = parts(&outcome.tally).map(|(label, part)| (label, part.share()));
    scores.iter().chain(&parts).find(|figure| figure.0.trim() == label).map(|figure| 100.0 * figure.1)
}

/// The first `limit` faults, each with the words around it.
pub(crate) fn faults(outcome: &Outcome, limit: usize, only: Option<&str>) {
    let mut left = limit;
    for (article, found) in outcome.set.articles.iter().zip(&outcome.found) {
        let comparison = Comparison::new(&article.text, &article.gold, found);
        let faults = faults_of(&comparison).into_iter();
        for fault in faults.filter(|fault| only.is_none_or(|only| fault.what.name() == only)).take(left) {
            left -= 1;
            let note = fault.note.replace('\n', " ");
            let line = format!("{} {} [{note}]", fault_head(&fault), article.id);
            println!("\n{}", cut(&line, WIDTH));
            println!("    {}", context(&article.text, fault.span, WIDTH - 4));
        }
    }
}
