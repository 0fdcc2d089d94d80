//! ninjs, the news exchange format of the IPTC in JSON: version 1 has its fields where other records have
//! them; version 2 keeps several headlines and bodies in lists, one for each role and kind of content.

use serde_json::{Map, Value};

/// Roles of the headline that stands above the article.
const MAIN: [&str; 3] = ["main", "headline", "title"];

/// Puts the main headline and body of version 2 where version 1 has them; other records stay as they are.
pub fn flatten(record: &mut Map<String, Value>) {
    if let Some(headline) = record.get("headlines").and_then(|list| chosen(list, is_main)) {
        record.insert("headline".to_owned(), headline);
    }
    if let Some(body) = record.get("bodies").and_then(|list| chosen(list, is_plain)) {
        record.insert("body".to_owned(), body);
    }
}

/// The value of the first item of a list that is preferred, or else of its first.
fn chosen(list: &Value, preferred: fn(&Map<String, Value>) -> bool) -> Option<Value> {
    let items = || list.as_array().into_iter().flatten().filter_map(Value::as_object);
    let item = items().find(|item| preferred(item)).or_else(|| items().next())?;
    item.get("value").filter(|value| value.is_string()).cloned()
}

fn is_main(headline: &Map<String, Value>) -> bool {
    headline.get("role").and_then(Value::as_str).is_some_and(|role| MAIN.contains(&role))
}

fn is_plain(body: &Map<String, Value>) -> bool {
    body.get("contentType").and_then(Value::as_str).is_some_and(|kind| kind.starts_with("text/plain"))
}

#[cfg(test)]
mod tests {
    use crate::{
        read::{Fields, Place, Source, record},
        types::Article,
    };

    #[track_caller]
    fn reads(json: &str) -> Article {
        let mut record = serde_json::from_str(json).unwrap();
        super::flatten(&mut record);
        let place = Place::in_source(Source { path: "a".to_owned(), ..Source::default() });
        record::article(&place, &record, &Fields::default()).unwrap().unwrap()
    }

    #[test]
    fn version_1() {
        let article = reads(
            r#"{"uri":"urn:tarn:9","type":"text","headline":"Bridge shut","body_html":"<p>It shut.</p><p>It is old.</p>",
            "byline":"Ann Lee","language":"en","firstcreated":"2024-05-03T08:00:00Z","versioncreated":"2024-05-04T09:30:00Z",
            "embargoed":"2024-05-05T00:00:00Z","copyrightholder":"Tarn Wire","usageterms":"Not for radio"}"#,
        );
        assert_eq!(article.id, "urn:tarn:9");
        assert_eq!(article.text, "Bridge shut\n\nIt shut.\n\nIt is old.");
        assert_eq!(article.published.unwrap().to_string(), "2024-05-03T08:00:00");
        assert_eq!(article.updated.unwrap().to_string(), "2024-05-04T09:30:00");
        assert_eq!(article.embargo.as_deref(), Some("2024-05-05T00:00:00Z"));
        assert_eq!(article.rights.as_deref(), Some("Not for radio"));
        assert_eq!(article.publisher.as_deref(), Some("Tarn Wire"));
    }

    #[test]
    fn version_2() {
        let article = reads(
            r#"{"uri":"urn:tarn:10","headlines":[{"role":"short","value":"Bridge"},{"role":"main","value":"Bridge shut"}],
            "bodies":[{"contentType":"text/html","value":"<p>It shut.</p>"},{"contentType":"text/plain","value":"It shut."}],
            "by":"Ann Lee","firstCreated":"2024-05-03T08:00:00Z","embargoedUntil":"2024-05-05","rightsInfo":
            {"copyrightHolder":"Tarn Wire"}}"#,
        );
        assert_eq!(article.text, "Bridge shut\n\nIt shut.");
        assert_eq!(article.byline.as_deref(), Some("Ann Lee"));
        assert_eq!(article.rights.as_deref(), Some("Tarn Wire"));
        assert_eq!(article.embargo.as_deref(), Some("2024-05-05"));
    }
}
