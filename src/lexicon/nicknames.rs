//! Short forms of given names: nicknames.tsv.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::rows::rows;

/// By the short form the names it stands for, in small letters both.
static NICKNAMES: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut names: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for row in rows(include_str!("nicknames.tsv")) {
        names.entry(row[0]).or_default().push(row[1]);
    }
    names
});

/// Whether one of two given names in small letters is short for the other: `Mike` for `Michael`.
pub fn is_short_for(one: &str, other: &str) -> bool {
    let of = |short: &str, long: &str| NICKNAMES.get(short).is_some_and(|names| names.contains(&long));
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
