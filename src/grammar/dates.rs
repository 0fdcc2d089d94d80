//! Distances between dates.

use jiff::civil::Date;

/// The number of days between two dates, without sign.
pub fn days_between(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days().abs())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::days_between;

    #[test]
    fn days_have_no_sign() {
        let (one, other) = (date(2016, 2, 27), date(2016, 3, 2));
        assert_eq!([days_between(one, other), days_between(other, one), days_between(one, one)], [4, 4, 0]);
    }
}
