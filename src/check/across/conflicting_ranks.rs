//! One person of one story with two ranks or titles that cannot be held at once, in two articles.
//!
//! Severity: warning.
//! Example: "Sgt Neil Dale" in one paper, "Chief Superintendent Neil Dale" in another of the same week.
//! Traps: abbreviations and short forms, promotion between the articles, former offices; a sheriff's deputy who is a
//! sergeant.

use super::{Across, Archive, archive::FactAt, found, keys::KeyedOffice};
use crate::{
    check::{
        WARNING,
        ranks::{exclude_each_other, plain},
    },
    types::{Finding, Office, Status},
};

/// Compares the ranks of one person.
pub const CHECK: Across =
    Across { name: "across.conflicting_ranks", source: include_str!("conflicting_ranks.rs"), check };

/// Other titles for a sheriff's deputy, who is an officer and may be a sergeant.
const DEPUTIES: [&str; 2] = ["Officer", "Sergeant"];

/// Words in the names of forces that are not a sheriff's and have no deputies.
const FORCES: [&str; 3] = ["Patrol", "Police", "Constabulary"];

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.people {
        findings.extend(comparison(archive, one, other));
    }
}

/// The finding for two titles that exclude each other. Neither article may also give the person the other's rank,
/// unless the other article has only that one: then the first contradicts itself.
fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    if archive.may_be_years_apart(one.article(), other.article()) {
        return None;
    }
    let of_police = |at: FactAt, office: &KeyedOffice| {
        let body = archive.articles[at.article()].text(office.body);
        body.split(' ').any(|word| FORCES.contains(&word))
    };
    // Only a sheriff's force has deputies.
    let is_deputy = |first: &KeyedOffice, second: &KeyedOffice| {
        are_names_of_deputy(first, second) && !(of_police(one, first) && of_police(other, second))
    };
    let differ = |first: &KeyedOffice, second: &KeyedOffice| exclude(first, second) && !is_deputy(first, second);
    let excluded = |first: &KeyedOffice| titles(archive, other).find(|second| differ(first, second));
    let (first, second) = titles(archive, one).find_map(|first| Some((first, excluded(first)?)))?;
    let known = has_rank(archive, one, second) || has_rank(archive, other, first);
    if known && !keeps_to(archive, one, other, first) && !keeps_to(archive, other, one, second) {
        return None;
    }
    let message = format!("{} is {} and {}", archive.name(one), first.rank, second.rank);
    let evidence = [(one, first), (other, second)];
    let evidence = evidence.map(|(at, office)| archive.articles[at.article()].evidence(office.place, None));
    Some(found(&CHECK, WARNING, message, evidence.into()))
}

/// Whether the first article gives a person only this rank, and the second has it too: as a title, or without a body
/// (`the state's first governor`, but not `the president of the Norvale region`, which may be another office).
fn keeps_to(archive: &Archive, one: FactAt, other: FactAt, office: &KeyedOffice) -> bool {
    let only = offices(archive, one).iter().all(|held| held.rank == office.rank);
    let bare = |held: &KeyedOffice| {
        held.status == Status::Current && archive.articles[other.article()].text(held.body).is_empty()
    };
    only && offices(archive, other).iter().any(|held| held.rank == office.rank && (held.title || bare(held)))
}

/// Whether an article gives a person that rank; a deputy chief is not the chief.
fn has_rank(archive: &Archive, at: FactAt, office: &KeyedOffice) -> bool {
    let deputy = |office: &KeyedOffice| office.status == Status::Deputy;
    let is_that = |held: &KeyedOffice| plain(held.rank) == plain(office.rank) && deputy(held) == deputy(office);
    offices(archive, at).iter().any(is_that)
}

fn offices(archive: &Archive, at: FactAt) -> &[KeyedOffice] {
    archive.person(at).offices.of(&archive.articles[at.article()].offices)
}

fn titles(archive: &Archive, at: FactAt) -> impl Iterator<Item = &KeyedOffice> {
    offices(archive, at).iter().filter(|office| office.title)
}

fn exclude(one: &KeyedOffice, other: &KeyedOffice) -> bool {
    let office = |keyed: &KeyedOffice| Office { rank: Some(keyed.rank), status: keyed.status, ..Office::default() };
    exclude_each_other(&office(one), &office(other))
}

/// Whether both can be titles of a sheriff's deputy.
fn are_names_of_deputy(one: &KeyedOffice, other: &KeyedOffice) -> bool {
    let deputy = |one: &KeyedOffice, other: &KeyedOffice| plain(one.rank) == "Deputy" && DEPUTIES.contains(&other.rank);
    deputy(one, other) || deputy(other, one)
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
    fn a_deputy_chief_is_no_detective() {
        let (deputy, chief) = ("Deputy Chief Neil Dale opened it.", "It was opened by Detective Chief Neil Dale.");
        findings_among(
            CHECK.name,
            &[("one", "", deputy), ("two", "", chief)],
            r#"
conflicts warning one "Deputy Chief" two "Detective": Neil Dale is Chief and Detective
"#,
        );
    }

    #[test]
    fn an_article_at_odds_with_itself_conflicts_with_one_that_is_not() {
        let other = "Sergeant Neil Dale opened the station. Chief Superintendent Neil Dale said it was needed.";
        findings_among(
            CHECK.name,
            &[("one", "", ONE), ("two", "", other)],
            r#"
conflicts warning one "Chief Superintendent" two "Sergeant": Neil Dale is Chief Superintendent and Sergeant
"#,
        );
    }

    #[test]
    fn an_office_beside_a_title_is_another_where_a_body_has_it() {
        let governor = "Governor Neil Dale opened the lock.";
        let both = "Senator Neil Dale opened the lock. Dale, the state's first deaf governor, left early.";
        findings_among(
            CHECK.name,
            &[("one", "", governor), ("two", "", both)],
            r#"
conflicts warning one "Governor" two "Senator": Neil Dale is Governor and Senator
"#,
        );
        let other = "Senator Neil Dale opened the lock. Dale, the governor of the Port Trust, left early.";
        findings_among(CHECK.name, &[("one", "", governor), ("two", "", other)], "");
    }

    #[test]
    fn a_force_that_is_no_sheriffs_has_no_deputies() {
        let (deputy, sergeant) =
            ("Ostwick Police Deputy Neil Dale opened it.", "Sgt. Neil Dale of the Ostwick Police saw it.");
        findings_among(
            CHECK.name,
            &[("one", "", deputy), ("two", "", sergeant)],
            r#"
conflicts warning one "Deputy" two "Sgt": Neil Dale is Deputy and Sergeant
"#,
        );
    }

    #[test]
    fn short_forms_and_namesakes_are_silent() {
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", "It was opened by Chief Supt Neil Dale.")], "");
        findings_among(CHECK.name, &[("one", "", ONE), ("two", "", "It was opened by Sergeant Tom Dale.")], "");
        let (deputy, sergeant) = ("Deputy Neil Dale opened the station.", "Sgt. Neil Dale opened the station.");
        findings_among(CHECK.name, &[("one", "", deputy), ("two", "", sergeant)], "");
    }
}
