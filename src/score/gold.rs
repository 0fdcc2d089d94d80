//! What a gold record must have so that it can be scored.

use serde_json::Value;

use super::{article, list, words::Words};
use crate::types::{Bound, FigureKind, QuoteForm, Verdict};

/// The scored types, each with the key that lists its places; `None` if the record's own keys give its place.
const TYPES: [(&str, Option<&str>); 5] = [
    ("article", None),
    ("figure", None),
    ("quote", Some("content")),
    ("person", Some("mentions")),
    ("finding", Some("evidence")),
];

/// What is wrong with a gold record by itself, regardless of its places; `None` if nothing is.
///
/// Without this, a misspelt key would silently not be scored.
pub fn flaw(record: &Value) -> Option<String> {
    let Some((kind, places)) = TYPES.iter().find(|(kind, _)| record["type"] == **kind) else {
        return Some(must_be_one_of("type", &TYPES.map(|(kind, _)| kind)));
    };
    if *kind != "finding" && article(record).is_none() {
        return Some("\"article\" must name its article".to_owned());
    }
    if let Some(key) = places.filter(|key| list(&record[*key]).is_empty()) {
        return Some(format!("\"{key}\" must list the places of its words"));
    }
    if *kind == "figure" && Words::of(record).is_none() || has_broken_place(record) {
        return Some("a place needs \"field\" (title or text), \"start\" and \"end\" in code points".to_owned());
    }
    misnamed(kind, record)
}

/// Whether a place, in the record or in a part of it, is incomplete or invalid.
fn has_broken_place(value: &Value) -> bool {
    let told = value.get("start").or(value.get("end")).is_some();
    let whole =
        Words::of(value).is_some_and(|words| matches!(words.field, "title" | "text") && words.start <= words.end);
    let parts = value.as_object().into_iter().flat_map(|object| object.values()).chain(list(value));
    told && !whole || parts.into_iter().any(has_broken_place)
}

/// A message for a key whose value is not one of the allowed names.
fn misnamed(kind: &str, record: &Value) -> Option<String> {
    let kinds = FigureKind::ALL.map(FigureKind::name);
    let bounds =
        [Bound::Exact, Bound::Approx, Bound::AtLeast, Bound::AtMost, Bound::MoreThan, Bound::LessThan].map(Bound::name);
    let forms = [QuoteForm::Direct, QuoteForm::Mixed, QuoteForm::Indirect].map(QuoteForm::name);
    let verdicts = [Verdict::Agrees, Verdict::Conflicts, Verdict::Supersedes, Verdict::Unclear].map(Verdict::name);
    let named: [(&str, &str, &[&str]); 4] = [
        ("figure", "kind", &kinds),
        ("figure", "bound", &bounds),
        ("quote", "form", &forms),
        ("finding", "verdict", &verdicts),
    ];
    let wrong = named.into_iter().find(|(of, key, names)| {
        let value = &record[*key];
        *of == kind && !value.is_null() && !names.iter().any(|name| value == name)
    });
    wrong.map(|(_, key, names)| must_be_one_of(key, names))
}

fn must_be_one_of(key: &str, names: &[&str]) -> String {
    format!("\"{key}\" must be one of {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn sound_records_have_no_flaw() {
        let place = json!({"field": "text", "start": 3, "end": 5, "text": "40"});
        for record in [
            json!({"type": "article", "article": "a"}),
            json!({"type": "figure", "article": "a", "field": "title", "start": 0, "end": 2, "kind": "count"}),
            json!({"type": "quote", "article": "a", "content": [place], "form": "mixed", "cue": null}),
            json!({"type": "person", "article": "a", "mentions": [place], "offices": []}),
            json!({"type": "finding", "verdict": "agrees", "evidence": [{"article": "a", "field": "text", "start": 0, "end": 0}]}),
        ] {
            assert_eq!(flaw(&record), None, "{record}");
        }
    }

    #[test]
    fn a_flaw_is_told_with_what_is_wanted() {
        let place = json!({"field": "text", "start": 3, "end": 5});
        for (record, wanted) in [
            (json!([1]), "\"type\" must be one of article, figure"),
            (json!({"type": "figgure", "article": "a"}), "\"type\" must be one of"),
            (json!({"type": "article"}), "\"article\" must name"),
            (json!({"type": "person", "article": "a"}), "\"mentions\" must list"),
            (json!({"type": "figure", "article": "a", "field": "text", "start": "3", "end": 5}), "a place needs"),
            (json!({"type": "figure", "article": "a", "field": "body", "start": 3, "end": 5}), "a place needs"),
            (json!({"type": "figure", "article": "a", "field": "text", "start": 3, "end": 2}), "a place needs"),
            (json!({"type": "quote", "article": "a", "content": [place], "cue": {"start": 3}}), "a place needs"),
            (
                json!({"type": "quote", "article": "a", "content": [place], "form": "spoken"}),
                "\"form\" must be one of direct",
            ),
            (json!({"type": "finding", "evidence": [place], "verdict": "agree"}), "\"verdict\" must be one of agrees"),
        ] {
            let told = flaw(&record).unwrap_or_default();
            assert!(told.contains(wanted), "{record}: {told}");
        }
    }
}
