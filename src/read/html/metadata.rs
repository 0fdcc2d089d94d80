//! What a page says of its article to machines: JSON-LD, Open Graph and other `<meta>`, `<time>`, `<title>`.

use serde_json::{Map, Value};

use super::tags::{Tag, tags};
use crate::read::{dates, lenient_json, markup, parts::Parts};

/// Types of schema.org whose object is the article of the page.
const ARTICLES: [&str; 12] = [
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "Report",
    "WebPage",
];

/// Names of `<meta>` for each part, the likeliest first.
const TITLE: &[&str] = &["og:title", "twitter:title", "dc.title", "title", "headline"];
const BYLINE: &[&str] = &["author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"];
const PUBLISHER: &[&str] = &["og:site_name", "dc.publisher", "publisher", "application-name"];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date",
    "sailthru.date",
    "date",
    "article.published",
    "og:published_time",
    "displaydate",
    "originalpublicationdate",
];
const UPDATED: &[&str] = &["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified"];
const LANGUAGE: &[&str] = &["og:locale", "language", "dc.language", "content-language"];
const RIGHTS: &[&str] = &["copyright", "dc.rights", "rights"];

/// The parts of the article but for its body, and the body where the page gives it to machines.
pub fn metadata(page: &str) -> (Parts, Option<String>) {
    let mut found = Found::default();
    for tag in tags(page) {
        found.add(page, tag);
    }
    let body = found.linked.as_ref().and_then(|object| string(object, "articleBody"));
    let linked = found.linked.as_ref().map(linked).unwrap_or_default();
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| found.meta.iter().find(|(met, _)| met == name)).map(|(_, value)| value.clone())
    };
    let date = |names: &[&str]| meta(names).and_then(|value| dates::published(&Value::String(value)));
    let publisher = meta(PUBLISHER).or_else(|| linked.publisher.clone());
    let parts = Parts {
        title: linked.title.clone().or_else(|| meta(TITLE)).or(found.heading).or(found.title),
        url: found.canonical.or_else(|| meta(&["og:url"])).filter(|url| url.starts_with("http")),
        publisher: publisher.clone(),
        byline: meta(BYLINE).filter(|byline| !byline.starts_with("http")),
        published: date(PUBLISHED),
        updated: date(UPDATED),
        language: found.language.or_else(|| meta(LANGUAGE).map(|language| language.replace('_', "-"))),
        rights: meta(RIGHTS),
        ..Parts::default()
    };
    let mut parts = Parts { publisher, ..linked }.or(parts);
    parts.published = parts.published.or(found.time);
    parts.title = parts.title.map(|title| without_site(&title, parts.publisher.as_deref()));
    (parts, body)
}

/// What was met on the way through a page.
#[derive(Default)]
struct Found {
    /// Names in lower case, values in plain text.
    meta: Vec<(String, String)>,
    canonical: Option<String>,
    title: Option<String>,
    heading: Option<String>,
    language: Option<String>,
    time: Option<jiff::civil::DateTime>,
    linked: Option<Map<String, Value>>,
}

impl Found {
    fn add(&mut self, page: &str, tag: Tag) {
        let value = |name| tag.attribute(name).map(markup::line).filter(|value| !value.trim().is_empty());
        if tag.closing {
        } else if tag.is("meta") {
            let name = value("property").or_else(|| value("name")).or_else(|| value("itemprop"));
            if let Some((name, value)) = name.zip(value("content")) {
                self.meta.push((name.to_lowercase(), value));
            }
        } else if tag.is("link") && value("rel").as_deref() == Some("canonical") {
            self.canonical = self.canonical.take().or_else(|| value("href"));
        } else if tag.is("html") {
            self.language = value("lang");
        } else if tag.is("time") && self.time.is_none() {
            self.time = value("datetime").and_then(|time| dates::published(&Value::String(time)));
        } else if tag.is("title") && self.title.is_none() {
            self.title = content(page, tag, "title");
        } else if tag.is("h1") && self.heading.is_none() {
            self.heading = content(page, tag, "h1");
        } else if tag.is("script") && value("type").is_some_and(|kind| kind.contains("ld+json")) {
            let object = linked_data(page, tag).and_then(|value| article_in(&value, 0));
            self.linked = self.linked.take().filter(|_| !object.as_ref().is_some_and(is_news)).or(object);
        }
    }
}

