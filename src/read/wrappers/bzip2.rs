//! `.bz2`: compressed with bzip2, in one stream or many.

use ::bzip2::bufread::MultiBzDecoder;

use super::{Wrapper, fused, unpacked};
use crate::read::{
    reading::{End, Reading},
    stream::Stream,
};

/// Compressed with bzip2.
pub const WRAPPER: Wrapper = Wrapper { recognise, unpack };

fn recognise(head: &[u8]) -> bool {
    head.starts_with(b"BZh") && head.get(4..10) == Some(b"\x31\x41\x59\x26\x53\x59")
}

fn unpack(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, name, named, bytes, .. } = stream;
    unpacked(reading, &place, &name, named, Box::new(fused(MultiBzDecoder::new(bytes))))
}
