//! The calendar: the stretches that words of time denote, arithmetic on them, and ISO 8601.

use jiff::{
    Span,
    civil::{Date, ISOWeekDate, Weekday},
};

use crate::lexicon::TimeUnit;

/// A stretch of the calendar that has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Its first two digits: 19 is 1900 to 1999.
    Century(i16),
    /// Its first three digits: 199 is 1990 to 1999.
    Decade(i16),
    Year(i16),
    /// The year, and 1 or 2.
    Half(i16, i8),
    /// The year, and 1 to 4.
    Quarter(i16, i8),
    /// The year, and 1 (spring) to 4 (winter); a winter belongs to the year in which it begins.
    Season(i16, i8),
    /// The year, and 1 to 12.
    Month(i16, i8),
    /// Any day of an ISO 8601 week, Monday to Sunday.
    Week(Date),
    /// Any day of the week that it ends.
    Weekend(Date),
    Day(Date),
}

/// The TIMEX3 codes of the seasons, from spring on.
const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];

impl Moment {
    /// The stretch of this size that contains `day`; `None` for units below a day.
    pub fn containing(day: Date, unit: TimeUnit) -> Option<Moment> {
        Some(match unit {
            TimeUnit::Century => Moment::Century(day.year().div_euclid(100)),
            TimeUnit::Decade => Moment::Decade(day.year().div_euclid(10)),
            TimeUnit::Year => Moment::Year(day.year()),
            TimeUnit::Quarter => Moment::Quarter(day.year(), (day.month() + 2) / 3),
            TimeUnit::Month => Moment::Month(day.year(), day.month()),
            TimeUnit::Week => Moment::Week(day),
            TimeUnit::Weekend => Moment::Weekend(day),
            TimeUnit::Day => Moment::Day(day),
            TimeUnit::Fortnight | TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second => return None,
        })
    }

    /// The season of `day`; January and February belong to the winter of the year before.
    pub fn season_of(day: Date) -> Moment {
        match day.month() {
            1 | 2 => Moment::Season(day.year() - 1, 4),
            month => Moment::Season(day.year(), month / 3),
        }
    }

    /// Its unit; halves and seasons count as quarters.
    pub fn unit(self) -> TimeUnit {
        match self {
            Moment::Century(_) => TimeUnit::Century,
            Moment::Decade(_) => TimeUnit::Decade,
            Moment::Year(_) => TimeUnit::Year,
            Moment::Half(..) | Moment::Quarter(..) | Moment::Season(..) => TimeUnit::Quarter,
            Moment::Month(..) => TimeUnit::Month,
            Moment::Week(_) => TimeUnit::Week,
            Moment::Weekend(_) => TimeUnit::Weekend,
            Moment::Day(_) => TimeUnit::Day,
        }
    }

    /// Its first day.
    pub fn first_day(self) -> Option<Date> {
        let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
        match self {
            Moment::Century(digits) => first(digits.checked_mul(100)?, 1),
            Moment::Decade(digits) => first(digits.checked_mul(10)?, 1),
            Moment::Year(year) => first(year, 1),
            Moment::Half(year, half) => first(year, half * 6 - 5),
            Moment::Quarter(year, quarter) => first(year, quarter * 3 - 2),
            Moment::Season(year, season) => first(year, season * 3),
            Moment::Month(year, month) => first(year, month),
            Moment::Week(day) => weekday_in_week_of(day, 1),
            Moment::Weekend(day) => weekday_in_week_of(day, 6),
            Moment::Day(day) => Some(day),
        }
    }

    /// The stretch of the same size `count` steps later, or earlier if `count` is negative; `None` outside the years
    /// -9999 to 9999.
    pub fn later(self, count: i32) -> Option<Moment> {
        let year = |year: i16| i16::try_from(i32::from(year).checked_add(count)?).ok();
        let within = |year: i16, part: i8, parts: i32| {
            let all = (i32::from(year) * parts + i32::from(part) - 1).checked_add(count)?;
            Some((i16::try_from(all.div_euclid(parts)).ok()?, all.rem_euclid(parts) as i8 + 1))
        };
        let days = |day: Date, days: i32| day.checked_add(Span::new().try_days(days).ok()?).ok();
        Some(match self {
            Moment::Century(first) => Moment::Century(year(first)?),
            Moment::Decade(first) => Moment::Decade(year(first)?),
            Moment::Year(first) => Moment::Year(year(first)?),
            Moment::Half(first, part) => within(first, part, 2).map(|(year, part)| Moment::Half(year, part))?,
            Moment::Quarter(first, part) => within(first, part, 4).map(|(year, part)| Moment::Quarter(year, part))?,
            Moment::Season(first, part) => within(first, part, 4).map(|(year, part)| Moment::Season(year, part))?,
            Moment::Month(first, part) => within(first, part, 12).map(|(year, part)| Moment::Month(year, part))?,
            Moment::Week(day) => Moment::Week(days(day, count.checked_mul(7)?)?),
            Moment::Weekend(day) => Moment::Weekend(days(day, count.checked_mul(7)?)?),
            Moment::Day(day) => Moment::Day(days(day, count)?),
        })
    }

