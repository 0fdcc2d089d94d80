//! NewsML-G2, an exchange format of the IPTC: each news item is an article, whose text is NITF,
//! XHTML or plain text.

use serde_json::Value;

use super::{
    Fields, Format, RawArticle, Reason, dates, encoding,
    feed::split_elements,
    markup, ninjs, nitf,
    parts::Parts,
    prolog::{has_root, label},
    xml::{self, Element},
};
use crate::types::Article;

/// NewsML-G2 news items, alone or in a message.
pub const FORMAT: Format = Format {
    name: "NewsML-G2",
    extensions: &["newsml"],
    recognise: |head| [b"newsItem".as_slice(), b"newsMessage", b"packageItem"].iter().any(|root| has_root(head, root)),
    unmistakable: true,
    split: |stream, reading| split_elements(stream, reading, &FORMAT, &["newsItem"]),
    article: |raw, _: &Fields| article(raw),
};

fn article(raw: &RawArticle) -> Result<Option<Article>, Reason> {
    let text = encoding::decode(&raw.bytes, label(&raw.header).as_deref());
    let item = xml::parse(&text)?;
    // Pictures, graphics and video are items, too.
    let class = item.at(&["itemMeta", "itemClass"]).and_then(|class| class.attribute("qcode"));
    if class.is_some_and(|class| class.starts_with("ninat:") && !matches!(class, "ninat:text" | "ninat:composite")) {
        return Ok(None);
    }
    let status = item.at(&["itemMeta", "pubStatus"]).and_then(|status| status.attribute("qcode"));
    if status.is_some_and(|status| ninjs::is_withdrawn(status.rsplit(':').next().unwrap_or(status))) {
        return Ok(None);
    }
    parts(&item, &text).article(&raw.place).map(Some)
}

fn parts(item: &Element, document: &str) -> Parts {
    let line = |path: &[&str]| {
        let inner = &document[item.at(path)?.inner.clone()];
        Some(markup::line(inner)).filter(|line| !line.is_empty())
    };
    let date = |path: &[&str]| dates::published(&Value::String(line(path)?));
    let name = |path: &[&str]| {
        let element = item.at(path)?;
        let name = element.child("name").and_then(Element::line);
        name.or_else(|| element.attribute("literal").map(str::to_owned)).or_else(|| element.line())
    };
    let content = item.at(&["contentSet", "inlineXML"]).or_else(|| item.at(&["contentSet", "inlineData"]));
    let inside = content.and_then(|content| content.find("nitf")).map(|nitf| nitf::parts(nitf, document));
    let body = match (&inside, content) {
        (Some(_), _) | (None, None) => String::new(),
        (None, Some(content)) => markup::text(&document[content.inner.clone()]),
    };
    let parts = Parts {
        id: item.attribute("guid").map(str::to_owned),
        title: line(&["contentMeta", "headline"]).or_else(|| line(&["itemMeta", "title"])),
        body,
        publisher: name(&["itemMeta", "provider"]).or_else(|| name(&["rightsInfo", "copyrightHolder"])),
        byline: line(&["contentMeta", "by"]).or_else(|| name(&["contentMeta", "creator"])),
        published: date(&["itemMeta", "firstCreated"])
            .or_else(|| date(&["contentMeta", "contentCreated"]))
            .or_else(|| date(&["itemMeta", "versionCreated"])),
        updated: date(&["itemMeta", "versionCreated"]),
        embargo: line(&["itemMeta", "embargoed"]),
        rights: line(&["rightsInfo", "usageTerms"]).or_else(|| line(&["rightsInfo", "copyrightNotice"])),
        language: item
            .at(&["contentMeta", "language"])
            .and_then(|language| language.attribute("tag"))
            .or_else(|| item.attribute("lang"))
            .map(str::to_owned),
        ..Parts::default()
    };
    parts.or(inside.unwrap_or_default())
}
