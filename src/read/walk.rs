//! Paths become files: folders are walked in order of their names.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{Fault, Place};

/// The files of some paths, in order.
#[derive(Debug)]
pub struct Walk {
    /// Paths not yet looked at, the next one last.
    pending: Vec<Found>,
    /// A folder that is not walked, in its canonical form.
    left_out: Option<PathBuf>,
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    /// Whether it lies in a folder the user named, rather than being named itself.
    pub in_folder: bool,
}

/// Walks the paths; `-` is handed on as it is.
pub fn walk(paths: impl IntoIterator<Item = PathBuf>) -> Walk {
    let mut pending: Vec<Found> = paths.into_iter().map(|path| Found { path, in_folder: false }).collect();
    pending.reverse();
    Walk { pending, left_out: None }
}

impl Walk {
    /// Passes over one folder wherever it is met.
    pub fn leave_out(&mut self, folder: &Path) {
        self.left_out = fs::canonicalize(folder).ok();
    }

    /// Files and folders in a folder, the last name first; hidden ones, links to folders (which may
    /// lead back up), and what is neither file nor folder are left out.
    fn entries(&self, folder: &Path) -> io::Result<Vec<Found>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            let wanted = if path.is_dir() { self.enters(&path) } else { path.is_file() };
            if wanted && !hidden {
                found.push(Found { path, in_folder: true });
            }
        }
        found.sort_by(|one, other| other.path.cmp(&one.path));
        Ok(found)
    }

    fn enters(&self, folder: &Path) -> bool {
        let left_out = self.left_out.is_some() && fs::canonicalize(folder).ok() == self.left_out;
        !folder.is_symlink() && !left_out
    }
}

impl Iterator for Walk {
    type Item = Result<Found, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let found = self.pending.pop()?;
            if !found.path.is_dir() {
                return Some(Ok(found));
            }
            match self.entries(&found.path) {
                Ok(entries) => self.pending.extend(entries),
                Err(error) => return Some(Err(Place::of(&found.path).fault(error.into()))),
            }
        }
    }
}
