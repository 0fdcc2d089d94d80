//! The time that the words before speak of, for "that year", "the day before", "at 3pm".

use jiff::civil::Date;

use super::{at_head, calendar::Moment};
use crate::types::Document;

/// Tokens looked back over.
const REACH: usize = 60;

/// The day named last before token `at` in its sentence, else the dateline.
pub fn day(document: &Document, at: usize) -> Option<Date> {
    let first = document.sentence_tokens(at).start;
    let day = |moment| if let Moment::Day(day) = moment { Some(day) } else { None };
    nearest(document, first.max(at.saturating_sub(REACH)), at, day).or(document.dateline)
}

fn nearest<T>(document: &Document, first: usize, end: usize, pick: fn(Moment) -> Option<T>) -> Option<T> {
    (first..end).rev().find_map(|head| {
        let known =
            at_head(document, head).filter(|phrase| phrase.tokens.end <= end && phrase.time.resolved().is_some());
        known.filter_map(|phrase| phrase.time.moment().and_then(pick)).last()
    })
}
