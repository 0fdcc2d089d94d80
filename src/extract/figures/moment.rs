//! Words of time in and behind noun phrases: occasions are counted, "next year" says when.

use crate::{
    grammar::kinds,
    types::{Document, Tags, WordList},
};

/// "the third time", "three times": occasions are counted, other words of time are durations.
pub fn is_occasion(document: &Document, at: usize) -> bool {
    document.is(at, "time") || document.is(at, "times")
}

/// "next year", "last spring": when, not what.
pub fn is_point_in_time(document: &Document, at: usize) -> bool {
    let pointer = document
        .is_one_of(at, const { &WordList::of(["next", "last", "previous", "later", "earlier", "early", "late"]) });
    pointer && document.tags(at + 1).any(Tags::TIME_UNIT | Tags::SEASON | Tags::MONTH | Tags::WEEKDAY)
        || document.tags(at).any(Tags::SEASON) && !document.tags(at + 1).any(Tags::ORDINARY)
}

/// "Five Sun reporters": what is short for a weekday in dates is part of a name before another word.
pub fn is_short_of_weekday(document: &Document, at: usize) -> bool {
    document.tags(at).any(Tags::WEEKDAY) && document.tokens[at].span.len() == 3 && kinds::is_word(document, at + 1)
}
