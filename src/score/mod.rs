//! Compares found facts with gold annotations: precision, recall and F1, and their output.
//!
//! Gold and found are records as `write` prints them. What a gold record leaves out is not scored, so gold may have
//! less than the program's output; the rules are in corpus/README.md.

mod calibration;
mod figures;
mod findings;
mod gold;
mod names;
mod people;
mod quotes;
mod table;
mod words;

use rustc_hash::FxHashMap;
use serde::Serialize;
use serde_json::Value;

pub use calibration::{Band, calibration_table};
pub use gold::flaw;
pub use table::{json, table};
pub use words::misplaced;

/// How much of what is annotated was found, and how much of what was found is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Score {
    /// What is measured: `figures value`.
    pub name: &'static str,
    /// The number annotated.
    pub gold: usize,
    /// The number found, without those that gold leaves open.
    pub found: usize,
    /// The number found that are the same as in gold.
    pub right: usize,
}

/// What is measured, in the order of the table.
const NAMES: [&str; 22] = [
    "figures found",
    "figures span",
    "figures kind",
    "figures value",
    "figures unit",
    "figures bound",
    "figures change",
    "figures counted",
    "figures resolved",
    "quotes found",
    "quotes content",
    "quotes form",
    "quotes cue",
    "quotes speaker",
    "people mentions",
    "people names",
    "people unnamed",
    "people offices",
    "people organisations",
    "people jurisdictions",
    "findings within",
    "findings across",
];

/// Records of one kind and one article.
type Records<'a> = Vec<&'a Value>;

/// Sums under the names of [`NAMES`].
struct Tally(Vec<Score>);

/// The scores of all found records of the articles that have an article record in gold, in the order of the table.
pub fn score(gold: &[Value], found: &[Value]) -> Vec<Score> {
    let mut tally = Tally(NAMES.iter().map(|&name| Score { name, gold: 0, found: 0, right: 0 }).collect());
    let gold = &names::with_ids(gold, found);
    let gold_facts = by_article(gold);
    let found_facts = by_article(found);
    let none = Vec::new();
    let articles: Vec<&str> = gold.iter().filter(|record| is(record, "article")).filter_map(article).collect();
    for article in &articles {
        for (kind, count) in [("figure", figures::count as Count), ("quote", quotes::count), ("person", people::count)]
        {
            let gold = gold_facts.get(&(*article, kind)).unwrap_or(&none);
            count(gold, found_facts.get(&(*article, kind)).unwrap_or(&none), &mut tally);
        }
    }
    findings::count(gold, found, &articles, &mut tally);
    tally.0
}

/// The calibration of all found quotes in the articles that have an article record in gold.
pub fn calibration(gold: &[Value], found: &[Value]) -> Vec<Band> {
    let gold = &names::with_ids(gold, found);
    let (gold_facts, found_facts) = (by_article(gold), by_article(found));
    let none = Vec::new();
    let mut bands = calibration::empty();
    for article in gold.iter().filter(|record| is(record, "article")).filter_map(article) {
        let quotes = (article, "quote");
        let gold = gold_facts.get(&quotes).unwrap_or(&none);
        calibration::count(gold, found_facts.get(&quotes).unwrap_or(&none), &mut bands);
    }
    bands
}

type Count = fn(&Records, &Records, &mut Tally);

impl Score {
    /// The share of what was found that is right, 0 to 1; `None` if nothing was found.
    pub fn precision(&self) -> Option<f64> {
        (self.found > 0).then(|| self.right as f64 / self.found as f64)
    }

    /// The share of what is annotated that was found and is right, 0 to 1; `None` if nothing is annotated.
    pub fn recall(&self) -> Option<f64> {
        (self.gold > 0).then(|| self.right as f64 / self.gold as f64)
    }

    /// The harmonic mean of both, 0 to 1; `None` if nothing is annotated and nothing was found.
    pub fn f1(&self) -> Option<f64> {
        let all = self.gold + self.found;
        (all > 0).then(|| 2.0 * self.right as f64 / all as f64)
    }
}

impl Tally {
    fn add(&mut self, name: &str, gold: usize, found: usize, right: usize) {
        let score = self.0.iter_mut().find(|score| score.name == name).expect("a name of the table");
        score.gold += gold;
        score.found += found;
        score.right += right;
    }

    /// Counts one detail: whether gold has it, whether it was found, and whether the two are the same.
    fn compare(&mut self, name: &str, gold: bool, found: bool, same: bool) {
        self.add(name, usize::from(gold), usize::from(found), usize::from(gold && found && same));
    }
}

fn by_article(records: &[Value]) -> FxHashMap<(&str, &str), Records<'_>> {
    let mut grouped: FxHashMap<(&str, &str), Records> = FxHashMap::default();
    for record in records {
        if let (Some(article), Some(kind)) = (article(record), record["type"].as_str()) {
            grouped.entry((article, kind)).or_default().push(record);
        }
    }
    grouped
}

