//! The year of a date that states none: the one the dateline and the tense of the clause suggest.

use std::ops::Range;

use jiff::civil::Date;

use super::{calendar::Moment, edges::is_any, phrase::Time, tense};
use crate::{lexicon::Tense, types::Document};

/// Without a tense a date is taken to lie behind unless it is so many months back.
const MONTHS_BACK: i32 = 8;

/// Whatever the tense, a date further off than this would be told with its year.
const MONTHS_OFF: i32 = 10;

/// The month or the day of the month of the phrase, in the year it is most likely of.
pub fn year_of(document: &Document, tokens: &Range<usize>, month: i8, day: Option<i8>) -> Option<Time> {
    let moment = |year: i16| match day {
        Some(day) => Some(Moment::Day(Date::new(year, month, day).ok()?)),
        None => Some(Moment::Month(year, month)),
    };
    let Some(dateline) = document.dateline else {
        // The year 2000 had every day there is.
        return Some(Time::Yearless { moment: moment(2000)?, known: false });
    };
    let behind = (dateline.month(), day.map(|_| dateline.day())) < (month, day);
    let at = (dateline.month(), day.map(|_| dateline.day())) == (month, day);
    let last = dateline.year() - i16::from(behind);
    let next = dateline.year() + i16::from(!behind && !at);
    // Days make the difference within the dateline's own month.
    let months_back = (i32::from(dateline.month()) - i32::from(month)).rem_euclid(12);
    let months_back = if months_back == 0 && behind { 12 } else { months_back };
    // "From 6 April", "by the end of June": whichever is nearer.
    let border =
        tokens.start.checked_sub(1).is_some_and(|before| is_any(document, before, &["from", "by", "before", "until"]));
    if border {
        let year = if months_back < 6 { last } else { next };
        return Some(Time::Yearless { moment: moment(year)?, known: true });
    }
    let year = match tense::of(document, tokens) {
        Some(Tense::Past) if months_back < MONTHS_OFF => last,
        Some(Tense::Future) if 12 - months_back <= MONTHS_OFF => next,
        _ if months_back <= MONTHS_BACK => last,
        _ => next,
    };
    Some(Time::Yearless { moment: moment(year)?, known: true })
}

/// The day that `day` gives for the year the dateline and the tense suggest.
pub fn nearest_year(document: &Document, tokens: &Range<usize>, day: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    let dateline = document.dateline?;
    let this = day(dateline.year())?;
    let found = year_of(document, tokens, this.month(), Some(this.day()))?;
    day(found.moment()?.year()?)
}
