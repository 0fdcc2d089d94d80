//! Days as people write them, "Friday, May 3, 2024" or "3rd Sept. 2024", and the time of day after
//! them.

use jiff::civil::{Date, DateTime, Time};

/// The names of the months, and of the days of the week.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Characters between the parts of a day, and between a day and a time.
const BETWEEN: [char; 6] = [' ', ',', '-', '/', '\u{A0}', '.'];
const BEFORE_TIME: [char; 9] = [' ', ',', '-', '–', '|', '•', '·', '\u{A0}', '.'];

/// The day at the start of a text, with its month in letters, and what follows it.
pub fn day_in_words(given: &str) -> Option<(Date, &str)> {
    let (first, rest) = part(given)?;
    let (first, rest) = if is_short_of(first, &WEEKDAYS).is_some() { part(rest)? } else { (first, rest) };
    let (second, rest) = part(rest)?;
    let (second, rest) = if second.eq_ignore_ascii_case("of") { part(rest)? } else { (second, rest) };
    let (year, rest) = part(rest)?;
    let (day, month) = match month(first) {
        Some(month) => (day(second)?, month),
        None => (day(first)?, month(second)?),
    };
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    Some((Date::new(year, month, day).ok()?, rest))
}

/// A day with the time inside or before it: `Fri May 3 10:00:00 +0000 2024`, as C libraries write
/// it, or `10:00, 3 May 2024`.
pub fn stamped(given: &str) -> Option<DateTime> {
    let is_time = |word: &&str| word.split(':').count() > 1 && word.bytes().any(|byte| byte.is_ascii_digit());
    let words = || given.split([' ', ',']).filter(|word| !word.is_empty());
    let time = time_behind(words().find(is_time)?)?;
    let offset = |word: &&str| word.starts_with(['+', '-']) || matches!(*word, "UTC" | "GMT" | "EST" | "EDT" | "BST");
    let rest: Vec<&str> = words().filter(|word| !is_time(word) && !offset(word)).collect();
    let rest = rest.join(" ");
    let (date, behind) = day_in_words(&rest)?;
    behind.is_empty().then(|| date.to_datetime(time))
}

/// The next run of letters, or of digits with the letters after them, and what follows it.
fn part(given: &str) -> Option<(&str, &str)> {
    let given = given.trim_start_matches(BETWEEN);
    let end = given.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(given.len());
    // The `T` between a day and a time belongs to neither: `2024T10:00`.
    let digits = given.bytes().take_while(u8::is_ascii_digit).count();
    let end = if digits == 4 { 4 } else { end };
    (end > 0).then(|| given.split_at(end))
}

fn month(name: &str) -> Option<i8> {
    // September is often shortened to four letters.
    let name = if name.eq_ignore_ascii_case("sept") { "sep" } else { name };
    i8::try_from(is_short_of(name, &MONTHS)? + 1).ok()
}

/// The index of the name that a word is, or whose first three letters it is.
fn is_short_of(word: &str, names: &[&str]) -> Option<usize> {
    let same = |name: &&str| word.eq_ignore_ascii_case(name) || word.eq_ignore_ascii_case(&name[..3]);
    names.iter().position(same)
}

/// The day of `3`, `03` and `3rd`.
fn day(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

/// The time of day after a day, ignoring its offset: `T10:00:00+0000`, ` at 10.30 a.m.`, `100000`.
pub fn time_behind(rest: &str) -> Option<Time> {
    let rest = rest.trim_start_matches(BEFORE_TIME);
    let rest = ["at", "T", "t"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest).trim_start();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if digits(rest) == 6 {
        return time(&rest[..2], &rest[2..4], &rest[4..6], "");
    }
    let (hour, rest) = rest.split_at(digits(rest).min(2));
    let rest = rest.strip_prefix([':', '.'])?;
    let (minute, rest) = rest.split_at(digits(rest).min(2));
    let second = rest.strip_prefix(':').map_or("", |rest| &rest[..digits(rest).min(2)]);
    let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.' | ' '));
    time(hour, minute, second, rest)
}

/// A time in digits; `half` begins with `pm` for the second half of the day.
fn time(hour: &str, minute: &str, second: &str, half: &str) -> Option<Time> {
    if hour.is_empty() || minute.len() != 2 {
        return None;
    }
    let hour: i8 = hour.parse().ok()?;
    let half: String = half.chars().filter(|letter| *letter != '.').take(2).collect();
    let hour = match half.to_ascii_lowercase().as_str() {
        "am" if hour == 12 => 0,
        "pm" if hour < 12 => hour + 12,
        _ => hour,
    };
    Time::new(hour, minute.parse().ok()?, second.parse().unwrap_or(0), 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_words() {
        for given in [
            "Friday, May 3, 2024",
            "Fri, 3 May 2024",
            "Fri. 3 May 2024",
            "May 3 2024",
            "3rd May, 2024",
            "3-MAY-2024",
            "03/May/2024:10:00",
            "friday 03 may 2024T10:00",
            "3\u{A0}May\u{A0}2024",
        ] {
            assert_eq!(day_in_words(given).map(|(day, _)| day.to_string()).as_deref(), Some("2024-05-03"), "{given}");
        }
        assert_eq!(day_in_words("Sept. 3, 2024, x"), Some((jiff::civil::date(2024, 9, 3), ", x")));
        for given in ["May 3", "May 2024", "Mayor 3 2024", "May 3, 24", "31 June 2024", "Friday", "3 3 2024", "é", ""]
        {
            assert_eq!(day_in_words(given), None, "{given}");
        }
    }

    #[test]
    fn times_behind_a_day() {
        for (given, expected) in [
            ("T10:00:00+0000", "10:00:00"),
            (" 10:00:00 UTC", "10:00:00"),
            (" 10:00:05.25 +00:00", "10:00:05"),
            (", 9:05 p.m. ET", "21:05:00"),
            (" at 12:30 AM", "00:30:00"),
            (" - 10.30pm", "22:30:00"),
            (" | 12:30 pm", "12:30:00"),
            ("100203", "10:02:03"),
        ] {
            assert_eq!(time_behind(given).map(|time| time.to_string()).as_deref(), Some(expected), "{given}");
        }
        for given in ["", "08", "T", " 25:00", " 10:7", ", late", " 10 times", "-04", "é10:00"] {
            assert_eq!(time_behind(given), None, "{given}");
        }
    }
}
