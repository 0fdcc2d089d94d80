//! NITF, the News Industry Text Format of the IPTC in XML: each document is one article.

use serde_json::Value;

use super::{
    Fields, Format, RawArticle, Reason, dates, encoding, markup,
    parts::Parts,
    prolog::{has_root, label},
    xml::{self, Element},
};
use crate::types::Article;

/// An NITF document.
pub const FORMAT: Format = Format {
    name: "NITF",
    extensions: &["nitf"],
    recognise: |head| has_root(head, b"nitf"),
    unmistakable: true,
    split: |stream, reading| reading.whole(stream, &FORMAT),
    article: |raw, _: &Fields| article(raw),
};

fn article(raw: &RawArticle) -> Result<Option<Article>, Reason> {
    let text = encoding::decode(&raw.bytes, label(&raw.bytes).as_deref());
    let root = xml::parse(&text)?;
    parts(&root, &text).article(&raw.place).map(Some)
}

/// The parts of an article in an NITF element, which may be inside another document.
pub fn parts(nitf: &Element, document: &str) -> Parts {
    let inner = |path: &[&str]| nitf.at(path).map(|element| &document[element.inner.clone()]);
    let line = |path: &[&str]| inner(path).map(markup::line).filter(|line| !line.is_empty());
    let data = nitf.at(&["head", "docdata"]);
    let attribute = |name: &str, key: &str| data.and_then(|data| data.child(name)?.attribute(key));
    let date = |name: &str| dates::published(&Value::from(attribute(name, "norm")?));
    let revised = nitf.find("revision-history").and_then(|element| element.attribute("norm"));
    let content = nitf.at(&["body", "body.content"]);
    Parts {
        id: attribute("doc-id", "id-string").map(str::to_owned),
        title: line(&["body", "body.head", "hedline", "hl1"]).or_else(|| line(&["head", "title"])),
        body: content.map(|content| body(content, document)).unwrap_or_default(),
        publisher: attribute("doc.copyright", "holder")
            .or_else(|| nitf.find("pubdata").and_then(|data| data.attribute("name")))
            .map(str::to_owned),
        byline: inner(&["body", "body.head", "byline"]).map(byline).filter(|byline| !byline.is_empty()),
        published: date("date.issue").or_else(|| date("date.release")),
        updated: revised.and_then(|norm| dates::published(&Value::from(norm))),
        embargo: attribute("date.release", "norm")
            .filter(|_| attribute("date.issue", "norm").is_some())
            .map(str::to_owned),
        rights: nitf
            .find("rights")
            .map(|rights| markup::line(&document[rights.inner.clone()]))
            .filter(|text| !text.is_empty()),
        language: nitf.attribute("lang").map(str::to_owned),
        ..Parts::default()
    }
}

/// A byline. Its name and title may be separate elements without anything between them.
fn byline(inner: &str) -> String {
    let (before, title) = inner.split_at(inner.find("<byttl").unwrap_or(inner.len()));
    let line = |part: &str| markup::line(&part.replace("><", "> <"));
    let parts = [line(before), line(title)].map(|part| part.trim_matches([',', ' ']).to_owned());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The blocks of the text, with the captions of pictures, but without tables and notes to editors.
fn body(content: &Element, document: &str) -> String {
    let mut blocks = Vec::new();
    let mut pending: Vec<&Element> = content.children.iter().rev().collect();
    if pending.is_empty() {
        return markup::text(&document[content.inner.clone()]);
    }
    while let Some(element) = pending.pop() {
        match element.name.as_str() {
            "block" | "ol" | "ul" | "bq" => pending.extend(element.children.iter().rev()),
            "media" => pending.extend(element.children_named("media-caption")),
            "note" | "table" | "nitf-table" | "media-reference" => {}
            _ => blocks.push(markup::text(&document[element.inner.clone()])),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}
