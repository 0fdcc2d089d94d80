//! Lists and indexed collections that may exceed memory: the rest is kept on disk.
//!
//! A [`Sorter`] takes items in any order and gives them back in order, each once; a [`Shelf`] gives things
//! by number. Both are the same for a handful in memory and for millions in files. Nothing here returns an
//! error: a [`Scratch`] remembers the first one, what cannot be read is left out from then on, and whoever
//! made the scratch asks it at the end. Several threads may use one scratch, each with things of its own.

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

/// Bytes of items that a sorter holds in memory before it writes them to a file.
const HELD: usize = 4 << 20;

/// Where data that does not fit into memory is kept, and the first error that occurred there.
#[derive(Debug, Clone)]
pub struct Scratch(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// `None` where everything stays in memory.
    folder: Option<PathBuf>,
    /// Most bytes of items in memory.
    held: usize,
    failure: Mutex<Option<io::Error>>,
}

impl Scratch {
    /// Keeps everything in memory.
    pub fn in_memory() -> Self {
        Self(Arc::new(Inner { folder: None, held: usize::MAX, failure: Mutex::default() }))
    }

    /// Puts what does not fit into memory into files in a folder, which vanish by themselves.
    pub fn in_folder(folder: &Path) -> Self {
        Self::holding(folder, HELD)
    }

    /// As [`Scratch::in_folder`], in the folder that the system has for such files.
    pub fn temporary() -> Self {
        Self::in_folder(&env::temp_dir())
    }

    /// As [`Scratch::in_folder`], with another number of bytes that each sorter holds in memory.
    pub fn holding(folder: &Path, held: usize) -> Self {
        Self(Arc::new(Inner { folder: Some(folder.to_owned()), held, failure: Mutex::default() }))
    }

    /// The first error since the last time it was asked.
    pub fn failure(&self) -> Option<io::Error> {
        held(&self.0.failure).take()
    }

    /// As [`Scratch::failure`], as the end of a function that may fail.
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

    /// The value, or `None` and the error remembered.
    fn noted<T>(&self, result: io::Result<T>) -> Option<T> {
        result.map_err(|error| held(&self.0.failure).get_or_insert(error).kind()).ok()
    }
}

/// What a lock holds; it is whole even where somebody gave up while holding it.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Plain data as bytes, for `unpacked` of the same program.
pub fn packed(value: &impl Serialize) -> Vec<u8> {
    packed_behind(value, Vec::new())
}

/// As [`packed`], behind the bytes that are there.
pub fn packed_behind(value: &impl Serialize, bytes: Vec<u8>) -> Vec<u8> {
    postcard::to_extend(value, bytes).expect("plain data always has a packed form")
}

/// Decodes a value that [`packed`] has encoded, or the first of its fields.
fn unpacked<T: DeserializeOwned>(bytes: &[u8]) -> io::Result<T> {
    postcard::from_bytes(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}
