//! Responses of web servers as crawls keep them: status, header, and a body that may be cut in chunks and packed.

use std::{
    borrow::Cow,
    io::{self, Read},
};

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::Reason;

/// How many times its size a body may unpack to, as for files.
const RATIO: u64 = super::budget::RATIO;

/// Whether a response is a page that was found: status 200 and a type of HTML, or none at all.
pub fn is_page(response: &[u8]) -> bool {
    let (header, _) = parted(response);
    let status = header.split(|byte| byte.is_ascii_whitespace()).nth(1);
    let html = field(header, "content-type").is_none_or(|kind| kind.to_ascii_lowercase().contains("html"));
    header.starts_with(b"HTTP/") && status == Some(b"200") && html
}

/// The page of a response with chunks joined and packing undone, and the encoding its header names.
pub fn page(response: &[u8]) -> Result<(Cow<'_, [u8]>, Option<String>), Reason> {
    let (header, body) = parted(response);
    let label = field(header, "content-type").and_then(|kind| {
        let (_, label) = kind.split_once("charset=")?;
        Some(label.trim_matches(['"', ' ', ';']).to_owned())
    });
    let chunked =
        field(header, "transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    // Some crawlers join the chunks and keep the header.
    let body = if chunked { joined(body).map_or(Cow::Borrowed(body), Cow::Owned) } else { Cow::Borrowed(body) };
    let packed = field(header, "content-encoding").unwrap_or_default().to_ascii_lowercase();
    Ok((unpacked(body, packed.trim())?, label))
}

/// Header and body; some writers end lines with a line feed alone.
fn parted(response: &[u8]) -> (&[u8], &[u8]) {
    let ends =
        ["\r\n\r\n", "\n\n"].map(|end| memchr::memmem::find(response, end.as_bytes()).map(|at| (at, at + end.len())));
    match ends.into_iter().flatten().min() {
        Some((end, start)) => (&response[..end], &response[start..]),
        None => (response, &[]),
    }
}

/// The value of a field of the header.
fn field(header: &[u8], name: &str) -> Option<String> {
    let header = String::from_utf8_lossy(header);
    let mut fields = header.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(found, _)| found.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
}

/// The chunks of a body joined; `None` where it is not cut into chunks. One that is cut off keeps what is there.
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

fn unpacked<'a>(body: Cow<'a, [u8]>, packed: &str) -> Result<Cow<'a, [u8]>, Reason> {
    let bytes: &[u8] = &body;
    match packed {
        "gzip" | "x-gzip" if bytes.starts_with(b"\x1f\x8b") => bounded(MultiGzDecoder::new(bytes), bytes.len()),
        "deflate" if bytes.first().is_some_and(|first| first & 15 == 8) => {
            bounded(ZlibDecoder::new(bytes), bytes.len())
        }
        "deflate" => bounded(DeflateDecoder::new(bytes), bytes.len()).or(Ok(bytes.to_vec())),
        "zstd" => bounded(zstd::stream::read::Decoder::with_buffer(bytes)?, bytes.len()),
        // Packed or not cannot be told from the first bytes; text is not packed.
        "br" if std::str::from_utf8(bytes).is_err() => {
            bounded(Decompressor::new(bytes, bytes.len().max(1)), bytes.len())
        }
        // Most crawlers unpack the body and keep the header.
        _ => return Ok(body),
    }
    .map(Cow::Owned)
}

fn bounded(unpacked: impl Read, packed: usize) -> Result<Vec<u8>, Reason> {
    let limit = packed as u64 * RATIO + (1 << 16);
    let mut bytes = Vec::new();
    match unpacked.take(limit).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 == limit => Err(Reason::Bomb),
        Ok(_) => Ok(bytes),
        // A page that was cut off is a page as far as it goes.
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
        let (page, label) = page(&response).unwrap();
        assert_eq!(std::str::from_utf8(&page), Ok("Zoë’s page"));
        assert_eq!(label.as_deref(), Some("utf-8"));
    }

    #[test]
    fn a_header_that_is_no_longer_true_does_no_harm() {
        let response = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n<p>Fire</p>\n";
        assert_eq!(&*page(response).unwrap().0, b"<p>Fire</p>\n");
    }
}
