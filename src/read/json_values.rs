//! Cuts JSON values out of a stream, in memory bounded by the limit on their length.

use std::io::{self, BufRead};

/// The byte before each value of a JSON text sequence (RFC 7464).
pub const SEPARATOR: u8 = 0x1E;

/// A piece of a stream.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// An object; it may be invalid, or cut off by the end of the stream.
    Value(Vec<u8>),
    /// The start of an object that is longer than the limit; the rest has not been read.
    TooLong(Vec<u8>),
    /// An opening bracket; the values of the list come next.
    Open,
    /// A closing bracket or brace.
    Close,
    /// Anything else: a number, a string, or invalid JSON.
    Other(Vec<u8>),
}

/// Returns the next piece of a stream; `None` at its end. Commas, separators and white space
/// between pieces are skipped.
pub fn next_piece(stream: &mut impl BufRead, limit: usize) -> io::Result<Option<Piece>> {
    let first = loop {
        match peek(stream)? {
            None => return Ok(None),
            Some(byte) if byte.is_ascii_whitespace() || matches!(byte, b',' | SEPARATOR) => stream.consume(1),
            Some(byte) => break byte,
        }
    };
    match first {
        b'{' => Ok(Some(object(stream, limit)?)),
        b'[' => {
            stream.consume(1);
            Ok(Some(Piece::Open))
        }
        b']' | b'}' => {
            stream.consume(1);
            Ok(Some(Piece::Close))
        }
        _ => Ok(Some(Piece::Other(scalar(stream, limit)?))),
    }
}

/// The state of scanning JSON: its depth, and whether it is inside a string.
#[derive(Debug, Default, Clone, Copy)]
struct Scan {
    depth: usize,
    /// A bit for each of the innermost open brackets, the last one lowest: 1 if it opens a list.
    lists: u64,
    in_string: bool,
    escaped: bool,
    /// The last byte outside strings that is not white space, and whether a line begins.
    last: u8,
    starts_line: bool,
}

impl Scan {
    /// Whether a line that begins with this byte is a new record because the one before it is
    /// broken: it begins with a brace where none is allowed, since a string or an object was not
    /// closed.
    fn begins_anew(&self, byte: u8) -> bool {
        let takes_value = || match self.lists & 1 {
            1 => matches!(self.last, b'[' | b','),
            _ => self.last == b':',
        };
        byte == b'{' && self.starts_line && self.depth > 0 && (self.in_string || !takes_value())
    }

    /// Scans one byte and returns whether the value ends with it.
    fn ends(&mut self, byte: u8) -> bool {
        self.starts_line = byte == b'\n';
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => {
                self.depth += 1;
                self.lists = self.lists << 1 | u64::from(byte == b'[');
            }
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                self.lists >>= 1;
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            self.last = byte;
        }
        self.depth == 0
    }

    /// Scans bytes and returns how many of them belong to the value, and whether it ends there.
    fn length(&mut self, bytes: &[u8]) -> (usize, bool) {
        for (at, &byte) in bytes.iter().enumerate() {
            if self.begins_anew(byte) {
                return (at, true);
            }
            if self.ends(byte) {
                return (at + 1, true);
            }
        }
        (bytes.len(), false)
    }
}

/// Reads an object up to its last brace, a line that begins another record, or the end of the
/// stream.
fn object(stream: &mut impl BufRead, limit: usize) -> io::Result<Piece> {
    let mut value = Vec::new();
    let mut scan = Scan::default();
    loop {
        let available = stream.fill_buf()?;
        if available.is_empty() {
            return Ok(Piece::Value(value));
        }
        let (taken, ended) = scan.length(available);
        value.extend_from_slice(&available[..taken]);
        stream.consume(taken);
        if value.len() > limit {
            return Ok(Piece::TooLong(value));
        }
        if ended {
            return Ok(Piece::Value(value));
        }
    }
}

