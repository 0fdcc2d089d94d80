//! `.gz`: compressed members one after the other, as `gzip`, `pigz` and WARC writers make them.
//!
//! After a damaged member, reading goes on at the next one, so that one bad record of a WARC file
//! does not hide the others.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

use super::{Wrapper, unpacked};
use crate::read::{
    reading::{End, Reading},
    stream::Stream,
};

/// Compressed with gzip.
pub const WRAPPER: Wrapper = Wrapper { recognise: |head| head.starts_with(MAGIC), unpack };

/// The first bytes of every member; the third stands for deflate.
const MAGIC: &[u8] = b"\x1f\x8b\x08";

fn unpack(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, name, named, bytes, .. } = stream;
    unpacked(reading, &place, &name, named, Box::new(Members { state: State::Between(Ahead::new(bytes, BUFFER)) }))
}

/// Reads the content of all members, one after the other.
struct Members<R> {
    state: State<R>,
}

enum State<R> {
    Inside(Box<GzDecoder<Ahead<R>>>),
    Between(Ahead<R>),
    Ended,
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Ok(0),
                State::Between(mut packed) => {
                    if !skip_to_member(&mut packed)? {
                        return Ok(0);
                    }
                    self.state = State::Inside(Box::new(GzDecoder::new(packed)));
                }
                State::Inside(mut member) => match member.read(buffer) {
                    Ok(0) if !buffer.is_empty() => self.state = State::Between(member.into_inner()),
                    Ok(count) => {
                        self.state = State::Inside(member);
                        return Ok(count);
                    }
                    Err(error) if error.raw_os_error().is_none() => {
                        self.state = State::Between(member.into_inner());
                        return Err(error);
                    }
                    Err(error) => return Err(error),
                },
            }
        }
    }
}

/// Skips to the start of the next member and returns whether there is one. Zeros after the last
/// member are usual padding.
fn skip_to_member(packed: &mut Ahead<impl Read>) -> io::Result<bool> {
    loop {
        let available = packed.ahead(MAGIC.len())?;
        if available.len() < MAGIC.len() {
            return Ok(false);
        }
        match memchr::memmem::find(available, MAGIC) {
            Some(0) => return Ok(true),
            // The end of the buffer may cut a start in two.
            found => {
                let passed = found.unwrap_or(available.len() + 1 - MAGIC.len());
                packed.consume(passed);
            }
        }
    }
}

/// Size of the buffer for a compressed file, in bytes.
const BUFFER: usize = 1 << 15;

/// A buffered reader that can look ahead by a given number of bytes.
struct Ahead<R> {
    inner: R,
    buffer: Vec<u8>,
    /// The range of the buffer that has been read but not used.
    start: usize,
    end: usize,
}

impl<R: Read> Ahead<R> {
    fn new(inner: R, capacity: usize) -> Self {
        Self { inner, buffer: vec![0; capacity], start: 0, end: 0 }
    }

    /// At least `count` bytes, which must not exceed the capacity; fewer only at the end.
    fn ahead(&mut self, count: usize) -> io::Result<&[u8]> {
        while self.end - self.start < count {
            self.buffer.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
            match self.inner.read(&mut self.buffer[self.end..]) {
                Ok(0) => break,
                Ok(read) => self.end += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(&self.buffer[self.start..self.end])
    }
}

impl<R: Read> Read for Ahead<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Ahead<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.ahead(1)
    }

    fn consume(&mut self, count: usize) {
        self.start += count;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn member(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    /// The text of all members, read with a buffer of a given size.
    fn text(packed: &[u8], capacity: usize) -> String {
        let mut text = String::new();
        let mut members = Members { state: State::Between(Ahead::new(packed, capacity)) };
        members.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn no_member_is_lost_wherever_its_start_is_cut() {
        let packed = [member("one "), member("two "), member("three"), vec![0; 9]].concat();
        for capacity in 3..packed.len() + 2 {
            assert_eq!(text(&packed, capacity), "one two three", "{capacity}");
        }
    }
}
