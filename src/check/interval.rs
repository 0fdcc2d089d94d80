//! Arithmetic on stated values. A statement allows an interval, and two statements conflict only when their intervals
//! do not meet.

use rust_decimal::Decimal;

use crate::types::{Bound, Figure};

/// All values that a statement allows, ends included; `None` is an open end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
}

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
const QUARTER: Decimal = Decimal::from_parts(25, 0, 0, false, 2);
const EIGHTH: Decimal = Decimal::from_parts(125, 0, 0, false, 3);
const FORTIETH: Decimal = Decimal::from_parts(25, 0, 0, false, 3);

impl Interval {
    /// From one value to another.
    pub fn new(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// The values that round to a printed number: 5.4m, with a step of 100000, is anything from 5350000 to 5450000. A
    /// whole number below a hundred is exact.
    pub fn printed(value: Decimal, step: Decimal) -> Self {
        let whole = step <= Decimal::ONE && value.is_integer() && value.abs() < Decimal::ONE_HUNDRED;
        let whole = whole && !is_decimal(step);
        if whole {
            return Self::new(value, value);
        }
        let half = step / Decimal::TWO;
        Self { low: value.checked_sub(half), high: value.checked_add(half) }
    }

    /// The values that round to a printed number at its last digit, even for a small whole number; `None` on overflow.
    pub fn last_digit(value: Decimal, step: Decimal) -> Option<Self> {
        let half = step.checked_div(Decimal::TWO)?;
        Some(Self::new(value.checked_sub(half)?, value.checked_add(half)?))
    }

    /// Like [`Interval::printed`], but a whole number of three digits or more may also have been rounded at its
    /// trailing zeros.
    pub fn rounded(value: Decimal, step: Decimal) -> Self {
        Self::printed(value, grain(value, step).max(step))
    }

    /// The values that the words of a figure allow, with the rounding usual in news. `None` where the figure states no
    /// value.
    ///
    /// A round number covers half a unit of its last nonzero digit below, and a whole unit above (500 for 557), but at
    /// most an eighth of the value (not 1,000 for 1,400), or a quarter for approximations and bounds. Nobody writes
    /// "more than 500" for twice as many, so an open end reaches only half as far again.
    pub fn claimed(figure: &Figure) -> Option<Self> {
        let Some(value) = figure.value else {
            return (figure.low.is_some() || figure.high.is_some())
                .then_some(Self { low: figure.low, high: figure.high });
        };
        let grain = grain(value, figure.step);
        if figure.bound == Bound::Exact && grain == Decimal::ZERO {
            return Some(Self::new(value, value));
        }
        // Multiplying is faster than dividing, and as exact.
        let half = grain * HALF;
        let parts = |share: Decimal| value.abs().checked_mul(share).unwrap_or(grain);
        let widest = parts(if figure.bound == Bound::Exact { EIGHTH } else { QUARTER }).max(figure.step * HALF);
        let below = value.checked_sub(half.min(widest));
        let above = value.checked_add(grain.min(widest));
        // A bound exceeds the true value only slightly: "more than 5 million" for 4.96 million.
        let little = || half.min(parts(FORTIETH));
        let half_more = Decimal::new(15, 1);
        Some(match figure.bound {
            Bound::Exact => Self { low: below, high: above },
            Bound::Approx => Self { low: lower(figure.low, below), high: higher(figure.high, above) },
            Bound::MoreThan | Bound::AtLeast => {
                Self { low: value.checked_sub(little()), high: value.checked_mul(half_more) }
            }
            Bound::LessThan => Self { low: value.checked_div(half_more), high: value.checked_add(little()) },
            Bound::AtMost => Self { low: None, high: value.checked_add(half) },
        })
    }

    /// Whether the two have a value in common.
    pub fn meets(self, other: Self) -> bool {
        let ordered = |low: Option<Decimal>, high: Option<Decimal>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        ordered(self.low, other.high) && ordered(other.low, self.high)
    }

    /// Whether it includes a value.
    pub fn holds(self, value: Decimal) -> bool {
        self.meets(Self::new(value, value))
    }
}

/// The lower of two lower ends; an open one is the lowest.
fn lower(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    Some(one?.min(other?))
}

/// The higher of two upper ends; an open one is the highest.
fn higher(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    Some(one?.max(other?))
}

/// The weight of a number's last digit, trailing zeros aside: 100 for 500, 1 for 557, 100000 for 5.4m, but 0.1 for 5.0.
/// Zero for a whole number below a hundred printed without decimals, which is not rounded without saying so.
pub fn grain(value: Decimal, step: Decimal) -> Decimal {
    let step = if step > Decimal::ZERO { step } else { Decimal::ONE };
    match (whole(value), whole(step)) {
        (Some(value), _) if value < 100 && !is_decimal(step) => Decimal::ZERO,
        // A step that is not a power of a thousand comes from a printed decimal, and is already the finest.
        (_, Some(step)) if is_thousands(step) => whole(value).map_or(step, |value| padding(value, step)).into(),
        _ => step,
    }
}

/// Whether a step is a tenth, a hundredth and so on, which means that decimals were printed.
fn is_decimal(step: Decimal) -> bool {
    step.scale() > 0 && step < Decimal::ONE && step.normalize().mantissa() == 1
}

/// Whether a value rounds to a whole number; an exact half may be rounded either way.
pub fn rounds_to(value: Decimal, whole: Decimal) -> bool {
    is_within_half(value, whole, Decimal::ONE)
}

/// Whether one of two numbers, each with the step of its last printed digit, is the other rounded to fewer digits.
pub fn is_rounding(one: (Decimal, Decimal), other: (Decimal, Decimal)) -> bool {
    one.1 != other.1 && is_within_half(one.0, other.0, one.1.max(other.1))
}

fn is_within_half(one: Decimal, other: Decimal, step: Decimal) -> bool {
    let apart = one.checked_sub(other).and_then(|apart| apart.abs().checked_mul(Decimal::TWO));
    apart.is_some_and(|apart| apart <= step)
}

/// The size of a whole number that fits into 64 bits: integers are fast to calculate with.
fn whole(value: Decimal) -> Option<u64> {
    let size = u64::try_from(value.mantissa().unsigned_abs()).ok()?;
    let unit = 10u64.checked_pow(value.scale())?;
    size.is_multiple_of(unit).then_some(size / unit)
}

/// The largest power of ten times `grain` that divides the value.
fn padding(value: u64, mut grain: u64) -> u64 {
    while let Some(next) = grain.checked_mul(10).filter(|next| *next <= value && value.is_multiple_of(*next)) {
        grain = next;
    }
    grain
}

/// Whether a step is 1, a thousand, a million and so on, which means that no decimal was printed.
fn is_thousands(step: u64) -> bool {
    let mut power = 1u64;
    while power < step {
        let Some(next) = power.checked_mul(1000) else { return false };
        power = next;
    }
    power == step
}

/// The quotients of all values of one interval by all of another, in per cent; `None` where the divisor may be zero or
/// an end is open. Ends must not be negative.
pub fn percentages(part: Interval, whole: Interval) -> Option<Interval> {
    let (part_low, part_high, low, high) = (part.low?, part.high?, whole.low?, whole.high?);
    if low <= Decimal::ZERO || part_low < Decimal::ZERO {
        return None;
    }
    let share = |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    Some(Interval::new(share(part_low, high)?, share(part_high, low)?))
}

/// The values a percentage may mean: what its words allow, what truncates to it, and what rounds to it, even for a
/// small whole number.
pub fn percentages_told(figure: &Figure) -> Option<[Interval; 3]> {
    let (stated, value) = (Interval::claimed(figure)?, figure.value?);
    let truncated = Interval::new(value, value.checked_add(figure.step)?);
    let rounded = Interval::last_digit(value, figure.step)?;
    Some([stated, truncated, rounded])
}

/// The changes from all values of one interval to all of another, in per cent, without sign.
pub fn changes(from: Interval, to: Interval) -> Option<Interval> {
    let grown = percentages(to, from)?;
    let (low, high) = (grown.low? - Decimal::ONE_HUNDRED, grown.high? - Decimal::ONE_HUNDRED);
    Some(match (low < Decimal::ZERO, high < Decimal::ZERO) {
        (false, _) => Interval::new(low, high),
        (true, true) => Interval::new(-high, -low),
        (true, false) => Interval::new(Decimal::ZERO, high.max(-low)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::findings;

    const CHECK: &str = "within.headline_figure";

    #[test]
    fn decimals_of_another_precision_are_roundings() {
        for (title, text, expected) in [
            (
                "7.2% of ferrymen back tolls in Ostwick",
                "In Ostwick 7.24% of ferrymen back the tolls, wardens said.",
                r#"agrees info "7.2%" "7.24%": “7.2%” in the headline, “7.24%” in the text"#,
            ),
            (
                "7.2% of ferrymen back tolls in Ostwick",
                "In Ostwick 7.44% of ferrymen back the tolls, wardens said.",
                r#"conflicts warning "7.2%" "7.44%": “7.2%” in the headline, “7.44%” in the text"#,
            ),
            (
                "5.0% of ferrymen back tolls in Ostwick",
                "In Ostwick 5.3% of ferrymen back the tolls, wardens said.",
                r#"conflicts warning "5.0%" "5.3%": “5.0%” in the headline, “5.3%” in the text"#,
            ),
        ] {
            findings(CHECK, &format!("# {title}\n\n{text}"), expected);
        }
    }

    #[test]
    fn a_half_is_rounded_up_or_down() {
        for told in ["63%", "62%"] {
            let text =
                format!("# {told} of ferrymen ill in Ostwick\n\nIn Ostwick 62.5% of ferrymen were ill, wardens said.");
            let expected = format!(r#"agrees info "{told}" "62.5%": “{told}” in the headline, “62.5%” in the text"#);
            findings(CHECK, &text, &expected);
        }
    }

    fn decimal(value: &str) -> Decimal {
        value.parse().unwrap()
    }

    fn figure(value: &str, step: &str, bound: Bound) -> Figure {
        Figure { value: Some(decimal(value)), step: decimal(step), bound, ..Figure::default() }
    }

    fn claimed(value: &str, step: &str, bound: Bound) -> Interval {
        Interval::claimed(&figure(value, step, bound)).unwrap()
    }

    #[test]
    fn bounds_and_rounding_open_the_interval() {
        assert!(claimed("500", "1", Bound::MoreThan).meets(claimed("557", "1", Bound::Exact)));
        assert!(!claimed("600", "1", Bound::MoreThan).meets(claimed("531", "1", Bound::Exact)));
        assert!(claimed("500", "1", Bound::Exact).holds(decimal("557")), "cut down to 500");
        assert!(!claimed("557", "1", Bound::Exact).holds(decimal("575")));
        assert!(!claimed("30", "1", Bound::Exact).holds(decimal("31")));
        assert!(claimed("300", "1", Bound::LessThan).holds(decimal("288")));
        assert!(!claimed("300", "1", Bound::LessThan).holds(decimal("610")));
        assert!(claimed("5400000", "100000", Bound::Exact).holds(decimal("5432100")));
        assert!(!claimed("5400000", "100000", Bound::Exact).holds(decimal("5600000")));
    }

    #[test]
    fn the_grain_is_the_last_digit_that_says_something() {
        for (value, step, expected) in [
            ("557", "1", "1"),
            ("500", "1", "100"),
            ("12000", "1", "1000"),
            ("5000000", "100000", "100000"),
            ("30000000", "1000000", "10000000"),
            ("40", "1", "0"),
            ("0.5", "0.1", "0.1"),
            ("5.0", "0.1", "0.1"),
            ("6", "0.5", "0"),
            ("5400000.0", "100000.0", "100000"),
            ("-700", "1", "100"),
            ("21000", "1000", "1000"),
            ("12.5", "1", "1"),
        ] {
            assert_eq!(grain(decimal(value), decimal(step)), decimal(expected), "{value}");
        }
    }

    #[test]
    fn a_half_is_rounded_either_way() {
        for (value, whole, expected) in
            [("44.5", "45", true), ("44.5", "44", true), ("44.51", "44", false), ("-2.5", "-3", true)]
        {
            assert_eq!(rounds_to(decimal(value), decimal(whole)), expected, "{value} {whole}");
        }
        let rounding = |one: (&str, &str), other: (&str, &str)| {
            is_rounding((decimal(one.0), decimal(one.1)), (decimal(other.0), decimal(other.1)))
        };
        assert!(rounding(("45", "1"), ("45.3", "0.1")));
        assert!(rounding(("45.25", "0.01"), ("45.3", "0.1")));
        assert!(!rounding(("45", "1"), ("46", "1")));
        assert!(!rounding(("45", "1"), ("45.6", "0.1")));
    }

    #[test]
    fn a_percentage_of_counts_is_an_interval() {
        let share = percentages(
            Interval::printed(decimal("16"), Decimal::ONE),
            Interval::printed(decimal("557"), Decimal::ONE),
        );
        assert!(share.unwrap().meets(Interval::printed(decimal("2.9"), decimal("0.1"))));
        assert!(!share.unwrap().meets(Interval::printed(decimal("9"), Decimal::ONE)));
        assert_eq!(
            percentages(Interval::new(Decimal::ONE, Decimal::ONE), Interval::new(Decimal::ZERO, Decimal::ONE)),
            None
        );
    }

    #[test]
    fn a_change_has_no_sign() {
        let from = Interval::printed(decimal("6220000000"), decimal("10000000"));
        let to = Interval::printed(decimal("7900000000"), decimal("100000000"));
        assert!(changes(from, to).unwrap().meets(Interval::printed(decimal("27"), Decimal::ONE)));
        assert!(changes(to, from).unwrap().meets(Interval::printed(decimal("21"), Decimal::ONE)));
        assert!(!changes(from, to).unwrap().meets(Interval::printed(decimal("54"), Decimal::ONE)));
    }
}
