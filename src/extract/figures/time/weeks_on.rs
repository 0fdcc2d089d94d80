//! A day a number of weeks from a day named next to them: "a week on Monday", "Monday week", "a fortnight today", "a
//! week ago Tuesday".

use std::ops::Range;

use jiff::{Span, civil::Date};

use super::{
    calendar::{Moment, weekday_from, weekday_up_to},
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

/// Days that are weeks from another day.
pub const EXTRACTOR: Extractor<Figure> = Extractor {
    name: "figures.weeks_on",
    source: include_str!("weeks_on.rs"),
    anchors: Tags::TIME_UNIT,
    extract: |document, at, found| phrase::push(EXTRACTOR.name, document, read(document, at), found),
};

/// The day whose weeks are at `at`.
fn read(document: &Document, at: usize) -> Option<Phrase> {
    let &TimeWord::Unit(unit) = LEXICON.times.get(document.tokens[at].word)? else { return None };
    if !matches!(unit, TimeUnit::Week | TimeUnit::Fortnight) {
        return None;
    }
    monday_week(document, at).or_else(|| week_on_monday(document, at))
}

/// The day a week or two after the next of that name: "Monday week", "today fortnight".
fn monday_week(document: &Document, at: usize) -> Option<Phrase> {
    let day = at.checked_sub(1).filter(|&day| is_day(document, day) && edges::is_closed(document, at + 1))?;
    let before = day.checked_sub(1).map_or(Tags::NONE, |before| document.tags(before));
    if document.ends_in(at, "s") || before.any(Tags::DETERMINER | Tags::POINTER | Tags::ORDINAL) {
        return None;
    }
    let weeks = if document.is(at, "week") { 1 } else { 2 };
    Some(Phrase::new(day..at + 1, counted(document, day, weeks)))
}

/// The day weeks from a day that follows: "A week on Monday", "two weeks tomorrow", "a week ago Tuesday".
fn week_on_monday(document: &Document, at: usize) -> Option<Phrase> {
    let ago = document.is(at + 1, "ago");
    let on = at + 1 + usize::from(ago);
    let day = on + usize::from(document.is(on, "on"));
    if !is_day(document, day) || !edges::is_closed(document, day + 1) || document.is(day + 1, "since") {
        return None;
    }
    let phrase = super::length_at(document, at)?;
    let Time::Length(length) = phrase.time else { return None };
    let tokens = phrase.tokens.start..day + 1;
    if !(ago || looks_ahead(document, &tokens)) {
        return None;
    }
    let weeks = length.value()?.to_i64()? * if length.unit == TimeUnit::Fortnight { 2 } else { 1 };
    let time = counted(document, day, if ago { -weeks } else { weeks });
    Some(Phrase {
        length: Some(Length::exactly(Decimal::from(weeks.abs()), TimeUnit::Week)),
        ..Phrase::new(tokens, time)
    })
}

/// Whether the words are a date, not a duration as in "Worked a week on Monday's barge", "for a week on Friday".
fn looks_ahead(document: &Document, tokens: &Range<usize>) -> bool {
    let lasting =
        tokens.start.checked_sub(1).is_some_and(|before| edges::is_any(document, before, &["for", "in", "of"]));
    !lasting && tense::of(document, tokens) != Some(Tense::Past)
}

/// Whether a day counted from the dateline is at `at`: a weekday, `today`, `tomorrow`.
fn is_day(document: &Document, at: usize) -> bool {
    let weekday = document.tags(at).any(Tags::WEEKDAY) && document.tokens[at].span.len() > 5;
    weekday && !document.ends_in(at, "days") || edges::is_any(document, at, &["today", "tomorrow"])
}

/// The day that is `weeks` weeks from the day at `at`.
fn counted(document: &Document, at: usize, weeks: i64) -> Time {
    let day = document.dateline.and_then(|dateline| base(document, at, dateline, weeks < 0));
    let moved = day.and_then(|day| day.checked_add(Span::new().try_weeks(weeks).ok()?).ok());
    moved.map_or(Time::Unplaced, |day| Time::At(Moment::Day(day)))
}

/// The day at `at` that is nearest to the dateline.
fn base(document: &Document, at: usize, dateline: Date, back: bool) -> Option<Date> {
    match *LEXICON.times.get(document.tokens[at].word)? {
        TimeWord::Day(days) => dateline.checked_add(Span::new().days(days)).ok(),
        TimeWord::Weekday(weekday) if back => weekday_up_to(dateline.yesterday().ok()?, weekday),
        TimeWord::Weekday(weekday) => weekday_from(dateline.tomorrow().ok()?, weekday),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figures_at;

    #[test]
    fn weeks_behind_a_day() {
        // 2015-09-23 was a Wednesday.
        figures_at(
            "2015-09-23",
            "
The weir reopens a week on Friday, and the board sits Tuesday week.
                 ^^^^^^^^^^^^^^^^ figure date value=1 unit=week resolved=2015-10-02
                                                      ^^^^^^^^^^^^ figure date resolved=2015-10-06
Her term ends a fortnight today.
              ^^^^^^^^^^^^^^^^^ figure date value=2 unit=week resolved=2015-10-07
A sluice burst a week ago Monday.
               ^^^^^^^^^^^^^^^^^ figure date value=1 unit=week resolved=2015-09-14
",
        );
    }

    #[test]
    fn how_long_is_not_when() {
        figures_at(
            "2015-09-23",
            "
The bargees worked two weeks on Monday and rested for a week on Sunday.
                   ^^^^^^^^^ figure duration value=2 unit=week resolved=P2W
                                ^^^^^^ figure date resolved=2015-09-21
                                                      ^^^^^^ figure duration value=1 unit=week counted=[bargees] resolved=P1W
                                                                ^^^^^^ figure date resolved=2015-09-20
",
        );
    }
}
