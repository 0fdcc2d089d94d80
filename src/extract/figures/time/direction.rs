//! The word before a unit, a month or a weekday that says which one: "last", "next", "this".

use super::edges::is_any;
use crate::types::Document;

/// Which way a word points from the dateline, or from a time named before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Last,
    This,
    Next,
    /// Counted from a time named before: "the previous year".
    Before,
    /// "the following day".
    After,
    /// The time named before: "that year", "the same month".
    Same,
}

/// The direction that token `at` gives.
pub fn at(document: &Document, at: usize) -> Option<Direction> {
    const WORDS: &[(Direction, &[&str])] = &[
        (Direction::Last, &["last", "past"]),
        (Direction::This, &["this", "current"]),
        (Direction::Next, &["next", "coming", "upcoming"]),
        (Direction::Before, &["previous", "preceding", "prior"]),
        (Direction::After, &["following", "subsequent", "ensuing"]),
        (Direction::Same, &["that", "same"]),
    ];
    WORDS.iter().find(|(_, words)| is_any(document, at, words)).map(|(direction, _)| *direction)
}
