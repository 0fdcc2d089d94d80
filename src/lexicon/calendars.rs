//! Days of feasts by the calendars of other churches and religions.

use jiff::{Span, civil::Date};

/// Days from 0001-01-01 to the first day of the Hebrew calendar, 1 Tishri of year 1.
const HEBREW_EPOCH: i64 = -1_373_428;

/// Days from 0001-01-01 to the first day of the Islamic calendar, 16 July 622 in the Julian calendar.
const ISLAMIC_EPOCH: i64 = 227_014;

/// The date `number` days after 0001-01-01.
pub fn day(number: i64) -> Option<Date> {
    Date::new(1, 1, 1).ok()?.checked_add(Span::new().try_days(number).ok()?).ok()
}

/// Orthodox Easter Sunday: the Julian computus of Meeus, converted to the Gregorian calendar, valid from 1900 to 2099.
pub fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let sum = d + e + 114;
    let julian = Date::new(year, (sum / 31) as i8, (sum % 31 + 1) as i8).ok()?;
    let days = y / 100 - y / 400 - 2;
    julian.checked_add(Span::new().days(days)).ok()
}

/// The date `days` days after 1 Tishri of the Hebrew year that begins in `year`; the molad and its delays as in
/// Dershowitz and Reingold, "Calendrical Calculations".
pub fn hebrew(year: i16, days: i64) -> Option<Date> {
    day(HEBREW_EPOCH + new_year(i64::from(year) + 3761) + days)
}

/// Days from the Hebrew epoch to the new year.
fn new_year(year: i64) -> i64 {
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        if (3 * (day + 1)) % 7 < 3 { day + 1 } else { day }
    };
    let (before, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    this + match () {
        () if next - this == 356 => 2,
        () if this - before == 382 => 1,
        () => 0,
    }
}

/// The first date in `year` with the given month and day of the Islamic year, by the tabular calendar; the sighted moon
/// may differ by a day.
pub fn islamic(year: i16, month: i64, of_month: i64) -> Option<Date> {
    let about = ((i64::from(year) - 622) * 33).div_euclid(32);
    (about - 1..about + 3).find_map(|hijri| {
        let months = 29 * (month - 1) + month / 2;
        let days = (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30) + months + of_month - 1;
        day(ISLAMIC_EPOCH + days).filter(|day| day.year() == year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_are_found() {
        let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(text(orthodox_easter(2015)), "2015-04-12");
        assert_eq!(text(orthodox_easter(2024)), "2024-05-05");
        assert_eq!(text(hebrew(2015, 0)), "2015-09-14");
        assert_eq!(text(hebrew(2015, 9)), "2015-09-23");
        assert_eq!(text(islamic(2015, 12, 10)), "2015-09-24");
        assert_eq!(text(islamic(2018, 10, 1)), "2018-06-15");
    }
}
