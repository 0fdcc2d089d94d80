//! Which formats there are, and which one a stream is of: by its first bytes, or else by its name.

use std::fmt;

use super::{
    Fields, RawArticle, Reason, feed, html, json, json_lines, newsml, nitf, parquet, plain,
    reading::{End, Reading},
    stream::Stream,
    table, warc,
};
use crate::types::Article;

/// One format of input. Each is the constant of its own file.
pub struct Format {
    /// As messages and documents call it.
    pub name: &'static str,
    /// Endings of names, in lower case, that say the format.
    pub extensions: &'static [&'static str],
    /// Whether first bytes are of the format, whatever the name says.
    pub recognise: fn(&[u8]) -> bool,
    /// Whether such bytes mean articles in any file: a page does, while JSON and tables hold anything, and
    /// are read in a folder only where the name says the same.
    pub unmistakable: bool,
    /// Cuts a stream into raw articles. One thread does it, so it understands no more than it must.
    pub(super) split: fn(Stream, &mut Reading) -> Result<(), End>,
    /// Understands a raw article; any thread does it. `None` for a record that is no article.
    pub(super) article: fn(&RawArticle, &Fields) -> Result<Option<Article>, Reason>,
}

/// Every format; the first that recognises a stream has it.
pub const FORMATS: &[&Format] = &[
    &warc::FORMAT,
    &parquet::FORMAT,
    &feed::FORMAT,
    &nitf::FORMAT,
    &newsml::FORMAT,
    &html::FORMAT,
    &json_lines::FORMAT,
    &json::FORMAT,
    &table::FORMAT,
    &plain::FORMAT,
];

/// XML that is neither a feed nor of the news exchange formats.
const UNKNOWN_XML: Reason = Reason::OtherKind("XML of an unknown form", "RSS, NITF, NewsML-G2 or JSON Lines");

/// The format of a stream; `None` for one to pass over, which only a stream found in a folder is.
pub fn format(stream: &Stream, fields: &Fields) -> Option<Result<&'static Format, Reason>> {
    let named = by_name(stream);
    let any = stream.named || stream.extension().is_empty();
    let is_text = stream.is_text();
    let mut recognised = FORMATS.iter().copied().filter(|format| (format.recognise)(&stream.head));
    match (recognised.next(), named) {
        (Some(format), None) if !any && !format.unmistakable => None,
        (Some(format), Some(named)) if is_narrower(named, format, stream.text()) => Some(Ok(named)),
        (Some(format), _) => Some(Ok(format)),
        (None, Some(_)) if !is_text => Some(Err(Reason::Binary)),
        (None, Some(named)) if named.name == table::FORMAT.name && !stream.named => {
            table::names_text(&stream.head, fields).then_some(Ok(named))
        }
        (None, Some(named)) => Some(Ok(named)),
        (None, None) if !any => None,
        (None, None) if !is_text => Some(Err(Reason::Binary)),
        (None, None) if stream.text().starts_with(b"<?xml") => Some(Err(UNKNOWN_XML)),
        (None, None) => Some(Ok(&plain::FORMAT)),
    }
}

/// The format that the ending of a stream's name says.
pub fn by_name(stream: &Stream) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.extensions.contains(&stream.extension())).copied()
}

/// Whether a name says more than the first bytes: `.jsonl` where they may as well be one JSON document, but no list.
fn is_narrower(named: &Format, recognised: &Format, text: &[u8]) -> bool {
    named.name == json_lines::FORMAT.name && recognised.name == json::FORMAT.name && !text.starts_with(b"[")
}

impl fmt::Debug for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}
