//! Web pages: the article's text without menus and notices, and the page's metadata.

mod body;
#[cfg(feature = "html")]
mod element;
mod linked;
mod metadata;
#[cfg(feature = "html")]
mod notices;
#[cfg(feature = "html")]
mod pieces;
#[cfg(feature = "html")]
mod promotions;
mod tags;
mod times;

use super::{Format, RawArticle, Reason, encoding, markup, parts::Parts};
use crate::types::Article;

/// A web page.
pub const FORMAT: Format = Format {
    name: "HTML",
    extensions: &["html", "htm", "xhtml", "shtml"],
    recognise,
    unmistakable: true,
    split: |stream, reading| reading.whole(stream, &FORMAT),
    article: |raw, _| article(raw),
};

/// Maximum depth of elements in a page; browsers stop at 512.
const DEEPEST: usize = 512;
/// Number of first bytes in which a page may name its encoding.
const LABEL: usize = 2048;
/// Minimum number of bytes of the text in a page's metadata for it to replace the text that was
/// found.
const SHORTEST: usize = 200;

/// Whether a file begins as a web page does, after an XML declaration and up to two comments.
fn recognise(head: &[u8]) -> bool {
    let mut rest = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    for (open, close) in [(b"<?xml".as_slice(), b"?>".as_slice()), (b"<!--", b"-->"), (b"<!--", b"-->")] {
        if rest.starts_with(open) {
            let end = memchr::memmem::find(rest, close).map_or(rest.len(), |at| at + close.len());
            rest = rest[end..].trim_ascii_start();
        }
    }
    let starts = |tag: &[u8]| rest.len() >= tag.len() && rest[..tag.len()].eq_ignore_ascii_case(tag);
    starts(b"<!doctype html") || starts(b"<html") || starts(b"<head>") || starts(b"<head ")
}

fn article(raw: &RawArticle) -> Result<Option<Article>, Reason> {
    let label = label(&raw.bytes[..raw.bytes.len().min(LABEL)]);
    let page = encoding::decode(&raw.bytes, label.as_deref());
    parts(&page)?.article(&raw.place).map(Some)
}

/// The parts of an article in a page, or in a piece of HTML that is only the body of one.
pub fn parts(page: &str) -> Result<Parts, Reason> {
    if tags::depth(page) > DEEPEST {
        return Err(Reason::Nested { limit: DEEPEST });
    }
    if !recognise(page.as_bytes()) && !page.contains("<body") {
        return Ok(Parts { body: markup::text(page), ..Parts::default() });
    }
    let (mut parts, told) = metadata::metadata(page);
    let found = body::body(page, parts.title.as_deref())?;
    // Some pages give the whole text in their metadata and show only a teaser to readers.
    let told = told.map(|text| if markup::is_markup(&text) { markup::text(&text) } else { text });
    parts.body = told.filter(|told| told.len() > SHORTEST && told.len() > 2 * found.len()).unwrap_or(found);
    Ok(parts)
}

/// The encoding that a page names in its first bytes: `charset="windows-1252"`.
fn label(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let behind = &head[head.find("charset=")? + "charset=".len()..];
    let behind = behind.trim_start_matches(['"', '\'', ' ']);
    let end = behind.find(|letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '-' | '_'));
    Some(behind[..end.unwrap_or(behind.len())].to_owned())
}
