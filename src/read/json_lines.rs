//! JSON Lines: one article a line, its keys under any of their usual names.

use jiff::civil::{Date, DateTime};
use serde_json::{Map, Value};

use crate::types::Article;

/// The article of one line; the error says what is wrong with it.
pub fn article(line: &str) -> Result<Article, String> {
    let value: Map<String, Value> = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let string = |names: &[&str]| names.iter().find_map(|name| value.get(*name)?.as_str()).map(str::to_owned);
    let text = string(&["text", "body", "content", "maintext"]).ok_or("no text")?;
    let title = string(&["title", "headline"]);
    let mut article = Article::new(string(&["id"]).unwrap_or_default(), title.as_deref(), &text);
    article.url = string(&["url"]);
    article.publisher = string(&["publisher", "source"]);
    article.byline = string(&["byline", "author"]);
    article.language = string(&["language"]);
    article.published =
        string(&["date", "published", "date_publish", "firstCreated"]).and_then(|given| date_time(&given));
    Ok(article)
}

fn date_time(given: &str) -> Option<DateTime> {
    given
        .parse::<DateTime>()
        .ok()
        .or_else(|| Some(given.get(..10)?.parse::<Date>().ok()?.to_datetime(Default::default())))
}
