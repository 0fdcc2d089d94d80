//! Tells who wrote a database, without changing it.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags, Result};

/// Who wrote a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// It does not exist, it has no tables, or no run has stored its settings in them.
    Nobody,
    /// A run, which has stored its settings in it.
    Run,
    /// Another program.
    Other,
}

/// Tells who wrote the database at a path.
pub fn owner(path: &Path) -> Result<Owner> {
    if !path.exists() {
        return Ok(Owner::Nobody);
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let count = |query: &str| connection.query_row(query, [], |row| row.get::<_, i64>(0));
    let tables = match count("SELECT count(*) FROM sqlite_schema") {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => return Ok(Owner::Other),
        tables => tables?,
    };
    let ours = count(
        "SELECT count(*) FROM sqlite_schema
         WHERE type = 'table' AND name IN ('run', 'sources', 'articles', 'evidence', 'linked_people')",
    )?;
    Ok(match (tables, ours) {
        (0, _) => Owner::Nobody,
        (_, 5) if count("SELECT count(*) FROM run")? > 0 => Owner::Run,
        (_, 5) => Owner::Nobody,
        _ => Owner::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::sqlite::Database;

    #[test]
    fn tables_of_somebody_else_are_told_from_those_of_a_run() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(owner(&at("none")), Ok(Owner::Nobody));
        drop(Database::open(&at("made")).unwrap());
        assert_eq!(owner(&at("made")), Ok(Owner::Nobody));
        Connection::open(at("other")).unwrap().execute_batch("CREATE TABLE run (lap INTEGER)").unwrap();
        assert_eq!(owner(&at("other")), Ok(Owner::Other));
        std::fs::write(at("words"), "a list of ewes, kept for a year").unwrap();
        assert_eq!(owner(&at("words")), Ok(Owner::Other));
    }
}
