//! RSS and Atom, the exports of publishing systems among them: one article an item that has its full text.

use std::sync::Arc;

use serde_json::Value;

use super::{
    Fields, Format, Place, RawArticle, Reason, dates,
    elements::{Cut, Cutter},
    encoding, markup,
    parts::Parts,
    reading::{End, Reading},
    stream::Stream,
    xml::{self, Element},
};
use crate::types::Article;

/// A feed of articles.
pub const FORMAT: Format = Format {
    name: "RSS and Atom",
    extensions: &["rss", "atom"],
    recognise: |head| [b"rss".as_slice(), b"feed", b"RDF"].iter().any(|root| has_root(head, root)),
    unmistakable: true,
    split: |stream, reading| split_elements(stream, reading, &FORMAT, &["item", "entry"]),
    article: |raw, _: &Fields| article(raw),
};

/// Whether the first element of a document has a name.
pub fn has_root(head: &[u8], name: &[u8]) -> bool {
    let mut rest = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    while rest.starts_with(b"<?") || rest.starts_with(b"<!") {
        let close: &[u8] = if rest.starts_with(b"<!--") { b"-->" } else { b">" };
        let Some(end) = memchr::memmem::find(rest, close) else { return false };
        rest = rest[end + close.len()..].trim_ascii_start();
    }
    let Some(rest) = rest.strip_prefix(b"<") else { return false };
    let end = rest.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
    let found = &rest[..end.unwrap_or(rest.len())];
    found.rsplit(|&byte| byte == b':').next() == Some(name)
}

/// Cuts the elements of some names out of a document; what stands before the first goes with each.
pub fn split_elements(
    stream: Stream,
    reading: &mut Reading,
    format: &'static Format,
    names: &[&str],
) -> Result<(), End> {
    let Stream { place, mut bytes, .. } = stream;
    let mut cutter = Cutter { names, limit: reading.limit, header: Vec::new(), any: false };
    let mut header: Arc<[u8]> = Arc::default();
    for number in 1.. {
        let place: Place = place.at(number);
        let cut = cutter.next(&mut bytes).map_err(|error| place.clone().fault(error))?;
        if number == 1 {
            header = Arc::from(cutter.header.as_slice());
        }
        match cut {
            Some(Cut::Whole(element)) => reading.article(place, format, element, &header)?,
            Some(Cut::TooLong) => reading.fault(place, Reason::TooLong { limit: reading.limit })?,
            Some(Cut::Unfinished) => return Err(place.fault(Reason::Damaged("it ends too early".to_owned())).into()),
            None if number == 1 => return Err(place.fault(Reason::Empty).into()),
            None => break,
        }
    }
    Ok(())
}

/// The encoding that a document names: `encoding="iso-8859-1"`.
pub fn label(header: &[u8]) -> Option<String> {
    let header = String::from_utf8_lossy(&header[..header.len().min(200)]);
    let (_, rest) = header.split_once("encoding=")?;
    let rest = rest.trim_start_matches(['"', '\'']);
    Some(rest.split(['"', '\'', '?']).next()?.to_owned())
}

fn article(raw: &RawArticle) -> Result<Option<Article>, Reason> {
    let label = label(&raw.header);
    let text = encoding::decode(&raw.bytes, label.as_deref());
    let item = xml::parse(&text)?;
    // Publishing systems export their pictures and drafts as items, too.
    let kind = item.child("post_type").and_then(Element::line);
    let status = item.child("status").and_then(Element::line);
    if kind.is_some_and(|kind| !matches!(kind.as_str(), "post" | "page" | "article"))
        || status.is_some_and(|status| matches!(status.as_str(), "draft" | "trash" | "auto-draft"))
    {
        return Ok(None);
    }
    let header = encoding::decode(&raw.header, label.as_deref());
    parts(&item, &text).or(of_channel(&header)).article(&raw.place).map(Some)
}

/// What an item says.
fn parts(item: &Element, document: &str) -> Parts {
    let line = |name: &str| item.child(name).and_then(Element::line).map(|text| markup::line(&text));
    let date =
        |names: &[&str]| names.iter().find_map(|name| dates::published(&Value::String(item.child(name)?.line()?)));
    let links = || item.children_named("link");
    let alternate = links().find(|link| matches!(link.attribute("rel"), None | Some("alternate")));
    let authors: Vec<String> =
        item.children_named("creator").chain(item.children_named("author")).filter_map(author).collect();
    let address = |id: &String| id.starts_with("http");
    let id = line("guid").or_else(|| line("id"));
    Parts {
        title: line("title"),
        body: body(item, document),
        url: alternate
            .and_then(|link| link.attribute("href").map(str::to_owned).or_else(|| link.line()))
            .or_else(|| id.clone().filter(address)),
        // An address that names an item is its address, whatever else is counted up in it.
        id: id.filter(|id| !address(id)),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        published: date(&["pubDate", "published", "date", "issued", "updated"]),
        updated: date(&["updated", "modified"]),
        rights: line("rights"),
        ..Parts::default()
    }
}

/// The full text of an item, else its summary.
fn body(item: &Element, document: &str) -> String {
    for name in ["encoded", "content", "description", "summary"] {
        for element in item.children_named(name) {
            let xhtml = element.attribute("type") == Some("xhtml") || !element.children.is_empty();
            let markup = if xhtml { &document[element.inner.clone()] } else { &element.text };
            let text = markup::text(markup);
            if !text.is_empty() {
                return text;
            }
        }
    }
    String::new()
}

fn author(element: &Element) -> Option<String> {
    element.child("name").and_then(Element::line).or_else(|| element.line())
}

/// What a feed says of all its items.
fn of_channel(header: &str) -> Parts {
    let line = |name: &str| {
        let at = header.find(&format!("<{name}")).filter(|at| header[at + name.len() + 1..].starts_with(['>', ' ']))?;
        let rest = &header[at + header[at..].find('>')? + 1..];
        let text = markup::line(&rest[..rest.find("</")?]);
        (!text.is_empty()).then_some(text)
    };
    let attribute = || {
        let rest = header.split_once("xml:lang=")?.1.trim_start_matches(['"', '\'']);
        Some(rest.split(['"', '\'']).next()?.to_owned())
    };
    Parts {
        publisher: line("title"),
        language: line("language").or_else(|| line("dc:language")).or_else(attribute),
        rights: line("copyright").or_else(|| line("rights")),
        ..Parts::default()
    }
}
