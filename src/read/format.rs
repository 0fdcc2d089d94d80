//! The formats, and how to tell that of a stream: by its first bytes, or else by its name.

use std::fmt;

use super::{
    Fields, RawArticle, Reason, feed, html, json, json_lines, newsml, nitf, parquet, plain,
    reading::{End, Reading},
    stream::Stream,
    table, warc,
};
use crate::types::Article;

/// A format of input. Each is a constant in its own file.
pub struct Format {
    /// Its name in messages and documents.
    pub name: &'static str,
    /// Extensions of file names, in lower case and without a dot.
    pub extensions: &'static [&'static str],
    /// Whether the first bytes of a stream are of the format, whatever its name.
    pub recognise: fn(&[u8]) -> bool,
    /// Whether such first bytes always mean articles. Those of a web page do; JSON and tables may
    /// hold anything, so in a folder a file of them is skipped if its extension is not that of a
    /// format.
    pub unmistakable: bool,
    /// Cuts a stream into raw articles. A single thread does that, so it parses as little as
    /// possible.
    pub(super) split: fn(Stream, &mut Reading) -> Result<(), End>,
    /// Parses a raw article, on any thread; `None` for a record that is not an article.
    pub(super) article: fn(&RawArticle, &Fields) -> Result<Option<Article>, Reason>,
}

/// All formats; a stream belongs to the first that recognises it.
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

/// The fault of XML that is neither a feed nor one of the news exchange formats.
const UNKNOWN_XML: Reason = Reason::OtherKind("XML of an unknown form", "RSS, NITF, NewsML-G2 or JSON Lines");

/// The format of a stream; `None` if the stream is to be skipped, which happens only in folders and
/// archives.
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

/// The format that the extension of a stream's name stands for.
pub fn by_name(stream: &Stream) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.extensions.contains(&stream.extension())).copied()
}

/// Whether the name is more specific than the first bytes: `.jsonl` where they could also be one
/// JSON document, but not a list.
fn is_narrower(named: &Format, recognised: &Format, text: &[u8]) -> bool {
    named.name == json_lines::FORMAT.name && recognised.name == json::FORMAT.name && !text.starts_with(b"[")
}

impl fmt::Debug for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}
