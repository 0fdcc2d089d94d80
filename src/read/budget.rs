//! How much a file may unpack to, as a protection against decompression bombs.

use std::{
    cell::Cell,
    io::{self, Read, Seek, SeekFrom},
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

/// How many times its own size a file may unpack to. Text usually unpacks to ten to thirty times.
pub const RATIO: u64 = 400;
/// Bytes that any file may unpack to, however small it is.
const ALWAYS: u64 = 1 << 28;

/// Counts the bytes read from one file and the bytes unpacked from it, over all layers and members.
#[derive(Debug)]
pub struct Budget {
    read: Cell<u64>,
    unpacked: Cell<u64>,
    /// Size of the file; `u64::MAX` if it is not known.
    size: u64,
    /// Whether the end of the file was reached.
    ended: Cell<bool>,
    /// Bytes read from all files, for the progress bar.
    progress: Arc<AtomicU64>,
}

/// The error of a file that unpacks to too much.
#[derive(Debug, thiserror::Error)]
#[error("unpacks to too much")]
pub struct Exceeded;

/// A reader of the file itself.
pub struct Packed<R> {
    pub bytes: R,
    pub budget: Rc<Budget>,
}

/// A reader of unpacked bytes that fails once they are too many.
pub struct Unpacked<R> {
    pub bytes: R,
    pub budget: Rc<Budget>,
}

impl Budget {
    /// The budget of a file of `size` bytes, zero if the size is not known.
    pub fn new(size: u64, progress: Arc<AtomicU64>) -> Self {
        let size = if size == 0 { u64::MAX } else { size };
        Self { read: Cell::default(), unpacked: Cell::default(), size, ended: Cell::default(), progress }
    }

    /// Whether the file may unpack to as many bytes as its own metadata claim.
    #[cfg(feature = "parquet")]
    pub fn allows(&self, unpacked: u64) -> bool {
        unpacked <= ALWAYS || unpacked / RATIO <= self.size
    }

    /// Whether the file ended before the size that it had when it was opened.
    pub fn shrunk(&self) -> bool {
        self.size != u64::MAX && self.ended.get() && self.read.get() < self.size
    }
}

impl<R: Read> Read for Packed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.budget.ended.set(self.budget.ended.get() || (count == 0 && !buffer.is_empty()));
        self.budget.read.set(self.budget.read.get() + count as u64);
        self.budget.progress.fetch_add(count as u64, Relaxed);
        Ok(count)
    }
}

impl<R: Seek> Seek for Packed<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        let unpacked = self.budget.unpacked.get() + count as u64;
        self.budget.unpacked.set(unpacked);
        let packed = self.budget.read.get().min(self.budget.size);
        if unpacked > ALWAYS && unpacked / RATIO > packed {
            return Err(io::Error::other(Exceeded));
        }
        Ok(count)
    }
}
