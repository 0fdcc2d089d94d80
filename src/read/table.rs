//! CSV and TSV with a header: one article per row, with its fields under any of their usual names.
//!
//! A row ends at a line break outside quotation marks, so it may span many lines.

use std::{io::BufRead, sync::Arc};

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::Encoding;
use serde_json::{Map, Value};

use super::{
    ArticleField, Fields, Format, RawArticle, Reason, encoding,
    lines::{Line, next_line},
    reading::{End, Reading},
    record,
    stream::Stream,
};
use crate::types::Article;

/// A table with a header.
pub const FORMAT: Format =
    Format { name: "CSV", extensions: &["csv", "tsv", "tab"], recognise, unmistakable: false, split, article };

/// A row, or why it was not read.
enum Row {
    /// The lines of the row, with their ends.
    Whole(Vec<u8>),
    TooLong,
    /// A quotation mark opens a field and none closes it before the end of the file.
    Unclosed,
}

const UNCLOSED: &str = "a quotation mark opens a field and none closes it, so the row runs to the end of the file";

const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Whether the first line names the text and at least one other field.
fn recognise(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let head = behind_breaks(behind_separator(head).unwrap_or(head));
    let Some(end) = memchr::memchr(b'\n', head) else { return false };
    let names = cells(&head[..end], separator(&head[..end]));
    let usual: Vec<&str> = names.iter().filter_map(|name| ArticleField::usual_name(name)).collect();
    let object: Map<String, Value> = usual.iter().map(|name| ((*name).to_owned(), Value::from("x"))).collect();
    let text =
        [ArticleField::Text, ArticleField::Html].iter().any(|key| Fields::default().value(&object, *key).is_some());
    text && usual.len() > 1 && names.iter().all(|name| name.len() < 40)
}

/// Whether the header names the text by a usual key or by one of the user's.
pub fn names_text(head: &[u8], fields: &Fields) -> bool {
    let head = behind_separator(head).unwrap_or(head);
    let line = &head[..memchr::memchr(b'\n', head).unwrap_or(head.len())];
    let own = |name: &String| {
        fields.named.iter().any(|(key, own)| matches!(key, ArticleField::Text | ArticleField::Html) && own == name)
    };
    recognise(head) || cells(line, separator(line)).iter().any(own)
}

/// What follows blank lines.
fn behind_breaks(head: &[u8]) -> &[u8] {
    &head[head.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()..]
}

/// What follows a first line that names the separator, as spreadsheets write it: `sep=;`.
fn behind_separator(head: &[u8]) -> Option<&[u8]> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let end = memchr::memchr(b'\n', &head[..head.len().min(8)])?;
    head.starts_with(b"sep=").then(|| &head[end + 1..])
}

fn split(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let place = stream.place;
    let mut line = 1;
    let mut bytes = stream.bytes;
    let behind = behind_separator(&stream.head);
    if behind.is_some() {
        next_line(&mut bytes, reading.limit).map_err(|error| place.at(1).fault(error))?;
        line += 1;
    }
    let head = behind_breaks(behind.unwrap_or(&stream.head));
    let separator = separator(head.split(|&byte| byte == b'\n').next().unwrap_or_default());
    let header: Arc<[u8]> = loop {
        let reason = match next_row(&mut bytes, separator, reading.limit, &mut line) {
            Ok(Some(Row::Whole(header))) if header.trim_ascii().is_empty() => continue,
            Ok(Some(Row::Whole(header))) => break Arc::from(header),
            Ok(Some(Row::Unclosed)) => Reason::Broken("header", UNCLOSED.to_owned()),
            Ok(Some(Row::TooLong)) => Reason::TooLong { limit: reading.limit },
            Ok(None) => Reason::Empty,
            Err(error) => error.into(),
        };
        return Err(place.at(1).fault(reason).into());
    };
    let mut any = false;
    loop {
        let at = place.at(line);
        match next_row(&mut bytes, separator, reading.limit, &mut line) {
            Ok(Some(Row::Whole(row))) if row.trim_ascii().is_empty() => continue,
            Ok(Some(Row::Whole(row))) => reading.article(at, &FORMAT, row, &header)?,
            Ok(Some(Row::Unclosed)) => reading.fault(at, Reason::Broken("row", UNCLOSED.to_owned()))?,
            Ok(Some(Row::TooLong)) => reading.fault(at, Reason::TooLong { limit: reading.limit })?,
            Ok(None) if any => return Ok(()),
            Ok(None) => return Err(place.at(1).fault(Reason::Empty).into()),
            Err(error) => return Err(at.fault(error).into()),
        }
        any = true;
    }
}

