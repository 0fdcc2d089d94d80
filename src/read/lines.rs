//! Reads lines from a stream, in memory bounded by the limit on their length.

use std::io::{self, BufRead};

/// A line, or why it was not read.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// The line without its end.
    Whole(Vec<u8>),
    /// A line longer than the limit; its bytes were skipped.
    TooLong,
}

/// Returns the next line of the stream; `None` at its end.
pub fn next_line(stream: &mut impl BufRead, limit: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let (mut any, mut too_long) = (false, false);
    loop {
        let available = match stream.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            filled => filled?,
        };
        if available.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', available);
        let taken = end.unwrap_or(available.len());
        too_long |= line.len() + taken > limit;
        if too_long {
            line = Vec::new();
        } else {
            line.extend_from_slice(&available[..taken]);
        }
        stream.consume(taken + usize::from(end.is_some()));
        if end.is_some() {
            break;
        }
    }
    Ok(any.then_some(if too_long { Line::TooLong } else { Line::Whole(line) }))
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn lines(bytes: &[u8], limit: usize) -> Vec<Line> {
        let mut stream = BufReader::with_capacity(3, bytes);
        std::iter::from_fn(|| next_line(&mut stream, limit).unwrap()).collect()
    }

    fn whole(line: &str) -> Line {
        Line::Whole(line.as_bytes().to_vec())
    }

    #[test]
    fn lines_come_without_their_ends_and_the_last_needs_none() {
        assert_eq!(lines(b"one\n\nthree", 10), [whole("one"), whole(""), whole("three")]);
        assert_eq!(lines(b"", 10), []);
    }

    #[test]
    fn a_line_beyond_the_limit_hides_no_other() {
        assert_eq!(lines(b"ab\n12345678901\ncd\n", 10), [whole("ab"), Line::TooLong, whole("cd")]);
        assert_eq!(lines(b"1234567890", 10), [whole("1234567890")]);
    }
}
