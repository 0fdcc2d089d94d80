//! Plain text: the whole file is the body of one article; segmenting finds title, dateline and byline in it.

use xxhash_rust::xxh3::Xxh3;

use super::{RawArticle, Reason};
use crate::types::Article;

/// The article of a text file.
pub fn article(raw: &RawArticle) -> Result<Article, Reason> {
    let text = utf8(&raw.bytes)?;
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    let source = raw.place.to_string();
    Ok(Article { source: source.clone(), ..Article::new(hashed_id(&source, text), None, text) })
}

/// The id of an article that has neither id nor address: a hash of its source's name and its text.
pub fn hashed_id(source: &str, text: &str) -> String {
    let mut hasher = Xxh3::new();
    hasher.update(source.as_bytes());
    hasher.update(&[0]);
    hasher.update(text.as_bytes());
    format!("{:016x}", hasher.digest())
}

/// The bytes as text, a byte order mark left out.
pub fn utf8(bytes: &[u8]) -> Result<&str, Reason> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if memchr::memchr(0, bytes).is_some() {
        return Err(Reason::Binary);
    }
    std::str::from_utf8(bytes).map_err(|error| Reason::NotUtf8 { byte: error.valid_up_to() + 1 })
}
