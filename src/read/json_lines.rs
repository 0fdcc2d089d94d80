//! JSON Lines: one article a line, its fields under any of their usual keys.
//!
//! The records of an earlier run are such lines too: an article record is read back as the article it
//! was made of, and all other records are passed over, since analysing the article makes them anew.

use serde_json::{Map, Value};

use super::{Fields, Key, RawArticle, Reason, dates, text};
use crate::types::Article;

/// The article of one line; `None` for another record of an earlier run.
pub fn article(raw: &RawArticle, fields: &Fields) -> Result<Option<Article>, Reason> {
    let line = text::utf8(&raw.bytes)?;
    let record: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| Reason::BrokenJson(without_line(&error.to_string())))?;
    match record_type(&record) {
        Some("article") => recorded(raw, &record).map(Some),
        Some(_) => Ok(None),
        None => given(raw, &record, fields).map(Some),
    }
}

/// The type of a record that `newsfacts` wrote.
fn record_type(record: &Map<String, Value>) -> Option<&str> {
    let kind = record.get("type")?.as_str()?;
    let mark = match kind {
        "article" => "schema",
        "figure" | "quote" | "person" => "confidence",
        "finding" => "verdict",
        "link" => "people",
        _ => return None,
    };
    record.contains_key(mark).then_some(kind)
}

/// An article of somebody else's making.
fn given(raw: &RawArticle, record: &Map<String, Value>, fields: &Fields) -> Result<Article, Reason> {
    let body = fields.string(record, Key::Text).ok_or(Reason::NoText)?;
    let title = fields.string(record, Key::Title);
    let url = fields.string(record, Key::Url);
    let id = fields.string(record, Key::Id).or_else(|| url.clone());
    let id = id.unwrap_or_else(|| text::hashed_id(&raw.place.path, &body));
    Ok(Article {
        source: raw.place.to_string(),
        url,
        publisher: fields.string(record, Key::Publisher),
        byline: fields.string(record, Key::Byline),
        published: fields.value(record, Key::Date).and_then(dates::published),
        language: fields.string(record, Key::Language),
        story: fields.string(record, Key::Story),
        ..Article::new(id, title.as_deref(), &body)
    })
}

/// An article record, read back as the article it was made of.
fn recorded(raw: &RawArticle, record: &Map<String, Value>) -> Result<Article, Reason> {
    let string = |key: &str| record.get(key).and_then(Value::as_str).map(str::to_owned);
    let body = string("text").ok_or(Reason::NoText)?;
    let in_text = record.get("title_in_text").and_then(Value::as_bool).unwrap_or(false);
    let title = string("title").filter(|_| !in_text);
    Ok(Article {
        source: string("source").unwrap_or_else(|| raw.place.to_string()),
        url: string("url"),
        publisher: string("publisher"),
        byline: string("byline"),
        published: record.get("published").and_then(dates::published),
        language: string("language"),
        story: string("story"),
        ..Article::new(string("article").unwrap_or_default(), title.as_deref(), &body)
    })
}

/// The message of `serde_json` without its line, which is always the first.
fn without_line(message: &str) -> String {
    message.replace(" at line 1 column ", " at byte ")
}
