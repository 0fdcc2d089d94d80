//! A length of time and its ISO 8601 form.

use rust_decimal::Decimal;

use crate::lexicon::TimeUnit;

/// So much of a unit of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Length {
    /// `None` where the words leave it open: "several months".
    pub value: Option<Decimal>,
    pub unit: TimeUnit,
}

impl Length {
    /// `P3Y`, `PT2H`; an unknown number is `X`, as in TIMEX3; fortnights, decades and centuries are
    /// written in weeks and years.
    pub fn iso(&self) -> String {
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
        let number = self.value.and_then(|value| value.checked_mul(Decimal::from(times)));
        match number {
            Some(number) => format!("P{clock}{}{letter}", number.normalize()),
            None => format!("P{clock}X{letter}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_iso_has_them() {
        let cases = [
            (Some(Decimal::new(25, 1)), TimeUnit::Hour, "PT2.5H"),
            (Some(Decimal::from(2)), TimeUnit::Fortnight, "P4W"),
            (Some(Decimal::ONE), TimeUnit::Decade, "P10Y"),
            (None, TimeUnit::Month, "PXM"),
        ];
        for (value, unit, expected) in cases {
            assert_eq!(Length { value, unit }.iso(), expected);
        }
    }
}
