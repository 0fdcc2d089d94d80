//! Holidays and their dates: holidays.tsv.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use super::{
    Lexicon, calendars,
    moon::{self, Hour},
    rows::rows,
};
use crate::types::{Tags, WordId};

/// An annual holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// All words of the name; the first is the key.
    pub words: Vec<WordId>,
    rule: Rule,
}

/// The rule for a holiday's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// The n-th weekday of a month (-1 is the last), plus days after it.
    Nth { place: i8, weekday: Weekday, month: i8, after: i32 },
    /// Days after Easter Sunday.
    Easter(i32),
    /// The same for the Orthodox churches.
    OrthodoxEaster(i32),
    /// Days after the Hebrew new year that begins in the year. Negative before it, as the months from Nisan on never
    /// vary.
    Hebrew(i64),
    /// Month and day of the Islamic year.
    Islamic(i64, i64),
    /// Days after the first new or full moon from a month and day on.
    Moon { is_full: bool, hour: Hour, month: i8, day: i8, after: i32 },
}

impl Holiday {
    /// Its date in a year.
    pub fn day(&self, year: i16) -> Option<Date> {
        match self.rule {
            Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
            Rule::Nth { place, weekday, month, after } => {
                let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(place, weekday).ok()?;
                day.checked_add(Span::new().days(after)).ok()
            }
            Rule::Easter(after) => easter(year)?.checked_add(Span::new().days(after)).ok(),
            Rule::OrthodoxEaster(after) => calendars::orthodox_easter(year)?.checked_add(Span::new().days(after)).ok(),
            Rule::Hebrew(after) => calendars::hebrew(year, after),
            Rule::Islamic(month, day) => calendars::islamic(year, month, day),
            Rule::Moon { is_full, hour, month, day, after } => {
                let moon = moon::first(Date::new(year, month, day).ok()?, is_full, hour)?;
                moon.checked_add(Span::new().days(after)).ok()
            }
        }
    }
}

pub(super) fn load(lexicon: &mut Lexicon) {
    for row in rows(include_str!("holidays.tsv")) {
        let rule = rule(row[1]).expect("holidays.tsv: the second column is a day");
        let words = lexicon.add_form(row[0], Tags::TIME_CUE);
        lexicon.holidays.push(words[0], Holiday { words, rule });
    }
}

fn rule(column: &str) -> Option<Rule> {
    let mut parts = column.split(' ');
    let first = parts.next()?;
    match first {
        "easter" => return Some(Rule::Easter(parts.next()?.parse().ok()?)),
        "orthodox" => return Some(Rule::OrthodoxEaster(parts.next()?.parse().ok()?)),
        "hebrew" => return Some(Rule::Hebrew(parts.next()?.parse().ok()?)),
        "islamic" => {
            let (month, day) = parts.next()?.split_once('-')?;
            return Some(Rule::Islamic(month.parse().ok()?, day.parse().ok()?));
        }
        "new" | "full" => return moon(first == "full", parts.next()?, parts.next()?, parts.next()),
        _ => {}
    }
    if let Some((month, day)) = first.split_once('-') {
        return Some(Rule::Fixed(month.parse().ok()?, day.parse().ok()?));
    }
    let place = match first {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "last" => -1,
        _ => return None,
    };
    let weekday = weekday(parts.next()?)?;
    let month = parts.next()?.parse().ok()?;
    Some(Rule::Nth { place, weekday, month, after: parts.next().map_or(Some(0), |days| days.parse().ok())? })
}

/// The rule with its hour, its first possible month and day, and days after the moon.
fn moon(is_full: bool, hour: &str, from: &str, after: Option<&str>) -> Option<Rule> {
    let hour = match hour {
        "beijing" => Hour::Beijing,
        "dawn" => Hour::Dawn,
        "dusk" => Hour::Dusk,
        _ => return None,
    };
    let (month, day) = from.split_once('-')?;
    let after = after.map_or(Some(0), |days| days.parse().ok())?;
    Some(Rule::Moon { is_full, hour, month: month.parse().ok()?, day: day.parse().ok()?, after })
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "thursday" => Weekday::Thursday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves() {
        for (year, month, day) in [(2015, 4, 5), (2016, 3, 27), (2024, 3, 31), (2038, 4, 25)] {
            assert_eq!(easter(year), Date::new(year, month, day).ok());
        }
    }

    #[test]
    fn days_are_found_by_their_rule() {
        let day = |text, year| Holiday { words: Vec::new(), rule: rule(text).unwrap() }.day(year).unwrap().to_string();
        assert_eq!(day("12-25", 2015), "2015-12-25");
        assert_eq!(day("last monday 5", 2015), "2015-05-25");
        assert_eq!(day("fourth thursday 11 +1", 2015), "2015-11-27");
        assert_eq!(day("easter -2", 2015), "2015-04-03");
    }
}
