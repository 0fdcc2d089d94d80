//! Articles in a JSON document without a list: one under each id, a single one under a name, or
//! columns of texts, titles and so on, as programs for tables write them.

use serde_json::{Map, Value};

use super::{ArticleField, Fields, record};

/// The articles in an object that is not an article itself, each as a JSON object.
pub fn articles(object: Map<String, Value>) -> Option<Vec<Vec<u8>>> {
    let articles = by_id(&object).or_else(|| rows(&object))?;
    Some(articles.into_iter().map(|article| Value::Object(article).to_string().into_bytes()).collect())
}

/// Reads `{"tarn-1": {"text": …}, "tarn-2": {"text": …}}`. A single key is not an id:
/// `{"story": {"text": …}}`.
fn by_id(object: &Map<String, Value>) -> Option<Vec<Map<String, Value>>> {
    let mut articles = Vec::new();
    for (id, value) in object {
        let mut article = value.as_object().filter(|article| record::has_text(article, &Fields::default()))?.clone();
        if object.len() > 1 && Fields::default().value(&article, ArticleField::Id).is_none() {
            article.insert("id".to_owned(), Value::from(id.as_str()));
        }
        articles.push(article);
    }
    Some(articles).filter(|articles| !articles.is_empty())
}

/// Reads `{"title": {"0": …, "1": …}, "text": {"0": …, "1": …}}`.
fn rows(object: &Map<String, Value>) -> Option<Vec<Map<String, Value>>> {
    let cell = |row: &str| {
        let cells = object.iter().filter_map(|(name, column)| Some((name.clone(), column.get(row)?.clone())));
        cells.collect::<Map<String, Value>>()
    };
    let column = object.values().find_map(Value::as_object)?;
    let mut numbers: Vec<u64> = column.keys().map(|name| name.parse().ok()).collect::<Option<_>>()?;
    numbers.sort_unstable();
    let rows: Vec<_> = numbers.into_iter().map(|number| cell(&number.to_string())).collect();
    rows.iter().any(|row| record::has_text(row, &Fields::default())).then_some(rows)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn holds(document: Value, expected: &[Value]) {
        let Value::Object(object) = document else { panic!("no object") };
        let found = articles(object).unwrap_or_default();
        let found: Vec<Value> = found.iter().map(|article| serde_json::from_slice(article).unwrap()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn articles_stand_under_their_ids() {
        let document = json!({"tarn-1": {"text": "Ten sheep."}, "tarn-2": {"_id": 7, "body": "A ram."}});
        holds(document, &[json!({"id": "tarn-1", "text": "Ten sheep."}), json!({"_id": 7, "body": "A ram."})]);
        holds(json!({"tarn-1": {"text": "Ten sheep."}, "count": 1}), &[]);
        holds(json!({"story": {"text": "Ten sheep."}}), &[json!({"text": "Ten sheep."})]);
        holds(json!({"meta": {"by": "Ann Lee"}}), &[]);
        holds(json!({}), &[]);
    }

    #[test]
    fn columns_become_rows() {
        let document =
            json!({"text": {"0": "Ten sheep.", "2": "A ram.", "10": null}, "title": {"0": "Sheep", "10": "x"}});
        let expected = [
            json!({"text": "Ten sheep.", "title": "Sheep"}),
            json!({"text": "A ram."}),
            json!({"text": null, "title": "x"}),
        ];
        holds(document, &expected);
    }
}
