//! Two figures that seem to state one quantity with two values, where a word next to one says that it counts something
//! else: a total, only the others, several events.
//!
//! Severity: info.
//! Example: "43 homes were damaged" in one paper, "a total of 61 homes were damaged" in another.
//! Traps: the word may not apply ("other" of other things); without one it is a conflict.

use rustc_hash::FxHashSet;

use super::{Across, Archive, found};
use crate::{
    check::{NOTE, shown::shown},
    types::Finding,
};

/// Finds figures that differ in scope.
pub const CHECK: Across = Across { name: "across.different_scope", source: include_str!("different_scope.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    // A caption may be in an article several times.
    let mut told = FxHashSet::default();
    for pair in &archive.part.scopes {
        let places = [pair.one, pair.other];
        let [left, right] = places.map(|at| archive.figure(at).value().normalize());
        if told.insert((pair.one.article(), pair.other.article(), left, right)) {
            let (left, right) = (shown(left), shown(right));
            let message = format!("{left} and {right}: one of them seems to count more or fewer of the same");
            findings.push(found(&CHECK, NOTE, message, places.map(|at| archive.figure_evidence(at)).into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "The flood in Bramfield damaged 43 homes, wardens said.";

    #[test]
    fn a_total_and_a_rest_count_something_else() {
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", "Wardens counted a total of 61 homes damaged in Bramfield by the flood.")],
            r#"
unclear info one "43" two "61": 43 and 61: one of them seems to count more or fewer of the same
"#,
        );
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", "The flood in Bramfield damaged another 61 homes, wardens said.")],
            r#"
unclear info one "43" two "61": 43 and 61: one of them seems to count more or fewer of the same
"#,
        );
    }

    #[test]
    fn without_such_a_word_and_of_other_things_it_is_silent() {
        for other in [
            "Wardens counted 61 homes damaged in Bramfield by the flood.",
            "Wardens sold a total of 61 sheep at the fair.",
            "Wardens counted a total of 61 homes damaged in Bramfield by the flood, 43 of them on the green.",
        ] {
            findings_among(CHECK.name, &[("one", "", ONE), ("two", "", other)], "");
        }
    }
}
