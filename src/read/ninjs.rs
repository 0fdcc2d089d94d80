//! ninjs, the JSON exchange format of the IPTC. Version 1 has its fields where other records have
//! them. Versions 2 and 3 have lists of headlines and bodies, one for each role and content type,
//! and an object for the rights.

use serde_json::{Map, Value};

/// Roles of an article's main headline, and of its text.
const HEADLINES: [&str; 3] = ["main", "headline", "title"];
const BODIES: [&str; 7] = ["main", "body", "article", "story", "text", "full", "fulltext"];
/// Roles of summaries of the text.
const SUMMARIES: [&str; 11] = [
    "summary",
    "abstract",
    "teaser",
    "lead",
    "lede",
    "intro",
    "standfirst",
    "short",
    "caption",
    "description",
    "ednote",
];
/// Keys of the rights to an item, and of their owner.
const RIGHTS: [&str; 3] = ["usageTerms", "copyrightNotice", "copyrightHolder"];
/// Types of items that are not text.
const OTHER_KINDS: [&str; 8] = ["picture", "image", "photo", "video", "audio", "graphic", "event", "planning"];

/// Copies the values of versions 2 and 3 to the keys of version 1; other records stay as they are.
pub fn flatten(record: &mut Map<String, Value>) {
    let chosen = |key, weight: fn(&Map<String, Value>) -> u8| chosen(record.get(key)?, weight);
    let headline = chosen("headlines", |headline| u8::from(!has_role(headline, &HEADLINES)));
    let body = chosen("bodies", weight_of_body);
    for (key, value) in [("headline", headline), ("body", body)] {
        if let Some(value) = value {
            record.insert(key.to_owned(), value);
        }
    }
    if let Some(Value::Object(rights)) = record.get("rightsInfo") {
        let found = RIGHTS.map(|key| (key, rights.get(key).or_else(|| rights.get(&key.to_ascii_lowercase())).cloned()));
        for (key, value) in found {
            if let Some(value) = value {
                record.entry(key).or_insert(value);
            }
        }
    }
}

/// Whether a record is a news item that its agency has withdrawn, or one that is not text, such as
/// a picture.
pub fn is_no_article(record: &Map<String, Value>) -> bool {
    let word = |key: &str| record.get(key).and_then(Value::as_str).map(str::to_ascii_lowercase);
    let status = word("pubstatus").or_else(|| word("pubStatus"));
    let kind = word("type").filter(|_| record.contains_key("uri"));
    status.is_some_and(|status| is_withdrawn(&status)) || kind.is_some_and(|kind| OTHER_KINDS.contains(&kind.as_str()))
}

/// Whether a status means that the item must not be used.
pub fn is_withdrawn(status: &str) -> bool {
    matches!(status, "canceled" | "cancelled" | "withheld")
}

/// The value of the item with the least weight in a list, the first of equal ones.
fn chosen(list: &Value, weight: fn(&Map<String, Value>) -> u8) -> Option<Value> {
    let items = list.as_array().into_iter().flatten().filter_map(Value::as_object);
    let told =
        items.filter(|item| item.get("value").and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty()));
    told.min_by_key(|item| weight(item))?.get("value").cloned()
}

/// The main text weighs less than others, and those less than a summary; among equals, plain text
/// weighs less than markup.
fn weight_of_body(body: &Map<String, Value>) -> u8 {
    let role = match body.contains_key("role") {
        true if has_role(body, &SUMMARIES) => 2,
        true if !has_role(body, &BODIES) => 1,
        _ => 0,
    };
    let kind = body.get("contentType").or_else(|| body.get("contenttype")).and_then(Value::as_str);
    2 * role + u8::from(kind.is_some_and(|kind| !kind.starts_with("text/plain")))
}

/// Whether an item has one of these roles, in any case and with or without the name of a vocabulary
/// before it.
fn has_role(item: &Map<String, Value>, roles: &[&str]) -> bool {
    let role = item.get("role").and_then(Value::as_str).unwrap_or_default();
    let role = role.rsplit([':', '/']).next().unwrap_or_default();
    roles.iter().any(|known| role.eq_ignore_ascii_case(known))
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

    #[test]
    fn the_main_body_comes_before_a_summary() {
        let (main, short) = (
            r#""role":"main","contentType":"text/html","value":"<p>All.</p>""#,
            r#""role":"summary","value":"Short.""#,
        );
        let plain = r#""role":"mrol:Main","contenttype":"text/plain","value":"All of it.""#;
        let rich = r#""role":"richtext","contentType":"application/xhtml+xml","value":"<p>Rich.</p>""#;
        let blank = r#""role":"main","contentType":"text/plain","value":" ""#;
        for (bodies, text) in [
            (vec![short, main], "All."),
            (vec![short, main, plain, rich], "All of it."),
            (vec![short, rich], "Rich."),
            (vec![blank, short], "Short."),
            (vec![short, r#""value":"Without a role.""#], "Without a role."),
        ] {
            let bodies = bodies.iter().map(|body| format!("{{{body}}}")).collect::<Vec<_>>().join(",");
            assert_eq!(reads(&format!(r#"{{"uri":"urn:tarn:11","type":"text","bodies":[{bodies}]}}"#)).text, text);
        }
    }

    #[test]
    fn terms_of_use_come_before_the_holder_who_publishes() {
        let article = reads(
            r#"{"uri":"urn:tarn:12","bodies":[{"value":"It shut."}],"rightsInfo":{"copyrightHolder":{"name":"Tarn Wire"},
            "copyrightNotice":"Tarn Wire 2024","usageTerms":"Not for radio"}}"#,
        );
        assert_eq!(article.rights.as_deref(), Some("Not for radio"));
        assert_eq!(article.publisher.as_deref(), Some("Tarn Wire"));
    }

    #[test]
    fn withdrawn_items_and_pictures_are_no_articles() {
        let is_none = |json: &str| super::is_no_article(&serde_json::from_str(json).unwrap());
        for none in [
            r#"{"uri":"urn:tarn:13","pubstatus":"canceled","body_text":"It shut."}"#,
            r#"{"pubStatus":"withheld","body":"It shut."}"#,
            r#"{"uri":"urn:tarn:14","type":"picture","body_text":"The bridge."}"#,
            r#"{"uri":"urn:tarn:15","type":"Video","headline":"The bridge"}"#,
        ] {
            assert!(is_none(none), "{none}");
        }
        for some in [
            r#"{"uri":"urn:tarn:16","type":"text","pubstatus":"usable","body_text":"It shut."}"#,
            r#"{"type":"video","text":"A film was shown."}"#,
            r#"{"uri":"urn:tarn:17","type":"composite"}"#,
            r#"{"uri":1,"type":["picture"],"pubstatus":null}"#,
        ] {
            assert!(!is_none(some), "{some}");
        }
    }
}
