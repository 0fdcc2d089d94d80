//! `.gz`: one compressed member after the other, as `gzip`, `pigz` and WARC writers make them.
//!
//! Behind a damaged member reading goes on at the next one, so that one bad record of a WARC file
//! hides no other.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

use super::{Wrapper, unpacked};
use crate::read::{
    reading::{End, Reading},
    stream::Stream,
};

/// Compressed with gzip.
pub const WRAPPER: Wrapper = Wrapper { recognise: |head| head.starts_with(MAGIC), unpack };

/// What every member starts with; the third byte says that it is deflated.
const MAGIC: &[u8] = b"\x1f\x8b\x08";

fn unpack(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, name, named, bytes, .. } = stream;
    unpacked(reading, &place, &name, named, Box::new(Members { state: State::Between(bytes) }))
}

/// What all members hold, one behind the other.
struct Members<R> {
    state: State<R>,
}

enum State<R> {
    Inside(Box<GzDecoder<BufReader<R>>>),
    Between(BufReader<R>),
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

/// Goes to the start of the next member; whether there is one. Zeros behind the last are usual padding.
fn skip_to_member(packed: &mut impl BufRead) -> io::Result<bool> {
    let mut matched = 0;
    loop {
        let available = packed.fill_buf()?;
        if available.is_empty() {
            return Ok(false);
        }
        if available.starts_with(MAGIC) {
            return Ok(true);
        }
        // A start that is cut by the end of the buffer is not looked for: members are rarely behind damage.
        matched += memchr::memmem::find(&available[1..], MAGIC).map_or(available.len(), |at| at + 1);
        let skipped = std::mem::take(&mut matched);
        packed.consume(skipped);
    }
}
