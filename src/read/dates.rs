//! Times of publication, in the many ways in which sources write them.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    fmt::{rfc2822, strtime},
    tz::TimeZone,
};
use serde_json::Value;

use super::written_dates::{day_in_words, stamped, time_behind};

/// Formats of days in digits that begin with the year.
const DAYS: [&str; 3] = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"];

/// Whether the day or the month comes first in dates whose digits end with the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// `03/04/2015` is 3 April.
    DayFirst,
    /// `03/04/2015` is March 4.
    MonthFirst,
}

/// Parses a time of publication, as the clock of its source showed it; midnight if only the day is
/// given.
///
/// A number, or a text of 10, 13, 16 or 19 digits, counts the seconds since 1970 in UTC, or their
/// thousandths, millionths or billionths. A day such as 03/04/2015, which can be read in two ways,
/// gives `None`.
pub fn published(value: &Value) -> Option<DateTime> {
    published_in(value, None)
}

/// Like [`published`], where the order of day and month may be known.
pub fn published_in(value: &Value, order: Option<DateOrder>) -> Option<DateTime> {
    match value {
        // Zero stands for an unknown date, and a number out of range is not a date.
        Value::Number(number) => {
            let whole = || number.as_f64().filter(|count| count.abs() < i64::MAX as f64).map(|count| count as i64);
            since_1970(number.as_i64().or_else(whole).filter(|count| *count != 0)?)
        }
        Value::String(string) => written(string.trim(), order),
        // MongoDB's extended JSON, in its present and its former version.
        Value::Object(object) => match object.get("$numberLong") {
            Some(count) => since_1970(count.as_str()?.parse().ok()?),
            None => published(object.get("$date")?),
        },
        _ => None,
    }
}

fn since_1970(count: i64) -> Option<DateTime> {
    let timestamp = match count.unsigned_abs() {
        0..100_000_000_000 => Timestamp::from_second(count),
        100_000_000_000..100_000_000_000_000 => Timestamp::from_millisecond(count),
        100_000_000_000_000..100_000_000_000_000_000 => Timestamp::from_microsecond(count),
        _ => Timestamp::from_nanosecond(count.into()),
    };
    Some(timestamp.ok()?.to_zoned(TimeZone::UTC).datetime())
}

fn written(given: &str, order: Option<DateOrder>) -> Option<DateTime> {
    let iso = given.trim_end_matches('Z');
    let other = || day(given).or_else(|| day_in_digits(given, order)?.ok());
    counted(given).or_else(|| iso.parse().ok()).or_else(|| rfc2822_clock(given)).or_else(other)
}

