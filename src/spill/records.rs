//! Random access to records stored one after another in a file.

use std::{fs::File, io};

/// The place of a record in a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// In bytes from the start of the file.
    pub start: u64,
    /// In bytes.
    pub len: u32,
}

/// A file that is read in any order.
#[derive(Debug)]
pub struct Records(File);

impl Records {
    /// Wraps a file.
    pub fn new(file: File) -> Self {
        Self(file)
    }

    /// The bytes at a place.
    pub fn read(&self, at: Extent) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; at.len as usize];
        read_at(&self.0, &mut bytes, at.start)?;
        Ok(bytes)
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], start: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, start)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut start: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, start)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = &mut bytes[read..];
        start += read as u64;
    }
    Ok(())
}
