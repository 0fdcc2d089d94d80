//! Turns a record of named fields into an article, whichever format it came in.
//!
//! Records of an earlier run are read, too: an article record gives the article that it was made
//! from. All other records are skipped, since analysing the article makes them anew.

use serde_json::{Map, Value};

use super::{ArticleField, Fields, Place, Reason, dates, html, markup, ninjs, parts::Parts};
use crate::types::{Article, PublishedFrom, SCHEMA};

/// Maximum number of keys of a record without text that its fault names.
const LISTED: usize = 8;

/// The article in one record; `None` for other records of an earlier run, and for news items that
/// are not articles.
pub fn article(place: &Place, record: &Map<String, Value>, fields: &Fields) -> Result<Option<Article>, Reason> {
    match record_type(record) {
        Some("article") => recorded(place, record).map(Some),
        Some(_) => Ok(None),
        None if ninjs::is_no_article(record) => Ok(None),
        None => match given(record, fields)?.article(place) {
            Err(Reason::NoWords) => Err(Reason::NoText(other_keys(record))),
            article => article.map(Some),
        },
    }
}

/// The keys of a record that hold strings and are not usual ones, since its text may be under one
/// of them.
fn other_keys(record: &Map<String, Value>) -> String {
    let other = |(key, value): &(&String, &Value)| value.is_string() && ArticleField::usual_name(key).is_none();
    let keys: Vec<&str> = record.iter().filter(other).take(LISTED).map(|(key, _)| key.as_str()).collect();
    if keys.is_empty() { String::new() } else { format!(" (its other keys are {})", keys.join(", ")) }
}

/// Whether a record has a text, or is one of an earlier run.
pub fn has_text(record: &Map<String, Value>, fields: &Fields) -> bool {
    record_type(record).is_some()
        || [ArticleField::Text, ArticleField::Html].iter().any(|key| fields.value(record, *key).is_some())
}

/// Copies values to the usual names of their keys, which may be spelled in other ways: `Full Text`
/// is `full_text`. A record that already has its text, title and date under usual names is left as
/// it is.
pub fn name_as_usual(record: &mut Map<String, Value>) {
    let fields = Fields::default();
    if has_text(record, &fields)
        && [ArticleField::Title, ArticleField::Date].iter().all(|key| fields.value(record, *key).is_some())
    {
        return;
    }
    let value = |(key, value): (&String, &Value)| Some((ArticleField::usual_name(key)?, value.clone()));
    let named: Vec<(&str, Value)> = record.iter().filter_map(value).collect();
    for (usual, value) in named {
        record.entry(usual).or_insert(value);
    }
}

/// The type of a record that `newsfacts` wrote, or `None` for other records.
fn record_type(record: &Map<String, Value>) -> Option<&str> {
    let kind = record.get("type")?.as_str()?;
    let mark = match kind {
        "article" => "schema",
        "figure" | "quote" | "person" => "confidence",
        "finding" => "verdict",
        "link" => "people",
        "skipped" => "reason",
        _ => return None,
    };
    record.contains_key(mark).then_some(kind)
}

/// The parts of an article in a record that `newsfacts` did not write.
fn given(record: &Map<String, Value>, fields: &Fields) -> Result<Parts, Reason> {
    let string = |key| fields.string(record, key);
    let date = |key| fields.value(record, key).and_then(|value| dates::published_in(value, fields.date_order));
    let published = date(ArticleField::Date);
    let parts = Parts {
        id: string(ArticleField::Id),
        title: string(ArticleField::Title)
            .map(|title| if markup::is_markup(&title) { markup::line(&title) } else { title }),
        body: string(ArticleField::Text).map(unmarked).unwrap_or_default(),
        url: string(ArticleField::Url),
        publisher: string(ArticleField::Publisher),
        byline: string(ArticleField::Byline),
        published,
        unread_date: if published.is_none() { string(ArticleField::Date) } else { None },
        updated: date(ArticleField::Updated),
        language: string(ArticleField::Language),
        story: string(ArticleField::Story),
        embargo: string(ArticleField::Embargo),
        rights: string(ArticleField::Rights),
    };
    match string(ArticleField::Html) {
        Some(html) if parts.body.trim().is_empty() => Ok(parts.or(html::parts(&html)?)),
        _ => Ok(parts),
    }
}

/// The text of a field, which may hold markup in the exports of publishing systems.
fn unmarked(text: String) -> String {
    if markup::is_markup(&text) { markup::text(&text) } else { text }
}

/// Reads back the article of an article record.
fn recorded(place: &Place, record: &Map<String, Value>) -> Result<Article, Reason> {
    let string = |key: &str| record.get(key).and_then(Value::as_str).map(str::to_owned);
    let schema = record.get("schema").and_then(Value::as_u64).unwrap_or_default();
    if schema > u64::from(SCHEMA) {
        return Err(Reason::LaterSchema(schema));
    }
    let body = string("text").ok_or(Reason::NoText(String::new()))?;
    let in_text = |key: &str| record.get(key).and_then(Value::as_bool).unwrap_or(false);
    let title = string("title").filter(|_| !in_text("title_in_text"));
    let date = |key: &str| record.get(key).and_then(dates::published);
    let published_from = record.get("published_from").and_then(Value::as_str);
    let published_in = |from: PublishedFrom| published_from.is_some_and(|name| name == from.name());
    let published = date("published");
    let given = !published_in(PublishedFrom::Text) && !published_in(PublishedFrom::Option);
    Ok(Article {
        source: string("source").unwrap_or_else(|| place.to_string()),
        url: string("url"),
        publisher: string("publisher"),
        byline: string("byline").filter(|_| !in_text("byline_in_text")),
        published: published.filter(|_| given),
        assumed_day: published.filter(|_| published_in(PublishedFrom::Option)).map(|day| day.date()),
        updated: date("updated"),
        language: string("language"),
        story: string("story"),
        embargo: string("embargo"),
        rights: string("rights"),
        ..Article::new(string("article").unwrap_or_default(), title.as_deref(), &body)
    })
}

/// The message of `serde_json` without the number of the line if it is 1, as it always is for a
/// record on one line.
pub fn without_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at byte ")
}