/// The next row: lines are joined until their quotation marks are closed. `line` counts them.
fn next_row(stream: &mut impl BufRead, separator: u8, limit: usize, line: &mut u64) -> std::io::Result<Option<Row>> {
    let mut row: Vec<u8> = Vec::new();
    let (mut open, mut too_long) = (false, false);
    loop {
        let next = next_line(stream, limit)?;
        let Some(next) = next else {
            return Ok(if too_long { Some(Row::TooLong) } else { open.then_some(Row::Unclosed) });
        };
        *line += 1;
        match next {
            Line::Whole(more) => {
                open = ends_quoted(&more, separator, open);
                too_long |= row.len() + more.len() > limit;
                if too_long {
                    row = Vec::new();
                } else {
                    row.extend(more);
                    row.push(b'\n');
                }
            }
            // Whether such a line ends its row is not known, so the next line is taken for a new
            // row.
            Line::TooLong => return Ok(Some(Row::TooLong)),
        }
        if !open {
            return Ok(Some(if too_long { Row::TooLong } else { Row::Whole(row) }));
        }
    }
}

/// Whether a line ends inside quotation marks, which count only around whole fields.
fn ends_quoted(line: &[u8], separator: u8, mut open: bool) -> bool {
    let mut closed = None;
    for at in memchr::memchr_iter(b'"', line) {
        if open && is_escaped(line, at, separator) {
            continue;
        }
        if open {
            (open, closed) = (false, Some(at));
        } else {
            let doubled = at > 0 && closed == Some(at - 1);
            open = doubled || at == 0 || line[at - 1] == separator;
        }
    }
    open
}

/// Whether a backslash escapes a quotation mark, as databases write it: `"She said \"no\"."`. But a
/// field may also end with a backslash, and marks may be doubled.
fn is_escaped(line: &[u8], at: usize, separator: u8) -> bool {
    let ends = |at: usize| line.get(at).is_none_or(|&byte| byte == separator || matches!(byte, b'\r' | b'\n'));
    let backslashes = line[..at].iter().rev().take_while(|&&byte| byte == b'\\').count();
    let closes_behind = line.get(at + 1) == Some(&b'"') && ends(at + 2);
    backslashes % 2 == 1 && (closes_behind || line.get(at + 1) != Some(&b'"') && !ends(at + 1))
}

/// The separator that is most frequent in the header.
fn separator(header: &[u8]) -> u8 {
    let count = |separator: &u8| memchr::memchr_iter(*separator, header).count();
    SEPARATORS.iter().rev().copied().max_by_key(count).unwrap_or(b',')
}

fn cells(row: &[u8], separator: u8) -> Vec<String> {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator);
    if memchr::memmem::find_iter(row, b"\\\"").any(|at| is_escaped(row, at + 1, separator)) {
        builder.escape(Some(b'\\'));
    }
    let mut reader = builder.from_reader(row);
    let mut record = ByteRecord::new();
    match reader.read_byte_record(&mut record) {
        Ok(true) => record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The article in one row.
fn article(raw: &RawArticle, fields: &Fields) -> Result<Option<Article>, Reason> {
    let separator = separator(&raw.header);
    let header = encoding::decode(&raw.header, raw.encoding.map(Encoding::name));
    let (names, cells) = (cells(header.as_bytes(), separator), cells(raw.text().as_bytes(), separator));
    if cells.len() > names.len() {
        let counts = format!("{} fields under a header of {}", cells.len(), names.len());
        return Err(Reason::Broken("row", counts));
    }
    if !fields.named.is_empty() {
        fields.note(&names.iter().map(|name| (name.clone(), Value::Null)).collect());
    }
    let mut object = Map::new();
    for (name, cell) in names.iter().zip(&cells).filter(|(_, cell)| !cell.trim().is_empty()) {
        if let Some(usual) = ArticleField::usual_name(name) {
            object.entry(usual).or_insert_with(|| Value::from(cell.as_str()));
        }
        object.entry(name.clone()).or_insert_with(|| Value::from(cell.as_str()));
    }
    record::article(&raw.place, &object, fields)
}
