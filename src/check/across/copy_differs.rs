//! A copy of a text with a figure that differs from its origin: the strongest kind of conflict, since the rest is the
//! same word for word.
//!
//! Severity: warning.
//! Example: an agency story printed by two papers, with "143 homes" in one and "134 homes" in the other.
//! Traps: an updated copy (a toll that grows on another day), a local paragraph added.

use super::{Across, Archive, found};
use crate::{
    check::{WARNING, shown::shown},
    types::Finding,
};

/// Compares copies.
pub const CHECK: Across = Across { name: "across.copy_differs", source: include_str!("copy_differs.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for pair in &archive.part.disputes {
        if archive.origins[pair.one.article()] == archive.origins[pair.other.article()] {
            let places = [pair.one, pair.other];
            let values = places.map(|at| shown(archive.figure(at).value()));
            let message = format!("copies of one text give {} and {}", values[0], values[1]);
            findings.push(found(&CHECK, WARNING, message, places.map(|at| archive.figure_evidence(at)).into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const TEXT: &str = "The flood in Bramfield damaged 143 homes on Monday night. Wardens went from door to door until \
                        the evening and told everybody to leave before the water rose, but forty sheep were lost in \
                        the barn by the bridge. The council will look into how the dam broke and who had keys to the \
                        gate, and it will say what it found when the fair opens on the green.";

    #[test]
    fn a_copy_with_another_figure_is_told() {
        findings_among(
            CHECK.name,
            &[("one", "", TEXT), ("two", "", &TEXT.replace("143", "134"))],
            r#"
conflicts warning one "143" two "134": copies of one text give 143 and 134
"#,
        );
    }

    #[test]
    fn true_copies_and_other_articles_are_silent() {
        findings_among(CHECK.name, &[("one", "", TEXT), ("two", "", TEXT)], "");
        let other = "Wardens counted 134 homes damaged in Bramfield after the flood.";
        findings_among(CHECK.name, &[("one", "", TEXT), ("two", "", other)], "");
    }
}
