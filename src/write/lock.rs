//! A lock on a folder, so that only one run at a time writes to it.

use std::{
    fs::{self, File, TryLockError},
    path::Path,
};

use super::WriteError;

/// Keeps other runs out of a folder until the returned file is dropped or the process ends.
///
/// The folder is created if it does not exist. It is the folder itself that is locked, so that no
/// file is left in it. If a folder cannot be opened as a file, or the file system has no locks,
/// nobody is kept out and the result is `None`.
///
/// # Errors
/// [`WriteError::Busy`] if another run has locked it.
pub fn lock(folder: &Path) -> Result<Option<File>, WriteError> {
    fs::create_dir_all(folder)?;
    let Ok(file) = File::open(folder) else { return Ok(None) };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(WriteError::Busy),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_kept_out_until_the_first_has_ended() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new");
        let first = lock(&path).unwrap();
        assert!(first.is_some() && matches!(lock(&path), Err(WriteError::Busy)));
        drop(first);
        assert!(lock(&path).unwrap().is_some());
    }
}