/// Reads up to the next comma, bracket or white space outside strings; keeps no more than `limit`
/// bytes.
fn scalar(stream: &mut impl BufRead, limit: usize) -> io::Result<Vec<u8>> {
    let mut value = Vec::new();
    let mut scan = Scan::default();
    loop {
        let available = stream.fill_buf()?;
        let ends = |byte: &u8| {
            let between = !scan.in_string
                && (matches!(*byte, b',' | b']' | b'}' | b'{' | b'[' | SEPARATOR) || byte.is_ascii_whitespace());
            if !between {
                scan.ends(*byte);
            }
            between
        };
        let end = available.iter().position(ends);
        let taken = end.unwrap_or(available.len());
        value.extend_from_slice(&available[..taken.min(limit.saturating_sub(value.len()))]);
        stream.consume(taken);
        if end.is_some() || taken == 0 {
            return Ok(value);
        }
    }
}

/// Skips the rest of an object of which `start` has been read.
pub fn pass_over(stream: &mut impl BufRead, start: &[u8]) -> io::Result<()> {
    let mut scan = Scan::default();
    if start.iter().any(|&byte| scan.ends(byte)) {
        return Ok(());
    }
    loop {
        let available = stream.fill_buf()?;
        let at_end = available.is_empty();
        let (taken, ended) = scan.length(available);
        stream.consume(taken);
        if ended || at_end {
            return Ok(());
        }
    }
}

fn peek(stream: &mut impl BufRead) -> io::Result<Option<u8>> {
    Ok(stream.fill_buf()?.first().copied())
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn pieces(json: &str, limit: usize) -> Vec<Piece> {
        let mut stream = BufReader::with_capacity(3, json.as_bytes());
        let mut pieces = Vec::new();
        while let Some(piece) = next_piece(&mut stream, limit).unwrap() {
            if let Piece::TooLong(start) = &piece {
                pass_over(&mut stream, start).unwrap();
            }
            pieces.push(piece);
        }
        pieces
    }

    fn value(json: &str) -> Piece {
        Piece::Value(json.as_bytes().to_vec())
    }

    #[test]
    fn objects_of_a_list_are_cut_apart() {
        let json = r#" [ {"a":"}\"]"} , {"b":[1,{"c":2}]},7,"x, y", null]"#;
        let other = |text: &str| Piece::Other(text.as_bytes().to_vec());
        let expected = [
            Piece::Open,
            value(r#"{"a":"}\"]"}"#),
            value(r#"{"b":[1,{"c":2}]}"#),
            other("7"),
            other("\"x, y\""),
            other("null"),
            Piece::Close,
        ];
        assert_eq!(pieces(json, 100), expected);
    }

    #[test]
    fn an_object_beyond_the_limit_hides_no_other() {
        let found = pieces(r#"[{"a":"12345678901234567890"},{"b":1}]"#, 10);
        assert!(matches!(&found[1], Piece::TooLong(start) if start.len() < 20), "{found:?}");
        assert_eq!(found[2..], [value(r#"{"b":1}"#), Piece::Close]);
    }

    #[test]
    fn a_broken_record_hides_none_on_later_lines() {
        for broken in [r#"{"a":"open},"#, r#"{"a":{"b":1},"#, r#"{"a":[{"b":1},"#, r#"{"a":[1"#] {
            let json = format!("[\n{broken}\n{{\"c\":2}},\n{{\"d\":3}}\n]");
            let found = pieces(&json, 100);
            let expected =
                [Piece::Open, value(&format!("{broken}\n")), value(r#"{"c":2}"#), value(r#"{"d":3}"#), Piece::Close];
            // After the start of a list an object may follow.
            if broken.ends_with("},") && broken.contains('[') {
                assert_eq!(found.len(), 2, "{found:?}");
            } else {
                assert_eq!(found, expected, "{broken}");
            }
        }
        let whole = "{\"a\":\n{\"b\":[\n{\"c\":1},\n{\"c\":2}\n]}}";
        assert_eq!(pieces(whole, 100), [value(whole)]);
    }

    #[test]
    fn what_is_cut_off_or_no_json_ends() {
        assert_eq!(pieces(r#"{"a":"#, 10), [value(r#"{"a":"#)]);
        assert_eq!(pieces("]", 10), [Piece::Close]);
        assert_eq!(pieces("\"", 10), [Piece::Other(b"\"".to_vec())]);
    }
}
