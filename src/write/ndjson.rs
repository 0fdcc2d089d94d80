//! NDJSON: one record a line.

use super::record::Record;

/// Bytes of most lines.
const LINE: usize = 400;

/// The lines of some records.
pub fn lines(records: &[Record]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(records.len() * LINE);
    append(records, &mut lines);
    lines
}

/// Adds the lines of some records to those that are there.
pub fn append(records: &[Record], lines: &mut Vec<u8>) {
    for record in records {
        serde_json::to_writer(&mut *lines, record).expect("records are plain data, which always has a JSON form");
        lines.push(b'\n');
    }
}
