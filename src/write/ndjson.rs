//! NDJSON: one record a line.

use super::record::{self, Record};
use crate::types::Finding;

/// The lines of some records.
pub fn lines(records: &[Record]) -> Vec<u8> {
    let mut lines = Vec::new();
    for record in records {
        serde_json::to_writer(&mut lines, record).expect("records are plain data, which always has a JSON form");
        lines.push(b'\n');
    }
    lines
}

/// The lines of some findings.
pub fn findings(findings: &[Finding]) -> Vec<u8> {
    let records: Vec<Record> = findings.iter().map(|finding| Record::Finding(record::finding(finding))).collect();
    lines(&records)
}
