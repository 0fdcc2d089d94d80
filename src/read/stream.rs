//! Bytes to cut into articles: a file, a member of an archive, or what one of them unpacks to.

use std::{
    io::{self, BufReader, Cursor, Read},
    path::PathBuf,
};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::Place;

/// Number of first bytes that tell what a stream is.
pub const HEAD: usize = 1 << 14;
/// Maximum number of first bytes that tell UTF-16 without a byte order mark, and minimum number
/// from which an encoding is told.
const SAMPLE: usize = 1 << 10;
const SHORTEST: usize = 16;
/// How many damaged parts may precede the first that is whole.
const TRIES: usize = 16;
/// Bytes read at once.
const CHUNK: usize = 1 << 16;

/// A stream, and what is known about it before it is read.
pub struct Stream<'a> {
    pub place: Place,
    /// The name whose extension tells the format, in lower case, without the extensions of packed
    /// forms.
    pub name: String,
    /// Whether the user named it, so that it is read whatever its name.
    pub named: bool,
    /// The file itself, if one can seek in it: it is neither unpacked nor a pipe.
    pub file: Option<PathBuf>,
    /// The first bytes, at most [`HEAD`].
    pub head: Vec<u8>,
    /// All bytes, including the first ones.
    pub bytes: BufReader<Box<dyn Read + 'a>>,
}

/// Reads the head again, then the error that ended it, then the rest.
struct Replayed<R> {
    head: Cursor<Vec<u8>>,
    error: Option<io::Error>,
    rest: R,
}

impl<'a> Stream<'a> {
    /// Reads the head. For every format, UTF-16 becomes UTF-8 here; it is told by a byte order mark
    /// or by its zero bytes.
    pub fn new(place: Place, name: &str, named: bool, bytes: Box<dyn Read + 'a>) -> io::Result<Self> {
        let stream = Self::as_it_is(place, name, named, bytes)?;
        let marked = stream.head.starts_with(b"\xFF\xFE") || stream.head.starts_with(b"\xFE\xFF");
        let encoding = if marked { None } else { wide(&stream.head) };
        if !marked && encoding.is_none() {
            return if has_old_lines(&stream.head) { stream.with_line_feeds(name, named) } else { Ok(stream) };
        }
        let decoded: Box<dyn Read + 'a> = match stream.head.len() {
            // The decoder would take a byte order mark alone for text.
            2 => Box::new(io::empty()),
            _ => Box::new(DecodeReaderBytesBuilder::new().bom_override(marked).encoding(encoding).build(stream.bytes)),
        };
        Self::as_it_is(stream.place, name, named, decoded)
    }

    fn with_line_feeds(self, name: &str, named: bool) -> io::Result<Self> {
        Self::as_it_is(self.place, name, named, Box::new(LineFeeds(self.bytes)))
    }

    fn as_it_is(place: Place, name: &str, named: bool, mut bytes: Box<dyn Read + 'a>) -> io::Result<Self> {
        let (mut head, mut error) = (Vec::new(), None);
        for _ in 0..TRIES {
            match bytes.by_ref().take(HEAD as u64).read_to_end(&mut head) {
                // The decompressor may go on at the next part of the file.
                Err(met) if head.is_empty() && met.raw_os_error().is_none() => _ = error.get_or_insert(met),
                Err(met) => error = error.or(Some(met)),
                Ok(_) => {}
            }
            if !head.is_empty() || error.is_none() {
                break;
            }
        }
        if let Some(met) = error.take_if(|_| head.is_empty()) {
            return Err(met);
        }
        let replayed = Replayed { head: Cursor::new(head.clone()), error, rest: bytes };
        let bytes = BufReader::with_capacity(CHUNK, Box::new(replayed) as Box<dyn Read + 'a>);
        Ok(Self { place, name: name.to_lowercase(), named, file: None, head, bytes })
    }

    /// The extension of the name, without its dot; empty if it has none.
    pub fn extension(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("", |(stem, extension)| if stem.is_empty() { "" } else { extension })
    }

    /// The first bytes, without a byte order mark and white space at their start.
    pub fn text(&self) -> &[u8] {
        self.head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.head).trim_ascii_start()
    }

    /// Whether the first bytes can be text.
    pub fn is_text(&self) -> bool {
        is_text(&self.head)
    }

    /// All bytes; `None` if they are more than `limit`.
    pub fn whole(&mut self, limit: usize) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        self.bytes.by_ref().take(limit as u64 + 1).read_to_end(&mut bytes)?;
        Ok((bytes.len() <= limit).then_some(bytes))
    }
}

/// Whether first bytes can be text: none is zero and few are other control characters, which are
/// common wherever all byte values are. No encoding can be guessed from a few bytes, so those are
/// text if they are UTF-8 or mostly ASCII.
pub fn is_text(head: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(byte, 1..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F);
    let controls = head.iter().filter(control).count();
    if head.len() < SHORTEST && std::str::from_utf8(head).is_err() {
        return controls == 0
            && head.iter().filter(|byte| byte.is_ascii_graphic() || **byte == b' ').count() * 4 >= head.len() * 3;
    }
    memchr::memchr(0, head).is_none() && controls * 20 <= head.len()
}

/// Whether first bytes are text whose lines all end with a carriage return alone.
fn has_old_lines(head: &[u8]) -> bool {
    memchr::memchr(b'\r', head).is_some() && memchr::memchr(b'\n', head).is_none() && is_text(head)
}

/// Replaces carriage returns, with which old Macintoshes ended lines, by line feeds.
struct LineFeeds<R>(R);

impl<R: Read> Read for LineFeeds<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.0.read(buffer)?;
        for byte in buffer[..count].iter_mut().filter(|byte| **byte == b'\r') {
            *byte = b'\n';
        }
        Ok(count)
    }
}

/// The byte order of UTF-16 without a byte order mark. Nearly all letters are ASCII, so that every
/// other byte is zero and none between them.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(SAMPLE)];
    if head.len() < SHORTEST {
        return None;
    }
    let noughts = |first: usize| head.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let most = head.len() / 2 * 9 / 10;
    match [noughts(0), noughts(1)] {
        [0, odd] if odd >= most => Some(UTF_16LE),
        [even, 0] if even >= most => Some(UTF_16BE),
        _ => None,
    }
}

impl<R: Read> Read for Replayed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.head.read(buffer)? {
            0 if !buffer.is_empty() => self.error.take().map_or_else(|| self.rest.read(buffer), Err),
            count => Ok(count),
        }
    }
}
