//! Where the date and the byline of an article record come from, and that they stay the same when
//! records are read back.

use std::{fs, path::Path, process::Command};

use serde_json::{Value, json};

/// The article records that `newsfacts read` prints, with these options.
fn read(folder: &Path, name: &str, options: &[&str]) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.arg("read").args(options).arg(name).current_dir(folder).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    output.stdout.split(|&byte| byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect()
}

fn articles() -> String {
    let body = "Crews saved 37 sheep on Friday.";
    let given = json!({"id": "given", "date": "2024-05-04", "byline": "Ann Lee", "text": body});
    let told = json!({"id": "told", "text": format!("Crews save sheep\n\nBy Bo Day\n\nTARN, May 3, 2024 - {body}")});
    let neither = json!({"id": "neither", "text": body});
    format!("{given}\n{told}\n{neither}\n")
}

#[test]
fn a_date_says_where_it_was_found() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), articles()).unwrap();
    let keys = ["published", "published_from", "byline", "byline_in_text"];
    let found = |options: &[&str]| -> Vec<Vec<Value>> {
        let records = read(folder.path(), "a.jsonl", options);
        records.iter().map(|record| keys.iter().map(|key| record[*key].clone()).collect()).collect()
    };
    let given = vec![json!("2024-05-04"), json!("source"), json!("Ann Lee"), json!(false)];
    let told = vec![json!("2024-05-03"), json!("text"), json!("By Bo Day"), json!(true)];
    let nothing = vec![json!(null), json!(null), json!(null), json!(false)];
    let option = vec![json!("2024-05-09"), json!("option"), json!(null), json!(false)];
    assert_eq!(found(&[]), [given.clone(), told.clone(), nothing]);
    assert_eq!(found(&["--date", "2024-05-09"]), [given, told, option]);
}

#[test]
fn records_read_back_keep_where_it_was_found() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.jsonl"), articles()).unwrap();
    let records = read(folder.path(), "a.jsonl", &["--date", "2024-05-09"]);
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    fs::write(folder.path().join("facts.ndjson"), lines.join("\n")).unwrap();
    assert_eq!(read(folder.path(), "facts.ndjson", &[]), records);
    let later = read(folder.path(), "facts.ndjson", &["--date", "2024-06-01"]);
    assert_eq!((&later[2]["published"], &later[2]["published_from"]), (&json!("2024-06-01"), &json!("option")));
}
