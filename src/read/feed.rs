//! RSS and Atom, including the exports of publishing systems: each item with its full text, or else
//! its summary, is an article.

use std::sync::Arc;

use serde_json::Value;

use super::{
    Fields, Format, Place, RawArticle, Reason, dates,
    elements::{Cut, Cutter},
    encoding, markup,
    namespaces::{Item, Vocabulary},
    parts::Parts,
    prolog::{has_root, label},
    reading::{End, Reading},
    shortcodes,
    stream::Stream,
    xml::{self, Element},
};
use crate::types::Article;

/// Statuses of items that are not public, or no longer.
const UNPUBLISHED: [&str; 4] = ["draft", "auto-draft", "pending", "trash"];
/// Where the text of an item may be, the fullest first.
const TEXTS: [(Vocabulary, &str); 7] = [
    (Vocabulary::Content, "encoded"),
    (Vocabulary::Feed, "encoded"),
    (Vocabulary::Feed, "content"),
    (Vocabulary::Feed, "description"),
    (Vocabulary::Feed, "summary"),
    (Vocabulary::DublinCore, "description"),
    (Vocabulary::Excerpt, "encoded"),
];

/// A feed of articles.
pub const FORMAT: Format = Format {
    name: "RSS and Atom",
    extensions: &["rss", "atom"],
    recognise: |head| [b"rss".as_slice(), b"feed", b"RDF"].iter().any(|root| has_root(head, root)),
    unmistakable: true,
    split: |stream, reading| split_elements(stream, reading, &FORMAT, &["item", "entry"]),
    article: |raw, _: &Fields| article(raw),
};

/// Cuts the elements of given names out of a document; each gets the text before the first of them
/// as its header.
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

fn article(raw: &RawArticle) -> Result<Option<Article>, Reason> {
    let label = label(&raw.header);
    let text = encoding::decode(&raw.bytes, label.as_deref());
    let element = xml::parse(&text)?;
    let header = encoding::decode(&raw.header, label.as_deref());
    let item = Item::new(&element, &header);
    // Publishing systems export pictures and drafts as items, too.
    let published = |name| item.children(Vocabulary::Publishing, name).find_map(Element::line);
    if published("post_type").is_some_and(|kind| !matches!(kind.as_str(), "post" | "page" | "article"))
        || published("status").is_some_and(|status| UNPUBLISHED.contains(&status.as_str()))
    {
        return Ok(None);
    }
    parts(&item, &text).or(of_channel(&header)).article(&raw.place).map(Some)
}

/// The parts of an article that an item gives.
fn parts(item: &Item, document: &str) -> Parts {
    let line = |name| item.line(name).map(|text| markup::line(&text));
    let date =
        |names: &[&'static str]| names.iter().find_map(|name| dates::published(&Value::String(item.line(name)?)));
    let links = || item.children(Vocabulary::Feed, "link");
    let alternate = links().find(|link| matches!(link.attribute("rel"), None | Some("alternate")));
    let creators = [Vocabulary::DublinCore, Vocabulary::Feed].map(|vocabulary| item.children(vocabulary, "creator"));
    let authors = creators.into_iter().flatten().chain(item.children(Vocabulary::Feed, "author"));
    let authors: Vec<String> = authors.filter_map(author).collect();
    let address = |id: &String| id.starts_with("http");
    let id = line("guid").or_else(|| line("id"));
    Parts {
        title: line("title"),
        body: body(item, document),
        url: alternate
            .and_then(|link| link.attribute("href").map(str::to_owned).or_else(|| link.line()))
            .or_else(|| id.clone().filter(address)),
        // An id that is an address is not used: the link of the item identifies the article better.
        id: id.filter(|id| !address(id)),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        published: date(&["pubDate", "published", "date", "issued", "updated"]),
        updated: date(&["updated", "modified"]),
        rights: line("rights"),
        ..Parts::default()
    }
}

/// The full text of an item, else its summary.
fn body(item: &Item, document: &str) -> String {
    let is_post = item.children(Vocabulary::Publishing, "post_type").next().is_some();
    for (vocabulary, name) in TEXTS {
        for element in item.children(vocabulary, name) {
            let xhtml = element.attribute("type") == Some("xhtml") || !element.children.is_empty();
            let markup = if xhtml { &document[element.inner.clone()] } else { &element.text };
            let text = if is_post && !xhtml { shortcodes::text(markup) } else { markup::text(markup) };
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

/// What a feed says about all its items.
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
