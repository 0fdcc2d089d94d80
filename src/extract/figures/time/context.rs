//! The time that the words before speak of, for "that year", "the year-ago quarter", "at 3pm".

use jiff::civil::Date;

use super::{calendar::Moment, stated_at};
use crate::types::Document;

/// Tokens looked back over.
const REACH: usize = 100;

/// The stretch of the calendar that `pick` takes and that was named last before token `at`.
pub fn nearest<T>(document: &Document, at: usize, pick: fn(Moment) -> Option<T>) -> Option<T> {
    search(document, at.saturating_sub(REACH), at, pick)
}

/// The day named last before token `at` in its sentence, else the dateline.
pub fn day(document: &Document, at: usize) -> Option<Date> {
    let first = document.sentence_tokens(at).start;
    let day = |moment| if let Moment::Day(day) = moment { Some(day) } else { None };
    search(document, first.max(at.saturating_sub(REACH)), at, day).or(document.dateline)
}

fn search<T>(document: &Document, first: usize, end: usize, pick: fn(Moment) -> Option<T>) -> Option<T> {
    (first..end).rev().find_map(|head| {
        let known =
            stated_at(document, head).filter(|phrase| phrase.tokens.end <= end && phrase.time.resolved().is_some());
        known.filter_map(|phrase| phrase.time.moment().and_then(pick)).last()
    })
}
