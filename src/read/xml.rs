//! XML as a tree of elements, for small documents that hold one article.

use std::ops::Range;

use quick_xml::{
    Reader, escape,
    events::{BytesStart, Event},
};

use super::Reason;

/// Maximum depth of elements in a document.
const DEEPEST: usize = 256;

/// An element. Names are without the prefix of their namespace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    /// The prefix of its namespace; empty where it has none.
    pub prefix: String,
    /// Names and values; declarations of namespaces keep their prefix: `xmlns:dc`.
    pub attributes: Vec<(String, String)>,
    /// The byte range of its content in the document, including markup.
    pub inner: Range<usize>,
    /// Its own text, without that of its children.
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// The first child with a name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children with a name.
    pub fn children_named<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first element that a path of names leads to.
    pub fn at(&self, path: &[&str]) -> Option<&Element> {
        match path {
            [] => Some(self),
            [first, rest @ ..] => {
                self.children.iter().filter(|child| child.name == *first).find_map(|child| child.at(rest))
            }
        }
    }

    /// The first element with a name at any depth, including this one.
    pub fn find(&self, name: &str) -> Option<&Element> {
        if self.name == name { Some(self) } else { self.children.iter().find_map(|child| child.find(name)) }
    }

    /// The value of an attribute; `None` if it is blank.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Its own text on one line, if there is any.
    pub fn line(&self) -> Option<String> {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// Parses a document and returns its root.
pub fn parse(document: &str) -> Result<Element, Reason> {
    let broken = |error: &dyn std::fmt::Display| Reason::Broken("XML", error.to_string());
    let mut reader = Reader::from_str(document);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|error| broken(&error))?;
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Event::Start(tag) if open.len() > DEEPEST => {
                let _ = tag;
                return Err(Reason::Nested { limit: DEEPEST });
            }
            Event::Start(tag) => open.push(element(&tag, at)),
            Event::Empty(tag) => add(&mut open, element(&tag, at)),
            Event::End(end) => {
                let Some(mut closed) = open.pop().filter(|_| !open.is_empty()) else { break };
                closed.inner.end = at.saturating_sub(end.name().as_ref().len() + "</>".len()).max(closed.inner.start);
                add(&mut open, closed);
            }
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::CData(text) => push(&mut open, &text.into_inner()),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                let text = escape::unescape_with(&entity, escape::resolve_html5_entity);
                push(&mut open, &text.unwrap_or(std::borrow::Cow::Borrowed(&entity)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut top = open.drain(..);
    let document = top.next().unwrap_or_default();
    match (document.children.into_iter().next(), top.next()) {
        (Some(root), None) => Ok(root),
        (_, Some(left)) => Err(broken(&format!("<{}> is not closed", left.name))),
        (None, None) => Err(broken(&"no element")),
    }
}

fn element(tag: &BytesStart, at: usize) -> Element {
    let attributes = tag.html_attributes().flatten().map(|attribute| {
        let is_namespace = attribute.key.as_namespace_binding().is_some();
        let key = if is_namespace { attribute.key.into_inner() } else { attribute.key.local_name().into_inner() };
        let value =
            escape::unescape(&attribute.value).map_or_else(|_| attribute.value.to_string(), |value| value.into_owned());
        (key.to_owned(), value)
    });
    Element {
        name: tag.local_name().as_ref().to_owned(),
        prefix: tag.name().prefix().map_or(String::new(), |prefix| prefix.into_inner().to_owned()),
        attributes: attributes.collect(),
        inner: at..at,
        ..Element::default()
    }
}

fn add(open: &mut [Element], closed: Element) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(closed);
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_with_text_and_attributes() {
        let document = r#"<?xml version="1.0"?><a:b xmlns:a="u:a" x:c="1 &amp; 2">one &lt;<d> two </d><![CDATA[<e>]]>&eacute;<f/></a:b>"#;
        let root = parse(document).unwrap();
        assert_eq!((root.prefix.as_str(), root.attribute("xmlns:a"), root.attribute("a")), ("a", Some("u:a"), None));
        assert_eq!((root.name.as_str(), root.attribute("c"), root.text.as_str()), ("b", Some("1 & 2"), "one <<e>é"));
        let child = root.child("d").unwrap();
        assert_eq!((child.line().as_deref(), &document[child.inner.clone()]), (Some("two"), " two "));
        assert!(root.at(&["f"]).is_some() && root.find("d").is_some() && root.at(&["d", "f"]).is_none());
    }

    #[test]
    fn broken_and_deep_documents_are_told() {
        for broken in ["", "<a>", "<a></b>", "x", "<a", "</a>"] {
            assert!(matches!(parse(broken), Err(Reason::Broken("XML", _))), "{broken:?}");
        }
        assert!(matches!(parse(&"<a>".repeat(100_000)), Err(Reason::Nested { .. })));
    }
}
