//! JSON Lines: one article per line, with its fields under any of their usual keys.

use std::sync::Arc;

use super::{
    Fault, Fields, Format, RawArticle, Reason, json,
    json_values::SEPARATOR,
    lines::{Line, next_line},
    reading::{End, Reading},
    stream::Stream,
};
use crate::types::Article;

/// One JSON object on each line.
pub const FORMAT: Format = Format {
    name: "JSON Lines",
    extensions: &["jsonl", "ndjson", "jl"],
    recognise,
    unmistakable: false,
    split,
    article,
};

/// Whether the first line is a whole JSON object.
fn recognise(head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let line = memchr::memchr(b'\n', start).map_or(start, |end| &start[..end]);
    let whole = line.len() < start.len();
    start.starts_with(b"{") && whole && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}

fn split(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, mut bytes, .. } = stream;
    let header = Arc::default();
    let (mut number, mut any) = (0, false);
    let mut damage: Option<Fault> = None;
    loop {
        number += 1;
        match next_line(&mut bytes, reading.limit) {
            Ok(Some(Line::Whole(line))) if line.trim_ascii().is_empty() => continue,
            Ok(Some(Line::Whole(mut line))) => {
                if let Some(damage) = damage.take() {
                    reading.fault(damage.place, damage.reason)?;
                }
                if line.first() == Some(&SEPARATOR) {
                    line.remove(0);
                }
                reading.article(place.at(number), &FORMAT, line, &header)?;
            }
            Ok(Some(Line::TooLong)) => reading.fault(place.at(number), Reason::TooLong { limit: reading.limit })?,
            Ok(None) => {
                let empty = (!any).then(|| place.at(1).fault(Reason::Empty));
                return damage.or(empty).map_or(Ok(()), |fault| Err(fault.into()));
            }
            // The decompressor may go on at the next part of the file.
            Err(error) => match Reason::from(error) {
                reason @ Reason::Damaged(_) => _ = damage.get_or_insert(place.at(number).fault(reason)),
                reason => return Err(place.at(number).fault(reason).into()),
            },
        }
        any = true;
    }
}

/// The article in one line, which is a JSON document of its own.
fn article(raw: &RawArticle, fields: &Fields) -> Result<Option<Article>, Reason> {
    (json::FORMAT.article)(raw, fields)
}
