//! NDJSON: one record a line.

use super::record::Record;

/// The lines of some records.
pub fn lines(records: &[Record]) -> Vec<u8> {
    let mut lines = Vec::new();
    for record in records {
        serde_json::to_writer(&mut lines, record).expect("records are plain data, which always has a JSON form");
        lines.push(b'\n');
    }
    lines
}
