//! A measure that is restated in another unit: "10 miles (16km)", "104F (40C)", "62 miles, or 100 kilometres,".
//!
//! Severity: warning where the two differ by more than rounding in news, which is a tenth and half a digit of each;
//! info where they agree.
//! Example: 10 miles are 16.1 kilometres, so "10 miles (61km)" conflicts.
//! Traps: tons and gallons, of which there are several; another measure in the brackets ("12 miles (6km of it by
//! water)"); a choice ("two miles or five kilometres"); differences of temperature.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        interval::Interval,
        shown::{rounded, shown},
    },
    grammar::kinds,
    types::{Document, Fact, Figure, FigureKind, Finding, Tags},
};

/// Compares measures in two units.
pub const CHECK: Within = Within { name: "within.unit_conversion", source: include_str!("unit_conversion.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    let pairs = subject.facts.figures.windows(2).filter(|pair| {
        let measures = pair.iter().all(|fact| fact.detail.kind == FigureKind::Measure && fact.detail.value.is_some());
        measures && pair[0].sentence == pair[1].sentence && is_given_again(subject.document, &pair[0], &pair[1])
    });
    findings.extend(pairs.filter_map(|pair| finding(subject, &pair[0], &pair[1])));
}

fn finding(subject: &Prepared, one: &Fact<Figure>, two: &Fact<Figure>) -> Option<Finding> {
    let (from, to) = (one.detail.unit?, two.detail.unit?);
    let value = converted(one.detail.value?, from, to)?;
    // Half a digit of the first, in the unit of the second.
    let (slack, size) = (one.detail.step.checked_div(Decimal::TWO)?, one.detail.value?.abs());
    let share = if size.is_zero() { Decimal::ONE } else { slack.checked_div(size)?.min(Decimal::ONE) };
    let tenth = value.abs().checked_mul(share.checked_add(Decimal::new(1, 1))?)?;
    let spread = if is_temperature(from) { slack.checked_mul(Decimal::TWO)?.checked_add(Decimal::ONE)? } else { tenth };
    let allowed = Interval::new(value.checked_sub(spread)?, value.checked_add(spread)?);
    let stated = two.detail.value?;
    let told = Interval::last_digit(stated, two.detail.step)?;
    // "A rise of 2C (3.6F)": a difference has no offset between the scales.
    let holds = allowed.meets(told) || is_temperature(from) && is_difference(one, two);
    let outcome = if holds { AGREES } else { WARNING };
    let end = if holds { String::new() } else { format!(", the text says {}", shown(stated)) };
    let worth = shown(rounded(value, 2));
    let message = format!("“{}” is {worth} in {to}{end}", subject.document.text(one.span));
    let evidence = [one, two].map(|fact| subject.figure(fact.span));
    Some(subject.finding(CHECK.name, outcome, message, evidence.into()))
}

/// Whether a figure restates the one right before it: in brackets, or between commas after "or".
fn is_given_again(document: &Document, one: &Fact<Figure>, two: &Fact<Figure>) -> bool {
    let (opening, closing) = (document.token_at(one.span.end), document.token_at(two.span.end));
    let first = document.token_at(two.span.start);
    let roughly = |at: usize| document.tags(at).any(Tags::ADVERB | Tags::BOUND) || document.is(at, "about");
    let ends = |marks: [&str; 3]| marks.into_iter().any(|mark| document.is(closing, mark));
    let bracketed = document.is(opening, "(") && ends([")", ";", ","]);
    let dash = kinds::is_dash(document, closing);
    let told = document.is(opening, ",") && document.is(opening + 1, "or") && (ends([",", ".", ";"]) || dash);
    let start = opening + 1 + usize::from(told);
    (bracketed || told) && (start..first).all(roughly) && first <= start + 2
}

/// A value in another unit of the same dimension.
fn converted(value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    let (ratio, nought) = (Decimal::new(18, 1), Decimal::from(32));
    match (from, to) {
        ("celsius", "fahrenheit") => value.checked_mul(ratio)?.checked_add(nought),
        ("fahrenheit", "celsius") => value.checked_sub(nought)?.checked_div(ratio),
        _ => {
            let ((one, size), (other, of)) = (unit(from)?, unit(to)?);
            value.checked_mul(size)?.checked_div(of).filter(|_| one == other && from != to)
        }
    }
}

fn is_temperature(unit: &str) -> bool {
    matches!(unit, "celsius" | "fahrenheit")
}

/// Whether two temperatures are one difference, within a degree.
fn is_difference(one: &Fact<Figure>, two: &Fact<Figure>) -> bool {
    let (celsius, fahrenheit) = if one.detail.unit == Some("celsius") { (one, two) } else { (two, one) };
    let difference = celsius.detail.value.and_then(|value| value.checked_mul(Decimal::new(18, 1)));
    let apart = difference.zip(fahrenheit.detail.value).and_then(|(worth, told)| worth.checked_sub(told));
    apart.is_some_and(|apart| apart.abs() <= Decimal::ONE)
}

