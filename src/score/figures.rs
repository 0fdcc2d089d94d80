//! Scores figures: pairs them where they overlap, closest first, then compares the details of each pair.

use serde_json::Value;

use super::{
    Records, Tally,
    words::{Words, alike, pair},
};

/// The relative difference allowed between two numbers: gold gives proportions to four digits.
const ROUNDING: f64 = 0.0005;

pub(super) fn count(gold: &Records, found: &Records, tally: &mut Tally) {
    let (gold_words, found_words) = (words(gold), words(found));
    let pairs = pair(&gold_words, &found_words, 0.0);
    let exact = pairs.iter().filter(|&&(index, other)| gold_words[index].is_at(&found_words[other])).count();
    tally.add("figures found", gold.len(), found.len(), pairs.len());
    tally.add("figures span", gold.len(), found.len(), exact);
    let mut partner = vec![&Value::Null; gold.len()];
    for (index, other) in pairs {
        partner[index] = found[other];
    }
    for (figure, found) in gold.iter().zip(partner) {
        details(figure, found, tally);
    }
}

fn words<'a>(records: &Records<'a>) -> Vec<Words<'a>> {
    records.iter().filter_map(|&record| Words::of(record)).collect()
}

/// Compares the details of a figure in gold; `found` is null if the figure was not found.
fn details(gold: &Value, found: &Value, tally: &mut Tally) {
    for (name, key) in [("figures kind", "kind"), ("figures unit", "unit"), ("figures change", "change")] {
        if let Some(stated) = gold[key].as_str() {
            tally.compare(name, true, found[key].is_string(), found[key] == stated);
        }
    }
    if let Some(stated) = gold["bound"].as_str() {
        let bound = found["bound"].as_str().unwrap_or("exact");
        tally.compare("figures bound", stated != "exact", bound != "exact", bound == stated);
    }
    if has_number(gold) {
        tally.compare("figures value", true, has_number(found), same_number(gold, found));
    }
    if let Some(counted) = Words::of(&gold["counted"]) {
        let words = Words::of(&found["counted"]);
        tally.compare(
            "figures counted",
            true,
            words.is_some(),
            words.is_some_and(|words| alike(words.text, counted.text)),
        );
    }
    if !gold["resolved"].is_null() {
        tally.compare(
            "figures resolved",
            true,
            found["resolved"].is_string(),
            same_time(&gold["resolved"], &found["resolved"]),
        );
    }
}

fn has_number(figure: &Value) -> bool {
    ["value", "low", "high"].iter().any(|&key| figure[key].is_number())
}

/// Compares the stated number if gold has one, else both ends of the range.
fn same_number(gold: &Value, found: &Value) -> bool {
    let same = |key: &str| match (gold[key].as_f64(), found[key].as_f64()) {
        (Some(gold), Some(found)) => (gold - found).abs() <= ROUNDING * gold.abs(),
        (gold, found) => gold.is_none() == found.is_none(),
    };
    if gold["value"].is_number() { same("value") } else { same("low") && same("high") }
}

/// Gold gives one reading, or a list of equally good ones.
fn same_time(gold: &Value, found: &Value) -> bool {
    gold == found || gold.as_array().is_some_and(|readings| readings.contains(found))
}
