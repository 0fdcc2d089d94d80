//! The word before a unit, a month or a weekday that says which one: "last", "next", "this".

use crate::types::{Document, WordMap};

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

/// Words that point, and where.
const WORDS: WordMap<Direction, 15> = WordMap::of([
    ("last", Direction::Last),
    ("past", Direction::Last),
    ("this", Direction::This),
    ("current", Direction::This),
    ("next", Direction::Next),
    ("coming", Direction::Next),
    ("upcoming", Direction::Next),
    ("previous", Direction::Before),
    ("preceding", Direction::Before),
    ("prior", Direction::Before),
    ("following", Direction::After),
    ("subsequent", Direction::After),
    ("ensuing", Direction::After),
    ("that", Direction::Same),
    ("same", Direction::Same),
]);

/// The direction that token `at` gives.
pub fn at(document: &Document, at: usize) -> Option<Direction> {
    document.entry_in(at, &WORDS).map(|(_, direction)| direction)
}
