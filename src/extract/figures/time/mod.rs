//! Times: dates, periods, lengths of time. One file is one way to say a time; phrases that hold others
//! (`from … to …`, `… ago`) find them by the readings listed here.

mod calendar;
pub(super) mod calendar_date;
pub(super) mod clock;
mod context;
pub(super) mod day_part;
pub(super) mod day_word;
mod direction;
pub(super) mod distance;
pub(super) mod duration;
mod edges;
mod guess;
pub(super) mod interval;
mod length;
mod number;
mod phrase;
pub(super) mod quarter;
pub(super) mod relative_unit;
mod tense;
pub(super) mod weekday;
pub(super) mod year;

use self::phrase::Phrase;
use crate::types::{Document, Tags};

/// A way to read the time whose head stands at a token.
type Read = fn(&Document, usize) -> Option<Phrase>;

/// The stretches of the calendar that other phrases may hold, by the tags of their heads.
const STRETCHES: &[(Tags, Read)] = &[
    (calendar_date::EXTRACTOR.anchors, calendar_date::read),
    (weekday::EXTRACTOR.anchors, weekday::read),
    (year::EXTRACTOR.anchors, year::read),
    (relative_unit::EXTRACTOR.anchors, relative_unit::read),
    (day_word::EXTRACTOR.anchors, day_word::read),
    (distance::EXTRACTOR.anchors, distance::read),
    (quarter::EXTRACTOR.anchors, quarter::read),
];

/// Tokens between the first of a phrase and its head.
const REACH: usize = 5;

/// The stretch of the calendar that begins at token `at`, the longest reading of it.
fn starting_at(document: &Document, at: usize) -> Option<Phrase> {
    let readings = (at..at + REACH).flat_map(|head| at_head(document, head));
    let here = readings.filter(|phrase| phrase.tokens.start <= at && phrase.tokens.end > at);
    here.max_by_key(|phrase| phrase.tokens.end)
}

/// The stretch of the calendar whose last token stands before `end`, the longest reading of it.
fn ending_at(document: &Document, end: usize) -> Option<Phrase> {
    let readings = (end.saturating_sub(REACH)..end).flat_map(|head| at_head(document, head));
    readings.filter(|phrase| phrase.tokens.end == end).min_by_key(|phrase| phrase.tokens.start)
}

fn at_head(document: &Document, head: usize) -> impl Iterator<Item = Phrase> {
    let tags = document.tags(head);
    STRETCHES.iter().filter(move |(heads, _)| tags.any(*heads)).filter_map(move |(_, read)| read(document, head))
}

/// The length of time whose unit stands at token `at`.
fn length_at(document: &Document, at: usize) -> Option<Phrase> {
    duration::read(document, at)
}
