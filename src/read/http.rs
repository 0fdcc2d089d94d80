//! Responses of web servers as crawls store them: a status, a header, and a body that may be
//! chunked and compressed.

use std::{
    borrow::Cow,
    io::{self, Read},
};

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::Reason;

/// How many times its size a body may unpack to, the same as for files.
const RATIO: u64 = super::budget::RATIO;

/// Whether a response is a page: it has status 200 and the content type HTML or none.
pub fn is_page(response: &[u8]) -> bool {
    let (header, _) = parted(response);
    let status = header.split(|byte| byte.is_ascii_whitespace()).nth(1);
    let html = field(header, "content-type").is_none_or(|kind| kind.to_ascii_lowercase().contains("html"));
    header.starts_with(b"HTTP/") && status == Some(b"200") && html
}

/// The page in a response, with its chunks joined and decompressed, and the encoding that its
/// header names. An error if it unpacks to more than `limit` bytes.
pub fn page(response: &[u8], limit: usize) -> Result<(Cow<'_, [u8]>, Option<String>), Reason> {
    let (header, body) = parted(response);
    let label = field(header, "content-type").and_then(|kind| {
        let (_, label) = kind.split_once("charset=")?;
        Some(label.trim_matches(['"', ' ', ';']).to_owned())
    });
    let chunked =
        field(header, "transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    // Some crawlers join the chunks but keep the header.
    let mut body = if chunked { joined(body).map_or(Cow::Borrowed(body), Cow::Owned) } else { Cow::Borrowed(body) };
    let packed = field(header, "content-encoding").unwrap_or_default().to_ascii_lowercase();
    // The coding that was applied last is undone first.
    for coding in packed.split(',').rev().take(super::NESTING) {
        body = unpacked(body, coding.trim(), limit)?;
    }
    Ok((body, label))
}

/// Splits a response into header and body; some crawlers end lines with a line feed alone.
fn parted(response: &[u8]) -> (&[u8], &[u8]) {
    let ends =
        ["\r\n\r\n", "\n\n"].map(|end| memchr::memmem::find(response, end.as_bytes()).map(|at| (at, at + end.len())));
    match ends.into_iter().flatten().min() {
        Some((end, start)) => (&response[..end], &response[start..]),
        None => (response, &[]),
    }
}

/// The value of a header field.
fn field(header: &[u8], name: &str) -> Option<String> {
    let header = String::from_utf8_lossy(header);
    let mut fields = header.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(found, _)| found.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
}

/// Joins the chunks of a body; `None` if it is not chunked. A body that was cut off gives what
/// there is.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(body.len());
    loop {
        let end = memchr::memchr(b'\n', &body[..body.len().min(64)])?;
        let size = std::str::from_utf8(&body[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        body = &body[end + 1..];
        let taken = size.min(body.len());
        joined.extend_from_slice(&body[..taken]);
        body = &body[taken..];
        if size == 0 || body.is_empty() {
            return Some(joined);
        }
        body = body.strip_prefix(b"\r\n").or(body.strip_prefix(b"\n")).unwrap_or(body);
    }
}

fn unpacked<'a>(body: Cow<'a, [u8]>, packed: &str, limit: usize) -> Result<Cow<'a, [u8]>, Reason> {
    let bytes: &[u8] = &body;
    let bounded = |unpacked: &mut dyn Read| bounded(unpacked, bytes.len(), limit);
    match packed {
        "gzip" | "x-gzip" if bytes.starts_with(b"\x1f\x8b") => bounded(&mut MultiGzDecoder::new(bytes)),
        "deflate" if bytes.first().is_some_and(|first| first & 15 == 8) => bounded(&mut ZlibDecoder::new(bytes)),
        "deflate" => match bounded(&mut DeflateDecoder::new(bytes)) {
            Err(Reason::Damaged(_)) => Ok(bytes.to_vec()),
            unpacked => unpacked,
        },
        "zstd" => bounded(&mut zstd::stream::read::Decoder::with_buffer(bytes)?),
        // Brotli has no signature, but a body that is valid text is not compressed.
        "br" if std::str::from_utf8(bytes).is_err() => bounded(&mut Decompressor::new(bytes, bytes.len().max(1))),
        // Most crawlers decompress the body but keep the header.
        _ => return Ok(body),
    }
    .map(Cow::Owned)
}

