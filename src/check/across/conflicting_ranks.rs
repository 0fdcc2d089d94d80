//! One person of one story under two ranks or titles that cannot be held at once, in two articles.
//!
//! Catalogue O202. Severity: warning.
//! Example: "Sgt Neil Dale" in one paper, "Chief Superintendent Neil Dale" in another of the same week.
//! Traps: abbreviations and short forms, promotion between the articles, former offices.

use super::{
    Across, Archive,
    archive::FactAt,
    found,
    keys::{KeyedOffice, KeyedPerson},
};
use crate::{
    check::{WARNING, ranks::exclude_each_other},
    types::Finding,
};

/// Ranks that differ.
pub const CHECK: Across =
    Across { name: "across.conflicting_ranks", source: include_str!("conflicting_ranks.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.people {
        findings.extend(comparison(archive, one, other));
    }
}

/// The titles of a person, where no two of one article exclude each other and each is told one title.
fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    let (left, right) = (archive.person(one), archive.person(other));
    let agree = titles(left).any(|first| titles(right).any(|second| first.office.rank == second.office.rank));
    let excluded = |first| titles(right).find(|second: &&KeyedOffice| exclude_each_other(first, &second.office));
    let (first, second) = titles(left).find_map(|first| Some((first, excluded(&first.office)?)))?;
    let message = format!(
        "{} is {} and {}",
        left.name,
        first.office.rank.unwrap_or_default(),
        second.office.rank.unwrap_or_default()
    );
    let evidence = vec![
        first.place.evidence(&archive.articles[one.article]),
        second.place.evidence(&archive.articles[other.article]),
    ];
    (!agree).then(|| found(&CHECK, WARNING, message, evidence))
}

fn titles(person: &KeyedPerson) -> impl Iterator<Item = &KeyedOffice> {
    person.offices.iter().filter(|office| office.title)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::findings_among;

    const ONE: &str = "Chief Superintendent Neil Dale opened the station.";

    #[test]
    fn one_person_has_one_rank() {
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", "The station was opened by Sergeant Neil Dale.")],
            r#"
conflicts warning one "Chief Superintendent" two "Sergeant": Neil Dale is Chief Superintendent and Sergeant
"#,
        );
    }

    #[test]
    fn short_forms_and_namesakes_are_silent() {
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", "It was opened by Chief Supt Neil Dale.")], "");
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", "It was opened by Sergeant Tom Dale.")], "");
    }
}
