//! `.tar`: an archive, whose members are read in their order.

use std::io::Read;

use ::tar::Archive;

use super::{Wrapper, member};
use crate::read::{
    reading::{End, Reading},
    stream::Stream,
};

/// A tar archive.
pub const WRAPPER: Wrapper = Wrapper { recognise: |head| head.get(257..262) == Some(b"ustar"), unpack };

fn unpack(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, bytes, .. } = stream;
    let mut archive = Archive::new(bytes);
    let entries = archive.entries().map_err(|error| place.at(1).fault(error))?;
    for (entry, number) in entries.zip(1..) {
        let entry = entry.map_err(|error| place.at(number).fault(error))?;
        if entry.header().entry_type().is_file() {
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            member(reading, &place, &name, Box::new(entry) as Box<dyn Read + '_>)?;
        }
    }
    Ok(())
}
