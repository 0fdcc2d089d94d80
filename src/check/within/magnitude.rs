//! Two statements of one amount that are apart by a factor of exactly a thousand or a million:
//! "£121m" and "£121bn".
//!
//! Catalogue F111. Severity: warning.
//! Example: "the £5.4 million bridge" and "the bridge, at £5.4 billion".
//! Traps: totals of different years, an amount for one and for all.

use super::Within;
use crate::{
    check::{Prepared, WARNING, quantity::Relation},
    types::Finding,
};

/// Slips of magnitude.
pub const CHECK: Within = Within { name: "within.magnitude", source: include_str!("magnitude.rs"), check };

fn check(subject: &Prepared, findings: &mut Vec<Finding>) {
    for rival in subject.rivals.iter().filter(|rival| rival.relation == Relation::Magnitude) {
        let pair = [&subject.quantities[rival.one], &subject.quantities[rival.other]];
        let (low, high) = (pair[0].value.min(pair[1].value), pair[0].value.max(pair[1].value));
        let factor = high.checked_div(low).unwrap_or_default().normalize();
        let message = format!("{} is exactly {factor} times {}", high.normalize(), low.normalize());
        let evidence = pair.map(|quantity| subject.fact("figure", quantity.span));
        findings.push(subject.finding(CHECK.name, WARNING, message, evidence.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings;

    #[test]
    fn a_factor_of_a_thousand_is_a_slip() {
        findings(
            CHECK.name,
            "The new bridge in Bramfield cost £5.4 million. Critics called the £5.4 billion bridge in Bramfield too dear.",
            r#"
conflicts warning "£5.4 million" "£5.4 billion": 5400000000 is exactly 1000 times 5400000
"#,
        );
    }

    #[test]
    fn other_amounts_are_silent() {
        findings(CHECK.name, "The new bridge in Bramfield cost £5.4 million. The council owes £5.4 billion.", "");
        findings(
            CHECK.name,
            "The bridge cost £5 million a year in 2012. The bridge cost £5 billion to build in 2010.",
            "",
        );
    }
}
