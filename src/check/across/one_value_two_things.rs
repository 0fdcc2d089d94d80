//! One unusual number for two different things in the articles of one event: one may have been copied to the wrong
//! place.
//!
//! Severity: info.
//! Example: "4,463 dead" in one paper, "4,463 shelters" in another.
//! Traps: chance, which is unlikely for unusual numbers of at least four digits; an article that states both.

use rustc_hash::FxHashSet;

use super::{Across, Archive, found, stated::Stated};
use crate::{
    check::{NOTE, shown::shown, stems::shared},
    types::Finding,
};

/// Finds coincidences.
pub const CHECK: Across =
    Across { name: "across.one_value_two_things", source: include_str!("one_value_two_things.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    let mut told = FxHashSet::default();
    for &(one, other) in &archive.part.coincidences {
        let [left, right] = [one, other].map(|at| archive.figure(at));
        let places = (one.article(), other.article(), left.value().normalize());
        if are_other_things(left, right) && told.insert(places) {
            let message = format!("{} for two things: has one been copied to the wrong place?", shown(left.value()));
            let evidence = [one, other].map(|at| archive.figure_evidence(at));
            findings.push(found(&CHECK, NOTE, message, evidence.into()));
        }
    }
}

/// Whether the things have different words, neither article has the number for the other's thing, and the sentences
/// have no word in common.
fn are_other_things(left: Stated, right: Stated) -> bool {
    let told = !left.things().is_empty() && !right.things().is_empty();
    let apart = shared(left.things(), right.things()) == 0 && !(left.figure.of_people && right.figure.of_people);
    let states = |one: Stated, other: Stated| {
        let same = one.keys.figures.iter().filter(|figure| figure.value == other.value());
        same.into_iter().any(|figure| Stated { keys: one.keys, figure }.is_like(other))
    };
    let named = shared(left.things(), right.context()) + shared(right.things(), left.context()) > 0;
    told && apart && !named && left.shared_context(right) == 0 && !states(left, right) && !states(right, left)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "The flood in Bramfield killed 4,463 sheep.";

    #[test]
    fn one_odd_number_for_two_things_is_worth_a_look() {
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", "Wardens opened 4,463 shelters for the night.")],
            r#"
unclear info one "4,463" two "4,463": 4463 for two things: has one been copied to the wrong place?
"#,
        );
    }

    #[test]
    fn round_numbers_the_same_thing_and_both_together_are_silent() {
        for other in [
            "Wardens opened 4,000 shelters after the flood.",
            "Wardens found 4,463 dead sheep after the flood.",
            "Wardens opened 4,463 shelters after the flood. They counted 4,463 dead sheep.",
        ] {
            findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
        }
        let one = "The fair sold 4,000 sheep.";
        findings_among(CHECK.name, &[("one", "", one), ("two", "", "Wardens opened 4,000 shelters.")], "");
    }
}
