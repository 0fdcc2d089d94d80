//! The first and the last day of a resolved time, so that dates can be searched by day.
//!
//! `2016-06` begins on 2016-06-01 and ends on 2016-06-30. A time or part of a day is on its day; a
//! decade or century begins with the year that names it: `199` is 1990 to 1999.

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};

/// The first and last day of a resolved time. Each is `None` if the time is open on that side, or
/// if its days are not known: "now", "on Mondays", a duration, years BCE.
pub(super) fn days(resolved: &str) -> [Option<Date>; 2] {
    match resolved.split_once('/') {
        Some((start, end)) => [stretch(start).map(|[first, _]| first), stretch(end).map(|[_, last]| last)],
        None => stretch(resolved).map_or([None, None], |days| days.map(Some)),
    }
}

/// The first and last day of a time that is not an interval.
fn stretch(time: &str) -> Option<[Date; 2]> {
    // `2016-06-21T18:00`, `2016-06-21TNI`
    let day = time.split_once('T').map_or(time, |(day, _)| day);
    let (year, part) = day.split_once('-').map_or((day, None), |(year, part)| (year, Some(part)));
    let digits = year.len();
    let year = number(year)?;
    match (digits, part) {
        (2, None) => years(year * 100, 100),
        (3, None) => years(year * 10, 10),
        (4, None) => years(year, 1),
        (4, Some(part)) => part_of_year(year, part),
        _ => None,
    }
}

/// A part of a year as ISO 8601 or TIMEX3 writes it: `06`, `06-21`, `Q2`, `H1`, `SU`, `W25`, `W25-WE`.
fn part_of_year(year: i16, part: &str) -> Option<[Date; 2]> {
    match part {
        "SP" => return months(year, 3, 3),
        "SU" => return months(year, 6, 3),
        "FA" => return months(year, 9, 3),
        // The winter of a year is the one that begins in it.
        "WI" => return months(year, 12, 3),
        _ => {}
    }
    if let Some(week) = part.strip_prefix('W') {
        return week_days(year, week);
    }
    if let Some(quarter) = part.strip_prefix('Q') {
        return months(year, i8::try_from(number(quarter)?).ok()?.checked_mul(3)? - 2, 3);
    }
    if let Some(half) = part.strip_prefix('H') {
        return months(year, i8::try_from(number(half)?).ok()?.checked_mul(6)? - 5, 6);
    }
    let (month, day) = part.split_once('-').map_or((part, None), |(month, day)| (month, Some(day)));
    let month = i8::try_from(number(month)?).ok()?;
    match day {
        None => months(year, month, 1),
        Some(day) => Date::new(year, month, i8::try_from(number(day)?).ok()?).ok().map(|day| [day, day]),
    }
}

/// The days of `count` years from `first` on.
fn years(first: i16, count: i16) -> Option<[Date; 2]> {
    Some([Date::new(first, 1, 1).ok()?, Date::new(first + count - 1, 12, 31).ok()?])
}

/// The days of `count` months from `first` on.
fn months(year: i16, first: i8, count: i64) -> Option<[Date; 2]> {
    let first = Date::new(year, first, 1).ok()?;
    Some([first, first.checked_add(count.months()).ok()?.yesterday().ok()?])
}

/// The days of a week from Monday on, or of its weekend: `25`, `25-WE`.
fn week_days(year: i16, week: &str) -> Option<[Date; 2]> {
    let (week, first) = week.strip_suffix("-WE").map_or((week, Weekday::Monday), |week| (week, Weekday::Saturday));
    let day = |weekday| Some(ISOWeekDate::new(year, i8::try_from(number(week)?).ok()?, weekday).ok()?.date());
    Some([day(first)?, day(Weekday::Sunday)?])
}

/// Digits as a number; `None` for anything else: `XXXX`, `BC1200`, `+4`.
fn number(digits: &str) -> Option<i16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(resolved: &str) -> String {
        days(resolved).map(|day| day.map_or("-".to_owned(), |day| day.to_string())).join(" ")
    }

    #[test]
    fn every_stretch_of_the_calendar_has_a_first_and_a_last_day() {
        for (resolved, expected) in [
            ("2016-06-21", "2016-06-21 2016-06-21"),
            ("2016-06-21T18:00", "2016-06-21 2016-06-21"),
            ("2016-06-21T18:00-05:00", "2016-06-21 2016-06-21"),
            ("2016-06-21TNI", "2016-06-21 2016-06-21"),
            ("2016-02", "2016-02-01 2016-02-29"),
            ("2016-12", "2016-12-01 2016-12-31"),
            ("2016", "2016-01-01 2016-12-31"),
            ("0793", "0793-01-01 0793-12-31"),
            ("199", "1990-01-01 1999-12-31"),
            ("17", "1700-01-01 1799-12-31"),
            ("2016-Q1", "2016-01-01 2016-03-31"),
            ("2016-Q4", "2016-10-01 2016-12-31"),
            ("2016-H2", "2016-07-01 2016-12-31"),
            ("2015-SP", "2015-03-01 2015-05-31"),
            ("2015-SU", "2015-06-01 2015-08-31"),
            ("2015-FA", "2015-09-01 2015-11-30"),
            ("2015-WI", "2015-12-01 2016-02-29"),
            ("2016-W25", "2016-06-20 2016-06-26"),
            ("2015-W53", "2015-12-28 2016-01-03"),
            ("2016-W25-WE", "2016-06-25 2016-06-26"),
        ] {
            assert_eq!(shown(resolved), expected, "{resolved}");
        }
    }

    #[test]
    fn an_interval_runs_from_the_first_day_of_one_to_the_last_of_the_other() {
        for (resolved, expected) in [
            ("2001/2020", "2001-01-01 2020-12-31"),
            ("2016-06-21/2016-07", "2016-06-21 2016-07-31"),
            ("2016-06-21T18:00/2016-06-22T02:00", "2016-06-21 2016-06-22"),
            ("2015-FA/2016-SP", "2015-09-01 2016-05-31"),
            ("199/2004", "1990-01-01 2004-12-31"),
            ("2010/..", "2010-01-01 -"),
            ("../2010-05", "- 2010-05-31"),
            ("../..", "- -"),
        ] {
            assert_eq!(shown(resolved), expected, "{resolved}");
        }
    }

    #[test]
    fn what_is_on_no_known_day_has_none() {
        for resolved in [
            "PRESENT_REF",
            "PAST_REF",
            "FUTURE_REF",
            "P3D",
            "PT2.5H",
            "P2WE",
            "T18:00",
            "T18:00/T19:30",
            "T09:00Z",
            "XXXX-WXX-1",
            "XXXX-XX-XXTNI",
            "BC1200",
            "BC1200/BC1100",
            "2016-13",
            "2016-02-30",
            "2016-Q5",
            "2016-H9",
            "2016-W54",
            "2016-Q99",
            "2016-",
            "-",
            "",
            "é",
            "+016",
        ] {
            assert_eq!(shown(resolved), "- -", "{resolved}");
        }
    }
}
