//! Lists and indexed collections that may exceed memory: the rest is kept on disk.
//!
//! A [`Sorter`] takes items in any order and gives them back sorted, each once; a [`Shelf`] gives items by number. Both
//! work the same for a handful of items in memory and for millions in files. Nothing here returns an error: a
//! [`Scratch`] remembers the first one, unreadable items are left out from then on, and the owner of the scratch asks
//! for the error at the end. Several threads may use one scratch, each with its own collections.

mod filling;
mod records;
mod shelf;
mod sorter;

use std::{
    env,
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::{Serialize, de::DeserializeOwned};

pub use filling::Filling;
pub use records::{Extent, Records};
pub use shelf::Shelf;
pub use sorter::{Item, Sorted, Sorter};

/// Bytes of items that a sorter keeps in memory before it writes them to a file.
const HELD: usize = 4 << 20;

/// The place for data that does not fit into memory, and the first error that occurred there.
#[derive(Debug, Clone)]
pub struct Scratch(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// `None` if everything stays in memory.
    folder: Option<PathBuf>,
    /// The most bytes of items in memory.
    held: usize,
    failure: Mutex<Option<io::Error>>,
}

impl Scratch {
    /// Keeps everything in memory.
    pub fn in_memory() -> Self {
        Self(Arc::new(Inner { folder: None, held: usize::MAX, failure: Mutex::default() }))
    }

    /// Puts what does not fit into memory into temporary files in a folder, which are deleted automatically.
    pub fn in_folder(folder: &Path) -> Self {
        Self::holding(folder, HELD)
    }

    /// Like [`Scratch::in_folder`], in the system's temporary folder.
    pub fn temporary() -> Self {
        Self::in_folder(&env::temp_dir())
    }

    /// Like [`Scratch::in_folder`], with a different number of bytes that each sorter keeps in memory.
    pub fn holding(folder: &Path, held: usize) -> Self {
        Self(Arc::new(Inner { folder: Some(folder.to_owned()), held, failure: Mutex::default() }))
    }

    /// Takes the first error since the last call.
    pub fn failure(&self) -> Option<io::Error> {
        held(&self.0.failure).take()
    }

    /// Like [`Scratch::failure`], as the result of a function that may fail.
    pub fn result(&self) -> io::Result<()> {
        self.failure().map_or(Ok(()), Err)
    }

    /// Whether an error occurred since the last call of [`Scratch::failure`].
    pub fn has_failed(&self) -> bool {
        held(&self.0.failure).is_some()
    }

    /// A file without a name.
    fn file(&self) -> io::Result<File> {
        match &self.0.folder {
            Some(folder) => tempfile::tempfile_in(folder),
            None => tempfile::tempfile(),
        }
    }

    /// The value, or `None` after recording the error.
    fn noted<T>(&self, result: io::Result<T>) -> Option<T> {
        result.map_err(|error| held(&self.0.failure).get_or_insert(error).kind()).ok()
    }
}

/// The contents of a lock, which are intact even if a thread panicked while holding it.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Encodes plain data as bytes, for `unpacked` in the same program.
pub fn packed(value: &impl Serialize) -> Vec<u8> {
    packed_behind(value, Vec::new())
}

/// Like [`packed`], appended to existing bytes.
pub fn packed_behind(value: &impl Serialize, bytes: Vec<u8>) -> Vec<u8> {
    postcard::to_extend(value, bytes).expect("plain data always has a packed form")
}

/// Decodes a value encoded by [`packed`], or the first of its fields.
fn unpacked<T: DeserializeOwned>(bytes: &[u8]) -> io::Result<T> {
    postcard::from_bytes(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}
