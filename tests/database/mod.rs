//! Reads the database that a run has written.

use std::path::Path;

/// Tables of articles, facts and findings.
pub const TABLES: [&str; 12] = [
    "articles",
    "facts",
    "figures",
    "quotes",
    "people",
    "mentions",
    "offices",
    "findings",
    "evidence",
    "links",
    "linked_people",
    "tenures",
];

/// All rows of the tables as text after the table's name, sorted within each table.
pub fn rows<'a>(database: &Path, tables: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let connection = rusqlite::Connection::open(database).unwrap();
    let mut all = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let first = all.len();
        while let Some(row) = rows.next().unwrap() {
            let values = (0..columns).map(|at| format!("{:?}", row.get_ref_unwrap(at)));
            all.push(format!("{table} {}", values.collect::<Vec<_>>().join(" ")));
        }
        all[first..].sort();
    }
    all
}
