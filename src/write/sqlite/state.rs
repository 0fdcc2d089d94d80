//! The state of a run, stored in the database so that both are always of the same moment.

use rusqlite::{Connection, OptionalExtension, Result, params};

use super::Database;
use crate::write::state::{Skipped, SourceState, State};

/// SQLite's integers are signed.
fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn unsigned(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

fn list<T>(connection: &Connection, query: &str, row: impl FnMut(&rusqlite::Row) -> Result<T>) -> Result<Vec<T>> {
    connection.prepare(query)?.query_map([], row)?.collect()
}

impl Database {
    /// The state of the run that wrote the database; `None` in a new one.
    pub fn state(&self) -> Result<Option<State>> {
        let state = |row: &rusqlite::Row| {
            Ok(State {
                settings: row.get(0)?,
                base: row.get(1)?,
                length: unsigned(row.get(2)?),
                kept: unsigned(row.get(3)?),
                finished: row.get(4)?,
            })
        };
        self.connection.query_row("SELECT settings, base, length, kept, finished FROM run", [], state).optional()
    }

    /// Whether the database has articles.
    pub fn holds_articles(&self) -> Result<bool> {
        self.connection.query_row("SELECT EXISTS (SELECT 1 FROM articles)", [], |row| row.get(0))
    }

    /// All files that were read, in order of path.
    pub fn sources(&self) -> Result<Vec<SourceState>> {
        list(&self.connection, "SELECT path, size, modified, items, finished FROM sources ORDER BY path", |row| {
            Ok(SourceState {
                path: row.get(0)?,
                size: unsigned(row.get(1)?),
                modified: row.get(2)?,
                items: unsigned(row.get(3)?),
                finished: row.get(4)?,
            })
        })
    }

    /// Everything that was not read, in the order in which it was found.
    pub(in crate::write) fn skipped(&self) -> Result<Vec<Skipped>> {
        list(&self.connection, "SELECT source, path, number, reason, message FROM skipped ORDER BY rowid", |row| {
            Ok(Skipped {
                source: row.get(0)?,
                path: row.get(1)?,
                number: row.get::<_, Option<i64>>(2)?.map(unsigned),
                reason: row.get(3)?,
                message: row.get(4)?,
            })
        })
    }

    /// Number of inputs that were not read, by reason.
    pub fn skipped_by_reason(&self) -> Result<Vec<(String, u64)>> {
        list(&self.connection, "SELECT reason, count(*) FROM skipped GROUP BY reason ORDER BY reason", |row| {
            Ok((row.get(0)?, unsigned(row.get(1)?)))
        })
    }

    /// Stores the state, in the open transaction.
    pub fn save(&mut self, state: &State) -> Result<()> {
        self.begin()?;
        self.connection.execute("DELETE FROM run", [])?;
        let row = params![state.settings, state.base, signed(state.length), signed(state.kept), state.finished];
        self.connection.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?)", row)?;
        Ok(())
    }

    /// Stores how far a file was read, in the open transaction.
    pub fn save_source(&mut self, row: &SourceState) -> Result<()> {
        self.begin()?;
        let row = params![row.path, signed(row.size), row.modified, signed(row.items), row.finished];
        self.connection.prepare_cached("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?)")?.execute(row)?;
        Ok(())
    }

    /// Deletes what an earlier run could not read of a file that is read again, in the open
    /// transaction.
    pub fn forget_skipped(&mut self, source: &str) -> Result<()> {
        self.begin()?;
        self.connection.prepare_cached("DELETE FROM skipped WHERE source = ?")?.execute([source])?;
        Ok(())
    }

    /// Deletes a file that was read, in the open transaction.
    pub fn forget_source(&mut self, source: &str) -> Result<()> {
        self.forget_skipped(source)?;
        self.connection.prepare_cached("DELETE FROM sources WHERE path = ?")?.execute([source])?;
        Ok(())
    }

    /// Deletes all findings and links across articles, in the open transaction.
    pub fn forget_findings_across(&mut self) -> Result<()> {
        self.begin()?;
        self.connection.execute_batch(
            "DELETE FROM links;
             DELETE FROM linked_people;
             DELETE FROM tenures;
             DELETE FROM evidence WHERE finding IN (SELECT id FROM findings WHERE article IS NULL);
             DELETE FROM findings WHERE article IS NULL;",
        )
    }
}
