//! One person of one story under two ranks or titles that cannot be held at once, in two articles.
//!
//! Catalogue O202. Severity: warning.
//! Example: "Sgt Neil Dale" in one paper, "Chief Superintendent Neil Dale" in another of the same week.
//! Traps: abbreviations and short forms, promotion between the articles, former offices.

use super::{Across, Archive, archive::FactAt, found, keys::KeyedOffice};
use crate::{
    check::{WARNING, ranks::exclude_each_other},
    types::{Finding, Office},
};

/// Ranks that differ.
pub const CHECK: Across =
    Across { name: "across.conflicting_ranks", source: include_str!("conflicting_ranks.rs"), check };

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.people {
        findings.extend(comparison(archive, one, other));
    }
}

/// The titles of a person, where no two of one article exclude each other and each is told one title.
fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    let agree = titles(archive, one).any(|first| titles(archive, other).any(|second| first.rank == second.rank));
    let excluded = |first: &KeyedOffice| titles(archive, other).find(|second| exclude(first, second));
    let (first, second) = titles(archive, one).find_map(|first| Some((first, excluded(first)?)))?;
    let message = format!("{} is {} and {}", archive.name(one), first.rank, second.rank);
    let evidence = [(one, first), (other, second)];
    let evidence = evidence.map(|(at, office)| archive.articles[at.article()].evidence(office.place, None));
    (!agree).then(|| found(&CHECK, WARNING, message, evidence.into()))
}

fn titles(archive: &Archive, at: FactAt) -> impl Iterator<Item = &KeyedOffice> {
    let offices = archive.person(at).offices.of(&archive.articles[at.article()].offices);
    offices.iter().filter(|office| office.title)
}

fn exclude(one: &KeyedOffice, other: &KeyedOffice) -> bool {
    let office = |keyed: &KeyedOffice| Office { rank: Some(keyed.rank), status: keyed.status, ..Office::default() };
    exclude_each_other(&office(one), &office(other))
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