fn article(record: &Value) -> Option<&str> {
    record["article"].as_str()
}

fn is(record: &Value, kind: &str) -> bool {
    record["type"] == kind
}

/// The entries of a list; empty for anything else.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(name: &str, gold: Vec<Value>, found: Vec<Value>) -> (usize, usize, usize) {
        let mut all = vec![json!({"type": "article", "article": "a"})];
        all.extend(gold);
        let score = score(&all, &found).into_iter().find(|score| score.name == name).unwrap();
        (score.gold, score.found, score.right)
    }

    fn figure(start: u64, text: &str, more: Value) -> Value {
        let end = start + text.chars().count() as u64;
        let mut record =
            json!({"type": "figure", "article": "a", "field": "text", "start": start, "end": end, "text": text});
        record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        record
    }

    #[test]
    fn figures_that_overlap_are_compared() {
        let gold = vec![figure(0, "about 40", json!({"value": 40, "bound": "approx"})), figure(20, "12", json!({}))];
        let found = vec![figure(6, "40", json!({"value": 40, "bound": "exact"})), figure(30, "7", json!({"value": 7}))];
        assert_eq!(of("figures found", gold.clone(), found.clone()), (2, 2, 1));
        assert_eq!(of("figures span", gold.clone(), found.clone()), (2, 2, 0));
        assert_eq!(of("figures value", gold.clone(), found.clone()), (1, 1, 1));
        assert_eq!(of("figures bound", gold, found), (1, 0, 0));
    }

    #[test]
    fn a_date_may_be_read_in_several_ways() {
        let gold = vec![figure(0, "the end of May", json!({"resolved": ["2021-05-31", "2021-05"]}))];
        let found = |resolved: &str| vec![figure(0, "the end of May", json!({"resolved": resolved}))];
        assert_eq!(of("figures resolved", gold.clone(), found("2021-05")), (1, 1, 1));
        assert_eq!(of("figures resolved", gold, found("2021-06")), (1, 1, 0));
    }

    fn words(start: u64, text: &str) -> Value {
        json!({"field": "text", "start": start, "end": start + text.chars().count() as u64, "text": text})
    }

    #[test]
    fn quotes_are_compared_without_marks_and_that() {
        let quote = |start, text: &str, name: &str| {
            json!({"type": "quote", "article": "a", "form": "indirect", "content": [words(start, text)],
                   "cue": words(0, "said"), "speaker": {"field": "text", "start": 5, "end": 7, "text": "he", "name": name}})
        };
        let gold = vec![quote(15, "the bridge was safe", "Ivo Marsh")];
        let found = vec![quote(10, "that the bridge was safe.", "Beth Roe")];
        assert_eq!(of("quotes content", gold.clone(), found.clone()), (1, 1, 1));
        assert_eq!(of("quotes cue", gold.clone(), found.clone()), (1, 1, 1));
        assert_eq!(of("quotes speaker", gold, found), (1, 1, 0));
    }

    #[test]
    fn an_open_quote_is_neither_missed_nor_wrong() {
        let quote = |start, open: bool| json!({"type": "quote", "article": "a", "open": open, "content": [words(start, "to run two branches")]});
        let found = vec![quote(10, false)];
        assert_eq!(of("quotes found", vec![quote(12, true)], found.clone()), (0, 0, 0));
        assert_eq!(of("quotes found", vec![quote(80, true)], found), (0, 1, 0));
    }

    #[test]
    fn an_occupation_is_neither_missed_nor_wrong() {
        let person = |offices: Value| {
            json!({"type": "person", "article": "a", "name": "Ivo Marsh",
                   "mentions": [words(12, "Ivo Marsh")], "offices": offices})
        };
        let striker = json!([{"role": "striker", "role_span": words(0, "striker"), "kind": "occupation"}]);
        let found = vec![person(json!([{"role": "striker", "role_span": words(0, "striker")}]))];
        assert_eq!(of("people offices", vec![person(striker)], found.clone()), (0, 0, 0));
        assert_eq!(of("people offices", vec![person(json!([]))], found), (0, 1, 0));
    }

    #[test]
    fn findings_match_by_check_verdict_and_places() {
        let finding = |verdict: &str, start: u64| {
            let mut place = words(start, "12");
            place["article"] = json!("a");
            json!({"type": "finding", "check": "within.range_order", "scope": "within", "verdict": verdict,
                   "severity": "error", "evidence": [place]})
        };
        let gold = vec![finding("conflicts", 0)];
        assert_eq!(of("findings within", gold.clone(), vec![finding("conflicts", 1)]), (1, 1, 1));
        assert_eq!(of("findings within", gold.clone(), vec![finding("conflicts", 2)]), (1, 1, 0));
        assert_eq!(of("findings within", gold, vec![finding("agrees", 0)]), (1, 0, 0));
    }
}
