//! Parsers for values of options, whose errors tell what to write instead.

use clap::ValueEnum;
use jiff::civil::Date;
use newsfacts::read::DateOrder;

/// The order of day and month on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// 03/04/2015 is 3 April
    Dmy,
    /// 03/04/2015 is March 4
    Mdy,
}

impl From<Order> for DateOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::Dmy => Self::DayFirst,
            Order::Mdy => Self::MonthFirst,
        }
    }
}

/// Parses a day: `2015-09-23`.
pub fn day(given: &str) -> Result<Date, String> {
    given.trim().parse().map_err(|_| "write a day such as 2015-09-23".to_owned())
}

/// Maximum number of threads. More threads than cores are of no use, and thousands take long to
/// start.
const MOST_THREADS: usize = 512;

/// Parses a number of threads.
pub fn threads(given: &str) -> Result<usize, String> {
    match given.trim().parse() {
        Ok(count) if (1..=MOST_THREADS).contains(&count) => Ok(count),
        _ => Err(format!("write a number from 1 to {MOST_THREADS}, or leave it out for all cores")),
    }
}

/// Parses a size: `500KB`, `10MB`, `1GB`, or a number of megabytes. Returns bytes.
pub fn size(given: &str) -> Result<usize, String> {
    let given = given.trim().to_uppercase();
    let digits = given.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).trim_end();
    let unit = match given[digits.len()..].trim() {
        "B" => 1,
        "K" | "KB" => 1_000,
        "" | "M" | "MB" => 1_000_000,
        "G" | "GB" => 1_000_000_000,
        _ => return Err("write a size such as 500KB, 10MB or 1GB".to_owned()),
    };
    let count: usize = digits.parse().map_err(|_| "write a size such as 500KB, 10MB or 1GB".to_owned())?;
    // Offsets into an article are 32 bits wide.
    let bytes = Some(count.saturating_mul(unit)).filter(|size| (1..u32::MAX as usize).contains(size));
    bytes.ok_or_else(|| "must be more than 0 and less than 4GB".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        for (given, bytes) in [("10", 10_000_000), ("10MB", 10_000_000), ("500 kb", 500_000), ("1g", 1_000_000_000)] {
            assert_eq!(size(given), Ok(bytes), "{given}");
        }
        for wrong in ["", "MB", "0", "10 miles", "4.5MB", "9GB", "99999999999999999999"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn wrong_values_are_told_with_right_ones() {
        assert_eq!(day("2015-09-23"), Ok(jiff::civil::date(2015, 9, 23)));
        assert_eq!(day("yesterday"), Err("write a day such as 2015-09-23".to_owned()));
        assert_eq!(threads("4"), Ok(4));
        assert!(threads("0").is_err() && threads("x").unwrap_err().starts_with("write a number from 1 to"));
    }
}
