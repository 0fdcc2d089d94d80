//! Words of time in and after noun phrases: occasions are counted, "next year" is a date.

use crate::{
    grammar::kinds,
    types::{Document, Tags, WordList},
};

/// Whether the word is an occasion, which is counted, while other words of time are durations: "the third time", "three
/// times".
pub fn is_occasion(document: &Document, at: usize) -> bool {
    document.is(at, "time") || document.is(at, "times")
}

/// Whether the words give a time, not a thing: "next year", "last spring".
pub fn is_point_in_time(document: &Document, at: usize) -> bool {
    let pointer = document
        .is_one_of(at, const { &WordList::of(["next", "last", "previous", "later", "earlier", "early", "late"]) });
    pointer && document.tags(at + 1).any(Tags::TIME_UNIT | Tags::SEASON | Tags::MONTH | Tags::WEEKDAY)
        || document.tags(at).any(Tags::SEASON) && !document.tags(at + 1).any(Tags::ORDINARY)
}

/// Whether an abbreviated weekday is part of a name because a word follows: "Five Sun reporters".
pub fn is_short_of_weekday(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::WEEKDAY) && document.tokens[at].span.len() == 3 && kinds::is_word(document, at + 1)
}