fn bounded(unpacked: &mut dyn Read, packed: usize, limit: usize) -> Result<Vec<u8>, Reason> {
    let most = packed as u64 * RATIO + (1 << 16);
    let mut bytes = Vec::new();
    match unpacked.take(most.min(limit as u64 + 1)).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() > limit => Err(Reason::TooLong { limit }),
        Ok(_) if bytes.len() as u64 == most => Err(Reason::Bomb),
        Ok(_) => Ok(bytes),
        // A page that was cut off is read as far as it goes.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof && !bytes.is_empty() => Ok(bytes),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    #[test]
    fn only_pages_that_were_found_count() {
        assert!(is_page(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>"));
        assert!(is_page(b"HTTP/1.1 200 OK\n\n<p>"));
        assert!(!is_page(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"));
        assert!(!is_page(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"));
        assert!(!is_page(b""));
    }

    #[test]
    fn chunks_are_joined_and_packing_is_undone() {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all("Zoë’s page".as_bytes()).unwrap();
        let packed = packer.finish().unwrap();
        let mut response =
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
        for chunk in packed.chunks(7) {
            response.extend(format!("{:x}\r\n", chunk.len()).bytes());
            response.extend(chunk);
            response.extend(b"\r\n");
        }
        response.extend(b"0\r\n\r\n");
        let (page, label) = page(&response, 100).unwrap();
        assert_eq!(std::str::from_utf8(&page), Ok("Zoë’s page"));
        assert_eq!(label.as_deref(), Some("utf-8"));
    }

    #[test]
    fn every_packing_is_undone() {
        use flate2::write::{DeflateEncoder, ZlibEncoder};

        let text = b"<p>Ten sheep were saved.</p>".repeat(9);
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::fast());
        raw.write_all(&text).unwrap();
        let mut framed = ZlibEncoder::new(Vec::new(), Compression::fast());
        framed.write_all(&text).unwrap();
        let frames = [raw.finish().unwrap(), framed.finish().unwrap()];
        let packed =
            frames.into_iter().map(|body| ("deflate", body)).chain([("zstd", zstd::encode_all(&*text, 1).unwrap())]);
        for (coding, body) in packed {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n");
            assert_eq!(*page(&[head.as_bytes(), &body].concat(), 1000).unwrap().0, *text, "{coding}");
        }
    }

    #[test]
    fn no_body_unpacks_to_more_than_an_article_may_have() {
        let packed = |mut packer: GzEncoder<Vec<u8>>, text: &[u8]| {
            packer.write_all(text).unwrap();
            packer.finish().unwrap()
        };
        let new = || GzEncoder::new(Vec::new(), Compression::best());
        let response = |coding: &str, body: &[u8]| {
            [format!("HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n").as_bytes(), body].concat()
        };
        let once = packed(new(), &[b'a'; 5000]);
        assert!(matches!(page(&response("gzip", &once), 4999), Err(Reason::TooLong { limit: 4999 })));
        assert_eq!(page(&response("gzip", &once), 5000).unwrap().0.len(), 5000);
        let twice = packed(new(), &once);
        assert_eq!(page(&response("gzip, gzip", &twice), 5000).unwrap().0.len(), 5000);
    }

    #[test]
    fn a_header_that_is_no_longer_true_does_no_harm() {
        let response = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n<p>Fire</p>\n";
        assert_eq!(&*page(response, 100).unwrap().0, b"<p>Fire</p>\n");
    }
}
