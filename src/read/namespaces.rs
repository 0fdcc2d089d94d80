//! Tells the vocabulary of an element of a feed: the feed's own, or that of an extension, in which
//! `title` or `content` may be those of a picture.

use std::collections::HashMap;

use super::xml::Element;

/// A vocabulary used in items of feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// RSS or Atom.
    Feed,
    /// The full text besides a description: `content:encoded`.
    Content,
    /// Dublin Core: `dc:creator`.
    DublinCore,
    /// The record of a publishing system: `wp:status`.
    Publishing,
    /// The summary of a publishing system: `excerpt:encoded`.
    Excerpt,
    /// Any other vocabulary, for pictures, podcasts and so on.
    Other,
}

/// The usual prefixes of each vocabulary, and its addresses without the scheme and the slash or `#`
/// at the end.
const VOCABULARIES: [(Vocabulary, &[&str], &[&str]); 5] = [
    (
        Vocabulary::Feed,
        &["atom", "rss"],
        &[
            "www.w3.org/2005/Atom",
            "purl.org/atom/ns",
            "purl.org/rss/1.0",
            "purl.org/net/rss1.1",
            "my.netscape.com/rdf/simple/0.9",
            "backend.userland.com/rss2",
        ],
    ),
    (Vocabulary::Content, &["content"], &["purl.org/rss/1.0/modules/content"]),
    (Vocabulary::DublinCore, &["dc", "dcterms"], &["purl.org/dc/elements/1.1", "purl.org/dc/terms"]),
    (Vocabulary::Publishing, &["wp"], &["wordpress.org/export/1.2", "wordpress.org/export/1.1"]),
    (Vocabulary::Excerpt, &["excerpt"], &["wordpress.org/export/1.2/excerpt", "wordpress.org/export/1.1/excerpt"]),
];

/// An item of a feed, with the meaning of its prefixes.
pub struct Item<'a> {
    element: &'a Element,
    /// The addresses of the prefixes that the document declares before its first item.
    declared: HashMap<&'a str, &'a str>,
}

impl<'a> Item<'a> {
    /// Makes an item of an element; `header` is what precedes the first item in its document.
    pub fn new(element: &'a Element, header: &'a str) -> Self {
        let binding = |rest: &'a str| {
            let (prefix, rest) = rest.split_once('=')?;
            let mark = rest.chars().next().filter(|mark| ['"', '\''].contains(mark))?;
            Some((prefix.trim(), rest[1..].split(mark).next()?))
        };
        Self { element, declared: header.split("xmlns:").skip(1).filter_map(binding).collect() }
    }

    /// The children with a name in a vocabulary.
    pub fn children(&self, vocabulary: Vocabulary, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.element.children_named(name).filter(move |child| self.vocabulary(child) == vocabulary)
    }

    /// The text of the first child with a name in the feed's own vocabulary, or else in Dublin
    /// Core, that has any.
    pub fn line(&self, name: &'a str) -> Option<String> {
        let own = self.children(Vocabulary::Feed, name);
        own.chain(self.children(Vocabulary::DublinCore, name)).find_map(Element::line)
    }

    fn vocabulary(&self, element: &Element) -> Vocabulary {
        let prefix = element.prefix.as_str();
        let key = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
        let own = element.attribute(&key);
        if own.is_none() && (prefix.is_empty() || prefix == self.element.prefix) {
            return Vocabulary::Feed;
        }
        let address = own.or_else(|| self.element.attribute(&key)).or_else(|| self.declared.get(prefix).copied());
        let address = address.map(|address| {
            let address = address.trim_start_matches("https:").trim_start_matches("http:");
            address.trim_matches(|letter| matches!(letter, '/' | '#'))
        });
        let row = VOCABULARIES.iter().find(|(_, prefixes, addresses)| {
            prefixes.contains(&prefix) || address.is_some_and(|address| addresses.contains(&address))
        });
        row.map_or(Vocabulary::Other, |row| row.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::xml;

    #[test]
    fn prefixes_stand_for_what_the_document_says() {
        let header = "<rss xmlns:media='http://search.yahoo.com/mrss/' xmlns:a10=\"http://www.w3.org/2005/Atom\" \
            xmlns:full=\"https://purl.org/rss/1.0/modules/content/\" xmlns:broken xmlns:=>";
        let item = xml::parse(
            "<item><media:title>Photo</media:title><title xmlns='http://search.yahoo.com/mrss/'>Film</title>\
            <itunes:title>Cast</itunes:title><a10:title>Atom</a10:title><dc:title>Core</dc:title><title>Own</title>\
            <full:title>Text</full:title></item>",
        )
        .unwrap();
        let item = Item::new(&item, header);
        let lines = |vocabulary| item.children(vocabulary, "title").filter_map(Element::line).collect::<Vec<_>>();
        assert_eq!(lines(Vocabulary::Feed), ["Atom", "Own"]);
        assert_eq!(lines(Vocabulary::DublinCore), ["Core"]);
        assert_eq!(lines(Vocabulary::Content), ["Text"]);
        assert_eq!(lines(Vocabulary::Other), ["Photo", "Film", "Cast"]);
        assert_eq!(item.line("title").as_deref(), Some("Atom"));
    }

    #[test]
    fn the_prefix_of_an_item_is_that_of_the_feed() {
        let entry = xml::parse("<f:entry><f:title>Own</f:title><m:title>Photo</m:title></f:entry>").unwrap();
        let item = Item::new(&entry, "");
        assert_eq!(item.line("title").as_deref(), Some("Own"));
        assert_eq!(item.children(Vocabulary::Other, "title").count(), 1);
    }
}
