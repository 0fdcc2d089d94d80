//! Matches gold files to found articles.

use std::path::Path;

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::{article, is};

/// Gold records with each article replaced by its id in the found records.
///
/// Gold names an article of a text file by the file's name without folder and extension, since its id contains its
/// path; any other by its id.
pub(super) fn with_ids(gold: &[Value], found: &[Value]) -> Vec<Value> {
    let articles = found.iter().filter(|record| is(record, "article"));
    let ids = articles.filter_map(|record| Some((text_file(record)?, article(record)?))).collect();
    gold.iter().map(|record| renamed(record, &ids)).collect()
}

fn text_file(article: &Value) -> Option<&str> {
    let path = Path::new(article["source"].as_str()?);
    path.extension().filter(|&extension| extension == "txt")?;
    path.file_stem()?.to_str()
}

fn renamed(value: &Value, ids: &FxHashMap<&str, &str>) -> Value {
    match value {
        Value::Object(object) => object.iter().map(|(key, part)| (key.clone(), renamed_part(key, part, ids))).collect(),
        Value::Array(parts) => parts.iter().map(|part| renamed(part, ids)).collect(),
        other => other.clone(),
    }
}

fn renamed_part(key: &str, part: &Value, ids: &FxHashMap<&str, &str>) -> Value {
    match part.as_str().filter(|_| key == "article").and_then(|name| ids.get(name)) {
        Some(&id) => id.into(),
        None => renamed(part, ids),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_file_goes_by_its_name() {
        let found = [
            json!({"type": "article", "article": "00ff", "source": "corpus/harbour.txt"}),
            json!({"type": "article", "article": "bridge", "source": "corpus/news.jsonl:3"}),
        ];
        let gold = [json!({"article": "harbour", "evidence": [{"article": "bridge", "text": "harbour"}]})];
        let expected = [json!({"article": "00ff", "evidence": [{"article": "bridge", "text": "harbour"}]})];
        assert_eq!(with_ids(&gold, &found), expected);
    }
}
