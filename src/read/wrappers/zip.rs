//! `.zip`: an archive. Its members are read in the order of its central directory, or in that of
//! the file if one cannot seek in it.

use std::{
    fs::File,
    io::{BufRead, BufReader},
};

use ::zip::{ZipArchive, read::read_zipfile_from_stream, result::ZipError};

use super::{Wrapper, member};
use crate::read::{
    Place, Reason,
    budget::Packed,
    reading::{End, Reading},
    stream::Stream,
};

/// A zip archive, which may be empty.
pub const WRAPPER: Wrapper = Wrapper { recognise, unpack };

fn recognise(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

fn unpack(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    match &stream.file {
        Some(path) => {
            let file = File::open(path).map_err(|error| stream.place.clone().fault(error))?;
            match listed(&stream.place, file, reading) {
                Ok(()) => Ok(()),
                Err(Unlisted::Broken) => without_list(stream, reading),
                Err(Unlisted::Ended(end)) => Err(end),
            }
        }
        None => in_order(stream, reading),
    }
}

/// Reads an archive that was cut off: its central directory was at the end, but members before that
/// are whole.
fn without_list(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let (place, before) = (stream.place.clone(), reading.faults);
    in_order(stream, reading)?;
    match reading.faults == before {
        true => Err(place.at(1).fault(Reason::Damaged("the list of its members is missing".to_owned())).into()),
        false => Ok(()),
    }
}

/// Why the members were not read by the central directory.
enum Unlisted {
    /// It is missing or damaged.
    Broken,
    Ended(End),
}

impl From<End> for Unlisted {
    fn from(end: End) -> Self {
        Self::Ended(end)
    }
}

fn listed(place: &Place, file: File, reading: &mut Reading) -> Result<(), Unlisted> {
    let file = Packed { bytes: file, budget: reading.budget.clone() };
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| Unlisted::Broken)?;
    for index in 0..archive.len() {
        let number = index as u64 + 1;
        match archive.by_index(index) {
            Ok(entry) if entry.is_file() => {
                let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
                match member(reading, place, &name, Box::new(entry)) {
                    // The central directory tells where the next member is.
                    Err(End::Fault(fault)) => reading.fault(fault.place, fault.reason)?,
                    read => read?,
                }
            }
            Ok(_) => {}
            Err(error) => reading.fault(place.at(number), reason(error))?,
        }
    }
    Ok(())
}

fn in_order(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let Stream { place, mut bytes, .. } = stream;
    let mut number = 0;
    let mut faults = reading.faults;
    loop {
        number += 1;
        // A file that ends inside a member has no more members.
        let cut = std::mem::replace(&mut faults, reading.faults) < reading.faults
            && bytes.fill_buf().is_ok_and(<[u8]>::is_empty);
        if cut {
            return Ok(());
        }
        match read_zipfile_from_stream(&mut bytes) {
            Ok(Some(entry)) if entry.is_file() => {
                let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
                member(reading, &place, &name, Box::new(entry))?;
            }
            Ok(Some(_)) => {}
            Ok(None) => return Ok(()),
            Err(ZipError::UnsupportedArchive(_)) => return Err(place.fault(Reason::NotSeekable("zip")).into()),
            Err(error) => return Err(place.at(number).fault(reason(error)).into()),
        }
    }
}

fn reason(error: ZipError) -> Reason {
    match error {
        ZipError::Io(error) => error.into(),
        // Members with a password or a rare compression.
        ZipError::UnsupportedArchive(how) => Reason::OtherPacking(how.to_owned()),
        ZipError::CompressionMethodNotSupported(_) => Reason::OtherPacking(error.to_string()),
        other => Reason::Damaged(other.to_string()),
    }
}