/// The dimension of a unit, and its size in the metric unit. Tons and gallons are missing: there are several with one
/// name.
fn unit(name: &str) -> Option<(char, Decimal)> {
    let (dimension, digits, scale) = match name {
        "millimetre" => ('l', 1, 3),
        "centimetre" => ('l', 1, 2),
        "inch" => ('l', 254, 4),
        "foot" => ('l', 3_048, 4),
        "yard" => ('l', 9_144, 4),
        "metre" => ('l', 1, 0),
        "kilometre" => ('l', 1_000, 0),
        "mile" => ('l', 1_609_344, 3),
        "nautical mile" => ('l', 1_852, 0),
        "square foot" => ('a', 92_903, 6),
        "square yard" => ('a', 836_127, 6),
        "square metre" => ('a', 1, 0),
        "acre" => ('a', 404_686, 2),
        "hectare" => ('a', 10_000, 0),
        "square kilometre" => ('a', 1_000_000, 0),
        "square mile" => ('a', 2_589_988, 0),
        "cubic foot" => ('v', 283_168, 7),
        "cubic yard" => ('v', 764_555, 6),
        "cubic metre" => ('v', 1, 0),
        "gram" => ('m', 1, 3),
        "ounce" => ('m', 283_495, 7),
        "pound-mass" => ('m', 453_592, 6),
        "kilogram" => ('m', 1, 0),
        "stone" => ('m', 635_029, 5),
        "metre per second" => ('s', 1, 0),
        "kilometre per hour" => ('s', 277_778, 6),
        "mile per hour" => ('s', 44_704, 5),
        "knot" => ('s', 514_444, 6),
        _ => return None,
    };
    Some((dimension, Decimal::new(digits, scale)))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_measure_is_the_same_in_every_unit() {
        for (text, expected) in [
            ("The quay is 10 miles (16km) off.", r#"agrees info "10 miles" "16km": “10 miles” is 16.09 in kilometre"#),
            (
                "The quay is 10 miles (61km) off.",
                r#"conflicts warning "10 miles" "61km": “10 miles” is 16.09 in kilometre, the text says 61"#,
            ),
            (
                "The weir is 40 feet (120 metres) high.",
                r#"conflicts warning "40 feet" "120 metres": “40 feet” is 12.19 in metre, the text says 120"#,
            ),
            (
                "The quay is 100 kilometres, or 62 miles, from Tarn.",
                r#"agrees info "100 kilometres" "62 miles": “100 kilometres” is 62.14 in mile"#,
            ),
            (
                "The herd grazes 12,900 acres (about 52,000 hectares) there.",
                r#"conflicts warning "12,900 acres" "about 52,000 hectares": “12,900 acres” is 5220.45 in hectare, the text says 52,000"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn temperatures_have_their_own_noughts() {
        for (text, expected) in [
            ("It was 40C (104F) at the mill.", r#"agrees info "40C" "104F": “40C” is 104 in fahrenheit"#),
            (
                "It was 40C (140F) at the mill.",
                r#"conflicts warning "40C" "140F": “40C” is 104 in fahrenheit, the text says 140"#,
            ),
            ("The pond warmed by 2C (3.6F) in May.", r#"agrees info "2C" "3.6F": “2C” is 35.6 in fahrenheit"#),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn rounded_measures_agree() {
        for (text, expected) in [
            ("The quay is 20 miles (30km) off.", r#"agrees info "20 miles" "30km": “20 miles” is 32.19 in kilometre"#),
            ("A wall of 6 feet (2 metres) fell.", r#"agrees info "6 feet" "2 metres": “6 feet” is 1.83 in metre"#),
            (
                "The goat weighs 5 pounds (2 kilograms) now.",
                r#"agrees info "5 pounds" "2 kilograms": “5 pounds” is 2.27 in kilogram"#,
            ),
            (
                "Gusts of 90 mph (145 kph) blew.",
                r#"agrees info "90 mph" "145 kph": “90 mph” is 144.84 in kilometre per hour"#,
            ),
        ] {
            findings(CHECK.name, text, expected);
        }
    }

    #[test]
    fn other_measures_are_silent() {
        for text in [
            "The road is 12 miles (6km of it by water) long.",
            "Rowers may do two miles or 5km on Sunday.",
            "The barge took 500 tons (900 tonnes) of coal and 20 gallons (40 litres) of oil.",
            "The wall is 12 feet (and 80 metres of fence) long.",
            "The quay is 10 miles (16 furlongs) off, and 30 feet (3 seconds) deep.",
        ] {
            findings(CHECK.name, text, "");
        }
    }
}
