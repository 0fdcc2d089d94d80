//! A sentence printed in two articles of one event with two different numbers: an age, a date, a telephone number,
//! anything.
//!
//! Severity: warning.
//! Example: "the bell was cast some 20 years before the bridge" in one paper, "the bell was cast some 70 years before
//! the bridge" in another.
//! Traps: a toll that grew from one day to the next, days and years of publication, the number of a picture ("Image 3
//! of 16"), lists, which have the same words around several numbers.

use super::{Across, Archive, found};
use crate::{check::WARNING, types::Finding};

/// Finds numbers in sentences that are printed twice.
pub const CHECK: Across =
    Across { name: "across.reprinted_number", source: include_str!("reprinted_number.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.reprints {
        let evidence = [one, other].map(|at| archive.number_evidence(at));
        let message = format!("{} and {} in the same words", evidence[0].text, evidence[1].text);
        findings.push(found(&CHECK, WARNING, message, evidence.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    fn told(days: [&str; 2], one: &str, other: &str, expected: &str) {
        findings_among(CHECK.name, &[("one", days[0], one), ("two", days[1], other)], expected);
    }

    const DAY: [&str; 2] = ["2016-03-01", "2016-03-01"];

    #[test]
    fn one_sentence_with_two_numbers_is_told_whatever_they_are_of() {
        told(
            DAY,
            "The great bell was cast about 20 years earlier from guns of the fleet in Ostwick.",
            "Wardens said on Monday: \"The great bell was cast about 70 years earlier from guns of the fleet in Ostwick.\"",
            r#"
conflicts warning one "20" two "70": 20 and 70 in the same words
"#,
        );
        told(
            DAY,
            "Visitors may stroke a seventeen year old donkey with grey ears.",
            "Visitors may stroke a 71 year old donkey with grey ears.",
            r#"
conflicts warning one "seventeen" two "71": seventeen and 71 in the same words
"#,
        );
    }

    #[test]
    fn one_value_in_two_spellings_is_no_difference() {
        let told = |one: &str, other: &str| {
            let text =
                |number: &str| format!("The great anchor was thrown some {number} from the long pier of black oak.");
            self::told(DAY, &text(one), &text(other), "");
        };
        told("8.0 metres", "8 metres");
        told("£35m", "£35.2m");
    }

    #[test]
    fn what_grows_may_have_grown_from_one_day_to_the_next() {
        let (first, later) = ("The flood in Bramfield killed 43 millers.", "The flood in Bramfield killed 46 millers.");
        told(["2016-03-01", "2016-03-02"], first, later, "");
    }

    #[test]
    fn lists_and_what_is_told_as_a_conflict_of_figures_are_silent() {
        let list = "Bakers from the north village won 3 silver cups. Bakers from the north village won 5 silver cups.";
        told(DAY, list, "Bakers from the north village won 8 silver cups.", "");
        told(
            DAY,
            "The flood in Bramfield damaged 143 homes by the mill on Monday, wardens said.",
            "The flood in Bramfield damaged 146 homes by the mill on Monday, wardens said.",
            "",
        );
    }
}
