//! What a page says about its article in metadata: JSON-LD, Open Graph and other `<meta>`,
//! `<time>`, `<title>`.

use serde_json::Value;

use super::{
    linked::Linked,
    tags::{Tag, tags},
    times::Times,
};
use crate::read::{dates, lenient_json, markup, parts::Parts};

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

/// All parts of the article except its body; and the body, if JSON-LD contains it.
pub fn metadata(page: &str) -> (Parts, Option<String>) {
    let mut found = Found::default();
    for tag in tags(page) {
        found.add(page, tag);
    }
    let body = found.linked.body();
    let linked = found.linked.parts();
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
    parts.published = parts.published.or(found.times.published());
    parts.title = parts.title.map(|title| without_site(&title, parts.publisher.as_deref()));
    (parts, body)
}

/// What was found so far in a page.
#[derive(Default)]
struct Found {
    /// Names in lower case, values in plain text.
    meta: Vec<(String, String)>,
    canonical: Option<String>,
    title: Option<String>,
    heading: Option<String>,
    language: Option<String>,
    times: Times,
    linked: Linked,
}

impl Found {
    fn add(&mut self, page: &str, tag: Tag) {
        let value = |name| tag.attribute(name).map(markup::line).filter(|value| !value.trim().is_empty());
        self.times.add(&tag, || content(page, tag, "time"));
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
        } else if tag.is("title") && self.title.is_none() {
            self.title = content(page, tag, "title");
        } else if tag.is("h1") && self.heading.is_none() {
            self.heading = content(page, tag, "h1");
        } else if tag.is("script") && value("type").is_some_and(|kind| kind.contains("ld+json")) {
            linked_data(page, tag).iter().for_each(|value| self.linked.add(value));
        }
    }
}

/// Parses a script of linked data; some pages put it into a comment or a CDATA section.
fn linked_data(page: &str, tag: Tag) -> Option<Value> {
    let script = &page[tag.end..];
    let script = &script[..markup::end_of_raw(script, "script")];
    let script = script.split_once("<![CDATA[").map_or(script, |(_, data)| data);
    let script = script.rsplit_once("]]>").map_or(script, |(data, _)| data);
    lenient_json::parse(script.get(script.find(['{', '['])?..=script.rfind(['}', ']'])?)?).ok()
}

/// The content of an element as one line of text.
fn content(page: &str, tag: Tag, name: &str) -> Option<String> {
    let rest = &page[tag.end..];
    let lower = rest.char_indices().take(2000).map(|(at, _)| at).find(|&at| {
        let behind = rest.as_bytes().get(at + 2..at + 2 + name.len());
        rest[at..].starts_with("</") && behind.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })?;
    Some(markup::line(&rest[..lower])).filter(|text| !text.is_empty())
}

/// Cuts the name of the site from a title: `Bridge shut | Tarn News` becomes `Bridge shut`.
fn without_site(title: &str, site: Option<&str>) -> String {
    let cut = [" | ", " - ", " – ", " — ", " :: "]
        .iter()
        .filter_map(|mark| title.rsplit_once(mark))
        .find(|(_, last)| site.is_some_and(|site| last.trim().eq_ignore_ascii_case(site.trim())));
    cut.map_or(title, |(title, _)| title).trim().to_owned()
}
