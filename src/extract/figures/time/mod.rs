//! Times: dates, periods, durations. Each file reads one way of stating a time; phrases that contain others (`from … to
//! …`, `… ago`) use the readings listed here.

mod amount;
pub(super) mod ancient;
mod calendar;
pub(super) mod calendar_date;
pub(super) mod clock;
pub(super) mod comparison;
mod context;
pub(super) mod day_list;
pub(super) mod day_of_month;
pub(super) mod day_part;
pub(super) mod day_word;
pub(super) mod definite;
mod direction;
pub(super) mod distance;
pub(super) mod duration;
mod edges;
pub(super) mod elided;
pub(super) mod era;
pub(super) mod first_parts;
mod guess;
pub(super) mod holiday;
pub(super) mod hours;
mod length;
mod named_week;
pub(super) mod nth_day;
pub(super) mod nth_part;
mod number;
pub(super) mod numeric_date;
pub(super) mod period;
pub(super) mod period_to;
mod phrase;
pub(super) mod quarter;
pub(super) mod reference;
pub(super) mod relative_unit;
mod remembered;
pub(super) mod rolling;
pub(super) mod season;
pub(super) mod set;
pub(super) mod short_year;
pub(super) mod spoken_year;
pub(super) mod stopwatch;
mod tense;
mod time_of_day;
pub(super) mod weekday;
mod weekly;
pub(super) mod weeks_on;
pub(super) mod year;
mod years;

use self::phrase::Phrase;
use crate::types::{Document, Tags};

/// A function that reads the time whose head is at a token.
type Read = fn(&Document, usize) -> Option<Phrase>;

/// Stretches of the calendar that are read without looking back in the text, by the tags of their heads.
const STATED: &[(Tags, Read)] = &[
    (calendar_date::EXTRACTOR.anchors, calendar_date::read),
    (weekday::EXTRACTOR.anchors, weekday::from_dateline),
    (numeric_date::EXTRACTOR.anchors, numeric_date::read),
    (holiday::EXTRACTOR.anchors, holiday::read),
    (year::EXTRACTOR.anchors, year::read),
    (quarter::EXTRACTOR.anchors, quarter::read),
    (era::EXTRACTOR.anchors, era::read),
    (season::EXTRACTOR.anchors, season::read),
    (spoken_year::EXTRACTOR.anchors, spoken_year::read),
    (day_word::EXTRACTOR.anchors, day_word::read),
    (relative_unit::EXTRACTOR.anchors, relative_unit::from_dateline),
];

/// Stretches that may refer back to those.
const POINTING: &[(Tags, Read)] = &[
    (weekday::EXTRACTOR.anchors, weekday::read),
    (relative_unit::EXTRACTOR.anchors, relative_unit::read),
    (definite::EXTRACTOR.anchors, definite::read),
    (distance::EXTRACTOR.anchors, distance::read),
];

/// Tags of which the head of every stretch has one.
const HEADS: Tags = {
    let mut heads = Tags::NONE;
    let mut index = 0;
    while index < STATED.len() {
        heads = heads.with(STATED[index].0);
        index += 1;
    }
    let mut index = 0;
    while index < POINTING.len() {
        heads = heads.with(POINTING[index].0);
        index += 1;
    }
    heads
};

/// Maximum number of tokens from the first of a phrase to its head.
const REACH: usize = 5;

/// The longest stretch of the calendar that starts at token `at`.
fn starting_at(document: &Document, at: usize) -> Option<Phrase> {
    longest_over(at, (at..at + REACH).flat_map(|head| at_head(document, head)))
}

/// Whether a head is near enough for a stretch to start at token `at`; a cheap test.
fn may_start_at(document: &Document, at: usize) -> bool {
    (at..at + REACH).any(|head| document.tags(head).any(HEADS))
}

/// As [`starting_at`], for the stretches that do not refer back.
fn stated_from(document: &Document, at: usize) -> Option<Phrase> {
    longest_over(at, (at..at + REACH).flat_map(|head| stated_at(document, head)))
}

/// The reading that includes token `at` and ends last.
fn longest_over(at: usize, readings: impl Iterator<Item = Phrase>) -> Option<Phrase> {
    readings.filter(|phrase| phrase.tokens.contains(&at)).max_by_key(|phrase| phrase.tokens.end)
}

/// The longest stretch of the calendar that ends before token `end`.
fn ending_at(document: &Document, end: usize) -> Option<Phrase> {
    let readings = (end.saturating_sub(REACH)..end).flat_map(|head| at_head(document, head));
    readings.filter(|phrase| phrase.tokens.end == end).min_by_key(|phrase| phrase.tokens.start)
}

/// All readings of the stretch whose head is at token `head`.
fn at_head(document: &Document, head: usize) -> impl Iterator<Item = Phrase> {
    stated_at(document, head).chain(readings(POINTING, document, head))
}

/// Those that do not refer back; only these may be used by a phrase that does.
fn stated_at(document: &Document, head: usize) -> impl Iterator<Item = Phrase> {
    readings(STATED, document, head)
}

fn readings(table: &'static [(Tags, Read)], document: &Document, head: usize) -> impl Iterator<Item = Phrase> {
    let tags = document.tags(head);
    table.iter().filter(move |(heads, _)| tags.any(*heads)).filter_map(move |(_, read)| read(document, head))
}

/// The date around the month at token `at`.
fn date_of_month(document: &Document, at: usize) -> Option<Phrase> {
    calendar_date::read(document, at)
}

/// The duration whose unit is at token `at`.
fn length_at(document: &Document, at: usize) -> Option<Phrase> {
    duration::read(document, at)
}
