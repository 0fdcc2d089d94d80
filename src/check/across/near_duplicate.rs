//! Articles that are copies of one text: a copy corroborates nothing.
//!
//! Severity: info.
//! Example: an agency story printed by two papers, one sentence apart.
//! Traps: boilerplate that many articles share (it is left out).

use super::{Across, Archive, found};
use crate::{check::AGREES, types::Finding};

/// Finds copies.
pub const CHECK: Across = Across { name: "across.near_duplicate", source: include_str!("near_duplicate.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for copies in &archive.part.copies {
        let message = format!("{} articles are copies of one text and count as one origin", copies.len());
        let evidence = copies.iter().map(|&article| archive.beginning(article)).collect();
        findings.push(found(&CHECK, AGREES, message, evidence));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const TEXT: &str = "The old mill in Bramfield burnt down on Monday night. Wardens said that nobody was hurt, but forty sheep were lost in the barn next door. The council will look into how the fire began and who had keys to the building.";

    #[test]
    fn copies_are_told() {
        let copy = TEXT.replace(" to the building", "");
        findings_among(
            CHECK.name,
            &[("one", "", TEXT), ("two", "", &copy)],
            r#"
agrees info one "" two "": 2 articles are copies of one text and count as one origin
"#,
        );
    }

    #[test]
    fn other_articles_are_no_copies() {
        let other =
            "Forty sheep were lost when the mill in Bramfield caught fire on Monday, wardens said. No one was hurt.";
        findings_among(CHECK.name, &[("one", "", TEXT), ("two", "", other)], "");
    }
}
