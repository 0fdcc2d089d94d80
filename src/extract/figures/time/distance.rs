//! A time at a distance from another: "two weeks ago", "a year earlier", "three days later", "in two weeks' time",
//! "five days before 25 December", "a month or two ago".

use super::{
    amount,
    calendar::Moment,
    context, edges,
    phrase::{self, Phrase, Time},
    tense,
};
use crate::{
    extract::Extractor,
    lexicon::{LEXICON, Tense, TimeUnit, TimeWord},
    types::{Document, Figure, Tags, TokenKind},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::ops::Range;

/// Distances in time.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.distance",
    source: include_str!("distance.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The time at the distance whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    // Most durations are not distances; looking for the words that make them so is cheaper.
    let far =
        |at| edges::is_any(document, at, &["ago", "back", "hence", "earlier", "later", "before", "after", "from"]);
    // "A year and a half ago", "a day or two later".
    let longer = || document.tags(at + 1).any(Tags::CONJUNCTION) && (at + 2..at + 5).any(far);
    if !far(at + 1) && !longer() && !(at.saturating_sub(REACH)..at).any(|at| document.is(at, "in")) {
        return None;
    }
    if let Some(phrase) = next_to_a_day(document, at) {
        return Some(phrase);
    }
    let phrase = super::length_at(document, at)?;
    let Time::Length(length) = phrase.time else { return None };
    let start = phrase.tokens.start;
    let end = phrase.tokens.end;
    let (base, sign, tokens) = ago(document, start, end)
        .or_else(|| from_date(document, start, at + 1))
        .or_else(|| ahead(document, start, at + 1))?;
    let time = match base {
        Base::Nowhere => Time::Unplaced,
        Base::At(_) if length.low.is_none() => Time::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }),
        Base::At(base) if length.value().is_none() => {
            let (first, last) = if sign < 0 {
                (length.low.max(length.high), length.low.min(length.high))
            } else {
                (length.low, length.high)
            };
            Time::Between(moved(base, first, length.unit, sign), moved(base, last, length.unit, sign))
        }
        Base::At(base) => moved(base, length.low, length.unit, sign).map_or(Time::Unplaced, Time::At),
    };
    Some(Phrase { length: length.value().map(|_| length), ..Phrase::new(tokens, time) })
}

/// The day next to another: `the day after tomorrow`, `the day before Christmas Eve`.
fn next_to_a_day(document: &Document, at: usize) -> Option<Phrase> {
    let days = match () {
        () if !document.is(at, "day") => return None,
        () if document.is(at + 1, "after") => 1,
        () if document.is(at + 1, "before") => -1,
        () => return None,
    };
    let start = at.checked_sub(1).map_or(at, |word| if document.is(word, "the") { word } else { at });
    let day = super::stated_from(document, at + 2).filter(|day| day.tokens.start == at + 2)?;
    let opens = start < at || document.tags(at).any(Tags::SENTENCE_START) || document.tags(at + 2).any(Tags::DAY_WORD);
    let time = match day.time.resolved().and(day.time.moment()) {
        Some(Moment::Day(date)) => Moment::Day(date).later(days).map_or(Time::Unplaced, Time::At),
        None if matches!(day.time, Time::Unplaced) => Time::Unplaced,
        _ => return None,
    };
    opens.then(|| Phrase::new(start..day.tokens.end, time))
}

/// Maximum number of tokens of a duration: `two and a half years, three months and ten days`.
const REACH: usize = 12;

/// The time from which the distance is counted.
enum Base {
    At(Moment),
    /// A time that cannot be resolved.
    Nowhere,
}

type Found = (Base, i32, Range<usize>);

/// The base, sign and tokens of a distance: `ago` counts from the dateline, years also from a quarter; `earlier` and
/// `later` count from a time mentioned shortly before, if there is one.
fn ago(document: &Document, start: usize, end: usize) -> Option<Found> {
    let years = edges::is_any(document, end - 1, &["year", "years"]);
    let dateline = || document.dateline.map_or(Base::Nowhere, |day| Base::At(Moment::Day(day)));
    let (base, sign) = match () {
        () if document.is(end, "hence") => (dateline(), 1),
        () if document.is(end, "ago") || is_back(document, end) => {
            (quarter(document, start).filter(|_| years).map_or_else(dateline, Base::At), -1)
        }
        () if document.is(end, "earlier") => (context(document, start).map_or_else(dateline, Base::At), -1),
        () if document.is(end, "later") => {
            let base = context(document, start).or_else(|| told_before(document, start, end - 1));
            (base.map_or(Base::Nowhere, Base::At), 1)
        }
        () => return None,
    };
    Some((base, sign, start..end + 1))
}

