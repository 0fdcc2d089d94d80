//! Feasts that follow the real moon rather than a computed calendar: Chinese New Year, Diwali, Holi.

use jiff::civil::Date;

use super::calendars;

/// Days from noon of 1 January 4713 BC, where astronomers begin to count, to 0001-01-01.
const EPOCH: f64 = 1_721_425.5;

/// The hour that decides a feast's day, which is the last day whose hour comes before the new or full moon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    /// Midnight in Beijing: the feast is on the day of the new moon in the Chinese calendar.
    Beijing,
    /// Sunrise in India.
    Dawn,
    /// Sunset in India.
    Dusk,
}

impl Hour {
    /// Days from midnight UTC.
    fn days(self) -> f64 {
        match self {
            Hour::Beijing => -8.0 / 24.0,
            Hour::Dawn => 0.0,
            Hour::Dusk => 0.5,
        }
    }
}

/// The first day from `day` on whose hour is the last before a new or full moon.
pub fn first(day: Date, is_full: bool, hour: Hour) -> Option<Date> {
    let years = f64::from(day.year()) + f64::from(day.day_of_year()) / 365.25 - 2000.0;
    let moon = (years * 12.3685).floor() + if is_full { 0.5 } else { 0.0 };
    (-2..4).find_map(|later| {
        let days = (phase(moon + f64::from(later), is_full) - EPOCH - hour.days()).floor();
        calendars::day(days as i64).filter(|&found| found >= day)
    })
}

/// The time of the `k`th new or full moon since January 2000, in days, accurate to some minutes: the first terms of
/// Meeus, "Astronomical Algorithms", chapter 49.
fn phase(k: f64, is_full: bool) -> f64 {
    let t = k / 1236.85;
    let mean = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t;
    let sun = (2.5534 + 29.105_356_70 * k).to_radians();
    let moon = (201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t).to_radians();
    let latitude = (160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t).to_radians();
    let e = 1.0 - 0.002_516 * t;
    let terms = if is_full {
        [-0.406_14, 0.173_02, 0.016_14, 0.010_43, 0.007_34, -0.005_15, 0.002_09]
    } else {
        [-0.407_20, 0.172_41, 0.016_08, 0.010_39, 0.007_39, -0.005_14, 0.002_08]
    };
    let waves = [
        moon.sin(),
        e * sun.sin(),
        (2.0 * moon).sin(),
        (2.0 * latitude).sin(),
        e * (moon - sun).sin(),
        e * (moon + sun).sin(),
        e * e * (2.0 * sun).sin(),
    ];
    mean + terms.iter().zip(waves).map(|(term, wave)| term * wave).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn feasts_of_known_years() {
        let new = |year, month, day, hour| first(date(year, month, day), false, hour);
        assert_eq!(new(2023, 1, 21, Hour::Beijing), Some(date(2023, 1, 22)));
        assert_eq!(new(2033, 1, 21, Hour::Beijing), Some(date(2033, 1, 31)));
        for (year, month, day) in [(2018, 11, 7), (2019, 10, 27), (2020, 11, 14), (2021, 11, 4), (2022, 10, 24)] {
            assert_eq!(new(year, 10, 17, Hour::Dusk), Some(date(year, month, day)));
        }
        let full = |year, month, day, hour| first(date(year, month, day), true, hour);
        assert_eq!(full(2019, 2, 27, Hour::Dusk), Some(date(2019, 3, 20)));
        assert_eq!(full(2018, 8, 2, Hour::Dawn), Some(date(2018, 8, 26)));
    }
}
