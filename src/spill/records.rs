//! Things in a file, one after another, read wherever they stand.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    sync::Mutex,
};

use super::held;

/// Where in a file something stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// In bytes from the start of the file.
    pub start: u64,
    /// In bytes.
    pub len: u32,
}

/// A file that is read in any order.
#[derive(Debug)]
pub struct Records(Mutex<File>);

impl Records {
    /// Of a file that nobody else moves in.
    pub fn new(file: File) -> Self {
        Self(Mutex::new(file))
    }

    /// The bytes at a place.
    pub fn read(&self, at: Extent) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; at.len as usize];
        let mut file = held(&self.0);
        file.seek(SeekFrom::Start(at.start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