/// The last stretch mentioned in the sentence before, no longer than the unit at `at`: "The mill burned in 1908. Three
/// years later it stood again". Hours would need a stated hour.
fn told_before(document: &Document, start: usize, at: usize) -> Option<Moment> {
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    let first = document.sentence_tokens(start).start;
    let before = document.sentence_tokens(first.checked_sub(1)?).start;
    let near = document.block_of(before).span == document.block_of(start).span && unit >= TimeUnit::Day;
    let many = amount::before(document, at)?.low.filter(|_| near)?;
    let base = context::between(document, before, first).filter(|base| base.unit() <= unit)?;
    // "She was 12 in 2018. I know 25 years later": a narrated event must be in the past.
    let told = moved(base, Some(many), unit, 1)?.first_day()?;
    document.dateline.is_none_or(|dateline| told <= dateline).then_some(base)
}

/// Whether `back` means ago: "A few years back", but not "two years back in prison".
fn is_back(document: &Document, at: usize) -> bool {
    let place = edges::is_any(document, at + 1, &["at", "from", "in", "into", "on", "to"]);
    document.is(at, "back") && !place && !document.tags(at + 1).any(Tags::DAY_WORD)
}

/// The distance from a date: `before 25 December`, `after the first Monday in May`, `from today`.
fn from_date(document: &Document, start: usize, end: usize) -> Option<Found> {
    let sign = match () {
        () if document.is(end, "before") => -1,
        () if document.is(end, "after") => 1,
        () if document.is(end, "from") && is_counted_from(document, end + 1) => 1,
        () => return None,
    };
    if document.is(end, "from") && document.is(end + 1, "now") {
        return Some((document.dateline.map_or(Base::Nowhere, |day| Base::At(Moment::Day(day))), 1, start..end + 2));
    }
    if amount::before(document, end - 1)?.low.is_none() || is_within_a_day(document, end - 1) {
        return None;
    }
    let date = super::stated_from(document, end + 1)?;
    let base = date.time.resolved().and(date.time.moment()).filter(|moment| moment.unit() == TimeUnit::Day);
    // "A year from April", "for a year from 1 May": a duration and its start.
    let lasting = start.checked_sub(1).is_some_and(|before| document.is(before, "for"));
    if document.is(end, "from") && (base.is_none() || lasting) {
        return None;
    }
    Some((base.map_or(Base::Nowhere, Base::At), sign, start..date.tokens.end))
}

/// Whether the distance is counted from the date after `from`: "Three weeks from Tuesday", "ten days from 1 May"; "two
/// days from 3 to 5 May" is a duration.
fn is_counted_from(document: &Document, at: usize) -> bool {
    const DAYS: Tags = Tags::DIGITS.with(Tags::WEEKDAY).with(Tags::MONTH);
    edges::is_any(document, at, &["now", "today", "tomorrow"])
        || document.tags(at).any(DAYS) && !(at + 1..at + 6).any(|at| document.tags(at).any(Tags::LINK))
}

/// The distance after `in`: `in two weeks` if the clause looks ahead, `in two weeks' time`.
fn ahead(document: &Document, start: usize, end: usize) -> Option<Found> {
    let first = start.checked_sub(1).filter(|&before| document.is(before, "in"))?;
    // "In two minutes" is a duration, as the hour is unknown.
    if is_within_a_day(document, end - 1) {
        return None;
    }
    let marks = (end..end + 2)
        .take_while(|&at| {
            document
                .tokens
                .get(at)
                .is_some_and(|token| matches!(token.kind, TokenKind::Quotation | TokenKind::Possessive))
        })
        .count();
    if ranks(document, first) {
        return None;
    }
    let time = document.is(end + marks, "time");
    let ahead = time || tense::of(document, &(first..end)) == Some(Tense::Future);
    let end = if time { end + marks + 1 } else { end };
    ahead.then(|| (document.dateline.map_or(Base::Nowhere, |day| Base::At(Moment::Day(day))), 1, start..end))
}

/// Whether a rank makes the words a duration looked back on: "The ninth manager in eight years", "the worst flood in a
/// decade".
fn ranks(document: &Document, at: usize) -> bool {
    let first = document.sentence_tokens(at).start.max(at.saturating_sub(10));
    (first..at).any(|at| {
        let superlative = document.word(at).len() > 5 && document.ends_in(at, "est");
        document.tags(at).any(Tags::ORDINAL) || superlative || edges::is_any(document, at, &["best", "most", "worst"])
    })
}

