//! SQLite: the records as tables with keys and indexes, which are defined in `schema.sql`,
//! `fact_indexes.sql` and `finding_indexes.sql`.
//!
//! `rows` turns records into rows on any thread; [`Database`] appends them on a single one, and
//! makes the indexes at the end. An article that is loaded again replaces itself and all that was
//! found in it, so loading twice changes nothing.

mod owner;
mod rows;
mod state;

use std::path::Path;

use rusqlite::{Connection, Result, params_from_iter};

pub use owner::{Owner, owner};
pub use rows::{Row, Rows, Table, rows};

/// The statements that create the tables.
pub const TABLES: &str = include_str!("schema.sql");
const FACT_INDEXES: &str = include_str!("fact_indexes.sql");
const FINDING_INDEXES: &str = include_str!("finding_indexes.sql");

/// Statements that delete an article before it is loaded again. Their parameters are its id, text
/// and title. Findings across articles are deleted only if its words have changed.
const FORGET: [&str; 10] = [
    "DELETE FROM findings
     WHERE article IS NULL AND id IN (SELECT finding FROM evidence WHERE evidence.article = ?1)
         AND EXISTS (SELECT 1 FROM articles WHERE id = ?1 AND (text <> ?2 OR title IS NOT ?3))",
    "DELETE FROM findings WHERE article = ?1",
    "DELETE FROM evidence
     WHERE finding IN (SELECT finding FROM evidence WHERE article = ?1) AND finding NOT IN (SELECT id FROM findings)",
    "DELETE FROM linked_people WHERE article = ?1",
    "DELETE FROM offices WHERE article = ?1",
    "DELETE FROM mentions WHERE article = ?1",
    "DELETE FROM people WHERE article = ?1",
    "DELETE FROM quotes WHERE article = ?1",
    "DELETE FROM figures WHERE article = ?1",
    "DELETE FROM articles WHERE id = ?1",
];

/// Number of rows in a transaction, about 5 MB of articles and their facts.
const TRANSACTION: usize = 60_000;

/// A cache larger than what a transaction writes, which would otherwise be synced page by page.
const CACHE_KILOBYTES: i64 = 48_000;

/// A cache that is enough for making indexes, since tables are read in order and new pages are
/// appended. Sorting takes as much memory again.
const INDEXING_KILOBYTES: i64 = 12_000;

/// Bytes of a page. An article and its facts fill one or two, and larger pages take fewer calls to
/// write.
const PAGE: i64 = 16_384;

/// A database that is being written.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    /// Number of rows since the last commit.
    uncommitted: usize,
}

impl Database {
    /// Opens the database at `path`, or creates it with all its tables.
    pub fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "page_size", PAGE)?;
        // Appended rows are on new pages, which a rollback journal need not save, so each page is
        // written once. A write-ahead log would write all of them twice.
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "cache_size", -CACHE_KILOBYTES)?;
        let mut database = Self { connection, uncommitted: 0 };
        database.in_one(TABLES)?;
        Ok(database)
    }

    /// Stores the rows of one article, or of findings across articles, in the open transaction.
    pub fn write(&mut self, rows: &Rows) -> Result<()> {
        self.begin()?;
        let mut left = rows.iter().peekable();
        while let Some(&Row { table, .. }) = left.peek() {
            let mut statement = self.connection.prepare_cached(table.insert())?;
            let mut before = None;
            while let Some(row) = left.next_if(|row| row.table == table) {
                if table == Table::Articles {
                    self.forget(row)?;
                }
                for (column, value) in row.changed(before) {
                    statement.raw_bind_parameter(column, value)?;
                }
                statement.raw_execute()?;
                before = Some(row);
            }
        }
        self.uncommitted += rows.count();
        Ok(())
    }

    /// Whether the open transaction has enough rows to be committed.
    pub fn is_full(&self) -> bool {
        self.uncommitted >= TRANSACTION
    }

    /// Commits the open transaction, if there is one.
    pub fn commit(&mut self) -> Result<()> {
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("COMMIT")?;
        }
        self.uncommitted = 0;
        Ok(())
    }

    /// Makes the indexes for the facts of articles; more articles may follow.
    pub fn index_facts(&mut self) -> Result<()> {
        self.commit()?;
        self.connection.pragma_update(None, "cache_size", -INDEXING_KILOBYTES)?;
        self.connection.execute_batch("PRAGMA shrink_memory")?;
        self.in_one(FACT_INDEXES)
    }

    /// Commits everything and makes all indexes.
    pub fn finish(&mut self) -> Result<()> {
        self.index_facts()?;
        self.in_one(FINDING_INDEXES)
    }

    /// Executes statements in one transaction.
    fn in_one(&mut self, statements: &str) -> Result<()> {
        self.begin()?;
        self.connection.execute_batch(statements)?;
        self.commit()
    }

    /// Deletes an article that was loaded before, and all that was found in it.
    fn forget(&self, article: Row) -> Result<()> {
        let mut known = self.connection.prepare_cached("SELECT 1 FROM articles WHERE id = ?")?;
        let known = known.exists(params_from_iter(article.values(1)))?;
        if !known {
            return Ok(());
        }
        self.connection.execute_batch(FACT_INDEXES)?;
        self.connection.execute_batch(FINDING_INDEXES)?;
        for statement in FORGET {
            let mut statement = self.connection.prepare_cached(statement)?;
            let count = statement.parameter_count();
            statement.execute(params_from_iter(article.values(count)))?;
        }
        Ok(())
    }

    /// Deletes articles by their ids and all that was found in them, in the open transaction. The
    /// caller must also delete what was found across articles.
    pub fn forget_articles(&mut self, ids: &[String]) -> Result<()> {
        self.begin()?;
        if !ids.is_empty() {
            self.connection.execute_batch(FACT_INDEXES)?;
            self.connection.execute_batch(FINDING_INDEXES)?;
        }
        for id in ids {
            for statement in &FORGET[1..] {
                self.connection.prepare_cached(statement)?.execute([id])?;
            }
        }
        Ok(())
    }

    /// Opens a transaction, if none is open.
    fn begin(&mut self) -> Result<()> {
        if self.connection.is_autocommit() { self.connection.execute_batch("BEGIN") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
