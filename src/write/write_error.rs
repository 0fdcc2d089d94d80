//! Why a run could not write to its folder, and what to do.

use std::io;

/// Why an output could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// An error of the file system.
    #[error(transparent)]
    File(#[from] io::Error),
    /// Another error of the database.
    #[cfg(feature = "sqlite")]
    #[error(transparent)]
    Database(rusqlite::Error),
    /// Another program has the database open.
    #[cfg(feature = "sqlite")]
    #[error("another program keeps its facts.sqlite open; close that, then run again")]
    InUse,
    /// The database is read-only.
    #[cfg(feature = "sqlite")]
    #[error("its facts.sqlite may not be written; check its permissions, or name another folder")]
    ReadOnly,
    /// The earlier run had other settings: the difference.
    #[error(
        "the folder was written by another version or with other options ({0}); use the same ones, or start over with --restart"
    )]
    OtherSettings(String),
    /// The files do not belong together, or are shorter than the earlier run left them.
    #[error("the files in it do not belong to one run, or one is missing; start over with --restart")]
    Torn,
    /// Another run is writing to the folder.
    #[error("another run is writing there; wait until it has ended, or name another folder")]
    Busy,
    /// A file has the name of a run's output but was not written by one: its name.
    #[error("{0} there was not written by newsfacts; name another folder, or move that file away")]
    Foreign(&'static str),
}

#[cfg(feature = "sqlite")]
impl From<rusqlite::Error> for WriteError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, ReadOnly};
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::InUse,
            Some(ReadOnly) => Self::ReadOnly,
            _ => Self::Database(error),
        }
    }
}
