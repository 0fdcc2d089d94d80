//! Words for rises and falls: changes.tsv.

use super::{Lexicon, rows::rows};
use crate::types::{Change, Tags};

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("changes.tsv")) {
        let change = match row[1] {
            "up" => Change::Up,
            "down" => Change::Down,
            other => panic!("changes.tsv: no such direction: {other}"),
        };
        let id = lexicon.add(row[0], Tags::CHANGE);
        lexicon.changes.insert(id, change);
    }
}