/// What a script of linked data says; some pages put it into a comment or a section of characters.
fn linked_data(page: &str, tag: Tag) -> Option<Value> {
    let script = &page[tag.end..];
    let script = &script[..markup::end_of_raw(script, "script")];
    let script = script.split_once("<![CDATA[").map_or(script, |(_, data)| data);
    let script = script.rsplit_once("]]>").map_or(script, |(data, _)| data);
    lenient_json::parse(script.get(script.find(['{', '['])?..=script.rfind(['}', ']'])?)?).ok()
}

/// What an element that holds a line of text says.
fn content(page: &str, tag: Tag, name: &str) -> Option<String> {
    let rest = &page[tag.end..];
    let lower = rest.char_indices().take(2000).map(|(at, _)| at).find(|&at| {
        let behind = rest.as_bytes().get(at + 2..at + 2 + name.len());
        rest[at..].starts_with("</") && behind.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })?;
    Some(markup::line(&rest[..lower])).filter(|text| !text.is_empty())
}

/// The object of an article in linked data, however deep in lists and graphs.
fn article_in(value: &Value, depth: usize) -> Option<Map<String, Value>> {
    match value {
        Value::Array(list) if depth < 4 => {
            let found: Vec<_> = list.iter().filter_map(|value| article_in(value, depth + 1)).collect();
            found.iter().find(|object| is_news(object)).or(found.first()).cloned()
        }
        Value::Object(object) if is_article(object) => Some(object.clone()),
        Value::Object(object) => article_in(object.get("@graph").or_else(|| object.get("mainEntity"))?, depth + 1),
        _ => None,
    }
}

fn types(object: &Map<String, Value>) -> Vec<&str> {
    match object.get("@type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    types(object).iter().any(|name| ARTICLES.contains(name))
}

/// Whether it is the article itself, rather than the page around it.
fn is_news(object: &Map<String, Value>) -> bool {
    types(object).iter().any(|name| *name != "WebPage" && ARTICLES.contains(name))
}

/// The parts that linked data give.
fn linked(object: &Map<String, Value>) -> Parts {
    let date = |key: &str| object.get(key).and_then(dates::published);
    let line = |key: &str| string(object, key).map(|text| markup::line(&text));
    let page = !is_news(object);
    Parts {
        title: line("headline").filter(|_| !page),
        url: line("url").or_else(|| line("mainEntityOfPage")).filter(|url| url.starts_with("http")),
        publisher: line("publisher").filter(|publisher| !publisher.starts_with("http")),
        byline: line("author").or_else(|| line("creator")).filter(|byline| !byline.starts_with("http")),
        published: date("datePublished"),
        updated: date("dateModified"),
        language: line("inLanguage"),
        rights: line("copyrightNotice").or_else(|| line("license")),
        ..Parts::default()
    }
}

/// A value as text: objects by their name or address, lists joined.
fn string(object: &Map<String, Value>, key: &str) -> Option<String> {
    fn text(value: &Value, depth: usize) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Object(object) if depth < 3 => text(object.get("name").or_else(|| object.get("@id"))?, depth + 1),
            Value::Array(list) if depth < 3 => {
                let names: Vec<String> = list.iter().filter_map(|value| text(value, depth + 1)).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            _ => None,
        }
    }
    text(object.get(key)?, 0).filter(|text| !text.trim().is_empty())
}

/// `Bridge shut | Tarn News` is `Bridge shut`, where the page is of Tarn News.
fn without_site(title: &str, site: Option<&str>) -> String {
    let cut = [" | ", " - ", " – ", " — ", " :: "]
        .iter()
        .filter_map(|mark| title.rsplit_once(mark))
        .find(|(_, last)| site.is_some_and(|site| last.trim().eq_ignore_ascii_case(site.trim())));
    cut.map_or(title, |(title, _)| title).trim().to_owned()
}
