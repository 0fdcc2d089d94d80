//! The JSON Schema that the command prints accepts the records that it prints, and rejects broken
//! ones.
//!
//! Published validators depend on more than thirty crates. Only seventeen keywords occur here, and
//! the validator below fails on any other.

#![cfg(feature = "command")]

use std::process::Command;

use serde_json::Value;

/// Articles with figures, quotes, people and findings, given both ways.
const ARTICLES: &str = r#"
{"id":"a","title":"Nearly 40 sheep saved at Tarn Bridge","date":"2024-05-03","publisher":"Tarn Echo","text":"Crews saved 37 of 45 sheep on Monday 1 May 2024, a rise of 3% to £1.2m.\n\n“They were cold,” said Inspector Ned Marsh of Tarn Police.\n\nHe added: “They were wet.\n\nNed Marsh, chairman of Tarn Council, said that 31 September was too late."}
{"id":"b","text":"Bridge shut\n\n3 May 2024\n\nZoë Lund, 46, paid €5. Police said 40 sheep were saved. Zoë Lund, 64, left."}
{"id":"c","date":"2024-05-04","text":"Inspector Ned Marsh of Tarn Police was glad. Zoë Lund was not."}
"#;

fn newsfacts(arguments: &[&str], folder: &std::path::Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_record_keeps_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("articles.jsonl"), ARTICLES).unwrap();
    let schema: Value = serde_json::from_str(&newsfacts(&["schema"], folder.path())).unwrap();
    let mut kinds = Vec::new();
    let lines = ["extract", "people"].map(|command| newsfacts(&[command, "articles.jsonl"], folder.path())).concat();
    for line in lines.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        assert_eq!(violation(&schema, &schema, &record), None, "{line}");
        kinds.push(record["type"].as_str().unwrap().to_owned());
        for key in record.as_object().unwrap().keys() {
            let mut broken = record.clone();
            broken[key] = Value::Array(vec![Value::Bool(true)]);
            assert!(violation(&schema, &schema, &broken).is_some(), "{broken} must not keep the schema");
        }
    }
    for kind in ["article", "figure", "finding", "link"] {
        assert!(kinds.iter().any(|found| found == kind), "no {kind} among {kinds:?}");
    }
}

#[test]
fn a_misspelt_word_or_a_missing_key_breaks_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("articles.jsonl"), ARTICLES).unwrap();
    let schema: Value = serde_json::from_str(&newsfacts(&["schema"], folder.path())).unwrap();
    let lines = ["extract", "people"].map(|command| newsfacts(&[command, "articles.jsonl"], folder.path())).concat();
    let mut misspelt = std::collections::BTreeSet::new();
    for line in lines.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        for (key, value) in record.as_object().unwrap() {
            let mut shorter = record.clone();
            shorter.as_object_mut().unwrap().remove(key);
            assert!(violation(&schema, &schema, &shorter).is_some(), "{key} may be missing from {line}");
            let Some(word) = value.as_str().filter(|_| WORDS.contains(&key.as_str())) else { continue };
            let mut wrong = record.clone();
            wrong[key] = format!("{word}s").into();
            assert!(violation(&schema, &schema, &wrong).is_some(), "{key} may be misspelt in {line}");
            misspelt.insert(key.clone());
        }
    }
    assert!(misspelt.iter().eq(&WORDS), "{misspelt:?}");
}

/// The keys of records, at their top level, that have a closed set of values.
const WORDS: [&str; 10] =
    ["bound", "change", "field", "form", "gender", "kind", "scope", "severity", "type", "verdict"];

#[test]
fn every_property_is_described() {
    let folder = tempfile::tempdir().unwrap();
    let schema: Value = serde_json::from_str(&newsfacts(&["schema"], folder.path())).unwrap();
    let mut left = vec![&schema];
    let mut count = 0;
    while let Some(value) = left.pop() {
        for (key, property) in value["properties"].as_object().into_iter().flatten().filter(|(key, _)| *key != "type") {
            assert!(property["description"].is_string(), "{key} has no description: {property}");
            count += 1;
        }
        left.extend(value.as_object().into_iter().flat_map(|object| object.values()));
        left.extend(value.as_array().into_iter().flatten());
    }
    assert!(count > 60, "only {count} properties");
}

/// The first way in which a value violates a schema.
fn violation(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    let keywords = schema.as_object()?;
    keywords.iter().find_map(|(keyword, rule)| breaks(root, schema, keyword, rule, value))
}

/// How a value violates one keyword of a schema.
fn breaks(root: &Value, schema: &Value, keyword: &str, rule: &Value, value: &Value) -> Option<String> {
    let keeps = |schema: &Value| violation(root, schema, value).is_none();
    let alternatives = || rule.as_array().unwrap().iter().filter(|schema| keeps(schema)).count();
    let said = |wrong: bool| wrong.then(|| format!("{value} breaks {keyword} {rule}"));
    match keyword {
        "$schema" | "$id" | "$defs" | "title" | "description" | "format" => None,
        "$ref" => violation(root, root.pointer(rule.as_str()?.strip_prefix('#')?).expect("a definition"), value),
        "oneOf" => said(alternatives() != 1),
        "anyOf" => said(alternatives() == 0),
        "const" => said(rule != value),
        "enum" => said(!rule.as_array()?.contains(value)),
        "type" => said(!rule.as_array().unwrap_or(&vec![rule.clone()]).iter().any(|name| is_a(value, name))),
        "minimum" => said(value.as_f64() < rule.as_f64()),
        "maximum" => said(value.as_f64() > rule.as_f64()),
        "required" => said(!rule.as_array()?.iter().all(|key| value.get(key.as_str().unwrap()).is_some())),
        "items" => value.as_array()?.iter().find_map(|item| violation(root, rule, item)),
        "properties" => {
            let properties = rule.as_object()?.iter();
            properties.filter_map(|(key, rule)| violation(root, rule, value.get(key)?)).next()
        }
        _ => panic!("teach this test the keyword {keyword} of {schema}"),
    }
}

fn is_a(value: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no such type: {other}"),
    }
}