/// Whether a day in digits can be read in two ways.
pub fn is_ambiguous(given: &str) -> bool {
    let read = |order| day_in_digits(given.trim(), Some(order)).and_then(Result::ok);
    match (read(DateOrder::DayFirst), read(DateOrder::MonthFirst)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

/// Parses `23/09/2015`, which only one order allows, and `03/04/2015` if the order is known; a time
/// after the day is ignored. `None` where the text is not such a day.
fn day_in_digits(given: &str, order: Option<DateOrder>) -> Option<Result<DateTime, jiff::Error>> {
    let date = given.split([' ', 'T', ',']).next()?;
    let mark = date.chars().find(|letter| !letter.is_ascii_digit()).filter(|mark| ['/', '.', '-'].contains(mark))?;
    let mut parts = date.split(mark).map(|part| (part.len(), part.parse::<i16>()));
    let ((1 | 2, Ok(first)), (1 | 2, Ok(second)), (4, Ok(year)), None) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next())
    else {
        return None;
    };
    let day_first = match order {
        _ if first == second || first > 12 => true,
        _ if second > 12 => false,
        order => order? == DateOrder::DayFirst,
    };
    let (day, month) = if day_first { (first, second) } else { (second, first) };
    Some(Date::new(year, month as i8, day as i8).map(|date| date.to_datetime(Default::default())))
}

/// Seconds, or fractions of a second, since 1970, for times from 2001 on. Ten digits that begin
/// with 19 or 20 are not counted, since they may be a day and an hour.
fn counted(given: &str) -> Option<DateTime> {
    // Programs for tables write all integers of a column with a fraction if one is missing:
    // `1442997000.0`.
    let whole = given.split_once('.').map_or(given, |(whole, _)| whole);
    let number = matches!(whole.len(), 10 | 13 | 16 | 19) && whole.starts_with('1') && !whole.starts_with("19");
    since_1970(whole.parse().ok().filter(|_| number)?)
}

/// `Wed, 23 Sep 2015 10:00:00 GMT`, without its offset.
fn rfc2822_clock(given: &str) -> Option<DateTime> {
    Some(rfc2822::DateTimeParser::new().parse_zoned(given).ok()?.datetime())
}

/// A day, with the time after it if one is written there.
fn day(given: &str) -> Option<DateTime> {
    let parse = |format: &&str| {
        let (time, length) = strtime::BrokenDownTime::parse_prefix(format, given).ok()?;
        // `%Y` would take the 03 of 03/04/2015 for a year.
        let date = time.to_date().ok().filter(|date| date.year() >= 1000)?;
        Some((date, given.get(length..)?))
    };
    let Some((date, rest)) = DAYS.iter().find_map(parse).or_else(|| day_in_words(given)) else {
        return stamped(given);
    };
    Some(date.to_datetime(time_behind(rest).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn reads(given: impl Into<Value>, expected: Option<&str>) {
        let given = given.into();
        assert_eq!(published(&given).map(|time| time.to_string()).as_deref(), expected, "{given}");
    }

    #[test]
    fn days_and_times_are_read_however_written() {
        for day in [
            "2015-09-23",
            "2015/09/23",
            "20150923",
            "23 September 2015",
            "September 23, 2015",
            "23 Sep 2015",
            "Wednesday, 23 September 2015",
            "Wednesday, September 23, 2015",
            "Wed, 23 Sep 2015",
            "Sept. 23 2015",
            "2015-09-23, late",
            "23rd of September 2015",
        ] {
            reads(day, Some("2015-09-23T00:00:00"));
        }
        for time in [
            "2015-09-23T08:30:00",
            "2015-09-23 08:30:00",
            "2015-09-23T08:30:00Z",
            "2015-09-23T08:30:00+01:00",
            "20150923T083000Z",
            "Wed, 23 Sep 2015 08:30:00 GMT",
            "2015-09-23 08:30:00 +00:00",
            "2015-09-23 08:30:00 UTC",
            "2015-09-23T08:30:00+0000",
            "2015/09/23 08:30",
            "20150923083000",
            "Wednesday, September 23, 2015 at 8:30 a.m.",
            "Sept. 23, 2015, 8:30 AM ET",
            "Wed Sep 23 08:30:00 2015",
            "Wed Sep 23 08:30:00 +0000 2015",
            "08:30, 23 September 2015",
        ] {
            reads(time, Some("2015-09-23T08:30:00"));
        }
    }

    #[test]
    fn numbers_are_seconds_or_milliseconds() {
        reads(1_442_997_000, Some("2015-09-23T08:30:00"));
        reads(1_442_997_000_000_i64, Some("2015-09-23T08:30:00"));
        reads("1442997000", Some("2015-09-23T08:30:00"));
        reads("2015092308", Some("2015-09-23T00:00:00"));
        reads("1442997000000", Some("2015-09-23T08:30:00"));
        for parts in [1_442_997_000_000_000_i64, 1_442_997_000_000_000_000] {
            reads(parts, Some("2015-09-23T08:30:00"));
            reads(parts.to_string(), Some("2015-09-23T08:30:00"));
        }
        reads(0, None);
        reads(1e20, None);
        reads(i64::MIN, Some("1677-09-21T00:12:43.145224192"));
        reads(1_442_997_000.25, Some("2015-09-23T08:30:00"));
        reads("1442997000.0", Some("2015-09-23T08:30:00"));
        for exported in
            [json!("2015-09-23T08:30:00Z"), json!(1_442_997_000_000_i64), json!({"$numberLong": "1442997000000"})]
        {
            reads(json!({"$date": exported}), Some("2015-09-23T08:30:00"));
        }
    }

    #[test]
    fn what_is_not_certain_is_no_date() {
        for given in ["03/04/2015", "yesterday", "2015", "2015-02-30", "", "é2015-09-23", "13/14/2015", "3/4/15"] {
            reads(given, None);
        }
        assert!(is_ambiguous("03/04/2015 10:00") && is_ambiguous("3.4.2015"));
        assert!(!["yesterday", "13/04/2015", "03/03/2015", "2015-02-30"].into_iter().any(is_ambiguous));
    }

    #[test]
    fn days_in_digits_are_read_where_one_order_is_left() {
        for given in ["23/09/2015", "09/23/2015", "23.9.2015", "23-09-2015 08:30"] {
            reads(given, Some("2015-09-23T00:00:00"));
        }
        for (order, day) in [(DateOrder::DayFirst, "2015-04-03"), (DateOrder::MonthFirst, "2015-03-04")] {
            let read = published_in(&Value::from("03/04/2015"), Some(order));
            assert_eq!(read.map(|time| time.date().to_string()).as_deref(), Some(day));
        }
    }
}
