//! WARC: web pages in the records of a crawl.
//!
//! After a damaged record, reading goes on at the next line that begins a record.

use std::{
    io::{self, BufRead, Read},
    sync::Arc,
};

use super::{
    Fault, Fields, Format, Place, RawArticle, Reason, html, http,
    lines::{Line, next_line},
    other_kind::other_kind,
    reading::{End, Reading},
    stream::{HEAD, Stream, is_text},
};
use crate::{read::parts::Parts, types::Article};

/// A WARC file.
pub const FORMAT: Format = Format {
    name: "WARC",
    extensions: &["warc"],
    recognise: |head| head.starts_with(VERSION),
    unmistakable: true,
    split,
    article: |raw, _: &Fields| article(raw),
};

const VERSION: &[u8] = b"WARC/";
/// Maximum length of a header line, and of the whole header, in bytes.
const LONGEST_HEADER: usize = 1 << 16;

/// The header of a record.
#[derive(Debug, Default)]
struct Header {
    response: bool,
    length: u64,
    url: String,
    date: String,
}

fn split(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, mut bytes, .. } = stream;
    let (mut number, mut told) = (0, None);
    loop {
        match next_record(&mut bytes, &place, &mut number, &mut told, reading) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(End::Stopped) => return Err(End::Stopped),
            // The decompressor may go on at the next record; it fails at most once for each.
            Err(End::Fault(fault)) if matches!(fault.reason, Reason::Damaged(_)) => {
                tell(fault, &mut told, reading)?;
            }
            Err(fault) => return Err(fault),
        }
    }
}

/// Passes on damage once for each record: garbage and the failing checksum that it causes are one
/// damage.
fn tell(fault: Fault, told: &mut Option<u64>, reading: &mut Reading) -> Result<(), End> {
    if *told == fault.place.number {
        return Ok(());
    }
    *told = fault.place.number;
    reading.fault(fault.place, fault.reason)
}

/// Reads one record; `false` at the end of the file.
fn next_record(
    stream: &mut impl BufRead,
    place: &Place,
    number: &mut u64,
    told: &mut Option<u64>,
    reading: &mut Reading,
) -> Result<bool, End> {
    loop {
        let line = next_line(stream, LONGEST_HEADER).map_err(|error| place.at(*number + 1).fault(error))?;
        match line {
            None => return Ok(false),
            Some(Line::Whole(line)) if line.starts_with(VERSION) => break,
            Some(Line::Whole(line)) if line.trim_ascii().is_empty() => {}
            Some(_) => {
                let reason = Reason::Damaged("bytes between two records".to_owned());
                tell(place.at(*number + 1).fault(reason), told, reading)?;
            }
        }
    }
    *number += 1;
    let place = place.at(*number);
    let at = |error: io::Error| place.clone().fault(error);
    let header = header(stream).map_err(at)?;
    if !header.response {
        skip(stream, header.length).map_err(at)?;
        return Ok(true);
    }
    let limit = reading.limit as u64;
    if header.length > limit {
        reading.fault(place.clone(), Reason::TooLong { limit: reading.limit })?;
        skip(stream, header.length).map_err(at)?;
        return Ok(true);
    }
    let mut block = Vec::new();
    stream.take(header.length).read_to_end(&mut block).map_err(at)?;
    if (block.len() as u64) < header.length {
        reading.fault(place, Reason::Damaged("it ends too early".to_owned()))?;
        return Ok(true);
    }
    if http::is_page(&block) {
        let told = Arc::from(format!("{}\n{}", header.url, header.date).into_bytes());
        reading.article(place, &FORMAT, block, &told)?;
    }
    Ok(true)
}

/// Reads the lines of a header, up to and including the blank one.
fn header(stream: &mut impl BufRead) -> io::Result<Header> {
    let mut header = Header::default();
    let mut size = 0;
    loop {
        let line = match next_line(stream, LONGEST_HEADER)? {
            Some(Line::Whole(line)) if size < LONGEST_HEADER => line,
            None => return Err(io::ErrorKind::UnexpectedEof.into()),
            _ => return Err(io::Error::new(io::ErrorKind::InvalidData, "a header without end")),
        };
        size += line.len();
        let line = String::from_utf8_lossy(line.trim_ascii()).into_owned();
        if line.is_empty() {
            return Ok(header);
        }
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => header.response = value == "response",
            "warc-target-uri" => header.url = value.trim_matches(['<', '>']).to_owned(),
            "warc-date" => header.date = value.to_owned(),
            "content-length" => {
                let wrong = |_| io::Error::new(io::ErrorKind::InvalidData, "a length that is no number");
                header.length = value.parse().map_err(wrong)?;
            }
            _ => {}
        }
    }
}

fn skip(stream: &mut impl BufRead, length: u64) -> io::Result<()> {
    let skipped = io::copy(&mut stream.take(length), &mut io::sink())?;
    if skipped < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
}

/// Whether first bytes are UTF-16, in which text contains zero bytes.
fn is_wide(head: &[u8], label: Option<&str>) -> bool {
    let named = label.is_some_and(|label| label.to_ascii_lowercase().starts_with("utf-16"));
    named || head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF")
}

/// The article in a response. Its address is the one that was fetched.
fn article(raw: &RawArticle) -> Result<Option<Article>, Reason> {
    let (page, label) = http::page(&raw.bytes, raw.limit)?;
    // Servers give pictures and PDF files the type of pages, too.
    let head = &page[..page.len().min(HEAD)];
    if let Some(reason) = other_kind(head) {
        return Err(reason);
    }
    if !is_text(head) && !is_wide(head, label.as_deref()) {
        return Err(Reason::Binary);
    }
    let page = super::encoding::decode(&page, label.as_deref());
    let told = String::from_utf8_lossy(&raw.header);
    let (url, _) = told.split_once('\n').unwrap_or_default();
    let parts = html::parts(&page)?;
    let parts = Parts { url: Some(url.to_owned()).filter(|url| !url.is_empty()).or(parts.url.clone()), ..parts };
    parts.article(&raw.place).map(Some)
}
