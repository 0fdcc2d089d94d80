//! A stretch counted from the dateline by a word that points: "last year", "this month", "next week",
//! "the previous day", "earlier this week".

use super::{
    calendar::Moment,
    context,
    direction::{self, Direction},
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
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Units of the calendar with a word that points.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.relative_unit",
    source: include_str!("relative_unit.rs"),
    anchors: Tags::TIME_UNIT.with(Tags::SEASON),
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// As [`read`], for the words that count from the dateline.
pub fn from_dateline(document: &Document, at: usize) -> Option<Phrase> {
    let pointer = at.checked_sub(1)?;
    matches!(direction::at(document, pointer)?, Direction::Last | Direction::This | Direction::Next)
        .then(|| read(document, at))
        .flatten()
}

/// The stretch whose unit is at `at`.
pub fn read(document: &Document, at: usize) -> Option<Phrase> {
    let word = LEXICON.times.get(document.tokens[at].word)?;
    let before = at.checked_sub(1)?;
    if let Some(phrase) = before_last(document, at, word) {
        return Some(phrase);
    }
    let kind = Some(before).filter(|&at| edges::is_any(document, at, &["fiscal", "financial", "calendar"]));
    let pointer = if kind.is_some() { before.checked_sub(1)? } else { before };
    let direction = direction::at(document, pointer)?;
    if document.ends_in(at, "s") || edges::is_title(document, at) {
        return None;
    }
    let start = edges::lead(document, pointer);
    // "The next day" is the one after a day mentioned before.
    let article = pointer.checked_sub(1).is_some_and(|at| document.is(at, "the"));
    let day = matches!(word, TimeWord::Unit(TimeUnit::Day));
    let next = article && direction == Direction::Next;
    let direction = if next && (day || is_told_of(document, pointer, at)) { Direction::After } else { direction };
    if let Some(time) = rolling(document, pointer, word) {
        return Some(Phrase::new(start..at + 1, time));
    }
    let time = match word {
        TimeWord::Unit(unit) => placed(document, pointer, *unit, direction)?,
        TimeWord::Season(season) => season_of(document, *season, direction),
        _ => return None,
    };
    Some(Phrase::new(start..at + 1, time))
}

/// The stretch two steps from that of the dateline: "The week before last", "the year after next".
fn before_last(document: &Document, at: usize, word: &TimeWord) -> Option<Phrase> {
    let steps = match () {
        () if document.is(at + 1, "before") && document.is(at + 2, "last") => -2,
        () if document.is(at + 1, "after") && document.is(at + 2, "next") => 2,
        () => return None,
    };
    let &TimeWord::Unit(unit) = word else { return None };
    let start = edges::determiner(document, at);
    let closed = start < at && edges::is_closed(document, at + 3) && unit > TimeUnit::Day;
    let moment = document.dateline.and_then(|day| Moment::containing(day, unit)?.later(steps));
    closed.then(|| Phrase::new(start..at + 3, moment.map_or(Time::Unplaced, Time::At)))
}

/// The stretch of that duration up to the dateline, while "last year" is a calendar year: "The last year", "the past
/// month". For a decade only the duration is meant.
fn rolling(document: &Document, pointer: usize, word: &TimeWord) -> Option<Time> {
    let TimeWord::Unit(unit) = *word else { return None };
    let article = pointer.checked_sub(1).is_some_and(|at| document.is(at, "the"));
    let past = document.is(pointer, "past") || (article && document.is(pointer, "last"));
    let next = article && document.is(pointer, "next");
    if unit == TimeUnit::Fortnight {
        return fortnight(document, direction::at(document, pointer)?);
    }
    if unit >= TimeUnit::Decade {
        return (article && (past || next)).then_some(Time::Length(Length::exactly(Decimal::ONE, unit)));
    }
    if !past || !matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year) {
        return None;
    }
    let Some(dateline) = document.dateline else { return Some(Time::Unplaced) };
    let span = match unit {
        TimeUnit::Week => jiff::Span::new().weeks(1),
        TimeUnit::Month => jiff::Span::new().months(1),
        _ => jiff::Span::new().years(1),
    };
    let first = dateline.checked_sub(span).ok()?;
    Some(Time::Between(Some(Moment::Day(first)), Some(Moment::Day(dateline))))
}

/// The two weeks before or after the dateline: "The past fortnight", "next fortnight".
fn fortnight(document: &Document, direction: Direction) -> Option<Time> {
    let Some(dateline) = document.dateline else { return Some(Time::Unplaced) };
    let weeks = jiff::Span::new().weeks(2);
    let (first, last) = match direction {
        Direction::Last => (dateline.checked_sub(weeks).ok()?, dateline),
        Direction::Next => (dateline, dateline.checked_add(weeks).ok()?),
        _ => return None,
    };
    Some(Time::Between(Some(Moment::Day(first)), Some(Moment::Day(last))))
}

