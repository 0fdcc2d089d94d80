//! The word before a unit, a month or a weekday that points to one: "last", "next", "this".

use crate::types::{Document, WordMap};

/// The direction from the dateline, or from a time mentioned before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Last,
    This,
    Next,
    /// Counted from a time mentioned before: "the previous year".
    Before,
    /// "the following day".
    After,
    /// The time mentioned before: "that year", "the same month".
    Same,
}

/// Words that point, and their direction.
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
