//! Scores findings: those that must appear, and alarms that must not.

use serde_json::Value;

use super::{Tally, article, is, list, words::Words};

/// A finding of gold is found if one has the same check and verdict and covers all its places. Of others, only
/// conflicts with severity error or warning count as found; additional agreements are always allowed.
pub(super) fn count(gold: &[Value], found: &[Value], articles: &[&str], tally: &mut Tally) {
    let found: Vec<&Value> = found.iter().filter(|finding| is_about(finding, articles)).collect();
    let mut taken = vec![false; found.len()];
    for finding in gold.iter().filter(|record| is(record, "finding")) {
        let free = (0..found.len()).find(|&index| !taken[index] && is_same(finding, found[index]));
        if let Some(index) = free {
            taken[index] = true;
        }
        let right = usize::from(free.is_some());
        tally.add(name(finding), 1, right, right);
    }
    for (finding, _) in found.iter().zip(taken).filter(|(finding, taken)| !taken && is_alarm(finding)) {
        tally.add(name(finding), 0, 1, 0);
    }
}

fn is_about(record: &Value, articles: &[&str]) -> bool {
    let inside = |place: &Value| article(place).is_some_and(|id| articles.contains(&id));
    is(record, "finding") && list(&record["evidence"]).iter().all(inside)
}

fn name(finding: &Value) -> &'static str {
    if finding["scope"] == "across" { "findings across" } else { "findings within" }
}

fn is_alarm(finding: &Value) -> bool {
    finding["verdict"] == "conflicts" && finding["severity"] != "info"
}

fn is_same(gold: &Value, found: &Value) -> bool {
    let rests_on = |place: &Value| list(&found["evidence"]).iter().any(|other| is_same_place(place, other));
    gold["check"] == found["check"]
        && gold["verdict"] == found["verdict"]
        && list(&gold["evidence"]).iter().all(rests_on)
}

fn is_same_place(gold: &Value, found: &Value) -> bool {
    let (gold_words, words) = (Words::of(gold), Words::of(found));
    let same = gold_words.zip(words).is_some_and(|(gold, found)| gold.is_at(&found) || gold.overlaps(&found));
    same && article(gold) == article(found)
}
