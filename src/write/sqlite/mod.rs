//! SQLite: the records as tables with keys and indexes, told in `schema.sql` and
//! `indexes.sql`.
//!
//! [`rows`] turns records into rows on any thread; [`Database`] stores them on one. An article that
//! is loaded again replaces itself and all that was found in it, so loading twice changes nothing.

mod rows;
mod state;

use std::path::Path;

use rusqlite::{Connection, Result, params_from_iter};

pub use rows::{Row, Table, rows};

const SCHEMA: &str = include_str!("schema.sql");
const INDEXES: &str = include_str!("indexes.sql");

/// Rows in a transaction, about 2 MB of articles and their facts.
const TRANSACTION: usize = 20_000;

const CACHE_KILOBYTES: i64 = 32_000;

/// Pages written to the log before they go to the database: 40 MB, so that a page that many articles
/// touch is copied once for all of them.
const CHECKPOINT_PAGES: i64 = 10_000;

/// A database being written.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    /// Rows since the last commit.
    uncommitted: usize,
}

impl Database {
    /// Opens the database at `path`, or makes it with all its tables.
    pub fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "cache_size", -CACHE_KILOBYTES)?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self { connection, uncommitted: 0 })
    }

    /// Stores the rows of one article, or of findings across articles, in the open transaction.
    pub fn write(&mut self, rows: &[Row]) -> Result<()> {
        self.begin()?;
        for rows in rows.chunk_by(|one, other| one.table == other.table) {
            for statement in rows[0].table.statements() {
                let mut statement = self.connection.prepare_cached(statement)?;
                let parameters = statement.parameter_count();
                for row in rows {
                    statement.execute(params_from_iter(&row.values[..parameters]))?;
                }
            }
        }
        self.uncommitted += rows.len();
        Ok(())
    }

    /// Whether so many rows are in the open transaction that it should end.
    pub fn is_full(&self) -> bool {
        self.uncommitted >= TRANSACTION
    }

    /// Makes sure that everything written stays written.
    pub fn commit(&mut self) -> Result<()> {
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("COMMIT")?;
        }
        self.uncommitted = 0;
        Ok(())
    }

    /// The same at the end, and that it can be searched.
    pub fn finish(&mut self) -> Result<()> {
        self.commit()?;
        self.connection.execute_batch(INDEXES)
    }

    /// Opens a transaction, if none is open.
    fn begin(&mut self) -> Result<()> {
        if self.connection.is_autocommit() { self.connection.execute_batch("BEGIN") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
