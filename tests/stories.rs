//! Stories of the corpus that several outlets tell: findings across articles stay within one story.

#![cfg(feature = "command")]

use std::{collections::BTreeMap, path::Path, process::Command};

use serde_json::Value;

fn records(subcommand: &str) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.args([subcommand, "corpus"]).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = output.stdout.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).unwrap()).collect()
}

/// The story of each article by its id. The name of an article is its story and its outlet:
/// `wexcombe-libraries-courier`. For a text file that is its file name, for other articles their
/// id.
fn stories() -> BTreeMap<String, String> {
    let articles = records("extract").into_iter().filter(|record| record["type"] == "article");
    let story = |record: Value| {
        let id = record["article"].as_str().unwrap().to_owned();
        let source = Path::new(record["source"].as_str().unwrap());
        let text_file = source.extension().is_some_and(|extension| extension == "txt");
        let name = if text_file { source.file_stem().unwrap().to_str().unwrap() } else { &id };
        (id.clone(), name.rsplit_once('-').unwrap().0.to_owned())
    };
    articles.map(story).collect()
}

/// The check and the stories of every finding across articles.
fn across() -> Vec<(String, Vec<String>)> {
    let stories = stories();
    let across = records("check").into_iter().filter(|finding| finding["scope"] == "across");
    let told = |finding: Value| {
        let articles = finding["articles"].as_array().unwrap().iter();
        let mut named: Vec<String> = articles.map(|id| stories[id.as_str().unwrap()].clone()).collect();
        named.sort();
        named.dedup();
        (finding["check"].as_str().unwrap().to_owned(), named)
    };
    across.map(told).collect()
}

#[test]
fn articles_of_different_stories_are_not_compared() {
    let across = across();
    assert!(across.len() >= 3, "only {across:?}");
    for (check, stories) in across {
        assert!(stories.len() == 1, "{check} compares {stories:?}");
    }
}

#[test]
fn a_copy_is_told_and_confirms_nothing() {
    let of_copies = across().into_iter().filter(|(_, stories)| stories.iter().any(|story| story == "harrowmead-waits"));
    let checks: Vec<String> = of_copies.map(|(check, _)| check).collect();
    assert_eq!(checks, ["across.near_duplicate"]);
}

#[test]
fn articles_of_no_known_story_are_compared_by_sentences_that_name_the_same_bodies() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.jsonl");
    let articles = concat!(
        "{\"id\": \"one\", \"text\": \"The prize went to Marlshire Police, the only force out of 39 visited by the Roads ",
        "Inspectorate (RI) to pass the test. The chief constable was glad.\"}\n",
        "{\"id\": \"two\", \"text\": \"Rain fell on the fair. Marlshire Police was the only force out of 39 to pass the test ",
        "that the Roads Inspectorate (RI) set, a report says.\"}\n"
    );
    std::fs::write(&path, articles).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_newsfacts")).arg("check").arg(&path).output().unwrap();
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(
        found.contains("39 stated by 2 independent articles"),
        "{found}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
