//! One person of one story with two ages in two articles.
//!
//! Severity: warning.
//! Example: "Ann Dale, 46," in one paper and "Ann Dale, 64," in another of the same week.
//! Traps: a birthday between the articles, namesakes, early reports; undated articles may be about a crime and the
//! trial that follows it.

use rust_decimal::Decimal;

use super::{Across, Archive, archive::FactAt, found, keys::KeyedAge};
use crate::{
    check::{WARNING, shown::shown},
    types::Finding,
};

/// Compares the ages of one person.
pub const CHECK: Across =
    Across { name: "across.conflicting_ages", source: include_str!("conflicting_ages.rs"), check };

/// Years that undated articles of a given story may be apart.
const UNDATED: i32 = 2;

fn check(archive: &Archive, findings: &mut Vec<Finding>) {
    for &(one, other) in &archive.part.people {
        findings.extend(comparison(archive, one, other));
    }
}

fn comparison(archive: &Archive, one: FactAt, other: FactAt) -> Option<Finding> {
    let (left, right) = (ages(archive, one), ages(archive, other));
    let (first, second) = (left.first()?, right.first()?);
    let given = archive.has_given_story(one.article());
    let years = match archive.days_apart(one.article(), other.article()) {
        Some(days) => days / 365 + 1,
        None if given => UNDATED,
        // One of two undated articles with an inferred story may be years older.
        None => return None,
    };
    let known = left.iter().any(|age| right.iter().any(|other| age.age == other.age));
    // Nobody gets younger, but one of two papers may be wrong by a year.
    let days = [one, other].map(|at| archive.published(at.article()));
    let dated = days[0].is_some() && days[1].is_some() && days[0] != days[1];
    let grown = if days[0] > days[1] { first.age - second.age } else { second.age - first.age };
    let least = if dated { -1 } else { -years };
    if known || (Decimal::from(least)..=Decimal::from(years)).contains(&grown) {
        return None;
    }
    let message = format!("{} is {} and {}", archive.name(one), shown(first.age), shown(second.age));
    let evidence = [(one, first), (other, second)]
        .map(|(at, age)| archive.articles[at.article()].evidence(age.place, Some(age.fact)));
    Some(found(&CHECK, WARNING, message, evidence.into()))
}

fn ages(archive: &Archive, at: FactAt) -> &[KeyedAge] {
    archive.person(at).ages.of(&archive.articles[at.article()].ages)
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{findings_among, findings_without_story};

    const ONE: &str = "Ann Dale, 46, of Bramfield, was hurt.";

    #[test]
    fn one_person_has_one_age() {
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", ONE), ("two", "2016-03-01", "The driver, Ann Dale, 64, was hurt.")],
            r#"
conflicts warning one "46" two "64": Ann Dale is 46 and 64
"#,
        );
    }

    #[test]
    fn nobody_gets_younger() {
        let told = |days: [&str; 2], expected: &str| {
            let (one, other) = ("Ivo Garside, 61, of Ostwick, was hurt.", "The ferryman, Ivo Garside, 57, was hurt.");
            findings_among(CHECK.name, &[("one", days[0], one), ("two", days[1], other)], expected);
        };
        let expected = "\nconflicts warning one \"61\" two \"57\": Ivo Garside is 61 and 57\n";
        told(["2010-03-01", "2016-03-01"], expected);
        told(["2016-03-01", "2010-03-01"], "");
    }

    #[test]
    fn a_name_beside_an_age_needs_no_other_word_of_the_person() {
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "The victims were Dakota Vale, 28, and Tom Reed, 46."),
                ("two", "2016-03-01", "Tom Reed, 46, and 82-year-old Dakota Vale were hurt."),
            ],
            r#"
conflicts warning one "28" two "82-year-old": Dakota Vale is 28 and 82
"#,
        );
        findings_among(
            CHECK.name,
            &[
                ("one", "2016-03-01", "A 16-year-old Bramfield High School student was hurt."),
                ("two", "2016-03-01", "A 61-year-old Bramfield High School student was hurt."),
            ],
            "",
        );
    }

    #[test]
    fn what_only_seems_to_be_of_one_story_is_of_known_days() {
        let one = "Brenna Tollack, 46, beat Harl Dunmoor on Pellow Green in Ostwick.";
        let other = "On Pellow Green in Ostwick Harl Dunmoor lost to Brenna Tollack, 51.";
        findings_without_story(CHECK.name, &[("one", "2016-03-01", one), ("two", "", other)], "");
        findings_without_story(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-03-02", other)],
            r#"
conflicts warning one "46" two "51": Brenna Tollack is 46 and 51
"#,
        );
    }

    #[test]
    fn birthdays_and_other_people_are_silent() {
        findings_among(CHECK.name, &[("one", "2016-03-01", ONE), ("two", "2016-09-01", "Ann Dale, 47, was hurt.")], "");
        findings_among(CHECK.name, &[("one", "2016-03-01", ONE), ("two", "", "Ann Dale, 48, told the court.")], "");
        findings_among(CHECK.name, &[("one", "2016-03-01", ONE), ("two", "2016-03-01", "Tom Dale, 64, was hurt.")], "");
    }

    #[test]
    fn the_dead_are_as_old_as_they_were() {
        let one = "Joan Garroway, who was 77, died in a fall at the mill.";
        let other = "Joan Garroway has died at the age of 72, her sister said.";
        findings_among(
            CHECK.name,
            &[("one", "2016-03-01", one), ("two", "2016-03-01", other)],
            r#"
conflicts warning one "77" two "72": Joan Garroway is 77 and 72
"#,
        );
        let once = "Joan Garroway, who was 12 when the dam broke, opened the museum.";
        findings_among(CHECK.name, &[("one", "2016-03-01", once), ("two", "2016-03-01", other)], "");
    }
}
