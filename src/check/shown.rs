//! The form of numbers in messages.

use rust_decimal::{Decimal, RoundingStrategy};

/// Decimals that a message shows: two thirds have no last digit.
const DECIMALS: u32 = 4;

/// A number rounded to some decimals, a half away from zero.
pub fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// A number with at most four decimals, without trailing zeros, and with commas between thousands from five digits on:
/// `23,000`, `1984`, `0.4`. Four digits may be a year.
pub fn shown(value: Decimal) -> String {
    let rounded = rounded(value, DECIMALS);
    let value = if rounded.is_zero() { value } else { rounded };
    let printed = value.normalize().to_string();
    let (whole, decimals) =
        printed.split_once('.').map_or((printed.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    if digits.len() < 5 {
        return printed;
    }
    let first = digits.len() % 3;
    let (head, tail) = digits.split_at(first);
    let groups = [head]
        .into_iter()
        .filter(|head| !head.is_empty())
        .chain((0..tail.len()).step_by(3).map(|at| &tail[at..at + 3]));
    let grouped = groups.collect::<Vec<_>>().join(",");
    match decimals {
        Some(decimals) => format!("{sign}{grouped}.{decimals}"),
        None => format!("{sign}{grouped}"),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn thousands_are_set_apart() {
        for (value, expected) in [
            ("7", "7"),
            ("1984", "1984"),
            ("23000", "23,000"),
            ("2000000.0", "2,000,000"),
            ("-123456.70", "-123,456.7"),
            ("0.25", "0.25"),
            ("0.6666666666666666666666666667", "0.6667"),
            ("0.00001", "0.00001"),
            ("0.00025", "0.0003"),
            ("-2.00045", "-2.0005"),
        ] {
            assert_eq!(shown(value.parse().unwrap()), expected);
        }
    }
}
