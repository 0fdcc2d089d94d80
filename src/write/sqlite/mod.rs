//! SQLite: the records as tables with keys and indexes, told in `schema.sql`,
//! `fact_indexes.sql` and `finding_indexes.sql`.
//!
//! `rows` turns records into rows on any thread; [`Database`] stores them on one, behind those that are there, and
//! makes the indexes at the end. An article that is loaded again replaces itself and all that was found in it, so
//! loading twice changes nothing.

mod owner;
mod rows;
mod state;

use std::path::Path;

use rusqlite::{Connection, Result, params_from_iter};

pub use owner::{Owner, owner};
pub use rows::{Row, Rows, Table, rows};

/// What makes the tables.
pub const TABLES: &str = include_str!("schema.sql");
const FACT_INDEXES: &str = include_str!("fact_indexes.sql");
const FINDING_INDEXES: &str = include_str!("finding_indexes.sql");

/// What goes when an article is loaded again, by its id, text and title. What was found across articles goes only
/// when it rests on words that have changed.
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

/// Rows in a transaction, about 5 MB of articles and their facts.
const TRANSACTION: usize = 60_000;

/// More than a transaction writes, which would be synced page by page otherwise.
const CACHE_KILOBYTES: i64 = 48_000;

/// Enough while indexes are made, which takes as much again to sort their entries: those are gone through in order, and
/// new pages follow each other.
const INDEXING_KILOBYTES: i64 = 12_000;

/// Bytes of a page, of which an article and its facts fill one or two: larger ones are written with fewer calls.
const PAGE: i64 = 16_384;

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
        connection.pragma_update(None, "page_size", PAGE)?;
        // Rows at the end are on new pages, which a rollback journal need not save: each is written once, where a
        // log that is written ahead would write all of them twice.
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

    /// Makes the indexes of what every article states; more articles may come.
    pub fn index_facts(&mut self) -> Result<()> {
        self.commit()?;
        self.connection.pragma_update(None, "cache_size", -INDEXING_KILOBYTES)?;
        self.connection.execute_batch("PRAGMA shrink_memory")?;
        self.in_one(FACT_INDEXES)
    }

    /// Makes sure that everything stays written and can be searched.
    pub fn finish(&mut self) -> Result<()> {
        self.index_facts()?;
        self.in_one(FINDING_INDEXES)
    }

    /// Makes tables or indexes in one transaction.
    fn in_one(&mut self, statements: &str) -> Result<()> {
        self.begin()?;
        self.connection.execute_batch(statements)?;
        self.commit()
    }

    /// Forgets an article that was loaded before, and all that was found in it.
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

    /// Forgets articles by their ids and all that was found in them, in the open transaction. What was found across
    /// articles must be forgotten, too.
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
