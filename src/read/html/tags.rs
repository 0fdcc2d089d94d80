//! The tags of a page in order, without building a tree, which is enough for metadata.

use crate::read::markup::{end_of_raw, end_of_tag};

/// Elements that have no end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements whose end tag is often left out; the next element of that name ends them.
const OPEN_ENDED: [&str; 12] =
    ["p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup"];

/// A tag as written in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'a> {
    /// As written in the page, so that it may be `META`.
    pub name: &'a str,
    pub closing: bool,
    /// The text between the name and the bracket that ends the tag.
    pub attributes: &'a str,
    /// The byte range of the tag in the page.
    pub start: usize,
    pub end: usize,
}

impl<'a> Tag<'a> {
    /// Whether the tag belongs to an element of this name, in any case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, with its entities unresolved.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
            let end = rest.find(|letter: char| letter.is_ascii_whitespace() || letter == '=')?;
            let found = &rest[..end];
            let behind = rest[end..].trim_start();
            let Some(value) = behind.strip_prefix('=').map(str::trim_start) else {
                rest = behind;
                continue;
            };
            let (value, behind) = match value.chars().next() {
                Some(mark @ ('"' | '\'')) => value[1..].split_once(mark).unwrap_or((&value[1..], "")),
                _ => value.split_at(value.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(value.len())),
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = behind;
        }
    }
}

/// All tags of a page; comments and the content of scripts, styles and the like are skipped.
pub fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let open = at + memchr::memchr(b'<', &page.as_bytes()[at..])?;
            let inner = &page[open + 1..];
            if inner.starts_with("!--") {
                at = page[open..].find("-->").map(|end| open + end + 3)?;
                continue;
            }
            let closing = inner.starts_with('/');
            let start = open + 1 + usize::from(closing);
            let length =
                page[start..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != ':');
            let name = &page[start..start + length.unwrap_or(page.len() - start)];
            at = start + name.len();
            if name.is_empty() {
                continue;
            }
            let end = at + end_of_tag(&page[at..]);
            let attributes = page[at..end].trim_end_matches('>');
            let tag = Tag { name, closing, attributes, start: open, end };
            let raw = !closing && ["script", "style", "noscript", "textarea"].iter().any(|raw| tag.is(raw));
            at = if raw { end + end_of_raw(&page[end..], name) } else { end };
            return Some(tag);
        }
    })
}

/// The approximate maximum depth of open elements.
pub fn depth(page: &str) -> usize {
    let (mut open, mut deepest) = (Vec::new(), 0);
    for tag in tags(page).filter(|tag| !VOID.iter().any(|void| tag.is(void)) && !tag.attributes.ends_with('/')) {
        if tag.closing {
            // An end tag without a start tag ends nothing; that of an outer element ends all inside
            // it.
            let outer = open.iter().rev().take(64).position(|name: &&str| name.eq_ignore_ascii_case(tag.name));
            open.truncate(open.len() - outer.map_or(0, |at| at + 1));
        } else if !(OPEN_ENDED.iter().any(|ended| tag.is(ended)) && open.last().is_some_and(|last| tag.is(last))) {
            open.push(tag.name);
            deepest = deepest.max(open.len());
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_written() {
        let tag = tags(r#"<META property='og:title' Content="A > B" hidden data-x=1>"#).next().unwrap();
        assert!(tag.is("meta"));
        assert_eq!(tag.attribute("content"), Some("A > B"));
        assert_eq!(tag.attribute("property"), Some("og:title"));
        assert_eq!(tag.attribute("data-x"), Some("1"));
        assert_eq!(tag.attribute("href"), None);
    }

    #[test]
    fn scripts_hold_no_tags() {
        let names: Vec<&str> = tags("<p><script>if (a<b) '<i>'</script><!-- <b> --><p/>").map(|tag| tag.name).collect();
        assert_eq!(names, ["p", "script", "script", "p"]);
    }

    #[test]
    fn depth_counts_what_is_open_at_once() {
        assert_eq!(depth("<div><p>a<p>b<br><img></div><div></div>"), 2);
        assert_eq!(depth(&"<div>".repeat(9000)), 9000);
        assert_eq!(depth(&"<p>".repeat(9000)), 1);
    }
}
