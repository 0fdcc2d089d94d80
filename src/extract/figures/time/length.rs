//! A duration and its ISO 8601 form.

use rust_decimal::Decimal;

use crate::lexicon::TimeUnit;

/// A number of a unit of time; both ends are `None` where the words are vague: "several months".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length {
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub unit: TimeUnit,
}

impl Length {
    /// A known number of units.
    pub fn exactly(value: Decimal, unit: TimeUnit) -> Self {
        Self { low: Some(value), high: Some(value), unit }
    }

    /// An unknown number of units.
    pub fn open(unit: TimeUnit) -> Self {
        Self { low: None, high: None, unit }
    }

    /// The number, if both ends are equal.
    pub fn value(&self) -> Option<Decimal> {
        self.low.filter(|_| self.low == self.high)
    }

    /// `P3Y`, `PT2H`; an unknown number is `X`, as in TIMEX3; fortnights, decades and centuries are written in weeks
    /// and years. `None` for a range, which ISO cannot express.
    pub fn iso(&self) -> Option<String> {
        let (times, clock, letter) = match self.unit {
            TimeUnit::Second => (1, "T", "S"),
            TimeUnit::Minute => (1, "T", "M"),
            TimeUnit::Hour => (1, "T", "H"),
            TimeUnit::Day => (1, "", "D"),
            TimeUnit::Weekend => (1, "", "WE"),
            TimeUnit::Week => (1, "", "W"),
            TimeUnit::Fortnight => (2, "", "W"),
            TimeUnit::Month => (1, "", "M"),
            TimeUnit::Quarter => (1, "", "Q"),
            TimeUnit::Year => (1, "", "Y"),
            TimeUnit::Decade => (10, "", "Y"),
            TimeUnit::Century => (100, "", "Y"),
        };
        if self.low != self.high {
            return None;
        }
        let number = self.low.and_then(|value| value.checked_mul(Decimal::from(times)));
        Some(match number {
            Some(number) => format!("P{clock}{}{letter}", number.normalize()),
            None => format!("P{clock}X{letter}"),
        })
    }

    /// The sum of this and a duration in a smaller unit, in the smaller unit: "an hour and ten minutes".
    pub fn and(self, smaller: Length) -> Option<Length> {
        let times = Decimal::from(per(self.unit, smaller.unit)?);
        Some(Length::exactly(self.value()?.checked_mul(times)?.checked_add(smaller.value()?)?, smaller.unit))
    }
}

/// The number of smaller units in a larger one, if that is constant.
fn per(larger: TimeUnit, smaller: TimeUnit) -> Option<i64> {
    let months = |unit| match unit {
        TimeUnit::Month => Some(1),
        TimeUnit::Quarter => Some(3),
        TimeUnit::Year => Some(12),
        TimeUnit::Decade => Some(120),
        TimeUnit::Century => Some(1200),
        _ => None,
    };
    let seconds = |unit| match unit {
        TimeUnit::Second => Some(1),
        TimeUnit::Minute => Some(60),
        TimeUnit::Hour => Some(3_600),
        TimeUnit::Day => Some(86_400),
        TimeUnit::Week => Some(604_800),
        TimeUnit::Fortnight => Some(1_209_600),
        _ => None,
    };
    let in_same = |scale: &dyn Fn(TimeUnit) -> Option<i64>| Some((scale(larger)?, scale(smaller)?));
    let (large, small) = in_same(&months).or_else(|| in_same(&seconds))?;
    (large > small && large % small == 0).then_some(large / small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_iso_has_them() {
        let cases = [
            (Length::exactly(Decimal::new(25, 1), TimeUnit::Hour), Some("PT2.5H")),
            (Length::exactly(Decimal::TWO, TimeUnit::Fortnight), Some("P4W")),
            (Length::exactly(Decimal::ONE, TimeUnit::Decade), Some("P10Y")),
            (Length::open(TimeUnit::Month), Some("PXM")),
            (Length { low: Some(Decimal::ONE), high: Some(Decimal::TWO), unit: TimeUnit::Day }, None),
        ];
        for (length, expected) in cases {
            assert_eq!(length.iso().as_deref(), expected);
        }
    }

    #[test]
    fn lengths_add_up_in_the_smaller_unit() {
        let hour = Length::exactly(Decimal::ONE, TimeUnit::Hour);
        let minutes = Length::exactly(Decimal::from(45), TimeUnit::Minute);
        assert_eq!(hour.and(minutes), Some(Length::exactly(Decimal::from(105), TimeUnit::Minute)));
        assert_eq!(minutes.and(hour), None);
        assert_eq!(Length::exactly(Decimal::ONE, TimeUnit::Month).and(hour), None);
    }
}
