//! Words next to a figure that narrow or widen what it counts.

use std::ops::Range;

use super::stems::word;
use crate::types::{Document, Sentence, Span, Tags, WordList};

/// Words that change what is counted: a figure with one is compared only with a figure that has it too.
const SCOPE: WordList<38> = WordList::of([
    "additional",
    "annual",
    "annually",
    "another",
    "average",
    "both",
    "combined",
    "daily",
    "each",
    "earlier",
    "either",
    "every",
    "extra",
    "fewer",
    "further",
    "including",
    "initial",
    "initially",
    "last",
    "least",
    "less",
    "monthly",
    "more",
    "most",
    "next",
    "other",
    "others",
    "overall",
    "per",
    "previous",
    "previously",
    "rest",
    "second",
    "separate",
    "third",
    "total",
    "weekend",
    "weekly",
]);

/// Scope words that are part of a time when a unit of time follows.
const RELATIVE: WordList<3> = WordList::of(["earlier", "last", "next"]);
/// Tokens on either side of a figure in which scope words apply to it.
const BESIDE: usize = 5;

/// Hashes of the words next to a figure that change what is counted, except its own words.
pub fn scope(document: &Document, sentence: &Sentence, figure: Span, tokens: &Range<usize>) -> Vec<u32> {
    let first = tokens.start.saturating_sub(BESIDE).max(sentence.tokens.start as usize);
    let last = (tokens.end + BESIDE).min(sentence.tokens.end as usize);
    // "Last year" is a time.
    const TIMES: Tags = Tags::TIME_UNIT.with(Tags::WEEKDAY).with(Tags::MONTH);
    let time = |at: usize| document.tags(at + 1).any(TIMES) && document.is_one_of(at, &RELATIVE);
    let told = (first..last).filter(|&at| document.is_one_of(at, &SCOPE) && !time(at));
    // What follows "including" is a part; the figure before it is still the whole.
    let whole = |at: usize| at >= tokens.end && document.is(at, "including");
    let outside = told.filter(|&at| !figure.contains(document.tokens[at].span) && !whole(at));
    let mut scope: Vec<u32> = outside.map(|at| word(document.word(at))).collect();
    scope.sort_unstable();
    scope.dedup();
    scope
}
