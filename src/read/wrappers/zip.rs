//! `.zip`: its members in the order of its list; where it cannot be searched, in the order they lie there.

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

/// An archive that zip made, an empty one too.
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

/// The list stands at the end, so that an archive that is cut off has none; what lies before is whole.
fn without_list(stream: Stream, reading: &mut Reading) -> Result<(), End> {
    let (place, before) = (stream.place.clone(), reading.faults);
    in_order(stream, reading)?;
    match reading.faults == before {
        true => Err(place.at(1).fault(Reason::Damaged("the list of its members is missing".to_owned())).into()),
        false => Ok(()),
    }
}

/// Why the members were not read by the list.
enum Unlisted {
    /// There is no list that can be read.
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
                    // The list tells where the next one lies.
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
        // What ends in a member ends the archive with it.
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
        // Members with a password, and of rare compressions.
        ZipError::UnsupportedArchive(how) => Reason::OtherPacking(how.to_owned()),
        ZipError::CompressionMethodNotSupported(_) => Reason::OtherPacking(error.to_string()),
        other => Reason::Damaged(other.to_string()),
    }
}
