//! A number of units at the start or end of a longer stretch: "the first nine months of 2004", "the last 10 days of
//! May". The longer stretch remains a time of its own, as in TIMEX3.

use jiff::Span;
use rust_decimal::prelude::ToPrimitive;

use super::{
    calendar::Moment,
    edges,
    length::Length,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::TimeUnit,
    types::{Document, Figure, Tags, WordList},
};

/// Parts of stretches.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.first_parts",
    source: include_str!("first_parts.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The part whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    if !document.is(at + 1, "of") {
        return None;
    }
    let phrase = super::length_at(document, at).filter(|phrase| phrase.tokens.end == at + 1)?;
    let Time::Length(length) = phrase.time else { return None };
    let place = phrase.tokens.start.checked_sub(1)?;
    let last = document.is_one_of(place, const { &WordList::of(["last", "final", "closing"]) });
    if !last && !document.is_one_of(place, const { &WordList::of(["first", "opening"]) }) {
        return None;
    }
    let whole = super::stated_from(document, at + 2)?;
    let stretch = whole.time.resolved().and(whole.time.moment())?;
    let (from, to) = ends(stretch, length, last)?;
    let tokens = edges::determiner(document, place)..at + 1;
    Some(Phrase { length: Some(length), ..Phrase::new(tokens, Time::Between(Some(from), Some(to))) })
}

/// The first and last unit of the part, if the stretch is long enough; weeks are counted in days.
fn ends(stretch: Moment, length: Length, last: bool) -> Option<(Moment, Moment)> {
    let count = length.value()?.to_i32().filter(|count| Some((*count).into()) == length.value() && *count > 0)?;
    let (unit, count) = match length.unit {
        TimeUnit::Week => (TimeUnit::Day, count.checked_mul(7)?),
        TimeUnit::Day | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => (length.unit, count),
        _ => return None,
    };
    let first_day = stretch.first_day().filter(|_| unit < stretch.unit())?;
    let last_day = stretch.later(1)?.first_day()?.checked_sub(Span::new().days(1)).ok()?;
    let (start, end) = (Moment::containing(first_day, unit)?, Moment::containing(last_day, unit)?);
    let (from, to) = if last { (end.later(1 - count)?, end) } else { (start, start.later(count - 1)?) };
    (from.first_day()? >= start.first_day()? && to.first_day()? <= end.first_day()?).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn beginnings_and_ends() {
        figures_at(
            "2015-09-23",
            "
Landings fell in the first nine months of 2004 and in the last 10 days of May 2014.
                 ^^^^^^^^^^^^^^^^^^^^^ figure date value=9 unit=month resolved=2004-01/2004-09
                                          ^^^^ figure date resolved=2004
                                                      ^^^^^^^^^^^^^^^^ figure date value=10 unit=day resolved=2014-05-22/2014-05-31
                                                                          ^^^^^^^^ figure date resolved=2014-05
The final two quarters of last year were dry.
^^^^^^^^^^^^^^^^^^^^^^ figure date value=2 unit=quarter resolved=2014-Q3/2014-Q4
                          ^^^^^^^^^ figure date resolved=2014
",
        );
    }

    #[test]
    fn parts_longer_than_the_whole_are_none() {
        figures_at(
            "2015-09-23",
            "
It ran for the first 40 days of May 2014.
           ^^^^^^^^^^^^^^^^^ figure duration value=40 unit=day resolved=P40D
                                ^^^^^^^^ figure date resolved=2014-05
",
        );
    }
}
