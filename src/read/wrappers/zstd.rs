//! `.zst`: compressed with Zstandard, in one frame or many.

use ::zstd::stream::read::Decoder;

use super::{Wrapper, fused, unpacked};
use crate::read::{
    reading::{End, Reading},
    stream::Stream,
};

/// Compressed with Zstandard.
pub const WRAPPER: Wrapper = Wrapper { recognise, unpack };

/// Whether a stream starts with a frame, or with a skippable one, as `pzstd` writes before each
/// (RFC 8878).
fn recognise(head: &[u8]) -> bool {
    let passed_over = head.len() > 3 && head[0] & 0xF0 == 0x50 && head[1..4] == *b"\x2a\x4d\x18";
    head.starts_with(b"\x28\xb5\x2f\xfd") || passed_over
}

/// Binary logarithm of the largest window that a frame may ask for, which is what `zstd -d` allows
/// by default.
const LARGEST_WINDOW: u32 = 27;

fn unpack(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, name, named, bytes, .. } = stream;
    let decoder = Decoder::with_buffer(bytes).and_then(|mut decoder| {
        decoder.window_log_max(LARGEST_WINDOW)?;
        Ok(decoder)
    });
    let decoder = decoder.map_err(|error| place.at(1).fault(error))?;
    unpacked(reading, &place, &name, named, Box::new(fused(decoder)))
}
