//! One amount that differs by a factor of exactly a thousand, a million or a billion between two articles.
//!
//! Severity: warning.
//! Example: "£121m" in one paper, "£121bn" in another.
//! Traps: totals of different years.

use super::{Across, Archive, found};
use crate::{
    check::{WARNING, shown::shown},
    types::Finding,
};

/// Finds slips of magnitude across articles.
pub const CHECK: Across = Across { name: "across.magnitude", source: include_str!("magnitude.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for pair in &archive.part.magnitudes {
        let values = [pair.one, pair.other].map(|at| archive.figure(at).value());
        let factor = shown(values[0].max(values[1]) / values[0].min(values[1]));
        let [one, other] = values.map(shown);
        let message = format!("{one} and {other}: one is exactly {factor} times the other");
        let evidence = [pair.one, pair.other].map(|at| archive.figure_evidence(at));
        findings.push(found(&CHECK, WARNING, message, evidence.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    #[test]
    fn a_factor_of_a_thousand_is_a_slip() {
        findings_among(
            CHECK.name,
            &[
                ("one", "", "The new steel bridge in Bramfield cost £5.4 million."),
                ("two", "", "Critics called the new steel bridge in Bramfield too dear at £5.4 billion."),
            ],
            r#"
conflicts warning one "£5.4 million" two "£5.4 billion": 5,400,000 and 5,400,000,000: one is exactly 1000 times the other
"#,
        );
    }

    #[test]
    fn other_amounts_are_silent() {
        findings_among(
            CHECK.name,
            &[
                ("one", "", "The new steel bridge in Bramfield cost £5.4 million."),
                ("two", "", "Critics said the council owes £5.4 billion."),
            ],
            "",
        );
        findings_among(
            CHECK.name,
            &[
                ("one", "", "The millstone from Ostwick weighs one tonne."),
                ("two", "", "From Ostwick came a thousand tonnes of millstones."),
            ],
            "",
        );
    }
}
