//! The folder a run writes to: one file for each format.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
};

use super::{ndjson, record::Record};

#[cfg(feature = "sqlite")]
use super::sqlite;

/// The files being written.
#[derive(Debug)]
pub struct Folder {
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
    /// Makes the folder where it does not exist, starts `facts.ndjson` anew and opens `facts.sqlite`.
    pub fn create(path: &Path) -> Result<Self, WriteError> {
        fs::create_dir_all(path)?;
        Ok(Self {
            lines: BufWriter::new(File::create(path.join("facts.ndjson"))?),
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

    /// Makes sure that everything is written.
    pub fn finish(mut self) -> Result<(), WriteError> {
        self.lines.flush()?;
        #[cfg(feature = "sqlite")]
        self.database.commit()?;
        Ok(())
    }
}
