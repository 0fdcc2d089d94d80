//! Measures how well the same people are recognised across articles.
//!
//! `cargo run --release --example measure_links -- GOLD.jsonl`
//!
//! GOLD has one article per line: `{"id": …, "text": …, "people": [{"name": …, "kb": …, "mentions":
//! [[start, end], …]}]}`, with offsets in code points; people with the same `kb` are the same
//! person. The program prints B-cubed over the named people who are found, which are those with a
//! mention that overlaps one that was found. `--all` also counts people who are not found as
//! missed; `--errors` prints people who are split or merged.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use newsfacts::{
    Archive, Article,
    types::{FactKind, RecordId, Span},
};
use serde_json::Value;

/// A person of the gold in one article: who it is, and as whom it was found.
struct Item {
    gold: String,
    found: Option<RecordId>,
    name: String,
}

fn main() -> anyhow::Result<()> {
    let (options, paths): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let has = |option: &str| options.iter().any(|given| given == option);
    let (mut items, mut archive) = (Vec::new(), Archive::default());
    for path in paths {
        for line in std::fs::read_to_string(path)?.lines().filter(|line| !line.is_empty()) {
            let gold: Value = serde_json::from_str(line)?;
            let article =
                Article::new(gold["id"].as_str().unwrap_or_default(), None, gold["text"].as_str().unwrap_or_default());
            let (document, facts) = archive.add(&article);
            let people: Vec<(RecordId, Vec<Span>)> = facts
                .people
                .iter()
                .filter(|person| person.name.is_some())
                .map(|person| {
                    let id = RecordId::new(document.digest, FactKind::Person, person.mentions[0].span);
                    (id, person.mentions.iter().map(|mention| mention.span).collect())
                })
                .collect();
            items.extend(gold_items(&article, &gold, &people));
        }
    }
    let mut linked: HashMap<RecordId, RecordId> = HashMap::new();
    for link in archive.people() {
        linked.extend(link.people.iter().map(|person| (person.person, link.id())));
    }
    for item in &mut items {
        item.found = item.found.map(|person| linked.get(&person).copied().unwrap_or(person));
    }
    let missed = items.iter().filter(|item| item.found.is_none()).count();
    if !has("--all") {
        items.retain(|item| item.found.is_some());
    }
    let (precision, recall) = b_cubed(&items);
    println!("people {} not found {missed}", items.len());
    println!(
        "B-cubed precision {precision:.3} recall {recall:.3} F1 {:.3}",
        2.0 * precision * recall / (precision + recall)
    );
    if has("--errors") {
        errors(&items);
    }
    Ok(())
}

/// The named people of an article's gold, each with the found person that shares most mentions.
fn gold_items(article: &Article, gold: &Value, people: &[(RecordId, Vec<Span>)]) -> Vec<Item> {
    let offsets: Vec<u32> =
        article.text.char_indices().map(|(at, _)| at as u32).chain([article.text.len() as u32]).collect();
    let place = |pair: &Value| -> Option<Span> {
        let at = |end: usize| offsets.get(pair[end].as_u64()? as usize).copied();
        Some(Span { start: at(0)?, end: at(1)? })
    };
    let named = gold["people"].as_array().into_iter().flatten().filter(|person| person["name"].is_string());
    let item = |person: &Value| {
        let mentions: Vec<Span> = person["mentions"].as_array().into_iter().flatten().filter_map(place).collect();
        let shared = |found: &[Span]| {
            mentions.iter().filter(|mention| found.iter().any(|span| span.overlaps(**mention))).count()
        };
        let best = people.iter().rev().max_by_key(|(_, found)| shared(found)).filter(|(_, found)| shared(found) > 0);
        Item {
            gold: person["kb"].as_str().unwrap_or_default().to_owned(),
            found: best.map(|(id, _)| *id),
            name: person["name"].as_str().unwrap_or_default().to_owned(),
        }
    };
    named.map(item).collect()
}

/// Precision and recall, averaged over the people; somebody who was not found is in no group and
/// has a recall of zero.
fn b_cubed(items: &[Item]) -> (f64, f64) {
    let both = |one: &Item, other: &Item| one.gold == other.gold && one.found.is_some() && one.found == other.found;
    let count = |test: &dyn Fn(&Item) -> bool| items.iter().filter(|item| test(item)).count() as f64;
    let found: Vec<&Item> = items.iter().filter(|item| item.found.is_some()).collect();
    let precision: f64 =
        found.iter().map(|one| count(&|other| both(one, other)) / count(&|other| one.found == other.found)).sum();
    let recall: f64 =
        found.iter().map(|one| count(&|other| both(one, other)) / count(&|other| one.gold == other.gold)).sum();
    (precision / found.len().max(1) as f64, recall / items.len().max(1) as f64)
}

/// Prints the people of the gold who were split, and the found groups of several people.
fn errors(items: &[Item]) {
    let mut apart: BTreeMap<&str, BTreeMap<Option<RecordId>, BTreeSet<&str>>> = BTreeMap::new();
    let mut together: BTreeMap<RecordId, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for item in items {
        apart.entry(&item.gold).or_default().entry(item.found).or_default().insert(&item.name);
        if let Some(found) = item.found {
            together.entry(found).or_default().entry(&item.gold).or_default().insert(&item.name);
        }
    }
    for (gold, groups) in apart.iter().filter(|(_, groups)| groups.len() > 1) {
        println!("apart {gold} {:?}", groups.values().collect::<Vec<_>>());
    }
    for groups in together.values().filter(|groups| groups.len() > 1) {
        println!("together {:?}", groups.values().collect::<Vec<_>>());
    }
}