/// Whether "the next" year, month or week at `pointer` follows one mentioned before: "She was freed the next year"; "in
/// the next year" counts from the dateline.
fn is_told_of(document: &Document, pointer: usize, at: usize) -> bool {
    let the = pointer.saturating_sub(1);
    let ahead = the > 0 && document.tags(the - 1).any(Tags::PREPOSITION) || document.tags(at + 1).any(Tags::MODAL);
    !ahead && tense::of(document, &(the..at + 1)) == Some(Tense::Past)
}

fn placed(document: &Document, at: usize, unit: TimeUnit, direction: Direction) -> Option<Time> {
    if unit < TimeUnit::Day || unit == TimeUnit::Fortnight {
        return None;
    }
    let day = match direction {
        Direction::Before => named_before(document, at, unit).or(document.dateline),
        Direction::After | Direction::Same => named_before(document, at, unit)
            .or_else(|| document.dateline.filter(|_| !lies_anywhere(document, at, unit))),
        _ => document.dateline,
    };
    let moment = match day {
        Some(day) => Moment::containing(day, unit).and_then(|moment| moment.later(steps(direction))),
        None if unit == TimeUnit::Year && document.dateline.is_none() => {
            document.year.and_then(|year| Moment::Year(year).later(steps(direction)))
        }
        None => None,
    };
    Some(moment.map_or(Time::Unplaced, Time::At))
}

/// Whether an unnamed time can be anywhere in a narrated past: "she died the following day", "that year"; not "the same
/// month" or "for the following quarter".
fn lies_anywhere(document: &Document, at: usize, unit: TimeUnit) -> bool {
    let led = at > 1 && document.is(at - 1, "the") && document.is(at - 2, "for");
    let ahead = led || document.is(at, "same") && unit > TimeUnit::Day;
    !ahead && tense::of(document, &(at..at + 1)) == Some(Tense::Past)
}

/// The first day of the time mentioned last, if that is no longer than the unit.
fn named_before(document: &Document, at: usize, unit: TimeUnit) -> Option<Date> {
    context::nearest(document, at, Some).filter(|moment| moment.unit() <= unit)?.first_day()
}

fn steps(direction: Direction) -> i32 {
    match direction {
        Direction::Last | Direction::Before => -1,
        Direction::This | Direction::Same => 0,
        Direction::Next | Direction::After => 1,
    }
}

/// The season in the dateline's year, or in the year before or after it.
fn season_of(document: &Document, season: i8, direction: Direction) -> Time {
    let Some(dateline) = document.dateline else { return Time::Unplaced };
    let current = Moment::season_of(dateline);
    let Moment::Season(year, now) = current else { return Time::Unplaced };
    let years = match direction {
        Direction::Last | Direction::Before => -i16::from(season >= now),
        Direction::Next | Direction::After => i16::from(season <= now),
        // Only in January and February does the winter belong to the year before.
        Direction::This | Direction::Same => i16::from(season != 4 && year < dateline.year()),
    };
    Time::At(Moment::Season(year + years, season))
}

#[cfg(test)]
mod tests {
    use crate::testing::{figures, figures_at};

    #[test]
    fn units_are_counted_from_the_dateline() {
        figures_at(
            "2015-09-23",
            "
Fares rose last year. A review is due next week.
           ^^^^^^^^^ figure date resolved=2014
                                      ^^^^^^^^^ figure date resolved=2015-W40
",
        );
    }

    #[test]
    fn the_next_day_follows_the_day_told_of() {
        figures_at(
            "2015-09-23",
            "
The crane fell on 4 May and was cleared the next day.
                  ^^^^^ figure date resolved=2015-05-04
                                        ^^^^^^^^^^^^ figure date resolved=2015-05-05
",
        );
    }

    #[test]
    fn what_is_told_of_the_past_is_placed_by_what_is_named() {
        figures_at(
            "2015-09-23",
            "
The mill burned in 1988 and was sold the next year. It will open in the next year.
                   ^^^^ figure date resolved=1988
                                     ^^^^^^^^^^^^^ figure date resolved=1989
                                                                    ^^^^^^^^^^^^^ figure date resolved=2016
",
        );
        figures_at(
            "2015-09-23",
            "
She fell ill at the fair and died the next day; nobody had seen her that week. Her book came out the following year.
                                  ^^^^^^^^^^^^ figure date
                                                                    ^^^^^^^^^ figure date
                                                                                                 ^^^^^^^^^^^^^^^^^^ figure date
",
        );
    }

    #[test]
    fn the_last_but_one() {
        figures_at(
            "2015-09-23",
            "
The weir froze the week before last, and the lease ends the year after next.
               ^^^^^^^^^^^^^^^^^^^^ figure date resolved=2015-W37
                                                        ^^^^^^^^^^^^^^^^^^^ figure date resolved=2017
",
        );
    }

    #[test]
    fn fortnights() {
        figures(
            "
The trial ran over the past fortnight.
                   ^^^^^^^^^^^^^^^^^^ figure date
",
        );
    }
}
