//! NDJSON: one record per line.

use super::record::Record;

/// Bytes that are allocated for a line; most are shorter.
const LINE: usize = 400;

/// Records as lines of NDJSON, each with its line end.
pub fn lines(records: &[Record]) -> Vec<u8> {
    let mut lines = Vec::with_capacity(records.len() * LINE);
    append(records, &mut lines);
    lines
}

/// Appends the lines of some records to `lines`.
pub fn append(records: &[Record], lines: &mut Vec<u8>) {
    for record in records {
        serde_json::to_writer(&mut *lines, record).expect("records are plain data, which always has a JSON form");
        lines.push(b'\n');
    }
}
