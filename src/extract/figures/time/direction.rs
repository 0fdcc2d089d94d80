//! The word before a unit, a month or a weekday that says which one: "last", "next", "this".

use crate::types::{Document, WordList};

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

/// Words that point.
const WORDS: WordList<15> = WordList::of([
    "last",
    "past",
    "this",
    "current",
    "next",
    "coming",
    "upcoming",
    "previous",
    "preceding",
    "prior",
    "following",
    "subsequent",
    "ensuing",
    "that",
    "same",
]);

/// Where each of them points.
const DIRECTIONS: [Direction; 15] = [
    Direction::Last,
    Direction::Last,
    Direction::This,
    Direction::This,
    Direction::Next,
    Direction::Next,
    Direction::Next,
    Direction::Before,
    Direction::Before,
    Direction::Before,
    Direction::After,
    Direction::After,
    Direction::After,
    Direction::Same,
    Direction::Same,
];

/// The direction that token `at` gives.
pub fn at(document: &Document, at: usize) -> Option<Direction> {
    if !document.is_one_of(at, &WORDS) {
        return None;
    }
    document.index_in(at, &WORDS).map(|index| DIRECTIONS[index])
}