/// Whether the unit at `at` is shorter than a day.
fn is_within_a_day(document: &Document, at: usize) -> bool {
    matches!(LEXICON.times.get(document.tokens[at].word), Some(TimeWord::Unit(unit)) if *unit < TimeUnit::Day)
}

/// The last stretch mentioned in the sentence, or a quarter mentioned shortly before: "Profit rose in the third quarter
/// from a year earlier".
fn context(document: &Document, at: usize) -> Option<Moment> {
    context::in_sentence(document, at, Some).or_else(|| quarter(document, at))
}

fn quarter(document: &Document, at: usize) -> Option<Moment> {
    context::nearest(document, at, |moment| if let Moment::Quarter(..) = moment { Some(moment) } else { None })
}

/// The base moved by a distance, as precise as the unit of the distance or as the base.
fn moved(from: Moment, count: Option<Decimal>, unit: TimeUnit, sign: i32) -> Option<Moment> {
    let count = count?;
    let (unit, times) = match unit {
        TimeUnit::Decade => (TimeUnit::Year, 10),
        TimeUnit::Century => (TimeUnit::Year, 100),
        TimeUnit::Week => (TimeUnit::Day, 7),
        TimeUnit::Fortnight => (TimeUnit::Day, 14),
        // "A year and a half ago".
        TimeUnit::Year if !count.is_integer() => (TimeUnit::Month, 12),
        unit => (unit, 1),
    };
    let count = count.checked_mul(times.into())?.to_i32()?.checked_mul(sign)?;
    match (from, unit) {
        (Moment::Quarter(..) | Moment::Half(..) | Moment::Season(..), TimeUnit::Year) => {
            from.in_year(i16::try_from(i32::from(from.year()?).checked_add(count)?).ok()?)
        }
        _ if from.unit() > unit => None,
        _ => Moment::containing(from.first_day()?, unit)?.later(count),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn magnitudes_stand_apart() {
        figures_at(
            "2015-09-23",
            "
It grew from 500 million three years ago.
             ^^^^^^^^^^^ figure count value=500000000
                         ^^^^^^^^^^^^^^^ figure date value=3 unit=year resolved=2012
",
        );
    }

    #[test]
    fn counted_from_the_sentence_before() {
        figures_at(
            "2015-09-23",
            "
The mill burned in 1908. Three years later it stood again, and two days later it burned.
                   ^^^^ figure date resolved=1908
                         ^^^^^^^^^^^^^^^^^ figure date value=3 unit=year resolved=1911
                                                               ^^^^^^^^^^^^^^ figure date value=2 unit=day

Rowe vanished on 4 May 2014. Her goat was found ten days later. An hour later it rained.
                 ^^^^^^^^^^ figure date resolved=2014-05-04
                                                ^^^^^^^^^^^^^^ figure date value=10 unit=day resolved=2014-05-14
                                                                ^^^^^^^^^^^^^ figure date value=1 unit=hour

Two weeks later she came.
^^^^^^^^^^^^^^^ figure date value=2 unit=week
",
        );
    }

    #[test]
    fn days_next_to_others() {
        figures_at(
            "2015-09-23",
            "
The lock opens the day after tomorrow at noon; it shut the day before 4 May, and a few years back.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-09-25T12:00
                                                       ^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-05-03
                                                                                 ^^^^^^^^^^^^^^^^ figure date resolved=PAST_REF
",
        );
    }

    #[test]
    fn distances_are_counted_from_the_dateline() {
        figures_at(
            "2015-09-23",
            "
The kiln was lit two years ago.
                 ^^^^^^^^^^^^^ figure date value=2 unit=year resolved=2013
Between 30 and 20 years ago it stood empty.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ figure date resolved=1985/1995
It will reopen in two weeks' time.
                  ^^^^^^^^^^^^^^^ figure date value=2 unit=week resolved=2015-10-07
It rang a year and a half ago, and a half-century ago.
        ^^^^^^^^^^^^^^^^^^^^^ figure date value=1.5 unit=year resolved=2014-03
                                   ^^^^^^^^^^^^^^^^^^ figure date value=0.5 unit=century resolved=1965
It shut on 3 May 2014 and burnt down two days later.
           ^^^^^^^^^^ figure date resolved=2014-05-03
                                     ^^^^^^^^^^^^^^ figure date value=2 unit=day resolved=2014-05-05
",
        );
    }
}
