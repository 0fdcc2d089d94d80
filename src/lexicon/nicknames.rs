//! Short forms of given names: nicknames.tsv.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::rows::rows;
use crate::types::Spelling;

/// By the spelling of the short form: pairs of short form and full name.
static NICKNAMES: LazyLock<FxHashMap<Spelling, Vec<[&str; 2]>>> = LazyLock::new(|| {
    let mut names: FxHashMap<Spelling, Vec<[&str; 2]>> = FxHashMap::default();
    for row in rows(include_str!("nicknames.tsv")) {
        names.entry(Spelling::of(row[0].as_bytes())).or_default().push([row[0], row[1]]);
    }
    names
});

/// Whether one of two given names is short for the other, ignoring case: `Mike` for `Michael`. All the names are ASCII.
pub fn is_short_for(one: &str, other: &str) -> bool {
    let of = |short: &str, long: &str| {
        let same = |row: &[&str; 2]| row[0].eq_ignore_ascii_case(short) && row[1].eq_ignore_ascii_case(long);
        NICKNAMES.get(&Spelling::of(short.as_bytes())).is_some_and(|rows| rows.iter().any(same))
    };
    of(one, other) || of(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_may_be_the_short_one() {
        assert!(is_short_for("ted", "theodore") && is_short_for("edward", "ed"));
        assert!(!is_short_for("jack", "james"));
    }
}
