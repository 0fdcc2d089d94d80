//! The scores on our own corpus never fall: corpus/scores.tsv has the minimum F1 of each.
//!
//! `UPDATE_SCORES=1 cargo test --test scores` raises the floors to the scores that are reached. A
//! floor is lowered by hand, with a reason in the commit.

#![cfg(feature = "command")]

use std::{collections::BTreeMap, env, fs, path::Path, process::Command};

use serde_json::Value;

const HEADER: &str =
    "# Least F1 of each score on the corpus; raised by UPDATE_SCORES=1, lowered by hand only.\n# score\tfloor\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// F1 of each score on the corpus, in hundredths, rounded down.
fn reached() -> BTreeMap<String, u64> {
    let output = Command::new(env!("CARGO_BIN_EXE_newsfacts"))
        .args(["score", "--json", "corpus", "--gold", "corpus/gold"])
        .current_dir(root())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.is_empty(), "newsfacts score: {told}");
    let scores: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let hundredths = |score: &Value| (score["f1"].as_f64().unwrap_or(0.0) * 100.0 + 1e-9) as u64;
    scores.iter().map(|score| (score["name"].as_str().unwrap().to_owned(), hundredths(score))).collect()
}

fn floors() -> BTreeMap<String, u64> {
    let table = fs::read_to_string(root().join("corpus/scores.tsv")).unwrap_or_default();
    let row = |line: &str| {
        let (name, floor) = line.split_once('\t')?;
        Some((name.to_owned(), (floor.parse::<f64>().ok()? * 100.0).round() as u64))
    };
    table.lines().filter_map(row).collect()
}

#[test]
fn no_score_falls_below_its_floor() {
    let (reached, mut floors) = (reached(), floors());
    if env::var_os("UPDATE_SCORES").is_some() {
        floors.retain(|name, _| reached.contains_key(name));
        for (name, &score) in &reached {
            let floor = floors.entry(name.clone()).or_default();
            *floor = score.max(*floor);
        }
        let rows = floors.iter().map(|(name, floor)| format!("{name}\t{:.2}\n", *floor as f64 / 100.0));
        fs::write(root().join("corpus/scores.tsv"), HEADER.to_owned() + &rows.collect::<String>()).unwrap();
    }
    for (name, score) in &reached {
        let floor =
            floors.get(name).unwrap_or_else(|| panic!("{name}: no row; run UPDATE_SCORES=1 cargo test --test scores"));
        assert!(
            score >= floor,
            "{name}: F1 0.{score:02} is below its floor 0.{floor:02} (newsfacts score --gold corpus/gold)"
        );
    }
    let gone: Vec<&String> = floors.keys().filter(|name| !reached.contains_key(*name)).collect();
    assert!(gone.is_empty(), "corpus/scores.tsv has rows of no score: {gone:?}");
}

/// An article of the corpus without gold would not be scored.
#[test]
fn every_article_has_gold() {
    let corpus = root().join("corpus");
    let lines = fs::read_to_string(corpus.join("news.jsonl")).unwrap();
    let ids = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned());
    let files = fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let names = texts.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).chain(ids);
    for name in names {
        assert!(corpus.join(format!("gold/{name}.gold")).exists(), "corpus/gold/{name}.gold is missing");
    }
}
