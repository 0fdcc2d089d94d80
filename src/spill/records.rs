//! Things in a file, one after another, read wherever they stand.

use std::{
    cell::RefCell,
    fs::File,
    io::{self, Read, Seek, SeekFrom},
};

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
pub struct Records(RefCell<File>);

impl Records {
    /// Of a file that nobody else moves in.
    pub fn new(file: File) -> Self {
        Self(RefCell::new(file))
    }

    /// The bytes at a place.
    pub fn read(&self, at: Extent) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; at.len as usize];
        let mut file = self.0.borrow_mut();
        file.seek(SeekFrom::Start(at.start))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
