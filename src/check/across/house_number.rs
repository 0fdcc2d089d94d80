//! Two house numbers in one street, a slip of the pen apart, in two articles of one event.
//!
//! Severity: warning.
//! Example: "at 4417 Pellow Lane" in one paper, "at 4471 Pellow Lane" in another.
//! Traps: neighbours, whose numbers have fewer digits in common; an article that names several houses of the street.

use super::{Across, Archive, found};
use crate::{check::WARNING, types::Finding};

/// Compares house numbers.
pub const CHECK: Across = Across { name: "across.house_number", source: include_str!("house_number.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.houses {
        let evidence = [one, other].map(|at| archive.number_evidence(at));
        let message = format!("{} and {} in one street", evidence[0].text, evidence[1].text);
        findings.push(found(&CHECK, WARNING, message, evidence.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    fn told(one: &str, other: &str, expected: &str) {
        findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-05", other)], expected);
    }

    #[test]
    fn one_house_has_one_number() {
        told(
            "The fire broke out in a shed at 4417 Pellow Lane.",
            "Tollack's house, 4471 Pellow Ln., had no well.",
            r#"
conflicts warning one "4417" two "4471": 4417 and 4471 in one street
"#,
        );
    }

    #[test]
    fn neighbours_other_streets_and_several_houses_are_silent() {
        let one = "The fire broke out in a shed at 4417 Pellow Lane.";
        for other in [
            "Tollack, of 4422 Pellow Lane, saw the flames.",
            "Tollack, of 4471 Harrow Lane, saw the flames.",
            "Tollack, of 4471 Pellow Lane, ran over to 4417 Pellow Lane with a bucket.",
            "The mill has 4471 Dale Garrow spindles.",
        ] {
            told(one, other, "");
        }
    }
}
