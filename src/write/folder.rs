//! The folder a run writes to: one file for each format.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use super::{ndjson, record::Record};

#[cfg(feature = "sqlite")]
use super::sqlite;

const UNFINISHED: &str = "facts.ndjson.unfinished";

/// The files being written.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    lines: BufWriter<File>,
    #[cfg(feature = "sqlite")]
    database: sqlite::Database,
}

/// Some records as each format stores them.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    lines: Vec<u8>,
    #[cfg(feature = "sqlite")]
    rows: Vec<sqlite::Row>,
}

/// Why an output could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error(transparent)]
    File(#[from] io::Error),
    #[cfg(feature = "sqlite")]
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
}

impl Prepared {
    /// Prepares records; any thread may do it.
    pub fn new(records: &[Record]) -> Self {
        Self {
            lines: ndjson::lines(records),
            #[cfg(feature = "sqlite")]
            rows: sqlite::rows(records),
        }
    }
}

impl Folder {
    /// Makes the folder where it does not exist, opens `facts.sqlite`, and starts `facts.ndjson` anew
    /// under another name, since an earlier one may be what is being read.
    pub fn create(path: &Path) -> Result<Self, WriteError> {
        fs::create_dir_all(path)?;
        Ok(Self {
            path: path.to_owned(),
            lines: BufWriter::new(File::create(path.join(UNFINISHED))?),
            #[cfg(feature = "sqlite")]
            database: sqlite::Database::open(&path.join("facts.sqlite"))?,
        })
    }

    /// Writes some records to every file.
    pub fn write(&mut self, prepared: &Prepared) -> Result<(), WriteError> {
        self.lines.write_all(&prepared.lines)?;
        #[cfg(feature = "sqlite")]
        self.database.write(&prepared.rows)?;
        Ok(())
    }

    /// Makes sure that everything is written, and gives `facts.ndjson` its name.
    pub fn finish(mut self) -> Result<(), WriteError> {
        self.lines.flush()?;
        fs::rename(self.path.join(UNFINISHED), self.path.join("facts.ndjson"))?;
        #[cfg(feature = "sqlite")]
        self.database.finish()?;
        Ok(())
    }
}
