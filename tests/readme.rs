//! The README shows what the program does: its console blocks, and its queries with their results.

#![cfg(all(feature = "command", feature = "sqlite"))]

use std::{fs, path::Path, process::Command};

use rusqlite::{Connection, types::Value};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Commands print what the blocks show; `TRYCMD=overwrite` updates the blocks.
#[test]
fn console_blocks_are_real() {
    trycmd::TestCases::new().case("README.md");
}

/// The `json` block is one of the lines that `extract` prints for the article above it.
#[test]
fn the_record_shown_is_real() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsfacts"));
    let output = command.args(["extract", "corpus/lenshire-police-cameras.txt"]).current_dir(root()).output().unwrap();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, shown) = readme.split_once("```json\n").expect("a json block");
    let shown = shown.split("\n```").next().unwrap();
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.lines().any(|line| line == shown), "README.md shows\n{shown}\nextract prints\n{found}");
}

/// No `sql` block reads a whole table, and each is followed by a `text` block with its rows, whose
/// columns are joined by ` | `.
#[test]
fn queries_give_the_results_shown() {
    let out = tempfile::tempdir().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_newsfacts"))
        .args(["run", "corpus", "--out"])
        .arg(out.path())
        .current_dir(root())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let database = Connection::open(out.path().join("facts.sqlite")).unwrap();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let mut queries = 0;
    for block in readme.split("```sql\n").skip(1) {
        let (query, rest) = block.split_once("\n```\n```text\n").expect("a text block behind the query");
        let shown = rest.split("```").next().unwrap().trim_end();
        let found = rows(&database, query).join("\n");
        assert!(found == shown, "README.md, the query\n{query}\ngives\n{found}\n");
        queries += 1;
    }
    assert_eq!(queries, 6, "the README shows six queries");
}

fn rows(database: &Connection, query: &str) -> Vec<String> {
    let mut statement = database.prepare(query).unwrap();
    let mut plan = database.prepare(&format!("EXPLAIN QUERY PLAN {query}")).unwrap();
    let steps = plan.query_map([], |row| row.get::<_, String>("detail")).unwrap();
    assert!(steps.map(Result::unwrap).all(|step| !step.starts_with("SCAN")), "{query} reads a whole table");
    let columns = statement.column_count();
    let row = |row: &rusqlite::Row| {
        let cells = (0..columns).map(|column| Ok(cell(row.get(column)?)));
        Ok(cells.collect::<rusqlite::Result<Vec<_>>>()?.join(" | "))
    };
    statement.query_map([], row).unwrap().map(Result::unwrap).collect()
}

fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        // As the shell of SQLite prints it: `1284.0`.
        Value::Real(number) => format!("{number:?}"),
        Value::Text(text) => text,
        Value::Blob(_) => panic!("no table holds blobs"),
    }
}