    /// The same stretch of another year.
    pub fn in_year(self, year: i16) -> Option<Moment> {
        Some(match self {
            Moment::Half(_, part) => Moment::Half(year, part),
            Moment::Quarter(_, part) => Moment::Quarter(year, part),
            Moment::Season(_, part) => Moment::Season(year, part),
            Moment::Month(_, part) => Moment::Month(year, part),
            Moment::Day(day) => Moment::Day(Date::new(year, day.month(), day.day()).ok()?),
            _ => return None,
        })
    }

    /// ISO 8601; TIMEX3 for a season and a weekend; a decade and a century as their first digits.
    pub fn iso(self) -> String {
        match self {
            Moment::Century(first) => format!("{first:02}"),
            Moment::Decade(first) => format!("{first:03}"),
            Moment::Year(year @ ..0) => format!("BC{:04}", year.unsigned_abs()),
            Moment::Year(year) => format!("{year:04}"),
            Moment::Half(year, half) => format!("{year:04}-H{half}"),
            Moment::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Moment::Season(year, season) => format!("{year:04}-{}", SEASONS[(season - 1).clamp(0, 3) as usize]),
            Moment::Month(year, month) => format!("{year:04}-{month:02}"),
            Moment::Week(day) => week(day.iso_week_date()),
            Moment::Weekend(day) => week(day.iso_week_date()) + "-WE",
            Moment::Day(day) => day.to_string(),
        }
    }

    /// The calendar year in which it begins, for stretches no longer than a year.
    pub fn year(self) -> Option<i16> {
        match self {
            Moment::Century(_) | Moment::Decade(_) => None,
            Moment::Year(year)
            | Moment::Half(year, _)
            | Moment::Quarter(year, _)
            | Moment::Season(year, _)
            | Moment::Month(year, _) => Some(year),
            Moment::Week(day) | Moment::Weekend(day) | Moment::Day(day) => Some(day.year()),
        }
    }
}

fn week(week: ISOWeekDate) -> String {
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The last day with this ISO 8601 weekday number on or before `day`.
pub fn weekday_up_to(day: Date, weekday: i8) -> Option<Date> {
    let back = (day.weekday().to_monday_one_offset() - weekday).rem_euclid(7);
    day.checked_sub(Span::new().days(back)).ok()
}

/// The first day with this weekday number on or after `day`.
pub fn weekday_from(day: Date, weekday: i8) -> Option<Date> {
    let on = (weekday - day.weekday().to_monday_one_offset()).rem_euclid(7);
    day.checked_add(Span::new().days(on)).ok()
}

/// The day with this weekday number in the ISO 8601 week of `day`.
pub fn weekday_in_week_of(day: Date, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let week = day.iso_week_date();
    Some(ISOWeekDate::new(week.year(), week.week(), weekday).ok()?.date())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn moments_are_counted_on_over_the_ends_of_years() {
        let cases = [
            (Moment::Month(2015, 1), -1, "2014-12"),
            (Moment::Quarter(2015, 4), 2, "2016-Q2"),
            (Moment::Week(date(2015, 1, 1)), -1, "2014-W52"),
            (Moment::Season(2015, 4), 1, "2016-SP"),
            (Moment::Decade(199), 1, "200"),
            (Moment::Weekend(date(2015, 9, 23)), 0, "2015-W39-WE"),
        ];
        for (moment, count, expected) in cases {
            assert_eq!(moment.later(count).unwrap().iso(), expected);
        }
        assert_eq!(Moment::Year(9999).later(i32::MAX), None);
    }

    #[test]
    fn weekdays_are_found_before_and_after() {
        let wednesday = date(2015, 9, 23);
        assert_eq!(weekday_up_to(wednesday, 3), Some(wednesday));
        assert_eq!(weekday_up_to(wednesday, 4), Some(date(2015, 9, 17)));
        assert_eq!(weekday_from(wednesday, 2), Some(date(2015, 9, 29)));
        assert_eq!(weekday_in_week_of(wednesday, 1), Some(date(2015, 9, 21)));
    }
}
