//! A time so far from the dateline: "two weeks ago", "a year earlier", "three days later".

use super::{
    calendar::Moment,
    context, edges,
    length::Length,
    phrase::{self, Phrase, Time},
};
use crate::{
    extract::Extractor,
    lexicon::TimeUnit,
    types::{Document, Figure, Tags},
};
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

/// Distances in time.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.distance",
    source: include_str!("distance.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The time that lies as far off as the length whose unit stands at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let sign = sign(document, at + 1)?;
    let length = super::length_at(document, at)?;
    let Time::Length(length_of) = length.time else { return None };
    let tokens = length.tokens.start..at + 2;
    let time = match document.dateline {
        Some(_) if length_of.value().is_none() => Time::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }),
        Some(day) => quarter_before(document, at, length_of, sign)
            .or_else(|| moved(day, length_of, sign))
            .map_or(Time::Unplaced, Time::At),
        None => Time::Unplaced,
    };
    Some(Phrase { length: Some(length_of), ..Phrase::new(tokens, time) })
}

fn sign(document: &Document, at: usize) -> Option<i32> {
    if edges::is_any(document, at, &["ago", "earlier"]) {
        return Some(-1);
    }
    edges::is_any(document, at, &["later", "hence"]).then_some(1)
}

/// "Profit rose in the third quarter from a year earlier": whole years are counted from a quarter named
/// shortly before.
fn quarter_before(document: &Document, at: usize, length: Length, sign: i32) -> Option<Moment> {
    if length.unit != TimeUnit::Year {
        return None;
    }
    let quarter = |moment| if let Moment::Quarter(..) = moment { Some(moment) } else { None };
    context::nearest(document, at, quarter)?.later(sign.checked_mul(length.value()?.to_i32()?)?.checked_mul(4)?)
}

/// As exact as the unit of the length.
fn moved(day: Date, length: Length, sign: i32) -> Option<Moment> {
    let count = sign * length.value()?.to_i32()?;
    let (unit, count) = match length.unit {
        TimeUnit::Decade => (TimeUnit::Year, count.checked_mul(10)?),
        TimeUnit::Century => (TimeUnit::Year, count.checked_mul(100)?),
        TimeUnit::Week => (TimeUnit::Day, count.checked_mul(7)?),
        TimeUnit::Fortnight => (TimeUnit::Day, count.checked_mul(14)?),
        unit => (unit, count),
    };
    Moment::containing(day, unit)?.later(count)
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn distances_are_counted_from_the_dateline() {
        figures_at(
            "2015-09-23",
            "
The kiln was lit two years ago.
                 ^^^^^^^^^^^^^ figure date value=2 unit=year resolved=2013
",
        );
    }
}
