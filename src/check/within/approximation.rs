//! An approximate figure against the exact one: "more than 500 claims" and "557 assault claims".
//!
//! Catalogue F103. Severity: warning where the exact figure is not within what the words allow; info
//! where it is.
//! Example: "more than 600 claims" does not hold for 557; "nearly 600" does.
//! Traps: "up to 50" does not say that 50 is reached; two groups that share a noun.

use rust_decimal::Decimal;

use super::Within;
use crate::{
    check::{
        AGREES, Prepared, WARNING,
        quantity::{Quantity, Relation},
        rivals::is_unexplained,
    },
    types::{Bound, Finding},
};

/// Approximations against exact figures.
pub const CHECK: Within = Within { name: "within.approximation", source: include_str!("approximation.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for rival in &subject.rivals {
        let (one, other) = (&subject.quantities[rival.one], &subject.quantities[rival.other]);
        if one.is_exact() == other.is_exact() {
            continue;
        }
        let (approximate, exact) = if one.is_exact() { (other, one) } else { (one, other) };
        let outcome = match rival.relation {
            Relation::Approximated if is_close(one, other) => AGREES,
            Relation::Overstepped if is_false(approximate, exact) && is_unexplained(subject, rival) => WARNING,
            _ => continue,
        };
        if approximate.bound == Bound::AtMost {
            continue;
        }
        let words = subject.document.text(approximate.span);
        let holds = if outcome == AGREES { "holds" } else { "does not hold" };
        let message = format!("“{words}” {holds} for {}", exact.value.normalize());
        let evidence = [approximate, exact].map(|quantity| subject.fact("figure", quantity.span));
        findings.push(subject.finding(CHECK.name, outcome, message, evidence.into()));
    }
}

/// Whether the values are near enough that one may bound the other: nobody says "at least 12" of 900.
fn is_close(one: &Quantity, other: &Quantity) -> bool {
    let (low, high) = (one.value.min(other.value), one.value.max(other.value));
    low.checked_mul(Decimal::TWO).is_some_and(|double| high <= double)
}

/// Whether the exact figure lies on the wrong side of the bound, or far from what it is said to be about.
fn is_false(approximate: &Quantity, exact: &Quantity) -> bool {
    match approximate.bound {
        Bound::MoreThan | Bound::AtLeast => exact.value < approximate.value,
        Bound::LessThan => exact.value > approximate.value,
        Bound::Approx => true,
        Bound::AtMost | Bound::Exact => false,
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn an_approximation_is_held_against_the_exact_figure() {
        findings(
            CHECK.name,
            "Farmers lost more than 500 sheep in the flood. In all 557 sheep drowned in the flood, farmers said.",
            r#"
agrees info "more than 500" "557": “more than 500” holds for 557
"#,
        );
        findings(
            CHECK.name,
            "Farmers lost more than 900 sheep in the flood. In all 557 sheep drowned in the flood, farmers said.",
            r#"
conflicts warning "more than 900" "557": “more than 900” does not hold for 557
"#,
        );
    }

    #[test]
    fn other_things_and_upper_limits_are_silent() {
        findings(
            CHECK.name,
            "Farmers lost more than 900 sheep in the flood. The flood hit 557 farms, farmers said.",
            "",
        );
        findings(
            CHECK.name,
            "Farmers lost up to 900 or at least 12 sheep in the flood. In all 557 sheep drowned, farmers said.",
            "",
        );
        findings(CHECK.name, "Farmers may lose up to 500 sheep in the flood. Farmers lost 557 sheep in the flood.", "");
    }
}
