//! A period of a stated duration up to a date: "in the year to March", "the three months to 31 December", "the week to
//! 27 January".

use std::ops::Range;

use jiff::civil::Date;

use super::{
    calendar::Moment,
    edges,
    length::Length,
    phrase::{self, Phrase, Time},
    tense,
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, Tense, TimeUnit, TimeWord},
    types::{Document, Figure, Tags},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// Periods given by their duration and end.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.period_to",
    source: include_str!("period_to.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The period whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if !document.is(at + 1, "to") {
        return None;
    }
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let (length, start) = length(document, at, unit)?;
    let end = super::starting_at(document, at + 2)?;
    let tokens = start..end.tokens.end;
    let last = told(document, &end, &tokens)?;
    let known = end.time.resolved().is_some();
    let time = first(last, length).filter(|_| known).map(|first| Time::Between(Some(first), Some(last)));
    Some(Phrase::new(tokens, time.unwrap_or(Time::Unplaced)))
}

/// The last stretch; in a past clause it must be over, even if the nearest such month is ahead of the dateline.
fn told(document: &Document, end: &Phrase, tokens: &Range<usize>) -> Option<Moment> {
    let last = end.time.moment()?;
    let ahead = document.dateline.is_some_and(|dateline| last.first_day().is_some_and(|day| day > dateline));
    let guessed = matches!(end.time, Time::Yearless { .. });
    if guessed && ahead && tense::of(document, tokens) == Some(Tense::Past) {
        return last.in_year(last.year()? - 1);
    }
    Some(last)
}

/// The duration and its first token: `the year`, `the three months`.
fn length(document: &Document, at: usize, unit: TimeUnit) -> Option<(Length, usize)> {
    let before = at.checked_sub(1)?;
    if document.is(before, "the") {
        return Some((Length::exactly(Decimal::ONE, unit), before));
    }
    let phrase = super::length_at(document, at)?;
    // "Put off by a day to Thursday", "moved up a week to 3 May": a distance and its target.
    let first = phrase.tokens.start;
    if edges::is_any(document, first, &["a", "an"]) || first > 0 && document.is(first - 1, "by") {
        return None;
    }
    let Time::Length(length) = phrase.time else { return None };
    Some((length, edges::determiner(document, phrase.tokens.start)))
}

/// The first stretch of the period that ends with `last`, as precise as that.
fn first(last: Moment, length: Length) -> Option<Moment> {
    let count = length.value()?.to_i64()?;
    match last {
        Moment::Day(day) => Some(Moment::Day(day_before(day.tomorrow().ok()?, count, length.unit)?)),
        Moment::Month(..) => {
            let months = match length.unit {
                TimeUnit::Month => count,
                TimeUnit::Quarter => count.checked_mul(3)?,
                TimeUnit::Year => count.checked_mul(12)?,
                _ => return None,
            };
            last.later(1 - i32::try_from(months).ok()?)
        }
        Moment::Year(_) if length.unit == TimeUnit::Year => last.later(1 - i32::try_from(count).ok()?),
        _ => None,
    }
}

fn day_before(day: Date, count: i64, unit: TimeUnit) -> Option<Date> {
    let span = jiff::Span::new();
    let span = match unit {
        TimeUnit::Day => span.try_days(count),
        TimeUnit::Week => span.try_weeks(count),
        TimeUnit::Fortnight => span.try_weeks(count.checked_mul(2)?),
        TimeUnit::Month => span.try_months(count),
        TimeUnit::Quarter => span.try_months(count.checked_mul(3)?),
        TimeUnit::Year => span.try_years(count),
        _ => return None,
    };
    day.checked_sub(span.ok()?).ok()
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn the_first_day_is_counted_back_from_the_last() {
        figures_at(
            "2015-05-20",
            "
Calls rose in the year to March and fell in the week to 10 May.
              ^^^^^^^^^^^^^^^^^ figure date resolved=2014-04/2015-03
                                            ^^^^^^^^^^^^^^^^^^ figure date resolved=2015-05-04/2015-05-10
",
        );
    }

    #[test]
    fn months_end_on_their_last_day() {
        figures_at(
            "2015-05-20",
            "
Fees for the year to 31 March 2015 rose, and in the quarter to June 30 they fell.
         ^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-04-01/2015-03-31
                                                ^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-04-01/2014-06-30
",
        );
    }

    #[test]
    fn what_is_put_off_is_no_period() {
        figures_at(
            "2015-05-20",
            "
The vote was put off by a day to Thursday.
                        ^^^^^ figure duration value=1 unit=day resolved=P1D
                                 ^^^^^^^^ figure date resolved=2015-05-14
",
        );
    }

    #[test]
    fn what_is_told_is_over() {
        figures_at(
            "2015-05-20",
            "
Wool output shrank in the six months to June, and debt fell by end-April.
                      ^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2014-01/2014-06
                                                               ^^^^^^^^^ figure date bound=at_most resolved=2015-04
",
        );
    }
}
