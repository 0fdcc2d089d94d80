//! Turns paths into files: folders are walked in the order of names.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{Fault, Place, Reason};
use crate::types::output::{FACTS, KEPT};

/// The files of some paths, in order.
#[derive(Debug)]
pub struct Walk {
    /// Paths to visit, the next one last.
    pending: Vec<Found>,
    /// A folder that is not walked, in its canonical form.
    left_out: Option<PathBuf>,
}

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    /// Whether it is in a folder that the user named, rather than being named itself.
    pub in_folder: bool,
}

impl Walk {
    /// Walks the paths, except for one folder wherever it is found; `-` is passed on as it is.
    pub fn new(paths: &[PathBuf], left_out: Option<&Path>) -> Self {
        let pending = paths.iter().rev().map(|path| Found { path: path.clone(), in_folder: false }).collect();
        Self { pending, left_out: left_out.and_then(|folder| fs::canonicalize(folder).ok()) }
    }

    /// What is in a folder, the last name first. Hidden files and folders are left out, and so are
    /// links to folders, which may lead back up. Of the output of a run only the facts are read.
    fn entries(&self, folder: &Path) -> io::Result<Vec<Found>> {
        if is_output(folder) {
            let path = folder.join(FACTS);
            return Ok(path.is_file().then_some(Found { path, in_folder: true }).into_iter().collect());
        }
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = entry.path();
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            let wanted = !path.is_dir() || self.enters(&path);
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

/// Whether a folder is the output of a run, which has the articles a second time, and files that
/// are not articles.
fn is_output(folder: &Path) -> bool {
    folder.join(KEPT).is_file()
}

impl Iterator for Walk {
    type Item = Result<Found, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let found = self.pending.pop()?;
            // A pipe that the user names is read; one in a folder may never have any data.
            if found.in_folder && found.path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
            {
                return Some(Err(Place::of(&found.path).fault(Reason::NotAFile)));
            }
            if !found.path.is_dir() {
                return Some(Ok(found));
            }
            if found.in_folder && is_output(&found.path) {
                return Some(Err(Place::of(&found.path).fault(Reason::Output)));
            }
            match self.entries(&found.path) {
                Ok(entries) => self.pending.extend(entries),
                Err(error) => return Some(Err(Place::of(&found.path).fault(error))),
            }
        }
    }
}
