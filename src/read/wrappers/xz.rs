//! `.xz`: compressed with LZMA2, in one stream or many.

use lzma_rust2::XzReader;

use super::{Wrapper, fused, unpacked};
use crate::read::{
    Reason,
    reading::{End, Reading},
    stream::Stream,
};

/// Compressed with xz.
pub const WRAPPER: Wrapper = Wrapper { recognise: |head| head.starts_with(b"\xfd7zXZ\0"), unpack };

/// Code of the largest dictionary that is allowed, 128 MB; `xz -9` uses half of it.
const LARGEST_DICTIONARY: u8 = 30;

fn unpack(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, name, named, head, bytes, .. } = stream;
    if dictionary(&head).is_some_and(|code| code > LARGEST_DICTIONARY) {
        return Err(place.at(1).fault(Reason::Bomb).into());
    }
    unpacked(reading, &place, &name, named, Box::new(fused(XzReader::new(bytes, true))))
}

/// The code of the dictionary's size in the header of the first block: filter 0x21 with one byte.
fn dictionary(head: &[u8]) -> Option<u8> {
    let size = (usize::from(*head.get(12)?) + 1) * 4;
    let filters = head.get(14..12 + size)?;
    filters.windows(3).find(|bytes| bytes[..2] == [0x21, 1]).map(|bytes| bytes[2])
}
