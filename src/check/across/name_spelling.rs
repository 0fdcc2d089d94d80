//! One person's name spelled in two ways in two articles of one story: "Ann Billingham" in one, "Ann Bellingham" in the
//! other.
//!
//! Severity: info, since nothing shows which article is right.
//! Example: surnames one letter apart after one given name; given names with a letter more or two letters swapped
//! ("Jaime", "Jamie") before one surname.
//! Traps: relatives, both named in one of the articles; short surnames; given names that differ as a man's and a
//! woman's do ("Paul", "Paula").

use super::{Across, Archive, found};
use crate::{check::NOTE, types::Finding};

/// Finds spellings of one name.
pub const CHECK: Across = Across { name: "across.name_spelling", source: include_str!("name_spelling.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.spellings {
        let message = format!("{} and {}", archive.name(one), archive.name(other));
        let evidence = [one, other].map(|at| archive.articles[at.article()].evidence(archive.person(at).place, None));
        findings.push(found(&CHECK, NOTE, message, evidence.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    fn told(one: &str, other: &str, expected: &str) {
        findings_among(CHECK.name, &[("one", "2016-03-01", one), ("two", "2016-03-02", other)], expected);
    }

    #[test]
    fn a_name_is_spelled_in_one_way() {
        told(
            "Ann Billingham, 46, opened the mill in Bramfield.",
            "The mill in Bramfield was opened by Mayor Ann Bellingham.",
            r#"unclear info one "Ann Billingham" two "Ann Bellingham": Ann Billingham and Ann Bellingham"#,
        );
        told(
            "Jaime Varga, 46, opened the mill in Bramfield.",
            "The mill in Bramfield was opened by Mayor Jamie Varga.",
            r#"unclear info one "Jaime Varga" two "Jamie Varga": Jaime Varga and Jamie Varga"#,
        );
    }

    #[test]
    fn relatives_short_names_and_others_are_silent() {
        let one = "Ann Billingham, 46, opened the mill in Bramfield.";
        told(one, "Ann Billingham and Ann Bellingham, her niece, opened the mill in Bramfield.", "");
        told(one, "Tom Bellingham, 46, opened the mill in Bramfield.", "");
        told("Ann Dale, 46, opened the mill.", "Ann Dane, 46, opened the mill.", "");
        told("Paul Varga, 46, opened the mill.", "Paula Varga, 46, opened the mill.", "");
    }
}
