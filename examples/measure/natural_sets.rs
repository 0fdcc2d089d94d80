//! Measures checks on sets of real news, in which nothing is planted:
//! `cargo run --example natural_sets -- FOLDER`, with the folders `check` and `natural` in it.
//!
//! Quotations are pairs of versions of one quotation, labelled with the kind of difference; the
//! program prints how many of each label give a warning. Tolls are incidents with their official
//! record; it prints in how many of them the latest figure of the killed and the injured is the
//! recorded one, among those that state a figure. Headlines are figures with the figure of the body
//! that they derive from; it prints how many are found to agree with the body, as a copy or a
//! derivation, and how many to conflict.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use newsfacts::{
    check::across::{self, Fate, Keys},
    pipeline::{analyse, analyse_with_keys},
    types::{Article, Field, Finding, Verdict},
};
use serde_json::Value;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    let articles: Vec<Value> = files(&folder.join("check")).iter().flat_map(|file| lines(file)).collect();
    quotations(&articles, &lines(&folder.join("natural/quote_pairs_dev_labels.jsonl")));
    tolls(&articles);
    headlines(&lines(&folder.join("natural/headline_figures_dev.jsonl")));
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder).expect("a folder of articles").map(|entry| entry.expect("a file").path()).collect()
}

fn lines(file: &Path) -> Vec<Value> {
    let text = fs::read_to_string(file).expect("lines of JSON");
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// What is compared of an article, with its cluster as its story.
fn keys(row: &Value) -> Keys {
    let text = |key: &str| row[key].as_str().unwrap_or_default();
    let title = (!row["title_in_text"].as_bool().unwrap_or_default()).then(|| text("title"));
    let mut article = Article::new(text("id"), title.filter(|title| !title.is_empty()), text("text"));
    article.published =
        text("date").get(..10).and_then(|day| day.parse().ok()).map(|day: jiff::civil::Date| day.into());
    article.story = Some(text("cluster").to_owned());
    analyse_with_keys(&article).2
}

fn quotations(articles: &[Value], pairs: &[Value]) {
    let clusters: BTreeSet<&str> = pairs.iter().filter_map(|pair| pair["cluster"].as_str()).collect();
    let told = articles.iter().filter(|row| row["cluster"].as_str().is_some_and(|cluster| clusters.contains(cluster)));
    let warnings: Vec<Finding> = across::check(told.map(keys).collect())
        .into_iter()
        .filter(|finding| finding.check == "across.reworded_quotation" && finding.verdict == Verdict::Conflicts)
        .collect();
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for pair in pairs {
        let warned = warnings.iter().any(|finding| covers(finding, &pair["a"]) && covers(finding, &pair["b"]));
        let count = counts.entry(pair["label"].as_str().unwrap_or_default()).or_default();
        count[0] += usize::from(warned);
        count[1] += 1;
        if warned {
            println!("quotations  warned, {}: {}", pair["label"], pair["diff"]);
        }
    }
    for (label, [warned, all]) in counts {
        println!("quotations  {label}: {warned} of {all} warned of");
    }
}

/// Whether the evidence of a finding overlaps a place.
fn covers(finding: &Finding, place: &Value) -> bool {
    let bound = |index: usize| place["span"][index].as_u64().unwrap_or_default();
    finding.evidence.iter().any(|evidence| {
        place["doc"] == evidence.article && u64::from(evidence.start) < bound(1) && bound(0) < u64::from(evidence.end)
    })
}

fn tolls(articles: &[Value]) {
    let mut incidents: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for row in articles.iter().filter(|row| row["gold"]["killed"].is_u64()) {
        incidents.entry(row["cluster"].as_str().unwrap_or_default()).or_default().push(row);
    }
    incidents.retain(|_, rows| rows.len() > 1);
    let several = incidents.len();
    for (fate, key) in [(Fate::Killed, "killed"), (Fate::Injured, "injured")] {
        let mut counts = [0; 2];
        for rows in incidents.values() {
            let keys = rows.iter().map(|row| keys(row)).collect();
            let Some(toll) = across::tolls(keys).into_iter().find(|toll| toll.fate == fate) else { continue };
            let recorded = rows[0]["gold"][key].as_u64().unwrap_or_default();
            counts[0] += usize::from(toll.value == recorded.into());
            counts[1] += 1;
            if std::env::var_os("SHOW").is_some() && toll.value != recorded.into() {
                println!("{key}: {} for {recorded} {:?} {}", toll.value, toll.articles, rows[0]["title"]);
            }
        }
        println!(
            "tolls  {key}: {} of {} incidents that state one, of {several} with several articles",
            counts[0], counts[1]
        );
    }
}

fn headlines(rows: &[Value]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap_or_default();
        let mut article = Article::new(text("id"), Some(text("headline")), text("body"));
        article.published = text("reference_date").parse().ok().map(|day: jiff::civil::Date| day.into());
        let bound = |index: usize| row["headline_span"][index].as_u64().unwrap_or_default();
        let (_, facts) = analyse(&article);
        let told = facts.findings.iter().filter(|finding| {
            finding.evidence.iter().any(|evidence| {
                let meets = u64::from(evidence.start) < bound(1) && bound(0) < u64::from(evidence.end);
                evidence.field == Field::Title && meets
            })
        });
        let verdicts: Vec<Verdict> = told.map(|finding| finding.verdict).collect();
        let verdict = [Verdict::Conflicts, Verdict::Agrees].into_iter().find(|verdict| verdicts.contains(verdict));
        *counts.entry(verdict.map_or("silent", Verdict::name)).or_default() += 1;
    }
    for (verdict, count) in counts {
        println!("headlines  {verdict}: {count} of {} ({:.1}%)", rows.len(), 100.0 * count as f64 / rows.len() as f64);
    }
}
