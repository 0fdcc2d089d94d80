//! Linked data of a page (JSON-LD): the object of its article, and other objects that it refers to
//! by id.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::read::{dates, markup, parts::Parts};

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
/// Maximum depth at which an object with a name is found, and at which a value is inside another.
const DEEPEST: usize = 8;
const VALUES: usize = 3;

/// The linked data of a page.
#[derive(Debug, Default)]
pub struct Linked {
    article: Option<Map<String, Value>>,
    /// The names of objects by their ids: `"#ann"` may be Ann Lee.
    names: HashMap<String, String>,
}

impl Linked {
    /// Adds the value of one script.
    pub fn add(&mut self, value: &Value) {
        self.note_names(value, 0);
        let object = article_in(value, 0);
        self.article = self.article.take().filter(|_| !object.as_ref().is_some_and(is_news)).or(object);
    }

    fn note_names(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(list) if depth < DEEPEST => list.iter().for_each(|value| self.note_names(value, depth + 1)),
            Value::Object(object) if depth < DEEPEST => {
                let name = object.get("name").and_then(|name| text(name, 0, &|_| None));
                if let (Some(Value::String(id)), Some(name)) = (object.get("@id"), name) {
                    self.names.entry(id.clone()).or_insert(name);
                }
                object.values().for_each(|value| self.note_names(value, depth + 1));
            }
            _ => {}
        }
    }

    /// The text of the article, if the linked data contain it.
    pub fn body(&self) -> Option<String> {
        string(self.article.as_ref()?, "articleBody", &|_| None)
    }

    /// The parts of an article that linked data give.
    pub fn parts(&self) -> Parts {
        let Some(object) = &self.article else { return Parts::default() };
        let date = |key: &str| object.get(key).and_then(dates::published);
        let line = |key: &str| string(object, key, &|_| None).map(|text| markup::line(&text));
        let named = |key: &str| {
            let text = string(object, key, &|id| self.names.get(id).cloned()).map(|text| markup::line(&text));
            text.filter(|text| !is_reference(text))
        };
        let page = !is_news(object);
        Parts {
            title: line("headline").filter(|_| !page),
            url: line("url").or_else(|| line("mainEntityOfPage")).filter(|url| url.starts_with("http")),
            publisher: named("publisher"),
            byline: named("author").or_else(|| named("creator")),
            published: date("datePublished"),
            updated: date("dateModified"),
            language: line("inLanguage"),
            rights: line("copyrightNotice").or_else(|| line("license")),
            ..Parts::default()
        }
    }
}

/// Whether a text is not a name but the address or id of an object that is not on the page.
fn is_reference(text: &str) -> bool {
    ["http:", "https:", "#", "/", "_:"].iter().any(|start| text.starts_with(start))
}

/// The object of an article, also inside lists and graphs.
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

/// Gives the name of the object that has an id, if it is known.
type Names<'a> = &'a dyn Fn(&str) -> Option<String>;

fn string(object: &Map<String, Value>, key: &str, names: Names) -> Option<String> {
    text(object.get(key)?, 0, names).filter(|text| !text.trim().is_empty())
}

/// A value as text: an object as its name or id, a list joined by commas.
fn text(value: &Value, depth: usize, names: Names) -> Option<String> {
    match value {
        Value::String(text) => Some(names(text).unwrap_or_else(|| text.clone())),
        Value::Object(object) if depth < VALUES => {
            let named = ["name", "@value", "@id"].iter().find_map(|key| object.get(*key))?;
            text(named, depth + 1, names)
        }
        Value::Array(list) if depth < VALUES => {
            let names: Vec<String> = list.iter().filter_map(|value| text(value, depth + 1, names)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn gives(scripts: &[Value], byline: Option<&str>, publisher: Option<&str>) {
        let mut linked = Linked::default();
        scripts.iter().for_each(|script| linked.add(script));
        let parts = linked.parts();
        assert_eq!((parts.byline.as_deref(), parts.publisher.as_deref()), (byline, publisher), "{scripts:?}");
    }

    #[test]
    fn what_is_only_named_is_looked_up() {
        let site = "https://echo.example/";
        let ids =
            |author: Value, publisher: Value| json!({"@type": "NewsArticle", "author": author, "publisher": publisher});
        let people = [
            json!({"@type": "Person", "@id": "#ann", "name": "Ann Lee"}),
            json!({"@type": "Person", "@id": format!("{site}#/person/2"), "name": ["Bo Day"]}),
            json!({"@type": "WebSite", "publisher": {"@type": "Organization", "@id": site, "name": "Tarn Echo"}}),
        ];
        let article = ids(json!([{"@id": "#ann"}, {"@id": format!("{site}#/person/2")}]), json!({"@id": site}));
        let graph: Vec<Value> = [article.clone()].into_iter().chain(people.clone()).collect();
        gives(&[json!({"@graph": graph})], Some("Ann Lee, Bo Day"), Some("Tarn Echo"));
        gives(&[json!(people), article], Some("Ann Lee, Bo Day"), Some("Tarn Echo"));
        gives(&[json!([ids(json!("#ann"), json!(site)), people])], Some("Ann Lee"), Some("Tarn Echo"));
    }

    #[test]
    fn what_is_named_and_not_there_is_no_name() {
        for id in ["#ann", "_:b0", "/people/ann", "https://echo.example/#ann"] {
            let author = json!({"@type": "Person", "@id": id});
            gives(&[json!({"@type": "NewsArticle", "author": author, "publisher": id})], None, None);
        }
    }

    #[test]
    fn addresses_stay_addresses() {
        let mut linked = Linked::default();
        let page = json!({"@type": "WebPage", "@id": "https://echo.example/1", "name": "Mill sold | Tarn Echo"});
        let article = json!({"@type": "Article", "mainEntityOfPage": {"@id": "https://echo.example/1"}});
        linked.add(&json!({"@graph": [article, page]}));
        assert_eq!(linked.parts().url.as_deref(), Some("https://echo.example/1"));
    }
}
